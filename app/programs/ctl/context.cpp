// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/context.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/domain/tables.h"
#include "app/remote/pgremote.h"

#include <QJsonDocument>

#include <pwd.h>
#include <unistd.h>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using incidents::Incident;
using programs::WorkspaceConfig;
using store::Store;

namespace {

constexpr std::chrono::seconds kPushTime{5};
constexpr int kMostMatches = 2; // one is found, two are ambiguous

Result<QList<Incident>> incidentsWhere(
    store::Reader &reader, const QString &where, const QVariantList &values, const QString &tail)
{
    const auto rows = reader.rows(u"incident", where, values, tail);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Incident> found;
    for (const domain::Row &row : *rows)
        found.append(Incident::fromRow(row));
    return found;
}

/// By number, then by label, where the table has them, then by the beginning of an id.
Result<QList<domain::Row>> matching(
    store::Reader &reader, const QString &table, const QString &reference)
{
    const domain::Table &known = *domain::findTable(table);
    const QString tail = u"LIMIT %1"_s.arg(kMostMatches);
    bool isNumber = false;
    const qint64 number = reference.toLongLong(&isNumber);
    if (isNumber && known.column("number"_L1)) {
        const auto exact = reader.rows(table, u"number = ?"_s, {number}, tail);
        if (!exact || !exact->isEmpty())
            return exact;
    }
    if (known.column("label"_L1)) {
        const auto labelled = reader.rows(table, u"label = ?"_s, {reference}, tail);
        if (!labelled || !labelled->isEmpty())
            return labelled;
    }
    return reader.rows(
        table, u"substr(id, 1, ?) = ?"_s, {reference.size(), reference.toLower()}, tail);
}

/// Whom libpq connects as, in its own order.
QString loginOf(const remote::ConnInfo &info)
{
    if (const QString given = info.value("user"_L1); !given.isEmpty())
        return given;
    const QString chosen = qEnvironmentVariable("PGUSER");
    const passwd *user = chosen.isEmpty() ? ::getpwuid(::geteuid()) : nullptr;
    return user ? QString::fromLocal8Bit(user->pw_name) : chosen;
}

} // namespace

Context::Context(const GlobalOptions &options)
    : m_options(options)
{
}

Context::~Context()
{
    m_sync.reset(); // before the store it writes to
}

Result<WorkspaceConfig> Context::config() const
{
    return WorkspaceConfig::load(m_options.workspace);
}

Result<> Context::open(bool toWrite)
{
    const auto config = this->config();
    if (!config)
        return tl::unexpected(config.error());
    const auto mode = config->isStandalone() ? Store::Mode::Standalone : Store::Mode::Replica;
    auto opened = Store::open(m_options.workspace, mode, m_clock);
    if (!opened && opened.error().code == "workspace_in_use"_L1 && !toWrite)
        opened = Store::open(m_options.workspace, Store::Mode::ReadOnly, m_clock);
    if (!opened)
        return tl::unexpected(opened.error());
    m_store = std::move(*opened);
    if (!config->isStandalone() || m_store->mode() == Store::Mode::ReadOnly)
        return {};
    auto set = m_store->setUpStandalone(store::systemPerson(), {});
    set.waitForFinished();
    if (!set.result())
        return tl::unexpected(set.result().error());
    m_localLogin = *set.result();
    return {};
}

Result<Store *> Context::reading()
{
    if (!m_store) {
        if (const auto opened = open(false); !opened)
            return tl::unexpected(opened.error());
    }
    return m_store.get();
}

Result<Store *> Context::writing()
{
    if (m_store && m_store->mode() == Store::Mode::ReadOnly)
        m_store.reset(); // it may be free by now; else the second try says who holds it
    if (!m_store) {
        if (const auto opened = open(true); !opened)
            return tl::unexpected(opened.error());
    }
    return m_store.get();
}

Result<store::Author> Context::author() const
{
    const auto config = this->config();
    if (!config)
        return tl::unexpected(config.error());
    if (!m_options.as.isEmpty())
        return store::Author{.login = m_options.as, .session = {}, .sessionKey = {}};
    if (config->isStandalone())
        return store::Author{.login = m_localLogin, .session = {}, .sessionKey = {}};
    const auto info = remote::ConnInfo::parse(config->server);
    if (!info)
        return tl::unexpected(info.error());
    return store::Author{.login = loginOf(*info), .session = {}, .sessionKey = {}};
}

Result<incidents::IncidentCommands *> Context::commands()
{
    if (const auto store = writing(); !store)
        return tl::unexpected(store.error());
    const auto who = author();
    if (!who)
        return tl::unexpected(who.error());
    if (!m_commands)
        m_commands = std::make_unique<incidents::IncidentCommands>(
            *m_store, m_clock, [who = *who] { return who; });
    return m_commands.get();
}

Result<tickets::WorkCommands *> Context::work()
{
    if (const auto store = writing(); !store)
        return tl::unexpected(store.error());
    const auto who = author();
    if (!who)
        return tl::unexpected(who.error());
    if (!m_work)
        m_work = std::make_unique<tickets::WorkCommands>(
            *m_store, m_clock, [who = *who] { return who; });
    return m_work.get();
}

Result<sync::SyncService *> Context::syncing(std::chrono::milliseconds deadline)
{
    if (m_sync)
        return m_sync.get();
    if (const auto store = writing(); !store)
        return tl::unexpected(store.error());
    const auto config = this->config();
    if (!config)
        return tl::unexpected(config.error());
    if (config->isStandalone())
        return base::failure(Error::Kind::Invalid, u"no server is set"_s, u"standalone"_s);
    const auto info = remote::ConnInfo::parse(config->server);
    if (!info)
        return tl::unexpected(info.error());
    remote::PgSettings settings;
    settings.info = *info;
    settings.user = m_options.as;
    settings.deadline = deadline;
    m_sync = std::make_unique<sync::SyncService>(
        *m_store, [settings] { return std::make_unique<remote::PgRemote>(settings); }, m_clock);
    return m_sync.get();
}

Result<store::Saved> Context::settle(store::SavedFuture future)
{
    future.waitForFinished();
    const Result<store::Saved> saved = future.result();
    if (!saved || m_store->mode() != Store::Mode::Replica)
        return saved;
    const auto service = syncing(kPushTime);
    if (!service)
        return saved; // kept here until a server can be asked
    auto report = (*service)->syncOnce(kPushTime);
    report.waitForFinished();
    if (const auto refused = refusal(saved->ops))
        return tl::unexpected(*refused);
    return saved;
}

std::optional<Error> Context::refusal(const QList<QUuid> &ops)
{
    const QString sql =
        u"SELECT state, code, result FROM sync_outbox WHERE op %1"
        " AND state IN ('rejected', 'conflict', 'held') ORDER BY seq LIMIT 1"_s.arg(store::kInList);
    const auto found = read<QList<QJsonObject>>(
        [&](store::Reader &reader) { return reader.query(sql, {store::listOf(ops)}); });
    if (!found)
        return found.error();
    if (found->isEmpty())
        return std::nullopt;
    const QJsonObject &row = found->first();
    const auto result = base::readJson(row.value("result"_L1).toString().toUtf8());
    const QString code = row.value("code"_L1).toString();
    const bool isConflict = row.value("state"_L1) == "conflict"_L1;
    return Error{isConflict ? Error::Kind::Conflict : Error::Kind::Denied,
        u"the server refused it: "_s + code, code, result.object().value("params"_L1).toObject()};
}

Result<QList<Incident>> Context::incidents(bool onlyOpen)
{
    return read<QList<Incident>>([onlyOpen](store::Reader &reader) {
        return incidentsWhere(
            reader, onlyOpen ? u"stage <> 'closed'"_s : QString(), {}, u"ORDER BY opened_at, id"_s);
    });
}

Result<Incident> Context::incident(const QUuid &id)
{
    return find(base::toText(id));
}

Result<Incident> Context::find(const QString &reference)
{
    const auto row = findRow(u"incident"_s, reference);
    if (!row)
        return tl::unexpected(row.error());
    return Incident::fromRow(*row);
}

Result<domain::Row> Context::findRow(const QString &table, const QString &reference)
{
    const QString bare = reference.startsWith(u'#') ? reference.mid(1) : reference;
    const auto found = read<QList<domain::Row>>(
        [&](store::Reader &reader) { return matching(reader, table, bare); });
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty() || bare.isEmpty())
        return base::failure(Error::Kind::NotFound, u"no such row in "_s + table,
            table == "incident"_L1 ? u"incident_unknown"_s : u"work_unknown"_s,
            {{u"ref"_s, reference}});
    if (found->size() > 1)
        return base::failure(Error::Kind::Invalid, u"several fit"_s, u"reference_ambiguous"_s,
            {{u"ref"_s, reference}});
    return found->first();
}

} // namespace watchroom::ctl
