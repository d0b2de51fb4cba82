// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/row.h"

#include <QList>
#include <QStringList>
#include <QVariantList>

#include <memory>
#include <optional>

namespace watchroom::store {

class Database;
class Rows;

/// A condition on a column whose values are one bound list, listOf(): the statement is the same
/// however long the list is, so it is prepared once and kept once.
inline constexpr auto kInList = QLatin1StringView("IN (SELECT value FROM json_each(?))");
[[nodiscard]] QVariant listOf(const QList<QUuid> &ids);

/// Reads rows as their users see them (pending changes included). Lives on the reader's thread.
/// Deleted rows are left out.
class Reader
{
public:
    explicit Reader(Database &database);
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    [[nodiscard]] base::Result<std::optional<domain::Row>> row(
        QStringView table, const QUuid &id) const;
    /// `where` is SQL over the table's columns with `?` for `values`; `tail` is ORDER BY and LIMIT.
    /// Rows carry the member "_pending" (true while an operation of this client is not settled).
    [[nodiscard]] base::Result<QList<domain::Row>> rows(QStringView table, QStringView where = {},
        const QVariantList &values = {}, QStringView tail = {}) const;
    [[nodiscard]] base::Result<qint64> count(
        QStringView table, QStringView where = {}, const QVariantList &values = {}) const;
    /// A projection that is no synced table: the members are the statement's columns, as SQLite
    /// has them (texts, numbers, null; booleans are 0 and 1, Json is text).
    [[nodiscard]] base::Result<QList<QJsonObject>> query(
        const QString &sql, const QVariantList &values = {}) const;

private:
    Database &m_database;
    std::unique_ptr<Rows> m_rows;
};

} // namespace watchroom::store
