// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/servergroup.h"

#include "app/remote/conninfo.h"
#include "app/words/errors.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

ServerGroup::ServerGroup(const style::Theme &theme, QWidget *parent)
    : SettingsGroup(
        theme, [] { return tr("Server"); }, parent)
    , m_line(makeField(u"server"_s))
{
    setObjectName(u"serverGroup"_s);
    const auto button = [&](ButtonKind kind, const QString &name) {
        return widgets::makeButton(theme, kind, name, {}, {}, widgets::ButtonSize::Normal, this);
    };
    m_test = button(ButtonKind::Secondary, u"testServer"_s);
    m_save = button(ButtonKind::Primary, u"saveServer"_s);
    m_restart = button(ButtonKind::Secondary, u"restart"_s);
    m_state = new QLabel(this);
    m_state->setObjectName(u"serverStatus"_s);
    m_state->setWordWrap(true);
    m_state->setFixedWidth(fieldWidth());
    addRow(m_state, [] { return tr("State"); });
    addRow(m_line, [] { return tr("Connection"); });
    m_meaning = addWords(u"serverMeaning"_s, [this] {
        return m_server.line.isEmpty()
            ? tr(
                "Standalone: everything is on this machine only and nobody else sees it. To work "
                "with others, let an administrator set up the server (watchroomctl server install, "
                "then server add-station) and paste the station's enrolment line here. The data of "
                "this workspace are put aside in its folder; they are not carried over.")
            : tr(
                "The station's enrolment line, as “watchroomctl server add-station” prints it. Its "
                "password goes to the keychain or a file only this user can read.");
    });
    auto *foot = addFoot();
    foot->addWidget(m_test);
    foot->addWidget(m_save);
    foot->addWidget(m_restart);
    foot->addStretch();
    m_result = addWords(u"serverResult"_s, [] { return QString(); });
    SettingsGroup::themeChanged();
    ServerGroup::retranslate();
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        static_cast<void>(isSound());
        tell(Told::Nothing);
    });
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (!isSound())
            return;
        tell(Told::Testing);
        Q_EMIT testAsked(m_line->text().trimmed());
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (isSound())
            Q_EMIT saveAsked(m_line->text().trimmed());
    });
    connect(m_restart, &QPushButton::clicked, this, &ServerGroup::restartAsked);
}

void ServerGroup::setServer(const ServerChoice &server)
{
    m_server = server;
    m_line->setText(server.line);
    retranslate();
}

void ServerGroup::setState(const QString &sentence)
{
    m_stateText = sentence;
    m_state->setText(sentence);
}

bool ServerGroup::isSound()
{
    const QString line = m_line->text().trimmed();
    QString problem;
    if (line.isEmpty() && !m_server.line.isEmpty())
        problem =
            tr("A workspace with a server keeps it. For work without one choose another folder.");
    else if (const auto info = remote::ConnInfo::parse(line); !info)
        problem = words::errorSentence(info.error());
    else if (!line.isEmpty() && info->value("user"_L1).isEmpty())
        problem = tr("The station's name is missing. Add: user=NAME.");
    showProblem(*m_line, problem);
    refresh();
    return problem.isEmpty();
}

void ServerGroup::tell(Told told, const base::Error &error)
{
    m_told = told;
    m_error = error;
    refresh();
}

void ServerGroup::tellTested(const base::Result<> &tested)
{
    if (m_told != Told::Testing) // the line was changed meanwhile
        return;
    tell(tested ? Told::Works : Told::Failed, tested ? base::Error{} : tested.error());
}

void ServerGroup::tellSaved(const base::Result<> &saved, bool restart)
{
    if (!saved)
        tell(Told::Failed, saved.error());
    else
        tell(restart ? Told::SavedForLater : Told::Saved);
}

void ServerGroup::refresh()
{
    QString text;
    switch (m_told) {
    case Told::Nothing:
        break;
    case Told::Testing:
        text = tr("Trying to connect…");
        break;
    case Told::Works:
        text = tr(
            "The connection works: the database is set up for Watchroom and knows this station.");
        break;
    case Told::Failed:
        text = words::errorSentence(m_error);
        break;
    case Told::Saved:
        text = tr("Saved.");
        break;
    case Told::SavedForLater:
        text = tr("Saved. It takes effect when Watchroom starts again.");
        break;
    }
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    m_restart->setVisible(m_told == Told::SavedForLater);
    m_save->setEnabled(m_line->text().trimmed() != m_server.line);
    m_test->setEnabled(m_told != Told::Testing && !m_line->text().trimmed().isEmpty());
}

void ServerGroup::retranslate()
{
    SettingsGroup::retranslate();
    m_state->setText(m_stateText);
    m_line->setPlaceholderText(u"host=db1 port=5432 dbname=watchroom user=desk1"_s);
    m_test->setText(tr("Test connection"));
    m_save->setText(tr("Save"));
    m_restart->setText(tr("Start again now"));
    refresh();
}

} // namespace watchroom::ui
