// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/roster/rosterdesk.h"
#include "ui/roster/dutyline.h"
#include "ui/roster/plandelegate.h"
#include "ui/roster/planview.h"
#include "ui/roster/shiftbox.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using roster::NewChange;
using roster::PlanModel;
using roster::PlanShift;
using test::RosterDesk;

/// The roster as somebody at the desk sees and handles it.
class TestRosterPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RosterDesk>(); }
    void cleanup() { m_desk.reset(); }

    void nothingYet();
    void aWeekWithItsHours();
    void byKeyboardAlone();
    void aMonth();
    void whoIsOnNowAndNext();
    void problemsLeadToTheirDay();
    void takesAShift();
    void checksIn();
    void requestsAreAnswered();
    void aLeaveIsTakenBack();
    void piecesOfAShift();
    void nobodySitsHere();
    void everyCellSaysWhatItShows();
    void everythingHasAName();
    void bothLanguages();
    void shortNamesFit();
    void aMonthOfTenPositions();

private:
    void rotate();
    [[nodiscard]] QString label(const QString &name) const
    {
        const auto *text = m_desk->shown<widgets::TextLabel>(name);
        return text ? text->text() : QString();
    }
    [[nodiscard]] ui::PlanView &plan() const { return m_desk->page().plan(); }
    [[nodiscard]] QModelIndex cell(const QString &position, const QString &slot, int day) const
    {
        return static_cast<PlanModel *>(plan().model())
            ->indexOf(position, slot, QDate(2026, 3, day));
    }
    /// What is said of a cell.
    [[nodiscard]] QString said(const QString &position, const QString &slot, int day) const
    {
        return cell(position, slot, day).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QStringList lines(const QString &section) const;
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<RosterDesk> m_desk;
};

/// Chen and Zhou lead by day and night, Li and Wang have the network.
void TestRosterPage::rotate()
{
    m_desk->rotate(u"shift_lead"_s, {u"chen"_s, u"zhou"_s}, {u"zhou"_s, u"chen"_s});
    m_desk->rotate(u"network"_s, {u"li"_s, u"wang"_s}, {u"wang"_s, u"li"_s});
}

QStringList TestRosterPage::lines(const QString &section) const
{
    QStringList all;
    for (int i = 0;; ++i) {
        const auto *line = m_desk->shown<ui::DutyLine>(section + QString::number(i));
        if (!line)
            return all;
        all.append(line->accessibleName());
    }
}

void TestRosterPage::nothingYet()
{
    QVERIFY(m_desk->shown<QWidget>(u"rosterEmpty"_s));
    QVERIFY(!m_desk->shown<QWidget>(u"plan"_s));
    m_desk->picture(u"empty"_s);
    m_desk->button(u"firstRotation"_s)->click();
    QVERIFY(m_desk->shown<QWidget>(u"members"_s));
    QTest::keyClick(m_desk->shown<QWidget>(u"members"_s), Qt::Key_Escape);
    rotate();
    QVERIFY(m_desk->shown<QWidget>(u"plan"_s));
    QVERIFY(!m_desk->shown<QWidget>(u"rosterEmpty"_s));
}

void TestRosterPage::aWeekWithItsHours()
{
    rotate();
    QCOMPARE(label(u"rosterDays"_s), u"03-16 – 03-22"_s);
    QVERIFY(said(u"shift_lead"_s, u"day"_s, 18).contains(u"陈思远"_s));
    QVERIFY(said(u"shift_lead"_s, u"night"_s, 18).contains(u"20:00–08:00"_s));
    QVERIFY(said(u"network"_s, u"day"_s, 19).contains(u"王安然"_s));
    m_desk->button(u"rosterForward"_s)->click();
    QCOMPARE(label(u"rosterDays"_s), u"03-23 – 03-29"_s);
    m_desk->button(u"rosterBack"_s)->click();
    m_desk->button(u"rosterBack"_s)->click();
    QCOMPARE(label(u"rosterDays"_s), u"03-09 – 03-15"_s);
    m_desk->button(u"rosterToday"_s)->click();
    QCOMPARE(label(u"rosterDays"_s), u"03-16 – 03-22"_s);
    m_desk->picture(u"week"_s);
}

void TestRosterPage::byKeyboardAlone()
{
    rotate();
    plan().setFocus(Qt::TabFocusReason);
    QCOMPARE(plan().currentIndex(), cell(u"shift_lead"_s, u"day"_s, 18)); // today
    QCOMPARE(label(u"shiftDuty"_s), u"值班长 · 白班"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Right);
    QCOMPARE(plan().currentIndex(), cell(u"shift_lead"_s, u"night"_s, 19));
    for (int day = 20; day <= 22; ++day)
        press(Qt::Key_Right);
    press(Qt::Key_Right); // over the end of the week
    QCOMPARE(label(u"rosterDays"_s), u"03-23 – 03-29"_s);
    QCOMPARE(plan().currentIndex(), cell(u"shift_lead"_s, u"night"_s, 23));
    press(Qt::Key_Left);
    QCOMPARE(plan().currentIndex(), cell(u"shift_lead"_s, u"night"_s, 22));
    press(Qt::Key_PageDown);
    QCOMPARE(label(u"rosterDays"_s), u"03-23 – 03-29"_s);
    press(Qt::Key_Home);
    QCOMPARE(label(u"rosterDays"_s), u"03-16 – 03-22"_s);
    plan().choose(cell(u"network"_s, u"day"_s, 20));
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"takeShift"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_desk->shown<QWidget>(u"shiftBox"_s));
    QVERIFY(plan().hasFocus());
}

void TestRosterPage::aMonth()
{
    rotate();
    m_desk->page().toggleMonth();
    QCOMPARE(plan().model()->columnCount(), 31);
    QVERIFY(label(u"rosterDays"_s).contains(u"2026"_s));
    m_desk->button(u"rosterForward"_s)->click();
    QCOMPARE(plan().model()->columnCount(), 30);
    QCOMPARE(plan().model()->headerData(0, Qt::Horizontal, PlanModel::DateRole).toDate(),
        QDate(2026, 4, 1));
    m_desk->page().showDay(QDate(2026, 3, 18));
    m_desk->page().toggleMonth();
    QCOMPARE(label(u"rosterDays"_s), u"03-16 – 03-22"_s);
    m_desk->page().toggleMonth();
    m_desk->picture(u"month"_s);
}

void TestRosterPage::whoIsOnNowAndNext()
{
    rotate();
    QCOMPARE(lines(u"onNow"_s),
        (QStringList{u"值班长 · 白班 · 陈思远 · 未签到"_s, u"网络 · 白班 · 李泽 · 未签到"_s}));
    QCOMPARE(lines(u"onNext"_s),
        (QStringList{u"网络 · 夜班 · 王安然 · 20:00"_s, u"值班长 · 夜班 · 周敏 · 20:00"_s}));
    m_desk->sitDown(u"li"_s);
    // By day on the 16th, 18th, 20th, 22nd; at night on the 17th, 19th, 21st.
    QCOMPARE(lines(u"myWeek"_s).size(), 7);
    m_desk->setNow(m_desk->at(18, 20, 5));
    QVERIFY2(
        lines(u"onNow"_s).value(0).contains(u"周敏"_s), qPrintable(lines(u"onNow"_s).value(0)));
}

void TestRosterPage::problemsLeadToTheirDay()
{
    rotate();
    m_desk->add(NewChange{.kind = u"leave"_s,
        .person = u"li"_s,
        .from = m_desk->at(24, 0),
        .until = m_desk->at(25, 0)});
    // Li has the day of the 24th, and what is left of the night of the 23rd.
    QCOMPARE(lines(u"problems"_s).size(), 2);
    QVERIFY(lines(u"problems"_s).first().contains(u"网络无人值班"_s));
    QCOMPARE(m_desk->shown<widgets::Chip>(u"rosterGaps"_s)->text(), u"无人值班 2"_s);
    m_desk->shown<ui::DutyLine>(u"problems0"_s)->click();
    QCOMPARE(label(u"rosterDays"_s), u"03-23 – 03-29"_s);
    m_desk->add(NewChange{.kind = u"temporary"_s,
        .position = u"scribe"_s,
        .person = u"zhou"_s,
        .from = m_desk->at(19, 9),
        .until = m_desk->at(19, 12)});
    QCOMPARE(m_desk->shown<widgets::Chip>(u"rosterDoubles"_s)->text(), u"同时两岗 1"_s);
    QVERIFY(lines(u"problems"_s).first().contains(u"周敏 同时在"_s));
}

void TestRosterPage::takesAShift()
{
    rotate();
    plan().choose(cell(u"network"_s, u"day"_s, 18));
    QCOMPARE(m_desk->shown<QLabel>(u"shiftWho"_s)->text(), u"李泽"_s);
    m_desk->page().panel().shift().take();
    // Chen leads by day: the form says that this is two positions at once.
    QVERIFY(m_desk->shown<QLabel>(u"harm"_s)->text().contains(u"陈思远 同时在"_s));
    QVERIFY(m_desk->shown<QLabel>(u"effect"_s)->text().contains(u"李泽"_s));
    m_desk->picture(u"take"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_desk->state().roster.overrides.size(), 1);
    const roster::RosterChange &change = m_desk->state().changes.first();
    QCOMPARE(change.what.person, u"chen"_s);
    QCOMPARE(change.what.from, m_desk->at(18, 14, 32)); // the rest of it
    QCOMPARE(change.what.until, m_desk->at(18, 20));
    QTRY_VERIFY(said(u"network"_s, u"day"_s, 18).contains(u"替班"_s));
}

void TestRosterPage::checksIn()
{
    rotate();
    plan().choose(cell(u"shift_lead"_s, u"day"_s, 18));
    m_desk->button(u"checkIn"_s)->click();
    QTRY_VERIFY(lines(u"onNow"_s).value(0).contains(u"14:32 签到"_s));
    QVERIFY(!m_desk->button(u"checkIn"_s));
    // Not earlier than an hour before it begins.
    m_desk->sitDown(u"zhou"_s);
    m_desk->setNow(m_desk->at(18, 18, 59));
    plan().choose(cell(u"shift_lead"_s, u"night"_s, 18));
    QVERIFY(!m_desk->button(u"checkIn"_s));
    m_desk->setNow(m_desk->at(18, 19));
    QVERIFY(m_desk->button(u"checkIn"_s));
    QVERIFY(m_desk->entries().contains(u"checked_in"_s));
}

void TestRosterPage::requestsAreAnswered()
{
    rotate();
    const auto ask = [this](int day) {
        m_desk->sitDown(u"li"_s);
        m_desk->must(m_desk->commands().change({.kind = u"cover"_s,
            .position = u"network"_s,
            .person = u"zhou"_s,
            .replaces = u"li"_s,
            .from = m_desk->at(day, 8),
            .until = m_desk->at(day, 20),
            .reason = u"家里有事"_s}));
    };
    ask(20);
    QVERIFY(m_desk->button(u"withdrawRequest0"_s)); // asked by me
    QVERIFY(!m_desk->button(u"acceptRequest0"_s));
    m_desk->button(u"withdrawRequest0"_s)->click();
    QTRY_VERIFY(!m_desk->button(u"withdrawRequest0"_s));
    ask(20);
    m_desk->sitDown(u"zhou"_s);
    m_desk->picture(u"request"_s);
    QTRY_VERIFY(m_desk->button(u"declineRequest0"_s));
    m_desk->button(u"declineRequest0"_s)->click();
    QTRY_VERIFY(!m_desk->button(u"declineRequest0"_s));
    QVERIFY(m_desk->state().roster.overrides.isEmpty());
    ask(22);
    m_desk->sitDown(u"zhou"_s);
    QTRY_VERIFY(m_desk->button(u"acceptRequest0"_s));
    m_desk->button(u"acceptRequest0"_s)->click();
    QTRY_COMPARE(m_desk->state().roster.overrides.size(), 1);
    QTRY_VERIFY(said(u"network"_s, u"day"_s, 22).contains(u"周敏"_s));
    QVERIFY(!m_desk->button(u"acceptRequest0"_s));
    m_desk->sitDown(u"wang"_s); // nobody else is asked
    QVERIFY(!m_desk->shown<QWidget>(u"requests"_s));
}

void TestRosterPage::aLeaveIsTakenBack()
{
    rotate();
    m_desk->add(NewChange{.kind = u"leave"_s,
        .person = u"li"_s,
        .from = m_desk->at(20, 0),
        .until = m_desk->at(21, 0)});
    plan().choose(cell(u"network"_s, u"day"_s, 20));
    QCOMPARE(m_desk->shown<QLabel>(u"shiftWho"_s)->text(), u"无人值班"_s);
    m_desk->button(u"undoChange0"_s)->click();
    QTRY_VERIFY(m_desk->state().roster.overrides.isEmpty());
    QTRY_COMPARE(m_desk->shown<QLabel>(u"shiftWho"_s)->text(), u"李泽"_s);
    // What is under way ends now; the past stays.
    m_desk->add(NewChange{.kind = u"cover"_s,
        .position = u"network"_s,
        .person = u"chen"_s,
        .replaces = u"li"_s,
        .from = m_desk->at(18, 14),
        .until = m_desk->at(18, 20)});
    plan().choose(cell(u"network"_s, u"day"_s, 18));
    QCOMPARE(m_desk->shown<QLabel>(u"shiftWho"_s)->text(), u"陈思远"_s); // what is on now
    QCOMPARE(m_desk->button(u"undoChange0"_s)->text(), u"现在结束"_s);
    m_desk->button(u"undoChange0"_s)->click();
    // In order of begin: it comes before the leave.
    QTRY_COMPARE(m_desk->state().changes.first().what.until, m_desk->at(18, 14, 32));
}

void TestRosterPage::piecesOfAShift()
{
    rotate();
    m_desk->add(NewChange{.kind = u"cover"_s,
        .position = u"network"_s,
        .person = u"zhou"_s,
        .replaces = u"wang"_s,
        .from = m_desk->at(19, 8),
        .until = m_desk->at(19, 12)});
    plan().choose(cell(u"network"_s, u"day"_s, 19));
    auto *pieces = m_desk->shown<widgets::SegmentedControl>(u"shiftPieces"_s);
    QVERIFY(pieces);
    QCOMPARE(pieces->count(), 2);
    QCOMPARE(m_desk->shown<QLabel>(u"shiftWho"_s)->text(), u"周敏"_s);
    QTest::keyClick(pieces, Qt::Key_Right);
    QCOMPARE(m_desk->shown<QLabel>(u"shiftWho"_s)->text(), u"王安然"_s);
    QVERIFY(label(u"shiftWhen"_s).contains(u"12:00–20:00"_s));
    m_desk->picture(u"pieces"_s);
}

void TestRosterPage::nobodySitsHere()
{
    rotate();
    m_desk->sitDown({});
    QSignalSpy asked(&m_desk->page(), &ui::RosterPage::authorAsked);
    plan().choose(cell(u"network"_s, u"day"_s, 18));
    m_desk->button(u"takeShift"_s)->click();
    m_desk->page().openNew(ui::RosterToolbar::New::Leave);
    m_desk->button(u"rotations"_s)->click();
    m_desk->button(u"positions"_s)->click();
    QCOMPARE(asked.count(), 4);
    QVERIFY(!m_desk->shown<QWidget>(u"dialogBox"_s));
    QVERIFY(m_desk->state().roster.overrides.isEmpty());
}

void TestRosterPage::everyCellSaysWhatItShows()
{
    rotate();
    const QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&plan());
    QVERIFY(table && table->role() == QAccessible::Table);
    QVERIFY2(said(u"shift_lead"_s, u"day"_s, 18).contains(u"我的班次"_s),
        qPrintable(said(u"shift_lead"_s, u"day"_s, 18)));
    QVERIFY(said(u"shift_lead"_s, u"day"_s, 18).contains(u"现在在岗"_s));
    QVERIFY(!said(u"shift_lead"_s, u"day"_s, 20).contains(u"现在在岗"_s));
    QVERIFY(said(u"system"_s, {}, 18).contains(u"没有班次"_s));
}

void TestRosterPage::everythingHasAName()
{
    rotate();
    plan().choose(cell(u"network"_s, u"day"_s, 18));
    QCOMPARE(m_desk->unnamed().join(u','), QString());
}

void TestRosterPage::bothLanguages()
{
    rotate();
    QCOMPARE(m_desk->button(u"rotations"_s)->text(), u"轮班规则…"_s);
    m_desk->language().use(words::Language::Code::English);
    QTRY_COMPARE(m_desk->button(u"rotations"_s)->text(), u"Rotations…"_s);
    QVERIFY(lines(u"onNow"_s).first().startsWith(u"Shift lead · Day shift"_s));
    QCOMPARE(label(u"rosterDays"_s), u"16 Mar – 22 Mar"_s);
    // English words are longer: nothing is pushed out of the window.
    auto *news = m_desk->button(u"newRoster"_s);
    QVERIFY(
        news->mapTo(&m_desk->window(), QPoint(news->width(), 0)).x() <= m_desk->page().panel().x());
    m_desk->picture(u"week-en"_s);
    m_desk->page().setMonth(true);
    m_desk->picture(u"month-en"_s);
    m_desk->theme().setTextSize(style::TextSize::Larger);
    m_desk->picture(u"month-en-larger"_s);
}

void TestRosterPage::shortNamesFit()
{
    QCOMPARE(ui::shortNames(u"陈思远"_s), (QStringList{u"陈思远"_s, u"思远"_s, u"陈"_s}));
    QCOMPARE(ui::shortNames(u"李泽"_s), (QStringList{u"李泽"_s, u"李"_s}));
    QCOMPARE(
        ui::shortNames(u"Chen Siyuan"_s), (QStringList{u"Chen Siyuan"_s, u"Chen S."_s, u"CS"_s}));
    QCOMPARE(ui::shortNames(u"chen"_s), QStringList{u"chen"_s});
}

void TestRosterPage::aMonthOfTenPositions()
{
    rotate();
    for (const QString &position : {u"audio_video"_s, u"system"_s, u"scribe"_s, u"coordinator"_s})
        m_desk->rotate(position, {u"li"_s, u"wang"_s}, {u"wang"_s, u"zhou"_s});
    for (int more = 0; more < 4; ++more) {
        const QString code = u"more_%1"_s.arg(more);
        m_desk->must(m_desk->commands().savePosition(
            {.code = code, .name = code, .nameEn = {}, .order = 10 + more}));
        m_desk->rotate(code, {u"li"_s, u"wang"_s}, {u"wang"_s, u"zhou"_s});
    }
    m_desk->page().setMonth(true);
    // Two slots each, and that nobody led before the 16th.
    QCOMPARE(plan().model()->rowCount(), 10 * 2 + 1);
    m_desk->picture(u"month-ten"_s);
}

QTEST_MAIN(TestRosterPage)

#include "tst_rosterpage.moc"
