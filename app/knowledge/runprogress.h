// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/stepdiff.h"
#include "app/knowledge/run.h"

#include <QHash>

namespace watchroom::knowledge {

/// How one step of a run stands.
struct StepProgress
{
    enum class Mark
    {
        Open,
        Done,
        Failed,
        NotApplicable,
    };
    /// What a newer text means for it.
    enum class Change
    {
        None,
        Later, ///< it has changed and its turn is still to come
        Now, ///< the one somebody is on has changed or is gone: neither tick nor copy before a
             ///< choice
        Critical, ///< safety-critical, still to come, changed: to be chosen before any other tick
        Finished, ///< it was done by another text: again, or not needed for a reason
    };

    articles::Step step;
    Mark mark = Mark::Open;
    int version = 0; ///< by which it was marked
    QString by;
    std::optional<base::Instant> at;
    QString reason; ///< code word
    QString text;
    QList<RunEvent> notes; ///< and evidence
    Change change = Change::None;

    [[nodiscard]] bool isOpen() const { return mark == Mark::Open; }
    friend bool operator==(const StepProgress &, const StepProgress &) = default;
};

/// A run as it stands, against the newest version that is known.
struct RunProgress
{
    QString state; ///< running, finished or stopped
    int version = 0; ///< it goes by
    QList<StepProgress> steps;
    qsizetype current = -1; ///< the first open step; -1: none
    std::optional<base::Instant> since; ///< when its turn came: the last step was marked
    int newest = 0; ///< version; above `version`: there is a newer text
    QList<articles::StepChange> diff; ///< from `version` to `newest`
    QList<RunEvent> notes; ///< of no step
    std::optional<base::Instant> endedAt;

    [[nodiscard]] bool isRunning() const { return state == QLatin1StringView("running"); }
    [[nodiscard]] bool isNewer() const { return newest > version; }
    /// Nothing may be ticked or copied before somebody chose; else nothing is.
    [[nodiscard]] std::optional<qsizetype> mustChooseAt() const;
    [[nodiscard]] qsizetype settled() const; ///< steps that are not open
};

/// The steps of the versions that matter: those the events name, and the newest.
using VersionSteps = QHash<int, articles::Steps>;

/// Folds what was said of a run, whatever the order in which it arrived: of two things about one
/// step the later one counts, by their ids: a clock may have been wrong.
/// References/handover.md 3.6: a run pins its version; what a newer one changed is shown at once
/// and decided on, never slipped in.
[[nodiscard]] RunProgress progressOf(
    const Run &run, QList<RunEvent> events, const VersionSteps &versions, int newest);

} // namespace watchroom::knowledge
