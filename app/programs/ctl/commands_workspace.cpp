// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/audit.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/password.h"
#include "app/programs/demo.h"
#include "app/programs/firstrules.h"
#include "app/remote/conninfo.h"
#include "app/sync/syncstatus.h"
#include "app/words/errors.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using programs::WorkspaceConfig;

namespace {

Result<> setUp(store::Store &store)
{
    auto set = store.setUpStandalone(store::systemPerson(), programs::firstRules());
    set.waitForFinished();
    if (!set.result())
        return tl::unexpected(set.result().error());
    return {};
}

/// What is saved here and not on the server, by what it waits for.
QString waitingText(const store::OutboxCounts &counts)
{
    return QCoreApplication::translate(
        "ctl", "To be sent: %1, waiting for a sign-in: %2, conflicts: %3, refused: %4")
        .arg(counts.pending)
        .arg(counts.held)
        .arg(counts.conflicts)
        .arg(counts.rejected);
}

Result<Outcome> init(Context &context, const Arguments &arguments)
{
    const QString dir = context.options().workspace;
    if (context.config())
        return base::failure(Error::Kind::Denied, u"there is a workspace already"_s,
            u"workspace_exists"_s, {{u"folder"_s, dir}});
    const bool demo = arguments.has(u"demo"_s);
    const WorkspaceConfig config{.server = arguments.value(u"server"_s),
        .source = demo ? u"simulator"_s : QString(),
        .mapping = {},
        .demo = demo};
    if (demo && !config.isStandalone())
        return wrongUsage(
            QT_TRANSLATE_NOOP("ctl", "--%1 is for a workspace without a server"), u"demo"_s);
    if (const auto info = serverOf(config.server); !info)
        return tl::unexpected(info.error());
    if (const auto saved = config.save(dir); !saved)
        return tl::unexpected(saved.error());
    if (demo) {
        if (const auto filled = programs::fillDemo(dir); !filled)
            return tl::unexpected(filled.error());
    } else if (config.isStandalone()) {
        auto store = store::Store::open(dir, store::Store::Mode::Standalone, context.clock());
        if (!store)
            return tl::unexpected(store.error());
        if (const auto set = setUp(**store); !set)
            return tl::unexpected(set.error());
    } else if (const auto opened = context.writing(); !opened) {
        return tl::unexpected(opened.error());
    }
    return Outcome{QJsonObject{{u"workspace"_s, dir},
                       {u"mode"_s, config.isStandalone() ? u"standalone"_s : u"replica"_s}},
        dir};
}

QString statusText(const QString &dir, const WorkspaceConfig &config, qsizetype open,
    const store::OutboxCounts &counts)
{
    QStringList lines{QCoreApplication::translate("ctl", "Workspace: %1").arg(dir),
        config.isStandalone() ? QCoreApplication::translate("ctl", "Without a server")
                              : QCoreApplication::translate("ctl", "Server: %1").arg(config.server),
        QCoreApplication::translate("ctl", "Open incidents: %1").arg(open)};
    if (!config.isStandalone())
        lines.append(waitingText(counts));
    return lines.join(u'\n');
}

Result<Outcome> status(Context &context, const Arguments &)
{
    const auto config = context.config();
    if (!config)
        return tl::unexpected(config.error());
    const auto store = context.reading();
    if (!store)
        return tl::unexpected(store.error());
    auto counting = (*store)->counts();
    counting.waitForFinished();
    const store::OutboxCounts counts = counting.result();
    const auto open = context.incidents(true);
    if (!open)
        return tl::unexpected(open.error());
    const QJsonObject json{{u"workspace"_s, context.options().workspace},
        {u"mode"_s, config->isStandalone() ? u"standalone"_s : u"replica"_s},
        {u"server"_s, config->server}, {u"open"_s, open->size()}, {u"pending"_s, counts.pending},
        {u"held"_s, counts.held}, {u"conflicts"_s, counts.conflicts},
        {u"rejected"_s, counts.rejected}};
    return Outcome{json, statusText(context.options().workspace, *config, open->size(), counts)};
}

QString syncText(sync::SyncStatus::State state, const sync::SyncReport &report)
{
    using State = sync::SyncStatus::State;
    const QString word = state == State::Synced ? QCoreApplication::translate("ctl", "Synchronised")
        : report.error                          ? words::errorSentence(*report.error)
        : state == State::Offline
        ? QCoreApplication::translate("ctl", "The server cannot be reached")
        : QCoreApplication::translate("ctl", "Not finished");
    return QStringList{word,
        QCoreApplication::translate("ctl", "Sent: %1, received: %2")
            .arg(report.pushed)
            .arg(report.pulled),
        waitingText(report.counts)}
        .join(u'\n');
}

Result<Outcome> syncNow(Context &context, const Arguments &arguments)
{
    bool isNumber = true;
    const int wait = arguments.has(u"wait"_s) ? arguments.value(u"wait"_s).toInt(&isNumber) : 10;
    if (!isNumber || wait < 0)
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--%1 takes whole seconds"), u"wait"_s);
    const auto service = context.syncing();
    if (!service)
        return tl::unexpected(service.error());
    if (arguments.has(u"accept-server"_s))
        (*service)->acceptServer();
    auto running = (*service)->syncOnce(std::chrono::seconds(wait));
    running.waitForFinished();
    const sync::SyncReport report = running.result();
    using State = sync::SyncStatus::State;
    if (report.error && report.state != State::Synced && report.state != State::Waiting
        && report.error->kind != Error::Kind::Offline)
        return tl::unexpected(*report.error);
    // What is not finished when time is up waits for the next time.
    const bool unfinished = report.state == State::Connecting || report.state == State::Filling;
    const State state = unfinished ? State::Waiting : report.state;
    const QJsonObject json{{u"state"_s, sync::stateName(state)}, {u"pushed"_s, report.pushed},
        {u"pulled"_s, report.pulled}, {u"pending"_s, report.counts.pending},
        {u"held"_s, report.counts.held}, {u"conflicts"_s, report.counts.conflicts},
        {u"rejected"_s, report.counts.rejected}};
    constexpr int kNotReachable = 3;
    return Outcome{json, syncText(state, report), state == State::Offline ? kNotReachable : 0};
}

Result<Outcome> salvage(Context &context, const Arguments &)
{
    const auto config = context.config();
    if (!config)
        return tl::unexpected(config.error());
    const QString dir = context.options().workspace;
    const auto mode =
        config->isStandalone() ? store::Store::Mode::Standalone : store::Store::Mode::Replica;
    {
        const auto opened = store::Store::open(dir, mode, context.clock());
        if (opened)
            return base::failure(Error::Kind::Denied, u"the replica is whole"_s, u"not_damaged"_s);
        if (opened.error().code != "damaged"_L1)
            return tl::unexpected(opened.error());
    }
    const auto salvaged = store::Store::salvage(dir, mode, context.clock());
    if (!salvaged)
        return tl::unexpected(salvaged.error());
    const QJsonObject json{
        {u"set_aside"_s, salvaged->setAside}, {u"operations"_s, salvaged->operations}};
    return Outcome{json,
        QCoreApplication::translate(
            "ctl", "The damaged file is %1\nChanges kept that were not sent: %2")
            .arg(salvaged->setAside)
            .arg(salvaged->operations)};
}

Result<Outcome> verify(Context &context, const Arguments &arguments)
{
    if (arguments.has(u"file"_s) && (arguments.has(u"server"_s) || arguments.has(u"full"_s)))
        return wrongUsage(
            QT_TRANSLATE_NOOP("ctl", "--file takes neither --server nor --full beside it"));
    const auto record = arguments.has(u"file"_s) ? readExportedFile(arguments.value(u"file"_s))
        : arguments.has(u"server"_s)
        ? readServerRecord(arguments.value(u"server"_s), arguments.has(u"full"_s))
        : readReplicaRecord(context);
    if (!record)
        return tl::unexpected(record.error());
    return auditOutcome(*record);
}

} // namespace

QList<Command> workspaceCommands()
{
    return {
        {u"workspace init"_s, u"[--server CONNINFO] [--demo]"_s,
            {{u"server"_s}, {u"demo"_s, Takes::Nothing}}, 0, 0, init},
        {u"workspace status"_s, {}, {}, 0, 0, status},
        {u"workspace salvage"_s, {}, {}, 0, 0, salvage},
        {u"sync"_s, u"[--wait SECONDS] [--accept-server]"_s,
            {{u"wait"_s}, {u"accept-server"_s, Takes::Nothing}}, 0, 0, syncNow},
        {u"audit verify"_s, u"[--full] [--server CONNINFO] | --file EXPORT.json"_s,
            {{u"full"_s, Takes::Nothing}, {u"server"_s}, {u"file"_s}}, 0, 0, verify},
    };
}

} // namespace watchroom::ctl
