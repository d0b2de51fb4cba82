// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rows.h"

namespace watchroom::store {

/// What this client's operations are expected to do to rows, kept apart from what the server said:
/// visible row = the server's row (sync_base) with each operation's delta in order. A delta leaves
/// when the server's rows contain it or its operation was refused; a row without deltas is the
/// server's again. What is held is in no row of the server, whatever its number says. On the
/// writer's connection, inside the transaction under way.
class Overlay
{
public:
    explicit Overlay(Rows &rows);

    /// Operation `seq` makes the visible row `now`. `old` is what was visible before, if anything.
    void predict(qint64 seq, const QString &table, const std::optional<domain::Row> &old,
        const domain::Row &now);
    /// An operation whose base is lost (salvage) asks for `set` on a row that may come later.
    void remember(
        qint64 seq, const QString &table, const QUuid &id, bool creates, const domain::Row &set);
    /// An operation waits again whose effect the visible row shows already. One that made the row
    /// makes it again, as it stands; any other asks for `set` on it.
    void remain(
        qint64 seq, const QString &table, const QUuid &id, bool creates, const domain::Row &set);
    /// Operation `from` has another number.
    void renumber(qint64 from, qint64 to);
    /// The server's row, which contains my operations up to `lastOp`.
    void arrived(const RowTable &table, const domain::Row &row, qint64 lastOp);
    /// The server answered operation `seq` with this row.
    void answered(qint64 seq, const QString &table, const domain::Row &row);
    /// Operation `seq` will not happen: its deltas leave every row.
    void withdraw(qint64 seq);
    /// All that came from the server contains my operations up to `lastOp`.
    void contained(qint64 lastOp);
    [[nodiscard]] bool isEmpty() const;

private:
    struct Place
    {
        QString table;
        QUuid id;
    };
    [[nodiscard]] QList<Place> places(const QString &condition, const QVariantList &values) const;
    void recompute(const QString &table, const QUuid &id);
    void setBase(const QString &table, const QUuid &id, const std::optional<domain::Row> &row);

    Rows &m_rows;
    Database &m_database;
};

} // namespace watchroom::store
