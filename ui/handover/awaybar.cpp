// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/awaybar.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {
constexpr int kHeight = 40;
constexpr int kPad = 16;
} // namespace

AwayBar::AwayBar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"awayBar"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AwayBar::setText(const QString &text, const QString &aside)
{
    m_text = text;
    m_aside = aside;
    setAccessibleName(text + u' ' + aside);
    update();
}

QSize AwayBar::sizeHint() const
{
    return {scaled(400), scaled(kHeight)};
}

void AwayBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().inv);
    const QRectF inside = QRectF(rect()).adjusted(scaled(kPad), 0, -scaled(kPad), 0);
    QRectF icon = inside;
    icon.setWidth(scaled(18));
    widgets::paintIcon(painter, icon, theme(), u"cloud-off"_s, 18, tokens().onInv);
    const QFont plain = theme().font(FontRole::Body);
    const double aside = widgets::textWidth(plain, m_aside);
    widgets::paintText(painter, inside, plain, tokens().onInv, m_aside, Qt::AlignRight);
    const QRectF room = inside.adjusted(scaled(28), 0, -aside - scaled(kPad), 0);
    const QFont bold = theme().font(FontRole::Body, Weight::Bold);
    widgets::paintText(
        painter, room, bold, tokens().onInv, widgets::elidedText(bold, m_text, room.width()));
}

} // namespace watchroom::ui
