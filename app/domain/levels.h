// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace watchroom::domain {

/// How bad it is; the order is the urgency, so that `a < b` means b is the higher level.
enum class Level
{
    Blue,
    Yellow,
    Red
};

inline constexpr std::array kLevels{Level::Blue, Level::Yellow, Level::Red};

/// "blue", "yellow", "red".
[[nodiscard]] QLatin1StringView codeOf(Level level);
[[nodiscard]] std::optional<Level> levelFrom(QStringView code);

} // namespace watchroom::domain
