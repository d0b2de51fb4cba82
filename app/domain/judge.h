// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/row.h"

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace watchroom::domain {

/// Who an operation is judged as.
struct Actor
{
    QString name; ///< a person's login or a station's name
    bool station = false;
    bool active = true; ///< a person: row present, not deleted, active
    bool fenceHolds = false; ///< a station: its fence is the lease's
    QSet<QString> rights; ///< lead, command, admin

    [[nodiscard]] bool senior() const { return !rights.isEmpty(); }
};

/// What the rules must look up; the store and the tests implement it. Thread of the caller.
class Facts
{
public:
    Facts() = default;
    Facts(const Facts &) = delete;
    Facts &operator=(const Facts &) = delete;
    virtual ~Facts() = default;

    [[nodiscard]] virtual std::optional<Row> row(QStringView table, const QUuid &id) const = 0;
    /// Rows of a small table (person, policy, rule, ...) whose column has this text.
    [[nodiscard]] virtual QList<Row> rowsWhere(
        QStringView table, QLatin1StringView column, const QJsonValue &value) const = 0;
    [[nodiscard]] virtual std::optional<Row> newestPolicy() const = 0;
    [[nodiscard]] virtual qint64 nextNumber() = 0;
};

struct EntryDraft
{
    QString code;
    QJsonObject params;
    QUuid incident; ///< null: the day's chain
};

/// A row another table gets because of this change (stage_record).
struct Consequence
{
    QString table;
    Row row; ///< complete, with its id; replaces the one that exists
};

/// What the rules say to one change.
struct Judgement
{
    QString refused; ///< code word; empty: accepted
    QJsonObject params;
    Row row; ///< the row to store, complete
    QList<EntryDraft> entries;
    QList<Consequence> consequences;

    [[nodiscard]] bool accepted() const { return refused.isEmpty(); }
};

/// One change put to the rules of ARCHITECTURE.md, "Guards". `proposed` is the whole new row,
/// Request columns included; `old` is nothing for an insert. Pure but for `facts`.
[[nodiscard]] Judgement judge(QStringView table, const std::optional<Row> &old, const Row &proposed,
    const Actor &actor, base::Instant at, base::Instant now, Facts &facts);

} // namespace watchroom::domain
