// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/domain/levels.h"
#include "app/domain/stages.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QTime>

#include <array>
#include <optional>

namespace watchroom::domain {

/// How long something may take.
struct Limit
{
    enum class Kind
    {
        None,
        Seconds,
        WorkingDays
    };
    Kind kind = Kind::None;
    qint64 amount = 0;

    friend bool operator==(const Limit &, const Limit &) = default;
};

/// A span of wall clock time in the policy's zone; it may pass midnight.
struct QuietHours
{
    QTime from;
    QTime to;
};

/// What the policy says of one level.
struct LevelPolicy
{
    qint64 acknowledgeSeconds = 0;
    qint64 acknowledgeLeaseSeconds = 0; ///< without activity
    QStringList told; ///< codes::kParties, as are the other lists of receivers
    QStringList unacknowledged;
    std::array<Limit, kStages.size()> limits;
    QList<Stage> maySkip; ///< left out without a reason
    QStringList statusParties;
    std::optional<qint64> statusEverySeconds; ///< none: on closing
    std::optional<QuietHours> statusQuiet;

    [[nodiscard]] const Limit &limit(Stage stage) const; ///< of a stage with a clock
    [[nodiscard]] bool maySkipStage(Stage stage) const { return maySkip.contains(stage); }
};

/// The team's rules of time, one version of them. See ARCHITECTURE.md, "Policy document".
struct Policy
{
    QByteArray zone;
    QTime workdayEnd;
    std::array<LevelPolicy, kLevels.size()> levels;

    [[nodiscard]] const LevelPolicy &of(Level level) const;
};

/// Reads a document; Error::Invalid with code `doc_invalid` and params {where} names the first
/// member that is wrong. Members it does not know are left alone.
[[nodiscard]] base::Result<Policy> parsePolicy(const QJsonObject &document);
/// Version 1 of every workspace: the table of product.md.
[[nodiscard]] QJsonObject defaultPolicyDocument();
[[nodiscard]] Policy defaultPolicy();

/// When a limit that begins at `from` ends; nothing for no limit. Working days are Monday to
/// Friday after `from`'s day, until the end of the working day, by the wall clock of the zone.
[[nodiscard]] std::optional<base::Instant> deadline(
    base::Instant from, const Limit &limit, const Policy &policy);
/// Whether the instant falls into the quiet hours.
[[nodiscard]] bool isQuiet(base::Instant at, const QuietHours &hours, const Policy &policy);

} // namespace watchroom::domain
