// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/levelmark.h"

#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <cmath>

namespace watchroom::widgets {

namespace {
constexpr int kGap = 6;
}

LevelMark::LevelMark(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LevelMark::setLevel(style::Level level, const QString &word, bool shown)
{
    m_level = level;
    m_word = word;
    m_wordShown = shown;
    setAccessibleName(word);
    setToolTip(shown ? QString() : word);
    themeChanged();
}

void LevelMark::setFill(style::ShapeFill fill)
{
    m_fill = fill;
    update();
}

void LevelMark::setShapeSize(int pixels)
{
    m_shape = std::max(static_cast<int>(style::kSmallestShape), pixels);
    themeChanged();
}

void LevelMark::setRole(style::FontRole role)
{
    m_role = role;
    themeChanged();
}

QFont LevelMark::wordFont() const
{
    return theme().font(m_role, style::Weight::Bold);
}

QSize LevelMark::sizeHint() const
{
    const int side = scaled(m_shape);
    if (!m_wordShown || m_word.isEmpty())
        return {side, side};
    const int word = static_cast<int>(std::ceil(textWidth(wordFont(), m_word)));
    return {side + scaled(kGap) + word + 1, std::max(side, theme().lineHeight(m_role))};
}

void LevelMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = scaled(m_shape);
    const QRectF box(0, (height() - side) / 2.0, side, side);
    style::paintLevel(painter, box, m_level, tokens(), m_fill);
    if (m_wordShown) {
        paintText(painter, QRectF(rect()).adjusted(side + scaled(kGap), 0, 0, 0), wordFont(),
            tokens().level(m_level).text, m_word);
    }
}

} // namespace watchroom::widgets
