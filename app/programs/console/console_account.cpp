// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits at the console: signing in, locking, switching, claiming while it is locked.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/lockbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/signindialog.h"
#include "ui/shell/whodialog.h"

#include <QPushButton>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using ui::Account;

namespace {

using People = QList<ui::WhoDialog::Candidate>;

/// Dialogs with what somebody typed in them.
QList<widgets::VeilDialog *> dialogsOf(const QWidget &window)
{
    return window.findChildren<widgets::VeilDialog *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace

QString Console::nameOf(const QString &login) const
{
    return login.isEmpty() ? tr("Nobody signed in") : m_core->directory().personName(login);
}

bool Console::hasPasswords() const
{
    return !m_core->config().isStandalone();
}

void Console::buildLock()
{
    auto *bar =
        new ui::LockBar(m_theme, m_account, [this](const QString &login) { return nameOf(login); });
    bar->setHasPasswords(hasPasswords());
    m_window->setLockBar(bar);
    connect(bar, &ui::LockBar::switchAsked, this, &Console::choosePerson);
    connect(bar, &ui::LockBar::passwordAsked, this, [this] { signIn(m_account.lastLogin()); });
    connect(&m_core->directory(), &incidents::Directory::changed, bar, &ui::LockBar::refresh);
}

bool Console::isAsking() const
{
    return std::ranges::any_of(dialogsOf(*m_window), &QWidget::isVisible);
}

void Console::followLock()
{
    const bool locked = m_account.isLocked();
    m_incidentsPage->setLocked(locked);
    m_window->setReachable(static_cast<int>(Page::Settings), !locked);
    m_window->setReachable(static_cast<int>(Page::Tickets), !locked);
    m_window->setReachable(static_cast<int>(Page::Handover), !locked);
    m_window->setReachable(static_cast<int>(Page::Knowledge), !locked);
    m_window->setReachable(static_cast<int>(Page::Sync), !locked && hasPasswords());
    const bool turned = locked == m_lockedBy.isEmpty();
    const auto dialogs = dialogsOf(*m_window);
    if (locked) {
        if (m_lockedBy.isEmpty()) {
            for (widgets::VeilDialog *dialog : dialogs)
                dialog->suspend();
        }
        m_lockedBy = m_account.lastLogin();
    } else if (!m_lockedBy.isEmpty()) {
        // A draft waits for whoever wrote it, not for the next person.
        const bool same = m_lockedBy == m_account.lastLogin();
        m_lockedBy.clear();
        for (widgets::VeilDialog *dialog : dialogs) {
            if (dialog->isVisible())
                continue;
            if (same)
                dialog->resume();
            else
                dialog->reject();
        }
    }
    if (turned)
        showHints();
}

void Console::endLeftBehind()
{
    const store::Author here = m_account.author();
    const auto *sync = m_core->sync();
    if (here.session.isNull() || here.session == m_tidiedFor || !sync
        || sync->status().state != sync::SyncStatus::State::Synced)
        return;
    m_tidiedFor = here.session;
    if (const auto info = remote::ConnInfo::parse(m_core->config().server))
        m_core->stations().endLeftBehind(here.login, info->value("user"_L1), here.session);
}

void Console::signIn(const QString &login)
{
    if (!hasPasswords()) {
        choosePerson();
        return;
    }
    auto *dialog = new ui::SignInDialog(m_theme, *m_window, login,
        [this](
            const QString &name, const QString &password, const ui::SignInDialog::Answer &answer) {
            const auto info = remote::ConnInfo::parse(m_core->config().server);
            if (!m_core->sync() || !info) {
                answer(base::failure(base::Error::Kind::Offline, u"no connection yet"_s));
                return;
            }
            base::whenDone(
                m_core->sync()->openPersonSession(*info, name, password, info->value("user"_L1)),
                this, [this, name, answer](const base::Result<remote::PersonSession> &session) {
                    if (session) {
                        m_account.signIn(
                            {.login = name, .session = session->id, .sessionKey = session->key});
                        sendHeld();
                    }
                    answer(session ? base::Result<>()
                                   : base::Result<>(tl::unexpected(session.error())));
                });
        });
    dialog->open();
}

void Console::lock()
{
    if (m_account.isLocked() || !m_account.isSignedIn()) {
        choosePerson();
        return;
    }
    if (m_account.hasPin(m_account.login())) {
        m_account.lock();
        return;
    }
    (new ui::PinDialog(m_theme, *m_window, tr("Choose a PIN for this shift"),
         tr("Four to six digits, please."),
         [this](const QString &pin) {
             if (!m_account.setPin(pin))
                 return false;
             m_account.lock();
             return true;
         }))
        ->open();
}

void Console::choosePerson()
{
    const bool locked = m_account.isLocked();
    if (!m_account.isSignedIn() && hasPasswords() && m_account.people().isEmpty()) {
        signIn({});
        return;
    }
    People people;
    for (const QString &login : m_account.people()) {
        if (locked || login != m_account.login())
            people.append({login, nameOf(login)});
    }
    // Without a server nobody has a password: whoever is at the open desk may be any of them.
    const bool open = !hasPasswords() && !locked;
    if (open) {
        for (const incidents::Person &person : m_core->directory().people()) {
            if (!m_account.people().contains(person.login))
                people.append({person.login, person.name});
        }
    }
    const ui::WhoDialog::Words words{.heading = tr("Who sits here?"),
        .text = m_account.isSignedIn()
            ? tr("At this station now: %1").arg(nameOf(m_account.lastLogin()))
            : QString(),
        .act = open ? tr("Switch") : QString(),
        .noPin = hasPasswords()
            ? tr("No PIN was set at this station. Sign in with the password.")
            : tr("No PIN is valid any more. Somebody else opens, or start Watchroom again.")};
    auto *dialog = new ui::WhoDialog(m_theme, *m_window, m_account, words, people,
        [this](const QString &login, const QString &pin) {
            if (m_account.hasPin(login))
                return m_account.enter(login, pin);
            m_account.signIn({.login = login, .session = {}, .sessionKey = {}});
            return Account::Verdict::Right;
        });
    if (hasPasswords())
        connect(dialog->addButton(u"signInOther"_s, tr("Sign in…")), &QPushButton::clicked, this,
            [this] { signIn({}); });
    if (!locked && m_account.isSignedIn()) {
        connect(dialog->addButton(u"lock"_s, tr("Lock")), &QPushButton::clicked, this,
            &Console::lock, Qt::QueuedConnection);
        connect(dialog->addButton(u"signOut"_s, tr("Sign out")), &QPushButton::clicked, this,
            &Console::signOut);
    }
    dialog->open();
}

void Console::claimFor(const QUuid &incident)
{
    const incidents::Incident *found = m_core->incidents().find(incident);
    if (!found)
        return;
    if (m_account.people().isEmpty()) {
        signIn({});
        return;
    }
    People people;
    const QString last = m_account.lastLogin();
    if (!last.isEmpty())
        people.append({last, nameOf(last)});
    for (const QString &login : m_account.people()) {
        if (login != last)
            people.append({login, nameOf(login)});
    }
    const ui::WhoDialog::Words words{.heading = tr("Claim %1").arg(found->reference()),
        .text = m_account.isLocked() ? tr("The PIN signs the claim; the station stays locked.")
                                     : tr("The PIN signs the claim."),
        .act = {},
        .noPin = tr("No PIN is valid for this name. Choose another one, or sign in first.")};
    (new ui::WhoDialog(m_theme, *m_window, m_account, words, people,
         [this, incident](const QString &login, const QString &pin) {
             return m_account.actAs(
                 login, pin, [this, incident] { m_incidentsPage->inspector().claimNow(incident); });
         }))
        ->open();
}

} // namespace watchroom::programs
