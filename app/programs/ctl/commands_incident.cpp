// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/stages.h"
#include "app/incidents/incident.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"

#include <QJsonArray>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using incidents::Incident;

namespace {

/// Runs a change and answers with the incident as it is then.
Result<Outcome> changed(Context &context, const QUuid &id, store::SavedFuture future)
{
    if (const auto saved = context.settle(std::move(future)); !saved)
        return tl::unexpected(saved.error());
    const auto incident = context.incident(id);
    if (!incident)
        return tl::unexpected(incident.error());
    return Outcome{incidents::toJson(*incident), incidentLine(*incident)};
}

/// Looks the incident up and changes it.
template <class Change>
Result<Outcome> change(Context &context, const QString &reference, Change make)
{
    const auto incident = context.find(reference);
    if (!incident)
        return tl::unexpected(incident.error());
    const auto commands = context.commands();
    if (!commands)
        return tl::unexpected(commands.error());
    return changed(context, incident->id, make(**commands, *incident));
}

Result<Outcome> open(Context &context, const Arguments &arguments)
{
    const auto commands = context.commands();
    if (!commands)
        return tl::unexpected(commands.error());
    const auto saved = context.settle((*commands)->open({.title = arguments.value(u"title"_s),
        .level = arguments.value(u"level"_s),
        .target = arguments.value(u"target"_s),
        .group = arguments.value(u"group"_s),
        .drill = arguments.has(u"drill"_s)}));
    if (!saved)
        return tl::unexpected(saved.error());
    const auto incident = context.incident(domain::uuid(saved->rows.first(), "id"_L1));
    if (!incident)
        return tl::unexpected(incident.error());
    return Outcome{incidents::toJson(*incident), incidentLine(*incident)};
}

Result<Outcome> list(Context &context, const Arguments &arguments)
{
    const auto incidents = context.incidents(arguments.has(u"open"_s));
    if (!incidents)
        return tl::unexpected(incidents.error());
    QJsonArray json;
    QStringList lines;
    for (const Incident &incident : *incidents) {
        json.append(incidents::toJson(incident));
        lines.append(incidentLine(incident));
    }
    return Outcome{json, lines.join(u'\n')};
}

Result<Outcome> show(Context &context, const Arguments &arguments)
{
    const auto incident = context.find(arguments.positional()[0]);
    if (!incident)
        return tl::unexpected(incident.error());
    return Outcome{incidents::toJson(*incident), incidentText(*incident)};
}

Result<Outcome> takeOver(Context &context, const Arguments &arguments)
{
    return change(context, arguments.positional()[0], [](auto &commands, const Incident &incident) {
        return commands.takeOver(incident.id, incident.owner);
    });
}

Result<Outcome> assess(Context &context, const Arguments &arguments)
{
    return change(
        context, arguments.positional()[0], [&](auto &commands, const Incident &incident) {
            const QString level = arguments.value(u"level"_s);
            return commands.assess(incident.id,
                {.level = level == incident.level ? QString() : level,
                    .levelReason = arguments.value(u"reason"_s),
                    .group = arguments.value(u"group"_s),
                    .sites = QJsonArray::fromStringList(arguments.values(u"site"_s))});
        });
}

Result<Outcome> advanceTo(Context &context, const Arguments &arguments, const QString &stage)
{
    return change(
        context, arguments.positional()[0], [&](auto &commands, const Incident &incident) {
            QString to = stage;
            if (to.isEmpty()) {
                const auto current = domain::stageFrom(incident.stage);
                const auto next = current ? domain::stageAfter(*current) : std::nullopt;
                to = next ? QString(domain::codeOf(*next)) : incident.stage;
            }
            incidents::Advance step{.to = to,
                .reason = arguments.value(u"reason"_s),
                .note = arguments.value(u"note"_s),
                .cause = arguments.value(u"cause"_s),
                .verified = arguments.value(u"verified"_s)};
            if (arguments.has(u"told"_s))
                step.told = QJsonArray::fromStringList(arguments.values(u"told"_s));
            return commands.advance(incident.id, step);
        });
}

const QList<OptionSpec> kStepOptions{{u"to"_s}, {u"reason"_s}, {u"note"_s}, {u"cause"_s},
    {u"verified"_s}, {u"told"_s, Takes::Values}};

} // namespace

QList<Command> incidentCommands()
{
    using Args = const Arguments &;
    return {
        {u"incident open"_s,
            u"--title T --level blue|yellow|red [--target KEY] [--group G] [--drill]"_s,
            {{u"title"_s}, {u"level"_s}, {u"target"_s}, {u"group"_s}, {u"drill"_s, Takes::Nothing}},
            0, 0, open},
        {u"incident list"_s, u"[--open]"_s, {{u"open"_s, Takes::Nothing}}, 0, 0, list},
        {u"incident show"_s, u"REF"_s, {}, 1, 1, show},
        {u"incident claim"_s, u"REF"_s, {}, 1, 1,
            [](Context &context, Args a) {
                return change(context, a.positional()[0],
                    [](auto &c, const Incident &i) { return c.claim(i.id); });
            }},
        {u"incident take-over"_s, u"REF"_s, {}, 1, 1, takeOver},
        {u"incident ack"_s, u"REF"_s, {}, 1, 1,
            [](Context &context, Args a) {
                return change(context, a.positional()[0],
                    [](auto &c, const Incident &i) { return c.acknowledge(i.id); });
            }},
        {u"incident assess"_s, u"REF --level L --group G [--site KEY]... [--reason R]"_s,
            {{u"level"_s}, {u"group"_s}, {u"site"_s, Takes::Values}, {u"reason"_s}}, 1, 1, assess},
        {u"incident advance"_s,
            u"REF [--to STAGE] [--reason R] [--note TEXT] [--cause TEXT] [--verified HOW] [--told PARTY]..."_s,
            kStepOptions, 1, 1,
            [](Context &context, Args a) { return advanceTo(context, a, a.value(u"to"_s)); }},
        {u"incident close"_s, u"REF [--reason R] [--note TEXT]"_s, kStepOptions, 1, 1,
            [](Context &context, Args a) { return advanceTo(context, a, u"closed"_s); }},
        {u"incident level"_s, u"REF LEVEL [--reason R]"_s, {{u"reason"_s}}, 2, 2,
            [](Context &context, Args a) {
                return change(context, a.positional()[0], [&a](auto &c, const Incident &i) {
                    return c.setLevel(i.id, a.positional()[1], a.value(u"reason"_s));
                });
            }},
        {u"incident wait"_s, u"REF --for WHOM"_s, {{u"for"_s}}, 1, 1,
            [](Context &context, Args a) -> Result<Outcome> {
                if (a.value(u"for"_s).isEmpty())
                    return missingOption(u"for"_s);
                return change(context, a.positional()[0], [&a](auto &c, const Incident &i) {
                    return c.waitFor(i.id, a.value(u"for"_s));
                });
            }},
        {u"incident resume"_s, u"REF"_s, {}, 1, 1,
            [](Context &context, Args a) {
                return change(context, a.positional()[0],
                    [](auto &c, const Incident &i) { return c.resume(i.id); });
            }},
    };
}

} // namespace watchroom::ctl
