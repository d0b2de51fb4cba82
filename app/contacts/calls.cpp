// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/calls.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/domain/values.h"

#include <algorithm>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr std::chrono::hours kDay{24};

Call callOf(const domain::Row &row, CallResult result)
{
    const QJsonObject params = row.value("params"_L1).toObject();
    return {.contact = QUuid::fromString(params.value("contact"_L1).toString()),
        .way = params.value("way"_L1).toString(),
        .result = result,
        .author = domain::text(row, "author"_L1),
        .at = domain::instant(row, "happened_at"_L1),
        .pending = domain::boolean(row, "_pending"_L1)};
}

} // namespace

Calls::Calls(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "log_entry"_L1 || (table == "incident_role"_L1 && !m_incident.isNull()))
            load();
    });
    load();
}

void Calls::setIncident(const QUuid &incident)
{
    m_incident = incident;
    m_found = {};
    load();
}

const Call *Calls::last(const QUuid &contact, const QString &way) const
{
    const QList<Call> &all = m_found.calls;
    const auto found = std::find_if(all.crbegin(), all.crend(), [&](const Call &call) {
        return call.contact == contact && (way.isEmpty() || call.way == way);
    });
    return found == all.crend() ? nullptr : &*found;
}

Result<Calls::Found> Calls::find(store::Reader &reader, const QUuid &incident, base::Instant since)
{
    const bool free = incident.isNull();
    const auto rows = reader.rows(u"log_entry",
        free ? u"kind = 'call' AND incident IS NULL AND happened_at >= ?"_s
             : u"kind = 'call' AND incident = ?"_s,
        {free ? base::toIso(since) : base::toText(incident)}, u"ORDER BY happened_at, rowid");
    if (!rows)
        return tl::unexpected(rows.error());
    Found found;
    for (const domain::Row &row : *rows) {
        if (const auto result = resultOf(domain::text(row, "code"_L1)))
            found.calls.append(callOf(row, *result));
    }
    if (free)
        return found;
    const auto roles = reader.rows(u"incident_role", u"incident = ? AND NOT deleted",
        {base::toText(incident)}, u"ORDER BY role, id");
    if (!roles)
        return tl::unexpected(roles.error());
    for (const domain::Row &role : *roles)
        found.people.append(domain::text(role, "person"_L1));
    return found;
}

void Calls::load()
{
    const quint64 asked = ++m_asked;
    const auto ask = [incident = m_incident, since = m_clock.now() - kDay](
                         store::Reader &reader) { return find(reader, incident, since); };
    base::whenDone(m_store.read<Found>(ask), this, [this, asked](const Result<Found> &read) {
        if (asked != m_asked)
            return;
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        m_found = *read;
        Q_EMIT changed();
    });
}

} // namespace watchroom::contacts
