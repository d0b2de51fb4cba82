// SPDX-License-Identifier: GPL-3.0-or-later
// The team's secrets: which ones this station has, and what a lead sets at the server.
#include "app/programs/console/console.h"
#include "app/words/errors.h"
#include "ui/settings/secretdialog.h"
#include "ui/settings/secretsgroup.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sourcegroup.h"
#include "ui/shell/mainwindow.h"

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using ui::LeadDialog;

void Console::wireSecrets()
{
    auto &group = m_settingsPage->secrets();
    group.setVisible(hasPasswords());
    group.setNames(names());
    connect(&group, &ui::SecretsGroup::listAsked, this, &Console::listSecrets);
    connect(&group, &ui::SecretsGroup::setAsked, this, &Console::setSecret);
    connect(&group, &ui::SecretsGroup::removeAsked, this, &Console::removeSecret);
    connect(&m_account, &ui::Account::changed, this, &Console::showSecretsViewer);
    connect(&m_core->directory(), &incidents::Directory::changed, this, [this] {
        m_settingsPage->secrets().setNames(names());
        showSecretsViewer();
    });
    connect(m_core.get(), &Core::teamSecretsChanged, this, &Console::showTeamSecrets);
    showTeamSecrets();
    showSecretsViewer();
}

void Console::showTeamSecrets()
{
    const auto &secrets = m_core->teamSecrets();
    m_settingsPage->source().setTeamSecrets(
        secrets && *secrets ? (*secrets)->names(u"source") : QStringList());
}

void Console::showSecretsViewer()
{
    const QString login = m_account.login();
    m_settingsPage->secrets().setViewer(login, m_core->directory().isLead(login));
}

void Console::changeSecrets(const QString &password, const Connections::SecretWork &work,
    const std::function<void(const base::Result<> &)> &answer,
    const std::function<QString()> &sentence)
{
    const auto server = remote::ConnInfo::parse(m_core->config().server);
    if (!server) {
        answer(tl::unexpected(server.error()));
        return;
    }
    const QString login = m_account.login();
    m_core->connections().changeSecrets(*server, login, password, work,
        [this, login, answer, sentence](const base::Result<QList<remote::SecretInfo>> &infos) {
            // Somebody else may sit here by now.
            if (infos && login == m_account.login()) {
                m_settingsPage->secrets().setSecrets(*infos);
                m_settingsPage->secrets().tell(sentence);
            }
            answer(infos ? base::Result<>() : base::Result<>(tl::unexpected(infos.error())));
        });
}

void Console::listSecrets()
{
    (new LeadDialog(m_theme, *m_window,
         {.heading = tr("Show the team's secrets"),
             .text = tr("The server tells names, kinds, stations and who set them; no values."),
             .act = {.name = u"listSecrets"_s, .text = tr("Show the list")}},
         nameOf(m_account.login()),
         [this](const QString &password, const LeadDialog::Answer &answer) {
             changeSecrets(password, {}, answer, {});
         }))
        ->open();
}

void Console::setSecret(const std::optional<remote::SecretInfo> &known)
{
    (new ui::SecretDialog(m_theme, *m_window, known, nameOf(m_account.login()),
         [this](const remote::SecretDraft &draft, const QString &password,
             const LeadDialog::Answer &answer) {
             changeSecrets(
                 password, [draft](remote::SecretBook &book) { return book.set(draft); }, answer,
                 [name = draft.name] {
                     return tr("“%1” is set. The stations have it within seconds; the record says "
                               "who set it.")
                         .arg(name);
                 });
         }))
        ->open();
}

void Console::removeSecret(const remote::SecretInfo &known)
{
    (new LeadDialog(m_theme, *m_window,
         {.heading = tr("Remove the team secret “%1”?").arg(known.name),
             .text = tr("The stations lose it within seconds, and sources that need it are not "
                        "measured any more."),
             .act = {.name = u"removeSecret"_s,
                 .text = tr("Remove"),
                 .kind = widgets::ButtonKind::Destructive}},
         nameOf(m_account.login()),
         [this, name = known.name](const QString &password, const LeadDialog::Answer &answer) {
             changeSecrets(
                 password, [name](remote::SecretBook &book) { return book.remove(name); }, answer,
                 [name] { return tr("“%1” is removed.").arg(name); });
         }))
        ->open();
}

} // namespace watchroom::programs
