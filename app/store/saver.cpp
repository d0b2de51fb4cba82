// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/saver.h"

#include "app/base/ids.h"
#include "app/store/drafts.h"

#include <algorithm>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
using domain::OperationKind;
using domain::Row;

namespace {

const QString kEntryTable = u"log_entry"_s;
const QString kSignatureTable = u"handover_signature"_s;

/// What a person typed or signed travels in a group of its own: signatures before the group, which
/// may rest on them and is contiguous, entries after it.
int placeOf(const QString &table)
{
    if (table == kSignatureTable)
        return -1;
    return table == kEntryTable ? 1 : 0;
}

QString nameOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Update:
        return u"update"_s;
    case OperationKind::Delete:
        return u"delete"_s;
    case OperationKind::Append:
        return u"append"_s;
    case OperationKind::Insert:
        break;
    }
    return u"insert"_s;
}

bool makesRow(OperationKind kind)
{
    return kind == OperationKind::Insert || kind == OperationKind::Append;
}

} // namespace

struct Saver::Change
{
    const domain::Table *table = nullptr;
    QString name;
    QUuid id;
    OperationKind kind = OperationKind::Insert;
    Row set;
    Row expect;
    QList<QUuid> needs;
    QUuid op;
    QUuid group;
    base::Instant now;
    domain::Actor actor = {};
    std::optional<Row> old = {};
    domain::Judgement judgement = {};
    bool already = false; ///< its deterministic id exists: somebody decided the same before
};

Saver::Saver(Store::Mode mode, Rows &rows, SyncStateTable &state, const base::Clock &clock)
    : m_mode(mode)
    , m_rows(rows)
    , m_state(state)
    , m_clock(clock)
    , m_outbox(rows.database())
    , m_overlay(rows)
    , m_authority(rows)
    , m_facts(rows, state, mode == Store::Mode::Standalone)
{
}

base::Result<Saved> Saver::save(
    const QList<Draft> &drafts, const Author &author, QList<Queued> &queued)
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < drafts.size(); ++i)
        order.append(i);
    std::ranges::stable_sort(
        order, {}, [&drafts](qsizetype i) { return placeOf(drafts.at(i).table); });
    const base::Instant now = m_clock.now();
    const QUuid group = base::newId(now);
    Saved saved{QList<QUuid>(drafts.size()), QList<Row>(drafts.size())};
    for (const qsizetype i : std::as_const(order)) {
        const Draft &draft = drafts.at(i);
        Change change{.name = draft.table,
            .id = draft.id,
            .kind = draft.kind,
            .set = draft.set,
            .expect = draft.expect,
            .needs = draft.needs,
            .op = base::newId(now),
            .group = placeOf(draft.table) == 0 ? group : base::newId(now),
            .now = now};
        if (auto prepared = prepare(change, author); !prepared)
            return tl::unexpected(prepared.error());
        if (change.already) {
            saved.rows[i] = *change.old;
            continue;
        }
        auto row = store(change, author, queued);
        if (!row)
            return tl::unexpected(row.error());
        saved.ops[i] = change.op;
        saved.rows[i] = *row;
    }
    if (auto travels = checkGroupSize(queued, group); !travels)
        return tl::unexpected(travels.error());
    return saved;
}

base::Result<> Saver::prepare(Change &change, const Author &author)
{
    change.table = domain::findTable(change.name);
    if (!change.table)
        return base::failure(Error::Kind::Invalid, u"no such table"_s, u"unknown_table"_s);
    if (change.table->policy == domain::MergePolicy::Guarded)
        return base::failure(Error::Kind::Denied, u"guards write it"_s, u"guarded"_s);
    auto set = normalSet(*change.table, change.set);
    if (!set)
        return tl::unexpected(set.error());
    change.set = *set;
    if (change.table->policy == domain::MergePolicy::Append && change.kind == OperationKind::Insert)
        change.kind = OperationKind::Append;
    if (auto met = meetRow(change); !met || change.already)
        return met;
    if (auto expected = checkExpected(change); !expected)
        return expected;
    complete(change);

    Row proposed = change.old.value_or(Row{{u"id"_s, base::toText(change.id)}});
    for (auto it = change.set.begin(); it != change.set.end(); ++it)
        proposed.insert(it.key(), it.value());
    proposed.insert(u"deleted"_s, change.kind == OperationKind::Delete);
    // Standalone nobody else can hold the lease; else the server compares the fence.
    const bool fenceHolds =
        m_mode == Store::Mode::Standalone || proposed.value("fence"_L1).isDouble();
    change.actor =
        actorOf(m_facts, author.login, m_state.value(state::kStation, u"station"_s), fenceHolds);
    change.judgement = domain::judge(
        change.name, change.old, proposed, change.actor, change.now, change.now, m_facts);
    if (!change.judgement.accepted())
        return base::failure(Error::Kind::Denied,
            u"refused by the rules: "_s + change.judgement.refused, change.judgement.refused,
            change.judgement.params);
    return {};
}

base::Result<> Saver::meetRow(Change &change) const
{
    if (auto found = m_rows.find(change.name, change.id))
        change.old = withoutMarks(*found);
    if (makesRow(change.kind)) {
        if (!change.old)
            return {};
        // A deterministic id: whoever came first made the same row.
        change.already = change.id.version() == QUuid::Sha1;
        if (change.already)
            return {};
        return base::failure(Error::Kind::Conflict, u"the id is taken"_s, u"id_exists"_s);
    }
    if (!change.old)
        return base::failure(Error::Kind::NotFound, u"no such row"_s, u"not_found"_s);
    if (domain::boolean(*change.old, "deleted"_L1))
        return base::failure(Error::Kind::NotFound, u"the row was deleted"_s, u"deleted"_s);
    return {};
}

base::Result<> Saver::checkExpected(const Change &change) const
{
    const Row old = change.old.value_or(Row());
    for (auto it = change.expect.begin(); it != change.expect.end(); ++it) {
        if (!domain::sameValue(old.value(it.key()), it.value()))
            return base::failure(Error::Kind::Conflict, u"not what was expected"_s, u"changed"_s,
                {{u"column"_s, it.key()}, {u"value"_s, old.value(it.key())}});
    }
    return {};
}

void Saver::complete(Change &change)
{
    if (!makesRow(change.kind))
        return;
    if (change.table->column("label"_L1) && domain::text(change.set, "label"_L1).isEmpty())
        change.set.insert(u"label"_s,
            u"%1-%2"_s.arg(m_state.value(state::kPrefix, u"L"_s))
                .arg(m_state.next(state::kNextLabel)));
}

base::Result<Row> Saver::store(Change &change, const Author &author, QList<Queued> &queued)
{
    if (m_mode == Store::Mode::Standalone)
        return m_authority.store(
            change.name, change.old, change.judgement, change.actor, change.op, change.now);
    return queue(change, author, queued);
}

domain::Operation Saver::operationOf(const Change &change) const
{
    domain::Operation operation;
    operation.op = change.op;
    operation.group = change.group;
    operation.table = change.name;
    operation.id = change.id;
    operation.kind = change.kind;
    operation.set = change.kind == OperationKind::Delete ? Row() : change.set;
    operation.at = change.now;
    operation.actor = change.actor.station ? QString() : change.actor.name;
    if (change.old) {
        operation.baseVer = domain::uuid(*change.old, "ver"_L1);
        operation.base = baseOf(*change.table, operation.set, *change.old);
    }
    // What a person typed arrives whatever becomes of the rest.
    if (change.name == kEntryTable)
        return operation;
    if (const auto last = m_outbox.lastUnsettled(change.name, change.id))
        operation.dep = {*last};
    for (const domain::Column &column : change.table->columns) {
        if (column.type != domain::ColumnType::Uuid || !change.set.contains(column.name))
            continue;
        if (const auto made = m_outbox.insertOf(domain::uuid(change.set, column.name)))
            operation.needs.append(*made);
    }
    for (const QUuid &row : change.needs) {
        if (const auto made = m_outbox.insertOf(row))
            operation.needs.append(*made);
    }
    return operation;
}

base::Result<Row> Saver::queue(Change &change, const Author &author, QList<Queued> &queued)
{
    const domain::Operation operation = operationOf(change);
    Queued entry{.envelope = {0, domain::toBody(operation), author.session, {}},
        .op = change.op,
        .group = change.group,
        .table = change.name,
        .row = change.id,
        .kind = nameOf(change.kind),
        .at = base::toIso(change.now),
        .actor = operation.actor};
    if (auto fits = checkOperationSize(entry.envelope.body); !fits)
        return tl::unexpected(fits.error());
    if (!author.sessionKey.isEmpty())
        entry.envelope.proof =
            domain::proof(author.sessionKey, change.op, domain::bodyHash(entry.envelope.body));
    entry.envelope.seq = m_outbox.add(entry);
    predict(entry.envelope.seq, change);
    queued.append(entry);
    return m_rows.find(change.name, change.id).value_or(Row());
}

void Saver::predict(qint64 seq, const Change &change)
{
    const auto &judgement = change.judgement;
    Row row = judgement.row;
    if (!change.old) {
        row.insert(u"updated_by"_s, change.actor.name);
        row.insert(u"updated_at"_s, base::toIso(change.now));
        // The server's sequence gives it.
        if (change.table->column("number"_L1))
            row.insert(u"number"_s, QJsonValue());
    }
    m_overlay.predict(seq, change.name, change.old, row);
    for (const domain::Consequence &consequence : judgement.consequences) {
        auto before = m_rows.find(consequence.table, domain::uuid(consequence.row, "id"_L1));
        if (before)
            before = withoutMarks(*before);
        m_overlay.predict(seq, consequence.table, before, consequence.row);
    }
    for (qsizetype i = 0; i < judgement.entries.size(); ++i) {
        const Row entry = guardEntry(
            judgement.entries.at(i), change.op, i, change.actor.name, change.now, change.now);
        m_overlay.predict(seq, kEntryTable, std::nullopt, entry);
    }
}

} // namespace watchroom::store
