// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterneeds.h"

#include "app/roster/rosterplan.h"
#include "app/roster/rosterwords.h"

namespace watchroom::ui {

words::Names RosterNeeds::names() const
{
    return {.person = [this](const QString &login) { return directory.personName(login); },
        .target = {},
        .position =
            [this](const QString &code) { return roster::positionName(state(), code, english()); }};
}

QDate RosterNeeds::today() const
{
    return roster::dayOf(now(), zone());
}

} // namespace watchroom::ui
