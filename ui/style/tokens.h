// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/level.h"

#include <QColor>

#include <array>

namespace watchroom::style {

enum class ThemeKind
{
    Dark,
    Light
};

/// The colours of one level; `edge` outlines the solid shape and is the colour of every line and
/// border of the level (the light yellow fill alone has a contrast of 1.7).
struct LevelTokens
{
    QColor shape;
    QColor edge;
    QColor text;
    QColor tint;
};

/// The colours of one theme, by the names of the visual specification, section 1.
struct Tokens
{
    QColor bg; ///< window
    QColor rail; ///< navigation rail; text t2 or stronger
    QColor panel; ///< columns, docks, charts
    QColor card; ///< cards, secondary buttons
    QColor raised; ///< hover, notices, unresolved rows
    QColor field; ///< inputs
    QColor line; ///< divider, decoration only
    QColor line2; ///< border of a control
    QColor t1; ///< text
    QColor t2; ///< secondary text
    QColor t3; ///< captions
    QColor acc; ///< links, focus, selection border
    QColor accFill; ///< primary button
    QColor accTint; ///< selected row, search hit
    QColor onAcc; ///< text on accFill
    QColor inv; ///< overdue, offline, stale, blocking
    QColor onInv;
    QColor series;
    QColor grid;
    QColor wallRed; ///< takeover of the wall only
    QColor onWallRed;
    std::array<LevelTokens, 3> levels;

    [[nodiscard]] const LevelTokens &level(Level level) const
    {
        return levels.at(static_cast<std::size_t>(level));
    }
};

/// Any thread.
[[nodiscard]] const Tokens &tokensOf(ThemeKind kind);

} // namespace watchroom::style
