// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/roster/sheetfixture.h"

using namespace watchroom::roster;
using namespace watchroom::roster::test;

/// What is not understood, or understood with a doubt, and where it stands.
class TestRosterProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void whatIsUnderstoodIsTakenAllTheSame();
    void noDates();
    void daysWithoutAMonth();
    void theNightOfARemarkIsTheNextDays();
    void answersAreReadTheNextTime();
    void sureHoursAreNotAdapted();
};

void TestRosterProblems::problems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("unknown code", u"姓名,3/16,3/17,3/18\n张三,甲,早,早?\n李四,早,甲,\n"_s,
        {u"code_unknown 甲 B2,C3"_s, u"code_unknown 早? D2"_s});
    row("half a cell is no cell", u"姓名,3/16\n张三,早/甲\n李四,早\n"_s,
        {u"code_unknown 早/甲 B2"_s});
    row("unknown name", u"姓名,3/16,3/17\n陈建园,早,晚\n钱七,早,\n李四,晚,\n"_s,
        {u"name_unknown 陈建园 A2,B2,C2"_s, u"name_unknown 钱七 A3,B3"_s});
    row("two of a name", u"姓名,3/16\n孙宇,早\n李四,晚\n"_s, {u"name_ambiguous 孙宇 A2,B2"_s});
    row("names in cells", u"日期,早班,晚班\n3/16,张三、钱七,孙宇\n3/17,钱七,李 四\n3/18,王5,、\n"_s,
        {u"name_unknown 钱七 B2,B3"_s, u"name_ambiguous 孙宇 C2"_s, u"name_unknown 王5 B4"_s,
            u"name_unknown 、 C4"_s});
    row("no name", u"姓名,3/16,3/17\n,早,晚\n李四,早,早\n"_s, {u"name_missing B2,C2"_s});
    row("unknown head", u"日期,早班,带班领导\n3/16,张三,李四\n3/17,张三,王五\n"_s,
        {u"head_unknown 带班领导 C1,C2,C3"_s});
    row("no head", u"日期,备注,\n3/16,,张三\n3/17,x,\n"_s, {u"head_missing C2"_s});
    row("unknown position", u"组别,姓名,3/16,3/17\n外包组,张三,早,\n,李四,早,\n网络组,王五,,早\n"_s,
        {u"?position_unknown 外包组 A2"_s});
    row("unknown shift of a line", u"日期,班次,网络\n3/16,白班,张三\n,甲班,李四\n3/17,,王五\n"_s,
        {u"code_unknown 甲班 B3,C3"_s, u"head_missing C4"_s});
    row("no such day",
        u"姓名,2/27,2/28,2/29\n张三,早,早,早\n李四,,,晚\n"_s.replace(u"2/29"_s, u"2/30"_s),
        {u"date_invalid 2/30 D1,D2,D3"_s});
    row("no date", u"日期,早班,晚班\n3/16,张三,李四\n待定,李四,张三\n3/18,王五,\n"_s,
        {u"date_unknown 待定 A3,B3,C3"_s});
    row("below the dates", u"日期,早班\n3/16,张三\n3/17,李四\n,\n,王五\n"_s,
        {u"date_unknown 王五 B5"_s});
    row("weekday of a date", u"姓名,3/16(一),3/17(三)\n张三,早,早\n"_s,
        {u"?weekday_differs 3/17(三) C1 -> 2026-03-17"_s});
    row("weekday beside", u"日期,星期,早班\n3/16,一,张三\n3/17,三,李四\n3/18,三,王五\n"_s,
        {u"?weekday_differs 三 B3 -> 2026-03-17"_s});
    row("two shifts at once", u"日期,白班,夜班\n3/16,张三,张三\n3/17,张三,李四\n3/18,,\n"_s, {});
    row("overlap", u"日期,早班,白班\n3/16,张三,张三、李四\n3/17,李四,王五\n"_s,
        {u"?shifts_overlap 张三、李四 C2 -> B2"_s});
    row("overlap over midnight", u"日期,早班,夜班(20:00-9:00)\n3/16,张三,李四\n3/17,李四,张三\n"_s,
        {u"?shifts_overlap 李四 B3 -> C2"_s});
    row("the same twice in a cell", u"日期,早班\n3/16,张三、张三\n3/17,李四\n"_s,
        {u"?shifts_overlap 张三、张三 B2 -> B2"_s});
}

void TestRosterProblems::problems()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(shown(read(text).problems).join(u'\n'), expected.join(u'\n'));
}

void TestRosterProblems::whatIsUnderstoodIsTakenAllTheSame()
{
    const RosterSheet sheet = read(u"日期,早班,晚班\n3/16,张三、钱七,李四\n3/17,王五,\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"B2 zhang early - 03-16 08:00-16:00"_s, u"C2 li late - 03-16 16:00-00:00"_s,
            u"B3 wang early - 03-17 08:00-16:00"_s}));
    QCOMPARE(cellsOf(sheet, CellUse::Lost), u"B2"_s);
    QCOMPARE(cellsOf(sheet, CellUse::Shift), u"C2 B3"_s);
}

void TestRosterProblems::noDates()
{
    const RosterSheet sheet = read(u"姓名,周一,周二\n张三,早,晚\n"_s);
    QCOMPARE(sheet.content, RosterSheet::Content::Unknown);
    QVERIFY(sheet.shifts.isEmpty());
    QCOMPARE(shown(sheet.problems), QStringList{u"layout_unknown A1,B1,C1,A2,B2,C2"_s});
}

void TestRosterProblems::daysWithoutAMonth()
{
    const QString text = u"姓名,1,2,3\n张三,早,晚,\n李四,,,早\n"_s;
    const RosterSheet sheet = read(text);
    QVERIFY(sheet.shifts.isEmpty());
    QCOMPARE(cellsOf(sheet, CellUse::Lost), u"B1 C1 D1 B2 C2 D3"_s);
    SheetTables asked = tables();
    asked.month = {2026, 4};
    const RosterSheet known = read(text, asked);
    QCOMPARE(shown(known.shifts),
        QStringList({u"B2 zhang early - 04-01 08:00-16:00"_s,
            u"C2 zhang late - 04-02 16:00-00:00"_s, u"D3 li early - 04-03 08:00-16:00"_s}));
    QVERIFY(known.problems.isEmpty());
}

void TestRosterProblems::theNightOfARemarkIsTheNextDays()
{
    const QString sheetOf = u"姓名,3/16,3/17\n张三,夜,\n%1,,\n"_s;
    const RosterSheet doubted = read(sheetOf.arg(u"夜班 0:00-8:00"_s));
    QCOMPARE(shown(doubted.shifts), QStringList{u"B2 zhang night - 03-17 00:00-08:00"_s});
    QCOMPARE(shown(doubted.problems), QStringList{u"?night_next_day night B2"_s});
    const RosterSheet said = read(sheetOf.arg(u"夜班 次日0:00-8:00"_s));
    QCOMPARE(shown(said.shifts), QStringList{u"B2 zhang night - 03-17 00:00-08:00"_s});
    QVERIFY(said.problems.isEmpty());
}

void TestRosterProblems::answersAreReadTheNextTime()
{
    const QString text = u"组别,姓名,3/16,3/17\n外包,小张,甲,出差\n"_s;
    QCOMPARE(read(text).shifts.size(), 0);
    SheetTables answered = tables();
    answered.team.append({u"zhang"_s, u"小张"_s});
    answered.positions.append({u"system"_s, u"外包"_s});
    answered.codes.append({{u"甲"_s}, u"first"_s, {QTime(7, 0), QTime(15, 0)}});
    answered.codes.append({{u"出差"_s}, QString()});
    const RosterSheet sheet = read(text, answered);
    QCOMPARE(shown(sheet.shifts), QStringList{u"C2 zhang first system 03-16 07:00-15:00"_s});
    QVERIFY(sheet.problems.isEmpty());
}

void TestRosterProblems::sureHoursAreNotAdapted()
{
    const QString text = u"姓名,3/16\n张三,中\n李四,夜\n"_s;
    QCOMPARE(shown(read(text).shifts.at(1)), u"B3 li night - 03-17 00:00-08:00"_s);
    SheetTables answered = tables();
    for (ShiftCode &code : answered.codes)
        code.sure = code.slot == u"night";
    const RosterSheet sheet = read(text, answered);
    QCOMPARE(shown(sheet.shifts.at(1)), u"B3 li night - 03-16 20:00-08:00"_s);
    QVERIFY(sheet.problems.isEmpty());
}

QTEST_GUILESS_MAIN(TestRosterProblems)
#include "tst_rosterproblems.moc"
