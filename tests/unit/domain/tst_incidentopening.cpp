// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/domain/memoryfacts.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

Q_DECLARE_METATYPE(watchroom::domain::Actor)

namespace {

// ARCHITECTURE.md, "incident, insert".
class TestIncidentOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<Row>("set");
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<QString>("code");
        const Actor chen = member(u"chen"_s);
        Actor gone = member(u"gone"_s);
        gone.active = false;
        QTest::newRow("not active") << Row{{u"title"_s, u""_s}} << gone << u"not_active"_s;
        QTest::newRow("old fence") << Row{} << desk(false) << u"old_fence"_s;
        QTest::newRow("no title") << Row{{u"title"_s, QJsonValue()}} << chen << u"title_missing"_s;
        QTest::newRow("blank title") << Row{{u"title"_s, u" \t\u3000"_s}, {u"level"_s, u"x"_s}}
                                     << chen << u"title_missing"_s;
        QTest::newRow("201 characters")
            << Row{{u"title"_s, QString(201, u'事')}} << chen << u"title_too_long"_s;
        QTest::newRow("no level") << Row{{u"level"_s, QJsonValue()}, {u"stage"_s, u"review"_s}}
                                  << chen << u"level_unknown"_s;
        QTest::newRow("level") << Row{{u"level"_s, u"orange"_s}} << chen << u"level_unknown"_s;
        QTest::newRow("stage") << Row{{u"stage"_s, u"recovery"_s}, {u"tech_group"_s, u"x"_s}}
                               << chen << u"stage_first"_s;
        QTest::newRow("group") << Row{{u"tech_group"_s, u"x"_s}, {u"owner"_s, u"zhou"_s}} << chen
                               << u"group_unknown"_s;
        QTest::newRow("station owns")
            << Row{{u"owner"_s, u"desk-1"_s}} << desk() << u"station_may_not"_s;
        QTest::newRow("another owns")
            << Row{{u"owner"_s, u"zhou"_s}, {u"policy_version"_s, 7}} << chen << u"owner_other"_s;
        QTest::newRow("senior gives it")
            << Row{{u"owner"_s, u"zhou"_s}} << lead() << u"owner_other"_s;
        QTest::newRow("policy") << Row{{u"policy_version"_s, 7}} << chen << u"policy_unknown"_s;
    }

    void refuses()
    {
        QFETCH(Row, set);
        QFETCH(Actor, actor);
        QFETCH(QString, code);
        const Life life(set, actor);
        QCOMPARE(life.last.refused, code);
        QVERIFY(life.last.entries.isEmpty());
        // Nothing refused may use up a number.
        Life next;
        QCOMPARE(integer(next.row, "number"_L1), 101);
    }

    void twoHundredCharactersFit()
    {
        // Characters beyond the basic plane count once.
        QVERIFY(Life({{u"title"_s, u"😀"_s.repeated(200)}}).last.accepted());
    }

    void stampsWhatItDoesNotTrust()
    {
        const Life life({{u"number"_s, 7}, {u"stage_n"_s, 5}, {u"cause"_s, u"c"_s},
            {u"verified"_s, u"v"_s}, {u"told"_s, QJsonArray{u"business"_s}},
            {u"closed_at"_s, u"2026-01-01T00:00:00.000000Z"_s}, {u"waiting_for"_s, u"telecom"_s},
            {u"recovered_at"_s, u"2026-01-01T00:00:00.000000Z"_s},
            {u"acknowledged_by"_s, u"zhou"_s}, {u"level_reason"_s, u"other"_s}});
        QVERIFY(life.last.accepted());
        QCOMPARE(life.value("number"_L1), 101);
        QCOMPARE(life.value("stage"_L1), u"detection"_s);
        QCOMPARE(life.value("stage_n"_L1), 1);
        QCOMPARE(life.value("opened_by"_L1), u"chen"_s);
        QCOMPARE(life.value("opened_at"_L1), u"2026-03-18T14:32:41.000000Z"_s);
        QCOMPARE(life.value("stage_entered_at"_L1), life.value("opened_at"_L1));
        // Yellow: heard within 15 minutes.
        QCOMPARE(life.value("due_at"_L1), u"2026-03-18T14:47:41.000000Z"_s);
        QCOMPARE(life.value("waited_s"_L1), 0);
        QCOMPARE(life.value("group_moves"_L1), 0);
        QCOMPARE(life.value("drill"_L1), false);
        QCOMPARE(life.value("level_confirmed"_L1), false);
        QCOMPARE(life.value("policy_version"_L1), 1);
        QCOMPARE(life.value("part"_L1), u"core"_s);
        for (const auto column : {"cause"_L1, "verified"_L1, "told"_L1, "closed_at"_L1,
                 "waiting_for"_L1, "waiting_since"_L1, "recovered_at"_L1, "acknowledged_by"_L1,
                 "acknowledged_at"_L1, "level_reason"_L1})
            QVERIFY2(life.value(column).isNull(), column.data());
    }

    void writesRecordAndEntry()
    {
        const Life life({{u"target"_s, u"site.r1"_s}});
        QCOMPARE(life.codes(), QStringList{u"incident_opened"_s});
        QCOMPARE(life.params(u"incident_opened"_s),
            (QJsonObject{
                {u"label"_s, u"A3-1"_s}, {u"level"_s, u"yellow"_s}, {u"target"_s, u"site.r1"_s}}));
        QCOMPARE(life.last.consequences.size(), 1);
        const Consequence &record = life.last.consequences.first();
        QCOMPARE(record.table, u"stage_record"_s);
        // uuid5 of "stage_record\n0190f3a2-…\n1", by Python.
        QCOMPARE(text(record.row, "id"_L1), u"b6970a57-2bc7-58d7-a8cf-a1f436c247f7"_s);
        QCOMPARE(text(record.row, "stage"_L1), u"detection"_s);
        QCOMPARE(record.row.value("due_at"_L1), life.value("due_at"_L1));
        QVERIFY(record.row.value("left_at"_L1).isNull());
    }

    void ownerAcknowledges()
    {
        const Life life({{u"owner"_s, u"chen"_s}});
        QCOMPARE(life.codes(), (QStringList{u"incident_opened"_s, u"claimed"_s}));
        QCOMPARE(life.value("acknowledged_by"_L1), u"chen"_s);
        QCOMPARE(life.value("acknowledged_at"_L1), life.value("opened_at"_L1));
    }

    void openingMayBeEarlier_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("opened");
        const QString now = u"2026-03-18T14:32:41.000000Z"_s;
        QTest::newRow("an hour") << u"2026-03-18T13:32:41.000000Z"_s
                                 << u"2026-03-18T13:32:41.000000Z"_s;
        QTest::newRow("24 hours") << u"2026-03-17T14:32:41.000000Z"_s
                                  << u"2026-03-17T14:32:41.000000Z"_s;
        QTest::newRow("longer") << u"2026-03-17T14:32:40.999999Z"_s << now;
        QTest::newRow("later") << u"2026-03-18T14:32:42.000000Z"_s << now;
    }

    void openingMayBeEarlier()
    {
        QFETCH(QString, given);
        QFETCH(QString, opened);
        const Life life({{u"opened_at"_s, given}});
        QCOMPARE(life.value("opened_at"_L1), opened);
        // The clock begins now, whenever the trouble began.
        QCOMPARE(life.value("stage_entered_at"_L1), u"2026-03-18T14:32:41.000000Z"_s);
    }

    void instantOfTheFutureIsNow()
    {
        MemoryFacts facts;
        const base::Instant now = at(u"2026-03-18T14:32:41Z");
        const Judgement judgement = judge(u"incident", std::nullopt,
            {{u"id"_s, base::toText(base::newId(now))}, {u"title"_s, u"t"_s},
                {u"level"_s, u"red"_s}},
            member(u"chen"_s), now + std::chrono::hours{3}, now, facts);
        QCOMPARE(text(judgement.row, "opened_at"_L1), base::toIso(now));
        QCOMPARE(text(judgement.row, "due_at"_L1), u"2026-03-18T14:34:41.000000Z"_s);
    }

    void stationWithItsFenceOpens()
    {
        const Life life({{u"fence"_s, 3}}, desk());
        QVERIFY(life.last.accepted());
        QCOMPARE(life.value("opened_by"_L1), u"desk-1"_s);
        QVERIFY(life.value("fence"_L1).isNull());
    }

    void unknownTableIsRefused()
    {
        MemoryFacts facts;
        const auto judgement =
            judge(u"nothing", std::nullopt, {}, member(u"chen"_s), {}, {}, facts);
        QCOMPARE(judgement.refused, u"unknown_table"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestIncidentOpening)
#include "tst_incidentopening.moc"
