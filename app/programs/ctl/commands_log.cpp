// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/incidents/attachments.h"
#include "app/incidents/timelinemodel.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// An entry of the incident by its number in the chain or by its id.
Result<QUuid> findEntry(Context &context, const QUuid &incident, const QString &reference)
{
    const auto rows = context.read<QList<domain::Row>>([&](store::Reader &reader) {
        return reader.rows(u"log_entry", u"incident = ? AND (n = ? OR id = ?)",
            {base::toText(incident), reference.toLongLong(), reference.toLower()});
    });
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return base::failure(
            base::Error::Kind::NotFound, u"no such entry"_s, u"corrects_unknown"_s);
    return domain::uuid(rows->first(), "id"_L1);
}

Result<Outcome> add(Context &context, const Arguments &arguments)
{
    const auto incident = context.find(arguments.positional()[0]);
    if (!incident)
        return tl::unexpected(incident.error());
    const auto commands = context.commands();
    if (!commands)
        return tl::unexpected(commands.error());
    incidents::NewEntry entry{.incident = incident->id,
        .text = arguments.positional()[1],
        .channel = arguments.value(u"channel"_s)};
    const auto at = instantOf(arguments, u"at"_s);
    if (!at)
        return tl::unexpected(at.error());
    entry.happenedAt = *at;
    if (arguments.has(u"corrects"_s)) {
        const auto corrected = findEntry(context, incident->id, arguments.value(u"corrects"_s));
        if (!corrected)
            return tl::unexpected(corrected.error());
        entry.corrects = *corrected;
    }
    const store::BlobFolder folder(context.options().workspace);
    for (const QString &path : arguments.values(u"attach"_s)) {
        const auto kept = incidents::Attachments::keep(folder, path);
        if (!kept)
            return tl::unexpected(kept.error());
        entry.attachments.append(*kept);
    }
    const auto saved = context.settle((*commands)->addEntry(entry));
    if (!saved)
        return tl::unexpected(saved.error());
    const QUuid id = domain::uuid(saved->rows.first(), "id"_L1);
    const auto rows = context.read<QList<domain::Row>>([id](store::Reader &reader) {
        return reader.rows(u"log_entry", u"id = ?", {base::toText(id)});
    });
    if (!rows)
        return tl::unexpected(rows.error());
    const auto kept = incidents::Entry::fromRow(rows->value(0));
    return Outcome{incidents::toJson(kept, incident->id), entryLine(kept)};
}

Result<Outcome> list(Context &context, const Arguments &arguments)
{
    const auto incident = context.find(arguments.positional()[0]);
    if (!incident)
        return tl::unexpected(incident.error());
    const auto rows =
        context.read<QList<domain::Row>>([id = base::toText(incident->id)](store::Reader &reader) {
            return reader.rows(u"log_entry", u"incident = ?", {id}, u"ORDER BY happened_at, n, id");
        });
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonArray json;
    QStringList lines;
    for (const domain::Row &row : *rows) {
        const auto entry = incidents::Entry::fromRow(row);
        json.append(incidents::toJson(entry, incident->id));
        lines.append(entryLine(entry));
    }
    return Outcome{json, lines.join(u'\n')};
}

} // namespace

QList<Command> logCommands()
{
    return {
        {u"log add"_s,
            u"REF TEXT [--channel phone|im|onsite|other] [--at TIME] [--corrects N|ID] [--attach FILE]..."_s,
            {{u"channel"_s}, {u"at"_s}, {u"corrects"_s}, {u"attach"_s, Takes::Values}}, 2, 2, add},
        {u"log list"_s, u"REF"_s, {}, 1, 1, list},
    };
}

} // namespace watchroom::ctl
