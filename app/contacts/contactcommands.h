// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/contacts/contact.h"
#include "app/store/store.h"

#include <functional>

namespace watchroom::contacts {

/// What became of a call.
enum class CallResult
{
    Reached, ///< 已接通
    NoAnswer, ///< 无人接
    Busy, ///< 占线
};
/// Of the entry: contact_reached, contact_no_answer, contact_busy.
[[nodiscard]] QString codeOf(CallResult result);
[[nodiscard]] std::optional<CallResult> resultOf(QStringView code);

/// One contact as it was looked at, and as it shall be.
struct ContactChange
{
    Contact before;
    Contact after;
};

/// What people do with contacts: each function saves one group of changes and returns at once. The
/// rules judge it in the store. Any thread.
class ContactCommands
{
public:
    /// `author` is asked at each command: people switch.
    ContactCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    /// Ids are given.
    [[nodiscard]] store::SavedFuture add(const QList<Contact> &contacts);
    /// What differs alone: a colleague's change of the rest stays. Nothing differs: nothing is
    /// saved.
    [[nodiscard]] store::SavedFuture change(const Contact &before, const Contact &after);
    /// All of it or nothing, as an import has it.
    [[nodiscard]] store::SavedFuture take(
        const QList<Contact> &added, const QList<ContactChange> &changed);
    [[nodiscard]] store::SavedFuture remove(const QUuid &contact);
    /// A call, as an entry of the incident (or of the day); who was reached is verified by it.
    [[nodiscard]] store::SavedFuture called(
        const Contact &contact, const QString &way, CallResult result, const QUuid &incident);

private:
    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::contacts
