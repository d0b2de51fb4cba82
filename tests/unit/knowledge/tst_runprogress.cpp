// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/knowledge/runprogress.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Mark = StepProgress::Mark;
using Change = StepProgress::Change;

namespace {

const base::Instant kBegin = *base::fromIso(u"2026-03-18T06:00:00Z");

articles::Step step(const QString &id, const QString &text, bool critical = false)
{
    // The text stands for the hash of the step's Markdown.
    return {.id = id, .text = text, .hash = text, .critical = critical, .expectSeconds = 0};
}

/// The procedure of the design's picture: v13 changed steps 2 and 4.
const VersionSteps kVersions{
    {12,
        {step(u"s1"_s, u"确认范围"_s), step(u"s2"_s, u"核对网口"_s), step(u"s3"_s, u"联系运营商"_s),
            step(u"s4"_s, u"先降主流"_s), step(u"s5"_s, u"切换备用出口"_s)}},
    {13,
        {step(u"s1"_s, u"确认范围"_s), step(u"s2"_s, u"核对网口与 CPU"_s),
            step(u"s3"_s, u"联系运营商"_s), step(u"s4"_s, u"先降辅流"_s),
            step(u"s5"_s, u"切换备用出口"_s)}},
    {14,
        {step(u"s1"_s, u"确认范围"_s), step(u"s2"_s, u"核对网口与 CPU"_s),
            step(u"s3"_s, u"联系运营商"_s), step(u"s4"_s, u"先降辅流"_s),
            step(u"s5"_s, u"切换备用出口，先问院方"_s, true)}},
    {15, {step(u"s1"_s, u"确认范围"_s), step(u"s3"_s, u"联系运营商"_s)}},
};

} // namespace

/// A run as it stands, whatever was said of it and in whatever order it came.
class TestRunProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_events.clear(); }

    void stepsInTheirOrder();
    void laterStepsHaveChanged();
    void theStepSomebodyIsOn();
    void aFinishedStepHasChanged();
    void safetyCriticalComesFirst();
    void aStepThatIsNoMore();
    void switchedOverAndBack();
    void whatEndedStaysEnded();
    void theOrderOfArrivalIsNoMatter();

private:
    RunEvent &say(const QString &kind, const QString &stepId = {}, int version = 12)
    {
        const int n = int(m_events.size());
        m_events.append({.id = base::newId(kBegin + std::chrono::minutes(n)),
            .run = {},
            .kind = kind,
            .step = stepId,
            .version = version,
            .against = 0,
            .reason = {},
            .text = {},
            .attachments = {},
            .happenedAt = kBegin + std::chrono::minutes(n),
            .author = u"li"_s,
            .pending = false});
        return m_events.last();
    }
    [[nodiscard]] RunProgress at(int newest) const
    {
        const Run run{.id = {},
            .article = {},
            .incident = {},
            .version = 12,
            .mode = u"read_do"_s,
            .owner = u"li"_s,
            .startedBy = u"li"_s,
            .startedAt = kBegin,
            .pending = false};
        return progressOf(run, m_events, kVersions, newest);
    }
    [[nodiscard]] QList<Change> changes(int newest) const
    {
        QList<Change> all;
        for (const StepProgress &one : at(newest).steps)
            all.append(one.change);
        return all;
    }
    QList<RunEvent> m_events;
};

void TestRunProgress::stepsInTheirOrder()
{
    QCOMPARE(at(12).current, 0);
    say(u"done"_s, u"s1"_s);
    say(u"failed"_s, u"s2"_s).text = u"网口不可达"_s;
    say(u"note"_s, u"s2"_s).text = u"已拍照"_s;
    say(u"not_applicable"_s, u"s3"_s).reason = u"already_so"_s;
    say(u"note"_s).text = u"值班长知悉"_s;
    const RunProgress progress = at(12);
    QCOMPARE(progress.current, 3);
    QCOMPARE(progress.settled(), 3);
    QCOMPARE(progress.steps[1].mark, Mark::Failed);
    QCOMPARE(progress.steps[1].text, u"网口不可达"_s);
    QCOMPARE(progress.steps[1].notes.size(), 1);
    QCOMPARE(progress.steps[2].reason, u"already_so"_s);
    QCOMPARE(progress.notes.size(), 1);
    QVERIFY(!progress.isNewer());
    QVERIFY(!progress.mustChooseAt());
    say(u"undone"_s, u"s1"_s);
    QCOMPARE(at(12).current, 0);
}

void TestRunProgress::laterStepsHaveChanged()
{
    say(u"done"_s, u"s1"_s);
    // Step 2 is the one somebody is on; step 4 comes later.
    QCOMPARE(
        changes(13), (QList{Change::None, Change::Now, Change::None, Change::Later, Change::None}));
    say(u"switched"_s, {}, 13);
    const RunProgress progress = at(13);
    QCOMPARE(progress.version, 13);
    QCOMPARE(progress.steps[1].step.text, u"核对网口与 CPU"_s);
    QCOMPARE(progress.steps[0].mark, Mark::Done);
    QVERIFY(!progress.mustChooseAt());
}

// Neither tick nor copy until it is chosen, and the choice holds for that newer version alone.
void TestRunProgress::theStepSomebodyIsOn()
{
    for (const QString &id : {u"s1"_s, u"s2"_s, u"s3"_s})
        say(u"done"_s, id);
    QCOMPARE(at(13).mustChooseAt(), std::optional<qsizetype>(3));
    RunEvent &kept = say(u"kept"_s, u"s4"_s);
    kept.against = 13;
    QCOMPARE(at(13).mustChooseAt(), std::optional<qsizetype>());
    QCOMPARE(at(13).version, 12);
    // v14 is another text than the one that was declined.
    QCOMPARE(at(14).steps[3].change, Change::Now);
}

void TestRunProgress::aFinishedStepHasChanged()
{
    say(u"done"_s, u"s1"_s);
    say(u"done"_s, u"s2"_s);
    QCOMPARE(at(13).steps[1].change, Change::Finished);
    QVERIFY(!at(13).mustChooseAt()); // step 3, the current one, is as it was
    say(u"switched"_s, {}, 13);
    QCOMPARE(at(13).steps[1].change, Change::Finished);
    const QList<RunEvent> before = m_events;
    say(u"not_needed"_s, u"s2"_s, 13).reason = u"already_so"_s;
    QCOMPARE(at(13).steps[1].change, Change::None);
    m_events = before;
    say(u"done"_s, u"s2"_s, 13); // done again
    QCOMPARE(at(13).steps[1].change, Change::None);
    QCOMPARE(at(13).steps[1].version, 13);
}

void TestRunProgress::safetyCriticalComesFirst()
{
    say(u"done"_s, u"s1"_s);
    say(u"switched"_s, {}, 13);
    // v14 changes step 5 alone, which is safety-critical: before the tick at step 2.
    QCOMPARE(at(14).steps[4].change, Change::Critical);
    QCOMPARE(at(14).mustChooseAt(), std::optional<qsizetype>(4));
    say(u"kept"_s, u"s5"_s, 13).against = 14;
    QVERIFY(!at(14).mustChooseAt());
}

void TestRunProgress::aStepThatIsNoMore()
{
    say(u"done"_s, u"s1"_s);
    say(u"done"_s, u"s2"_s);
    say(u"done"_s, u"s3"_s);
    QCOMPARE(at(15).steps[3].change, Change::Now); // gone from v15
    QCOMPARE(at(15).steps[1].change, Change::None); // done, and no text to do again
    say(u"switched"_s, {}, 15);
    QCOMPARE(at(15).steps.size(), 2);
    QCOMPARE(at(15).current, -1);
    QCOMPARE(at(15).settled(), 2);
}

void TestRunProgress::switchedOverAndBack()
{
    say(u"done"_s, u"s1"_s);
    say(u"switched"_s, {}, 15);
    say(u"switched"_s, {}, 13);
    const RunProgress progress = at(13);
    QCOMPARE(progress.steps.size(), 5);
    QCOMPARE(progress.steps[0].mark, Mark::Done);
    QCOMPARE(progress.newest, 15);
}

void TestRunProgress::whatEndedStaysEnded()
{
    say(u"done"_s, u"s1"_s);
    say(u"stopped"_s).reason = u"recovered"_s;
    say(u"done"_s, u"s2"_s); // said at a console that had not heard
    say(u"finished"_s);
    const RunProgress progress = at(13);
    QCOMPARE(progress.state, u"stopped"_s);
    QCOMPARE(progress.endedAt, std::optional(kBegin + 1min));
    QCOMPARE(progress.settled(), 2); // what was done is recorded
    QVERIFY(!progress.mustChooseAt());
}

void TestRunProgress::theOrderOfArrivalIsNoMatter()
{
    for (const QString &id : {u"s1"_s, u"s2"_s})
        say(u"done"_s, id);
    say(u"switched"_s, {}, 13);
    say(u"undone"_s, u"s2"_s, 13);
    say(u"failed"_s, u"s2"_s, 13);
    say(u"kept"_s, u"s5"_s, 13).against = 14;
    const QList<RunEvent> inOrder = m_events;
    std::mt19937 random(20260318);
    for (int i = 0; i < 50; ++i) {
        m_events = inOrder;
        const RunProgress expected = at(14);
        std::ranges::shuffle(m_events, random);
        const RunProgress progress = at(14);
        QCOMPARE(progress.version, expected.version);
        QCOMPARE(progress.current, 1 + 1);
        QCOMPARE(progress.steps[1].mark, Mark::Failed);
        for (qsizetype s = 0; s < progress.steps.size(); ++s)
            QCOMPARE(progress.steps[s].change, expected.steps[s].change);
    }
}

QTEST_GUILESS_MAIN(TestRunProgress)

#include "tst_runprogress.moc"
