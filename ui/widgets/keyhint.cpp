// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyhint.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <cmath>

namespace watchroom::widgets {

using style::FontRole;

namespace {
constexpr int kCapHeight = 18;
constexpr int kCapPadding = 4;
constexpr int kGap = 6;
} // namespace

double keyCapWidth(const style::Theme &theme, const QString &key)
{
    const double text = textWidth(theme.font(FontRole::Key), key);
    return std::ceil(
        std::max<double>(theme.scaled(kCapHeight), text + 2 * theme.scaled(kCapPadding)));
}

double paintKeyCap(QPainter &painter, const QRectF &rect, const style::Theme &theme,
    const QString &key, const QColor &colour)
{
    const double width = keyCapWidth(theme, key);
    const double height = theme.scaled(kCapHeight);
    const QRectF cap(rect.left(), std::round(rect.center().y() - height / 2), width, height);
    paintBox(painter, cap, Qt::NoBrush, QPen(colour, 1), kChipRadius);
    paintText(painter, cap, theme.font(FontRole::Key), colour, key, Qt::AlignHCenter);
    return width;
}

KeyHint::KeyHint(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyHint::setHint(const QString &key, const QString &action)
{
    m_key = key;
    m_action = action;
    setAccessibleName(QStringLiteral("%1: %2").arg(key, action));
    themeChanged();
}

QSize KeyHint::sizeHint() const
{
    const double action = textWidth(theme().font(FontRole::Caption), m_action);
    return {static_cast<int>(std::ceil(keyCapWidth(theme(), m_key) + scaled(kGap) + action)) + 1,
        scaled(24)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double width = paintKeyCap(painter, rect(), theme(), m_key, tokens().t2);
    paintText(painter, QRectF(rect()).adjusted(width + scaled(kGap), 0, 0, 0),
        theme().font(FontRole::Caption), tokens().t2, m_action);
}

} // namespace watchroom::widgets
