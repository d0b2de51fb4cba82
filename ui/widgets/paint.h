// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPen>
#include <QRectF>

class QPainter;

namespace watchroom::widgets {

// Pieces that delegates and widgets share. Sizes are given for a text factor of 1 and grow.

inline constexpr double kRadius = 4.0; ///< px
inline constexpr double kChipRadius = 3.0;

/// A rounded box whose border lies wholly inside `rect`, crisp at every width.
void paintBox(QPainter &painter, const QRectF &rect, const QBrush &fill, const QPen &border,
    double radius = kRadius);

/// How much of a limit is used, 0 to 1: the filled part in t3 on line, never recoloured.
void paintShareBar(
    QPainter &painter, const QRectF &rect, double share, const style::Tokens &tokens);

enum class ChipKind
{
    Inverse, ///< overdue, offline, stale, to be checked
    Outline, ///< a remark: waiting on a third party, a duty position
    Drill, ///< 2 px t1 outline
};
[[nodiscard]] QSizeF chipSize(
    const style::Theme &theme, ChipKind kind, const QString &text, const QString &icon = {});
/// Draws the chip at the left (or right) end of `rect`, centred vertically; answers where.
QRectF paintChip(QPainter &painter, const QRectF &rect, const style::Theme &theme, ChipKind kind,
    const QString &text, const QString &icon = {}, Qt::Alignment alignment = Qt::AlignLeft);

/// Slanted lines: there is no data here.
void paintHatching(QPainter &painter, const QRectF &rect, const QColor &colour);

/// A tinted icon centred in `rect`.
void paintIcon(QPainter &painter, const QRectF &rect, const style::Theme &theme,
    const QString &name, int size, const QColor &colour);

/// The clock of a card: words of the remaining time, the limit after it, the bar below. When it is
/// overdue (red, yellow) the whole rectangle is the inverse strip and `beside` stands at its end.
struct ClockLook
{
    QString caption; ///< 剩; may be empty
    QString time; ///< 18:31
    QString limit; ///< 30:00
    QString beside; ///< right end: an owner, a count
    double share = 0; ///< used part of the limit, 0 to 1
};
void paintClock(
    QPainter &painter, const QRectF &rect, const style::Theme &theme, const ClockLook &look);
void paintOverdueStrip(
    QPainter &painter, const QRectF &rect, const style::Theme &theme, const ClockLook &look);

} // namespace watchroom::widgets
