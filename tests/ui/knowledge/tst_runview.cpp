// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/articletext.h"
#include "ui/knowledge/runnotice.h"
#include "ui/knowledge/steprow.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using knowledge::StepProgress;
using test::KnowledgeDesk;
using Mark = StepProgress::Mark;

namespace {

const QString kChinese = QStringLiteral(WATCHROOM_KNOWLEDGE) + u"/zh"_s;
const QString kLoss = u"egress-loss"_s;

/// The text with one place of it replaced; the place must be there.
QByteArray changed(const QByteArray &text, const char *before, const char *now)
{
    QByteArray all = text;
    if (!all.contains(before))
        qFatal("the text has no “%s”", before);
    return all.replace(before, now);
}

} // namespace

/// A procedure is followed, and what a change of it means for whoever is at it.
class TestRunView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<KnowledgeDesk>(kChinese); }
    void cleanup() { m_desk.reset(); }

    void begunFromTheArticle();
    void oneStepAfterAnother();
    void confirmedTogether();
    void failedNotApplicableAndNoted();
    void timesAreShown();
    void laterStepsChange();
    void theStepIAmOnChanges();
    void stillByTheOldText();
    void aSafetyCriticalStepChanges();
    void aFinishedStepChanges();
    void withdrawnWhileFollowed();
    void takenOverAndFinished();
    void reachedByTheKeyboard();

private:
    [[nodiscard]] ui::RunView &view() { return *m_desk->page().pane().run(); }
    [[nodiscard]] ui::StepRow *row(int number)
    {
        return m_desk->shown<ui::StepRow>(u"step%1"_s.arg(number));
    }
    [[nodiscard]] QCheckBox *tick(int number)
    {
        return m_desk->shown<QCheckBox>(u"step%1Tick"_s.arg(number));
    }
    [[nodiscard]] Mark mark(int number)
    {
        return m_desk->run(m_run).progress.steps.at(number - 1).mark;
    }
    void press(const QString &name)
    {
        QPushButton *button = m_desk->button(name);
        QVERIFY2(button, qPrintable(name));
        QVERIFY2(button->isEnabled(), qPrintable(name));
        button->click();
    }
    void tickUntil(int last)
    {
        for (int number = 1; number <= last; ++number) {
            view().completeStep();
            QTRY_COMPARE(mark(number), Mark::Done);
        }
    }
    void publish(const char *before, const char *now)
    {
        m_desk->publish(kLoss, changed(m_desk->text(kLoss), before, now), u"先关辅流"_s);
        QTRY_COMPARE(m_desk->run(m_run).progress.newest, 2);
    }

    std::unique_ptr<KnowledgeDesk> m_desk;
    QUuid m_run;
};

void TestRunView::begunFromTheArticle()
{
    const QUuid incident = m_desk->openIncident(u"上海电信上行丢包"_s);
    m_desk->open(kLoss);
    QVERIFY(!m_desk->page().pane().run());
    QTRY_VERIFY(m_desk->button(u"follow"_s));
    press(u"follow"_s);
    m_desk->picture(u"begin"_s);
    auto *places = m_desk->shown<QComboBox>(u"incident"_s);
    places->setCurrentIndex(places->findData(incident));
    press(u"save"_s);
    QTRY_VERIFY(m_desk->page().pane().run());
    QVERIFY(!m_desk->button(u"follow"_s));
    const auto runs = m_desk->book().ofIncident(incident);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first()->run.mode, u"read_do"_s); // as the article has it
    QTRY_VERIFY(m_desk->button(u"runIncident"_s));
    QVERIFY(m_desk->button(u"runIncident"_s)->text().contains(u"上海电信上行丢包"_s));
    QVERIFY(m_desk->entries().contains(u"procedure_started"_s));
    m_desk->picture(u"begun"_s);
}

void TestRunView::oneStepAfterAnother()
{
    m_run = m_desk->follow(kLoss);
    QCOMPARE(m_desk->run(m_run).progress.steps.size(), 8);
    QVERIFY(tick(1)->isEnabled());
    QVERIFY(!tick(2)->isEnabled());
    QTest::mouseClick(tick(1), Qt::LeftButton);
    QTRY_COMPARE(mark(1), Mark::Done);
    QTRY_VERIFY(tick(2)->isEnabled());
    QVERIFY(tick(1)->isChecked());
    m_desk->picture(u"second-step"_s);
    // Taken back: it is its turn again.
    m_desk->setNow(m_desk->now() + 1s);
    QTest::mouseClick(tick(1), Qt::LeftButton);
    QTRY_COMPARE(mark(1), Mark::Open);
    QTRY_VERIFY(!tick(2)->isEnabled());
}

void TestRunView::confirmedTogether()
{
    m_run = m_desk->follow(kLoss, u"do_confirm"_s);
    QVERIFY(tick(5)->isEnabled());
    QTest::mouseClick(tick(5), Qt::LeftButton);
    QTRY_COMPARE(mark(5), Mark::Done);
    QCOMPARE(mark(1), Mark::Open);
}

void TestRunView::failedNotApplicableAndNoted()
{
    m_run = m_desk->follow(kLoss);
    press(u"failed1"_s);
    m_desk->shown<QLineEdit>(u"text"_s)->setText(u"网关不应答"_s);
    press(u"save"_s);
    QTRY_COMPARE(mark(1), Mark::Failed);
    QTRY_VERIFY(m_desk->button(u"notApplicable2"_s));
    press(u"notApplicable2"_s);
    auto *reason = m_desk->shown<QComboBox>(u"reason"_s);
    reason->setCurrentIndex(reason->findData(u"other"_s));
    press(u"save"_s); // "other" wants words
    QVERIFY(m_desk->shown<QLabel>(u"complaint"_s));
    m_desk->picture(u"reason-missing"_s);
    m_desk->shown<QLineEdit>(u"words"_s)->setText(u"没有辅流"_s);
    press(u"save"_s);
    QTRY_COMPARE(mark(2), Mark::NotApplicable);
    QTRY_VERIFY(m_desk->button(u"note3"_s));
    press(u"note3"_s);
    m_desk->shown<QLineEdit>(u"text"_s)->setText(u"CRC 每 30 秒涨 12"_s);
    press(u"save"_s);
    QTRY_COMPARE(m_desk->run(m_run).progress.steps.at(2).notes.size(), 1);
    QTRY_VERIFY(row(3)->content().notes.contains(u"CRC 每 30 秒涨 12"_s));
    m_desk->picture(u"failed-and-noted"_s);
}

void TestRunView::timesAreShown()
{
    m_run = m_desk->follow(kLoss);
    const auto begun = m_desk->now();
    m_desk->setNow(begun + 130s);
    m_desk->picture(u"time"_s);
    QVERIFY(row(1)->accessibleName().contains(u"确认丢包范围"_s));
    m_desk->setNow(begun + 200s); // of 3 minutes
    m_desk->picture(u"time-over"_s);
}

void TestRunView::laterStepsChange()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(1);
    publish("双向 MTR 各 100 个包", "双向 MTR 各 200 个包");
    auto *notice = m_desk->shown<ui::RunNotice>(u"runNotice"_s);
    QTRY_VERIFY(notice && notice->isVisible());
    QVERIFY(notice->text().contains(u"4"_s));
    QCOMPARE(m_desk->run(m_run).progress.version, 1); // pinned
    QVERIFY(tick(2)->isEnabled()); // nothing to decide yet
    m_desk->picture(u"later-changed"_s);
    press(u"runDiff"_s);
    m_desk->picture(u"step-diff"_s);
    press(u"close"_s);
    press(u"runSwitch"_s);
    QTRY_COMPARE(m_desk->run(m_run).progress.version, 2);
    QCOMPARE(mark(1), Mark::Done);
    QTRY_VERIFY(!m_desk->shown<ui::RunNotice>(u"runNotice"_s));
}

void TestRunView::theStepIAmOnChanges()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(2);
    publish("ethtool -S IFACE", "ethtool -S IFACE --all-groups");
    const auto isInSight = [this] {
        const QPushButton *choice = m_desk->button(u"chooseNewer"_s);
        return choice && !choice->visibleRegion().isEmpty();
    };
    QTRY_VERIFY(isInSight()); // the steps may be made anew meanwhile
    QVERIFY(!tick(3)); // a lock in its place
    view().completeStep();
    QCOMPARE(mark(3), Mark::Open);
    // Neither text can be copied.
    QTRY_COMPARE(row(3)->findChildren<ui::ArticleText *>().size(), 2);
    QApplication::clipboard()->setText(u"before"_s);
    QSignalSpy told(&m_desk->page().pane(), &ui::ArticlePane::told);
    for (auto *text : row(3)->findChildren<ui::ArticleText *>())
        Q_EMIT text->anchorClicked(QUrl(u"copy:0"_s));
    QVERIFY(!told.isEmpty());
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    m_desk->picture(u"choose"_s);
    press(u"chooseNewer"_s);
    QTRY_COMPARE(m_desk->run(m_run).progress.version, 2);
    QTRY_VERIFY(tick(3) && tick(3)->isEnabled());
    view().completeStep();
    QTRY_COMPARE(mark(3), Mark::Done);
    QCOMPARE(m_desk->run(m_run).progress.steps.at(2).version, 2);
}

void TestRunView::stillByTheOldText()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(2);
    publish("ethtool -S IFACE", "ethtool -S IFACE --all-groups");
    QTRY_VERIFY(m_desk->button(u"chooseBegun"_s));
    press(u"chooseBegun"_s);
    auto *reason = m_desk->shown<QComboBox>(u"reason"_s);
    reason->setCurrentIndex(reason->findData(u"other_equipment"_s));
    m_desk->picture(u"still-old"_s);
    press(u"save"_s);
    QTRY_VERIFY(tick(3) && tick(3)->isEnabled());
    QCOMPARE(m_desk->run(m_run).progress.version, 1);
    view().completeStep();
    QTRY_COMPARE(mark(3), Mark::Done);
    QCOMPARE(m_desk->run(m_run).progress.steps.at(2).version, 1);
}

void TestRunView::aSafetyCriticalStepChanges()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(3);
    publish("先测备用，再得院方和医生同意", "先测备用，再得院方、医生和值班长同意"); // step 6
    QTRY_VERIFY(m_desk->button(u"chooseNewer"_s));
    QVERIFY(row(6)->content().choice.has_value());
    QVERIFY(!tick(4)); // locked, though its text is as it was
    m_desk->picture(u"critical"_s);
    press(u"chooseNewer"_s);
    QTRY_VERIFY(tick(4) && tick(4)->isEnabled());
}

void TestRunView::aFinishedStepChanges()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(3);
    publish("隔 30 秒看两次", "隔 30 秒看三次"); // in step 3
    QTRY_VERIFY(m_desk->button(u"notNeeded3"_s));
    QVERIFY(tick(4)->isEnabled());
    m_desk->picture(u"finished-changed"_s);
    press(u"notNeeded3"_s);
    press(u"save"_s);
    QTRY_VERIFY(!m_desk->button(u"notNeeded3"_s));
    QCOMPARE(mark(3), Mark::Done);
}

void TestRunView::withdrawnWhileFollowed()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(1);
    m_desk->must(m_desk->commands().withdraw(m_desk->run(m_run).run.article, u"会切断备用出口"_s));
    QTRY_VERIFY(m_desk->button(u"runStop"_s));
    auto *notice = m_desk->shown<ui::RunNotice>(u"runNotice"_s);
    QVERIFY(notice->text().contains(u"会切断备用出口"_s));
    QVERIFY(!tick(2));
    m_desk->picture(u"withdrawn"_s);
    press(u"runGoOn"_s);
    m_desk->shown<QLineEdit>(u"text"_s)->setText(u"值班长同意做完第 2 步"_s);
    press(u"save"_s);
    QTRY_VERIFY(tick(2) && tick(2)->isEnabled());
    press(u"runStop"_s);
    press(u"save"_s);
    QTRY_COMPARE(m_desk->run(m_run).progress.state, u"stopped"_s);
    QTRY_VERIFY(!m_desk->button(u"follow"_s)); // a withdrawn one is not begun
    m_desk->picture(u"broken-off"_s);
}

void TestRunView::takenOverAndFinished()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(4);
    m_desk->sitDown(u"li"_s);
    Q_EMIT m_desk->book().changed(); // whoever sits down is shown as the console says it
    QTRY_VERIFY(m_desk->button(u"takeOverRun"_s));
    press(u"takeOverRun"_s);
    QTRY_COMPARE(m_desk->run(m_run).run.owner, u"li"_s);
    QVERIFY(!m_desk->button(u"finishRun"_s));
    for (int number = 5; number <= 8; ++number) {
        view().completeStep();
        QTRY_COMPARE(mark(number), Mark::Done);
    }
    QCOMPARE(m_desk->run(m_run).progress.steps.at(4).by, u"li"_s);
    QTRY_VERIFY(m_desk->button(u"finishRun"_s));
    m_desk->picture(u"all-done"_s);
    press(u"finishRun"_s);
    QTRY_COMPARE(m_desk->run(m_run).progress.state, u"finished"_s);
    QTRY_VERIFY(!tick(1)->isEnabled());
    QVERIFY(m_desk->entries().contains(u"procedure_finished"_s));
    m_desk->picture(u"finished"_s);
}

void TestRunView::reachedByTheKeyboard()
{
    m_run = m_desk->follow(kLoss);
    tickUntil(2);
    publish("ethtool -S IFACE", "ethtool -S IFACE --all-groups");
    QTRY_VERIFY(m_desk->button(u"chooseNewer"_s));
    QCOMPARE(m_desk->unnamed(), QStringList());
    m_desk->language().use(words::Language::Code::English);
    QTRY_VERIFY(m_desk->button(u"chooseNewer"_s)->text().contains(u"v2"_s));
    m_desk->picture(u"choose-english"_s);
}

QTEST_MAIN(TestRunView)
#include "tst_runview.moc"
