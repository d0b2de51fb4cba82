// SPDX-License-Identifier: GPL-3.0-or-later
// The handover on the console: its page beside the roster, who signs, what the sheet needs of here.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "app/programs/console/handoverprinter.h"
#include "ui/handover/handoverpage.h"
#include "ui/roster/rosterpage.h"
#include "ui/sheets/sheetpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/pageviews.h"
#include "ui/shell/statusline.h"

#include <QDir>
#include <QPrintDialog>
#include <QPrinter>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {
enum View
{
    Handover,
    Roster
};
} // namespace

void Console::buildHandoverPage()
{
    const ui::HandoverNeeds needs{.store = m_core->store(),
        .book = m_core->handover(),
        .commands = m_core->handoverCommands(),
        .work = m_core->work(),
        .attachments = m_core->attachments(),
        .directory = m_core->directory(),
        .roster = m_core->roster(),
        .clock = m_core->clock(),
        .me = [this] { return m_account.login(); },
        .zone = [this] { return QTimeZone(m_core->policy().zone); },
        .position = names().position,
        .station =
            [this] {
                const auto info = remote::ConnInfo::parse(m_core->config().server);
                return info ? info->value("user"_L1) : tr("standalone");
            },
        .sources = [this] { return sheetSources(); },
        .places = [this] { return measuredPlaces(); },
        .awaySince = [this] { return awaySince(); },
        .passwords = hasPasswords(),
        .prove =
            [this](const QString &login, const QString &password,
                const ui::HandoverNeeds::Proved &answer) { proveSigner(login, password, answer); }};
    m_handoverPage = new ui::HandoverPage(m_theme, needs);
    m_dutyViews = new ui::PageViews(m_theme);
    m_dutyViews->addView(m_handoverPage, [] { return tr("Handover", "the view"); });
    m_dutyViews->addView(m_rosterPage, [] { return tr("Roster"); });
    connect(m_dutyViews, &ui::PageViews::currentChanged, this, &Console::showHints);
    connect(m_handoverPage, &ui::HandoverPage::stepShown, this, &Console::showHints);
    connect(m_handoverPage, &ui::HandoverPage::failed, this, &Console::tell);
    connect(m_handoverPage, &ui::HandoverPage::authorAsked, this, [this] { signIn({}); });
    connect(m_handoverPage, &ui::HandoverPage::photographAsked, this, &Console::showPhotograph);
    connect(m_core.get(), &Core::policyChanged, m_handoverPage, &ui::HandoverPage::refresh);
    connect(&m_account, &ui::Account::changed, m_handoverPage, &ui::HandoverPage::refresh);
    connect(&m_core->handover(), &handover::HandoverBook::changed, this, &Console::showWaiting);
    connect(&m_core->handover(), &handover::HandoverBook::changed, this, [this] {
        if (isShown(Page::Handover))
            showHints();
    });
    connect(&m_core->roster(), &roster::RosterBook::changed, this, &Console::showWaiting);
    connect(&m_account, &ui::Account::changed, this, &Console::showWaiting);
    m_printer = new HandoverPrinter(
        m_core->handover(), m_core->clock(),
        [needs](const handover::HandoverState &state) { return needs.sheet(state); }, this);
    connect(m_printer, &HandoverPrinter::failed, this, &Console::tell);
    connect(m_printer, &HandoverPrinter::written, this, [this](const QString &path) {
        m_window->status().setMessage(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(m_printer, &HandoverPrinter::printed, this,
        [this] { m_window->status().setMessage(tr("The sheet is at the printer")); });
    connect(m_handoverPage, &ui::HandoverPage::pdfAsked, this, &Console::savePdf);
    connect(m_handoverPage, &ui::HandoverPage::printAsked, this, [this](const QUuid &handover) {
        const auto printer = std::make_shared<QPrinter>();
        printer->setResolution(sheets::kPaperResolution);
        auto *dialog = new QPrintDialog(printer.get(), m_window.get());
        dialog->setObjectName(u"printDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
            [this, handover, printer] { m_printer->print(handover, printer); });
        // The dialog holds the printer by address.
        connect(dialog, &QObject::destroyed, this, [printer] {});
        dialog->open();
    });
    m_window->addPage(
        u"handover"_s, u"switch-horizontal"_s, m_dutyViews, [] { return tr("Handover"); });
}

void Console::showHandover()
{
    show(Page::Handover);
    m_dutyViews->setCurrent(Handover);
}

void Console::showRoster()
{
    show(Page::Handover);
    m_dutyViews->setCurrent(Roster);
}

bool Console::isRosterShown() const
{
    return isShown(Page::Handover) && m_dutyViews->current() == Roster;
}

// Requests about shifts, and what of a handover waits for who sits here.
void Console::showWaiting()
{
    const auto asked =
        ui::askedOf(m_core->roster().state(), m_account.login(), m_core->clock().now());
    m_window->rail().setCount(
        static_cast<int>(Page::Handover), int(asked.size()) + m_handoverPage->waitingForMe());
}

void Console::showHandoverHints()
{
    auto &status = m_window->status();
    const ui::StatusLine::Hint next{u"Ctrl ↵"_s, tr("Next step")};
    if (!m_core->handover().state() || !m_core->handover().state()->isLive()) {
        status.setHints({{u"N"_s, tr("Start a handover")}});
        return;
    }
    switch (m_handoverPage->step()) {
    case ui::HandoverStep::Tickets:
    case ui::HandoverStep::Pending:
        status.setMessage(tr("A raised row wants something"));
        status.setHints({{u"↑↓"_s, tr("Choose")}, {u"A"_s, tr("Receiver")}, {u"P"_s, tr("Plan")},
            {u"Q"_s, tr("Ask")}, {tr("Space"), tr("Confirm")}, next});
        break;
    case ui::HandoverStep::Systems:
        status.setHints({{u"Tab"_s, tr("Next field")}, {u"←→"_s, tr("Normal, failed")}, next});
        break;
    case ui::HandoverStep::ReadBack:
        status.setHints({{u"Tab"_s, tr("Next gap")}, {u"1–3"_s, tr("Next step of the item")},
            {tr("Space"), tr("Heard")}, next});
        break;
    case ui::HandoverStep::Signatures:
        status.setMessage(tr("The sheet takes effect when both have signed"));
        status.setHints({{u"Tab"_s, tr("Next field")}, {u"↵"_s, tr("Sign")}});
        break;
    }
}

void Console::proveSigner(const QString &login, const QString &password,
    const std::function<void(const Result<ui::Signer> &)> &answer)
{
    if (!hasPasswords()) {
        answer(ui::Signer{{.login = login, .session = {}, .sessionKey = {}}, u"open_desk"_s});
        return;
    }
    const auto info = remote::ConnInfo::parse(m_core->config().server);
    if (!m_core->sync() || !info) {
        answer(base::failure(Error::Kind::Offline, u"no connection yet"_s));
        return;
    }
    base::whenDone(
        m_core->sync()->openPersonSession(*info, login, password, info->value("user"_L1)), this,
        [login, answer](const Result<remote::PersonSession> &session) {
            if (session)
                answer(
                    ui::Signer{{.login = login, .session = session->id, .sessionKey = session->key},
                        session->offline ? u"offline"_s : u"password"_s});
            else
                answer(tl::unexpected(session.error()));
        });
}

} // namespace watchroom::programs
