// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stripcell.h"

#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace watchroom::ui {

using style::FontRole;
using style::Weight;

namespace {
constexpr int kPad = 14;
constexpr int kIcon = 16;
} // namespace

StripCell::StripCell(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setProperty("focusRing", true);
}

void StripCell::setTexts(
    const QString &icon, const QString &first, const QString &second, bool abnormal)
{
    if (m_icon == icon && m_first == first && m_second == second && m_abnormal == abnormal)
        return;
    m_icon = icon;
    m_first = first;
    m_second = second;
    m_abnormal = abnormal;
    setAccessibleName(first);
    setAccessibleDescription(second);
    updateGeometry();
    update();
}

QSize StripCell::sizeHint() const
{
    using widgets::textWidth;
    const double first = m_abnormal
        ? widgets::chipSize(theme(), widgets::ChipKind::Inverse, m_first).width()
        : textWidth(theme().font(FontRole::Body, Weight::Bold), m_first);
    const double icon = m_icon.isEmpty() ? 0 : scaled(kIcon) + scaled(6);
    const double second = textWidth(theme().font(FontRole::Caption), m_second);
    return {static_cast<int>(std::ceil(std::max(icon + first, second))) + 2 * scaled(kPad) + 1,
        scaled(56)};
}

void StripCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
    const double left = scaled(kPad);
    const double half = height() / 2.0;
    QRectF first(left, half - scaled(21), width() - 2 * left, scaled(20));
    const QRectF second(left, half + scaled(1), width() - 2 * left, scaled(18));
    if (!m_icon.isEmpty()) {
        widgets::paintIcon(painter, QRectF(left, first.top(), scaled(kIcon), first.height()),
            theme(), m_icon, kIcon, tokens().t1);
        first.setLeft(first.left() + scaled(kIcon) + scaled(6));
    }
    if (m_abnormal)
        widgets::paintChip(painter, first, theme(), widgets::ChipKind::Inverse, m_first);
    else
        widgets::paintText(
            painter, first, theme().font(FontRole::Body, Weight::Bold), tokens().t1, m_first);
    widgets::paintText(painter, second, theme().font(FontRole::Caption), tokens().t2, m_second);
}

void StripCell::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT pressed();
}

void StripCell::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        Q_EMIT pressed();
    else
        ThemedWidget::keyPressEvent(event);
}

} // namespace watchroom::ui
