// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/crew.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace watchroom::test {

using domain::OperationKind;
using State = sync::SyncStatus::State;

namespace {

const std::array kPeople{u"chen"_s, u"zhou"_s, u"li"_s}; // chen leads

// The same text of a row in SQLite and in PostgreSQL; %1 is the deletion's word in that dialect.
const std::array kWords{
    u"SELECT 'incident ' || id || ' ' || %1 || ' ' || title || '|' || coalesce(cause, '') || '|'"
    " || coalesce(owner, '') AS line FROM incident"_s,
    u"SELECT 'target ' || id || ' ' || %1 || ' ' || name || '|' || coalesce(name_en, '') AS line"
    " FROM target"_s,
    u"SELECT 'role ' || id || ' ' || %1 || ' ' || role || '|' || person AS line FROM"
    " incident_role"_s,
    u"SELECT 'entry ' || id || ' ' || %1 || ' ' || coalesce(text, code) AS line FROM log_entry"_s};

QStringList ask(const fakes::PgCluster &cluster, const QString &database, const QString &sql)
{
    const auto output = cluster.psql(
        cluster.superConninfo(database), u"SET search_path = app, sync, pg_catalog;"_s + sql);
    if (output.exitCode != 0)
        return {u"! "_s + output.err};
    return output.out.split(u'\n', Qt::SkipEmptyParts);
}

/// What one has and the other lacks, a few of each.
QString difference(const QString &here, const QString &there)
{
    const QStringList a = here.split(u'\n');
    const QStringList b = there.split(u'\n');
    QStringList onlyHere;
    QStringList onlyThere;
    std::ranges::set_difference(a, b, std::back_inserter(onlyHere));
    std::ranges::set_difference(b, a, std::back_inserter(onlyThere));
    return u"only here: %1; only there: %2"_s.arg(
        onlyHere.mid(0, 3).join(u", "_s), onlyThere.mid(0, 3).join(u", "_s));
}

} // namespace

QString wordsOf(const fakes::PgCluster &cluster, const QString &database)
{
    QStringList tables;
    for (const QString &sql : kWords)
        tables.append(sql.arg(u"deleted::text"_s));
    QStringList all = ask(cluster, database, tables.join(u" UNION ALL "_s));
    all.sort();
    return all.join(u'\n');
}

QString wordsOf(const Desk &desk)
{
    QStringList all;
    for (const QString &sql : kWords)
        all += desk.lines(sql.arg(u"iif(deleted, 'true', 'false')"_s));
    all.sort();
    return all.join(u'\n');
}

Crew::Crew(const Way &way, quint32 seed, int desks, std::chrono::milliseconds deadline)
    : m_random(seed)
{
    for (int i = 1; i <= desks; ++i)
        m_desks.push_back(std::make_unique<Desk>(way(i), deadline));
}

QString Crew::begin(const Way &direct)
{
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        const int number = int(i) + 1;
        const QString trouble = m_desks[i]->enter(
            direct(number), u"desk-%1"_s.arg(number), kPeople.at(i % kPeople.size()));
        if (!trouble.isEmpty())
            return trouble;
        m_desks[i]->service->start();
    }
    for (const auto &desk : m_desks) {
        if (!QTest::qWaitFor([&] { return desk->service->status().state == State::Synced; }, 60'000))
            return u"a desk does not get in step"_s;
    }
    return {};
}

void Crew::work(int operations, const std::function<void(int)> &fault)
{
    for (int i = 0; i < operations; ++i) {
        if (fault)
            fault(i);
        act(std::size_t(m_random.bounded(int(m_desks.size()))));
        QCoreApplication::processEvents();
    }
}

bool Crew::save(std::size_t desk, const store::Draft &draft)
{
    Desk &own = *m_desks.at(desk);
    const auto saved = own.replica->save({draft}, own.author()).result();
    if (!saved) {
        ++m_refused[saved.error().code];
        return false;
    }
    for (const QUuid &op : saved->ops)
        m_told.append({op, draft.table, draft.id,
            draft.table == "log_entry"_L1 ? draft.set["text"_L1].toString() : QString()});
    return true;
}

QUuid Crew::note(std::size_t desk, const QString &text)
{
    const QUuid id = base::newId(m_desks.at(desk)->clock.now());
    const bool saved = save(desk,
        {.table = u"log_entry"_s,
            .id = id,
            .kind = OperationKind::Append,
            .set = {{u"kind"_s, u"note"_s}, {u"text"_s, text}}});
    return saved ? id : QUuid();
}

QUuid Crew::anyOf(std::size_t desk, const QString &table)
{
    const QStringList ids = m_desks.at(desk)->lines(
        u"SELECT id AS line FROM %1 WHERE NOT deleted ORDER BY id"_s.arg(table));
    return ids.isEmpty() ? QUuid() : QUuid::fromString(ids.at(m_random.bounded(int(ids.size()))));
}

void Crew::act(std::size_t desk)
{
    const int roll = m_random.bounded(10);
    if (roll >= 8)
        return actOnRole(desk);
    if (roll >= 6)
        return actOnTarget(desk);
    if (roll >= 3)
        return actOnIncident(desk);
    store::Draft note{.table = u"log_entry"_s,
        .id = base::newId(m_desks.at(desk)->clock.now()),
        .kind = OperationKind::Append,
        .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"desk %1 says %2"_s.arg(desk).arg(++m_words)}}};
    const QUuid incident = roll == 0 ? QUuid() : anyOf(desk, u"incident"_s);
    if (!incident.isNull())
        note.set[u"incident"_s] = base::toText(incident);
    (void)save(desk, note);
}

void Crew::actOnIncident(std::size_t desk)
{
    const Desk &own = *m_desks.at(desk);
    const QString word = u"desk %1 writes %2"_s.arg(desk).arg(++m_words);
    store::Draft draft{.table = u"incident"_s, .id = anyOf(desk, u"incident"_s), .set = {}};
    if (draft.id.isNull() || m_random.bounded(8) == 0) {
        draft.id = base::newId(own.clock.now());
        draft.set = {{u"title"_s, word}, {u"level"_s, u"blue"_s}};
        (void)save(desk, draft);
        return;
    }
    draft.kind = OperationKind::Update;
    switch (m_random.bounded(3)) {
    case 0:
        draft.set = {{u"title"_s, word}};
        break;
    case 1:
        draft.set = {{u"cause"_s, word}};
        break;
    default:
        draft.set = {{u"owner"_s, own.author().login}};
        draft.expect = {{u"owner"_s, QJsonValue::Null}};
    }
    (void)save(desk, draft);
}

void Crew::actOnTarget(std::size_t desk)
{
    const QString word = u"desk %1 names %2"_s.arg(desk).arg(++m_words);
    store::Draft draft{.table = u"target"_s, .id = anyOf(desk, u"target"_s), .set = {}};
    const int roll = m_random.bounded(6);
    if (draft.id.isNull() || roll == 0) {
        draft.id = base::newId(m_desks.at(desk)->clock.now());
        draft.set = {{u"key"_s, word}, {u"kind"_s, u"site"_s}, {u"name"_s, word},
            {u"enabled"_s, true}};
    } else if (roll == 1) {
        draft.kind = OperationKind::Delete;
    } else {
        draft.kind = OperationKind::Update;
        draft.set = {{roll < 4 ? u"name"_s : u"name_en"_s, word}};
    }
    if (!save(desk, draft)) // of lists only a lead has the pen
        actOnRole(desk);
}

void Crew::actOnRole(std::size_t desk)
{
    const QUuid incident = anyOf(desk, u"incident"_s);
    if (incident.isNull())
        return actOnIncident(desk);
    const QString person = kPeople.at(std::size_t(m_random.bounded(int(kPeople.size()))));
    store::Draft draft{.table = u"incident_role"_s, .id = anyOf(desk, u"incident_role"_s), .set = {}};
    const int roll = m_random.bounded(4);
    if (draft.id.isNull() || roll == 0) {
        draft.id = base::newId(m_desks.at(desk)->clock.now());
        draft.set = {{u"incident"_s, base::toText(incident)}, {u"role"_s, u"scribe"_s},
            {u"person"_s, person}};
    } else if (roll == 1) {
        draft.kind = OperationKind::Delete;
    } else {
        draft.kind = OperationKind::Update;
        draft.set = {{u"person"_s, person}};
    }
    (void)save(desk, draft);
}

QString Crew::settle(
    const fakes::PgCluster &cluster, const QString &database, int patience) const
{
    const QDeadlineTimer deadline(patience);
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        const Desk &desk = *m_desks[i];
        const bool sent = QTest::qWaitFor(
            [&] { return desk.replica->counts().result().pending == 0; },
            int(deadline.remainingTime()));
        if (!sent)
            return u"desk %1 has %2 still to send, %3"_s.arg(i)
                .arg(desk.replica->counts().result().pending)
                .arg(sync::stateName(desk.service->status().state));
    }
    const QString there = clusterContents(cluster, database);
    const QString words = wordsOf(cluster, database);
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        const Desk &desk = *m_desks[i];
        if (!QTest::qWaitFor(
                [&] { return desk.contents() == there; }, int(deadline.remainingTime())))
            return u"desk %1 differs, %2"_s.arg(i).arg(difference(desk.contents(), there));
        // What waits for a person stays to be seen as that person wrote it.
        const bool held = desk.replica->counts().result().held > 0;
        if (const QString own = wordsOf(desk); !held && own != words)
            return u"desk %1 has other words, %2"_s.arg(i).arg(difference(own, words));
    }
    return {};
}

} // namespace watchroom::test
