// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/judge.h"
#include "app/store/rows.h"

namespace watchroom::store {

class SyncStateTable;

/// What the rules look up, read from the visible rows on the writer's connection, inside the
/// transaction of the change they judge.
class StoreFacts final : public domain::Facts
{
public:
    StoreFacts(const Rows &rows, SyncStateTable &state, bool givesNumbers);

    [[nodiscard]] std::optional<domain::Row> row(QStringView table, const QUuid &id) const override;
    [[nodiscard]] QList<domain::Row> rowsWhere(
        QStringView table, QLatin1StringView column, const QJsonValue &value) const override;
    [[nodiscard]] std::optional<domain::Row> newestPolicy() const override;
    /// 0 where the server gives the numbers.
    [[nodiscard]] qint64 nextNumber() override;

private:
    const Rows &m_rows;
    SyncStateTable &m_state;
    bool m_givesNumbers;
};

/// Who the author is to the rules; `fence` is what the change itself names.
[[nodiscard]] domain::Actor actorOf(
    const StoreFacts &facts, const QString &login, const QString &station, bool fenceHolds);

} // namespace watchroom::store
