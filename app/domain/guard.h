// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/judge.h"
#include "app/domain/tables.h"

#include <span>

// What the guards share; only the guards of this folder include it.
namespace watchroom::domain {

/// Why a rule says no.
struct Refusal
{
    QString code;
    QJsonObject params = {};
};
using Verdict = std::optional<Refusal>;

/// One change on its way through the rules: they read `old`, mend `row` and add what follows.
struct Change
{
    const Table &table;
    const std::optional<Row> &old; ///< nothing for an insert
    Row row; ///< proposed; becomes what is stored
    const Actor &actor;
    base::Instant at;
    base::Instant now;
    Facts &facts;
    QList<EntryDraft> entries = {};
    QList<Consequence> consequences = {};

    [[nodiscard]] bool isInsert() const { return !old.has_value(); }
    [[nodiscard]] QJsonValue before(QLatin1StringView column) const;
    [[nodiscard]] bool isNull(QLatin1StringView column) const;
    /// The column's value differs from the old row's, as a value of its type.
    [[nodiscard]] bool changed(QLatin1StringView column) const;
    [[nodiscard]] bool isDeleted() const;
    [[nodiscard]] bool isSeniorOrOwner() const; ///< the owner as proposed

    void set(QLatin1StringView column, const QJsonValue &value) { row.insert(column, value); }
    void setInstant(QLatin1StringView column, const std::optional<base::Instant> &value);
    void setNull(QLatin1StringView column) { row.insert(column, QJsonValue()); }
    /// An entry on the incident the change belongs to (null: the day's chain).
    void write(const QUuid &incident, const QString &code, const QJsonObject &params);
};

using GuardRule = Verdict (*)(Change &);

/// The first refusal in order; nothing if every rule agrees.
[[nodiscard]] Verdict firstRefusal(Change &change, std::span<const GuardRule> rules);

[[nodiscard]] inline Refusal refuse(const QString &code, const QJsonObject &params = {})
{
    return {code, params};
}

/// The first rule of every guard: not_active, old_fence.
[[nodiscard]] Verdict checkActor(Change &change);
[[nodiscard]] Verdict checkSenior(Change &change); ///< not_senior
[[nodiscard]] Verdict checkAdmin(Change &change); ///< not_admin
/// Rows of append-only tables are inserted and never changed.
[[nodiscard]] Verdict checkAppended(Change &change);
[[nodiscard]] bool isActive(const Row &person); ///< and not deleted
/// The login is that of somebody who may own work: there, active and not deleted.
[[nodiscard]] bool isActivePerson(const Change &change, const QString &login);
/// The column names a position that is not deleted.
[[nodiscard]] bool isPosition(const Change &change, QLatin1StringView column);
[[nodiscard]] Verdict checkTitle(Change &change); ///< title_missing, title_too_long
[[nodiscard]] Verdict checkGroup(Change &change); ///< group_unknown
[[nodiscard]] Verdict checkLevel(Change &change); ///< level_unknown
/// What only guards write stays as it was.
void keepGuardColumns(Change &change);
/// Another row that is not deleted has this text in the column.
[[nodiscard]] bool isTaken(const Change &change, QLatin1StringView column);
/// The row of `table` that the column names must exist: not_found.
[[nodiscard]] Verdict checkNamed(
    const Change &change, QLatin1StringView column, QLatin1StringView table);
/// The part of what belongs to an incident: the incident's own.
void placeWithIncident(Change &change);
/// Reasons and fences were read; they are no part of the row.
void clearRequests(Change &change);

[[nodiscard]] Verdict guardIncident(Change &change);
[[nodiscard]] Verdict guardIncidentInsert(Change &change);
[[nodiscard]] Verdict guardIncidentUpdate(Change &change);
[[nodiscard]] Verdict guardIncidentRole(Change &change);
[[nodiscard]] Verdict guardLogEntry(Change &change);
[[nodiscard]] Verdict guardAlert(Change &change);
[[nodiscard]] Verdict guardIncidentAlert(Change &change);
[[nodiscard]] Verdict guardPerson(Change &change);
[[nodiscard]] Verdict guardPersonRight(Change &change);
[[nodiscard]] Verdict guardStation(Change &change);
[[nodiscard]] Verdict guardSession(Change &change);
[[nodiscard]] Verdict guardPolicy(Change &change);
[[nodiscard]] Verdict guardRule(Change &change);
[[nodiscard]] Verdict guardSource(Change &change);
[[nodiscard]] Verdict guardTarget(Change &change);
/// Tickets and pending items: work with one owner.
[[nodiscard]] Verdict guardWork(Change &change);
[[nodiscard]] Verdict guardPosition(Change &change);
[[nodiscard]] Verdict guardRotation(Change &change);
[[nodiscard]] Verdict guardRosterOverride(Change &change);
[[nodiscard]] Verdict guardCheckIn(Change &change);
[[nodiscard]] Verdict guardHandover(Change &change);
[[nodiscard]] Verdict guardHandoverItem(Change &change);
[[nodiscard]] Verdict guardHandoverSignature(Change &change);
[[nodiscard]] Verdict guardArticle(Change &change);
[[nodiscard]] Verdict guardArticleFeedback(Change &change);
[[nodiscard]] Verdict guardProcedureRun(Change &change);
[[nodiscard]] Verdict guardRunEvent(Change &change);
[[nodiscard]] Verdict guardContact(Change &change);

} // namespace watchroom::domain
