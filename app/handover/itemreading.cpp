// SPDX-License-Identifier: GPL-3.0-or-later
// What is open, and what was said of it, of systems and of rules, as rows of the replica.
#include "app/base/ids.h"
#include "app/domain/handoverguard.h"
#include "app/domain/levels.h"
#include "app/handover/statereading.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;
using domain::text;

namespace {

/// Of an incident, a ticket or a pending item: what the data says.
SheetItem factsOf(const QString &table, const Row &row)
{
    return {.table = table,
        .id = domain::uuid(row, "id"_L1),
        .label = text(row, "label"_L1),
        .number = numberOf(row),
        .title = text(row, "title"_L1),
        .level = text(row, "level"_L1),
        .group = text(row, "tech_group"_L1),
        .stage = text(row, "stage"_L1),
        .owner = text(row, "owner"_L1),
        .nextAction = text(row, "next_action"_L1),
        .dueAt = domain::instant(row, "due_at"_L1),
        .contingency = text(row, "contingency"_L1),
        .waitingFor = text(row, "waiting_for"_L1),
        .carried = domain::integer(row, "carried"_L1)};
}

/// The step it stands at is what comes next. Where it is of no incident it is blue.
SheetItem factsOf(const OpenRun &run)
{
    return {.table = u"procedure_run"_s,
        .id = run.id,
        .label = run.label,
        .number = run.number,
        .title = run.title,
        .level = run.level.isEmpty() ? u"blue"_s : run.level,
        .group = run.group,
        .owner = run.owner,
        .nextAction = u"%1/%2 %3"_s.arg(run.step).arg(run.steps).arg(run.stepText)};
}

SheetReadBack readBackOf(const HandoverItem &item, const Row &row)
{
    const QJsonObject said = row.value("read_back"_L1).toObject();
    SheetReadBack given{.table = item.facts.table,
        .id = item.facts.id,
        .dueAt = domain::instant(said, "due_at"_L1),
        .nextAction = text(said, "next_action"_L1),
        .owner = text(said, "owner"_L1),
        .heard = domain::boolean(row, "heard"_L1)};
    given.agrees = given.dueAt == item.facts.dueAt && given.nextAction == item.facts.nextAction
        && given.owner == item.facts.receiver;
    return given;
}

/// What both sides said about it. An incident has no plan of its own: the handover keeps it.
void take(HandoverItem &item, const Row &row)
{
    item.known = true;
    item.facts.receiver = text(row, "receiver"_L1);
    if (item.facts.table == "incident"_L1) {
        item.facts.nextAction = text(row, "next_action"_L1);
        item.facts.contingency = text(row, "contingency"_L1);
    }
    item.confirmed = domain::boolean(row, "confirmed"_L1);
    item.facts.confirmedBy = text(row, "confirmed_by"_L1);
    item.facts.confirmedAt = domain::instant(row, "confirmed_at"_L1);
    item.question = text(row, "question"_L1);
    item.askedBy = text(row, "asked_by"_L1);
    item.answer = text(row, "answer"_L1);
    item.answeredBy = text(row, "answered_by"_L1);
    if (row.value("read_back"_L1).isObject())
        item.readBack = readBackOf(item, row);
}

using Said = QHash<QString, Row>; // by what it is about and its subject

Result<Said> readSaid(store::Reader &reader, const QUuid &handover)
{
    const auto rows =
        reader.rows(u"handover_item"_s, u"handover = ?"_s, {base::toText(handover)}, {});
    if (!rows)
        return tl::unexpected(rows.error());
    Said said;
    for (const Row &row : *rows)
        said.insert(text(row, "about"_L1) + u' ' + text(row, "subject"_L1), row);
    return said;
}

SheetSystem systemOf(const QString &key, const Row &row)
{
    const QString result = text(row, "result"_L1);
    return {.key = key,
        .name = key,
        .result = result.isEmpty() ? u"unchecked"_s : result,
        .seen = text(row, "seen"_L1),
        .by = text(row, "checked_by"_L1),
        .at = domain::instant(row, "checked_at"_L1)};
}

/// The usual ones, then what the team added at this handover or before. One that was taken out has
/// a row without a result.
QList<SheetSystem> systemsOf(const Said &said, const QJsonObject &lastSheet)
{
    static const QString kAbout = u"system "_s;
    QStringList keys;
    for (const SheetSystem &usual : usualSystems())
        keys.append(usual.key);
    const qsizetype fixed = keys.size();
    const QJsonArray before = lastSheet.value("systems"_L1).toArray();
    for (const QJsonValue &system : before) {
        const QString key = text(system.toObject(), "key"_L1);
        if (!keys.contains(key))
            keys.append(key);
    }
    for (const Row &row : said) {
        const QString key = text(row, "subject"_L1);
        if (text(row, "about"_L1) != "system"_L1)
            continue;
        const qsizetype place = keys.indexOf(key);
        if (place >= fixed && text(row, "result"_L1).isEmpty())
            keys.removeAt(place);
        else if (place < 0 && !text(row, "result"_L1).isEmpty())
            keys.append(key);
    }
    std::sort(keys.begin() + fixed, keys.end());
    QList<SheetSystem> systems;
    for (const QString &key : std::as_const(keys))
        systems.append(systemOf(key, said.value(kAbout + key)));
    return systems;
}

/// "If ... then ..." of each item of a sheet, by table and id.
QHash<QString, QString> contingenciesOf(const QJsonObject &sheet)
{
    QHash<QString, QString> all;
    const QJsonArray items = sheet.value("items"_L1).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        all.insert(
            text(item, "table"_L1) + u' ' + text(item, "id"_L1), text(item, "contingency"_L1));
    }
    return all;
}

/// The same of the rule whose alert opened it, of each open incident that has one.
Result<QHash<QString, QString>> readRuled(store::Reader &reader)
{
    const auto rows =
        reader.query(u"SELECT i.id, json_extract(r.doc, '$.contingency') AS line FROM incident i"
                     " JOIN incident_alert l ON l.incident = i.id AND NOT l.deleted"
                     " JOIN alert a ON a.id = l.alert"
                     " JOIN rule r ON r.name = a.rule"
                     " WHERE i.stage <> 'closed' AND NOT i.deleted AND line IS NOT NULL"
                     " AND r.version = (SELECT max(version) FROM rule n WHERE n.name = r.name)"
                     " ORDER BY a.starts_at DESC"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, QString> ruled;
    for (const QJsonObject &row : *rows)
        ruled.insert(text(row, "id"_L1), text(row, "line"_L1)); // the first alert's stays
    return ruled;
}

QList<SheetWaiver> waiversOf(const Said &said)
{
    QList<SheetWaiver> waivers;
    for (const Row &row : said) {
        const QString reason = text(row, "reason"_L1);
        if (text(row, "about"_L1) != "waiver"_L1 || reason.isEmpty())
            continue;
        const QString subject = text(row, "subject"_L1);
        waivers.append({.rule = subject.section(u':', 0, 0),
            .subject = subject.section(u':', 1),
            .reason = reason,
            .by = text(row, "checked_by"_L1),
            .second = text(row, "receiver"_L1)});
    }
    std::ranges::sort(
        waivers, {}, [](const SheetWaiver &one) { return std::tuple(one.rule, one.subject); });
    return waivers;
}

QList<PaperSignature> papersOf(const Said &said)
{
    QList<PaperSignature> papers;
    for (const QString &meaning : {u"handed_over"_s, u"taken_over"_s}) {
        const Row row = said.value(u"paper "_s + meaning);
        if (!row.isEmpty())
            papers.append({.meaning = meaning,
                .person = text(row, "receiver"_L1),
                .entry = domain::uuid(row, "seen"_L1),
                .by = text(row, "checked_by"_L1),
                .at = domain::instant(row, "checked_at"_L1)});
    }
    return papers;
}

bool comesBefore(const HandoverItem &a, const HandoverItem &b)
{
    const auto key = [](const HandoverItem &item) {
        const auto level = domain::levelFrom(item.facts.level).value_or(domain::Level::Blue);
        return std::tuple(-int(level), !item.facts.dueAt,
            item.facts.dueAt.value_or(base::Instant()), base::toText(item.facts.id));
    };
    return key(a) < key(b);
}

/// Of every table what is open.
Result<QList<SheetItem>> readOpen(store::Reader &reader, const QList<OpenRun> &runs)
{
    const QList<std::pair<QString, QString>> tables{
        {u"incident"_s, u"stage <> 'closed' AND NOT deleted"_s},
        {u"ticket"_s, u"state = 'open' AND NOT deleted"_s},
        {u"pending_item"_s, u"state = 'open' AND NOT deleted"_s}};
    QList<SheetItem> all;
    for (const auto &[table, open] : tables) {
        const auto rows = reader.rows(table, open, {}, {});
        if (!rows)
            return tl::unexpected(rows.error());
        for (const Row &row : *rows)
            all.append(factsOf(table, row));
    }
    for (const OpenRun &run : runs)
        all.append(factsOf(run));
    return all;
}

bool isConcerned(const HandoverState &state, const SheetItem &facts)
{
    return facts.owner.isEmpty() ? state.scope == domain::kDesk
                                 : state.outgoingPeople.contains(facts.owner);
}

} // namespace

Result<> readItems(store::Reader &reader, HandoverState &state)
{
    const auto said = readSaid(reader, state.id);
    if (!said)
        return tl::unexpected(said.error());
    const auto ruled = readRuled(reader);
    if (!ruled)
        return tl::unexpected(ruled.error());
    const QHash<QString, QString> contingencies = contingenciesOf(state.facts.lastSheet);
    const auto open = readOpen(reader, state.facts.openRuns);
    if (!open)
        return tl::unexpected(open.error());
    for (const SheetItem &facts : *open) {
        if (!isConcerned(state, facts))
            continue;
        HandoverItem item{.facts = facts};
        const QString key = facts.table + u' ' + base::toText(facts.id);
        if (const auto own = said->constFind(key); own != said->constEnd())
            take(item, *own);
        if (item.facts.contingency.isEmpty())
            item.knownContingency = contingencies.value(key, ruled->value(base::toText(facts.id)));
        state.items.append(item);
    }
    std::ranges::sort(state.items, comesBefore);
    state.systems = systemsOf(*said, state.facts.lastSheet);
    state.waivers = waiversOf(*said);
    state.papers = papersOf(*said);
    return {};
}

QList<SheetSystem> usualSystems()
{
    QList<SheetSystem> systems;
    for (const auto key : {"sound"_L1, "hotline"_L1, "backup_line"_L1, "wall"_L1})
        systems.append({.key = QString(key), .name = QString(key), .result = u"unchecked"_s});
    return systems;
}

} // namespace watchroom::handover
