// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markedtext.h"

#include "ui/widgets/textpaint.h"

#include <QPainter>
#include <QTextLayout>

namespace watchroom::widgets {

namespace {

QList<QTextLayout::FormatRange> formatsOf(const Marks &marks, const style::Tokens &tokens)
{
    QTextCharFormat hit;
    hit.setForeground(tokens.acc);
    hit.setBackground(tokens.accTint);
    hit.setFontWeight(QFont::Bold);
    hit.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[from, length] : marks)
        formats.append({from, length, hit});
    return formats;
}

} // namespace

void paintMarked(QPainter &painter, const QRectF &rect, const style::Theme &theme,
    const QFont &font, const QColor &colour, const QString &text, const Marks &marks, int lines,
    int lineHeight)
{
    QTextLayout layout(lines == 1 ? elidedText(font, text, rect.width()) : text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(formatsOf(marks, theme.tokens()));
    layout.beginLayout();
    for (int i = 0; i < lines; ++i) {
        QTextLine one = layout.createLine();
        if (!one.isValid())
            break;
        one.setLineWidth(rect.width());
        one.setPosition({0, i * double(lineHeight) + (lineHeight - one.height()) / 2});
    }
    layout.endLayout();
    painter.save();
    painter.setPen(colour);
    painter.setClipRect(rect);
    const double top = lines == 1 ? rect.center().y() - lineHeight / 2.0 : rect.top();
    layout.draw(&painter, {rect.left(), top});
    painter.restore();
}

} // namespace watchroom::widgets
