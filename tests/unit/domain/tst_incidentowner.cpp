// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/domain/memoryfacts.h"

#include <QTest>

using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

Q_DECLARE_METATYPE(watchroom::domain::Actor)

namespace {

const Row kNobody{{u"owner"_s, QJsonValue()}};

Row owner(const QString &login)
{
    return {{u"owner"_s, login}};
}

// ARCHITECTURE.md, "incident, update", rules 1 to 6 and 9.
class TestIncidentOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownerChanges_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QString>("entry");
        const QString none;
        const QString chen = u"chen"_s;
        const QString zhou = u"zhou"_s;
        QTest::newRow("claim") << none << chen << member(chen) << none << u"claimed"_s;
        QTest::newRow("claim for another")
            << none << zhou << member(chen) << u"owner_other"_s << none;
        QTest::newRow("lead gives it") << none << zhou << lead() << none << u"claimed"_s;
        QTest::newRow("lead gives it to a stranger")
            << none << u"nobody"_s << lead() << u"owner_unknown"_s << none;
        QTest::newRow("lead gives it to who left")
            << none << u"gone"_s << lead() << u"owner_unknown"_s << none;
        QTest::newRow("take over") << chen << zhou << member(zhou) << none << u"taken_over"_s;
        QTest::newRow("hand over") << chen << zhou << member(chen) << none << u"handed_to"_s;
        QTest::newRow("hand what is another's")
            << zhou << u"wang"_s << member(chen) << u"owner_other"_s << none;
        QTest::newRow("lead hands over") << chen << zhou << lead() << none << u"handed_to"_s;
        QTest::newRow("release") << chen << none << member(chen) << none << u"released"_s;
        QTest::newRow("release another's")
            << chen << none << member(zhou) << u"not_owner"_s << none;
        QTest::newRow("lead releases") << chen << none << lead() << none << u"released"_s;
        QTest::newRow("station") << none << chen << desk() << u"station_may_not"_s << none;
        QTest::newRow("station with an old fence")
            << none << chen << desk(false) << u"old_fence"_s << none;
    }

    void ownerChanges()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(Actor, actor);
        QFETCH(QString, refused);
        QFETCH(QString, entry);
        Life life;
        if (!from.isEmpty())
            QVERIFY(life.change(owner(from), member(from)).accepted());
        const Row before = life.row;
        life.change(to.isEmpty() ? kNobody : owner(to), actor);
        QCOMPARE(life.last.refused, refused);
        if (!refused.isEmpty())
            return;
        QCOMPARE(life.codes(), QStringList{entry});
        if (to.isEmpty()) {
            QCOMPARE(life.value("acknowledged_at"_L1), before.value("acknowledged_at"_L1));
        } else {
            QCOMPARE(life.value("acknowledged_by"_L1), to);
            QCOMPARE(life.value("acknowledged_at"_L1), base::toIso(life.now));
        }
    }

    void entriesSayWho()
    {
        Life life;
        life.change(owner(u"chen"_s), member(u"chen"_s));
        QCOMPARE(life.params(u"claimed"_s), (QJsonObject{{u"owner"_s, u"chen"_s}}));
        life.change(owner(u"zhou"_s), member(u"zhou"_s));
        QCOMPARE(life.params(u"taken_over"_s),
            (QJsonObject{{u"from"_s, u"chen"_s}, {u"to"_s, u"zhou"_s}}));
        life.change(kNobody, member(u"zhou"_s));
        QCOMPARE(life.params(u"released"_s), (QJsonObject{{u"from"_s, u"zhou"_s}}));
    }

    void acknowledgingIsForOneself()
    {
        Life life;
        life.change({{u"acknowledged_by"_s, u"zhou"_s}}, member(u"chen"_s));
        QCOMPARE(life.last.refused, u"acknowledge_other"_s);
        life.change({{u"acknowledged_by"_s, u"chen"_s}}, member(u"chen"_s));
        QVERIFY(life.last.accepted());
        QCOMPARE(life.codes(), QStringList{u"acknowledged"_s});
        QCOMPARE(life.value("acknowledged_at"_L1), base::toIso(life.now));
        QVERIFY(life.value("owner"_L1).isNull());
        life.change({{u"acknowledged_by"_s, QJsonValue()}}, member(u"chen"_s));
        QCOMPARE(life.last.refused, u"acknowledge_other"_s);
    }

    void acknowledgementNeverGoesBackNorAhead()
    {
        Life life;
        life.change({{u"acknowledged_by"_s, u"chen"_s},
                        {u"acknowledged_at"_s, u"2036-03-18T01:00:00.000000Z"_s}},
            member(u"chen"_s));
        QCOMPARE(life.value("acknowledged_at"_L1), base::toIso(life.now));
        const QJsonValue first = life.value("acknowledged_at"_L1);
        life.change({{u"acknowledged_at"_s, u"2026-03-18T01:00:00.000000Z"_s}}, member(u"chen"_s));
        QCOMPARE(life.value("acknowledged_at"_L1), first);
        life.change({{u"acknowledged_at"_s, u"2036-03-18T01:00:00.000000Z"_s}}, member(u"chen"_s));
        QCOMPARE(life.value("acknowledged_at"_L1), base::toIso(life.now));
    }

    void releasingDoesNotForgeAnAcknowledgement()
    {
        Life life;
        life.change(owner(u"chen"_s), member(u"chen"_s));
        Row set = kNobody;
        set.insert("acknowledged_by"_L1, u"zhou"_s);
        life.change(set, member(u"chen"_s));
        QVERIFY(life.last.accepted());
        QCOMPARE(life.value("acknowledged_by"_L1), u"chen"_s);
    }

    void framesHold_data()
    {
        QTest::addColumn<Row>("set");
        QTest::addColumn<QString>("refused");
        QTest::newRow("label") << Row{{u"label"_s, u"B1-1"_s}} << u"immutable"_s;
        QTest::newRow("drill") << Row{{u"drill"_s, true}} << u"immutable"_s;
        QTest::newRow("opened") << Row{{u"opened_at"_s, u"2026-01-01T00:00:00Z"_s}}
                                << u"immutable"_s;
        QTest::newRow("policy") << Row{{u"policy_version"_s, 2}} << u"immutable"_s;
        QTest::newRow("previous") << Row{{u"previous"_s, u"0190f3a2-7b1c-7def-8123-456789abcd00"_s}}
                                  << u"immutable"_s;
        QTest::newRow("deleted") << Row{{u"deleted"_s, true}} << u"immutable"_s;
        QTest::newRow("title") << Row{{u"title"_s, u" "_s}, {u"tech_group"_s, u"x"_s}}
                               << u"title_missing"_s;
        QTest::newRow("long title") << Row{{u"title"_s, QString(201, u'x')}} << u"title_too_long"_s;
        QTest::newRow("group") << Row{{u"tech_group"_s, u"x"_s}, {u"level"_s, u"x"_s}}
                               << u"group_unknown"_s;
        QTest::newRow("level") << Row{{u"level"_s, u"x"_s}, {u"stage"_s, u"x"_s}}
                               << u"level_unknown"_s;
        QTest::newRow("stage") << Row{{u"stage"_s, u"x"_s}, {u"owner"_s, u"zhou"_s}}
                               << u"stage_unknown"_s;
        QTest::newRow("same instant, other zone")
            << Row{{u"opened_at"_s, u"2026-03-18T22:32:41+08:00"_s}} << QString();
        QTest::newRow("guard columns are put back") << Row{{u"number"_s, 1}, {u"stage_n"_s, 9},
            {u"due_at"_s, u"2036-01-01T00:00:00.000000Z"_s}}
                                                    << QString();
    }

    void framesHold()
    {
        QFETCH(Row, set);
        QFETCH(QString, refused);
        Life life;
        const Row before = life.row;
        life.change(set, lead());
        QCOMPARE(life.last.refused, refused);
        for (const auto column : {"number"_L1, "stage_n"_L1, "due_at"_L1})
            QCOMPARE(life.value(column), before.value(column));
        if (refused.isEmpty())
            QVERIFY(life.last.entries.isEmpty());
    }

    void stationsRaiseAndReportRecoveryOnly_data()
    {
        QTest::addColumn<Row>("set");
        QTest::addColumn<QString>("refused");
        const QString no = u"station_may_not"_s;
        QTest::newRow("raise") << Row{{u"level"_s, u"red"_s}, {u"fence"_s, 1}} << QString();
        QTest::newRow("recovered")
            << Row{{u"recovered_at"_s, u"2026-03-18T14:33:00.000000Z"_s}} << QString();
        QTest::newRow("lower") << Row{{u"level"_s, u"blue"_s}, {u"level_reason"_s, u"other"_s}}
                               << no;
        QTest::newRow("unknown level") << Row{{u"level"_s, u"x"_s}} << no;
        QTest::newRow("title") << Row{{u"title"_s, u"t"_s}} << no;
        QTest::newRow("label") << Row{{u"label"_s, u"t"_s}} << no;
        QTest::newRow("acknowledge") << Row{{u"acknowledged_by"_s, u"desk-1"_s}} << no;
        QTest::newRow("stage") << Row{{u"stage"_s, u"assessment"_s}} << no;
        QTest::newRow("delete") << Row{{u"deleted"_s, true}} << no;
    }

    void stationsRaiseAndReportRecoveryOnly()
    {
        QFETCH(Row, set);
        QFETCH(QString, refused);
        Life life;
        QCOMPARE(life.change(set, desk()).refused, refused);
    }

    void thirdMoveBetweenGroupsIsForTheLead()
    {
        Life life;
        const auto group = [](const QString &word) { return Row{{u"tech_group"_s, word}}; };
        const Actor chen = member(u"chen"_s);
        life.change(group(u"network"_s), chen);
        QCOMPARE(life.params(u"group_changed"_s),
            (QJsonObject{{u"from"_s, QJsonValue()}, {u"to"_s, u"network"_s}}));
        QCOMPARE(life.value("group_moves"_L1), 0);
        QVERIFY(life.change(group(u"system"_s), chen).accepted());
        QVERIFY(life.change(group(u"audio_video"_s), chen).accepted());
        QCOMPARE(life.value("group_moves"_L1), 2);
        QCOMPARE(life.change(group(u"network"_s), chen).refused, u"group_third_move"_s);
        QVERIFY(life.change(group(u"network"_s), lead()).accepted());
        QCOMPARE(life.value("group_moves"_L1), 3);
        QCOMPARE(life.change(group(u"system"_s), chen).refused, u"group_third_move"_s);
    }

    void groupMovesCountAStage()
    {
        Life life({{u"owner"_s, u"chen"_s}, {u"tech_group"_s, u"network"_s}});
        const Actor chen = member(u"chen"_s);
        life.change({{u"tech_group"_s, u"system"_s}}, chen);
        life.change({{u"tech_group"_s, u"network"_s}}, chen);
        QVERIFY(life.change({{u"stage"_s, u"assessment"_s}}, chen).accepted());
        QCOMPARE(life.value("group_moves"_L1), 0);
        QVERIFY(life.change({{u"tech_group"_s, u"system"_s}}, chen).accepted());
    }

    void emptyLoginIsNobodyKnown()
    {
        Life life;
        QCOMPARE(life.change(owner(u""_s), lead()).refused, u"owner_unknown"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestIncidentOwner)
#include "tst_incidentowner.moc"
