// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/store.h"
#include "app/tickets/work.h"

#include <functional>

namespace watchroom::tickets {

/// What is to be done next, by when, and what if it does not work. A member that is not given
/// stays; an empty text takes it away.
struct Plan
{
    std::optional<QString> nextAction = {};
    std::optional<base::Instant> dueAt = {};
    std::optional<QString> contingency = {};
    bool untimed = false; ///< there is no due time any more
    friend bool operator==(const Plan &, const Plan &) = default;
};

/// What it is about. A member that is not given stays; an empty text takes it away, but no title.
struct WorkText
{
    std::optional<QString> title = {};
    std::optional<QString> detail = {};
    std::optional<QString> level = {}; ///< code word
    std::optional<QString> url = {}; ///< of a ticket
    friend bool operator==(const WorkText &, const WorkText &) = default;
};

struct NewWork
{
    WorkKind kind = WorkKind::Ticket;
    QString title;
    QString level; ///< code word
    QString detail = {};
    QString group = {}; ///< code word, may be empty
    QUuid incident = {}; ///< null: free
    Plan plan = {};
    QString url = {}; ///< of a ticket
    bool claim = false; ///< the author owns it at once
    QString offerTo = {}; ///< login
};

/// What a person does with tickets and pending items: each function saves one change and returns at
/// once. The rules judge it in the store; refusals carry the rule's code. Any thread.
class WorkCommands
{
public:
    /// `author` is asked at each command: people switch.
    WorkCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    [[nodiscard]] store::SavedFuture open(const NewWork &work);
    /// Becomes the owner of what has none; when somebody was faster: Conflict `changed`.
    [[nodiscard]] store::SavedFuture claim(WorkKind kind, const QUuid &id);
    /// Becomes the owner in place of `from`; when `from` is no longer the owner: Conflict
    /// `changed`.
    [[nodiscard]] store::SavedFuture takeOver(WorkKind kind, const QUuid &id, const QString &from);
    [[nodiscard]] store::SavedFuture release(WorkKind kind, const QUuid &id);
    /// It stays its owner's until `login` accepts.
    [[nodiscard]] store::SavedFuture offer(WorkKind kind, const QUuid &id, const QString &login);
    /// When it is no longer offered to the author: Conflict `changed`.
    [[nodiscard]] store::SavedFuture accept(WorkKind kind, const QUuid &id);
    /// Declines what is offered to the author, withdraws what is offered by them.
    [[nodiscard]] store::SavedFuture cancelOffer(WorkKind kind, const QUuid &id);
    [[nodiscard]] store::SavedFuture setPlan(WorkKind kind, const QUuid &id, const Plan &plan);
    [[nodiscard]] store::SavedFuture setText(WorkKind kind, const QUuid &id, const WorkText &text);
    [[nodiscard]] store::SavedFuture waitFor(const QUuid &ticket, const QString &whom);
    [[nodiscard]] store::SavedFuture resume(const QUuid &ticket);
    /// `state`: done or dropped; what is dropped needs an outcome.
    [[nodiscard]] store::SavedFuture close(
        WorkKind kind, const QUuid &id, const QString &state, const QString &outcome);

private:
    [[nodiscard]] store::SavedFuture update(
        WorkKind kind, const QUuid &id, domain::Row set, domain::Row expect = {});

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::tickets
