// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/codes.h"

#include <QStringList>
#include <QUuid>

#include <optional>

/// The parts of a handover sheet. People are logins, words are code words; what is absent is empty.
namespace watchroom::handover {

struct SheetSide
{
    QString lead;
    QStringList people;
    QString slot; ///< early, day, night, or a word of the team's; empty: no roster says
    base::Instant from;
    base::Instant until;
    QStringList checkedIn = {}; ///< of the incoming side only
};

struct SheetPosition
{
    QString position;
    QString name;
    QString from; ///< empty: nobody had it
    QString to; ///< empty: nobody has it
};

struct SheetItem
{
    QString table; ///< incident, ticket, pending_item, procedure_run
    QUuid id;
    QString label = {}; ///< of a run that of its incident, like the number, the level and the group
    std::optional<qint64> number = {};
    QString title;
    QString level;
    QString group = {};
    QString stage = {};
    QString owner = {};
    QString receiver = {};
    QString nextAction = {};
    std::optional<base::Instant> dueAt = {};
    QString contingency = {}; ///< "if ... then ..."
    QString waitingFor = {};
    qint64 carried = 0; ///< handovers it went through before
    QString confirmedBy = {};
    std::optional<base::Instant> confirmedAt = {};
};

/// A ticket or a pending item. An incident's plan is kept by the handover, a run's is its
/// procedure.
[[nodiscard]] inline bool hasOwnPlan(const SheetItem &item)
{
    return domain::codes::contains(domain::codes::kWorkTables, item.table);
}
[[nodiscard]] inline bool isRun(const SheetItem &item)
{
    return item.table == QLatin1StringView("procedure_run");
}
/// A procedure says itself what then.
[[nodiscard]] inline bool lacksContingency(const SheetItem &item)
{
    return item.level != QLatin1StringView("blue") && item.contingency.isEmpty() && !isRun(item);
}

/// So many handovers an item went through unfinished before somebody has to look into it.
inline constexpr qint64 kLongCarried = 3;
[[nodiscard]] inline bool isLongCarried(const SheetItem &item)
{
    return item.carried >= kLongCarried;
}

struct SheetSystem
{
    QString key;
    QString name;
    QString result; ///< ok, failed, unchecked
    QString seen = {};
    QString by = {};
    std::optional<base::Instant> at = {};
};

struct SheetSource
{
    QString name;
    QString state; ///< ok, down, no_data
    std::optional<base::Instant> since = {};
};

struct SheetSilence
{
    QString name;
    base::Instant endsAt;
};

/// A procedure that is being followed.
struct SheetRun
{
    QString article;
    qint64 version = 1;
    qint64 step = 1;
};

/// A count at the last handover, and now.
struct SheetCount
{
    qint64 before = 0;
    qint64 now = 0;
};

struct SheetChanges
{
    QString label = {}; ///< of the last handover
    SheetCount open = {};
    SheetCount red = {};
    SheetCount overdue = {};
    qint64 opened = 0;
    qint64 closed = 0;
};

/// What the incoming lead said of an item, from memory.
struct SheetReadBack
{
    QString table;
    QUuid id;
    std::optional<base::Instant> dueAt = {};
    QString nextAction;
    QString owner;
    bool agrees = true; ///< with the item as it stands on the sheet
    bool heard = true; ///< by the outgoing lead
};

/// A rule that was not kept, and who answers for it.
struct SheetWaiver
{
    QString rule;
    QString subject = {};
    QString reason;
    QString by;
    QString second;
};

} // namespace watchroom::handover
