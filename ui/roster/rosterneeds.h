// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/directory.h"
#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"
#include "app/words/phrases.h"

#include <QTimeZone>

#include <functional>

namespace watchroom::ui {

/// What every part of the roster's page works with. UI thread.
struct RosterNeeds
{
    const roster::RosterBook &book;
    roster::RosterCommands &commands;
    const incidents::Directory &directory;
    const base::Clock &clock;
    std::function<QString()> me; ///< login of who sits here
    std::function<QTimeZone()> zone; ///< the team's
    std::function<bool()> english; ///< which of a position's two names is shown

    [[nodiscard]] words::Names names() const;
    [[nodiscard]] const roster::RosterState &state() const { return book.state(); }
    [[nodiscard]] base::Instant now() const { return clock.now(); }
    [[nodiscard]] QDate today() const;
    /// May arrange other people's shifts.
    [[nodiscard]] bool isSenior() const { return directory.isSenior(me()); }
};

} // namespace watchroom::ui
