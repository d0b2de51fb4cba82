// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/console/core.h"
#include "app/quality/sourcehealth.h"
#include "app/words/language.h"
#include "ui/settings/connection.h"
#include "ui/settings/preferences.h"
#include "ui/shell/account.h"
#include "ui/style/theme.h"
#include "ui/sync/undeliveredcard.h"

#include <QTimer>

#include <memory>

class QApplication;

namespace watchroom::ui {
struct Signer;
class AdviceSection;
class Alarm;
class ContactsPage;
class DuePage;
class FaultBanners;
class HandoverPage;
class IncidentsPage;
class AuthoringPage;
class KnowledgePage;
class LockBar;
class MainWindow;
class PageViews;
class PaletteSearch;
class QualityPage;
class RosterPage;
class SettingsPage;
class SyncPage;
class TicketsPage;
enum class ExportFormat;
} // namespace watchroom::ui

namespace watchroom::programs {

class HandoverPrinter;
class IncidentExporter;

/// The console's composition root: the core, the look, the window and its pages, and the wires
/// between them. UI thread.
class Console : public QObject
{
    Q_OBJECT

public:
    /// In the order of the rail.
    enum class Page
    {
        Incidents,
        Quality,
        Tickets, ///< out of reach while it is locked
        Handover, ///< out of reach while it is locked
        Knowledge, ///< out of reach while it is locked
        Sync, ///< out of reach standalone
        Settings
    };

    Console(QApplication &application, std::unique_ptr<Core> core);
    ~Console() override;

    void show(Page page);
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Preferences &preferences() { return m_preferences; }
    [[nodiscard]] ui::IncidentsPage &incidentsPage() { return *m_incidentsPage; }
    [[nodiscard]] ui::QualityPage &qualityPage() { return *m_qualityPage; }
    [[nodiscard]] ui::TicketsPage &ticketsPage() { return *m_ticketsPage; }
    [[nodiscard]] ui::RosterPage &rosterPage() { return *m_rosterPage; }
    [[nodiscard]] ui::HandoverPage &handoverPage() { return *m_handoverPage; }
    [[nodiscard]] ui::KnowledgePage &knowledgePage() { return *m_knowledgePage; }
    [[nodiscard]] ui::AuthoringPage &authoringPage() { return *m_authoringPage; }
    [[nodiscard]] ui::ContactsPage &contactsPage() { return *m_contactsPage; }
    void showArticles();
    void showContacts();
    void openPalette();
    void showHandover();
    void showRoster();
    [[nodiscard]] ui::SyncPage &syncPage() { return *m_syncPage; }
    [[nodiscard]] ui::FaultBanners &faults() { return *m_faults; }
    [[nodiscard]] ui::Account &account() { return m_account; }
    [[nodiscard]] Core &core() { return *m_core; }
    [[nodiscard]] style::Theme &theme() { return m_theme; }
    [[nodiscard]] words::Language &language() { return m_language; }
    void showSettings();

Q_SIGNALS:
    /// The workspace shall be opened anew, in this program.
    void restartAsked();

private:
    void buildPages();
    void buildQualityPage();
    void buildTicketsPage();
    void buildKnowledgePage();
    void buildKnowledgeShortcuts();
    void showKnowledgeHints();
    void bringStarterPack();
    // Review duty (console_review.cpp).
    void buildDuePage();
    void showReviewer();
    void showDueCount();
    /// What changed of the procedures this person follows, where it is not in sight.
    void showRunNotices();
    void showRunNotice(const knowledge::RunState &run);
    void showRun(const QUuid &run);
    // Articles are written (console_authoring.cpp).
    [[nodiscard]] QWidget *withAuthoring(QWidget *page);
    [[nodiscard]] bool mayWrite();
    void editArticle();
    void newArticle(const QString &folder = {});
    [[nodiscard]] bool showAuthoringHints();
    void addIncidentWork();
    void showTicketCounts();
    [[nodiscard]] bool isShown(Page page) const;
    void buildShortcuts();
    /// A key of the pages: it does nothing while a dialog asks something. `where` has to be in
    /// sight.
    void addKey(const QKeySequence &keys, QWidget *where, std::function<void()> action);
    [[nodiscard]] bool isAsking() const;
    void wireStrip();
    void wireBanners();
    void wireSync();
    void applyPreferences();
    void tick();

    // What is shown of the state (console_state.cpp).
    void showCounts();
    void showSource(const quality::SourceState &state);
    void showOlderMonths(const sync::SyncStatus &status);
    void askForOlderMonth();
    void showSync(const sync::SyncStatus &status);
    void showPerson();
    void showCalling();
    void showCall(const incidents::Incident &incident);
    void showPlaces();
    void listPlaces();
    void showHints();
    void showIncident(const QUuid &incident);
    void showQuality(const QString &target);
    void tell(const base::Error &error);
    void probeDisk();

    // Who sits here (console_account.cpp).
    void buildLock();
    void signIn(const QString &login);
    void lock();
    void choosePerson();
    void claimFor(const QUuid &incident);
    void followLock();
    /// Once the replica says what is open: ends what this person left open here.
    void endLeftBehind();
    [[nodiscard]] QString nameOf(const QString &login) const;
    [[nodiscard]] bool hasPasswords() const;

    // Procedures at an incident (console_advice.cpp).
    void buildAdvice();

    // The search over everything (console_palette.cpp).
    void buildPalette();
    void showArticle(const QUuid &article, const QUuid &incident = {});
    void showAnyIncident(const QUuid &incident);
    void showEntry(const QUuid &entry);
    void focusPageSearch();

    // Sync and what waits for a person (console_sync.cpp).
    void buildSyncPage();
    void showUndelivered();
    void showLostClaims();
    void showCardOf(const QUuid &incident);
    void answerCard(const undelivered::Card &card, ui::UndeliveredCard::Answer answer);
    /// Says what went wrong with it.
    template <class T>
    void follow(const QFuture<base::Result<T>> &asked);
    void confirm(const QString &heading, const QString &text, const QString &act,
        std::function<void()> then);
    void endSession(const QUuid &session);
    void switchOff(const QUuid &station);
    void signOut();
    void sendHeld();
    void saveDiagnostics();
    void tellSaved(const QFuture<base::Result<QString>> &written);
    [[nodiscard]] words::Names names() const;

    // The watch is passed (console_handover.cpp).
    void buildHandoverPage();
    [[nodiscard]] bool isRosterShown() const;
    void showHandoverHints();
    void proveSigner(const QString &login, const QString &password,
        const std::function<void(const base::Result<ui::Signer> &)> &answer);
    [[nodiscard]] QList<handover::SheetSource> sheetSources() const;
    [[nodiscard]] std::optional<base::Instant> awaySince() const;
    void savePdf(const QUuid &handover);
    void showWaiting();

    // What its clock says (console_reminders.cpp).
    void wireReminders();
    void showReminder();
    [[nodiscard]] QString reminderSentence() const;
    /// Taken over without the server or on paper, and not confirmed yet; else empty.
    [[nodiscard]] QString unconfirmedWatch() const;
    /// Who answers for what this person has.
    [[nodiscard]] QString answering(const QString &owner) const;
    [[nodiscard]] QList<std::pair<QString, QString>> measuredPlaces() const;
    [[nodiscard]] handover::SheetSystem systemReading(const QModelIndex &place) const;
    /// What metrics say of the key systems of the handover under way.
    void readSystems();
    /// Of a signature by hand, from the log.
    void showPhotograph(const QUuid &entry);

    // Who is on duty (console_roster.cpp).
    void buildRosterPage();
    void buildRosterShortcuts();
    void showRosterHints();
    void showDuty();
    /// The duty of who sits here, and when it ends; empty: they have none.
    [[nodiscard]] QString dutyRemark() const;

    // Whom to call (console_contacts.cpp).
    void buildContactsPage();
    [[nodiscard]] bool isContactsShown() const;
    void showCallsOf(const QUuid &incident);
    void showContactsHints();

    // Files of incidents (console_exports.cpp).
    void buildExports();
    void chooseExport(const QUuid &incident, ui::ExportFormat format);

    // The settings (console_settings.cpp).
    void wireSettings();
    void showConnections();
    void showServer();
    void showSourceChoice();
    void testServer(const QString &line);
    void saveServer(const QString &line);
    void testSource(const ui::SourceChoice &choice);
    void saveSource(const ui::SourceChoice &choice);

    // The team's secrets (console_secrets.cpp).
    void wireSecrets();
    void showTeamSecrets();
    void showSecretsViewer();
    void listSecrets();
    void setSecret(const std::optional<remote::SecretInfo> &known);
    void removeSecret(const remote::SecretInfo &known);
    /// What the lead asked, then what is told of it.
    void changeSecrets(const QString &password, const Connections::SecretWork &work,
        const std::function<void(const base::Result<> &)> &answer,
        const std::function<QString()> &sentence);

    QApplication &m_application;
    std::unique_ptr<Core> m_core;
    ui::Preferences m_preferences;
    words::Language m_language;
    style::Theme m_theme;
    ui::Account m_account;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Alarm> m_alarm;
    std::unique_ptr<ui::FaultBanners> m_faults;
    ui::IncidentsPage *m_incidentsPage = nullptr; ///< in the window
    ui::QualityPage *m_qualityPage = nullptr; ///< in the window
    ui::TicketsPage *m_ticketsPage = nullptr; ///< in the window
    ui::PageViews *m_knowledgeViews = nullptr; ///< in the window: articles and contacts
    ui::KnowledgePage *m_knowledgePage = nullptr; ///< in it
    ui::AuthoringPage *m_authoringPage = nullptr; ///< over that one
    ui::ContactsPage *m_contactsPage = nullptr; ///< in it
    ui::DuePage *m_duePage = nullptr; ///< in it
    ui::AdviceSection *m_advice = nullptr; ///< in the inspector
    ui::PaletteSearch *m_paletteSearch = nullptr; ///< child
    ui::PageViews *m_dutyViews = nullptr; ///< in the window: handover and roster
    ui::HandoverPage *m_handoverPage = nullptr; ///< in it
    ui::RosterPage *m_rosterPage = nullptr; ///< in it
    ui::SyncPage *m_syncPage = nullptr; ///< in the window
    ui::SettingsPage *m_settingsPage = nullptr; ///< in the window
    IncidentExporter *m_exporter = nullptr; ///< child
    HandoverPrinter *m_printer = nullptr; ///< child
    std::optional<handover::HandoverReminder> m_reminder; ///< the last that is not answered
    std::unique_ptr<base::WorkerThread> m_bringing; ///< the starter pack, while it is
    QSet<QUuid> m_knownDue; ///< articles that were said to be due
    QHash<QUuid, int> m_seenChanges; ///< of runs: the newer version that was answered
    QString m_exportFolder; ///< where the last file went
    QUuid m_tidiedFor; ///< the session that followed on those left behind
    QString m_lockedBy; ///< whose dialogs wait behind the lock
    quality::SourceState m_source;
    quality::SourceHealth m_sourceHealth;
    std::optional<base::Error> m_sourceProblem;
    bool m_probing = false;
    QTimer m_tick;
};

} // namespace watchroom::programs
