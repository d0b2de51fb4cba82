// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/latestentry.h"

#include "app/base/whendone.h"

#include <algorithm>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostAsked = 50; // of a page that brings thousands, any recent one will do
}

LatestEntry::LatestEntry(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &store::Store::rowsChanged, this,
        [this](const QString &table, const QList<QUuid> &ids) {
            if (table != "log_entry"_L1)
                return;
            m_waiting.append(ids);
            m_waiting.remove(0, std::max<qsizetype>(0, m_waiting.size() - kMostAsked));
            read();
        });
}

void LatestEntry::read()
{
    using Row = std::optional<domain::Row>;
    if (m_reading || m_waiting.isEmpty())
        return;
    m_reading = true;
    const auto ask = [ids = std::exchange(m_waiting, {})](
                         store::Reader &reader) -> base::Result<Row> {
        const auto rows =
            reader.rows(u"log_entry", u"incident IS NOT NULL AND id %1"_s.arg(store::kInList),
                {store::listOf(ids)}, u"ORDER BY happened_at DESC LIMIT 1");
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->isEmpty() ? Row() : Row(rows->first());
    };
    base::whenDone(m_store.read<Row>(ask), this, [this](const base::Result<Row> &row) {
        m_reading = false;
        if (row && *row) {
            m_entry = Entry::fromRow(**row);
            m_incident = domain::uuid(**row, "incident"_L1);
            Q_EMIT changed();
        }
        read();
    });
}

} // namespace watchroom::incidents
