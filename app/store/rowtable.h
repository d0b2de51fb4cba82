// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/row.h"
#include "app/domain/tables.h"

#include <QList>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

namespace watchroom::store {

/// The columns every synced table has beside those of tables.h.
[[nodiscard]] std::span<const domain::Column> metaColumns();
[[nodiscard]] bool isMetaColumn(QStringView name);

/// A value as SQLite keeps it, and back. Json is kept as canonical text.
[[nodiscard]] QVariant toSql(const QJsonValue &value, domain::ColumnType type);
[[nodiscard]] QJsonValue fromSql(const QVariant &value, domain::ColumnType type);

[[nodiscard]] QByteArray toJsonText(const domain::Row &row);
[[nodiscard]] domain::Row fromJsonText(const QVariant &text);

/// The SQL of one synced table and the way between its rows and JSON; built once a connection.
class RowTable
{
public:
    explicit RowTable(const domain::Table &table);

    [[nodiscard]] const domain::Table &table() const { return m_table; }
    /// `"a","b"`: the columns fromQuery() expects.
    [[nodiscard]] const QString &selectList() const { return m_selectList; }
    [[nodiscard]] const QString &upsertSql() const { return m_upsert; }
    /// As upsertSql(), and leaves a row alone whose `ver` is the same.
    [[nodiscard]] const QString &upsertChangedSql() const { return m_upsertChanged; }

    /// Whether every known column has a value of its type; what is not known is kept as it is.
    [[nodiscard]] bool fits(const domain::Row &row) const;
    [[nodiscard]] domain::Row fromQuery(const QSqlQuery &query) const;
    /// In the order of the upsert; members that are no column are kept in `_extra`.
    [[nodiscard]] QVariantList values(const domain::Row &row, bool pending) const;

private:
    const domain::Table &m_table;
    QList<domain::Column> m_columns; ///< sorted by name: JSON objects are fastest filled in order
    QString m_selectList;
    QString m_upsert;
    QString m_upsertChanged;
};

/// `"name"`.
[[nodiscard]] QString quoted(QStringView name);

} // namespace watchroom::store
