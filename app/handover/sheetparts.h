// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

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
    QString table; ///< incident, ticket, pending_item
    QUuid id;
    QString label = {};
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
