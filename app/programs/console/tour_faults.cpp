// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of the tour that an ordinary evening does not show: the lock, and what is broken.
#include "app/programs/console/console.h"
#include "app/programs/console/tour.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/faultbanners.h"
#include "ui/shell/faultwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/signindialog.h"
#include "ui/shell/topstrip.h"
#include "ui/widgets/bannerstack.h"

#include <QDir>
#include <QPushButton>

#include <array>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;
using Kind = Error::Kind;
using Remedy = ui::FaultWindow::Remedy;

namespace {

const QString kPin = u"2580"_s;

struct Refusal
{
    QLatin1StringView code;
    Kind kind;
    Remedy remedy;
};

constexpr std::array kRefusals{
    Refusal{"damaged"_L1, Kind::Corrupt, Remedy::Refill},
    Refusal{"damaged"_L1, Kind::Corrupt, Remedy::BeginAnew},
    Refusal{"workspace_mode"_L1, Kind::Invalid, Remedy::PutAside},
    Refusal{"read_only"_L1, Kind::Denied, Remedy::None},
    Refusal{"disk_full"_L1, Kind::Internal, Remedy::None},
    Refusal{"workspace_in_use"_L1, Kind::Denied, Remedy::None},
    Refusal{"replica_too_new"_L1, Kind::TooNew, Remedy::None},
    Refusal{"workspace_unreadable"_L1, Kind::Corrupt, Remedy::None},
};

struct Fault
{
    QLatin1StringView code;
    Kind kind;
};

constexpr std::array kServer{Fault{"server_refused"_L1, Kind::Offline},
    Fault{"host_unknown"_L1, Kind::Offline}, Fault{"timed_out"_L1, Kind::Offline},
    Fault{"server_not_postgres"_L1, Kind::Denied}, Fault{"password_wrong"_L1, Kind::Denied},
    Fault{"certificate_untrusted"_L1, Kind::Denied}, Fault{"certificate_host"_L1, Kind::Denied},
    Fault{"database_missing"_L1, Kind::Denied}, Fault{"schema_missing"_L1, Kind::Invalid},
    Fault{"schema_half"_L1, Kind::Invalid}, Fault{"schema_too_old"_L1, Kind::TooNew},
    Fault{"not_a_station"_L1, Kind::Denied}};

constexpr std::array kSource{Fault{"source_unreachable"_L1, Kind::Offline},
    Fault{"source_timeout"_L1, Kind::Offline}, Fault{"source_not_prometheus"_L1, Kind::Corrupt},
    Fault{"source_bad_query"_L1, Kind::Invalid}, Fault{"source_truncated"_L1, Kind::Corrupt},
    Fault{"source_empty"_L1, Kind::Invalid}, Fault{"source_credentials"_L1, Kind::Denied},
    Fault{"source_certificate"_L1, Kind::Denied}};

Error errorOf(const QString &code, Kind kind, const QString &folder)
{
    return {kind, {}, code,
        {{u"host"_s, u"db1"_s}, {u"port"_s, u"5432"_s}, {u"pid"_s, 4711}, {u"folder"_s, folder}}};
}

} // namespace

void Tour::calm()
{
    m_faultWindow.reset();
    auto &faults = m_console.faults();
    faults.showServer({}, m_console.core().clock().now());
    faults.showSource({});
    faults.showDiskFull(false);
    const auto buttons = m_console.window().banners().findChildren<QPushButton *>(u"bannerClose"_s);
    for (QPushButton *button : buttons)
        button->click();
    auto &account = m_console.account();
    if (account.isLocked())
        static_cast<void>(account.enter(account.lastLogin(), kPin));
}

void Tour::addLock(const QString &suffix)
{
    auto &account = m_console.account();
    const auto lock = [this, &account] {
        m_console.window().showPage(0);
        m_console.incidentsPage().setView(0);
        static_cast<void>(account.setPin(kPin));
        account.lock();
    };
    m_stops.push_back({u"lock-"_s + suffix, lock});
    m_stops.push_back({u"lock-wrong-"_s + suffix, [lock, &account] {
                           lock();
                           static_cast<void>(account.enter(account.lastLogin(), u"0000"_s));
                       }});
    m_stops.push_back({u"lock-claim-"_s + suffix, [this, lock] {
                           lock();
                           const auto &all = m_console.core().incidents().incidents();
                           const auto found = std::ranges::find_if(
                               all, [](const incidents::Incident &i) { return i.owner.isEmpty(); });
                           if (found != all.end())
                               m_console.incidentsPage().show(found->id);
                           m_console.incidentsPage().inspector().claimOrTakeOver();
                       }});
    m_stops.push_back({u"person-"_s + suffix, [this] {
                           m_console.window().showPage(0);
                           Q_EMIT m_console.window().strip().personPressed();
                       }});
    m_stops.push_back(
        {u"sign-in-"_s + suffix, [this] {
             auto *dialog =
                 new ui::SignInDialog(m_console.theme(), m_console.window(), u"chensiyuan"_s,
                     [](const QString &, const QString &, const ui::SignInDialog::Answer &answer) {
                         answer(base::failure(Kind::Denied, {}, u"password_wrong"_s));
                     });
             dialog->open();
             QMetaObject::invokeMethod(dialog->findChild<QWidget *>(u"signIn"_s), "click");
         }});
}

void Tour::addFaultWindows(const QString &suffix)
{
    const QString folder = QDir::homePath() + u"/.local/share/watchroom/console"_s;
    int number = 0;
    for (const Refusal &refusal : kRefusals) {
        m_stops.push_back(
            {u"start-%1-%2-"_s.arg(++number, 2, 10, QLatin1Char('0')).arg(QString(refusal.code))
                    + suffix,
                [this, refusal, folder] {
                    m_faultWindow = std::make_unique<ui::FaultWindow>(m_console.theme(),
                        m_console.language(),
                        ui::FaultWindow::Fault{errorOf(QString(refusal.code), refusal.kind, folder),
                            folder, refusal.remedy});
                    m_faultWindow->show();
                }});
    }
}

void Tour::addFaultBanners(const QString &suffix)
{
    const auto add = [&](const QString &name, const std::function<void()> &show) {
        m_stops.push_back({name + u'-' + suffix,
            [this, show] {
                m_console.window().showPage(0);
                // What calls meanwhile would hide what the picture is of.
                auto &banners = m_console.window().banners();
                for (const QString &key : banners.keys())
                    banners.remove(key);
                show();
                // A child of a visible parent would appear a turn later.
                for (QPushButton *button : banners.findChildren<QPushButton *>())
                    button->show();
            },
            false});
    };
    auto &faults = m_console.faults();
    for (const Fault &fault : kServer)
        add(u"server-"_s + fault.code, [this, &faults, fault] {
            sync::SyncStatus status;
            const base::Instant now = m_console.core().clock().now();
            status.state = fault.kind == Kind::Offline ? sync::SyncStatus::State::Offline
                                                       : sync::SyncStatus::State::NeedsAttention;
            status.since = now - base::Seconds(291);
            status.counts.pending = 3;
            status.lastError = errorOf(QString(fault.code), fault.kind, {});
            faults.showServer(status, now);
        });
    for (const Fault &fault : kSource)
        add(u"source-"_s + fault.code, [&faults, fault] {
            faults.showSource(
                {.key = u"prometheus"_s}, errorOf(QString(fault.code), fault.kind, {}));
        });
    add(u"disk-full"_s, [&faults] { faults.showDiskFull(true); });
    add(u"salvaged"_s, [this, &faults] {
        faults.showSalvaged({.setAside = m_console.core().workspaceDir()
                                    + u"/replica-damaged-20260318T143200.sqlite"_s,
                                .operations = 3},
            false);
    });
}

} // namespace watchroom::programs
