// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/style/levelshape.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {
constexpr int kHeight = 32;
constexpr int kTwoLines = 52;
constexpr int kEdge = 10;
constexpr int kMark = 20;
constexpr int kGap = 8;
} // namespace

Banner::Banner(const style::Theme &theme, const QString &key, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_key(key)
    , m_buttons(new QHBoxLayout(this))
{
    setObjectName(u"banner-"_s + key);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->addStretch(1);
    themeChanged();
}

void Banner::setContent(const BannerContent &content)
{
    m_content = content;
    QStringList parts{content.head, content.text, content.aside};
    parts.removeAll(QString());
    setAccessibleName(parts.join(u", "_s));
    measure();
    update();
}

QRectF Banner::textRoom() const
{
    QRectF room = QRectF(rect()).adjusted(scaled(kEdge), 0, -buttonsWidth(), 0);
    room.setLeft(room.left() + scaled(kMark) + scaled(kGap));
    const QFont bold = theme().font(FontRole::Body, Weight::Bold);
    const auto take = [&](const QFont &font, const QString &text) {
        if (!text.isEmpty())
            room.setRight(room.right() - textWidth(font, text) - scaled(kGap));
    };
    take(theme().font(FontRole::Body), m_content.time);
    take(bold, m_content.aside);
    const bool isLevel = m_content.kind == BannerKind::Level && m_content.level;
    const auto chip = m_content.kind == BannerKind::Drill ? ChipKind::Drill : ChipKind::Inverse;
    room.setLeft(room.left() + scaled(kGap)
        + (isLevel ? textWidth(bold, m_content.head)
                   : chipSize(theme(), chip, m_content.head).width()));
    return room;
}

int Banner::lineCount() const
{
    const QFont font = theme().font(FontRole::Body);
    return textWidth(font, m_content.text) > textRoom().width() ? 2 : 1;
}

void Banner::measure()
{
    const int lines = m_content.kind == BannerKind::Level ? 1 : lineCount();
    setToolTip(lines > 1 ? m_content.text : QString());
    if (lines == m_lines)
        return;
    m_lines = lines;
    updateGeometry();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    measure();
}

QPushButton *Banner::addButton(const QString &name, const QString &text, bool primary)
{
    auto *button = makeButton(theme(), primary ? ButtonKind::Primary : ButtonKind::Secondary, name,
        text, {}, ButtonSize::Small, this);
    m_buttons->addWidget(button);
    ++m_buttonCount;
    measure();
    return button;
}

QSize Banner::sizeHint() const
{
    return {scaled(400), scaled(m_lines == 1 ? kHeight : kTwoLines)};
}

QSize Banner::minimumSizeHint() const
{
    return {scaled(200), sizeHint().height()};
}

void Banner::themeChanged()
{
    m_buttons->setContentsMargins(0, 0, scaled(kEdge) + 1, 0);
    m_buttons->setSpacing(scaled(kGap));
    m_lines = 0;
    measure();
    ThemedWidget::themeChanged();
}

double Banner::buttonsWidth() const
{
    // From the hints: the layout may not have placed them yet.
    double width = scaled(kEdge);
    for (int i = 0; i < m_buttonCount; ++i)
        width += m_buttons->itemAt(i + 1)->sizeHint().width() + scaled(kGap);
    return width;
}

void Banner::paintFrame(QPainter &painter) const
{
    const style::Tokens &t = tokens();
    switch (m_content.kind) {
    case BannerKind::Level: {
        const auto &level = t.level(m_content.level.value_or(style::Level::Blue));
        paintBox(painter, rect(), level.tint, QPen(level.edge, 1));
        return;
    }
    case BannerKind::Blocking:
        paintBox(painter, rect(), t.raised, QPen(t.inv, 2));
        return;
    case BannerKind::Notice:
        paintBox(painter, rect(), t.raised, QPen(t.line2, 1));
        return;
    case BannerKind::Drill: {
        QPen pen(t.t1, 2);
        pen.setDashPattern({4, 3});
        paintBox(painter, rect(), t.raised, pen);
        return;
    }
    }
}

void Banner::paintEvent(QPaintEvent *)
{
    const style::Tokens &t = tokens();
    QPainter painter(this);
    paintFrame(painter);
    QRectF rest = QRectF(rect()).adjusted(scaled(kEdge), 0, -buttonsWidth(), 0);
    QRectF mark = rest;
    mark.setWidth(scaled(kMark));
    rest.setLeft(mark.right() + scaled(kGap));
    const QFont bold = theme().font(FontRole::Body, Weight::Bold);
    const QFont plain = theme().font(FontRole::Body);
    const bool isLevel = m_content.kind == BannerKind::Level && m_content.level;
    if (isLevel)
        style::paintLevel(painter, mark, *m_content.level, t);
    else
        paintIcon(painter, mark, theme(), m_content.icon, 18, t.t1);
    if (!m_content.time.isEmpty()) {
        rest.setRight(rest.right()
            - paintText(painter, rest, plain, t.t2, m_content.time, Qt::AlignRight) - scaled(kGap));
    }
    if (!m_content.aside.isEmpty()) {
        rest.setRight(rest.right()
            - paintText(painter, rest, bold, t.t1, m_content.aside, Qt::AlignRight) - scaled(kGap));
    }
    if (isLevel) {
        rest.setLeft(rest.left()
            + paintText(painter, rest, bold, t.level(*m_content.level).text, m_content.head)
            + scaled(kGap));
    } else {
        const auto kind = m_content.kind == BannerKind::Drill ? ChipKind::Drill : ChipKind::Inverse;
        rest.setLeft(
            paintChip(painter, rest, theme(), kind, m_content.head).right() + scaled(kGap));
    }
    if (m_lines == 1) {
        paintText(painter, rest, isLevel ? bold : plain, t.t1, m_content.text);
        return;
    }
    const int line = theme().lineHeight(FontRole::Body);
    rest.setTop((height() - 2.0 * line) / 2);
    rest.setHeight(2.0 * line);
    paintWrapped(painter, rest, plain, t.t1, m_content.text, 2, line);
}

} // namespace watchroom::widgets
