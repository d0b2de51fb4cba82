// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/row.h"

#include <QList>
#include <QVariantList>

#include <optional>

class QSqlDatabase;

namespace watchroom::store {

/// Reads rows as their users see them (pending changes included). Lives on the reader's thread.
/// Deleted rows are left out.
class Reader
{
public:
    explicit Reader(const QSqlDatabase &database);

    [[nodiscard]] base::Result<std::optional<domain::Row>> row(QStringView table, const QUuid &id) const;
    /// `where` is SQL over the table's columns with `?` for `values`; `tail` is ORDER BY and LIMIT.
    /// Rows carry the member "_pending" (true while an operation of this client is not settled).
    [[nodiscard]] base::Result<QList<domain::Row>> rows(QStringView table, QStringView where = {},
        const QVariantList &values = {}, QStringView tail = {}) const;
    [[nodiscard]] base::Result<qint64> count(
        QStringView table, QStringView where = {}, const QVariantList &values = {}) const;

private:
    const QSqlDatabase &m_database;
};

} // namespace watchroom::store
