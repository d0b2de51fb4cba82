// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace watchroom::domain {

/// Where an incident stands on its way; the numbers are the order of ARCHITECTURE.md, "Guards".
enum class Stage
{
    Detection = 1,
    Assessment,
    Diagnosis,
    Recovery,
    Notification,
    Review,
    Closed,
};

/// The six stages that have an owner and a clock.
inline constexpr std::array kStages{Stage::Detection, Stage::Assessment, Stage::Diagnosis,
    Stage::Recovery, Stage::Notification, Stage::Review};

/// "detection" to "review", "closed".
[[nodiscard]] QLatin1StringView codeOf(Stage stage);
[[nodiscard]] std::optional<Stage> stageFrom(QStringView code);
/// The one that follows; nothing follows Closed.
[[nodiscard]] std::optional<Stage> stageAfter(Stage stage);

} // namespace watchroom::domain
