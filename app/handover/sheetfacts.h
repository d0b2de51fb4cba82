// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/handover/openruns.h"
#include "app/handover/sheetparts.h"
#include "app/store/reader.h"

#include <QJsonObject>

namespace watchroom::handover {

struct HandoverState;

/// Somebody's time at one side of a handover. Empty where no roster says.
struct DutySide
{
    QString slot = {};
    std::optional<base::Instant> from = {};
    std::optional<base::Instant> until = {};
};

/// What a sheet takes from the roster, the check-ins, procedures under way and the last handover of
/// its scope. A value.
struct SheetFacts
{
    DutySide outgoing = {};
    DutySide incoming = {};
    QList<SheetPosition> positions = {};
    QStringList checkedIn = {}; ///< of the incoming people, in their order
    QList<OpenRun> openRuns = {}; ///< of everybody
    SheetChanges sinceLast = {}; ///< how it is now is counted on the sheet itself
    QJsonObject lastSheet = {}; ///< of the last handover of the scope; empty: there is none
};

/// On the reader's thread. Errors of the reader.
[[nodiscard]] base::Result<SheetFacts> readSheetFacts(
    store::Reader &reader, const HandoverState &state);

} // namespace watchroom::handover
