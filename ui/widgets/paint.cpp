// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include "ui/widgets/textpaint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;
using style::Theme;
using style::Weight;

namespace {

constexpr int kChipHeight = 20;
constexpr int kChipPadding = 5;
constexpr int kChipIcon = 14;
constexpr int kShareBar = 4;

struct ChipLook
{
    QColor fill;
    QColor text;
    QPen border;
    QFont font;
};

ChipLook chipLook(const Theme &theme, ChipKind kind)
{
    const style::Tokens &t = theme.tokens();
    switch (kind) {
    case ChipKind::Inverse:
        return {t.inv, t.onInv, Qt::NoPen, theme.font(FontRole::Body, Weight::Bold)};
    case ChipKind::Outline:
        return {Qt::transparent, t.t1, QPen(t.line2, 1), theme.font(FontRole::Caption)};
    case ChipKind::Drill:
        return {Qt::transparent, t.t1, QPen(t.t1, 2), theme.font(FontRole::Caption, Weight::Bold)};
    }
    Q_UNREACHABLE();
}

} // namespace

void paintBox(
    QPainter &painter, const QRectF &rect, const QBrush &fill, const QPen &border, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double half = border.style() == Qt::NoPen ? 0 : border.widthF() / 2;
    painter.setBrush(fill);
    painter.setPen(border);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

void paintShareBar(QPainter &painter, const QRectF &rect, double share, const style::Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = std::min(2.0, rect.height() / 2);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(rect, radius, radius);
    QRectF used = rect;
    used.setWidth(rect.width() * std::clamp(share, 0.0, 1.0));
    if (used.width() >= 1) {
        painter.setBrush(tokens.t3);
        painter.drawRoundedRect(used, radius, radius);
    }
    painter.restore();
}

QSizeF chipSize(const Theme &theme, ChipKind kind, const QString &text, const QString &icon)
{
    double width = textWidth(chipLook(theme, kind).font, text) + 2 * theme.scaled(kChipPadding);
    if (!icon.isEmpty())
        width += theme.scaled(kChipIcon) + theme.scaled(4);
    return {std::ceil(width), static_cast<double>(theme.scaled(kChipHeight))};
}

QRectF paintChip(QPainter &painter, const QRectF &rect, const Theme &theme, ChipKind kind,
    const QString &text, const QString &icon, Qt::Alignment alignment)
{
    const ChipLook look = chipLook(theme, kind);
    const QSizeF size = chipSize(theme, kind, text, icon);
    const double width = std::min(size.width(), rect.width());
    const double left = alignment.testFlag(Qt::AlignRight) ? rect.right() - width : rect.left();
    const QRectF chip(
        std::round(left), std::round(rect.center().y() - size.height() / 2), width, size.height());
    paintBox(painter, chip, look.fill, look.border, kChipRadius);
    QRectF inner = chip.adjusted(theme.scaled(kChipPadding), 0, -theme.scaled(kChipPadding), 0);
    if (!icon.isEmpty()) {
        QRectF place = inner;
        place.setWidth(theme.scaled(kChipIcon));
        paintIcon(painter, place, theme, icon, kChipIcon, look.text);
        inner.setLeft(place.right() + theme.scaled(4));
    }
    paintText(painter, inner, look.font, look.text, text, Qt::AlignHCenter);
    return chip;
}

void paintHatching(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    constexpr double kStep = 7;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    QList<QLineF> lines;
    // Anchored to the plane and not to the rectangle, so that neighbours continue each other.
    const double first = std::floor((rect.left() + rect.top()) / kStep) * kStep;
    for (double sum = first; sum < rect.right() + rect.bottom(); sum += kStep)
        lines.append(QLineF(sum - rect.bottom(), rect.bottom(), sum - rect.top(), rect.top()));
    painter.drawLines(lines);
    painter.restore();
}

void paintIcon(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &name,
    int size, const QColor &colour)
{
    const QPixmap icon = theme.pixmap(name, size, colour, painter.device()->devicePixelRatioF());
    const QSizeF drawn = icon.deviceIndependentSize();
    painter.drawPixmap(QPointF(std::round(rect.center().x() - drawn.width() / 2),
                           std::round(rect.center().y() - drawn.height() / 2)),
        icon);
}

void paintClock(QPainter &painter, const QRectF &rect, const Theme &theme, const ClockLook &look)
{
    const style::Tokens &t = theme.tokens();
    const double bar = theme.scaled(kShareBar);
    const QRectF line = rect.adjusted(0, 0, 0, -bar - 2);
    QRectF rest = line;
    const auto put = [&](const QFont &font, const QColor &colour, const QString &text) {
        if (!text.isEmpty())
            rest.setLeft(rest.left() + paintText(painter, rest, font, colour, text) + 4);
    };
    const QFont bold = theme.font(FontRole::Section, Weight::Bold);
    const QFont small = theme.font(FontRole::Caption);
    if (textWidth(small, look.caption) + 4 + textWidth(bold, look.time) <= rest.width())
        put(small, t.t3, look.caption);
    put(bold, t.t1, look.time);
    const QString limit = u"/ "_s + look.limit;
    // Whole or not at all: a limit that is cut is a wrong one.
    if (!look.limit.isEmpty() && textWidth(small, limit) <= rest.width())
        put(small, t.t3, limit);
    if (!look.beside.isEmpty())
        paintText(painter, rest, small, t.t2, look.beside, Qt::AlignRight);
    paintShareBar(
        painter, QRectF(rect.left(), rect.bottom() - bar, rect.width(), bar), look.share, t);
}

void paintOverdueStrip(
    QPainter &painter, const QRectF &rect, const Theme &theme, const ClockLook &look)
{
    const style::Tokens &t = theme.tokens();
    // Square above, rounded below: it is the foot of its card.
    QPainterPath foot;
    foot.setFillRule(Qt::WindingFill);
    foot.addRoundedRect(rect, kRadius, kRadius);
    foot.addRect(rect.adjusted(0, 0, 0, -rect.height() / 2));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(foot, t.inv);
    painter.restore();
    QRectF rest = rect.adjusted(theme.scaled(10), 0, -theme.scaled(10), 0);
    const QFont bold = theme.font(FontRole::Body, Weight::Bold);
    rest.setLeft(rest.left() + paintText(painter, rest, bold, t.onInv, look.time) + 4);
    const QFont small = theme.font(FontRole::Caption);
    const QString limit = u"/ "_s + look.limit;
    if (!look.limit.isEmpty() && textWidth(small, limit) <= rest.width())
        rest.setLeft(rest.left() + paintText(painter, rest, small, t.onInv, limit) + 4);
    paintText(painter, rest, small, t.onInv, look.beside, Qt::AlignRight);
}

} // namespace watchroom::widgets
