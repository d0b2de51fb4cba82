// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/contacts/contactbook.h"
#include "app/contacts/contactcommands.h"
#include "app/domain/policy.h"
#include "app/handover/handoverbook.h"
#include "app/handover/handovercommands.h"
#include "app/handover/handoverkeeper.h"
#include "app/incidents/attachments.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/incidents/timerkeeper.h"
#include "app/knowledge/advice.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/favourites.h"
#include "app/knowledge/foldertransfer.h"
#include "app/knowledge/freshness.h"
#include "app/knowledge/library.h"
#include "app/knowledge/reviewbook.h"
#include "app/knowledge/runbook.h"
#include "app/knowledge/runcommands.h"
#include "app/programs/console/connections.h"
#include "app/programs/workspaceconfig.h"
#include "app/quality/alertperiodsmodel.h"
#include "app/quality/alertrecorder.h"
#include "app/quality/qualityservice.h"
#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"
#include "app/stations/stations.h"
#include "app/store/store.h"
#include "app/sync/syncservice.h"
#include "app/tickets/workcommands.h"
#include "app/tickets/workmodel.h"
#include "app/undelivered/decisions.h"
#include "app/undelivered/undeliveredcards.h"

#include <QObject>

#include <memory>

namespace watchroom::programs {

/// Everything of the console that has no window, built in order: clock, store, names, incidents,
/// quality, sync. UI thread.
class Core : public QObject
{
    Q_OBJECT

public:
    /// Opens the workspace; where there is none, makes a standalone one (`demo`: with demo data).
    [[nodiscard]] static base::Result<std::unique_ptr<Core>> open(
        const QString &workspaceDir, bool demo);
    ~Core() override;

    /// Sources, rules, timers and sync begin; `author` is asked at each change a person makes.
    void start(std::function<store::Author()> author);

    [[nodiscard]] const WorkspaceConfig &config() const { return m_config; } ///< in use
    [[nodiscard]] const WorkspaceConfig &keptConfig() const
    {
        return m_kept;
    } ///< of the next start
    using Done = Connections::Done;
    /// Keeps another server for the next start; a password in it goes to the credential store.
    void saveServer(const remote::ConnInfo &server, Done done);
    /// Keeps another source and uses it at once. `secret` empty: as it was.
    void saveSource(const WorkspaceConfig &config, const QString &secret, Done done);
    /// The team secrets of this station, null until they came; or why there are none.
    [[nodiscard]] const base::Result<remote::TeamSecretsPtr> &teamSecrets() const
    {
        return m_teamSecrets;
    }
    /// Why the source of the configuration could not even be made.
    [[nodiscard]] const std::optional<base::Error> &sourceError() const { return m_sourceError; }
    [[nodiscard]] QString workspaceDir() const { return m_dir; }
    /// The person of a standalone workspace.
    [[nodiscard]] QString localLogin() const { return m_localLogin; }
    [[nodiscard]] const domain::Policy &policy() const { return m_policy; }

    [[nodiscard]] base::CorrectedClock &clock() { return m_clock; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] incidents::Directory &directory() { return *m_directory; }
    [[nodiscard]] incidents::IncidentsModel &incidents() { return *m_incidents; }
    [[nodiscard]] const incidents::TimerKeeper &timers() const { return *m_timers; }
    [[nodiscard]] const handover::HandoverKeeper &handoverKeeper() const { return *m_handovers; }
    [[nodiscard]] incidents::IncidentCommands &commands() { return *m_commands; }
    [[nodiscard]] tickets::WorkCommands &work() { return *m_work; }
    /// Open ones.
    [[nodiscard]] tickets::WorkModel &tickets() { return *m_tickets; }
    [[nodiscard]] tickets::WorkModel &pending() { return *m_pending; }
    [[nodiscard]] roster::RosterBook &roster() { return *m_roster; }
    [[nodiscard]] roster::RosterCommands &rosterCommands() { return *m_rosterCommands; }
    [[nodiscard]] handover::HandoverBook &handover() { return *m_handover; }
    [[nodiscard]] handover::HandoverCommands &handoverCommands() { return *m_handoverCommands; }
    [[nodiscard]] incidents::Attachments &attachments() { return *m_attachments; }
    [[nodiscard]] knowledge::Library &library() { return *m_library; }
    [[nodiscard]] knowledge::Favourites &favourites() { return *m_favourites; }
    [[nodiscard]] knowledge::FolderTransfer &folderTransfer() { return *m_folderTransfer; }
    [[nodiscard]] knowledge::RunBook &runs() { return *m_runs; }
    [[nodiscard]] knowledge::RunCommands &runCommands() { return *m_runCommands; }
    [[nodiscard]] knowledge::ReviewBook &review() { return *m_review; }
    [[nodiscard]] knowledge::ArticleCommands &articleCommands() { return *m_articleCommands; }
    [[nodiscard]] contacts::ContactBook &contacts() { return *m_contacts; }
    [[nodiscard]] contacts::ContactCommands &contactCommands() { return *m_contactCommands; }
    [[nodiscard]] knowledge::Advice &advice() { return *m_advice; }
    /// How what is here stands to the server.
    [[nodiscard]] knowledge::LastCheck lastCheck() const;
    [[nodiscard]] quality::QualityService &quality() { return *m_quality; }
    [[nodiscard]] quality::AlertPeriodsModel &alertPeriods() { return *m_periods; }
    [[nodiscard]] stations::Stations &stations() { return *m_stations; }
    [[nodiscard]] undelivered::UndeliveredCards &undelivered() { return *m_undelivered; }
    [[nodiscard]] undelivered::Decisions &decisions() { return *m_decisions; }
    /// In force: the newest version of each, those that are on.
    [[nodiscard]] const QList<domain::Rule> &rules() const { return m_rules; }
    [[nodiscard]] Connections &connections() { return m_connections; }
    /// Null: standalone, or the station's password is not read yet.
    [[nodiscard]] sync::SyncService *sync() { return m_sync.get(); }

    /// Places the source names and the team's list lacks. A standalone workspace lists them by
    /// itself; in a team's, somebody who may do so lists them with listPlaces(), under their name.
    [[nodiscard]] QList<quality::TargetInfo> unlistedPlaces() const;
    [[nodiscard]] incidents::SavedFuture listPlaces();

Q_SIGNALS:
    void policyChanged();
    void rulesChanged();
    void unlistedPlacesChanged();
    /// sync() is there now.
    void syncStarted();
    void teamSecretsChanged();
    /// Another source is in use, or sourceError() says why none is.
    void sourceSetUp();
    void failed(const watchroom::base::Error &error);

private:
    Core(const QString &workspaceDir, const WorkspaceConfig &config);

    [[nodiscard]] base::Result<> openStore();
    void startSource();
    void useSource(const QString &secret);
    void takeTeamSecrets(const base::Result<remote::TeamSecretsPtr> &secrets);
    void restoreAlerts();
    void startSync();
    void keepPassword(const remote::ConnInfo &server);
    void connectTo(const remote::ConnInfo &server);
    void loadPolicy();
    void loadRules();
    void setFence(std::optional<qint64> fence);
    void setNamedPlaces(const QList<quality::TargetInfo> &places);

    QString m_dir;
    WorkspaceConfig m_config;
    WorkspaceConfig m_kept;
    QString m_localLogin;
    bool m_sourceStarted = false;
    domain::Policy m_policy;
    QList<domain::Rule> m_rules;
    std::function<store::Author()> m_author;
    QList<quality::TargetInfo> m_named; ///< by the source
    std::optional<base::Error> m_sourceError;
    base::Result<remote::TeamSecretsPtr> m_teamSecrets;
    base::CorrectedClock m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::Directory> m_directory;
    std::unique_ptr<incidents::IncidentsModel> m_incidents;
    std::unique_ptr<incidents::IncidentCommands> m_commands;
    std::unique_ptr<tickets::WorkCommands> m_work;
    std::unique_ptr<tickets::WorkModel> m_tickets;
    std::unique_ptr<tickets::WorkModel> m_pending;
    std::unique_ptr<roster::RosterBook> m_roster;
    std::unique_ptr<roster::RosterCommands> m_rosterCommands;
    std::unique_ptr<handover::HandoverBook> m_handover;
    std::unique_ptr<handover::HandoverCommands> m_handoverCommands;
    std::unique_ptr<incidents::Attachments> m_attachments;
    std::unique_ptr<knowledge::Library> m_library;
    std::unique_ptr<knowledge::Favourites> m_favourites;
    std::unique_ptr<knowledge::FolderTransfer> m_folderTransfer;
    std::unique_ptr<knowledge::RunBook> m_runs;
    std::unique_ptr<knowledge::RunCommands> m_runCommands;
    std::unique_ptr<knowledge::ReviewBook> m_review;
    std::unique_ptr<knowledge::ArticleCommands> m_articleCommands;
    std::unique_ptr<contacts::ContactBook> m_contacts;
    std::unique_ptr<contacts::ContactCommands> m_contactCommands;
    std::unique_ptr<knowledge::Advice> m_advice;
    std::unique_ptr<quality::QualityService> m_quality;
    std::unique_ptr<quality::AlertPeriodsModel> m_periods;
    std::unique_ptr<quality::AlertRecorder> m_recorder;
    std::unique_ptr<incidents::TimerKeeper> m_timers;
    std::unique_ptr<handover::HandoverKeeper> m_handovers;
    std::unique_ptr<stations::Stations> m_stations;
    std::unique_ptr<undelivered::UndeliveredCards> m_undelivered;
    std::unique_ptr<undelivered::Decisions> m_decisions;
    std::unique_ptr<sync::SyncService> m_sync;
    Connections m_connections; // last: its callbacks end first
};

} // namespace watchroom::programs
