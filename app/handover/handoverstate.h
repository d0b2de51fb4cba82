// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoversheet.h"
#include "app/handover/sheetend.h"
#include "app/handover/sheetfacts.h"
#include "app/store/reader.h"

#include <QMetaType>

namespace watchroom::handover {

/// One row of the wizard: what is open, as the data has it, and what the two sides said about it.
struct HandoverItem
{
    SheetItem facts;
    bool confirmed = false;
    bool known = false; ///< it has a row of its own already
    QString question = {};
    QString askedBy = {};
    QString answer = {};
    QString answeredBy = {};
    std::optional<SheetReadBack> readBack = {};
    /// Where nothing is said yet: what the handover before said, else the rule that opened it.
    QString knownContingency = {};

    [[nodiscard]] bool hasOpenQuestion() const { return !question.isEmpty() && answer.isEmpty(); }
};

/// One signature of this handover, with the sheet it is over where that row carries it.
struct HandoverSignature
{
    QUuid id;
    SheetSignature what;
    QJsonObject sheet = {};
};

/// Somebody signed by hand, where they could not show who they are; confirmed later by a signature
/// of their own.
struct PaperSignature
{
    QString meaning; ///< handed_over, taken_over
    QString person; ///< login of who signed
    QUuid entry; ///< of the log: the photograph
    QString by; ///< login of who attached it
    std::optional<base::Instant> at = {};
};

/// A handover as screens and the command line read it: one live one, or the last.
struct HandoverState
{
    QUuid id;
    QString scope;
    QString label;
    std::optional<qint64> number;
    QString state; ///< draft, out_signed, accepted, refused, extended, expired, forced
    QString outgoing;
    QString incoming;
    QStringList outgoingPeople;
    QStringList incomingPeople;
    QString sheetHash;
    QString reason;
    qint64 attempt = 1;
    bool seen = false;
    bool pending = false; ///< not settled with the server yet: to be confirmed
    std::optional<base::Instant> shiftAt;
    std::optional<base::Instant> openedAt;
    std::optional<base::Instant> endedAt;
    QJsonArray changes; ///< of an accepted one: what was not as the sheet says
    QList<HandoverItem> items; ///< red first, then by due time
    QList<SheetSystem> systems; ///< the usual ones, and what the team added
    QList<SheetWaiver> waivers;
    QList<HandoverSignature> signatures;
    QList<PaperSignature> papers;
    QMap<QString, QString> names;
    SheetFacts facts; ///< of the roster, the check-ins and the handover before

    [[nodiscard]] bool isLive() const;
    /// The watch is said to have passed, and the server or a signature has yet to confirm it.
    [[nodiscard]] bool isToBeVerified() const;
    /// What the lead of that side signed by hand and has not confirmed; null: nothing.
    [[nodiscard]] const PaperSignature *unconfirmedPaper(const QString &meaning) const;
    [[nodiscard]] const HandoverItem *find(const QString &table, const QUuid &id) const;
    /// The sheet that this hash was signed over; nothing where no signature carries it.
    [[nodiscard]] std::optional<QJsonObject> signedSheet(const QString &hash) const;
};

/// One that ended, as a line of a list.
struct PastHandover
{
    QUuid id;
    QString label;
    QString state;
    QString outgoing;
    QString incoming;
    std::optional<base::Instant> shiftAt;
    std::optional<base::Instant> endedAt;
    bool pending = false;
    friend bool operator==(const PastHandover &, const PastHandover &) = default;
};

/// What is still to be done before the outgoing lead can sign, in the order of the steps.
struct Missing
{
    QString what; ///< receiver, next_action, due_at, contingency, answer, not_confirmed,
                  ///< red_unacknowledged, system, read_back
    QString table = {};
    QString subject = {}; ///< an id, or a system's key

    /// It may be signed all the same, with a reason and a second name.
    [[nodiscard]] bool isWaivable() const;
    friend bool operator==(const Missing &, const Missing &) = default;
};

/// On the reader's thread. NotFound `handover_none` where the scope never had one.
[[nodiscard]] base::Result<HandoverState> readHandover(store::Reader &reader, const QString &scope);
[[nodiscard]] base::Result<HandoverState> readHandover(store::Reader &reader, const QUuid &id);
/// The last thirty of a scope, the newest first.
[[nodiscard]] base::Result<QList<PastHandover>> readPast(
    store::Reader &reader, const QString &scope);
[[nodiscard]] QList<Missing> missingOf(const HandoverState &state, base::Instant now);

/// What the replica does not say of a sheet.
struct SheetContext
{
    QByteArray zone; ///< in which it is read
    QList<SheetSource> sources = {}; ///< of metrics
    std::optional<base::Instant> asOf = {}; ///< the last contact, while the server is away
};

/// The sheet both sides look at: the frozen one, read to the letter, or what would be signed now.
[[nodiscard]] base::Result<HandoverSheet> sheetOf(
    const HandoverState &state, base::Instant now, const SheetContext &context);
/// Who signed it, and what the record of this replica says: on the reader's thread.
[[nodiscard]] base::Result<SheetEnd> readSheetEnd(
    store::Reader &reader, const HandoverState &state, base::Instant now);

/// What people said of key systems, and where nobody did within 15 minutes, what metrics say of
/// them, if they say something. A reading has no `by`.
[[nodiscard]] QList<SheetSystem> withReadings(
    const QList<SheetSystem> &said, const QList<SheetSystem> &readings, base::Instant now);

/// The systems every team begins with; their names are code words for app/words.
[[nodiscard]] QList<SheetSystem> usualSystems();

} // namespace watchroom::handover

Q_DECLARE_METATYPE(watchroom::handover::HandoverState)
