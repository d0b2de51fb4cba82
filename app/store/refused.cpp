// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/refused.h"

#include <QJsonDocument>

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

} // namespace

base::Result<QList<RefusedOperation>> readRefused(Reader &reader)
{
    const auto rows =
        reader.query(u"SELECT body, state, code, result FROM sync_outbox WHERE state<>'acked'"
                     " AND state IN('held','conflict','rejected') ORDER BY seq"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<RefusedOperation> list;
    for (const QJsonObject &row : *rows) {
        auto operation = domain::fromBody(row.value("body"_L1).toString().toUtf8());
        if (!operation)
            return tl::unexpected(operation.error());
        const auto result = QJsonDocument::fromJson(row.value("result"_L1).toString().toUtf8());
        list.append({.operation = std::move(*operation),
            .state = stateOf(row.value("state"_L1).toString()),
            .code = row.value("code"_L1).toString(),
            .params = result.object().value("params"_L1).toObject()});
    }
    return list;
}

} // namespace watchroom::store
