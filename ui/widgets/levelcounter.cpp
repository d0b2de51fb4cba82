// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/levelcounter.h"

#include "ui/style/levelshape.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <cmath>

namespace watchroom::widgets {

namespace {
constexpr int kShape = 22;
constexpr int kGap = 8;
} // namespace

LevelCounter::LevelCounter(const style::Theme &theme, style::Level level, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_level(level)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LevelCounter::setWord(const QString &word)
{
    m_word = word;
    tell();
}

void LevelCounter::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    tell();
}

void LevelCounter::tell()
{
    setAccessibleName(QStringLiteral("%1 %2").arg(m_word).arg(m_count));
    themeChanged();
}

QSize LevelCounter::sizeHint() const
{
    const double number = textWidth(
        theme().font(style::FontRole::Figure, style::Weight::Bold), QString::number(m_count));
    const double word =
        textWidth(theme().font(style::FontRole::Caption, style::Weight::Bold), m_word);
    return {scaled(kShape) + 2 * scaled(kGap) + static_cast<int>(std::ceil(number + word)) + 1,
        theme().lineHeight(style::FontRole::Figure)};
}

void LevelCounter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = scaled(kShape);
    style::paintLevel(painter, QRectF(0, (height() - side) / 2.0, side, side), m_level, tokens());
    QRectF rest = QRectF(rect()).adjusted(side + scaled(kGap), 0, 0, 0);
    rest.setLeft(rest.left()
        + paintText(painter, rest, theme().font(style::FontRole::Figure, style::Weight::Bold),
            tokens().t1, QString::number(m_count))
        + scaled(kGap));
    paintText(painter, rest, theme().font(style::FontRole::Caption, style::Weight::Bold),
        tokens().level(m_level).text, m_word);
}

} // namespace watchroom::widgets
