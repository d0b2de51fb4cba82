// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "tests/unit/domain/memoryfacts.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom::domain;
using namespace watchroom::domain::test;
using namespace Qt::StringLiterals;
namespace base = watchroom::base;

namespace {

/// What each stage's gate asks, as changes that give it.
const QList<Row> kResults{{},
    {{u"sites"_s, QJsonArray{}}, {u"level_confirmed"_s, true}, {u"tech_group"_s, u"network"_s}},
    {{u"cause"_s, u"光纤中断"_s}}, {{u"verified"_s, u"指标正常五分钟"_s}},
    {{u"told"_s, QJsonArray{u"business"_s}}}, {}};

Row to(Stage stage, const QString &reason = {})
{
    Row set{{u"stage"_s, codeOf(stage)}};
    if (!reason.isEmpty())
        set.insert("stage_reason"_L1, reason);
    return set;
}

Row with(Row set, const Row &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        set.insert(it.key(), it.value());
    return set;
}

/// A claimed incident of the level that went through every gate up to the stage.
std::unique_ptr<Life> upTo(Stage stage, const QString &level = u"red"_s)
{
    auto life = std::make_unique<Life>(Row{{u"owner"_s, u"chen"_s}, {u"level"_s, level}});
    for (int next = 2; next <= static_cast<int>(stage); ++next)
        life->change(with(to(static_cast<Stage>(next)), kResults.at(next - 2)), member(u"chen"_s));
    return life;
}

// ARCHITECTURE.md, "incident, update", rules 1 and 11.
class TestIncidentStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeWay()
    {
        const auto life = upTo(Stage::Closed);
        QVERIFY2(life->last.accepted(), qPrintable(life->last.refused));
        QCOMPARE(life->value("stage"_L1), u"closed"_s);
        QCOMPARE(life->value("closed_at"_L1), base::toIso(life->now));
        QVERIFY(life->value("due_at"_L1).isNull());
        QCOMPARE(life->value("part"_L1), u"2026-03"_s);
        QCOMPARE(life->codes(), QStringList{u"incident_closed"_s});
        QCOMPARE(life->params(u"incident_closed"_s),
            (QJsonObject{{u"from"_s, u"review"_s}, {u"reason"_s, QJsonValue()}}));
        for (int n = 1; n <= 6; ++n) {
            const auto record =
                life->facts.row(u"stage_record", stageRecordId(uuid(life->row, "id"_L1), n));
            QVERIFY(record);
            QCOMPARE(text(*record, "stage"_L1), QString(codeOf(static_cast<Stage>(n))));
            QCOMPARE(text(*record, "owner"_L1), u"chen"_s);
            QCOMPARE(text(*record, "part"_L1), u"2026-03"_s);
            QCOMPARE(*instant(*record, "left_at"_L1) - *instant(*record, "entered_at"_L1),
                base::Seconds{60});
        }
        // Six stages, six records.
        QVERIFY(!life->facts.row(u"stage_record", stageRecordId(uuid(life->row, "id"_L1), 7)));
    }

    void closedIsClosed()
    {
        const auto life = upTo(Stage::Closed);
        QCOMPARE(life->change({{u"title"_s, u"x"_s}}, admin()).refused, u"closed"_s);
        // The first rule of all.
        QCOMPARE(life->change({}, desk(false)).refused, u"closed"_s);
    }

    void limitsOfEachStage_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("stage");
        QTest::addColumn<qint64>("seconds");
        const QList<std::pair<QString, QList<qint64>>> table{
            {u"red"_s, {120, 600, 30 * 60, 3600, 30 * 60, 3 * 86'400}},
            {u"yellow"_s, {15 * 60, 600, 2 * 3600, 4 * 3600, 2 * 3600}},
            {u"blue"_s, {3600, 600, 8 * 3600, 24 * 3600}},
        };
        for (const auto &[level, limits] : table)
            for (qsizetype i = 0; i < limits.size(); ++i)
                QTest::addRow("%s %d", qPrintable(level), int(i + 1))
                    << level << int(i + 1) << limits[i];
    }

    void limitsOfEachStage()
    {
        QFETCH(QString, level);
        QFETCH(int, stage);
        QFETCH(qint64, seconds);
        const auto life = upTo(static_cast<Stage>(stage), level);
        QCOMPARE(*instant(life->row, "due_at"_L1) - *instant(life->row, "stage_entered_at"_L1),
            base::Seconds{seconds});
        QCOMPARE(integer(life->row, "stage_n"_L1), stage);
    }

    void limitsByWorkingDay()
    {
        // Wednesday 22:3x in Shanghai: the next working day is Thursday, the fifth Wednesday.
        QCOMPARE(upTo(Stage::Notification, u"blue"_s)->value("due_at"_L1),
            u"2026-03-19T10:00:00.000000Z"_s);
        QCOMPARE(
            upTo(Stage::Review, u"yellow"_s)->value("due_at"_L1), u"2026-03-25T10:00:00.000000Z"_s);
        QVERIFY(upTo(Stage::Review, u"blue"_s)->value("due_at"_L1).isNull());
    }

    void whoMayMove()
    {
        Life unowned;
        unowned.change({{u"acknowledged_by"_s, u"chen"_s}}, member(u"chen"_s));
        QCOMPARE(unowned.change(to(Stage::Assessment), lead()).refused, u"not_claimed"_s);
        const auto life = upTo(Stage::Detection);
        QCOMPARE(life->change(to(Stage::Assessment), member(u"zhou"_s)).refused, u"not_owner"_s);
        QVERIFY(life->change(to(Stage::Assessment), lead()).accepted());
    }

    void claimingAndMovingIsOneStep()
    {
        Life life;
        life.change(with(to(Stage::Assessment), {{u"owner"_s, u"chen"_s}}), member(u"chen"_s));
        QCOMPARE(life.codes(), (QStringList{u"claimed"_s, u"stage_changed"_s}));
        QCOMPARE(life.params(u"stage_changed"_s),
            (QJsonObject{{u"from"_s, u"detection"_s}, {u"to"_s, u"assessment"_s},
                {u"reason"_s, QJsonValue()}, {u"n"_s, 2}}));
    }

    void gates_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<Row>("set");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QJsonArray>("missing");
        QTest::newRow("nothing assessed")
            << 2 << Row{} << u"gate_assessment"_s
            << QJsonArray{u"sites"_s, u"level_confirmed"_s, u"tech_group"_s};
        QTest::newRow("sites only") << 2 << Row{{u"sites"_s, QJsonArray{}}} << u"gate_assessment"_s
                                    << QJsonArray{u"level_confirmed"_s, u"tech_group"_s};
        QTest::newRow("sites no list") << 2
                                       << Row{{u"sites"_s, u"r1"_s}, {u"level_confirmed"_s, true},
                                              {u"tech_group"_s, u"system"_s}}
                                       << u"gate_assessment"_s << QJsonArray{u"sites"_s};
        QTest::newRow("no cause") << 3 << Row{} << u"gate_cause"_s << QJsonArray{};
        QTest::newRow("blank cause")
            << 3 << Row{{u"cause"_s, u"\u3000 "_s}} << u"gate_cause"_s << QJsonArray{};
        QTest::newRow("not verified") << 4 << Row{} << u"gate_verified"_s << QJsonArray{};
        QTest::newRow("told nobody") << 5 << Row{} << u"gate_told"_s << QJsonArray{u"business"_s};
        QTest::newRow("told another") << 5 << Row{{u"told"_s, QJsonArray{u"command"_s}}}
                                      << u"gate_told"_s << QJsonArray{u"business"_s};
        for (int stage = 1; stage <= 6; ++stage)
            QTest::addRow("open %d", stage)
                << stage << kResults.at(stage - 1) << QString() << QJsonArray{};
    }

    void gates()
    {
        QFETCH(int, stage);
        QFETCH(Row, set);
        QFETCH(QString, refused);
        QFETCH(QJsonArray, missing);
        const auto life = upTo(static_cast<Stage>(stage));
        life->change(with(to(static_cast<Stage>(stage + 1)), set), member(u"chen"_s));
        QCOMPARE(life->last.refused, refused);
        QCOMPARE(life->last.params.value("missing"_L1).toArray(), missing);
    }

    void gateOfDetection()
    {
        Life life({{u"owner"_s, u"chen"_s}});
        life.change({{u"level"_s, u"red"_s}}, member(u"zhou"_s));
        QCOMPARE(
            life.change(to(Stage::Assessment), member(u"chen"_s)).refused, u"gate_acknowledge"_s);
        QVERIFY(life.change(with(to(Stage::Assessment), {{u"acknowledged_by"_s, u"chen"_s}}),
                        member(u"chen"_s))
                    .accepted());
    }

    void backNeedsAReason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("accepted");
        for (const auto reason : codes::kBackReasons)
            QTest::newRow(reason.data()) << QString(reason) << true;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("a skip's") << u"not_needed"_s << false;
    }

    void backNeedsAReason()
    {
        QFETCH(QString, reason);
        QFETCH(bool, accepted);
        const auto life = upTo(Stage::Notification);
        life->change(
            with(to(Stage::Diagnosis, reason), {{u"stage_note"_s, u"又卡"_s}}), member(u"chen"_s));
        QCOMPARE(life->last.accepted(), accepted);
        if (!accepted) {
            QCOMPARE(life->last.refused, u"reason_missing"_s);
            return;
        }
        QCOMPARE(life->params(u"stage_changed"_s),
            (QJsonObject{{u"from"_s, u"notification"_s}, {u"to"_s, u"diagnosis"_s},
                {u"reason"_s, reason}, {u"n"_s, 6}}));
        const Row left = life->last.consequences.first().row;
        QCOMPARE(text(left, "reason"_L1), reason);
        QCOMPARE(text(left, "note"_L1), u"又卡"_s);
        QVERIFY(life->value("stage_reason"_L1).isNull());
        QVERIFY(life->value("stage_note"_L1).isNull());
        // What was verified then proves nothing now; what was found still holds.
        QVERIFY(life->value("verified"_L1).isNull());
        QCOMPARE(life->value("cause"_L1), u"光纤中断"_s);
    }

    void backFromReviewKeepsTheVerification()
    {
        const auto life = upTo(Stage::Review);
        life->change(to(Stage::Notification, u"new_findings"_s), member(u"chen"_s));
        QVERIFY(life->last.accepted());
        QCOMPARE(life->value("verified"_L1), u"指标正常五分钟"_s);
    }

    void skipping_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Row>("set");
        QTest::addColumn<QString>("refused");
        const QString blue = u"blue"_s;
        const QString red = u"red"_s;
        const QString missing = u"reason_missing"_s;
        QTest::newRow("red, no reason") << red << 1 << 3 << QString() << Row{} << missing;
        QTest::newRow("red, a back's reason")
            << red << 1 << 3 << u"came_back"_s << Row{} << missing;
        QTest::newRow("red, false alarm")
            << red << 1 << 7 << u"false_alarm"_s << Row{} << QString();
        QTest::newRow("gate is left out")
            << red << 2 << 5 << u"done_elsewhere"_s << Row{} << QString();
        QTest::newRow("Recovery's gate is not")
            << red << 4 << 6 << u"not_needed"_s << Row{} << u"gate_verified"_s;
        QTest::newRow("Recovery's gate opens")
            << red << 4 << 6 << u"not_needed"_s << kResults.at(3) << QString();
        QTest::newRow("blue, Assessment is not free")
            << blue << 1 << 3 << QString() << Row{} << missing;
        QTest::newRow("blue, to close")
            << blue << 2 << 7 << QString() << kResults.at(1) << QString();
        QTest::newRow("blue, gate is asked")
            << blue << 2 << 7 << QString() << Row{} << u"gate_assessment"_s;
        QTest::newRow("blue, with a reason none is")
            << blue << 2 << 7 << u"duplicate"_s << Row{} << QString();
        QTest::newRow("yellow, to close")
            << u"yellow"_s << 2 << 7 << QString() << kResults.at(1) << missing;
        QTest::newRow("lowered to blue on the way")
            << red << 2 << 7 << QString()
            << with(kResults.at(1), {{u"level"_s, blue}, {u"level_reason"_s, u"misjudged"_s}})
            << QString();
    }

    void skipping()
    {
        QFETCH(QString, level);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, reason);
        QFETCH(Row, set);
        QFETCH(QString, refused);
        const auto life = upTo(static_cast<Stage>(from), level);
        life->change(with(::to(static_cast<Stage>(to), reason), set), member(u"chen"_s));
        QCOMPARE(life->last.refused, refused);
    }

    void aReasonForTheNextStageOpensNoGate()
    {
        const auto life = upTo(Stage::Diagnosis);
        QCOMPARE(life->change(to(Stage::Recovery, u"not_needed"_s), member(u"chen"_s)).refused,
            u"gate_cause"_s);
    }

    void instantLiesBetweenEntryAndNow()
    {
        const auto life = upTo(Stage::Assessment);
        const base::Instant entered = *instant(life->row, "stage_entered_at"_L1);
        Row proposed = with(life->row, with(to(Stage::Diagnosis), kResults.at(1)));
        const auto judged = [&](base::Instant at) {
            return judge(u"incident", life->row, proposed, member(u"chen"_s), at,
                life->now + base::Seconds{100}, life->facts);
        };
        QCOMPARE(*instant(judged(entered - base::Seconds{50}).row, "stage_entered_at"_L1), entered);
        QCOMPARE(*instant(judged(entered + base::Seconds{50}).row, "stage_entered_at"_L1),
            entered + base::Seconds{50});
        QCOMPARE(*instant(judged(entered + base::Seconds{500}).row, "stage_entered_at"_L1),
            life->now + base::Seconds{100});
    }

    void policyStaysTheOneItBeganUnder()
    {
        const auto life = upTo(Stage::Detection);
        QJsonObject document = defaultPolicyDocument();
        QJsonObject levels = document.value("levels"_L1).toObject();
        QJsonObject red = levels.value("red"_L1).toObject();
        QJsonObject limits = red.value("limits"_L1).toObject();
        limits.insert("assessment"_L1, QJsonObject{{u"s"_s, 1}});
        red.insert("limits"_L1, limits);
        levels.insert("red"_L1, red);
        document.insert("levels"_L1, levels);
        life->facts.add(u"policy"_s, {{u"version"_s, 2}, {u"doc"_s, document}});
        life->change(to(Stage::Assessment), member(u"chen"_s));
        QCOMPARE(*instant(life->row, "due_at"_L1) - life->now, base::Seconds{600});
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestIncidentStage)
#include "tst_incidentstage.moc"
