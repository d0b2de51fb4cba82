// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoverstate.h"

namespace watchroom::handover {

/// Something that is no longer as the signed sheet says.
struct SheetChange
{
    QString table;
    QUuid id;
    QString label;
    QString title;
    /// new, ended, or the member that is another one: level, stage, owner, due_at, next_action
    QString what;
    QString before = {}; ///< code word, login, text or instant, as on the sheet
    QString now = {};
    friend bool operator==(const SheetChange &, const SheetChange &) = default;
};

/// What happened to the work between the two signatures, for whoever signs second. What the sheet
/// has and `state` no longer lists is ended, or somebody's who does not leave. Pure.
[[nodiscard]] QList<SheetChange> changesSince(
    const HandoverSheet &sheet, const HandoverState &state);

} // namespace watchroom::handover
