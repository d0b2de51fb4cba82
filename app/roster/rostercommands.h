// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/rosterrows.h"
#include "app/roster/rosterchange.h"
#include "app/store/store.h"

#include <functional>

namespace watchroom::roster {

/// What is done to the roster: each function saves one change (or one group) and returns at once.
/// The rules judge it in the store; refusals carry the rule's code. Any thread.
class RosterCommands
{
public:
    /// `author` is asked at each command: people switch.
    RosterCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    /// A new position where the id is null.
    [[nodiscard]] store::SavedFuture savePosition(const domain::Position &position);
    [[nodiscard]] store::SavedFuture removePosition(const QUuid &id);
    /// A new rotation where the id is null; else the rule is another one from its first day on.
    [[nodiscard]] store::SavedFuture saveRotation(const domain::Rotation &rotation);
    /// As its columns are written; for what a command line was given.
    [[nodiscard]] store::SavedFuture addRotation(const domain::Row &set);
    /// `next` follows what ends the day before it starts: the past stays as it was.
    [[nodiscard]] store::SavedFuture succeed(const QUuid &rotation, const domain::Rotation &next);
    /// `lastDay`: the last day on which a shift of it begins.
    [[nodiscard]] store::SavedFuture endRotation(const QUuid &rotation, const QDate &lastDay);
    [[nodiscard]] store::SavedFuture removeRotation(const QUuid &rotation);

    [[nodiscard]] store::SavedFuture change(const NewChange &change);
    /// All or none; at most kMostAtOnce.
    [[nodiscard]] store::SavedFuture changeAll(const QList<NewChange> &changes);
    /// "I take this shift now": the author has the rest of it, whoever had it.
    [[nodiscard]] store::SavedFuture takeShift(const domain::Shift &shift, const QString &reason);
    [[nodiscard]] store::SavedFuture accept(const QUuid &change);
    [[nodiscard]] store::SavedFuture decline(const QUuid &change);
    /// What was asked, or has not begun.
    [[nodiscard]] store::SavedFuture takeBack(const QUuid &change);
    /// What is in force ends now.
    [[nodiscard]] store::SavedFuture endNow(const QUuid &change);
    [[nodiscard]] store::SavedFuture checkIn(const QString &position);

    static constexpr int kMostAtOnce = 400;

private:
    [[nodiscard]] store::SavedFuture update(const QString &table, const QUuid &id,
        const domain::Row &set, const domain::Row &expect = {});
    [[nodiscard]] store::Draft inserted(const QString &table, const domain::Row &set) const;
    [[nodiscard]] store::SavedFuture remove(const QString &table, const QUuid &id);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::roster
