// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/core.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/domain/rule.h"
#include "app/programs/demo.h"
#include "app/programs/demoalerts.h"
#include "app/programs/firstrules.h"
#include "app/quality/metrics.h"
#include "app/remote/pgremote.h"
#include "app/words/metrics.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

QString titleOf(const quality::Transition &alert, const domain::Row &target)
{
    const QString name = domain::text(target, "name"_L1);
    const QString place = name.isEmpty() ? alert.target : name;
    const auto *metric = quality::findMetric(alert.metric);
    if (alert.noData || !metric)
        return QCoreApplication::translate("alert", "%1: no data").arg(place);
    return u"%1 %2 %3"_s.arg(place, words::metricShort(alert.metric),
        words::quantity(alert.value, metric->decimals, QString(metric->unit)));
}

} // namespace

Core::Core(const QString &workspaceDir, const WorkspaceConfig &config)
    : m_dir(workspaceDir)
    , m_config(config)
    , m_kept(config)
    , m_policy(domain::defaultPolicy())
    , m_connections(workspaceDir)
{
}

Core::~Core()
{
    // Those who write to the store end before it.
    m_sync.reset();
    m_quality.reset();
}

Result<std::unique_ptr<Core>> Core::open(const QString &workspaceDir, bool demo)
{
    auto config = WorkspaceConfig::load(workspaceDir);
    const bool fresh = !config && config.error().kind == Error::Kind::NotFound;
    if (fresh) {
        config = WorkspaceConfig{
            .server = {}, .source = demo ? u"simulator"_s : QString(), .mapping = {}, .demo = demo};
        if (const auto saved = config->save(workspaceDir); !saved)
            return tl::unexpected(saved.error());
    }
    if (!config)
        return tl::unexpected(config.error());
    if (fresh && demo) {
        if (const auto filled = fillDemo(workspaceDir); !filled)
            return tl::unexpected(filled.error());
    }
    std::unique_ptr<Core> core(new Core(workspaceDir, *config));
    if (const auto opened = core->openStore(); !opened)
        return tl::unexpected(opened.error());
    return core;
}

Result<> Core::openStore()
{
    const auto mode =
        m_config.isStandalone() ? store::Store::Mode::Standalone : store::Store::Mode::Replica;
    auto store = store::Store::open(m_dir, mode, m_clock);
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    if (!m_config.isStandalone())
        return {};
    auto set = m_store->setUpStandalone(store::systemPerson(), firstRules());
    set.waitForFinished(); // before any window; a few milliseconds
    if (!set.result())
        return tl::unexpected(set.result().error());
    m_localLogin = *set.result();
    return {};
}

void Core::start(std::function<store::Author()> author)
{
    connect(m_store.get(), &store::Store::failed, this, &Core::failed);
    m_author = std::move(author);
    m_directory = std::make_unique<incidents::Directory>(*m_store);
    m_incidents = std::make_unique<incidents::IncidentsModel>(
        *m_store, *m_directory, incidents::IncidentsModel::Scope::Open);
    m_commands = std::make_unique<incidents::IncidentCommands>(*m_store, m_clock, m_author);
    m_work = std::make_unique<tickets::WorkCommands>(*m_store, m_clock, m_author);
    const auto naming = [this](const QString &login) { return m_directory->personName(login); };
    using tickets::WorkModel;
    m_tickets = std::make_unique<WorkModel>(
        *m_store, tickets::WorkKind::Ticket, WorkModel::Scope::Open, naming);
    m_pending = std::make_unique<WorkModel>(
        *m_store, tickets::WorkKind::PendingItem, WorkModel::Scope::Open, naming);
    for (WorkModel *model : {m_tickets.get(), m_pending.get()})
        connect(model, &WorkModel::failed, this, &Core::failed);
    m_roster = std::make_unique<roster::RosterBook>(*m_store, m_clock);
    m_rosterCommands = std::make_unique<roster::RosterCommands>(*m_store, m_clock, m_author);
    connect(m_roster.get(), &roster::RosterBook::failed, this, &Core::failed);
    m_handover = std::make_unique<handover::HandoverBook>(*m_store, m_clock);
    m_handoverCommands = std::make_unique<handover::HandoverCommands>(*m_store, m_clock, m_author);
    m_attachments = std::make_unique<incidents::Attachments>(m_dir);
    m_library = std::make_unique<knowledge::Library>(*m_store);
    m_favourites = std::make_unique<knowledge::Favourites>(m_dir);
    m_folderTransfer = std::make_unique<knowledge::FolderTransfer>(*m_store, m_clock, m_author);
    m_runs = std::make_unique<knowledge::RunBook>(*m_store);
    m_runCommands = std::make_unique<knowledge::RunCommands>(*m_store, m_clock, m_author);
    m_review = std::make_unique<knowledge::ReviewBook>(*m_store, m_clock);
    m_articleCommands = std::make_unique<knowledge::ArticleCommands>(*m_store, m_clock, m_author);
    m_contacts = std::make_unique<contacts::ContactBook>(*m_store);
    m_contactCommands = std::make_unique<contacts::ContactCommands>(*m_store, m_clock, m_author);
    m_advice = std::make_unique<knowledge::Advice>(*m_store, *m_library, m_clock, m_author);
    m_quality = std::make_unique<quality::QualityService>(m_clock);
    m_periods = std::make_unique<quality::AlertPeriodsModel>(*m_store);
    m_recorder = std::make_unique<quality::AlertRecorder>(*m_store, m_clock, titleOf);
    m_timers = std::make_unique<incidents::TimerKeeper>(*m_store, m_clock);
    m_handovers = std::make_unique<handover::HandoverKeeper>(*m_store, m_clock);
    m_stations = std::make_unique<stations::Stations>(*m_store, m_author);
    m_undelivered = std::make_unique<undelivered::UndeliveredCards>(*m_store);
    m_decisions = std::make_unique<undelivered::Decisions>(*m_store, m_author);
    connect(m_quality.get(), &quality::QualityService::transitioned, m_recorder.get(),
        &quality::AlertRecorder::take);
    connect(m_quality.get(), &quality::QualityService::targetsChanged, this, &Core::setNamedPlaces);
    connect(m_directory.get(), &incidents::Directory::changed, this, &Core::unlistedPlacesChanged);
    connect(m_recorder.get(), &quality::AlertRecorder::failed, this, &Core::failed);
    connect(m_periods.get(), &quality::AlertPeriodsModel::failed, this, &Core::failed);
    connect(m_store.get(), &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "policy"_L1)
            loadPolicy();
        else if (table == "rule"_L1)
            loadRules();
    });
    loadPolicy();
    loadRules(); // the first time they are there, the source starts
    if (m_config.isStandalone())
        setFence(1);
    else
        startSync();
}

knowledge::LastCheck Core::lastCheck() const
{
    if (m_config.isStandalone())
        return {.standalone = true, .online = false, .checkedAt = {}};
    if (!m_sync)
        return {};
    using State = sync::SyncStatus::State;
    const sync::SyncStatus status = m_sync->status();
    return {.standalone = false,
        .online = status.state == State::Synced || status.state == State::Waiting,
        .checkedAt = status.lastContact};
}

void Core::startSource()
{
    if (!m_config.sourceSecret || !m_config.sourceTeamSecret.isEmpty()) {
        useSource({});
        return;
    }
    m_connections.sourceSecret([this](const QString &secret) { useSource(secret); });
}

void Core::useSource(const QString &secret)
{
    const auto factory =
        sourceFactory(m_config, sourceAuthorization(m_config, secret, m_teamSecrets));
    m_sourceError = factory ? std::nullopt : std::optional(factory.error());
    m_quality->setSource(factory ? *factory : quality::QualityService::SourceFactory());
    if (m_sync)
        m_sync->setWantsLease(!m_config.source.isEmpty());
    Q_EMIT sourceSetUp();
}

void Core::takeTeamSecrets(const Result<remote::TeamSecretsPtr> &secrets)
{
    m_teamSecrets = secrets;
    if (!m_config.sourceTeamSecret.isEmpty())
        m_quality->setAuthorization(sourceAuthorization(m_config, {}, m_teamSecrets));
    Q_EMIT teamSecretsChanged();
}

void Core::startSync()
{
    const auto info = remote::ConnInfo::parse(m_config.server);
    if (!info) {
        Q_EMIT failed(info.error());
        return;
    }
    const bool written = info->contains("password"_L1);
    if (written)
        keepPassword(*info);
    if (written || !m_config.stationSecret) {
        connectTo(*info);
        return;
    }
    m_connections.stationSecret([this, server = *info](const QString &secret) mutable {
        if (!secret.isEmpty())
            server.set("password"_L1, secret);
        connectTo(server);
    });
}

/// Written into workspace.json by hand: it goes where passwords are kept.
void Core::keepPassword(const remote::ConnInfo &server)
{
    saveServer(server, [this](const Result<> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
            return;
        }
        m_config.server = m_kept.server;
        m_config.stationSecret = m_kept.stationSecret;
    });
}

void Core::connectTo(const remote::ConnInfo &server)
{
    remote::PgSettings settings;
    settings.info = server;
    m_sync = std::make_unique<sync::SyncService>(
        *m_store, [settings] { return std::make_unique<remote::PgRemote>(settings); }, m_clock,
        sync::SyncSettings{.wantsSecrets = true});
    connect(m_sync.get(), &sync::SyncService::secretsChanged, this, &Core::takeTeamSecrets);
    connect(m_sync.get(), &sync::SyncService::leaseChanged, this, [this](const sync::Lease &lease) {
        setFence(lease.mine ? std::optional(lease.fence) : std::nullopt);
    });
    connect(m_attachments.get(), &incidents::Attachments::wanted, m_sync.get(),
        &sync::SyncService::wantAttachment);
    connect(m_attachments.get(), &incidents::Attachments::added, m_sync.get(),
        &sync::SyncService::attachmentAdded);
    connect(m_sync.get(), &sync::SyncService::attachmentArrived, m_attachments.get(),
        &incidents::Attachments::noteArrival);
    connect(m_sync.get(), &sync::SyncService::attachmentArrived, m_library.get(),
        &knowledge::Library::noteArrival);
    m_sync->setWantsLease(!m_config.source.isEmpty());
    Q_EMIT syncStarted();
    m_sync->start();
}

void Core::setFence(std::optional<qint64> fence)
{
    m_recorder->setFence(fence);
    m_timers->setFence(fence);
    m_handovers->setFence(fence);
    if (!fence)
        return;
    // What ended while nobody could write it down is put back, so that the next samples end it.
    restoreAlerts();
    // Whoever wins the lease writes down what fires already.
    base::whenDone(m_quality->active(), this,
        [this](const quality::RuleEngine::Transitions &firing) { m_recorder->take(firing); });
}

void Core::loadPolicy()
{
    using Read = Result<std::optional<domain::Row>>;
    const auto newest = [](store::Reader &reader) -> Read {
        const auto rows = reader.rows(u"policy", {}, {}, u"ORDER BY version DESC LIMIT 1");
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
    };
    base::whenDone(
        m_store->read<std::optional<domain::Row>>(newest), this, [this](const Read &row) {
            if (!row || !*row)
                return;
            if (const auto policy = domain::parsePolicy((*row)->value("doc"_L1).toObject())) {
                m_policy = *policy;
                Q_EMIT policyChanged();
            }
        });
}

void Core::loadRules()
{
    using Rules = QList<domain::Rule>;
    const auto enabled = [](store::Reader &reader) -> Result<Rules> {
        const auto rows = reader.rows(u"rule", {}, {}, u"ORDER BY name, version DESC");
        if (!rows)
            return tl::unexpected(rows.error());
        Rules rules;
        QString last;
        for (const domain::Row &row : *rows) {
            const QString name = domain::text(row, "name"_L1);
            const bool newest = name != last;
            last = name;
            if (!newest || !domain::boolean(row, "enabled"_L1))
                continue;
            if (const auto rule = domain::parseRule(row.value("doc"_L1).toObject()))
                rules.append(*rule);
        }
        return rules;
    };
    base::whenDone(m_store->read<Rules>(enabled), this, [this](const Result<Rules> &rules) {
        if (!rules)
            return;
        m_rules = *rules;
        Q_EMIT rulesChanged();
        m_quality->setRules(m_rules);
        if (!std::exchange(m_sourceStarted, true))
            startSource();
        restoreAlerts();
    });
}

void Core::restoreAlerts()
{
    // After rules and source: the engine forgets alerts whose rule it does not know.
    base::whenDone(m_recorder->openAlerts(), this,
        [this](const Result<quality::RuleEngine::Transitions> &firing) {
            if (firing)
                m_quality->restore(*firing);
        });
}

void Core::setNamedPlaces(const QList<quality::TargetInfo> &places)
{
    m_named = places;
    if (!m_config.isStandalone()) {
        Q_EMIT unlistedPlacesChanged();
        return;
    }
    if (m_config.demo || unlistedPlaces().isEmpty())
        return;
    base::whenDone(listPlaces(), this, [this](const Result<store::Saved> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

QList<quality::TargetInfo> Core::unlistedPlaces() const
{
    QSet<QString> known;
    for (const incidents::Target &target : m_directory->targets())
        known.insert(target.key);
    QList<quality::TargetInfo> unlisted;
    std::ranges::copy_if(m_named, std::back_inserter(unlisted),
        [&known](const quality::TargetInfo &place) { return !known.contains(place.key); });
    return unlisted;
}

incidents::SavedFuture Core::listPlaces()
{
    QList<store::Draft> drafts;
    for (const quality::TargetInfo &place : unlistedPlaces())
        drafts.append({.table = u"target"_s,
            .id = base::derivedId({u"target"_s, place.key}),
            .kind = domain::OperationKind::Insert,
            .set = {{u"key"_s, place.key}, {u"parent"_s, place.parent}, {u"kind"_s, place.kind},
                {u"name"_s, place.name}, {u"name_en"_s, place.nameEn}, {u"enabled"_s, true}}});
    return m_store->save(drafts, m_author());
}

void Core::saveServer(const remote::ConnInfo &server, Done done)
{
    remote::ConnInfo kept = server;
    kept.remove("password"_L1);
    WorkspaceConfig config = m_kept;
    const auto before = remote::ConnInfo::parse(m_kept.server);
    const bool sameStation = before && before->value("user"_L1) == kept.value("user"_L1);
    config.server = kept.toText();
    config.stationSecret = server.contains("password"_L1) || (m_kept.stationSecret && sameStation);
    if (!config.isStandalone()) {
        config.demo = false;
        if (config.source == "simulator"_L1) // made-up values are not for the others
            config.source.clear();
    }
    const auto save = [this, config, done = std::move(done)](const Result<> &secret) {
        const Result<> saved = secret ? config.save(m_dir) : secret;
        if (saved)
            m_kept = config;
        done(saved);
    };
    if (server.contains("password"_L1))
        m_connections.keepStationSecret(server.value("password"_L1), save);
    else
        save({});
}

void Core::saveSource(const WorkspaceConfig &config, const QString &secret, Done done)
{
    const auto save = [this, config, inUse = m_config, done = std::move(done)](
                          const Result<> &kept) {
        const Result<> saved = kept ? config.save(m_dir) : kept;
        if (saved) {
            m_kept = config;
            // The server of the next start is not the one in use.
            m_config = config;
            m_config.server = inUse.server;
            m_config.stationSecret = inUse.stationSecret;
            m_config.demo = inUse.demo;
            startSource();
        }
        done(saved);
    };
    if (secret.isEmpty())
        save({});
    else
        m_connections.keepSourceSecret(secret, save);
}

} // namespace watchroom::programs
