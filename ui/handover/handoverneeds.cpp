// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverneeds.h"

namespace watchroom::ui {

base::Result<handover::HandoverSheet> HandoverNeeds::sheet(
    const handover::HandoverState &state) const
{
    return handover::sheetOf(state, now(), zone().id());
}

bool HandoverNeeds::isParty() const
{
    const QString login = me();
    const handover::HandoverState *shown = state();
    return shown && !login.isEmpty()
        && (shown->outgoingPeople.contains(login) || shown->incomingPeople.contains(login)
            || isSenior());
}

} // namespace watchroom::ui
