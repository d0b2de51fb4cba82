// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <cmath>

namespace watchroom::widgets {

TextLabel::TextLabel(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

TextLabel::TextLabel(const style::Theme &theme, style::FontRole role, style::Weight weight,
    style::Ink ink, QWidget *parent)
    : TextLabel(theme, parent)
{
    setLook(role, weight, ink);
}

void TextLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    tellWhatIsCut();
    updateGeometry();
    update();
}

void TextLabel::setLook(style::FontRole role, style::Weight weight, style::Ink ink)
{
    m_role = role;
    m_weight = weight;
    m_ink = ink;
    themeChanged();
}

void TextLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize TextLabel::sizeHint() const
{
    const double width = textWidth(theme().font(m_role, m_weight), m_text);
    return {static_cast<int>(std::ceil(width)) + 1, theme().lineHeight(m_role)};
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), 3 * hint.height()), hint.height()};
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintText(
        painter, rect(), theme().font(m_role, m_weight), theme().ink(m_ink), m_text, m_alignment);
}

void TextLabel::resizeEvent(QResizeEvent *)
{
    tellWhatIsCut();
}

void TextLabel::tellWhatIsCut()
{
    const bool cut = textWidth(theme().font(m_role, m_weight), m_text) > width() + 0.5;
    setToolTip(cut ? m_text : QString());
}

} // namespace watchroom::widgets
