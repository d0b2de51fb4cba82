// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/rowtable.h"

#include <QHash>
#include <QSet>

#include <map>

namespace watchroom::store {

/// Which rows a transaction touched, by table.
using Changes = QHash<QString, QSet<QUuid>>;

/// The synced tables of one connection, row by row, whatever they are called; it remembers what
/// was written until takeChanges(). Lives on its connection's thread.
class Rows
{
public:
    explicit Rows(Database &database);

    [[nodiscard]] Database &database() const { return m_database; }
    /// Null where there is no such table.
    [[nodiscard]] const RowTable *table(QStringView name) const;

    /// Deleted rows too.
    [[nodiscard]] std::optional<domain::Row> find(const QString &table, const QUuid &id) const;
    [[nodiscard]] QList<domain::Row> where(
        const RowTable &table, const QString &condition, const QVariantList &values) const;
    void put(const RowTable &table, const domain::Row &row, bool pending);
    /// Writes where `ver` differs; the fast way for rows without pending changes.
    void putChanged(const RowTable &table, const domain::Row &row);
    /// Takes the row out of the file (a refused insert, a row outside the window).
    void erase(const RowTable &table, const QUuid &id);

    [[nodiscard]] Changes takeChanges() { return std::exchange(m_changes, {}); }

private:
    Database &m_database;
    std::map<QString, RowTable, std::less<>> m_tables;
    Changes m_changes;
};

/// The row without its local marks.
[[nodiscard]] domain::Row withoutMarks(domain::Row row);

} // namespace watchroom::store
