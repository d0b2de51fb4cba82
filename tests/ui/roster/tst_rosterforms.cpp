// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/roster/rosterdesk.h"
#include "ui/roster/planview.h"
#include "ui/roster/shiftbox.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using roster::NewChange;
using test::RosterDesk;
using New = ui::RosterToolbar::New;

/// What changes the roster: what a form says before it is saved, what is saved, what is refused.
class TestRosterForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void aLeaveSaysWhatItWouldBreak();
    void aLeaveThatEndsBeforeItBegins();
    void aMemberIsAwayThemselves();
    void aCoverAsksTheColleague();
    void aCoverOfStrangersIsRefused();
    void aCoverWithoutAnybodyIsRefused();
    void aSwapOfMineAgainstTheirs();
    void aSwapNeedsBothShifts();
    void onlyLeadsMakeTemporaryShifts();
    void aTemporaryShift();
    void aNewRotation();
    void aRotationWithoutMembersIsRefused();
    void whatHasBegunIsSucceeded();
    void aRotationEnds();
    void onlyLeadsMakeRotations();
    void positions();
    void aPositionInUseStays();

private:
    void choose(const QString &field, const QString &data) const
    {
        auto *combo = m_desk->shown<QComboBox>(field);
        combo->setCurrentIndex(combo->findData(data));
    }
    void set(const QString &field, int day, int hour) const
    {
        m_desk->shown<QDateTimeEdit>(field)->setDateTime(
            QDateTime(QDate(2026, 3, day), QTime(hour, 0), Qt::UTC));
    }
    [[nodiscard]] bool isClosed() const { return !m_desk->shown<QWidget>(u"dialogBox"_s); }
    void save()
    {
        m_desk->button(u"save"_s)->click();
        QTRY_VERIFY2(isClosed(), qPrintable(m_desk->text(u"complaint"_s)));
    }
    /// Saves in vain; answers what the form says of it.
    [[nodiscard]] QString refused() const;

    std::unique_ptr<RosterDesk> m_desk;
};

void TestRosterForms::init()
{
    m_desk = std::make_unique<RosterDesk>();
    m_desk->rotate(u"shift_lead"_s, {u"chen"_s, u"zhou"_s}, {u"zhou"_s, u"chen"_s});
    m_desk->rotate(u"network"_s, {u"li"_s, u"wang"_s}, {u"wang"_s, u"li"_s});
}

QString TestRosterForms::refused() const
{
    m_desk->button(u"save"_s)->click();
    if (!QTest::qWaitFor([this] { return !m_desk->text(u"complaint"_s).isEmpty(); }))
        return {};
    return m_desk->text(u"complaint"_s);
}

void TestRosterForms::aLeaveSaysWhatItWouldBreak()
{
    m_desk->page().openNew(New::Leave);
    choose(u"person"_s, u"li"_s);
    set(u"from"_s, 20, 0);
    set(u"until"_s, 20, 20);
    QVERIFY2(m_desk->text(u"effect"_s).contains(u"李泽"_s), qPrintable(m_desk->text(u"effect"_s)));
    // Of the night before, the rest; and the day.
    QCOMPARE(m_desk->text(u"harm"_s).split(u'\n').size(), 2);
    QVERIFY2(m_desk->text(u"harm"_s).contains(u"网络无人值班，03-20 周五 08:00–20:00"_s),
        qPrintable(m_desk->text(u"harm"_s)));
    m_desk->picture(u"leave"_s);
    save();
    QTRY_COMPARE(m_desk->state().changes.size(), 1);
    const NewChange &made = m_desk->state().changes.first().what;
    QCOMPARE(made.kind, u"leave"_s);
    QCOMPARE(made.person, u"li"_s);
    QCOMPARE(made.from, m_desk->at(20, 0));
    QCOMPARE(made.until, m_desk->at(20, 20));
}

void TestRosterForms::aLeaveThatEndsBeforeItBegins()
{
    m_desk->page().openNew(New::Leave);
    set(u"from"_s, 20, 8);
    set(u"until"_s, 20, 8);
    m_desk->shown<QLineEdit>(u"reason"_s)->setText(u"休息"_s);
    QVERIFY(!refused().isEmpty());
    QCOMPARE(m_desk->shown<QLineEdit>(u"reason"_s)->text(), u"休息"_s); // nothing is lost
    QVERIFY(m_desk->state().changes.isEmpty());
}

void TestRosterForms::aMemberIsAwayThemselves()
{
    m_desk->sitDown(u"li"_s);
    m_desk->page().openNew(New::Leave);
    QCOMPARE(m_desk->shown<QComboBox>(u"person"_s)->currentData().toString(), u"li"_s);
    QVERIFY(!m_desk->shown<QComboBox>(u"person"_s)->isEnabled());
    QVERIFY(m_desk->text(u"effect"_s).contains(u"立即生效"_s));
    save();
    QTRY_COMPARE(m_desk->state().changes.size(), 1);
    QCOMPARE(m_desk->state().changes.first().state, u"accepted"_s);
}

void TestRosterForms::aCoverAsksTheColleague()
{
    m_desk->sitDown(u"li"_s);
    auto *model = static_cast<roster::PlanModel *>(m_desk->page().plan().model());
    m_desk->page().plan().choose(model->indexOf(u"network"_s, u"day"_s, QDate(2026, 3, 20)));
    m_desk->button(u"askCover"_s)->click();
    choose(u"person"_s, u"zhou"_s);
    QVERIFY2(m_desk->text(u"effect"_s).contains(u"周敏 接受后生效"_s),
        qPrintable(m_desk->text(u"effect"_s)));
    QVERIFY(m_desk->text(u"effect"_s).contains(u"李泽"_s));
    m_desk->picture(u"cover"_s);
    save();
    QTRY_COMPARE(m_desk->state().changes.size(), 1);
    const roster::RosterChange &asked = m_desk->state().changes.first();
    QCOMPARE(asked.state, u"asked"_s);
    QCOMPARE(asked.askedOf, u"zhou"_s);
    QCOMPARE(asked.what.replaces, u"li"_s);
    QCOMPARE(asked.what.position, u"network"_s);
    QCOMPARE(asked.what.from, m_desk->at(20, 8));
    QCOMPARE(asked.what.until, m_desk->at(20, 20));
}

void TestRosterForms::aCoverOfStrangersIsRefused()
{
    m_desk->sitDown(u"li"_s);
    m_desk->page().openNew(New::Cover);
    choose(u"person"_s, u"zhou"_s);
    choose(u"replaces"_s, u"wang"_s);
    QVERIFY(!refused().isEmpty());
    QVERIFY(m_desk->state().changes.isEmpty());
}

void TestRosterForms::aCoverWithoutAnybodyIsRefused()
{
    m_desk->page().openNew(New::Cover);
    QVERIFY(!refused().isEmpty());
}

void TestRosterForms::aSwapOfMineAgainstTheirs()
{
    m_desk->sitDown(u"li"_s);
    m_desk->page().openNew(New::Swap);
    auto *mine = m_desk->shown<QComboBox>(u"shift"_s);
    QCOMPARE(mine->itemText(0), u"03-18 周三 08:00–20:00 · 网络 · 白班"_s);
    mine->setCurrentIndex(mine->findText(u"03-20 周五"_s, Qt::MatchStartsWith));
    choose(u"colleague"_s, u"zhou"_s);
    auto *theirs = m_desk->shown<QComboBox>(u"colleagueShift"_s);
    theirs->setCurrentIndex(theirs->findText(u"03-21 周六"_s, Qt::MatchStartsWith));
    QVERIFY2(m_desk->text(u"effect"_s).contains(u"周敏 接受后生效"_s),
        qPrintable(m_desk->text(u"effect"_s)));
    QVERIFY(m_desk->text(u"effect"_s).contains(u"李泽"_s));
    m_desk->picture(u"swap"_s);
    save();
    QTRY_COMPARE(m_desk->state().changes.size(), 1);
    const NewChange &made = m_desk->state().changes.first().what;
    QCOMPARE(made.kind, u"swap"_s);
    QCOMPARE(made.person, u"li"_s);
    QCOMPARE(made.position, u"shift_lead"_s); // takes Zhou's
    QCOMPARE(made.from, m_desk->at(21, 8));
    QCOMPARE(made.otherPosition, u"network"_s); // gives this
    QCOMPARE(made.otherFrom, m_desk->at(20, 8));
}

void TestRosterForms::aSwapNeedsBothShifts()
{
    m_desk->page().openNew(New::Swap);
    QVERIFY(refused().contains(u"双方"_s));
}

void TestRosterForms::onlyLeadsMakeTemporaryShifts()
{
    m_desk->sitDown(u"li"_s);
    m_desk->page().openNew(New::Temporary);
    choose(u"person"_s, u"li"_s);
    choose(u"position"_s, u"scribe"_s);
    QVERIFY(!refused().isEmpty());
    QVERIFY(m_desk->state().changes.isEmpty());
}

void TestRosterForms::aTemporaryShift()
{
    m_desk->page().openNew(New::Temporary);
    choose(u"person"_s, u"wang"_s);
    choose(u"position"_s, u"scribe"_s);
    set(u"from"_s, 19, 9); // Wang has the network by day
    set(u"until"_s, 19, 12);
    QVERIFY2(
        m_desk->text(u"harm"_s).contains(u"王安然 同时在"_s), qPrintable(m_desk->text(u"harm"_s)));
    m_desk->picture(u"temporary"_s);
    save();
    QTRY_COMPARE(m_desk->state().roster.overrides.size(), 1);
}

void TestRosterForms::aNewRotation()
{
    m_desk->page().openRotations();
    QCOMPARE(m_desk->shown<QListWidget>(u"rotationList"_s)->count(), 4);
    m_desk->picture(u"rotations"_s);
    m_desk->button(u"newRotation"_s)->click();
    choose(u"position"_s, u"scribe"_s);
    QCOMPARE(m_desk->shown<QComboBox>(u"zone"_s)->currentText(), u"Asia/Shanghai"_s);
    for (const QString &login : {u"zhou"_s, u"li"_s}) {
        choose(u"memberToAdd"_s, login);
        m_desk->button(u"memberAdd"_s)->click();
    }
    m_desk->button(u"memberUp"_s)->click(); // Li first
    m_desk->shown<QComboBox>(u"slot"_s)->setCurrentText(u"机动"_s);
    QVERIFY2(m_desk->text(u"effect"_s).contains(u"李泽"_s), qPrintable(m_desk->text(u"effect"_s)));
    m_desk->picture(u"rotation"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->state().rotations().size(), 5);
    const auto rotations = m_desk->state().rotations();
    const auto made = std::ranges::find(rotations, u"scribe"_s, &domain::Rotation::position);
    QVERIFY(made != rotations.end());
    QCOMPARE(made->members, (QStringList{u"li"_s, u"zhou"_s}));
    QCOMPARE(made->slot, u"机动"_s);
    QCOMPARE(made->startsOn, QDate(2026, 3, 19));
    QTRY_COMPARE(m_desk->shown<QListWidget>(u"rotationList"_s)->count(), 5);
}

void TestRosterForms::aRotationWithoutMembersIsRefused()
{
    m_desk->page().openRotations();
    m_desk->button(u"newRotation"_s)->click();
    QVERIFY(!refused().isEmpty());
    QCOMPARE(m_desk->state().rotations().size(), 4);
}

void TestRosterForms::whatHasBegunIsSucceeded()
{
    m_desk->page().openRotations();
    m_desk->shown<QListWidget>(u"rotationList"_s)->setCurrentRow(0); // the lead's day
    m_desk->button(u"editRotation"_s)->click();
    // Zhou would be on tomorrow: the turns go on.
    QCOMPARE(m_desk->shown<QListWidget>(u"members"_s)->item(0)->text(), u"周敏"_s);
    QVERIFY(m_desk->text(u"effect"_s).contains(u"没有人的班次改变"_s));
    m_desk->button(u"memberDown"_s)->click(); // Chen first
    QVERIFY2(
        m_desk->text(u"effect"_s).contains(u"陈思远"_s), qPrintable(m_desk->text(u"effect"_s)));
    QVERIFY(m_desk->text(u"harm"_s).contains(u"同时在"_s)
        || m_desk->text(u"effect"_s).contains(u"周敏"_s)); // who leads by day leads at night too
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->state().rotations().size(), 5);
    int ended = 0;
    for (const domain::Rotation &rotation : m_desk->state().rotations())
        ended += rotation.endsOn == QDate(2026, 3, 18) ? 1 : 0;
    QCOMPARE(ended, 1); // today is its last day
    const auto shifts =
        domain::shiftsOf(m_desk->state().roster, m_desk->at(16, 9), m_desk->at(16, 10));
    QCOMPARE(shifts.last().person, u"chen"_s); // the past stays as it was
}

void TestRosterForms::aRotationEnds()
{
    m_desk->page().openRotations();
    m_desk->shown<QListWidget>(u"rotationList"_s)->setCurrentRow(0);
    m_desk->button(u"endRotation"_s)->click();
    QVERIFY2(
        m_desk->text(u"harm"_s).contains(u"值班长无人值班"_s), qPrintable(m_desk->text(u"harm"_s)));
    m_desk->shown<QDateEdit>(u"lastDay"_s)->setDate(QDate(2026, 3, 25));
    m_desk->picture(u"end-rotation"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_VERIFY(std::ranges::any_of(m_desk->state().rotations(),
        [](const domain::Rotation &r) { return r.endsOn == QDate(2026, 3, 25); }));
}

void TestRosterForms::onlyLeadsMakeRotations()
{
    m_desk->sitDown(u"li"_s);
    m_desk->page().openRotations();
    m_desk->button(u"newRotation"_s)->click();
    choose(u"memberToAdd"_s, u"li"_s);
    m_desk->button(u"memberAdd"_s)->click();
    QVERIFY(!refused().isEmpty());
    QCOMPARE(m_desk->state().rotations().size(), 4);
}

void TestRosterForms::positions()
{
    m_desk->page().openPositions();
    auto *list = m_desk->shown<QListWidget>(u"positionList"_s);
    QCOMPARE(list->count(), 6);
    m_desk->button(u"newPosition"_s)->click();
    QVERIFY(!refused().isEmpty()); // without a name
    m_desk->shown<QLineEdit>(u"name"_s)->setText(u"机动"_s);
    m_desk->shown<QLineEdit>(u"nameEn"_s)->setText(u"Reserve"_s);
    m_desk->shown<QCheckBox>(u"needed"_s)->click();
    QVERIFY2(
        m_desk->text(u"harm"_s).contains(u"机动无人值班"_s), qPrintable(m_desk->text(u"harm"_s)));
    m_desk->picture(u"position"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->state().positions.size(), 7);
    QCOMPARE(m_desk->state().positions.last().code, u"reserve"_s);
    QTRY_COMPARE(list->count(), 7);
    list->setCurrentRow(6);
    m_desk->button(u"positionUp"_s)->click();
    QTRY_COMPARE(m_desk->state().positions[5].code, u"reserve"_s);
    QTRY_COMPARE(list->currentRow(), 5);
    m_desk->button(u"editPosition"_s)->click();
    m_desk->shown<QLineEdit>(u"name"_s)->setText(u"预备"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->state().positions[5].name, u"预备"_s);
    m_desk->button(u"removePosition"_s)->click();
    QTRY_COMPARE(m_desk->state().positions.size(), 6);
    m_desk->picture(u"positions"_s);
}

void TestRosterForms::aPositionInUseStays()
{
    m_desk->page().openPositions();
    m_desk->shown<QListWidget>(u"positionList"_s)->setCurrentRow(0);
    m_desk->button(u"removePosition"_s)->click();
    QVERIFY(m_desk->text(u"complaint"_s).contains(u"轮班规则"_s));
    QCOMPARE(m_desk->state().positions.size(), 6);
}

QTEST_MAIN(TestRosterForms)

#include "tst_rosterforms.moc"
