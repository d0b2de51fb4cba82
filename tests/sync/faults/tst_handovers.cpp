// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handovercommands.h"
#include "tests/sync/engine/desk.h"

#include <QRandomGenerator>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using handover::HandoverCommands;
using handover::HandoverState;
using test::Desk;
using State = sync::SyncStatus::State;

namespace {

constexpr int kUsual = 12;
constexpr int kMostOpen = 6; ///< pieces of work at once, so that a round stays short

int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("WATCHROOM_HANDOVERS");
    return wanted > 0 ? wanted : kUsual;
}

} // namespace

/// The watch passes to and fro between two consoles while a third meddles, programs restart, the
/// server dies and desks are cut off. Whatever happens, no work is lost or nobody's, and no
/// acceptance is refused. WATCHROOM_HANDOVERS: how many.
class TestHandovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWatchPassesToAndFro();

private:
    struct Side
    {
        std::unique_ptr<Desk> desk;
        QString login;
        bool cut = false;

        /// Of the program as it runs now: a restart makes another store.
        [[nodiscard]] HandoverCommands commands() const
        {
            return {*desk->replica, desk->clock, [this] { return desk->author(); }};
        }
    };

    [[nodiscard]] QString signIn(Side &side, int number, const QString &login);
    [[nodiscard]] static HandoverState stateOf(const Side &side);
    void trouble(Side &side);
    void mend(Side &side);
    /// Until what this desk shows of the live handover is so.
    [[nodiscard]] bool sees(Side &side, const std::function<bool(const HandoverState &)> &what);
    [[nodiscard]] bool done(const store::SavedFuture &saved);
    [[nodiscard]] static domain::Row plan(const Side &side);
    void work(Side &side, int count);
    [[nodiscard]] static QList<std::pair<QString, QUuid>> openWork(const Side &side);
    void closeSome(Side &side);
    [[nodiscard]] bool prepare(Side &out, Side &in);
    void meddle();
    [[nodiscard]] bool pass(Side &out, Side &in, int round);
    [[nodiscard]] QString query(const QString &sql) const
    {
        return m_server.query(m_database, sql);
    }
    [[nodiscard]] bool settled(Side &side);

    static constexpr int kPatience = 60'000; ///< ms

    test::SharedServer m_server;
    QString m_database;
    QRandomGenerator m_random;
    Side m_one;
    Side m_two;
    Side m_third;
    qint64 m_made = 0;
    QUuid m_unowned; ///< what came as nobody's between the signatures of this round
    int m_restarts = 0;
    int m_cuts = 0;
    int m_kills = 0;
    int m_offline = 0;
};

void TestHandovers::initTestCase()
{
    const auto given = static_cast<quint32>(qEnvironmentVariableIntValue("WATCHROOM_SEED"));
    const quint32 seed = given != 0 ? given : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    m_random.seed(seed);
    QCOMPARE(m_server.prepare(3), QString());
    m_database = m_server.newDatabase();
    QCOMPARE(signIn(m_one, 1, u"zhou"_s), QString());
    QCOMPARE(signIn(m_two, 2, u"li"_s), QString());
    QCOMPARE(signIn(m_third, 3, u"chen"_s), QString());
}

QString TestHandovers::signIn(Side &side, int number, const QString &login)
{
    const QString station = u"desk-%1"_s.arg(number);
    const auto info = m_server.station(station, m_database);
    side.desk = std::make_unique<Desk>(info);
    side.login = login;
    side.desk->service->start();
    return side.desk->enter(info, station, login);
}

HandoverState TestHandovers::stateOf(const Side &side)
{
    return side.desk->replica
        ->read<HandoverState>(
            [](store::Reader &reader) { return handover::readHandover(reader, u"desk"_s); })
        .result()
        .value_or(HandoverState());
}

bool TestHandovers::sees(Side &side, const std::function<bool(const HandoverState &)> &what)
{
    return QTest::qWaitFor([&] { return what(stateOf(side)); }, kPatience);
}

bool TestHandovers::done(const store::SavedFuture &saved)
{
    auto future = saved;
    future.waitForFinished();
    const auto result = future.result();
    if (!result)
        qWarning("%s %s", qPrintable(result.error().code),
            qPrintable(QString::fromUtf8(domain::canonicalJson(result.error().params))));
    return result.has_value();
}

/// What may happen to a desk at any step: its program starts again, it is cut off, or the server
/// dies under all of them.
void TestHandovers::trouble(Side &side)
{
    const int dice = m_random.bounded(1'000);
    if (dice < 12) {
        ++m_restarts;
        side.desk->restart([](const QString &) {});
        if (!side.cut)
            side.desk->service->start();
    } else if (dice < 16) {
        ++m_kills;
        m_server.cluster.kill();
        QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    }
}

void TestHandovers::mend(Side &side)
{
    if (!side.cut)
        return;
    side.cut = false;
    side.desk->restart([](const QString &) {});
    side.desk->service->start();
}

domain::Row TestHandovers::plan(const Side &side)
{
    return {{u"next_action"_s, u"复测"_s}, {u"due_at"_s, base::toIso(side.desk->clock.now() + 1h)},
        {u"contingency"_s, u"切换"_s}};
}

void TestHandovers::work(Side &side, int count)
{
    for (int i = 0; i < count; ++i) {
        static const QStringList kLevels{u"red"_s, u"yellow"_s, u"blue"_s};
        domain::Row set = plan(side);
        set.insert("title"_L1, u"work %1"_s.arg(++m_made));
        set.insert("level"_L1, kLevels.at(m_random.bounded(3)));
        set.insert("owner"_L1, side.login);
        QVERIFY(
            side.desk->save({{.table = m_random.bounded(2) == 0 ? u"ticket"_s : u"pending_item"_s,
                .id = base::newId(side.desk->clock.now()),
                .set = set}}));
    }
}

QList<std::pair<QString, QUuid>> TestHandovers::openWork(const Side &side)
{
    QList<std::pair<QString, QUuid>> open;
    for (const QString &table : {u"ticket"_s, u"pending_item"_s}) {
        const QStringList ids = side.desk->lines(
            u"SELECT id AS line FROM %1 WHERE state = 'open' AND owner = '%2' ORDER BY id"_s.arg(
                table, side.login));
        for (const QString &id : ids)
            open.append({table, QUuid::fromString(id)});
    }
    return open;
}

void TestHandovers::closeSome(Side &side)
{
    const auto open = openWork(side);
    for (qsizetype i = kMostOpen / 2; i < open.size(); ++i)
        QVERIFY(side.desk->save({{.table = open[i].first,
            .id = open[i].second,
            .kind = domain::OperationKind::Update,
            .set = {{u"state"_s, u"done"_s}}}}));
}

bool TestHandovers::prepare(Side &out, Side &in)
{
    const auto every = [](const HandoverState &state, const auto &one) {
        return state.isLive() && std::ranges::all_of(state.items, one);
    };
    const QUuid id = stateOf(out).id;
    for (const handover::HandoverItem &item : stateOf(out).items) {
        trouble(out);
        // What came as red and nobody's has no plan yet.
        if (item.facts.nextAction.isEmpty()
            && !out.desk->save({{.table = item.facts.table,
                .id = item.facts.id,
                .kind = domain::OperationKind::Update,
                .set = plan(out)}}))
            return false;
        if (!done(out.commands().setItem(
                id, item.facts.table, item.facts.id, {.receiver = in.login})))
            return false;
    }
    const qsizetype items = stateOf(out).items.size();
    const auto received = [&](const HandoverState &state) {
        return state.items.size() == items && every(state, [](const handover::HandoverItem &item) {
            return !item.facts.receiver.isEmpty();
        });
    };
    if (!sees(in, received))
        return false;
    for (const handover::HandoverItem &item : stateOf(in).items) {
        trouble(in);
        const handover::SheetReadBack said{.table = {},
            .id = {},
            .dueAt = item.facts.dueAt,
            .nextAction = item.facts.nextAction,
            .owner = in.login};
        if (!done(in.commands().setItem(
                id, item.facts.table, item.facts.id, {.confirmed = true, .readBack = said})))
            return false;
    }
    const auto confirmed = [&](const HandoverState &state) {
        return every(state,
            [](const handover::HandoverItem &item) { return item.confirmed && item.readBack; });
    };
    if (!sees(out, confirmed))
        return false;
    for (const handover::HandoverItem &item : stateOf(out).items) {
        if (!done(out.commands().setItem(id, item.facts.table, item.facts.id, {.heard = true})))
            return false;
    }
    for (const handover::SheetSystem &system : handover::usualSystems()) {
        if (!done(out.commands().check(id, system.key, u"ok"_s, {})))
            return false;
    }
    return true;
}

/// Between the two signatures somebody takes one piece, or a red one comes that is nobody's.
void TestHandovers::meddle()
{
    m_unowned = base::newId(m_third.desk->clock.now());
    const HandoverState state = stateOf(m_third);
    const int dice = m_random.bounded(4);
    if (dice == 0 && !state.items.isEmpty()) {
        const auto &facts = state.items.at(m_random.bounded(int(state.items.size()))).facts;
        (void)m_third.desk->save({{.table = facts.table,
            .id = facts.id,
            .kind = domain::OperationKind::Update,
            .set = {{u"owner"_s, m_third.login}}}});
    } else if (dice == 1) {
        ++m_made;
        QVERIFY(m_third.desk->save({{.table = u"ticket"_s,
            .id = m_unowned,
            .set = {{u"title"_s, u"work %1"_s.arg(m_made)}, {u"level"_s, u"red"_s}}}}));
    }
}

bool TestHandovers::settled(Side &side)
{
    return QTest::qWaitFor(
        [&side] { return side.desk->replica->counts().result().pending == 0; }, kPatience);
}

bool TestHandovers::pass(Side &out, Side &in, int round)
{
    const base::Instant shift = out.desk->clock.now() + 10min + std::chrono::seconds(round % 60);
    if (!done(out.commands().open({.scope = u"desk"_s,
            .shiftAt = shift,
            .outgoing = out.login,
            .incoming = in.login,
            .outgoingPeople = {out.login},
            .incomingPeople = {in.login}})))
        return false;
    const QUuid id = stateOf(out).id;
    const auto live = [&id](const HandoverState &state) { return state.id == id; };
    if (!sees(in, live) || !sees(m_third, live) || !prepare(out, in))
        return false;
    trouble(out);
    if (!done(out.commands().handOver(
            *handover::sheetOf(stateOf(out), out.desk->clock.now(), {.zone = "Asia/Shanghai"}),
            u"password"_s, u"desk"_s)))
        return false;
    const auto isSigned = [](const HandoverState &state) { return state.state == "out_signed"_L1; };
    if (!sees(in, isSigned))
        return false;
    in.cut = m_random.bounded(4) == 0;
    if (in.cut) {
        ++m_cuts;
        in.desk->service.reset();
    }
    meddle();
    trouble(in);
    if (!done(in.commands().accept(stateOf(in), in.cut ? u"offline"_s : u"password"_s, u"desk"_s)))
        return false;
    m_offline += in.cut ? 1 : 0;
    trouble(out);
    mend(in);
    const auto isAccepted = [&id](const HandoverState &state) {
        return state.id == id && state.state == "accepted"_L1 && !state.pending;
    };
    return settled(in) && settled(out) && settled(m_third) && sees(in, isAccepted)
        && sees(out, isAccepted);
}

void TestHandovers::theWatchPassesToAndFro()
{
    for (int round = 0; round < rounds(); ++round) {
        Side &out = round % 2 == 0 ? m_one : m_two;
        Side &in = round % 2 == 0 ? m_two : m_one;
        work(out, 1 + m_random.bounded(kMostOpen / 2));
        QVERIFY(settled(out));
        QVERIFY2(pass(out, in, round), qPrintable(u"round %1"_s.arg(round)));
        QCOMPARE(out.desk->replica->counts().result(), store::OutboxCounts());
        QCOMPARE(in.desk->replica->counts().result(), store::OutboxCounts());
        // Who took a piece at the moment it was handed over may have been too late, and is told.
        auto others = m_third.desk->replica->counts().result();
        others.conflicts = 0;
        QCOMPARE(others, store::OutboxCounts());
        // Nothing is left with who went; nothing is nobody's but what came at that moment.
        QCOMPARE(
            query(
                u"SELECT string_agg(w.id::text, ' ') FROM (SELECT id, owner, state FROM"
                " app.ticket UNION ALL SELECT id, owner, state FROM app.pending_item) w"
                " WHERE state = 'open' AND (owner = '%1' OR (owner IS NULL AND id <> '%2'))"_s.arg(
                    out.login, base::toText(m_unowned))),
            QString());
        closeSome(in);
        closeSome(m_third);
    }
    for (Side *side : {&m_one, &m_two, &m_third}) {
        QVERIFY(settled(*side));
        SYNCED(*side->desk);
        EQUAL(*side->desk, m_server.cluster);
    }
    QCOMPARE(query(u"SELECT (SELECT count(*) FROM app.ticket)"
                   " + (SELECT count(*) FROM app.pending_item)"_s),
        QString::number(m_made));
    QCOMPARE(query(u"SELECT count(*) FROM app.handover WHERE state <> 'accepted'"_s), u"0"_s);
    qInfo("%d handovers, %lld pieces of work: %d restarts, %d server kills, %d accepted cut off",
        rounds(), static_cast<long long>(m_made), m_restarts, m_kills, m_offline);
}

QTEST_GUILESS_MAIN(TestHandovers)
#include "tst_handovers.moc"
