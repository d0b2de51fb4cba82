// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/tour.h"

#include "app/base/log.h"
#include "app/programs/console/console.h"
#include "app/programs/demoalerts.h"
#include "app/quality/mapping.h"
#include "app/quality/prometheussource.h"
#include "app/quality/simulator.h"
#include "ui/authoring/authoringpage.h"
#include "ui/handover/handoverpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/quality/qualitypage.h"
#include "ui/roster/rosterpage.h"
#include "ui/shell/faultwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palette.h"
#include "ui/tickets/ticketspage.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/veildialog.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using words::Language;

namespace {

// Rows are read on another thread and layouts settle in the next turns of the loop.
constexpr std::chrono::milliseconds kSettle{700};
constexpr std::chrono::seconds kFirst{3}; // until the first values are drawn

struct Silence
{
    QString target;
    qint64 at = 0; ///< ms
};

/// When a target of the demo last said nothing for a while.
std::optional<Silence> lastSilence(const base::Clock &clock)
{
    constexpr qint64 kStep = 5'000;
    constexpr qint64 kLength = 60'000;
    constexpr qint64 kDay = 86'400'000;
    const quality::Simulator demo(kDemoSeed);
    const qint64 now =
        std::chrono::floor<std::chrono::milliseconds>(clock.now()).time_since_epoch().count();
    for (qint64 at = now; at > now - kDay; at -= kStep) {
        for (const quality::TargetInfo &target : demo.targets()) {
            const bool measured = target.kind == "egress"_L1 || target.kind == "site"_L1;
            if (measured && std::isnan(demo.value(target.key, u"rtt"_s, at))
                && std::isnan(demo.value(target.key, u"rtt"_s, at - kLength)))
                return Silence{target.key, at};
        }
    }
    return std::nullopt;
}

} // namespace

Tour::Tour(Console &console, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_folder(folder)
{
    QDir().mkpath(folder);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Tour::photograph);
}

Tour::~Tour() = default;

void Tour::start()
{
    QTimer::singleShot(kFirst, this, [this] {
        plan();
        next();
    });
}

void Tour::plan()
{
    struct Look
    {
        QString name;
        style::ThemeKind theme;
        Language::Code language;
        style::TextSize size;
    };
    const std::vector<Look> looks{
        {u"dark-zh"_s, style::ThemeKind::Dark, Language::Code::Chinese, style::TextSize::Normal},
        {u"light-en"_s, style::ThemeKind::Light, Language::Code::English, style::TextSize::Normal},
        {u"dark-en"_s, style::ThemeKind::Dark, Language::Code::English, style::TextSize::Large},
        {u"light-zh"_s, style::ThemeKind::Light, Language::Code::Chinese, style::TextSize::Larger}};
    const auto wear = [this](const Look &look) {
        auto &preferences = m_console.preferences();
        preferences.setTheme(look.theme);
        preferences.setLanguage(look.language);
        preferences.setTextSize(look.size);
    };
    for (const Look &look : looks) {
        addPages(look.name, [wear, look] { wear(look); });
        addLock(look.name);
        addFaultWindows(look.name);
        addFaultBanners(look.name);
    }
    for (const Look &look : looks) {
        m_stops.push_back({u"quality-unreachable-"_s + look.name, [this, wear, look] {
                               wear(look);
                               cutSource();
                           }});
    }
}

/// Where nothing listens; nothing of the demo is shown after it.
void Tour::cutSource()
{
    const auto profile = quality::shippedProfile(u"jvb"_s);
    const auto mapping = profile ? quality::readMapping(*profile)
                                 : base::Result<quality::Mapping>(tl::unexpected(profile.error()));
    if (!mapping)
        return;
    quality::SourceSettings settings;
    settings.url = QUrl(u"http://127.0.0.1:9"_s);
    m_console.core().quality().setSource([mapping = *mapping, settings] {
        return std::make_unique<quality::PrometheusSource>(u"prometheus"_s, mapping, settings);
    });
    m_console.qualityPage().setLive(true);
    m_console.show(Console::Page::Quality);
}

void Tour::addPages(const QString &suffix, const std::function<void()> &look)
{
    auto &page = m_console.incidentsPage();
    const auto red = [this, &page] {
        const auto &all = m_console.core().incidents().incidents();
        const auto found = std::ranges::find_if(all, [](const incidents::Incident &incident) {
            return incident.level == "red"_L1 && incident.stage == "diagnosis"_L1;
        });
        page.show(found == all.end() ? QUuid() : found->id);
    };
    m_stops.push_back({u"board-"_s + suffix, [this, &page, look, red] {
                           look();
                           m_console.show(Console::Page::Incidents);
                           page.setView(0);
                           red();
                       }});
    m_stops.push_back({u"list-"_s + suffix, [&page] {
                           page.setView(1);
                           page.show({});
                       }});
    m_stops.push_back({u"closed-"_s + suffix, [&page] { page.setView(2); }});
    m_stops.push_back({u"new-incident-"_s + suffix, [&page] {
                           page.setView(0);
                           page.openNewIncident();
                       }});
    m_stops.push_back({u"step-"_s + suffix, [&page, red] {
                           red();
                           page.inspector().advance();
                       }});
    addQuality(suffix);
    addTickets(suffix);
    addRoster(suffix);
    addHandover(suffix);
    addKnowledge(suffix);
    m_stops.push_back(
        {u"settings-"_s + suffix, [this] { m_console.show(Console::Page::Settings); }});
}

void Tour::addTickets(const QString &suffix)
{
    auto &page = m_console.ticketsPage();
    const auto first = [this](const tickets::WorkModel &model, const auto &fits) {
        const auto found = std::ranges::find_if(model.items(), fits);
        return found == model.items().end() ? QUuid() : found->id;
    };
    m_stops.push_back({u"tickets-"_s + suffix, [this, &page, first] {
                           m_console.show(Console::Page::Tickets);
                           page.show(tickets::WorkKind::Ticket,
                               first(m_console.core().tickets(), [](const tickets::Work &work) {
                                   return !work.waitingFor.isEmpty();
                               }));
                       }});
    m_stops.push_back({u"ticket-new-"_s + suffix, [this] { m_console.ticketsPage().openNew(); }});
    m_stops.push_back({u"ticket-plan-"_s + suffix, [&page] { page.panel().plan(); }});
    m_stops.push_back({u"pending-items-"_s + suffix, [this, &page, first] {
                           page.show(tickets::WorkKind::PendingItem,
                               first(m_console.core().pending(), [](const tickets::Work &work) {
                                   return !work.contingency.isEmpty();
                               }));
                       }});
}

void Tour::addRoster(const QString &suffix)
{
    auto &page = m_console.rosterPage();
    const auto today = [this] {
        auto &core = m_console.core();
        return roster::dayOf(core.clock().now(), QTimeZone(core.policy().zone));
    };
    m_stops.push_back({u"roster-week-"_s + suffix, [this, &page, today] {
                           m_console.showRoster();
                           page.setMonth(false);
                           page.showDay(today());
                       }});
    m_stops.push_back(
        {u"roster-leave-"_s + suffix, [&page] { page.openNew(ui::RosterToolbar::New::Leave); }});
    m_stops.push_back({u"roster-rotations-"_s + suffix, [&page] { page.openRotations(); }});
    m_stops.push_back({u"roster-month-"_s + suffix, [&page] { page.setMonth(true); }});
}

void Tour::addHandover(const QString &suffix)
{
    auto &page = m_console.handoverPage();
    m_stops.push_back({u"handover-tickets-"_s + suffix, [this, &page] {
                           auto &core = m_console.core();
                           const auto people = core.directory().people();
                           QStringList others;
                           for (const incidents::Person &person : people) {
                               if (person.login != m_console.account().login())
                                   others.append(person.login);
                           }
                           // Where one is under way already, this one is refused.
                           (void)core.handoverCommands().open({.scope = u"desk"_s,
                               .shiftAt = std::chrono::ceil<std::chrono::hours>(core.clock().now()),
                               .attempt = 1,
                               .outgoing = m_console.account().login(),
                               .incoming = others.value(0),
                               .outgoingPeople = {m_console.account().login()},
                               .incomingPeople = others});
                           m_console.showHandover();
                           page.showStep(ui::HandoverStep::Tickets);
                       }});
    const QList<std::pair<QString, ui::HandoverStep>> steps{
        {u"systems"_s, ui::HandoverStep::Systems}, {u"readback"_s, ui::HandoverStep::ReadBack},
        {u"sign"_s, ui::HandoverStep::Signatures}};
    for (const auto &[name, step] : steps)
        m_stops.push_back({u"handover-%1-"_s.arg(name) + suffix,
            [&page, wanted = step] { page.showStep(wanted); }});
}

void Tour::addKnowledge(const QString &suffix)
{
    auto &page = m_console.knowledgePage();
    const auto article = [this](const QString &key) {
        const knowledge::ShelfEntry *entry = m_console.core().library().findKey(key);
        return entry ? entry->article.id : QUuid();
    };
    m_stops.push_back({u"knowledge-"_s + suffix, [this, &page, article] {
                           m_console.showArticles();
                           page.searchField().setText(u"丢包"_s);
                           page.show(article(u"carrier-report"_s));
                       }});
    m_stops.push_back({u"knowledge-run-"_s + suffix, [this, &page] {
                           page.searchField().clear();
                           const auto &runs = m_console.core().runs().runs();
                           if (!runs.isEmpty())
                               page.showRun(runs.first().run.id);
                       }});
    m_stops.push_back({u"knowledge-edit-"_s + suffix,
        [this, article] { m_console.authoringPage().edit(article(u"carrier-report"_s)); }});
    m_stops.push_back({u"knowledge-compare-"_s + suffix,
        [this, article] { m_console.authoringPage().compare(article(u"egress-loss"_s), 1, 2); }});
    m_stops.push_back({u"contacts-"_s + suffix, [this] {
                           m_console.authoringPage().leave();
                           m_console.showContacts();
                       }});
    m_stops.push_back({u"palette-"_s + suffix, [this] {
                           m_console.openPalette();
                           if (auto *palette = m_console.window().findChild<ui::Palette *>())
                               palette->field().setText(u"上海"_s);
                       }});
}

void Tour::addQuality(const QString &suffix)
{
    auto &page = m_console.qualityPage();
    m_stops.push_back({u"quality-"_s + suffix, [this, &page] {
                           m_console.show(Console::Page::Quality);
                           page.showTarget(u"east-sh-ct"_s);
                           page.setRange(1);
                           page.setLive(true);
                       }});
    m_stops.push_back({u"quality-crosshair-"_s + suffix, [&page] {
                           QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, Qt::ShiftModifier);
                           for (int i = 0; i < 8; ++i)
                               QApplication::sendEvent(&page, &left);
                       }});
    m_stops.push_back({u"quality-day-paused-"_s + suffix, [&page] {
                           page.setRange(3);
                           page.setLive(false);
                       }});
    m_stops.push_back({u"quality-silent-"_s + suffix, [this, &page] {
                           page.setRange(0);
                           if (const auto silence = lastSilence(m_console.core().clock())) {
                               page.showTarget(silence->target);
                               page.showMoment(silence->at);
                           }
                       }});
}

void Tour::next()
{
    if (m_at >= m_stops.size()) {
        QApplication::quit();
        return;
    }
    const auto dialogs = m_console.window().findChildren<widgets::VeilDialog *>();
    for (widgets::VeilDialog *dialog : dialogs)
        dialog->reject();
    calm();
    m_stops[m_at].show();
    if (m_stops[m_at].settles)
        m_timer.start(kSettle);
    else
        photograph(); // before the console's own state comes in between
}

void Tour::photograph()
{
    const QString file = QDir(m_folder).filePath(m_stops[m_at].picture + u".png"_s);
    QWidget &seen = m_faultWindow ? static_cast<QWidget &>(*m_faultWindow) : m_console.window();
    if (!seen.grab().save(file))
        qCWarning(base::lcUi) << "the picture cannot be written:" << file;
    ++m_at;
    next();
}

} // namespace watchroom::programs
