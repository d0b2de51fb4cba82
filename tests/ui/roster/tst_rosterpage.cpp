// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/roster/rosterdesk.h"
#include "ui/roster/planview.h"

#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::RosterDesk;

/// The roster's page over a real workspace: what it shows, and how one moves in it.
class TestRosterPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone();
    void aGapIsAGap();
    void byTheKeyboardAlone();
    void inBothLanguages();

private:
    /// Two positions; Li is on leave on Thursday 19 March, when the network's day is hers.
    static void fill(RosterDesk &desk);
    /// What a cell says to who cannot see it.
    [[nodiscard]] static QString spoken(
        RosterDesk &desk, const QString &position, const QString &slot, const QDate &day);
    static QModelIndex cell(
        RosterDesk &desk, const QString &position, const QString &slot, const QDate &day);
};

void TestRosterPage::fill(RosterDesk &desk)
{
    desk.rotate(u"shift_lead"_s, {u"chen"_s, u"zhou"_s}, {u"zhou"_s, u"chen"_s});
    desk.rotate(u"network"_s, {u"zhou"_s, u"wang"_s, u"li"_s}, {u"wang"_s, u"li"_s, u"zhou"_s});
    desk.add({.kind = u"leave"_s,
        .person = u"li"_s,
        .from = RosterDesk::at(18, 0),
        .until = RosterDesk::at(20, 0)});
    desk.page().showDay(QDate(2026, 3, 18));
}

QModelIndex TestRosterPage::cell(
    RosterDesk &desk, const QString &position, const QString &slot, const QDate &day)
{
    const auto *model = qobject_cast<roster::PlanModel *>(desk.page().plan().model());
    return model->indexOf(position, slot, day);
}

QString TestRosterPage::spoken(
    RosterDesk &desk, const QString &position, const QString &slot, const QDate &day)
{
    return cell(desk, position, slot, day).data(Qt::AccessibleTextRole).toString();
}

void TestRosterPage::saysThatThereIsNone()
{
    RosterDesk desk;
    QVERIFY(desk.shown<QWidget>(u"rosterEmpty"_s) != nullptr);
    fill(desk);
    QTRY_VERIFY(desk.shown<QWidget>(u"rosterEmpty"_s) == nullptr);
    QVERIFY(desk.page().plan().isVisible());
}

void TestRosterPage::aGapIsAGap()
{
    RosterDesk desk;
    fill(desk);
    const QDate wednesday(2026, 3, 18);
    // Day shifts of the network as of Monday: zhou, wang, li.
    QVERIFY(spoken(desk, u"network"_s, u"day"_s, wednesday.addDays(-1)).contains(u"王"_s));
    const QString gap = spoken(desk, u"network"_s, u"day"_s, wednesday);
    QVERIFY2(gap.contains(u"无人值班"_s), qPrintable(gap));
    QVERIFY(desk.page().panel().gaps() > 0);
    desk.picture(u"week"_s);
    desk.page().setMonth(true);
    desk.picture(u"month"_s);
}

void TestRosterPage::byTheKeyboardAlone()
{
    RosterDesk desk;
    fill(desk);
    ui::PlanView &plan = desk.page().plan();
    plan.setFocus();
    plan.choose(cell(desk, u"shift_lead"_s, u"day"_s, QDate(2026, 3, 18)));
    QTest::keyClick(&plan, Qt::Key_Right);
    QTRY_COMPARE(plan.currentIndex(), cell(desk, u"shift_lead"_s, u"day"_s, QDate(2026, 3, 19)));
    QTest::keyClick(&plan, Qt::Key_Down);
    QTRY_COMPARE(plan.currentIndex(), cell(desk, u"shift_lead"_s, u"night"_s, QDate(2026, 3, 19)));
    // Another week, and back.
    QTest::keyClick(&plan, Qt::Key_PageDown);
    QTRY_VERIFY(cell(desk, u"network"_s, u"day"_s, QDate(2026, 3, 25)).isValid());
    QVERIFY(!cell(desk, u"network"_s, u"day"_s, QDate(2026, 3, 18)).isValid());
    QTest::keyClick(&plan, Qt::Key_PageUp);
    QTRY_VERIFY(cell(desk, u"network"_s, u"day"_s, QDate(2026, 3, 18)).isValid());
}

void TestRosterPage::inBothLanguages()
{
    RosterDesk desk;
    fill(desk);
    desk.language().use(words::Language::Code::English);
    QTRY_VERIFY(spoken(desk, u"network"_s, u"day"_s, QDate(2026, 3, 18)).contains(u"Nobody"_s));
    desk.picture(u"week-en"_s);
    desk.language().use(words::Language::Code::Chinese);
    QTRY_VERIFY(spoken(desk, u"network"_s, u"day"_s, QDate(2026, 3, 18)).contains(u"无人值班"_s));
}

QTEST_MAIN(TestRosterPage)

#include "tst_rosterpage.moc"
