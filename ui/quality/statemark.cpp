// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/statemark.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <cmath>

namespace watchroom::ui {

using style::FontRole;

namespace {
constexpr int kIcon = 16;
constexpr int kGap = 6;
} // namespace

StateMark::StateMark(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateMark::setState(const QString &icon, const QString &word, bool strong)
{
    m_icon = icon;
    m_word = word;
    m_strong = strong;
    setAccessibleName(word);
    themeChanged();
}

QSize StateMark::sizeHint() const
{
    const double word = widgets::textWidth(theme().font(FontRole::Body), m_word);
    return {scaled(kIcon + kGap) + static_cast<int>(std::ceil(word)) + 1,
        theme().lineHeight(FontRole::Body)};
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    widgets::paintIcon(painter, QRectF(0, 0, scaled(kIcon), height()), theme(), m_icon, kIcon,
        m_strong ? tokens().t2 : tokens().t3);
    widgets::paintText(painter, QRectF(rect()).adjusted(scaled(kIcon + kGap), 0, 0, 0),
        theme().font(FontRole::Body), tokens().t2, m_word);
}

} // namespace watchroom::ui
