// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handovercommands.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/values.h"

#include <QJsonArray>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using domain::OperationKind;
using domain::orNull;
using domain::Row;
using store::SavedFuture;

namespace {

const auto kHandover = u"handover"_s;
const auto kItem = u"handover_item"_s;

Row leadsOf(const NewHandover &handover)
{
    return {{u"outgoing"_s, handover.outgoing}, {u"incoming"_s, handover.incoming},
        {u"outgoing_people"_s, QJsonArray::fromStringList(handover.outgoingPeople)},
        {u"incoming_people"_s, QJsonArray::fromStringList(handover.incomingPeople)}};
}

void setIfGiven(Row &row, const QString &column, const std::optional<QString> &text)
{
    if (text)
        row.insert(column, orNull(text->trimmed()));
}

Row rowOf(const ItemChange &change)
{
    Row row;
    setIfGiven(row, u"receiver"_s, change.receiver);
    setIfGiven(row, u"next_action"_s, change.nextAction);
    setIfGiven(row, u"contingency"_s, change.contingency);
    setIfGiven(row, u"question"_s, change.question);
    setIfGiven(row, u"answer"_s, change.answer);
    if (change.confirmed)
        row.insert("confirmed"_L1, *change.confirmed);
    if (change.readBack)
        row.insert("read_back"_L1,
            QJsonObject{{u"due_at"_s, orNull(change.readBack->dueAt)},
                {u"next_action"_s, orNull(change.readBack->nextAction)},
                {u"owner"_s, orNull(change.readBack->owner)}});
    if (change.heard)
        row.insert("heard"_L1, *change.heard);
    return row;
}

} // namespace

store::Draft openingOf(const NewHandover &handover)
{
    Row set = leadsOf(handover);
    set.insert("scope"_L1, handover.scope);
    set.insert("shift_at"_L1, base::toIso(handover.shiftAt));
    set.insert("attempt"_L1, handover.attempt);
    return {.table = kHandover,
        .id = domain::handoverId(handover.scope, handover.shiftAt, handover.attempt),
        .kind = OperationKind::Insert,
        .set = set};
}

HandoverCommands::HandoverCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

SavedFuture HandoverCommands::open(const NewHandover &handover)
{
    return m_store.save({openingOf(handover)}, m_author());
}

SavedFuture HandoverCommands::update(const QUuid &handover, const Row &set)
{
    return m_store.save(
        {{.table = kHandover, .id = handover, .kind = OperationKind::Update, .set = set}},
        m_author());
}

SavedFuture HandoverCommands::setLeads(const QUuid &handover, const NewHandover &leads)
{
    return update(handover, leadsOf(leads));
}

// Two consoles may begin it at once: an empty row is the same on both, then each says what it has
// to say.
SavedFuture HandoverCommands::touch(const QUuid &handover, const QString &about,
    const QString &subject, const QList<Row> &changes, const QList<store::Draft> &before)
{
    const QUuid id = domain::handoverItemId(handover, about, subject);
    QList<store::Draft> drafts = before;
    drafts.append({.table = kItem,
        .id = id,
        .kind = OperationKind::Insert,
        .set = {{u"handover"_s, base::toText(handover)}, {u"about"_s, about},
            {u"subject"_s, subject}}});
    for (const Row &set : changes)
        drafts.append({.table = kItem, .id = id, .kind = OperationKind::Update, .set = set});
    return m_store.save(drafts, m_author());
}

SavedFuture HandoverCommands::setItem(
    const QUuid &handover, const QString &table, const QUuid &subject, const ItemChange &change)
{
    return touch(handover, table, base::toText(subject), {rowOf(change)});
}

SavedFuture HandoverCommands::check(
    const QUuid &handover, const QString &system, const QString &result, const QString &seen)
{
    // What is found again as it was is a new check: the guard stamps what changes.
    return touch(handover, u"system"_s, system,
        {{{u"result"_s, u"unchecked"_s}, {u"seen"_s, QJsonValue()}},
            {{u"result"_s, orNull(result)}, {u"seen"_s, orNull(seen.trimmed())}}});
}

SavedFuture HandoverCommands::waive(
    const QUuid &handover, const Missing &rule, const QString &reason, const QString &second)
{
    const QString subject = rule.subject.isEmpty() ? rule.what : rule.what + u':' + rule.subject;
    return touch(handover, u"waiver"_s, subject,
        {{{u"reason"_s, orNull(reason)}, {u"receiver"_s, orNull(second)}}});
}

store::Draft HandoverCommands::signature(const QUuid &handover, const QString &meaning,
    const QByteArray &hash, const QString &how, const QString &station) const
{
    return {.table = u"handover_signature"_s,
        .id = base::newId(m_clock.now()),
        .kind = OperationKind::Append,
        .set = {{u"handover"_s, base::toText(handover)}, {u"meaning"_s, meaning},
            {u"sheet_hash"_s, QString::fromLatin1(hash)}, {u"how"_s, how},
            {u"station"_s, orNull(station)}}};
}

SavedFuture HandoverCommands::handOver(
    const HandoverSheet &sheet, const QString &how, const QString &station)
{
    store::Draft own = signature(sheet.id, u"handed_over"_s, sheet.sheetHash(), how, station);
    own.set.insert("sheet"_L1, sheet.toJson());
    return m_store.save({own,
                            {.table = kHandover,
                                .id = sheet.id,
                                .kind = OperationKind::Update,
                                .set = {{u"state"_s, u"out_signed"_s},
                                    {u"sheet_hash"_s, own.set.value("sheet_hash"_L1)}},
                                .needs = {own.id}}},
        m_author());
}

SavedFuture HandoverCommands::takeOver(
    const HandoverSheet &sheet, const QString &how, const QString &station)
{
    store::Draft own = signature(sheet.id, u"taken_over"_s, sheet.sheetHash(), how, station);
    own.set.insert("sheet"_L1, sheet.toJson());
    return m_store.save({own}, m_author());
}

SavedFuture HandoverCommands::accept(
    const HandoverState &state, const QString &how, const QString &station)
{
    const store::Draft own =
        signature(state.id, u"taken_over"_s, state.sheetHash.toLatin1(), how, station);
    QList<QUuid> needs{own.id};
    for (const HandoverSignature &other : state.signatures)
        needs.append(other.id);
    return m_store.save(
        {own,
            {.table = kHandover,
                .id = state.id,
                .kind = OperationKind::Update,
                .set = {{u"state"_s, u"accepted"_s}, {u"sheet_hash"_s, state.sheetHash}},
                .needs = needs}},
        m_author());
}

SavedFuture HandoverCommands::witness(
    const HandoverState &state, const QString &how, const QString &station)
{
    return m_store.save(
        {signature(state.id, u"witnessed"_s, state.sheetHash.toLatin1(), how, station)},
        m_author());
}

SavedFuture HandoverCommands::putOnPaper(const QUuid &handover, const QString &meaning,
    const QString &person, const QString &text, const QList<domain::Attachment> &photographs)
{
    const store::Draft entry{.table = u"log_entry"_s,
        .id = base::newId(m_clock.now()),
        .kind = OperationKind::Append,
        .set = {{u"kind"_s, u"note"_s}, {u"text"_s, text},
            {u"happened_at"_s, base::toIso(m_clock.now())},
            {u"blobs"_s, domain::toJson(photographs)}}};
    return touch(handover, u"paper"_s, meaning,
        {{{u"receiver"_s, person}, {u"seen"_s, base::toText(entry.id)}}}, {entry});
}

SavedFuture HandoverCommands::recall(const QUuid &handover)
{
    return update(handover, {{u"state"_s, u"draft"_s}});
}

SavedFuture HandoverCommands::refuse(
    const QUuid &handover, const QString &reason, const QString &remark)
{
    return update(handover,
        {{u"state"_s, u"refused"_s}, {u"reason"_s, reason}, {u"remark"_s, orNull(remark)}});
}

SavedFuture HandoverCommands::extend(
    const QUuid &handover, const QString &reason, const QString &remark)
{
    return update(handover,
        {{u"state"_s, u"extended"_s}, {u"reason"_s, reason}, {u"remark"_s, orNull(remark)}});
}

SavedFuture HandoverCommands::force(
    const HandoverState &state, const QString &reason, const QString &remark)
{
    QString hash;
    for (const HandoverSignature &one : state.signatures) {
        if (one.what.meaning == "taken_over"_L1)
            hash = QString::fromLatin1(one.what.hash);
    }
    return update(state.id,
        {{u"state"_s, u"forced"_s}, {u"sheet_hash"_s, hash}, {u"reason"_s, reason},
            {u"remark"_s, orNull(remark)}});
}

SavedFuture HandoverCommands::markSeen(const QUuid &handover)
{
    return update(handover, {{u"seen"_s, true}});
}

} // namespace watchroom::handover
