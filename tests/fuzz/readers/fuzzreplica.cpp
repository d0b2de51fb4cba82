// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/readers/fuzzreplica.h"

#include "app/base/ids.h"
#include "app/store/schema.h"
#include "app/undelivered/undeliveredcard.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;
using domain::OperationKind;

namespace {

std::unique_ptr<store::Database> openIn(const QTemporaryDir &dir)
{
    auto database =
        store::Database::open(dir.filePath(u"replica"_s), store::Database::Access::Write);
    must(database && store::prepareSchema(**database), "a replica");
    return std::move(*database);
}

QUuid numbered(const QString &pattern, int n)
{
    return QUuid::fromString(pattern.arg(n));
}

domain::Operation operation(
    int n, const QString &table, OperationKind kind, const domain::Row &set, base::Instant at)
{
    return {.op = pendingOp(n),
        .group = pendingOp(n),
        .dep = {},
        .needs = {},
        .table = table,
        .id = pendingRow(n),
        .kind = kind,
        .baseVer = kind == OperationKind::Update ? pendingRow(9) : QUuid(),
        .base = {},
        .set = set,
        .at = at,
        .actor = u"chen"_s};
}

} // namespace

QUuid pendingOp(int n)
{
    return numbered(u"0190a000-0000-7000-8000-00000000000%1"_s, n);
}

QUuid pendingRow(int n)
{
    return numbered(u"0190b000-0000-7000-8000-00000000000%1"_s, n);
}

base::Instant FuzzReplica::StandingClock::now() const
{
    return *base::fromIso(u"2026-03-18T10:00:00.000000Z");
}

FuzzReplica::FuzzReplica()
    : m_database(openIn(m_dir))
    , rows(*m_database)
    , state(*m_database)
    , outbox(*m_database)
    , overlay(rows)
    , pages(rows, state, m_clock)
    , requeue(rows, state, m_clock)
{
    fill();
}

void FuzzReplica::fill()
{
    const base::Instant now = m_clock.now();
    const QList<domain::Operation> operations{
        operation(1, u"incident"_s, OperationKind::Insert,
            {{u"title"_s, u"x"_s}, {u"level"_s, u"red"_s}, {u"label"_s, u"A1-1"_s}}, now),
        operation(2, u"log_entry"_s, OperationKind::Append,
            {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}, now),
        operation(3, u"target"_s, OperationKind::Update, {{u"name"_s, u"x"_s}}, now)};
    qint64 seq = 0;
    for (const domain::Operation &one : operations) {
        const bool creates = one.kind != OperationKind::Update;
        outbox.add({.envelope = {++seq, domain::toBody(one), {}, {}},
            .op = one.op,
            .group = one.group,
            .table = one.table,
            .row = one.id,
            .kind = creates ? u"insert"_s : u"update"_s,
            .at = base::toIso(now),
            .actor = one.actor,
            .state = u"pending"_s});
        overlay.remember(seq, one.table, one.id, creates, one.set);
    }
    state.set(store::state::kRepair, u"epoch"_s);
    checkUnfailed();
}

void FuzzReplica::checkUnfailed()
{
    if (const auto error = m_database->takeError())
        must(false, qPrintable(u"no statement fails: "_s + error->detail));
}

QStringList FuzzReplica::waiting()
{
    QStringList all;
    const auto open = outbox.open();
    for (const store::Queued &queued : open)
        all.append(base::toText(queued.op));
    all.sort();
    return all;
}

void FuzzReplica::readCards()
{
    store::Reader reader(*m_database);
    must(undelivered::readCards(reader).has_value(), "the cards can be read");
}

} // namespace watchroom::fuzz
