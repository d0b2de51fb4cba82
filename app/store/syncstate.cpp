// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/syncstate.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;

SyncStateTable::SyncStateTable(Database &database)
    : m_database(database)
{
}

QString SyncStateTable::value(QLatin1StringView key, const QString &otherwise) const
{
    const QVariant found =
        m_database.value(u"SELECT v FROM sync_state WHERE k=?"_s, {QString(key)});
    return found.isValid() ? found.toString() : otherwise;
}

void SyncStateTable::set(QLatin1StringView key, const QString &value)
{
    set(SyncState{{QString(key), value}});
}

void SyncStateTable::set(const SyncState &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isEmpty())
            m_database.exec(u"DELETE FROM sync_state WHERE k=?"_s, {it.key()});
        else
            m_database.exec(u"INSERT INTO sync_state(k,v) VALUES(?,?) "
                            "ON CONFLICT(k) DO UPDATE SET v=excluded.v"_s,
                {it.key(), it.value()});
    }
}

SyncState SyncStateTable::all() const
{
    SyncState state;
    for (const QVariantList &row : m_database.select(u"SELECT k,v FROM sync_state"_s))
        state.insert(row.at(0).toString(), row.at(1).toString());
    return state;
}

qint64 SyncStateTable::next(QLatin1StringView key)
{
    const qint64 number = value(key, u"1"_s).toLongLong();
    set(key, QString::number(number + 1));
    return number;
}

void SyncStateTable::atLeast(QLatin1StringView key, qint64 number)
{
    if (value(key, u"1"_s).toLongLong() < number)
        set(key, QString::number(number));
}

} // namespace watchroom::store
