// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using tickets::Work;
using tickets::WorkKind;

namespace {

using Change = std::function<store::SavedFuture(tickets::WorkCommands &, const Work &)>;

Result<Outcome> shown(Context &context, WorkKind kind, const QUuid &id, bool whole = false)
{
    const auto row = context.findRow(tickets::tableOf(kind), base::toText(id));
    if (!row)
        return tl::unexpected(row.error());
    const Work work = Work::fromRow(kind, *row);
    return Outcome{tickets::toJson(kind, *row), whole ? workText(work) : workLine(work)};
}

/// Looks it up, changes it and answers with it as it is then.
Result<Outcome> change(
    Context &context, WorkKind kind, const QString &reference, const Change &make)
{
    const auto row = context.findRow(tickets::tableOf(kind), reference);
    if (!row)
        return tl::unexpected(row.error());
    const auto commands = context.work();
    if (!commands)
        return tl::unexpected(commands.error());
    const Work work = Work::fromRow(kind, *row);
    if (const auto saved = context.settle(make(**commands, work)); !saved)
        return tl::unexpected(saved.error());
    return shown(context, kind, work.id);
}

Result<tickets::Plan> planOf(const Arguments &arguments)
{
    const auto due = instantOf(arguments, u"due"_s);
    if (!due)
        return tl::unexpected(due.error());
    tickets::Plan plan{.dueAt = *due};
    if (arguments.has(u"next"_s))
        plan.nextAction = arguments.value(u"next"_s);
    if (arguments.has(u"if"_s))
        plan.contingency = arguments.value(u"if"_s);
    return plan;
}

Result<Outcome> add(Context &context, const Arguments &arguments, WorkKind kind)
{
    const auto plan = planOf(arguments);
    if (!plan)
        return tl::unexpected(plan.error());
    tickets::NewWork work{.kind = kind,
        .title = arguments.value(u"title"_s),
        .level = arguments.value(u"level"_s),
        .detail = arguments.value(u"detail"_s),
        .group = arguments.value(u"group"_s),
        .plan = *plan,
        .url = arguments.value(u"url"_s),
        .claim = arguments.has(u"claim"_s),
        .offerTo = arguments.value(u"to"_s)};
    if (arguments.has(u"incident"_s)) {
        const auto incident = context.find(arguments.value(u"incident"_s));
        if (!incident)
            return tl::unexpected(incident.error());
        work.incident = incident->id;
    }
    const auto commands = context.work();
    if (!commands)
        return tl::unexpected(commands.error());
    const auto saved = context.settle((*commands)->open(work));
    if (!saved)
        return tl::unexpected(saved.error());
    return shown(context, kind, domain::uuid(saved->rows.first(), "id"_L1));
}

Result<Outcome> list(Context &context, const Arguments &arguments, WorkKind kind)
{
    const QString where = arguments.has(u"open"_s) ? u"state = 'open'"_s : QString();
    auto rows = context.read<QList<domain::Row>>([&](store::Reader &reader) {
        return reader.rows(tickets::tableOf(kind), where, {}, u"ORDER BY opened_at, id"_s);
    });
    if (!rows)
        return tl::unexpected(rows.error());
    std::ranges::stable_sort(*rows, [kind](const domain::Row &a, const domain::Row &b) {
        return tickets::comesBefore(Work::fromRow(kind, a), Work::fromRow(kind, b));
    });
    QJsonArray json;
    QStringList lines;
    for (const domain::Row &row : std::as_const(*rows)) {
        json.append(tickets::toJson(kind, row));
        lines.append(workLine(Work::fromRow(kind, row)));
    }
    return Outcome{json, lines.join(u'\n')};
}

Result<Outcome> transfer(Context &context, const Arguments &arguments, WorkKind kind)
{
    if (arguments.value(u"to"_s).isEmpty())
        return missingOption(u"to"_s);
    return change(context, kind, arguments.positional()[0], [&](auto &commands, const Work &work) {
        return commands.offer(kind, work.id, arguments.value(u"to"_s));
    });
}

Result<Outcome> plan(Context &context, const Arguments &arguments, WorkKind kind)
{
    const auto plan = planOf(arguments);
    if (!plan)
        return tl::unexpected(plan.error());
    return change(context, kind, arguments.positional()[0],
        [&](auto &commands, const Work &work) { return commands.setPlan(kind, work.id, *plan); });
}

Result<Outcome> close(Context &context, const Arguments &arguments, WorkKind kind)
{
    const QString state = arguments.has(u"drop"_s) ? u"dropped"_s : u"done"_s;
    return change(context, kind, arguments.positional()[0], [&](auto &commands, const Work &work) {
        return commands.close(kind, work.id, state, arguments.value(u"outcome"_s));
    });
}

Result<Outcome> wait(Context &context, const Arguments &arguments)
{
    if (arguments.value(u"for"_s).isEmpty())
        return missingOption(u"for"_s);
    return change(context, WorkKind::Ticket, arguments.positional()[0],
        [&](auto &commands, const Work &work) {
            return commands.waitFor(work.id, arguments.value(u"for"_s));
        });
}

/// A command that takes one reference and nothing else.
Command step(const QString &name, WorkKind kind, const Change &make)
{
    return {name, u"REF"_s, {}, 1, 1, [kind, make](Context &context, const Arguments &arguments) {
                return change(context, kind, arguments.positional()[0], make);
            }};
}

/// A command of both kinds.
Command ofBoth(const QString &name, const QString &usage, const QList<OptionSpec> &options,
    qsizetype words, WorkKind kind, Result<Outcome> (*run)(Context &, const Arguments &, WorkKind))
{
    return {name, usage, options, words, words,
        [kind, run](Context &context, const Arguments &a) { return run(context, a, kind); }};
}

QList<Command> commandsOf(WorkKind kind, const QString &word)
{
    QList<OptionSpec> newOptions{{u"title"_s}, {u"level"_s}, {u"detail"_s}, {u"group"_s},
        {u"incident"_s}, {u"next"_s}, {u"due"_s}, {u"if"_s}, {u"claim"_s, Takes::Nothing},
        {u"to"_s}};
    QString usage = u"--title T --level blue|yellow|red [--detail TEXT] [--group G]"
                    u" [--incident REF] [--next TEXT] [--due TIME] [--if TEXT] [--claim]"
                    u" [--to LOGIN]"_s;
    if (kind == WorkKind::Ticket) {
        newOptions.append({u"url"_s});
        usage += u" [--url URL]"_s;
    }
    const QString ended = kind == WorkKind::Ticket ? u" close"_s : u" done"_s;
    return {
        ofBoth(word + u" add"_s, usage, newOptions, 0, kind, add),
        ofBoth(word + u" list"_s, u"[--open]"_s, {{u"open"_s, Takes::Nothing}}, 0, kind, list),
        ofBoth(word + u" show"_s, u"REF"_s, {}, 1, kind,
            [](Context &context, const Arguments &a, WorkKind k) -> Result<Outcome> {
                const auto row = context.findRow(tickets::tableOf(k), a.positional()[0]);
                if (!row)
                    return tl::unexpected(row.error());
                return shown(context, k, domain::uuid(*row, "id"_L1), true);
            }),
        step(word + u" claim"_s, kind,
            [kind](auto &c, const Work &work) { return c.claim(kind, work.id); }),
        step(word + u" take-over"_s, kind,
            [kind](auto &c, const Work &work) { return c.takeOver(kind, work.id, work.owner); }),
        step(word + u" release"_s, kind,
            [kind](auto &c, const Work &work) { return c.release(kind, work.id); }),
        ofBoth(word + u" transfer"_s, u"REF --to LOGIN"_s, {{u"to"_s}}, 1, kind, transfer),
        step(word + u" accept"_s, kind,
            [kind](auto &c, const Work &work) { return c.accept(kind, work.id); }),
        step(word + u" decline"_s, kind,
            [kind](auto &c, const Work &work) { return c.cancelOffer(kind, work.id); }),
        ofBoth(word + u" plan"_s, u"REF [--next TEXT] [--due TIME] [--if TEXT]"_s,
            {{u"next"_s}, {u"due"_s}, {u"if"_s}}, 1, kind, plan),
        ofBoth(word + u" level"_s, u"REF LEVEL"_s, {}, 2, kind,
            [](Context &context, const Arguments &a, WorkKind k) {
                return change(context, k, a.positional()[0], [&](auto &c, const Work &work) {
                    return c.setText(k, work.id, {.level = a.positional()[1]});
                });
            }),
        ofBoth(word + ended, u"REF [--outcome TEXT] [--drop]"_s,
            {{u"outcome"_s}, {u"drop"_s, Takes::Nothing}}, 1, kind, close),
    };
}

} // namespace

QList<Command> ticketCommands()
{
    return commandsOf(WorkKind::Ticket, u"ticket"_s)
        + QList<Command>{
            {u"ticket wait"_s, u"REF --for WHOM"_s, {{u"for"_s}}, 1, 1, wait},
            step(u"ticket resume"_s, WorkKind::Ticket,
                [](auto &c, const Work &work) { return c.resume(work.id); }),
            {u"ticket link"_s, u"REF URL"_s, {}, 2, 2,
                [](Context &context, const Arguments &a) {
                    return change(context, WorkKind::Ticket, a.positional()[0],
                        [&](auto &c, const Work &work) {
                            return c.setText(WorkKind::Ticket, work.id, {.url = a.positional()[1]});
                        });
                }},
        };
}

QList<Command> pendingCommands()
{
    return commandsOf(WorkKind::PendingItem, u"pending"_s);
}

} // namespace watchroom::ctl
