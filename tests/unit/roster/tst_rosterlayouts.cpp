// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/roster/sheetfixture.h"

using namespace watchroom::roster;
using namespace watchroom::roster::test;
using Content = RosterSheet::Content;

/// The sheets that such teams have, as their spreadsheets save them.
class TestRosterLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleDownDatesAcross();
    void groupsInMergedCells();
    void groupsAsRowsOfTheirOwn();
    void aPersonOverTwoRows();
    void weeksUnderEachOther();
    void groupsUnderEachOther();
    void sumsAndRemarksAreReadPast();
    void datesDownPeopleAcross();
    void datesDownShiftsAcross();
    void positionsOverShifts();
    void positionsAlone();
    void halfMonthsSideBySide();
    void shiftsDownDatesAcross();
    void datesOverShifts();
    void aLineForEachShift();
    void mergedDatesWithShiftsBeside();
    void englishSheet();
    void oneDay();
};

void TestRosterLayouts::peopleDownDatesAcross()
{
    const RosterSheet sheet = read(u"2026年3月值班表,,,,,,\r\n"
                                   "姓名,16,17,18,19,20,21\r\n"
                                   ",一,二,三,四,五,六\r\n"
                                   "张三,早,早班,中,夜班,休,\r\n"
                                   "李 四,Ｎ,0,D,×,年假,早\r\n"_s);
    QCOMPARE(sheet.content, Content::Codes);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"B4 zhang early - 03-16 08:00-16:00"_s,
            u"C4 zhang early - 03-17 08:00-16:00"_s, u"D4 zhang mid - 03-18 16:00-00:00"_s,
            u"E4 zhang night - 03-20 00:00-08:00"_s, u"B5 li night - 03-17 00:00-08:00"_s,
            u"D5 li day - 03-18 08:00-16:00"_s, u"G5 li early - 03-21 08:00-16:00"_s}));
    // Three shifts a day are another night and day than two.
    QCOMPARE(shown(sheet.problems),
        QStringList({u"?hours_adapted night E4,B5"_s, u"?hours_adapted day D5"_s}));
    QCOMPARE(sheet.shifts.at(3).date, QDate(2026, 3, 19));
    QCOMPARE(cellsOf(sheet, CellUse::Note), u"A1"_s);
}

void TestRosterLayouts::groupsInMergedCells()
{
    const RosterSheet sheet = read(u"排班,,,,,\n"
                                   "序号,组别,姓名,电话,3/16(一),3/17(二)\n"
                                   "1,网络组,张三,13800138000,白,夜\n"
                                   "2,,李四,13800138001,夜,\n"
                                   "3,音视频组,王五,,白,\n"
                                   "4,,赵六,,,白\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"E3 zhang day network 03-16 08:00-20:00"_s,
            u"F3 zhang night network 03-17 20:00-08:00"_s,
            u"E4 li night network 03-16 20:00-08:00"_s, u"E5 wang day av 03-16 08:00-20:00"_s,
            u"F6 zhao day av 03-17 08:00-20:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::groupsAsRowsOfTheirOwn()
{
    const RosterSheet sheet = read(u"3月,16日,17日\n网络组,,\n张三,白,夜\n李四,夜,白\n"
                                   "系统组,,\n王五,白,白\n"_s);
    QCOMPARE(shown(sheet.shifts).first(3),
        QStringList({u"B3 zhang day network 03-16 08:00-20:00"_s,
            u"C3 zhang night network 03-17 20:00-08:00"_s,
            u"B4 li night network 03-16 20:00-08:00"_s}));
    QCOMPARE(sheet.shifts.last().position, u"system"_s);
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::aPersonOverTwoRows()
{
    const RosterSheet sheet = read(u"组,姓名,3/16,3/17\n网络,张三,白,\n,,,夜\n音视频,,白,\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"C2 zhang day network 03-16 08:00-20:00"_s,
            u"D3 zhang night network 03-17 20:00-08:00"_s}));
    // The name of one group is not carried into the next one.
    QCOMPARE(shown(sheet.problems), QStringList{u"name_missing C4"_s});
}

void TestRosterLayouts::weeksUnderEachOther()
{
    const RosterSheet sheet = read(u"3月值班表,,,\n"
                                   "姓名,30,31,1\n星期,一,二,三\n张三,白,夜,\n李四,夜,,白\n\n"
                                   "星期,四,五,六\n姓名,2,3,4\n张三,白,,夜\n李四,夜,白,\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"B4 zhang day - 03-30 08:00-20:00"_s, u"C4 zhang night - 03-31 20:00-08:00"_s,
            u"B5 li night - 03-30 20:00-08:00"_s, u"D5 li day - 04-01 08:00-20:00"_s,
            u"B9 zhang day - 04-02 08:00-20:00"_s, u"D9 zhang night - 04-04 20:00-08:00"_s,
            u"B10 li night - 04-02 20:00-08:00"_s, u"C10 li day - 04-03 08:00-20:00"_s}));
    // The title names March alone, and the days go on into another month.
    QCOMPARE(shown(sheet.problems), QStringList{u"?month_assumed 3月值班表 A1"_s});
}

void TestRosterLayouts::groupsUnderEachOther()
{
    const RosterSheet sheet = read(u"2026年3月,,,\n网络组,,,\n姓名,29,30,31\n张三,白,白,夜\n,,,\n"
                                   "音视频组,,,\n姓名,29,30,31\n李四,白,白,夜\n"_s);
    QCOMPARE(shown(sheet.shifts).mid(2, 2),
        QStringList(
            {u"D4 zhang night network 03-31 20:00-08:00"_s, u"B8 li day av 03-29 08:00-20:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::sumsAndRemarksAreReadPast()
{
    const RosterSheet sheet = read(
        u"姓名,3/16,3/17,3/18,合计,备注,早\n张三,早,夜,夜,3,带新人,1\n李四,早,早,夜,3,,2\n"
        "早班人数,1,1,1,,,\n夜,1,1,1,,,\n,,,,,,\n备注：夜班 20:30-8:30,,,,,,\n制表人：王主任,,,,,,\n"_s);
    QCOMPARE(sheet.shifts.size(), 6);
    QCOMPARE(shown(sheet.problems), QStringList());
    QCOMPARE(
        cellsOf(sheet, CellUse::Note), u"E1 F1 G1 E2 F2 G2 E3 G3 A4 B4 C4 D4 A5 B5 C5 D5 A7 A8"_s);
    // The remark's hours go over the table's.
    QCOMPARE(shown(sheet.shifts.at(1)), u"C2 zhang night - 03-17 20:30-08:30"_s);
}

void TestRosterLayouts::datesDownPeopleAcross()
{
    const RosterSheet sheet = read(u"日期,张三,李四\n3月16日,早,晚\n3月17日,休,早\n"_s);
    QCOMPARE(sheet.content, Content::Codes);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"B2 zhang early - 03-16 08:00-16:00"_s, u"C2 li late - 03-16 16:00-00:00"_s,
            u"C3 li early - 03-17 08:00-16:00"_s}));
}

void TestRosterLayouts::datesDownShiftsAcross()
{
    const RosterSheet sheet = read(u"3月值班表,,,,,\n日期,星期,早班,中班,夜班,备注\n"
                                   "2026/3/16,一,张三,李四,王五、赵六,\n"
                                   "2026/3/17,二,李四,-,\"张三\n李四\",王五请假\n"
                                   "2026/3/18,三,,无,Anna Smith 张三,\n"_s);
    QCOMPARE(sheet.content, Content::Names);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"C3 zhang early - 03-16 08:00-16:00"_s, u"D3 li mid - 03-16 16:00-00:00"_s,
            u"E3 wang night - 03-17 00:00-08:00"_s, u"E3 zhao night - 03-17 00:00-08:00"_s,
            u"C4 li early - 03-17 08:00-16:00"_s, u"E4 zhang night - 03-18 00:00-08:00"_s,
            u"E4 li night - 03-18 00:00-08:00"_s, u"E5 smith night - 03-19 00:00-08:00"_s,
            u"E5 zhang night - 03-19 00:00-08:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList{u"?hours_adapted night E3,E4,E5"_s});
    QCOMPARE(cellsOf(sheet, CellUse::Note), u"A1 F2 F4"_s);
}

void TestRosterLayouts::positionsOverShifts()
{
    const RosterSheet sheet =
        read(u"值班安排,,,,\n,网络组,,音视频组,\n日期,白班(8:00-20:00),"
             "夜班,白班,20:00-8:00\n3-16,张三,李四,王五,赵六\n3-17,李四,张三,,王五\n"_s);
    QCOMPARE(shown(sheet.shifts).first(4),
        QStringList({u"B4 zhang day network 03-16 08:00-20:00"_s,
            u"C4 li night network 03-16 20:00-08:00"_s, u"D4 wang day av 03-16 08:00-20:00"_s,
            u"E4 zhao night av 03-16 20:00-08:00"_s}));
    QCOMPARE(sheet.shifts.size(), 7);
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::positionsAlone()
{
    const RosterSheet sheet =
        read(u"日期,值班长,网络,音视频夜班\n3.16,张三,李四,王五\n3.17,李四,张三,\n"_s);
    QCOMPARE(shown(sheet.shifts).first(3),
        QStringList({u"B2 zhang whole shift_lead 03-16 08:00-08:00"_s,
            u"C2 li whole network 03-16 08:00-08:00"_s, u"D2 wang night av 03-16 20:00-08:00"_s}));
    QCOMPARE(shown(sheet.problems),
        QStringList({u"?hours_assumed 值班长 B1"_s, u"?hours_assumed 网络 C1"_s}));
}

void TestRosterLayouts::halfMonthsSideBySide()
{
    const RosterSheet sheet = read(u"2026年3月值班表,,,,,\n日期,白,夜,日期,白,夜\n"
                                   "1,张三,李四,16,王五,赵六\n2,李四,张三,17,赵六,王五\n"
                                   "3,张三,李四,18,王五,\n"_s);
    QCOMPARE(shown(sheet.shifts).first(4),
        QStringList({u"B3 zhang day - 03-01 08:00-20:00"_s, u"C3 li night - 03-01 20:00-08:00"_s,
            u"E3 wang day - 03-16 08:00-20:00"_s, u"F3 zhao night - 03-16 20:00-08:00"_s}));
    QCOMPARE(sheet.shifts.size(), 11);
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::shiftsDownDatesAcross()
{
    const RosterSheet sheet = read(u"岗位,班次,3/16,3/17\n,,周一,周二\n网络组,白班,张三,李四\n"
                                   ",夜班,李四,张三\n音视频组,白班,王五,\n,夜班,赵六,王五\n"_s);
    QCOMPARE(sheet.content, Content::Names);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"C3 zhang day network 03-16 08:00-20:00"_s,
            u"D3 li day network 03-17 08:00-20:00"_s, u"C4 li night network 03-16 20:00-08:00"_s,
            u"D4 zhang night network 03-17 20:00-08:00"_s, u"C5 wang day av 03-16 08:00-20:00"_s,
            u"C6 zhao night av 03-16 20:00-08:00"_s, u"D6 wang night av 03-17 20:00-08:00"_s}));
    // Wang's night ends when nothing else begins: no doubt at all.
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::datesOverShifts()
{
    const RosterSheet sheet = read(u"岗位,3/16,,3/17,\n,白,夜,白,夜\n网络,张三,李四,王五,张三\n"
                                   "系统,赵六,,,\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"B3 zhang day network 03-16 08:00-20:00"_s,
            u"C3 li night network 03-16 20:00-08:00"_s, u"D3 wang day network 03-17 08:00-20:00"_s,
            u"E3 zhang night network 03-17 20:00-08:00"_s,
            u"B4 zhao day system 03-16 08:00-20:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::aLineForEachShift()
{
    const RosterSheet sheet =
        read(u"日期;班次;岗位;值班人员;电话\n20260316;白班;网络;张三;13800138000\n"
             "20260316;夜班;网络;李四;\n20260317;白班;系统;王五;\n"
             "20260317;夜班;系统;张三;\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"D2 zhang day network 03-16 08:00-20:00"_s,
            u"D3 li night network 03-16 20:00-08:00"_s, u"D4 wang day system 03-17 08:00-20:00"_s,
            u"D5 zhang night system 03-17 20:00-08:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::mergedDatesWithShiftsBeside()
{
    const RosterSheet sheet = read(u"日期,班次,网络,音视频\n3/16,白,张三,李四\n,夜,王五,赵六\n"
                                   "3/17,白,王五,\n,夜,,李四\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"C2 zhang day network 03-16 08:00-20:00"_s,
            u"D2 li day av 03-16 08:00-20:00"_s, u"C3 wang night network 03-16 20:00-08:00"_s,
            u"D3 zhao night av 03-16 20:00-08:00"_s, u"C4 wang day network 03-17 08:00-20:00"_s,
            u"D5 li night av 03-17 20:00-08:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList());
}

void TestRosterLayouts::englishSheet()
{
    const RosterSheet sheet =
        read(u"Date,Day,Day shift,Night shift,Notes\n16-Mar-26,Mon,Anna Smith,"
             "Tom Brown,\n17-Mar-26,Tue,Tom Brown,Smith Anna,swap?\n"_s);
    QCOMPARE(shown(sheet.shifts),
        QStringList({u"C2 smith day - 03-16 08:00-20:00"_s, u"D2 brown night - 03-16 20:00-08:00"_s,
            u"C3 brown day - 03-17 08:00-20:00"_s}));
    QCOMPARE(shown(sheet.problems), QStringList{u"name_unknown Smith Anna D3"_s});
    QCOMPARE(cellsOf(sheet, CellUse::Note), u"E1 E3"_s);
}

void TestRosterLayouts::oneDay()
{
    QCOMPARE(shown(read(u"日期,早班,夜班\n3/16,张三,李四\n"_s).shifts),
        QStringList(
            {u"B2 zhang early - 03-16 08:00-16:00"_s, u"C2 li night - 03-16 20:00-08:00"_s}));
    QCOMPARE(shown(read(u"姓名,3/16\n张三,早\n李四,夜\n"_s).shifts),
        QStringList(
            {u"B2 zhang early - 03-16 08:00-16:00"_s, u"B3 li night - 03-16 20:00-08:00"_s}));
}

QTEST_GUILESS_MAIN(TestRosterLayouts)
#include "tst_rosterlayouts.moc"
