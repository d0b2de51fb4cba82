// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stripcell.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

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
    const QFontMetrics bold(theme().font(FontRole::Body, Weight::Bold));
    const QFontMetrics small(theme().font(FontRole::Caption));
    const int icon = m_icon.isEmpty() ? 0 : scaled(kIcon) + scaled(6);
    const int first = icon + bold.horizontalAdvance(m_first) + (m_abnormal ? scaled(10) : 0);
    return {std::max(first, small.horizontalAdvance(m_second)) + 2 * scaled(kPad), scaled(56)};
}

void StripCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
    const int left = scaled(kPad);
    const int half = height() / 2;
    QRect first(left, half - scaled(21), width() - 2 * left, scaled(20));
    const QRect second(left, half + scaled(1), width() - 2 * left, scaled(18));
    const QFont bold = theme().font(FontRole::Body, Weight::Bold);
    if (!m_icon.isEmpty()) {
        painter.drawPixmap(QPoint(first.left(), first.top() + (first.height() - scaled(kIcon)) / 2),
            theme().pixmap(m_icon, kIcon, tokens().t1, devicePixelRatioF()));
        first.setLeft(first.left() + scaled(kIcon) + scaled(6));
    }
    painter.setFont(bold);
    if (m_abnormal) {
        const QRect chip(first.left(), first.top(),
            painter.fontMetrics().horizontalAdvance(m_first) + scaled(10), first.height());
        painter.fillRect(chip, tokens().inv);
        painter.setPen(tokens().onInv);
        painter.drawText(chip, Qt::AlignCenter, m_first);
    } else {
        painter.setPen(tokens().t1);
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, m_first);
    }
    painter.setFont(theme().font(FontRole::Caption));
    painter.setPen(tokens().t2);
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_second, Qt::ElideRight, second.width()));
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
