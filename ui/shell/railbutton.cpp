// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/railbutton.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace watchroom::ui {

using style::FontRole;
using style::Weight;

RailButton::RailButton(const style::Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setProperty("focusRing", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    update();
}

QSize RailButton::sizeHint() const
{
    return {m_theme.scaled(64), m_theme.scaled(58)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &tokens = m_theme.tokens();
    if (isChecked()) {
        painter.fillRect(rect(), tokens.panel);
        painter.fillRect(QRect(0, 0, 3, height()), tokens.acc);
    } else if (underMouse()) {
        painter.fillRect(rect(), tokens.panel);
    }
    const QColor ink = isChecked() ? tokens.acc : tokens.t2;
    const int side = m_theme.scaled(22);
    const QPoint at((width() - side) / 2, m_theme.scaled(9));
    painter.drawPixmap(at, m_theme.pixmap(m_icon, 22, ink, devicePixelRatioF()));
    painter.setFont(m_theme.font(FontRole::Caption, isChecked() ? Weight::Bold : Weight::Regular));
    painter.setPen(ink);
    painter.drawText(QRect(2, at.y() + side, width() - 4, m_theme.scaled(22)), Qt::AlignCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 4));
    if (m_count <= 0)
        return;
    painter.setFont(m_theme.font(FontRole::Key, Weight::Bold));
    const QString number = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    const int wide =
        std::max(m_theme.scaled(16), painter.fontMetrics().horizontalAdvance(number) + 8);
    const QRect badge(
        at.x() + side - m_theme.scaled(4), at.y() - m_theme.scaled(4), wide, m_theme.scaled(16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.inv);
    painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter.setPen(tokens.onInv);
    painter.drawText(badge, Qt::AlignCenter, number);
}

} // namespace watchroom::ui
