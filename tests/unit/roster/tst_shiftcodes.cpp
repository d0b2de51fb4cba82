// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/shiftcodes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::roster;

namespace {

/// "night 20:00-08:00+1"; the hours only where they are written.
QString shown(const ShiftText &shift)
{
    if (!shift.hours)
        return shift.slot;
    return u"%1 %2-%3%4"_s.arg(shift.slot, shift.hours->from.toString(u"HH:mm"_s),
        shift.hours->until.toString(u"HH:mm"_s), shift.nextDay ? u"+1"_s : QString());
}

QString shown(const QList<ShiftText> &shifts)
{
    QStringList all;
    for (const ShiftText &shift : shifts)
        all.append(shown(shift));
    return all.join(u", "_s);
}

} // namespace

class TestShiftCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void legends_data();
    void legends();
    void theTableDecides();
};

void TestShiftCodes::cells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("shifts"); ///< empty: off duty; "?": unknown
    const auto row = [](const QString &cell, const QString &shifts) {
        QTest::newRow(qPrintable(cell)) << cell << shifts;
    };
    for (const auto &early : {u"早"_s, u"早班"_s, u" 早 班"_s, u"A"_s, u"a班"_s, u"Early"_s})
        row(early, u"early"_s);
    for (const auto &day : {u"白"_s, u"白班"_s, u"D"_s, u"ｄ"_s, u"Day"_s, u"Day shift"_s})
        row(day, u"day"_s);
    for (const auto &mid : {u"中"_s, u"中班"_s, u"P"_s})
        row(mid, u"mid"_s);
    for (const auto &late : {u"晚"_s, u"晚班"_s, u"E"_s})
        row(late, u"late"_s);
    for (const auto &night : {u"夜"_s, u"夜班"_s, u"N"_s, u"NIGHT"_s})
        row(night, u"night"_s);
    for (const auto &off : {u"休"_s, u"休息"_s, u"假"_s, u"年假"_s, u"公休"_s, u"0"_s, u"０"_s,
             u"×"_s, u"Off"_s, u"—"_s, u"/"_s})
        row(off, QString());
    row(u"早/夜"_s, u"early, night"_s);
    row(u"早、休"_s, u"early"_s);
    row(u"早\n夜"_s, u"early, night"_s);
    row(u"08:00-16:00"_s, u"early 08:00-16:00"_s);
    row(u"9：00～17：30"_s, u"09:00-17:30 09:00-17:30"_s);
    row(u"8点至16点"_s, u"early 08:00-16:00"_s);
    row(u"白班(8:00-20:00)"_s, u"day 08:00-20:00"_s);
    row(u"夜 20:00-次日8:00"_s, u"night 20:00-08:00"_s);
    row(u"中班16:00-24:00"_s, u"mid 16:00-00:00"_s);
    row(u"夜班(次日0:00-8:00)"_s, u"night 00:00-08:00+1"_s);
    for (const auto &unknown : {u"甲"_s, u"早?"_s, u"早中"_s, u"早/甲"_s, u"甲 8:00-16:00"_s,
             u"25:00-26:00"_s, u"1"_s, u"张三"_s, u"8-16"_s, u"休8:00-16:00"_s, u"、"_s})
        row(unknown, u"?"_s);
}

void TestShiftCodes::cells()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, shifts);
    const CodeBook book(defaultShiftCodes());
    const auto found = book.shifts(cell);
    QCOMPARE(found ? shown(*found) : u"?"_s, shifts);
}

void TestShiftCodes::legends_data()
{
    QTest::addColumn<QString>("remark");
    QTest::addColumn<QString>("shifts");
    QTest::newRow("list") << u"注：早班 8:00-16:00；中班 16:00-24:00；夜班 0:00-8:00"_s
                          << u"early 08:00-16:00, mid 16:00-00:00, night 00:00-08:00"_s;
    QTest::newRow("brackets") << u"白班(8:30～20:30) 夜班(20:30～次日8:30)"_s
                              << u"day 08:30-20:30, night 20:30-08:30"_s;
    QTest::newRow("letters") << u"D=8:00-20:00, N=20:00-8:00"_s
                             << u"day 08:00-20:00, night 20:00-08:00"_s;
    QTest::newRow("a word that ends so")
        << u"food 8:00-20:00; 张夜白 1:00-2:00"_s << u"day 01:00-02:00"_s;
    QTest::newRow("nothing") << u"电话 010-8888 9999"_s << QString();
}

void TestShiftCodes::legends()
{
    QFETCH(const QString, remark);
    QFETCH(const QString, shifts);
    QCOMPARE(shown(CodeBook(defaultShiftCodes()).legend(remark)), shifts);
}

void TestShiftCodes::theTableDecides()
{
    const CodeBook book(
        {{{u"甲班"_s, u"1"_s}, u"first"_s, {QTime(7, 0), QTime(15, 0)}}, {{u"出差"_s}, QString()}});
    QCOMPARE(shown(*book.shifts(u"甲"_s)), u"first"_s);
    QCOMPARE(shown(*book.shifts(u"１"_s)), u"first"_s);
    QVERIFY(book.isOff(u"出差"_s));
    QVERIFY(!book.shifts(u"早"_s));
}

QTEST_GUILESS_MAIN(TestShiftCodes)
#include "tst_shiftcodes.moc"
