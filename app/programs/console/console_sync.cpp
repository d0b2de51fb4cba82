// SPDX-License-Identifier: GPL-3.0-or-later
// Sync as a person meets it: its page, what the server did not take, sessions and stations.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "app/programs/console/exports.h"
#include "app/roster/rosterwords.h"
#include "app/words/errors.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/topstrip.h"
#include "ui/sync/cardwords.h"
#include "ui/sync/comparedialog.h"
#include "ui/sync/editdialog.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/confirmdialog.h"

#include <QPushButton>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using undelivered::Card;
using Answer = ui::UndeliveredCard::Answer;

namespace {
const QString kClaimPrefix = u"lostclaim:"_s;
constexpr int kMostBanners = 2;
} // namespace

words::Names Console::names() const
{
    auto &directory = m_core->directory();
    return {.person = [&directory](const QString &login) { return directory.personName(login); },
        .target = [&directory](const QString &key) { return directory.targetName(key); },
        .position =
            [this](const QString &code) {
                return roster::positionName(m_core->roster().state(), code, m_language.isEnglish());
            }};
}

void Console::buildSyncPage()
{
    m_syncPage = new ui::SyncPage(m_theme, {m_core->undelivered(), m_core->stations()});
    m_syncPage->setNames(names());
    m_window->addPage(
        u"sync"_s, u"refresh"_s, m_syncPage, [] { return tr("Sync"); }, true);
    m_window->setReachable(static_cast<int>(Page::Sync), hasPasswords());
    connect(&m_core->directory(), &incidents::Directory::changed, m_syncPage, [this] {
        m_syncPage->setNames(names());
        showUndelivered();
    });
    connect(&m_core->undelivered(), &undelivered::UndeliveredCards::changed, this,
        &Console::showUndelivered);
    connect(&m_window->strip(), &ui::TopStrip::syncPressed, this, [this] {
        if (hasPasswords() && !m_account.isLocked())
            show(Page::Sync);
    });
    connect(m_syncPage, &ui::SyncPage::cardAnswered, this, &Console::answerCard);
    connect(m_syncPage, &ui::SyncPage::syncAsked, this, [this] {
        if (auto *sync = m_core->sync())
            sync->wake();
    });
    connect(m_syncPage, &ui::SyncPage::auditAsked, this, [this] {
        if (auto *sync = m_core->sync())
            sync->audit();
    });
    connect(m_syncPage, &ui::SyncPage::diagnosticsAsked, this, &Console::saveDiagnostics);
    connect(m_syncPage, &ui::SyncPage::serverAccepted, this, [this] {
        confirm(tr("Does this server take the other's place?"),
            tr("What is saved here and waits will be sent to it, and everything shown will be "
               "what it has. Say yes only after a restore or a move that the administrator "
               "knows of."),
            tr("Yes, use this server"), [this] {
                if (auto *sync = m_core->sync())
                    sync->acceptServer();
            });
    });
    connect(m_syncPage, &ui::SyncPage::sessionEndAsked, this, &Console::endSession);
    connect(m_syncPage, &ui::SyncPage::switchOffAsked, this, &Console::switchOff);
}

void Console::showUndelivered()
{
    const auto &cards = m_core->undelivered().cards();
    m_window->rail().setCount(static_cast<int>(Page::Sync), int(cards.size()));
    m_core->incidents().setUnsent(ui::marksOf(cards, names()));
    showLostClaims();
}

void Console::showCardOf(const QUuid &incident)
{
    if (!hasPasswords() || m_account.isLocked())
        return;
    show(Page::Sync);
    m_syncPage->showCardOf(incident);
}

void Console::showOlderMonths(const sync::SyncStatus &status)
{
    using State = ui::OlderMonths::State;
    using Sync = sync::SyncStatus::State;
    const bool reached = status.state == Sync::Synced || status.state == Sync::Waiting
        || status.state == Sync::Filling;
    ui::OlderMonths::Told told;
    if (!reached)
        told = {State::Offline};
    else if (!status.monthFetched.isEmpty())
        told = {State::Loading, status.monthFetched};
    else if (!status.olderMonths.isEmpty())
        told = {State::More, status.olderMonths.constLast()};
    m_incidentsPage->setOlderMonths(told);
}

void Console::askForOlderMonth()
{
    auto *sync = m_core->sync();
    if (!sync)
        return;
    const sync::SyncStatus &status = sync->status();
    if (status.olderMonths.isEmpty())
        sync->wake();
    else
        sync->askForMonth(status.olderMonths.constLast());
}

void Console::showLostClaims()
{
    // Whoever thinks they have it must learn at once that they do not.
    auto &banners = m_window->banners();
    QStringList wanted;
    for (const Card &card : m_core->undelivered().cards()) {
        if (!card.lostClaim || wanted.size() == kMostBanners)
            continue;
        const QString key = kClaimPrefix + card.first().op.toString();
        wanted.append(key);
        auto &banner = banners.banner(key);
        const bool made = banner.content().head.isEmpty();
        banner.setContent({.kind = widgets::BannerKind::Notice,
            .level = {},
            .icon = u"git-merge"_s,
            .head = ui::headOf(card, names()),
            .text = ui::sentenceOf(card, names()) + u' ' + card.subject,
            .aside = {},
            .time = {}});
        if (made) {
            connect(banner.addButton(u"lostTakeOver"_s, {}), &QPushButton::clicked, this,
                [this, card] { answerCard(card, Answer::Mine); });
            connect(banner.addButton(u"lostLeave"_s, {}), &QPushButton::clicked, this,
                [this, card] { answerCard(card, Answer::Theirs); });
        }
        banner.findChild<QPushButton *>(u"lostTakeOver"_s)->setText(tr("Take over"));
        banner.findChild<QPushButton *>(u"lostLeave"_s)->setText(tr("Leave it to them"));
    }
    for (const QString &key : banners.keys()) {
        if (key.startsWith(kClaimPrefix) && !wanted.contains(key))
            banners.remove(key);
    }
    banners.order();
}

void Console::answerCard(const Card &card, Answer answer)
{
    auto &decisions = m_core->decisions();
    switch (answer) {
    case Answer::Mine:
        follow(decisions.sendMine(card));
        break;
    case Answer::Theirs:
        if (card.state == domain::ResultState::Conflict)
            follow(decisions.keepTheirs(card));
        else
            confirm(tr("Discard this change?"),
                ui::deedOf(card.first()) + u'\n'
                    + tr("It will not be sent. A copy stays in this workspace for 90 days."),
                tr("Discard"), [this, card] { follow(m_core->decisions().keepTheirs(card)); });
        break;
    case Answer::Compare:
        (new ui::CompareDialog(m_theme, *m_window, card, names(),
             [this, card](const domain::Row &chosen) {
                 follow(chosen.isEmpty() ? m_core->decisions().keepTheirs(card)
                                         : m_core->decisions().sendMine(card, chosen));
             }))
            ->open();
        break;
    case Answer::Edit:
        (new ui::EditDialog(m_theme, *m_window, ui::sentenceOf(card, names()),
             domain::text(card.first().set, "text"_L1),
             [this, card](const QString &text) {
                 follow(m_core->decisions().sendMine(card, {{u"text"_s, text}}));
             }))
            ->open();
        break;
    case Answer::SignIn:
        signIn(card.first().actor);
        break;
    case Answer::Sign:
        follow(decisions.sign({card}));
        break;
    case Answer::Release:
        follow(decisions.release(card));
        break;
    case Answer::AskAgain:
        follow(decisions.askAgain(card));
        break;
    case Answer::Export:
        tellSaved(writeCard(m_core->store(), card));
        break;
    }
}

template <class T>
void Console::follow(const QFuture<base::Result<T>> &asked)
{
    m_syncPage->tell({});
    base::whenDone(asked, this, [this](const base::Result<T> &done) {
        if (!done) // said where it was asked, or, from a banner, in one
            tell(done.error());
    });
}

void Console::sendHeld()
{
    // What only waited for this person to sign in goes by itself; what was revoked waits for a
    // word.
    const QString login = m_account.login();
    QList<Card> own;
    for (const Card &card : m_core->undelivered().cards()) {
        const bool passed = card.code == "session_expired"_L1 || card.code == "session_unknown"_L1;
        if (card.state == domain::ResultState::Held && passed && card.first().actor == login)
            own.append(card);
    }
    if (!own.isEmpty())
        follow(m_core->decisions().sign(own));
}

void Console::confirm(
    const QString &heading, const QString &text, const QString &act, std::function<void()> then)
{
    (new widgets::ConfirmDialog(m_theme, *m_window, {heading, text, act}, std::move(then)))->open();
}

void Console::endSession(const QUuid &session)
{
    confirm(tr("End this session?"),
        tr("What that person does under it from now on, and what is not sent yet, is held until "
           "they sign in again or a lead releases it."),
        tr("End the session"), [this, session] { follow(m_core->stations().endSession(session)); });
}

void Console::switchOff(const QUuid &station)
{
    confirm(tr("Switch this station off?"),
        tr("It gets nothing and sends nothing from now on; what is saved there waits there. An "
           "administrator can switch it on again."),
        tr("Switch off"), [this, station] { follow(m_core->stations().switchOff(station)); });
}

void Console::signOut()
{
    const store::Author leaving = m_account.author();
    // The last of this person's changes: it travels behind all others, under their own proof.
    if (hasPasswords() && !leaving.session.isNull()) {
        static_cast<void>(m_core->stations().endSession(leaving.session));
        if (auto *sync = m_core->sync())
            sync->forgetSession(leaving.login);
    }
    m_account.signOut();
}

void Console::saveDiagnostics()
{
    const sync::SyncStatus status = m_core->sync() ? m_core->sync()->status() : sync::SyncStatus{};
    tellSaved(writeDiagnostics(m_core->store(), m_core->config(), status, m_core->clock().now()));
}

void Console::tellSaved(const QFuture<base::Result<QString>> &written)
{
    base::whenDone(written, this, [this](const base::Result<QString> &path) {
        m_syncPage->tell(path ? tr("Saved as %1").arg(*path) : words::errorSentence(path.error()));
    });
}

} // namespace watchroom::programs
