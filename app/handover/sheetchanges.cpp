// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/sheetchanges.h"

namespace watchroom::handover {

using namespace Qt::StringLiterals;

namespace {

QString timeOf(const SheetItem &item)
{
    return item.dueAt ? base::toIso(*item.dueAt) : QString();
}

SheetChange changeOf(const SheetItem &item, const QString &what)
{
    return {
        .table = item.table, .id = item.id, .label = item.label, .title = item.title, .what = what};
}

void compare(const SheetItem &signedItem, const SheetItem &now, QList<SheetChange> &changes)
{
    const auto add = [&](const QString &what, const QString &before, const QString &after) {
        if (before == after)
            return;
        SheetChange change = changeOf(now, what);
        change.before = before;
        change.now = after;
        changes.append(change);
    };
    add(u"level"_s, signedItem.level, now.level);
    add(u"stage"_s, signedItem.stage, now.stage);
    add(u"owner"_s, signedItem.owner, now.owner);
    add(u"due_at"_s, timeOf(signedItem), timeOf(now));
    add(u"next_action"_s, signedItem.nextAction, now.nextAction);
}

} // namespace

QList<SheetChange> changesSince(const HandoverSheet &sheet, const HandoverState &state)
{
    QList<SheetChange> changes;
    for (const HandoverItem &item : state.items) {
        if (const SheetItem *before = sheet.find(item.facts.table, item.facts.id))
            compare(*before, item.facts, changes);
        else
            changes.append(changeOf(item.facts, u"new"_s));
    }
    for (const SheetItem &item : sheet.items) {
        if (!state.find(item.table, item.id))
            changes.append(changeOf(item, u"ended"_s));
    }
    return changes;
}

} // namespace watchroom::handover
