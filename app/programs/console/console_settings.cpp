// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the workspace: what is shown of its connections, trying and changing them.
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "app/words/errors.h"
#include "app/words/times.h"
#include "ui/settings/servergroup.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/sourcegroup.h"
#include "ui/shell/mainwindow.h"

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using Kind = ui::SourceChoice::Kind;

namespace {

WorkspaceConfig withSource(WorkspaceConfig config, const ui::SourceChoice &choice)
{
    const bool asked = choice.kind == Kind::Prometheus;
    config.source = asked                ? choice.address
        : choice.kind == Kind::Simulator ? u"simulator"_s
                                         : u""_s;
    config.mapping = asked ? choice.mapping : QString();
    config.sourceUser = asked ? choice.user : QString();
    config.sourceTeamSecret = asked ? choice.teamSecret : QString();
    config.sourceAuthority = asked ? choice.authority : QString();
    config.sourceSecret = asked && choice.hasSecret;
    return config;
}

} // namespace

void Console::wireSettings()
{
    auto &server = m_settingsPage->server();
    auto &source = m_settingsPage->source();
    connect(&server, &ui::ServerGroup::testAsked, this, &Console::testServer);
    connect(&server, &ui::ServerGroup::saveAsked, this, &Console::saveServer);
    connect(&server, &ui::ServerGroup::restartAsked, this, &Console::restartAsked);
    connect(&source, &ui::SourceGroup::testAsked, this, &Console::testSource);
    connect(&source, &ui::SourceGroup::saveAsked, this, &Console::saveSource);
    wireSecrets();
    showServer();
    showSourceChoice();
}

void Console::showServer()
{
    const WorkspaceConfig &config = m_core->keptConfig();
    auto shown = remote::ConnInfo::parse(config.server);
    const bool inFile = shown && shown->contains("password"_L1); // written there by hand
    if (inFile)
        shown->remove("password"_L1);
    m_settingsPage->server().setServer(
        {inFile ? shown->toText() : config.server, inFile || config.stationSecret});
}

void Console::showSourceChoice()
{
    const WorkspaceConfig &config = m_core->keptConfig();
    const Kind kind = config.source.isEmpty() ? Kind::None
        : config.source == "simulator"_L1     ? Kind::Simulator
                                              : Kind::Prometheus;
    m_settingsPage->source().setSource({.kind = kind,
        .address = kind == Kind::Prometheus ? config.source : QString(),
        .mapping = config.mapping,
        .user = config.sourceUser,
        .teamSecret = config.sourceTeamSecret,
        .secret = {},
        .hasSecret = config.sourceSecret,
        .authority = config.sourceAuthority});
}

void Console::showSettings()
{
    show(Page::Settings);
}

void Console::showConnections()
{
    using State = sync::SyncStatus::State;
    if (m_core->config().isStandalone()) {
        m_settingsPage->server().setState(tr("Standalone: no server, saved on this machine"));
    } else if (const auto *sync = m_core->sync()) {
        const sync::SyncStatus &status = sync->status();
        const bool good = status.state == State::Synced || status.state == State::Waiting
            || status.state == State::Filling;
        m_settingsPage->server().setState(good ? tr("Connected, %1 ms").arg(status.lag.count())
                : status.lastError             ? words::errorSentence(*status.lastError)
                                               : tr("Connecting"));
    }
    const auto &error = m_source.error ? m_source.error
        : m_core->sourceError()        ? m_core->sourceError()
                                       : m_sourceProblem;
    const qint64 age = std::chrono::floor<std::chrono::milliseconds>(m_core->clock().now())
                           .time_since_epoch()
                           .count()
        - m_source.lastAnswer;
    m_settingsPage->source().setState(error ? words::errorSentence(*error)
            : m_source.key.isEmpty()        ? tr("None is set: nothing is measured")
            : m_source.lastAnswer == 0
            ? tr("Asked, no answer yet")
            : tr("Answers, newest %1").arg(words::age(base::Seconds{age / 1000})));
}

void Console::testServer(const QString &line)
{
    auto info = remote::ConnInfo::parse(line);
    if (!info) {
        m_settingsPage->server().tellTested(tl::unexpected(info.error()));
        return;
    }
    const auto used = remote::ConnInfo::parse(m_core->config().server);
    const bool same = !m_core->config().isStandalone() && used
        && used->value("user"_L1) == info->value("user"_L1);
    const auto ask = [this, same](const remote::ConnInfo &server) {
        const auto done = [this](const base::Result<> &tested) {
            m_settingsPage->server().tellTested(tested);
        };
        if (!same) { // a client that never comes again must not be known there
            m_core->connections().testServer(server, {}, done);
            return;
        }
        base::whenDone(m_core->store().syncState(), this,
            [this, server, done](const base::Result<store::SyncState> &state) {
                const QUuid client =
                    state ? QUuid::fromString(state->value(store::state::kClient)) : QUuid();
                m_core->connections().testServer(server, client, done);
            });
    };
    if (info->contains("password"_L1) || !same || !m_core->config().stationSecret) {
        ask(*info);
        return;
    }
    m_core->connections().stationSecret([ask, server = *info](const QString &secret) mutable {
        if (!secret.isEmpty())
            server.set("password"_L1, secret);
        ask(server);
    });
}

void Console::saveServer(const QString &line)
{
    auto &group = m_settingsPage->server();
    const auto info = remote::ConnInfo::parse(line);
    if (!info) {
        group.tellSaved(tl::unexpected(info.error()), false);
        return;
    }
    m_core->saveServer(*info, [this](const base::Result<> &saved) {
        if (saved)
            showServer();
        m_settingsPage->server().tellSaved(saved, true);
    });
}

void Console::testSource(const ui::SourceChoice &choice)
{
    const WorkspaceConfig config = withSource(m_core->keptConfig(), choice);
    const auto ask = [this, config](const QString &secret) {
        m_core->connections().testSource(config,
            sourceAuthorization(config, secret, m_core->teamSecrets()),
            [this](
                const base::Result<int> &values) { m_settingsPage->source().tellTested(values); });
    };
    if (choice.teamSecret.isEmpty() && choice.secret.isEmpty() && m_core->keptConfig().sourceSecret)
        m_core->connections().sourceSecret(ask);
    else
        ask(choice.secret);
}

void Console::saveSource(const ui::SourceChoice &choice)
{
    const WorkspaceConfig config = withSource(m_core->keptConfig(), choice);
    // A source that cannot even be made is not worth keeping.
    if (const auto factory = sourceFactory(config, QByteArray()); !factory) {
        m_settingsPage->source().tellSaved(tl::unexpected(factory.error()));
        return;
    }
    m_core->saveSource(config, choice.secret,
        [this](const base::Result<> &saved) { m_settingsPage->source().tellSaved(saved); });
}

} // namespace watchroom::programs
