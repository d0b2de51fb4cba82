// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stations/stations.h"

#include "app/base/whendone.h"

#include <algorithm>

namespace watchroom::stations {

using namespace Qt::StringLiterals;

namespace {

using Read = base::Result<QList<Station>>;

Read readStations(store::Reader &reader)
{
    const auto rows = reader.rows(u"station", {}, {}, u"ORDER BY name");
    if (!rows)
        return tl::unexpected(rows.error());
    const auto open = reader.rows(u"session", u"ended=0", {}, u"ORDER BY opened_at");
    if (!open)
        return tl::unexpected(open.error());
    QList<Station> stations;
    for (const domain::Row &row : *rows)
        stations.append({.id = domain::uuid(row, "id"_L1),
            .name = domain::text(row, "name"_L1),
            .kind = domain::text(row, "kind"_L1),
            .active = domain::boolean(row, "active"_L1),
            .sessions = {}});
    for (const domain::Row &row : *open) {
        const auto at =
            std::ranges::find(stations, domain::text(row, "station"_L1), &Station::name);
        if (at != stations.end())
            at->sessions.append({domain::uuid(row, "id"_L1), domain::text(row, "person"_L1),
                domain::instant(row, "opened_at"_L1).value_or(base::Instant())});
    }
    return stations;
}

} // namespace

Stations::Stations(store::Store &store, Author author, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_author(std::move(author))
{
    connect(&store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "station"_L1 || table == "session"_L1)
            load();
    });
    load();
}

void Stations::load()
{
    base::whenDone(m_store.read<QList<Station>>(readStations), this, [this](const Read &read) {
        if (!read)
            return;
        m_stations = *read;
        Q_EMIT changed();
    });
}

QFuture<base::Result<store::Saved>> Stations::endSession(const QUuid &session)
{
    return m_store.save({{.table = u"session"_s,
                            .id = session,
                            .kind = domain::OperationKind::Update,
                            .set = {{u"ended"_s, true}}}},
        m_author());
}

void Stations::endLeftBehind(const QString &person, const QString &station, const QUuid &kept)
{
    using Rows = base::Result<QList<domain::Row>>;
    base::whenDone(m_store.read<QList<domain::Row>>([person, station](store::Reader &reader) {
        return reader.rows(u"session", u"ended = 0 AND person = ? AND station = ?",
            {person, station}, u"ORDER BY opened_at");
    }),
        this, [this, kept](const Rows &open) {
            for (const domain::Row &row : open.value_or(QList<domain::Row>())) {
                if (const QUuid id = domain::uuid(row, "id"_L1); id != kept)
                    static_cast<void>(endSession(id));
            }
        });
}

QFuture<base::Result<store::Saved>> Stations::switchOff(const QUuid &station)
{
    return m_store.save({{.table = u"station"_s,
                            .id = station,
                            .kind = domain::OperationKind::Update,
                            .set = {{u"active"_s, false}}}},
        m_author());
}

} // namespace watchroom::stations
