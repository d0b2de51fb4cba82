// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"
#include "app/programs/ctl/password.h"
#include "app/remote/secretbook.h"
#include "app/remote/teamsecrets.h"
#include "app/words/terms.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using remote::SecretBook;
using remote::SecretInfo;

namespace {

const OptionSpec kServer{u"server"_s};

/// As --as says, else as the connection string does: a lead's own connection.
template <class Work>
Result<Outcome> withBook(Context &context, const Arguments &arguments, Work work)
{
    if (!arguments.has(kServer.name))
        return missingOption(kServer.name);
    const auto info = serverOf(arguments.value(kServer.name));
    if (!info)
        return tl::unexpected(info.error());
    SecretBook book(*info, context.options().as, {});
    if (const auto opened = book.open(); !opened)
        return tl::unexpected(opened.error());
    return work(book);
}

Result<Outcome> done(const Result<> &result, const QString &name)
{
    if (!result)
        return tl::unexpected(result.error());
    return Outcome{QJsonObject{{u"done"_s, name}}, name};
}

QJsonObject toJson(const SecretInfo &secret)
{
    return {{u"name"_s, secret.name}, {u"kind"_s, secret.kind},
        {u"station_kinds"_s, QJsonArray::fromStringList(secret.receivers.kinds)},
        {u"stations"_s, QJsonArray::fromStringList(secret.receivers.stations)},
        {u"set_by"_s, secret.setBy}, {u"set_at"_s, base::toIso(secret.setAt)}};
}

QString lineOf(const SecretInfo &secret)
{
    QStringList receivers;
    for (const QString &kind : secret.receivers.kinds)
        receivers.append(words::allOfKind(kind));
    receivers += secret.receivers.stations;
    return padded(secret.name, 24) + padded(words::secretKind(secret.kind), 16)
        + padded(secret.setBy, 12) + base::toIso(secret.setAt).left(16) + u"  "_s
        + words::list(receivers);
}

Result<Outcome> set(Context &context, const Arguments &arguments)
{
    remote::SecretDraft draft{.name = arguments.positional()[0],
        .kind = arguments.value(u"kind"_s),
        .value = {},
        .receivers = {}};
    if (arguments.has(u"for-kind"_s) || arguments.has(u"for-station"_s))
        draft.receivers = remote::SecretReceivers{
            arguments.values(u"for-kind"_s), arguments.values(u"for-station"_s)};
    return withBook(context, arguments, [&](SecretBook &book) -> Result<Outcome> {
        auto value = readSecret();
        if (!value)
            return tl::unexpected(value.error());
        draft.value = std::move(*value);
        auto outcome = done(book.set(draft), draft.name);
        remote::wipe(draft.value);
        return outcome;
    });
}

Result<Outcome> list(Context &context, const Arguments &arguments)
{
    return withBook(context, arguments, [](SecretBook &book) -> Result<Outcome> {
        const auto secrets = book.list();
        if (!secrets)
            return tl::unexpected(secrets.error());
        QJsonArray json;
        QStringList lines;
        for (const SecretInfo &secret : *secrets) {
            json.append(toJson(secret));
            lines.append(lineOf(secret));
        }
        return Outcome{json, lines.join(u'\n')};
    });
}

Result<Outcome> remove(Context &context, const Arguments &arguments)
{
    return withBook(context, arguments, [&](SecretBook &book) {
        const QString name = arguments.positional()[0];
        return done(book.remove(name), name);
    });
}

} // namespace

QList<Command> secretCommands()
{
    return {
        {u"server secret set"_s,
            u"NAME --kind source|robot|smtp [--for-station S]... [--for-kind console|agent|wall]... [--value-stdin] --server CONNINFO"_s,
            {kServer, {u"kind"_s}, {u"for-station"_s, Takes::Values},
                {u"for-kind"_s, Takes::Values}, {u"value-stdin"_s, Takes::Nothing}},
            1, 1, set},
        {u"server secret list"_s, u"--server CONNINFO"_s, {kServer}, 0, 0, list},
        {u"server secret remove"_s, u"NAME --server CONNINFO"_s, {kServer}, 1, 1, remove},
    };
}

} // namespace watchroom::ctl
