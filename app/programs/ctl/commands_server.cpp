// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/password.h"
#include "app/programs/firstrules.h"
#include "app/remote/serveradmin.h"
#include "app/words/errors.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using remote::ServerAdmin;

namespace {

const OptionSpec kServer{u"server"_s};

/// Connects as --server says and runs one command of the set-up.
template <class Work>
Result<Outcome> withServer(const Arguments &arguments, Work work)
{
    if (!arguments.has(kServer.name))
        return missingOption(kServer.name);
    const auto info = serverOf(arguments.value(kServer.name));
    if (!info)
        return tl::unexpected(info.error());
    ServerAdmin admin;
    if (const auto opened = admin.open(*info); !opened)
        return tl::unexpected(opened.error());
    return work(admin);
}

Result<Outcome> applied(const Result<QStringList> &files)
{
    if (!files)
        return tl::unexpected(files.error());
    const QString text = files->isEmpty()
        ? QCoreApplication::translate("ctl", "Everything was there already.")
        : files->join(u'\n');
    return Outcome{QJsonObject{{u"applied"_s, QJsonArray::fromStringList(*files)}}, text};
}

Result<Outcome> done(const Result<> &result, const QString &what)
{
    if (!result)
        return tl::unexpected(result.error());
    return Outcome{QJsonObject{{u"done"_s, what}}, what};
}

Result<Outcome> install(Context &, const Arguments &arguments)
{
    return withServer(arguments,
        [](ServerAdmin &admin) { return applied(admin.install(programs::firstRules())); });
}

Result<Outcome> check(Context &, const Arguments &arguments)
{
    return withServer(arguments, [](ServerAdmin &admin) -> Result<Outcome> {
        const auto findings = admin.check();
        if (!findings)
            return tl::unexpected(findings.error());
        QJsonArray json;
        QStringList lines;
        bool serious = false;
        for (const remote::Finding &finding : *findings) {
            json.append(QJsonObject{{u"code"_s, finding.code}, {u"params"_s, finding.params},
                {u"serious"_s, finding.serious}});
            lines.append(words::codeSentence(finding.code, finding.params));
            serious = serious || finding.serious;
        }
        if (lines.isEmpty())
            lines.append(QCoreApplication::translate("ctl", "Everything is in order."));
        return Outcome{json, lines.join(u'\n'), serious ? 1 : 0};
    });
}

Result<Outcome> addPerson(Context &, const Arguments &arguments)
{
    return withServer(arguments, [&](ServerAdmin &admin) -> Result<Outcome> {
        remote::NewPerson person{.login = arguments.positional()[0],
            .name = arguments.value(u"name"_s),
            .layer = arguments.value(u"layer"_s),
            .group = arguments.value(u"group"_s),
            .rights = arguments.values(u"right"_s),
            .password = {}};
        if (arguments.has(u"password-stdin"_s)) {
            const auto password = readPassword();
            if (!password)
                return tl::unexpected(password.error());
            person.password = *password;
        }
        return done(admin.addPerson(person), person.login);
    });
}

Result<Outcome> addStation(Context &, const Arguments &arguments)
{
    const QString kind = arguments.has(u"wall"_s) ? u"wall"_s
        : arguments.has(u"agent"_s)               ? u"agent"_s
                                                  : u"console"_s;
    return withServer(arguments, [&](ServerAdmin &admin) -> Result<Outcome> {
        const auto line = admin.addStation(arguments.positional()[0], kind);
        if (!line)
            return tl::unexpected(line.error());
        return Outcome{
            QJsonObject{{u"station"_s, arguments.positional()[0]}, {u"enrolment"_s, *line}}, *line};
    });
}

Result<Outcome> setPassword(Context &, const Arguments &arguments)
{
    return withServer(arguments, [&](ServerAdmin &admin) -> Result<Outcome> {
        const auto password = readPassword();
        if (!password)
            return tl::unexpected(password.error());
        const QString login = arguments.positional()[0];
        return done(admin.setPassword(login, *password), login);
    });
}

Result<Outcome> closeSessions(Context &, const Arguments &arguments)
{
    return withServer(arguments, [&](ServerAdmin &admin) -> Result<Outcome> {
        const auto closed = admin.closeSessions(arguments.positional()[0]);
        if (!closed)
            return tl::unexpected(closed.error());
        return Outcome{QJsonObject{{u"closed"_s, *closed}},
            QCoreApplication::translate("ctl", "Sessions closed: %1").arg(*closed)};
    });
}

} // namespace

QList<Command> serverCommands()
{
    using Args = const Arguments &;
    const OptionSpec fromInput{u"password-stdin"_s, Takes::Nothing};
    return {
        {u"server install"_s, u"--server CONNINFO"_s, {kServer}, 0, 0, install},
        {u"server upgrade"_s, u"--server CONNINFO"_s, {kServer}, 0, 0,
            [](Context &, Args a) {
                return withServer(a, [](ServerAdmin &admin) { return applied(admin.upgrade()); });
            }},
        {u"server check"_s, u"--server CONNINFO"_s, {kServer}, 0, 0, check},
        {u"server adopt"_s, u"--server CONNINFO"_s, {kServer}, 0, 0,
            [](Context &, Args a) {
                return withServer(
                    a, [](ServerAdmin &admin) { return done(admin.adopt(), u"adopt"_s); });
            }},
        {u"server add-person"_s,
            u"LOGIN --name NAME --layer L [--group G] [--right lead|command|admin]... [--password-stdin] --server CONNINFO"_s,
            {kServer, {u"name"_s}, {u"layer"_s}, {u"group"_s}, {u"right"_s, Takes::Values},
                fromInput},
            1, 1, addPerson},
        {u"server add-station"_s, u"NAME [--wall|--agent] --server CONNINFO"_s,
            {kServer, {u"wall"_s, Takes::Nothing}, {u"agent"_s, Takes::Nothing}}, 1, 1, addStation},
        {u"server set-password"_s, u"LOGIN [--password-stdin] --server CONNINFO"_s,
            {kServer, fromInput}, 1, 1, setPassword},
        {u"server disable-person"_s, u"LOGIN --server CONNINFO"_s, {kServer}, 1, 1,
            [](Context &, Args a) {
                return withServer(a, [&a](ServerAdmin &admin) {
                    return done(admin.disablePerson(a.positional()[0]), a.positional()[0]);
                });
            }},
        {u"server session close"_s, u"LOGIN --server CONNINFO"_s, {kServer}, 1, 1, closeSessions},
        // Sessions are looked for under both names.
        {u"session close"_s, u"LOGIN --server CONNINFO"_s, {kServer}, 1, 1, closeSessions},
    };
}

} // namespace watchroom::ctl
