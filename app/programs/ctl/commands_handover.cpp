// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/handoverguard.h"
#include "app/exports/savefile.h"
#include "app/handover/handovercommands.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/sheets/handoverpaper.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using handover::HandoverCommands;
using handover::HandoverState;

namespace {

const OptionSpec kScope{u"scope"_s};
const auto kTable = u"handover"_s;

using Make = std::function<store::SavedFuture(HandoverCommands &, const HandoverState &)>;

Result<HandoverState> stateOf(Context &context, const QString &scope)
{
    return context.read<HandoverState>(
        [&scope](store::Reader &reader) { return handover::readHandover(reader, scope); });
}

QJsonObject json(const handover::HandoverItem &item)
{
    const auto &facts = item.facts;
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {{u"table"_s, facts.table}, {u"id"_s, base::toText(facts.id)},
        {u"label"_s, orNull(facts.label)}, {u"title"_s, facts.title}, {u"level"_s, facts.level},
        {u"owner"_s, orNull(facts.owner)}, {u"receiver"_s, orNull(facts.receiver)},
        {u"next_action"_s, orNull(facts.nextAction)},
        {u"due_at"_s, facts.dueAt ? QJsonValue(base::toIso(*facts.dueAt)) : QJsonValue()},
        {u"contingency"_s, orNull(facts.contingency)}, {u"carried"_s, facts.carried},
        {u"confirmed"_s, item.confirmed}, {u"question"_s, orNull(item.question)},
        {u"answer"_s, orNull(item.answer)}};
}

QJsonObject json(const HandoverState &state)
{
    QJsonArray items;
    for (const handover::HandoverItem &item : state.items)
        items.append(json(item));
    QJsonArray signatures;
    for (const handover::HandoverSignature &signature : state.signatures)
        signatures.append(QJsonObject{{u"person"_s, signature.what.person},
            {u"meaning"_s, signature.what.meaning}, {u"how"_s, signature.what.how},
            {u"sheet_hash"_s, QString::fromLatin1(signature.what.hash)},
            {u"signed_at"_s, base::toIso(signature.what.signedAt)}});
    const auto time = [](const std::optional<base::Instant> &instant) {
        return instant ? QJsonValue(base::toIso(*instant)) : QJsonValue();
    };
    return {{u"id"_s, base::toText(state.id)}, {u"scope"_s, state.scope}, {u"label"_s, state.label},
        {u"state"_s, state.state}, {u"attempt"_s, state.attempt},
        {u"shift_at"_s, time(state.shiftAt)}, {u"ended_at"_s, time(state.endedAt)},
        {u"outgoing"_s, state.outgoing}, {u"incoming"_s, state.incoming},
        {u"outgoing_people"_s, QJsonArray::fromStringList(state.outgoingPeople)},
        {u"incoming_people"_s, QJsonArray::fromStringList(state.incomingPeople)},
        {u"sheet_hash"_s, state.sheetHash.isEmpty() ? QJsonValue() : QJsonValue(state.sheetHash)},
        {u"reason"_s, state.reason.isEmpty() ? QJsonValue() : QJsonValue(state.reason)},
        {u"seen"_s, state.seen}, {u"pending"_s, state.pending}, {u"changes"_s, state.changes},
        {u"items"_s, items}, {u"signatures"_s, signatures}};
}

QString text(const HandoverState &state)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    QStringList lines{padded(state.label, 10) + padded(words::handoverState(state.state), 28)
        + padded(state.outgoing + u" → "_s + state.incoming, 24)
        + (state.shiftAt ? words::dateTime(*state.shiftAt, zone) : QString())};
    for (const handover::HandoverItem &item : state.items)
        lines.append(u"  "_s + padded(words::level(item.facts.level), 8)
            + padded(item.facts.label, 10) + padded(item.facts.title, 40)
            + padded(item.facts.receiver, 12) + (item.confirmed ? u"✓"_s : QString()));
    return lines.join(u'\n');
}

Result<Outcome> shown(Context &context, const QString &scope)
{
    const auto state = stateOf(context, scope);
    if (!state)
        return tl::unexpected(state.error());
    return Outcome{json(*state), text(*state)};
}

Result<Outcome> change(Context &context, const QString &scope, const Make &make)
{
    const auto state = stateOf(context, scope);
    const auto store = context.writing();
    const auto author = context.author();
    if (!state)
        return tl::unexpected(state.error());
    if (!store || !author)
        return tl::unexpected(store ? author.error() : store.error());
    HandoverCommands commands(**store, context.clock(), [&author] { return *author; });
    if (const auto saved = context.settle(make(commands, *state)); !saved)
        return tl::unexpected(saved.error());
    return shown(context, scope);
}

QStringList people(const Arguments &arguments, const QString &option, const QString &lead)
{
    QStringList all = arguments.value(option).split(u',', Qt::SkipEmptyParts);
    if (!all.contains(lead))
        all.prepend(lead);
    return all;
}

/// One more than the last that ended for this shift; the same while it is live.
Result<qint64> attemptOf(Context &context, const QString &scope, base::Instant shiftAt)
{
    const auto rows = context.read<QList<domain::Row>>([&](store::Reader &reader) {
        return reader.rows(kTable, u"scope = ? AND shift_at = ?"_s, {scope, base::toIso(shiftAt)},
            u"ORDER BY attempt DESC LIMIT 1"_s);
    });
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return 1;
    const bool live = domain::isLive(rows->first());
    return domain::integer(rows->first(), "attempt"_L1) + (live ? 0 : 1);
}

Result<Outcome> start(Context &context, const Arguments &arguments)
{
    const auto at = instantOf(arguments, u"at"_s);
    if (!at)
        return tl::unexpected(at.error());
    if (!*at)
        return missingOption(u"at"_s);
    const QString scope = scopeOf(arguments);
    const auto attempt = attemptOf(context, scope, **at);
    const auto store = context.writing();
    const auto author = context.author();
    if (!attempt || !store || !author)
        return tl::unexpected(!attempt ? attempt.error() : store ? author.error() : store.error());
    const QString outgoing = arguments.value(u"outgoing"_s);
    const QString incoming = arguments.value(u"incoming"_s);
    HandoverCommands commands(**store, context.clock(), [&author] { return *author; });
    const auto saved = context.settle(commands.open({.scope = scope,
        .shiftAt = **at,
        .attempt = *attempt,
        .outgoing = outgoing,
        .incoming = incoming,
        .outgoingPeople = people(arguments, u"outgoing-people"_s, outgoing),
        .incomingPeople = people(arguments, u"incoming-people"_s, incoming)}));
    if (!saved)
        return tl::unexpected(saved.error());
    return shown(context, scope);
}

Result<Outcome> check(Context &context, const Arguments &arguments)
{
    const auto state = stateOf(context, scopeOf(arguments));
    if (!state)
        return tl::unexpected(state.error());
    QJsonArray all;
    QStringList lines;
    for (const handover::Missing &missing : missingOf(*state, context.clock().now())) {
        all.append(QJsonObject{{u"what"_s, missing.what},
            {u"table"_s, missing.table.isEmpty() ? QJsonValue() : QJsonValue(missing.table)},
            {u"subject"_s,
                missing.subject.isEmpty() ? QJsonValue() : QJsonValue(missing.subject)}});
        lines.append(padded(words::field(missing.what), 32) + missing.subject);
    }
    return Outcome{all, lines.join(u'\n')};
}

/// By number, label, id or the beginning of one.
const handover::HandoverItem *itemBy(const HandoverState &state, const QString &reference)
{
    const auto found = std::ranges::find_if(state.items, [&](const handover::HandoverItem &item) {
        const auto &facts = item.facts;
        // A run has those of its incident, which is an item too.
        return (!isRun(facts)
                   && (facts.label == reference
                       || (facts.number && QString::number(*facts.number) == reference)))
            || base::toText(facts.id).startsWith(reference);
    });
    return found == state.items.end() ? nullptr : &*found;
}

std::optional<QString> given(const Arguments &arguments, const QString &option)
{
    return arguments.has(option) ? std::optional(arguments.value(option)) : std::nullopt;
}

Result<Outcome> setItem(Context &context, const Arguments &arguments)
{
    const QString scope = scopeOf(arguments);
    const auto state = stateOf(context, scope);
    const auto due = instantOf(arguments, u"say-due"_s);
    if (!state || !due)
        return tl::unexpected(state ? due.error() : state.error());
    const QString reference = arguments.positional()[0];
    const handover::HandoverItem *item = itemBy(*state, reference);
    if (item == nullptr)
        return base::failure(Error::Kind::NotFound, u"no such item: "_s + reference,
            u"work_unknown"_s, {{u"ref"_s, reference}});
    handover::ItemChange set{.receiver = given(arguments, u"to"_s),
        .nextAction = given(arguments, u"next"_s),
        .contingency = given(arguments, u"if"_s),
        .question = given(arguments, u"ask"_s),
        .answer = given(arguments, u"answer"_s)};
    if (arguments.has(u"confirm"_s))
        set.confirmed = true;
    if (arguments.has(u"heard"_s))
        set.heard = true;
    if (arguments.has(u"say-owner"_s))
        set.readBack = handover::SheetReadBack{.table = {},
            .id = {},
            .dueAt = *due,
            .nextAction = arguments.value(u"say-next"_s),
            .owner = arguments.value(u"say-owner"_s)};
    return change(context, scope, [&](HandoverCommands &commands, const HandoverState &now) {
        return commands.setItem(now.id, item->facts.table, item->facts.id, set);
    });
}

Result<Outcome> checkSystem(Context &context, const Arguments &arguments)
{
    return change(context, scopeOf(arguments),
        [&arguments](HandoverCommands &commands, const HandoverState &state) {
            return commands.check(state.id, arguments.positional()[0], arguments.positional()[1],
                arguments.value(u"seen"_s));
        });
}

/// Waivers as `rule:subject:reason:second`; what is left out stays empty.
QList<handover::SheetWaiver> waiversOf(const Arguments &arguments, const QString &by)
{
    QList<handover::SheetWaiver> waivers;
    for (const QString &word : arguments.values(u"waive"_s)) {
        const QStringList parts = word.split(u':');
        waivers.append({.rule = parts.value(0),
            .subject = parts.value(1),
            .reason = parts.value(2),
            .by = by,
            .second = parts.value(3)});
    }
    return waivers;
}

Result<Outcome> sign(Context &context, const Arguments &arguments)
{
    const auto author = context.author();
    const auto state = stateOf(context, scopeOf(arguments));
    if (!author || !state)
        return tl::unexpected(author ? state.error() : author.error());
    auto sheet =
        handover::sheetOf(*state, context.clock().now(), {.zone = QTimeZone::systemTimeZoneId()});
    if (!sheet)
        return tl::unexpected(sheet.error());
    sheet->waivers += waiversOf(arguments, author->login);
    return change(context, state->scope, [&](HandoverCommands &commands, const HandoverState &) {
        return arguments.has(u"taken-over"_s) ? commands.takeOver(*sheet, u"password"_s, u"ctl"_s)
                                              : commands.handOver(*sheet, u"password"_s, u"ctl"_s);
    });
}

Result<Outcome> writeSheet(Context &context, const Arguments &arguments)
{
    const bool pdf = arguments.has(u"pdf"_s);
    if (pdf == arguments.has(u"json"_s))
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "one of --json FILE and --pdf FILE is needed"));
    const base::Instant now = context.clock().now();
    const auto state = stateOf(context, scopeOf(arguments));
    if (!state)
        return tl::unexpected(state.error());
    const auto sheet = handover::sheetOf(*state, now, {.zone = QTimeZone::systemTimeZoneId()});
    const auto end = context.read<handover::SheetEnd>(
        [&](store::Reader &reader) { return handover::readSheetEnd(reader, *state, now); });
    if (!sheet || !end)
        return tl::unexpected(sheet ? end.error() : sheet.error());
    const auto write = [&](QIODevice &to) -> Result<> {
        if (pdf)
            return sheets::writeHandoverSheet(*sheet, *end, now, to);
        to.write(sheet->sheetText()); // the file knows if it failed
        return {};
    };
    const auto saved = exports::saveFile(arguments.value(pdf ? u"pdf"_s : u"json"_s), write);
    if (!saved)
        return tl::unexpected(saved.error());
    return Outcome{
        QJsonObject{{u"file"_s, *saved}, {u"sheet_hash"_s, QString::fromLatin1(sheet->sheetHash())},
            {u"fingerprint"_s, QString::fromLatin1(end->fingerprint)},
            {u"signatures"_s, qint64(end->signatures.size())}},
        *saved};
}

Command reasoned(const QString &name,
    store::SavedFuture (*make)(
        HandoverCommands &, const HandoverState &, const QString &reason, const QString &remark))
{
    return {name, u"--reason R [--remark TEXT] [--scope S]"_s,
        {{u"reason"_s}, {u"remark"_s}, kScope}, 0, 0,
        [make](Context &context, const Arguments &arguments) {
            return change(context, scopeOf(arguments),
                [&](HandoverCommands &commands, const HandoverState &state) {
                    return make(commands, state, arguments.value(u"reason"_s),
                        arguments.value(u"remark"_s));
                });
        }};
}

Command plain(const QString &name, const Make &make)
{
    return {name, u"[--scope S]"_s, {kScope}, 0, 0,
        [make](Context &context, const Arguments &arguments) {
            return change(context, scopeOf(arguments), make);
        }};
}

} // namespace

QList<Command> handoverCommands()
{
    return {
        {u"handover start"_s,
            u"--at TIME --outgoing LOGIN --incoming LOGIN [--outgoing-people A,B,...]"
            u" [--incoming-people A,B,...] [--scope desk|POSITION]"_s,
            {{u"at"_s}, {u"outgoing"_s}, {u"incoming"_s}, {u"outgoing-people"_s},
                {u"incoming-people"_s}, kScope},
            0, 0, start},
        {u"handover show"_s, u"[--scope S]"_s, {kScope}, 0, 0,
            [](Context &context, const Arguments &arguments) {
                return shown(context, scopeOf(arguments));
            }},
        {u"handover check"_s, u"[--scope S]"_s, {kScope}, 0, 0, check},
        {u"handover item"_s,
            u"REF [--to LOGIN] [--next TEXT] [--if TEXT] [--confirm] [--ask TEXT]"
            u" [--answer TEXT] [--say-owner LOGIN --say-next TEXT --say-due TIME] [--heard]"
            u" [--scope S]"_s,
            {{u"to"_s}, {u"next"_s}, {u"if"_s}, {u"confirm"_s, Takes::Nothing}, {u"ask"_s},
                {u"answer"_s}, {u"say-owner"_s}, {u"say-next"_s}, {u"say-due"_s},
                {u"heard"_s, Takes::Nothing}, kScope},
            1, 1, setItem},
        {u"handover system"_s, u"KEY ok|failed|unchecked [--seen TEXT] [--scope S]"_s,
            {{u"seen"_s}, kScope}, 2, 2, checkSystem},
        {u"handover sign"_s,
            u"[--waive RULE:SUBJECT:REASON:SECOND]... [--taken-over] [--scope S]"_s,
            {{u"waive"_s, Takes::Values}, {u"taken-over"_s, Takes::Nothing}, kScope}, 0, 0, sign},
        {u"handover sheet"_s, u"--json FILE | --pdf FILE [--scope S]"_s,
            {{u"json"_s}, {u"pdf"_s}, kScope}, 0, 0, writeSheet},
        plain(u"handover accept"_s,
            [](HandoverCommands &commands, const HandoverState &state) {
                return commands.accept(state, u"password"_s, u"ctl"_s);
            }),
        plain(u"handover recall"_s,
            [](HandoverCommands &commands, const HandoverState &state) {
                return commands.recall(state.id);
            }),
        plain(u"handover seen"_s,
            [](HandoverCommands &commands, const HandoverState &state) {
                return commands.markSeen(state.id);
            }),
        reasoned(u"handover refuse"_s,
            [](HandoverCommands &commands, const HandoverState &state, const QString &reason,
                const QString &remark) { return commands.refuse(state.id, reason, remark); }),
        reasoned(u"handover extend"_s,
            [](HandoverCommands &commands, const HandoverState &state, const QString &reason,
                const QString &remark) { return commands.extend(state.id, reason, remark); }),
        reasoned(u"handover force"_s,
            [](HandoverCommands &commands, const HandoverState &state, const QString &reason,
                const QString &remark) { return commands.force(state, reason, remark); }),
    };
}

} // namespace watchroom::ctl
