// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/values.h"
#include "tests/unit/handover/passing.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::march;
using test::Passing;
using test::ShiftDesk;

/// What a sheet says besides its items: hours, positions, who is there, and since the last time.
class TestSheetFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hoursAndPositionsOfTheRoster();
    void withoutARosterItIsTheShiftsBegin();
    void whoCheckedIn();
    void sinceTheLastHandover();
    void ofAPositionOnlyItsWork();
    void whatTheCallerKnows();
    void theFrozenSheetStaysAsItWasSigned();
    void aRedOneNobodyHeardOfIsMissing();
    void longCarried();
    void theRuleKnowsWhatThen();

private:
    QUuid ticket(const QString &level, base::Instant due, const QString &owner = u"chen"_s) const
    {
        return m_desk->save(u"ticket"_s,
            {{u"title"_s, u"板卡更换"_s}, {u"level"_s, level}, {u"owner"_s, owner},
                {u"next_action"_s, u"复测"_s}, {u"due_at"_s, base::toIso(due)},
                {u"contingency"_s, u"切换"_s}},
            owner);
    }

    std::unique_ptr<ShiftDesk> m_desk;
};

void TestSheetFacts::init()
{
    m_desk = std::make_unique<ShiftDesk>();
}

void TestSheetFacts::hoursAndPositionsOfTheRoster()
{
    m_desk->roster();
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    const HandoverSheet sheet = desk.sheet();
    QCOMPARE(sheet.outgoing.slot, u"day"_s);
    QCOMPARE(sheet.outgoing.from, march(18, 8));
    QCOMPARE(sheet.outgoing.until, march(18, 20));
    QCOMPARE(sheet.incoming.slot, u"night"_s);
    QCOMPARE(sheet.incoming.from, march(18, 20));
    QCOMPARE(sheet.incoming.until, march(19, 8));
    QCOMPARE(sheet.positions.size(), 2);
    QCOMPARE(sheet.positions.at(1).position, u"network"_s);
    QCOMPARE(sheet.positions.at(1).from, u"luo"_s);
    QCOMPARE(sheet.positions.at(1).to, u"wu"_s);
    QCOMPARE(sheet.names.value(u"wu"_s), u"名·wu"_s); // named, although of neither side
    QVERIFY(HandoverSheet::fromJson(sheet.toJson()).has_value());
}

void TestSheetFacts::withoutARosterItIsTheShiftsBegin()
{
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    const HandoverSheet sheet = desk.sheet();
    QCOMPARE(sheet.outgoing.slot, QString());
    QCOMPARE(sheet.outgoing.from, march(18, 20));
    QCOMPARE(sheet.incoming.until, march(18, 20));
    QVERIFY(sheet.positions.isEmpty());
    QVERIFY(HandoverSheet::fromJson(sheet.toJson()).has_value());
}

void TestSheetFacts::whoCheckedIn()
{
    const Passing desk(*m_desk);
    m_desk->clock.set(march(18, 17, 59));
    m_desk->checkIn(u"li"_s); // more than two hours before: of another shift
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    QCOMPARE(desk.sheet().incoming.checkedIn, QStringList());
    m_desk->clock.set(march(18, 19, 40));
    m_desk->checkIn(u"wu"_s); // of neither side
    m_desk->checkIn(u"li"_s);
    m_desk->checkIn(u"li"_s);
    QCOMPARE(desk.sheet().incoming.checkedIn, QStringList{u"li"_s});
}

void TestSheetFacts::sinceTheLastHandover()
{
    const Passing desk(*m_desk);
    const QUuid red = ticket(u"red"_s, march(18, 19)); // overdue at the first handover
    ticket(u"blue"_s, march(18, 22)); // overdue at the second
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    QCOMPARE(desk.sheet().sinceLast.label, QString());
    QCOMPARE(desk.sheet().sinceLast.open.now, 2);
    m_desk->clock.set(march(18, 19, 55));
    desk.fillIn();
    desk.sign();
    const QString label = desk.state().label;
    desk.accept();
    QCOMPARE(desk.state().state, u"accepted"_s);
    m_desk->clock.set(march(18, 21));
    m_desk->update(u"ticket"_s, red, {{u"state"_s, u"done"_s}}, u"li"_s);
    ticket(u"yellow"_s, march(19, 10), u"li"_s);
    ticket(u"blue"_s, march(19, 11), u"li"_s);
    m_desk->clock.set(march(19, 7));
    desk.begin(march(19, 8), u"li"_s, u"zhou"_s);
    const SheetChanges changes = desk.sheet().sinceLast;
    QCOMPARE(changes.label, label);
    QCOMPARE(changes.open.before, 2);
    QCOMPARE(changes.open.now, 3);
    QCOMPARE(changes.red.before, 1);
    QCOMPARE(changes.red.now, 0);
    QCOMPARE(changes.overdue.before, 1);
    QCOMPARE(changes.overdue.now, 1);
    QCOMPARE(changes.opened, 2);
    QCOMPARE(changes.closed, 1);
    QVERIFY(HandoverSheet::fromJson(desk.sheet().toJson()).has_value());
}

void TestSheetFacts::ofAPositionOnlyItsWork()
{
    const Passing network(*m_desk, u"network"_s);
    m_desk->clock.set(march(18, 12));
    network.begin(march(18, 12), u"luo"_s, u"wu"_s);
    network.fillIn();
    network.sign();
    network.accept();
    m_desk->clock.set(march(18, 13));
    ticket(u"blue"_s, march(19, 10), u"wu"_s);
    ticket(u"blue"_s, march(19, 10), u"chen"_s);
    network.begin(march(18, 20), u"wu"_s, u"luo"_s);
    QCOMPARE(network.sheet().sinceLast.opened, 1);
    QCOMPARE(network.sheet().sinceLast.open.now, 1);
}

void TestSheetFacts::whatTheCallerKnows()
{
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    const HandoverSheet sheet = *sheetOf(desk.state(), m_desk->clock.now(),
        {.zone = "Asia/Shanghai",
            .sources = {{.name = u"Prometheus"_s, .state = u"down"_s, .since = march(18, 11)}},
            .asOf = march(18, 11, 30)});
    QCOMPARE(sheet.asOf, march(18, 11, 30));
    QCOMPARE(sheet.sources.size(), 1);
    QCOMPARE(sheet.sources.first().since, march(18, 11));
    QVERIFY(HandoverSheet::fromJson(sheet.toJson()).has_value());
}

void TestSheetFacts::theFrozenSheetStaysAsItWasSigned()
{
    m_desk->roster();
    const Passing desk(*m_desk);
    ticket(u"blue"_s, march(18, 22));
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    m_desk->clock.set(march(18, 19, 55));
    desk.fillIn();
    desk.sign();
    const QByteArray hash = desk.sheet().sheetHash();
    QCOMPARE(QString::fromLatin1(hash), desk.state().sheetHash);
    m_desk->clock.set(march(18, 19, 58));
    m_desk->checkIn(u"li"_s);
    ticket(u"red"_s, march(18, 23));
    QCOMPARE(desk.sheet().sheetHash(), hash);
    QCOMPARE(desk.sheet().incoming.checkedIn, QStringList());
}

void TestSheetFacts::aRedOneNobodyHeardOfIsMissing()
{
    const Passing desk(*m_desk);
    const QUuid incident = m_desk->save(u"incident"_s,
        {{u"title"_s, u"上海电信丢包"_s}, {u"level"_s, u"red"_s}, {u"owner"_s, u"chen"_s}});
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    desk.fillIn();
    const QString id = base::toText(incident);
    QCOMPARE(missingOf(desk.state(), m_desk->clock.now()),
        QList<Missing>({{u"red_unacknowledged"_s, u"incident"_s, id}}));
    // What it says is missing is what the signature is refused for.
    const auto refused =
        desk.as(u"chen"_s).handOver(desk.sheet(), u"password"_s, u"desk-1"_s).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().params.value("what"_L1).toString(), u"red_unacknowledged"_s);
    m_desk->update(u"incident"_s, incident, {{u"stage"_s, u"assessment"_s}});
    QCOMPARE(missingOf(desk.state(), m_desk->clock.now()), QList<Missing>());
    desk.sign();
}

void TestSheetFacts::longCarried()
{
    const auto carried = [](qint64 times) {
        return isLongCarried(
            {.table = u"ticket"_s, .id = {}, .title = {}, .level = {}, .carried = times});
    };
    QVERIFY(!carried(2));
    QVERIFY(carried(3));
}

void TestSheetFacts::theRuleKnowsWhatThen()
{
    const auto rule = [this](int version, const QString &line) {
        const QJsonObject red{{u"on"_s, 5}, {u"off"_s, 3}, {u"for"_s, 60}, {u"clear"_s, 60}};
        m_desk->save(u"rule"_s,
            {{u"name"_s, u"loss"_s}, {u"version"_s, version}, {u"enabled"_s, true},
                {u"doc"_s,
                    QJsonObject{{u"name"_s, u"loss"_s}, {u"metric"_s, u"loss"_s},
                        {u"group"_s, u"network"_s}, {u"direction"_s, u"above"_s}, {u"step"_s, 15},
                        {u"levels"_s, QJsonObject{{u"red"_s, red}}}, {u"no_data_for"_s, 120},
                        {u"contingency"_s, line}}}},
            u"chen"_s, domain::OperationKind::Append);
    };
    rule(1, u"若再丢包，则重启"_s);
    rule(2, u"若再丢包，则切换专线"_s);
    const QUuid alert = m_desk->save(u"alert"_s,
        {{u"rule"_s, u"loss"_s}, {u"target"_s, u"site-1"_s}, {u"metric"_s, u"loss"_s},
            {u"tech_group"_s, u"network"_s}, {u"level"_s, u"red"_s}, {u"state"_s, u"firing"_s},
            {u"value"_s, 6.5}, {u"starts_at"_s, base::toIso(march(18, 11))}},
        {});
    const auto incident = [this](const QString &title) {
        return m_desk->save(
            u"incident"_s, {{u"title"_s, title}, {u"level"_s, u"red"_s}, {u"owner"_s, u"chen"_s}});
    };
    const QUuid opened = incident(u"丢包"_s);
    const QUuid byHand = incident(u"卡顿"_s);
    m_desk->save(u"incident_alert"_s,
        {{u"incident"_s, base::toText(opened)}, {u"alert"_s, base::toText(alert)}}, {},
        domain::OperationKind::Append);
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    const HandoverState state = desk.state();
    QCOMPARE(state.find(u"incident"_s, opened)->knownContingency, u"若再丢包，则切换专线"_s);
    QCOMPARE(state.find(u"incident"_s, byHand)->knownContingency, QString());
}

QTEST_GUILESS_MAIN(TestSheetFacts)
#include "tst_sheetfacts.moc"
