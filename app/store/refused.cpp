// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/refused.h"

#include "app/base/json.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::ResultState;

namespace {

ResultState stateOf(const QString &word)
{
    return word == "held"_L1    ? ResultState::Held
        : word == "conflict"_L1 ? ResultState::Conflict
                                : ResultState::Rejected;
}

/// What the queue itself knows of an operation whose text nobody can read.
domain::Operation unreadable(const QJsonObject &row)
{
    domain::Operation operation;
    operation.op = QUuid::fromString(row.value("op"_L1).toString());
    operation.table = row.value("tbl"_L1).toString();
    operation.id = QUuid::fromString(row.value("row_id"_L1).toString());
    operation.at = base::fromIso(row.value("at"_L1).toString()).value_or(base::Instant());
    operation.actor = row.value("actor"_L1).toString();
    return operation;
}

} // namespace

base::Result<QList<RefusedOperation>> readRefused(Reader &reader)
{
    const auto rows = reader.query(u"SELECT body, state, code, result, op, tbl, row_id, at, actor"
                                   " FROM sync_outbox WHERE state<>'acked'"
                                   " AND state IN('held','conflict','rejected') ORDER BY +seq"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<RefusedOperation> list;
    for (const QJsonObject &row : *rows) {
        auto operation = domain::fromBody(row.value("body"_L1).toString().toUtf8());
        if (!operation) // the others are not kept from sight by it
            operation = unreadable(row);
        const auto result = base::readJson(row.value("result"_L1).toString().toUtf8());
        list.append({.operation = std::move(*operation),
            .state = stateOf(row.value("state"_L1).toString()),
            .code = row.value("code"_L1).toString(),
            .params = result.object().value("params"_L1).toObject()});
    }
    return list;
}

} // namespace watchroom::store
