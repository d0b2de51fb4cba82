// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/levels.h"
#include "app/domain/policy.h"
#include "app/incidents/incident.h"

#include <QString>

namespace watchroom::ui {

/// The words of one card, ready to be drawn or read out; computed from an incident at an instant.
struct CardContent
{
    domain::Level level = domain::Level::Blue;
    bool hollow = false; ///< recovered, not closed
    bool overdue = false;
    bool waiting = false;
    bool unclaimed = false;
    bool drill = false;
    bool pending = false;
    QString levelName;
    QString reference;
    QString title;
    QString place;
    QString owner; ///< the name, or the words for "unclaimed"
    QString time; ///< "18:31", "04:31" when overdue, "03-19 18:00" when the limit is a date; empty:
                  ///< no clock
    QString timeLead; ///< what stands before it: "left", "over", "until"
    QString unsent; ///< that changes of this station wait for a person, and why; empty: none do
    QString limit; ///< "30:00", "5 working days"; empty when it is a date
    double used = 0; ///< share of the limit, 0 to 1

    /// Everything in one sentence, for a screen reader.
    [[nodiscard]] QString spoken() const;
};

/// What stands for the owner where there is none.
[[nodiscard]] QString unclaimedWord();

/// `place` and `ownerName` are names already; the policy tells which limits are dates (the next
/// working day) and which are counted in working days. Dates are in the policy's zone.
[[nodiscard]] CardContent cardContent(const incidents::Incident &incident, const QString &place,
    const QString &ownerName, const domain::Policy &policy, base::Instant now);

} // namespace watchroom::ui
