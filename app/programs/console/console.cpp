// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/console.h"

#include "ui/contacts/contactspage.h"
#include "ui/handover/handoverpage.h"
#include "ui/incidents/advicesection.h"
#include "ui/incidents/incidentspage.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/quality/qualitypage.h"
#include "ui/roster/rosterpage.h"
#include "ui/roster/shiftbox.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/alarm.h"
#include "ui/shell/faultbanners.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topstrip.h"
#include "ui/tickets/ticketspage.h"

#include <QApplication>
#include <QDir>
#include <QShortcut>
#include <QStyleFactory>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

Console::Console(QApplication &application, std::unique_ptr<Core> core)
    : m_application(application)
    , m_core(std::move(core))
    , m_preferences(QDir(m_core->workspaceDir()).filePath(u"console.ini"_s))
{
    applyPreferences();
    m_theme.apply(m_application);
    if (m_core->config().isStandalone())
        m_account.signIn({.login = m_core->localLogin(), .session = {}, .sessionKey = {}});
    m_core->start([this] { return m_account.author(); });
    m_window = std::make_unique<ui::MainWindow>(m_theme);
    m_alarm = std::make_unique<ui::Alarm>(m_core->incidents(), m_core->timers(), m_core->clock());
    m_faults = std::make_unique<ui::FaultBanners>(m_window->banners());
    m_faults->setNames(names());
    buildPages();
    buildExports();
    buildLock();
    buildShortcuts();
    wireStrip();
    wireBanners();
    wireReminders();
    connect(&m_preferences, &ui::Preferences::changed, this, &Console::applyPreferences);
    connect(m_core.get(), &Core::failed, this, &Console::tell);
    connect(&m_tick, &QTimer::timeout, this, &Console::tick);
    m_tick.start(std::chrono::seconds(1));
    applyPreferences();
    tick();
    if (!m_account.isSignedIn())
        QTimer::singleShot(0, this, [this] { signIn({}); });
}

Console::~Console()
{
    m_tick.stop();
    m_window.reset();
    // The application's own style would else point at a theme that is gone.
    m_application.setStyleSheet({});
    QApplication::setStyle(QStyleFactory::create(u"fusion"_s));
}

void Console::buildPages()
{
    const ui::Inspector::Needs needs{m_core->store(), m_core->commands(), m_core->incidents(),
        m_core->timers(), m_core->directory(), m_core->attachments(), m_core->clock(),
        [this] { return m_account.login(); }};
    m_incidentsPage = new ui::IncidentsPage(m_theme, needs);
    m_incidentsPage->setPolicy(m_core->policy());
    connect(m_core.get(), &Core::policyChanged, m_incidentsPage,
        [this] { m_incidentsPage->setPolicy(m_core->policy()); });
    connect(m_incidentsPage, &ui::IncidentsPage::failed, this, &Console::tell);
    connect(m_incidentsPage, &ui::IncidentsPage::happened, this, [this](const QString &line) {
        if (!m_account.isLocked())
            m_window->status().setMessage(line);
    });
    connect(m_incidentsPage, &ui::IncidentsPage::authorAsked, this, &Console::claimFor);
    connect(
        m_incidentsPage, &ui::IncidentsPage::olderMonthsAsked, this, &Console::askForOlderMonth);
    connect(m_incidentsPage, &ui::IncidentsPage::unsentAsked, this, &Console::showCardOf);
    m_window->addPage(
        u"incidents"_s, u"layout-kanban"_s, m_incidentsPage, [] { return tr("Incidents"); });
    buildQualityPage();
    buildTicketsPage();
    buildRosterPage();
    buildHandoverPage();
    buildKnowledgePage();
    buildSyncPage();
    m_settingsPage = new ui::SettingsPage(m_theme, m_preferences);
    m_window->addPage(
        u"settings"_s, u"settings"_s, m_settingsPage, [] { return tr("Settings"); }, true);
    wireSettings();
    buildAdvice();
    buildPalette();
}

void Console::buildShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        addKey(keys, m_window.get(), action);
    };
    // Letters act on the incident shown; a field that has the focus takes them first.
    // Where the incident is not in sight, nothing happens to it.
    const auto addOnBoard = [this, add](const QKeySequence &keys, auto action) {
        add(keys, [this, action] {
            if (isShown(Page::Incidents))
                action();
        });
    };
    // An input method may take the stroke; with Ctrl it does not.
    for (const QKeySequence &keys :
        {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::Key_F)})
        add(keys, [this] { focusPageSearch(); });
    add(QKeySequence(Qt::Key_N), [this] {
        if (isShown(Page::Tickets))
            m_ticketsPage->openNew();
        else if (isRosterShown())
            m_rosterPage->openNewMenu();
        else if (isShown(Page::Handover))
            m_handoverPage->start();
        else if (isContactsShown())
            m_contactsPage->openNew();
        else
            m_incidentsPage->openNewIncident();
    });
    const auto addOnTickets = [this, add](const QKeySequence &keys, auto action) {
        add(keys, [this, action] {
            if (isShown(Page::Tickets))
                (m_ticketsPage->panel().*action)();
        });
    };
    addOnTickets(Qt::Key_P, &ui::WorkPanel::plan);
    addOnTickets(Qt::Key_E, &ui::WorkPanel::end);
    add(QKeySequence(Qt::Key_F4), [this] {
        if (isShown(Page::Tickets))
            m_ticketsPage->panel().editText();
        else
            editArticle();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { newArticle(); });
    add(QKeySequence(Qt::Key_T), [this] {
        if (isShown(Page::Tickets))
            m_ticketsPage->panel().transfer();
        else if (isRosterShown())
            m_rosterPage->panel().shift().take();
    });
    buildRosterShortcuts();
    add(QKeySequence(Qt::Key_C), [this] {
        if (isShown(Page::Incidents))
            m_incidentsPage->inspector().claimOrTakeOver();
        else if (isShown(Page::Tickets))
            m_ticketsPage->panel().take();
    });
    addOnBoard(Qt::Key_U, [this] { m_incidentsPage->inspector().raise(); });
    addOnBoard(Qt::CTRL | Qt::Key_Right, [this] { m_incidentsPage->inspector().advance(); });
    using ui::ExportFormat;
    add(QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        if (isShown(Page::Incidents))
            m_incidentsPage->inspector().exportAs(ExportFormat::Pdf);
        else
            editArticle();
    });
    addOnBoard(Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        [this] { m_incidentsPage->inspector().exportAs(ExportFormat::Json); });
    addOnBoard(Qt::Key_H, [this] { m_incidentsPage->inspector().askCalls(); });
    addOnBoard(Qt::Key_K, [this] {
        if (!m_account.isLocked())
            m_advice->openFirst();
    });
    addOnBoard(Qt::Key_Q, [this] { m_incidentsPage->inspector().showTarget(); });
    const auto addAnywhere = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, m_window.get()), &QShortcut::activated, this, action);
    };
    addAnywhere(Qt::CTRL | Qt::Key_K, [this] { openPalette(); });
    addAnywhere(Qt::Key_M, [this] { m_alarm->mute(); });
    addAnywhere(Qt::CTRL | Qt::Key_L, [this] { lock(); });
}

void Console::addKey(const QKeySequence &keys, QWidget *where, std::function<void()> action)
{
    connect(new QShortcut(keys, where), &QShortcut::activated, this,
        [this, action = std::move(action)] {
            if (!isAsking())
                action();
        });
}

void Console::wireStrip()
{
    auto &strip = m_window->strip();
    strip.setDemo(m_core->config().demo);
    connect(&m_core->incidents(), &incidents::IncidentsModel::changed, this, &Console::showCounts);
    connect(&m_account, &ui::Account::changed, this, &Console::showPerson);
    connect(&m_core->directory(), &incidents::Directory::changed, this, &Console::showPerson);
    connect(&strip, &ui::TopStrip::personPressed, this, &Console::choosePerson);
    connect(m_core.get(), &Core::syncStarted, this, &Console::wireSync);
    wireSync();
}

void Console::wireSync()
{
    if (auto *sync = m_core->sync())
        connect(sync, &sync::SyncService::statusChanged, this, &Console::showSync,
            Qt::UniqueConnection);
}

void Console::wireBanners()
{
    auto &quality = m_core->quality();
    connect(&quality, &quality::QualityService::sourceChanged, this, &Console::showSource);
    connect(&quality, &quality::QualityService::updated, this,
        [this](const quality::QualityUpdate &update) {
            m_sourceProblem = m_sourceHealth.take(update, m_source);
            showSource(m_source);
        });
    connect(m_core.get(), &Core::sourceSetUp, this, [this] {
        m_sourceHealth = {};
        m_sourceProblem.reset();
        showSource(m_source);
    });
    connect(m_alarm.get(), &ui::Alarm::callingChanged, this, &Console::showCalling);
    connect(m_alarm.get(), &ui::Alarm::canSoundChanged, this, &Console::showCalling);
    connect(&m_account, &ui::Account::changed, this, &Console::showCalling);
    connect(m_faults.get(), &ui::FaultBanners::settingsAsked, this, &Console::showSettings);
    connect(m_faults.get(), &ui::FaultBanners::restartAsked, this, &Console::restartAsked);
    connect(m_core.get(), &Core::unlistedPlacesChanged, this, &Console::showPlaces);
    connect(&m_account, &ui::Account::changed, this, &Console::showPlaces);
}

void Console::applyPreferences()
{
    m_theme.setKind(m_preferences.theme());
    m_theme.setTextSize(m_preferences.textSize());
    m_language.use(m_preferences.language());
    if (!m_window)
        return;
    m_core->directory().setEnglish(m_language.isEnglish());
    m_core->advice().setEnglish(m_language.isEnglish());
    m_qualityPage->setEnglish(m_language.isEnglish());
    m_rosterPage->refresh();
    m_handoverPage->refresh();
    m_window->setWideRail(m_language.isEnglish());
    showHints();
    showPerson();
    m_faults->retranslate();
    showSource(m_source);
    if (m_core->config().isStandalone())
        m_window->strip().setSync(
            u"device-desktop"_s, tr("Standalone"), tr("Saved on this machine"), false);
    else
        showSync(m_core->sync() ? m_core->sync()->status() : sync::SyncStatus{});
    showCalling();
    showReminder();
    showUndelivered();
    showPlaces();
    showCounts();
}

void Console::tick()
{
    m_window->strip().setTime(m_core->clock().now());
    m_incidentsPage->tick();
    if (isShown(Page::Tickets))
        m_ticketsPage->tick();
    if (isRosterShown())
        m_rosterPage->tick();
    else if (isShown(Page::Handover))
        m_handoverPage->tick();
    else if (isContactsShown())
        m_contactsPage->tick();
    else if (isShown(Page::Knowledge))
        m_knowledgePage->tick();
    m_qualityPage->tick();
    readSystems();
    showDuty();
    showSource(m_source);
    if (auto *sync = m_core->sync())
        showSync(sync->status());
    if (m_faults->isDiskFull())
        probeDisk();
}

} // namespace watchroom::programs
