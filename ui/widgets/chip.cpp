// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include <QPainter>

namespace watchroom::widgets {

Chip::Chip(const style::Theme &theme, ChipKind kind, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setText(const QString &text, const QString &icon)
{
    m_text = text;
    m_icon = icon;
    setAccessibleName(text);
    themeChanged();
}

QSize Chip::sizeHint() const
{
    return chipSize(theme(), m_kind, m_text, m_icon).toSize();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), theme(), m_kind, m_text, m_icon);
}

} // namespace watchroom::widgets
