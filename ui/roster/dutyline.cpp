// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/dutyline.h"

#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;
using widgets::paintText;
using widgets::textWidth;

namespace {
constexpr int kHeight = 26;
constexpr int kPad = 8;
constexpr int kBarLine = 3;
} // namespace

DutyLine::DutyLine(const style::Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setProperty("focusRing", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
    setLeads(false);
    connect(&theme, &style::Theme::changed, this, [this] { updateGeometry(); });
}

void DutyLine::setContent(const Content &content, int headWidth)
{
    if (content == m_content && headWidth == m_headWidth)
        return;
    m_content = content;
    m_headWidth = headWidth;
    QStringList parts{content.head, content.text, content.aside};
    parts.removeAll(QString());
    const QString spoken = content.spoken.isEmpty() ? parts.join(u" · "_s) : content.spoken;
    setAccessibleName(spoken);
    setToolTip(spoken);
    update();
}

void DutyLine::setLeads(bool leads)
{
    setFocusPolicy(leads ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize DutyLine::sizeHint() const
{
    return {m_theme.scaled(200), m_theme.scaled(kHeight)};
}

void DutyLine::paintEvent(QPaintEvent *)
{
    const auto &tokens = m_theme.tokens();
    QPainter painter(this);
    const bool hovered = underMouse() && focusPolicy() != Qt::NoFocus;
    if (m_content.wanting || hovered)
        painter.fillRect(rect().adjusted(0, 1, 0, -1), tokens.raised);
    if (m_content.wanting)
        painter.fillRect(QRect(0, 1, kBarLine, height() - 2), tokens.inv);
    const int pad = m_theme.scaled(kPad);
    QRectF room = QRectF(rect()).adjusted(pad, 0, -pad, 0);
    const QFont small = m_theme.font(FontRole::Caption);
    const QFont aside =
        m_content.strongAside ? m_theme.font(FontRole::Caption, Weight::Bold) : small;
    if (!m_content.aside.isEmpty()) {
        paintText(painter, room, aside, m_content.strongAside ? tokens.t1 : tokens.t2,
            m_content.aside, Qt::AlignRight);
        room.setRight(room.right() - textWidth(aside, m_content.aside) - pad);
    }
    if (!m_content.head.isEmpty()) {
        QRectF head = room;
        head.setWidth(m_headWidth);
        paintText(painter, head, small, tokens.t2, m_content.head);
        room.setLeft(head.right() + pad);
    }
    const bool strong = m_content.strong || m_content.wanting || m_content.mine;
    paintText(painter, room, m_theme.font(FontRole::Body, strong ? Weight::Bold : Weight::Regular),
        m_content.mine ? tokens.acc : tokens.t1, m_content.text);
}

} // namespace watchroom::ui
