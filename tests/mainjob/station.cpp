// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mainjob/station.h"

namespace watchroom::mainjob {

using namespace Qt::StringLiterals;
using State = sync::SyncStatus::State;

Station::Station(const DutyRoom &room, const QString &name)
    : m_name(name)
{
    const programs::WorkspaceConfig config = room.station(name);
    m_server = *remote::ConnInfo::parse(config.server);
    if (const auto saved = config.save(m_dir.path()); !saved)
        qFatal("%s", qPrintable(saved.error().detail));
    auto core = programs::Core::open(m_dir.path(), false);
    if (!core)
        qFatal("%s", qPrintable(core.error().detail));
    m_core = std::move(*core);
    m_core->start([this] { return m_author; });
    QObject::connect(&m_core->quality(), &quality::QualityService::sourceChanged, m_core.get(),
        [this](const quality::SourceState &state) { m_heardSource = state.lastAnswer; });
}

QString Station::signIn(const QString &login, const QString &password)
{
    const auto session =
        m_core->sync()->openPersonSession(m_server, login, password, m_name).result();
    if (!session)
        return session.error().code;
    m_author = {.login = login, .session = session->id, .sessionKey = session->key};
    return {};
}

bool Station::isSynced() const
{
    return status().state == State::Synced && status().counts == store::OutboxCounts{};
}

bool Station::isOffline() const
{
    return status().state == State::Offline;
}

incidents::Incident Station::onBoard(const QUuid &incident) const
{
    const auto *found = m_core->incidents().find(incident);
    return found ? *found : incidents::Incident();
}

QMap<QString, domain::Row> Station::rows(const QString &table) const
{
    const auto read =
        m_core->store()
            .read<QList<domain::Row>>([table](store::Reader &reader) { return reader.rows(table); })
            .result();
    QMap<QString, domain::Row> rows;
    for (domain::Row row : read.value_or(QList<domain::Row>())) {
        row.remove(u"_pending"_s);
        rows.insert(domain::text(row, "id"_L1), row);
    }
    return rows;
}

} // namespace watchroom::mainjob
