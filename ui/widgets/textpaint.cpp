// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textpaint.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar kSeparator = u'·';
constexpr double kSeparatorEm = 0.6;
constexpr double kDotEm = 0.13; // radius of the drawn dot
constexpr double kDotRise = 0.34; // of an em above the base line: the middle of the Hanzi

/// Width of a digit's cell; 0 when the font's own digits are equal, as Noto's are.
double digitCell(const QFont &font, const QFontMetricsF &metrics)
{
    static QHash<QString, double> known; // the UI thread's
    const QString key = font.key();
    if (const auto it = known.constFind(key); it != known.constEnd())
        return *it;
    double least = metrics.horizontalAdvance(u'0');
    double most = least;
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        const double width = metrics.horizontalAdvance(QChar(digit));
        least = std::min(least, width);
        most = std::max(most, width);
    }
    const double cell = most - least > 0.05 ? most : 0.0;
    known.insert(key, cell);
    return cell;
}

/// Walks the pieces of a line: plain runs, separators and, in fonts that need it, single digits.
template <typename Run, typename Dot, typename Digit>
void walk(const QString &text, double cell, Run run, Dot dot, Digit digit)
{
    qsizetype from = 0;
    const auto flush = [&](qsizetype to) {
        if (to > from)
            run(text.mid(from, to - from));
        from = to + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == kSeparator) {
            flush(i);
            dot();
        } else if (cell > 0 && c >= u'0' && c <= u'9') {
            flush(i);
            digit(QString(c));
        }
    }
    flush(text.size());
}

double em(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontMetricsF(font).height() * 0.7;
}

bool isPlain(const QString &text, double cell)
{
    return cell <= 0 && !text.contains(kSeparator);
}

double startOf(const QRectF &rect, double width, Qt::Alignment alignment)
{
    if (alignment.testFlag(Qt::AlignRight))
        return rect.right() - width;
    if (alignment.testFlag(Qt::AlignHCenter))
        return rect.left() + (rect.width() - width) / 2;
    return rect.left();
}

} // namespace

double textWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const double cell = digitCell(font, metrics);
    if (isPlain(text, cell))
        return metrics.horizontalAdvance(text);
    double width = 0;
    walk(
        text, cell, [&](const QString &piece) { width += metrics.horizontalAdvance(piece); },
        [&] { width += kSeparatorEm * em(font); }, [&](const QString &) { width += cell; });
    return width;
}

QString elidedText(const QFont &font, const QString &text, double width)
{
    if (textWidth(font, text) <= width + 0.5)
        return text;
    const QString mark = u"…"_s;
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (textWidth(font, text.left(middle) + mark) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    QString kept = text.left(low);
    while (!kept.isEmpty() && (kept.back().isSpace() || kept.back().isHighSurrogate()))
        kept.chop(1);
    return kept + mark;
}

double paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &colour,
    const QString &text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const double cell = digitCell(font, metrics);
    const QString shown = elidedText(font, text, rect.width());
    const double width = textWidth(font, shown);
    double x = startOf(rect, width, alignment);
    // Capitals, digits and Hanzi are centred; the font's line box is taller than it looks.
    const double base = std::round(rect.center().y() + metrics.capHeight() / 2);
    painter.setFont(font);
    painter.setPen(colour);
    if (isPlain(shown, cell)) {
        painter.drawText(QPointF(x, base), shown);
        return width;
    }
    walk(
        shown, cell,
        [&](const QString &piece) {
            painter.drawText(QPointF(x, base), piece);
            x += metrics.horizontalAdvance(piece);
        },
        [&] {
            const double radius = kDotEm * em(font) * (font.bold() ? 1.1 : 0.9);
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(
                QPointF(x + kSeparatorEm * em(font) / 2, base - kDotRise * em(font)), radius,
                radius);
            painter.restore();
            x += kSeparatorEm * em(font);
        },
        [&](const QString &digit) {
            painter.drawText(
                QPointF(x + (cell - metrics.horizontalAdvance(digit)) / 2, base), digit);
            x += cell;
        });
    return width;
}

void paintWrapped(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &colour,
    const QString &text, int lines, double lineHeight)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = rect.top();
    for (int n = 1; n <= lines; ++n) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool last = n == lines;
        const QString shown =
            last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        paintText(painter, QRectF(rect.left(), y, rect.width(), lineHeight), font, colour,
            shown.trimmed());
        y += lineHeight;
    }
    layout.endLayout();
}

} // namespace watchroom::widgets
