// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/attachment.h"
#include "app/handover/handoverstate.h"
#include "app/store/store.h"

#include <functional>

namespace watchroom::handover {

struct NewHandover
{
    QString scope; ///< desk, or a position's code word
    base::Instant shiftAt;
    qint64 attempt = 1;
    QString outgoing;
    QString incoming;
    QStringList outgoingPeople;
    QStringList incomingPeople;
};

/// What begins it. The id follows from scope, shift and attempt: whoever makes it, it is the same.
[[nodiscard]] store::Draft openingOf(const NewHandover &handover);

/// What one side says about an item. A member that is not given stays.
struct ItemChange
{
    std::optional<QString> receiver = {};
    std::optional<QString> nextAction = {}; ///< of an incident; a ticket has its own plan
    std::optional<QString> contingency = {};
    std::optional<bool> confirmed = {};
    std::optional<QString> question = {};
    std::optional<QString> answer = {};
    std::optional<SheetReadBack> readBack = {}; ///< due time, next action and owner as said
    std::optional<bool> heard = {};
};

/// What the two sides do with a handover: each function saves one change and returns at once. The
/// rules judge it in the store; refusals carry the rule's code. Any thread.
class HandoverCommands
{
public:
    /// `author` is asked at each command: people switch.
    HandoverCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    [[nodiscard]] store::SavedFuture open(const NewHandover &handover);
    [[nodiscard]] store::SavedFuture setLeads(const QUuid &handover, const NewHandover &leads);
    [[nodiscard]] store::SavedFuture setItem(const QUuid &handover, const QString &table,
        const QUuid &subject, const ItemChange &change);
    /// `result`: ok, failed, unchecked, empty: off the list; `seen`: what a person saw or heard.
    [[nodiscard]] store::SavedFuture check(
        const QUuid &handover, const QString &system, const QString &result, const QString &seen);
    /// A rule is not kept, for a reason of the list and with a second name; an empty reason takes
    /// it back.
    [[nodiscard]] store::SavedFuture waive(
        const QUuid &handover, const Missing &rule, const QString &reason, const QString &second);
    /// The outgoing lead's signature freezes the sheet; one operation signs, another says so.
    [[nodiscard]] store::SavedFuture handOver(
        const HandoverSheet &sheet, const QString &how, const QString &station);
    /// The incoming lead's signature over the same sheet, and with it the acceptance: one
    /// operation, held with its signatures, that moves whatever is still with who leaves.
    [[nodiscard]] store::SavedFuture accept(
        const HandoverState &state, const QString &how, const QString &station);
    /// Somebody else stands for what the two signed.
    [[nodiscard]] store::SavedFuture witness(
        const HandoverState &state, const QString &how, const QString &station);
    /// Somebody who cannot show here who they are signed the printed sheet: its photograph goes
    /// into the log as `text`, and they confirm it later by a signature of their own.
    [[nodiscard]] store::SavedFuture putOnPaper(const QUuid &handover, const QString &meaning,
        const QString &person, const QString &text, const QList<domain::Attachment> &photographs);
    [[nodiscard]] store::SavedFuture recall(const QUuid &handover);
    [[nodiscard]] store::SavedFuture refuse(
        const QUuid &handover, const QString &reason, const QString &remark);
    [[nodiscard]] store::SavedFuture extend(
        const QUuid &handover, const QString &reason, const QString &remark);
    /// By the command layer, one-sided: over the sheet the incoming lead signed.
    [[nodiscard]] store::SavedFuture force(
        const HandoverState &state, const QString &reason, const QString &remark);
    /// The incoming lead's signature alone, where the outgoing one is gone: what force() rests on.
    [[nodiscard]] store::SavedFuture takeOver(
        const HandoverSheet &sheet, const QString &how, const QString &station);
    [[nodiscard]] store::SavedFuture markSeen(const QUuid &handover);

private:
    [[nodiscard]] store::SavedFuture update(const QUuid &handover, const domain::Row &set);
    /// The changes follow each other, in one save.
    [[nodiscard]] store::SavedFuture touch(const QUuid &handover, const QString &about,
        const QString &subject, const QList<domain::Row> &changes,
        const QList<store::Draft> &before = {});
    [[nodiscard]] store::Draft signature(const QUuid &handover, const QString &meaning,
        const QByteArray &hash, const QString &how, const QString &station) const;

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::handover
