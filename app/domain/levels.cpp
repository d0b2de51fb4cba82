// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/levels.h"

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kCodes{"blue"_L1, "yellow"_L1, "red"_L1};
static_assert(kCodes.size() == kLevels.size());

} // namespace

QLatin1StringView codeOf(Level level)
{
    return kCodes[static_cast<std::size_t>(level)];
}

std::optional<Level> levelFrom(QStringView code)
{
    const auto found = std::ranges::find_if(kLevels, [code](Level l) { return codeOf(l) == code; });
    return found == kLevels.end() ? std::nullopt : std::optional(*found);
}

} // namespace watchroom::domain
