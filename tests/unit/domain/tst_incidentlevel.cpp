// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/domain/memoryfacts.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;
using std::chrono::minutes;

namespace {

const Row kOwned{{u"owner"_s, u"chen"_s}};

// ARCHITECTURE.md, "incident, update", rules 7, 8 and 10.
class TestIncidentLevel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisingCancelsTheAcknowledgement()
    {
        Life life(kOwned);
        life.change({{u"level"_s, u"red"_s}}, member(u"chen"_s));
        QVERIFY(life.last.accepted());
        QVERIFY(life.value("acknowledged_by"_L1).isNull());
        QVERIFY(life.value("acknowledged_at"_L1).isNull());
        QCOMPARE(life.value("owner"_L1), u"chen"_s);
        QCOMPARE(life.params(u"level_raised"_s),
            (QJsonObject{{u"from"_s, u"yellow"_s}, {u"to"_s, u"red"_s}}));
        // Yellow was due at 14:47:41; red is due 2 minutes after the raise at 14:33:41.
        QCOMPARE(life.value("due_at"_L1), u"2026-03-18T14:35:41.000000Z"_s);
    }

    void raisingNeverGivesMoreTime()
    {
        Life life(kOwned);
        life.change({{u"level"_s, u"red"_s}}, member(u"zhou"_s), minutes{14});
        QCOMPARE(life.value("due_at"_L1), u"2026-03-18T14:47:41.000000Z"_s);
    }

    void raisingWhileWaitingGivesTheWholeLimit()
    {
        Life life(kOwned);
        const Actor chen = member(u"chen"_s);
        life.change({{u"waiting_for"_s, u"电信"_s}}, chen);
        QVERIFY(life.change({{u"level"_s, u"red"_s}}, chen, minutes{10}).accepted());
        const base::Instant raised = life.now;
        life.change({{u"waiting_for"_s, QJsonValue()}}, chen, minutes{20});
        // Twenty minutes more were waited after the raise: red's two minutes begin then.
        QCOMPARE(*instant(life.row, "due_at"_L1), raised + minutes{20} + minutes{2});
    }

    void anybodyMayRaise()
    {
        Life life(kOwned);
        QVERIFY(life.change({{u"level"_s, u"red"_s}}, member(u"zhou"_s)).accepted());
    }

    void claimingAndRaisingAtOnceIsStillUnheard()
    {
        Life life;
        life.change({{u"owner"_s, u"chen"_s}, {u"level"_s, u"red"_s}}, member(u"chen"_s));
        QCOMPARE(life.codes(), (QStringList{u"claimed"_s, u"level_raised"_s}));
        QVERIFY(life.value("acknowledged_by"_L1).isNull());
    }

    void loweringNeedsTheOwnerAndAReason_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("refused");
        for (const QString &reason :
            {u"misjudged"_s, u"impact_ended"_s, u"scope_smaller"_s, u"duplicate"_s, u"other"_s})
            QTest::newRow(qPrintable(reason)) << u"chen"_s << reason << QString();
        QTest::newRow("lead") << u"wang"_s << u"other"_s << QString();
        QTest::newRow("another") << u"zhou"_s << u"other"_s << u"not_owner"_s;
        QTest::newRow("another, no reason") << u"zhou"_s << QString() << u"not_owner"_s;
        QTest::newRow("no reason") << u"chen"_s << QString() << u"reason_missing"_s;
        QTest::newRow("unknown") << u"chen"_s << u"not_needed"_s << u"reason_missing"_s;
    }

    void loweringNeedsTheOwnerAndAReason()
    {
        QFETCH(QString, actor);
        QFETCH(QString, reason);
        QFETCH(QString, refused);
        Life life(kOwned);
        const Actor who = actor == u"wang"_s ? lead() : member(actor);
        Row set{{u"level"_s, u"blue"_s}};
        if (!reason.isEmpty())
            set.insert("level_reason"_L1, reason);
        life.change(set, who);
        QCOMPARE(life.last.refused, refused);
        if (!refused.isEmpty())
            return;
        QCOMPARE(life.params(u"level_lowered"_s),
            (QJsonObject{{u"from"_s, u"yellow"_s}, {u"to"_s, u"blue"_s}, {u"reason"_s, reason}}));
        // Blue: 60 minutes from the stage's entry; and the reason is no part of the row.
        QCOMPARE(life.value("due_at"_L1), u"2026-03-18T15:32:41.000000Z"_s);
        QVERIFY(life.value("level_reason"_L1).isNull());
        QCOMPARE(life.value("acknowledged_by"_L1), u"chen"_s);
    }

    void loweringToNoLimitStopsTheClock()
    {
        Life life({{u"owner"_s, u"chen"_s}, {u"level"_s, u"red"_s}});
        const Actor chen = member(u"chen"_s);
        QVERIFY(life.change({{u"stage"_s, u"review"_s}, {u"stage_reason"_s, u"other"_s}}, chen)
                    .accepted());
        QCOMPARE(life.value("due_at"_L1), u"2026-03-21T14:33:41.000000Z"_s);
        life.change({{u"level"_s, u"blue"_s}, {u"level_reason"_s, u"other"_s}}, chen);
        QVERIFY(life.value("due_at"_L1).isNull());
        // And raised again, it has one.
        life.change({{u"level"_s, u"red"_s}}, chen);
        QCOMPARE(life.value("due_at"_L1), u"2026-03-21T14:35:41.000000Z"_s);
    }

    void loweringCountsWhatWasWaited()
    {
        Life life(kOwned);
        const Actor chen = member(u"chen"_s);
        life.change({{u"waiting_for"_s, u"电信"_s}}, chen);
        life.change({{u"waiting_for"_s, QJsonValue()}}, chen, minutes{10});
        life.change({{u"level"_s, u"blue"_s}, {u"level_reason"_s, u"other"_s}}, chen);
        QCOMPARE(life.value("due_at"_L1), u"2026-03-18T15:42:41.000000Z"_s);
    }

    void waitingIsCountedApart()
    {
        Life life(kOwned);
        const Actor chen = member(u"chen"_s);
        QCOMPARE(
            life.change({{u"waiting_for"_s, u"x"_s}}, member(u"zhou"_s)).refused, u"not_owner"_s);
        life.change({{u"waiting_for"_s, u"电信"_s}}, chen);
        QCOMPARE(life.params(u"waiting"_s), (QJsonObject{{u"for"_s, u"电信"_s}}));
        const QJsonValue since = life.value("waiting_since"_L1);
        QCOMPARE(since, base::toIso(life.now));
        // Another text is the same wait.
        life.change({{u"waiting_for"_s, u"移动"_s}}, chen);
        QCOMPARE(life.value("waiting_since"_L1), since);
        QCOMPARE(life.value("waited_s"_L1), 0);
        QCOMPARE(life.change({{u"waiting_for"_s, QJsonValue()}}, member(u"zhou"_s)).refused,
            u"not_owner"_s);
        QVERIFY(life.change({{u"waiting_for"_s, QJsonValue()}}, lead()).accepted());
        QCOMPARE(life.codes(), QStringList{u"resumed"_s});
        // 60 s to the other text, 60 s to the refused, 60 s to the end.
        QCOMPARE(life.params(u"resumed"_s), (QJsonObject{{u"waited_s"_s, 180}}));
        QCOMPARE(life.value("waited_s"_L1), 180);
        QCOMPARE(life.value("due_at"_L1), u"2026-03-18T14:50:41.000000Z"_s);
        QVERIFY(life.value("waiting_since"_L1).isNull());
    }

    void changingStageEndsTheWait()
    {
        Life life(kOwned);
        const Actor chen = member(u"chen"_s);
        life.change({{u"waiting_for"_s, u"电信"_s}}, chen);
        life.change({{u"stage"_s, u"assessment"_s}}, chen, minutes{3});
        QCOMPARE(life.codes(), (QStringList{u"resumed"_s, u"stage_changed"_s}));
        QVERIFY(life.value("waiting_for"_L1).isNull());
        QCOMPARE(life.value("waited_s"_L1), 0);
        QCOMPARE(life.last.consequences.first().row.value("waited_s"_L1), 180);
    }

    void resultsAreEntries_data()
    {
        QTest::addColumn<Row>("set");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QJsonObject>("params");
        QTest::newRow("assessed") << Row{{u"sites"_s, QJsonArray{u"site.r1"_s}},
            {u"level_confirmed"_s, true}}
                                  << u"assessed"_s
                                  << QJsonObject{{u"sites"_s, QJsonArray{u"site.r1"_s}},
                                         {u"level"_s, u"yellow"_s}};
        QTest::newRow("cause") << Row{{u"cause"_s, u"光纤"_s}} << u"cause_stated"_s
                               << QJsonObject{{u"cause"_s, u"光纤"_s}};
        QTest::newRow("verified") << Row{{u"verified"_s, u"看过"_s}} << u"recovery_verified"_s
                                  << QJsonObject{{u"how"_s, u"看过"_s}};
        QTest::newRow("told") << Row{{u"told"_s, QJsonArray{u"business"_s}}} << u"parties_told"_s
                              << QJsonObject{{u"parties"_s, QJsonArray{u"business"_s}}};
        QTest::newRow("recovered") << Row{{u"recovered_at"_s, u"2026-03-18T14:33:00.000000Z"_s}}
                                   << u"recovered"_s << QJsonObject{};
        QTest::newRow("title") << Row{{u"title"_s, u"新"_s}} << u"title_changed"_s
                               << QJsonObject{{u"from"_s, u"三院会诊室卡顿"_s}, {u"to"_s, u"新"_s}};
    }

    void resultsAreEntries()
    {
        QFETCH(Row, set);
        QFETCH(QString, code);
        QFETCH(QJsonObject, params);
        Life life(kOwned);
        life.change(set, member(u"zhou"_s));
        QCOMPARE(life.codes(), QStringList{code});
        QCOMPARE(life.params(code), params);
        // The same again is no news.
        life.change(set, member(u"zhou"_s));
        QVERIFY(life.last.entries.isEmpty());
    }

    void relapseAndUnconfirmedSites()
    {
        Life life(kOwned);
        life.change({{u"sites"_s, QJsonArray{}}}, member(u"chen"_s));
        QVERIFY(life.last.entries.isEmpty());
        life.change({{u"recovered_at"_s, u"2026-03-18T14:33:00.000000Z"_s}}, desk());
        life.change({{u"recovered_at"_s, QJsonValue()}}, desk());
        QCOMPARE(life.codes(), QStringList{u"relapsed"_s});
    }

    void entriesFollowTheRules()
    {
        Life life;
        life.change({{u"owner"_s, u"chen"_s}, {u"title"_s, u"新"_s}, {u"cause"_s, u"光纤"_s},
                        {u"tech_group"_s, u"network"_s}, {u"level"_s, u"blue"_s},
                        {u"level_reason"_s, u"misjudged"_s}, {u"level_confirmed"_s, true},
                        {u"waiting_for"_s, u"电信"_s}, {u"stage"_s, u"assessment"_s}},
            member(u"chen"_s));
        QCOMPARE(life.codes(),
            (QStringList{u"claimed"_s, u"level_lowered"_s, u"waiting"_s, u"group_changed"_s,
                u"assessed"_s, u"cause_stated"_s, u"title_changed"_s, u"resumed"_s,
                u"stage_changed"_s}));
        QCOMPARE(life.params(u"assessed"_s).value("level"_L1), u"blue"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestIncidentLevel)
#include "tst_incidentlevel.moc"
