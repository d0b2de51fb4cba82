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

/// A procedure that is followed when the watch passes goes on with its step, by whoever comes.
class TestHandedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSheetSaysTheStepThatIsNext();
    void itIsAnItemWithItsStep();
    void itWantsNoPlanOfItsOwn();
    void whoComesGoesOnWithIt();
    void whatEndedMeanwhile();

private:
    QUuid run(const QString &owner, const QUuid &incident = {}) const
    {
        later();
        return m_desk->save(u"procedure_run"_s,
            {{u"article"_s, base::toText(m_article)}, {u"version"_s, 1}, {u"mode"_s, u"read_do"_s},
                {u"owner"_s, owner}, {u"incident"_s, domain::orNull(incident)}},
            owner);
    }
    void say(const QUuid &of, const QString &kind, const QString &about = {},
        const QUuid &incident = {}) const
    {
        later();
        m_desk->save(u"run_event"_s,
            {{u"run"_s, base::toText(of)}, {u"kind"_s, kind}, {u"version"_s, 1},
                {u"step"_s, domain::orNull(about)}, {u"incident"_s, domain::orNull(incident)}},
            u"chen"_s, domain::OperationKind::Append);
    }
    void later() const { m_desk->clock.set(m_desk->clock.now() + 1s); }
    [[nodiscard]] QString ownerOf(const QUuid &run) const
    {
        const auto rows = m_desk->rows(u"procedure_run"_s, u"id = ?"_s, {base::toText(run)});
        return domain::text(rows.first(), "owner"_L1);
    }

    std::unique_ptr<ShiftDesk> m_desk;
    QUuid m_article;
};

void TestHandedRuns::init()
{
    m_desk = std::make_unique<ShiftDesk>();
    const auto step = [](const QString &id, const QString &text) {
        return QJsonObject{{u"id"_s, id}, {u"text"_s, text}, {u"hash"_s, QString(64, u'a')}};
    };
    m_article = m_desk->save(u"article"_s,
        {{u"key"_s, u"egress-loss"_s}, {u"title"_s, u"出口链路丢包处置"_s},
            {u"kind"_s, u"procedure"_s}});
    m_desk->update(u"article"_s, m_article,
        {{u"proposal"_s,
             QJsonObject{{u"base"_s, 0}, {u"hash"_s, QString(64, u'b')}, {u"size"_s, 9},
                 {u"steps"_s,
                     QJsonArray{step(u"s1"_s, u"核对告警"_s), step(u"s2"_s, u"切换出口"_s),
                         step(u"s3"_s, u"复测"_s)}},
                 {u"images"_s, QJsonArray{}}}},
            {u"version"_s, 1}});
}

// Of everybody's; what ended is no concern of the next shift.
void TestHandedRuns::theSheetSaysTheStepThatIsNext()
{
    const QUuid mine = run(u"chen"_s);
    say(mine, u"done"_s, u"s1"_s);
    say(mine, u"failed"_s, u"s2"_s);
    say(run(u"luo"_s), u"done"_s, u"s2"_s);
    say(run(u"chen"_s), u"finished"_s);
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    const HandoverSheet sheet = desk.sheet();
    QCOMPARE(sheet.runs.size(), 2);
    QList<qint64> steps;
    for (const SheetRun &one : sheet.runs) {
        QCOMPARE(one.article, u"出口链路丢包处置"_s);
        QCOMPARE(one.version, 1);
        steps.append(one.step);
    }
    QCOMPARE(steps, (QList<qint64>{3, 1}));
    const auto read = HandoverSheet::fromJson(sheet.toJson());
    QVERIFY(read.has_value());
    QCOMPARE(read->runs.size(), 2);
    QVERIFY(read->find(u"procedure_run"_s, mine));
}

void TestHandedRuns::itIsAnItemWithItsStep()
{
    const QUuid incident = m_desk->save(
        u"incident"_s, {{u"title"_s, u"丢包"_s}, {u"level"_s, u"red"_s}, {u"owner"_s, u"chen"_s}});
    const QUuid ofIncident = run(u"chen"_s, incident);
    say(ofIncident, u"done"_s, u"s1"_s, incident);
    const QUuid free = run(u"chen"_s);
    const QUuid anothers = run(u"luo"_s);
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    const HandoverState state = desk.state();
    const HandoverItem *item = state.find(u"procedure_run"_s, ofIncident);
    QVERIFY(item);
    QCOMPARE(item->facts.title, u"出口链路丢包处置"_s);
    QCOMPARE(item->facts.level, u"red"_s);
    QCOMPARE(item->facts.label, state.find(u"incident"_s, incident)->facts.label);
    QVERIFY2(item->facts.nextAction.startsWith(u"2/3"_s)
            && item->facts.nextAction.contains(u"切换出口"_s),
        qPrintable(item->facts.nextAction));
    QCOMPARE(state.find(u"procedure_run"_s, free)->facts.level, u"blue"_s);
    QVERIFY(!state.find(u"procedure_run"_s, anothers)); // Luo stays with it
}

void TestHandedRuns::itWantsNoPlanOfItsOwn()
{
    const QUuid incident = m_desk->save(
        u"incident"_s, {{u"title"_s, u"丢包"_s}, {u"level"_s, u"red"_s}, {u"owner"_s, u"chen"_s}});
    const QString subject = base::toText(run(u"chen"_s, incident));
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    QStringList wanting;
    for (const Missing &one : missingOf(desk.state(), m_desk->clock.now())) {
        if (one.subject == subject)
            wanting.append(one.what);
    }
    QCOMPARE(wanting, (QStringList{u"receiver"_s, u"not_confirmed"_s}));
}

void TestHandedRuns::whoComesGoesOnWithIt()
{
    const QUuid mine = run(u"chen"_s);
    const QUuid anothers = run(u"luo"_s);
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    desk.fillIn();
    desk.sign();
    desk.accept();
    QCOMPARE(ownerOf(mine), u"li"_s);
    QCOMPARE(ownerOf(anothers), u"luo"_s);
    const auto entries = m_desk->rows(u"log_entry"_s, u"code = 'procedure_taken_over'"_s);
    QCOMPARE(entries.size(), 1);
    const QJsonObject said = entries.first().value("params"_L1).toObject();
    QCOMPARE(domain::text(said, "from"_L1), u"chen"_s);
    QCOMPARE(domain::text(said, "to"_L1), u"li"_s);
    QCOMPARE(domain::text(said, "title"_L1), u"出口链路丢包处置"_s);
    QVERIFY(desk.state().changes.isEmpty());
}

// Signed for, and gone when the watch passes: the new lead is told.
void TestHandedRuns::whatEndedMeanwhile()
{
    const QUuid mine = run(u"chen"_s);
    const Passing desk(*m_desk);
    desk.begin(march(18, 20), u"chen"_s, u"li"_s);
    desk.fillIn();
    desk.sign();
    say(mine, u"finished"_s);
    desk.accept();
    QCOMPARE(ownerOf(mine), u"chen"_s);
    const QJsonArray changes = desk.state().changes;
    QCOMPARE(changes.size(), 1);
    QCOMPARE(domain::text(changes.first().toObject(), "why"_L1), u"ended"_s);
    QCOMPARE(domain::text(changes.first().toObject(), "title"_L1), u"出口链路丢包处置"_s);
}

QTEST_GUILESS_MAIN(TestHandedRuns)
#include "tst_handedruns.moc"
