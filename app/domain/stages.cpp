// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/stages.h"

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kCodes{"detection"_L1, "assessment"_L1, "diagnosis"_L1, "recovery"_L1,
    "notification"_L1, "review"_L1, "closed"_L1};

} // namespace

QLatin1StringView codeOf(Stage stage)
{
    return kCodes[static_cast<std::size_t>(stage) - 1];
}

std::optional<Stage> stageFrom(QStringView code)
{
    for (std::size_t i = 0; i < kCodes.size(); ++i)
        if (kCodes[i] == code)
            return static_cast<Stage>(i + 1);
    return std::nullopt;
}

std::optional<Stage> stageAfter(Stage stage)
{
    if (stage == Stage::Closed)
        return std::nullopt;
    return static_cast<Stage>(static_cast<int>(stage) + 1);
}

} // namespace watchroom::domain
