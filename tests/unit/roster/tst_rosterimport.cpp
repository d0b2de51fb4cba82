// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/walltime.h"
#include "app/roster/importwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::roster;

/// What an import would do to the roster that is there.
class TestRosterImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void severalOnOneShift();
    void hoursThatCross();
    void whatIsLongPast();
    void whatStandsStays();
    void nobodyIsPutOutByTheirColleague();
    void whatWasTakenBackIsNew();
    void rotationsThatDisagreeSayNothing();
    void everyProblemHasASentence();

private:
    [[nodiscard]] RosterImport read(const QString &text) const
    {
        const auto import = planImport(text.toUtf8(),
            {.state = m_state,
                .team = {{u"zhang"_s, u"张三"_s}, {u"li"_s, u"李四"_s}},
                .zone = QTimeZone("Asia/Shanghai"),
                .now = at(18, 12),
                .source = u"三月.csv"_s});
        return import.value_or(RosterImport());
    }
    [[nodiscard]] static base::Instant at(int day, int hour)
    {
        return domain::instantOf(
            QDateTime(QDate(2026, 3, day), QTime(hour, 0), Qt::UTC), QTimeZone("Asia/Shanghai"));
    }
    [[nodiscard]] static RosterChange made(const NewChange &change, const QString &state)
    {
        RosterChange made;
        made.what = change;
        made.state = state;
        return made;
    }
    /// "hours_cross C2" of what is lost.
    [[nodiscard]] static QStringList lost(const RosterImport &import)
    {
        QStringList all;
        for (const SheetProblem &problem : import.problems) {
            if (problem.lost)
                all.append(problem.code + u' ' + cellWords(problem) + u' ' + problem.other);
        }
        return all;
    }
    void rotate(const QString &slot, int from, int until)
    {
        domain::Rotation rotation;
        rotation.position = u"network"_s;
        rotation.slot = slot;
        rotation.zone = "Asia/Shanghai";
        rotation.startsOn = QDate(2026, 3, 1);
        rotation.handoff = QTime(from, 0);
        rotation.unit = domain::Rotation::Unit::Days;
        rotation.hours = domain::DailyHours{QTime(from, 0), QTime(until, 0)};
        rotation.members = {u"zhang"_s};
        m_state.roster.rotations.append(rotation);
    }

    RosterState m_state;
};

void TestRosterImport::init()
{
    m_state = {};
    m_state.roster.active = {u"zhang"_s, u"li"_s};
    for (const auto &[code, name] : {std::pair(u"network"_s, u"网络"_s), {u"av"_s, u"音视频"_s}}) {
        domain::Position position;
        position.code = code;
        position.name = name;
        m_state.positions.append(position);
    }
}

void TestRosterImport::severalOnOneShift()
{
    const RosterImport import = read(u"日期,网络白班\n3/20,张三、李四\n3/21,张三、张三\n"_s);
    QCOMPARE(import.shifts.size(), 3);
    QCOMPARE(import.fresh().first(),
        (NewChange{.kind = u"temporary"_s,
            .position = u"network"_s,
            .person = u"zhang"_s,
            .from = at(20, 8),
            .until = at(20, 20),
            .reason = u"三月.csv B2"_s}));
    QCOMPARE(import.lost(), 0);
}

void TestRosterImport::hoursThatCross()
{
    const RosterImport import = read(u"日期,网络早班,网络白班,音视频白班\n3/20,张三,李四,李四\n"_s);
    QCOMPARE(import.shifts.size(), 2);
    QCOMPARE(lost(import), QStringList{u"hours_cross C2 B2"_s});
}

void TestRosterImport::whatIsLongPast()
{
    const RosterImport import = read(u"日期,网络白班\n2026/1/10,张三\n2026/1/20,张三\n"_s);
    QCOMPARE(import.shifts.size(), 1);
    QCOMPARE(lost(import), QStringList{u"long_past B2 "_s});
}

void TestRosterImport::whatStandsStays()
{
    const QString text = u"日期,网络白班,网络夜班\n3/20,张三,李四\n3/21,李四,\n"_s;
    rotate(u"白班"_s, 8, 20); // Zhang's, every day
    const QList<NewChange> fresh = read(text).fresh();
    QCOMPARE(fresh.size(), 2);
    // Whoever covers it since.
    m_state.changes = {made(fresh.first(), u"accepted"_s), made(fresh.last(), u"asked"_s)};
    QVERIFY(read(text).fresh().isEmpty());
    QCOMPARE(read(text).shifts.size(), 3);
}

/// Zhang has the day by rotation; Li's temporary shift goes over it.
void TestRosterImport::nobodyIsPutOutByTheirColleague()
{
    rotate(u"day"_s, 8, 20);
    const QList<NewChange> fresh = read(u"日期,网络白班\n3/20,张三、李四\n3/21,张三\n"_s).fresh();
    QCOMPARE(fresh.size(), 2);
    QCOMPARE(fresh.first().person, u"zhang"_s);
    QCOMPARE(fresh.last().person, u"li"_s);
}

void TestRosterImport::whatWasTakenBackIsNew()
{
    const QString text = u"日期,网络白班\n3/20,张三\n3/21,李四\n"_s;
    m_state.changes = {made(read(text).fresh().first(), u"cancelled"_s)};
    QCOMPARE(read(text).fresh().size(), 2);
}

void TestRosterImport::rotationsThatDisagreeSayNothing()
{
    const QString text = u"日期,音视频夜班\n3/20,张三\n3/21,李四\n"_s;
    rotate(u"night"_s, 21, 9);
    QCOMPARE(read(text).shifts.first().change.from, at(20, 21));
    rotate(u"夜班"_s, 22, 8);
    QCOMPARE(read(text).shifts.first().change.from, at(20, 20));
    // What the sheet says goes over both.
    QCOMPARE(read(text + u"夜班 19:00-7:00\n"_s).shifts.first().change.from, at(20, 19));
}

void TestRosterImport::everyProblemHasASentence()
{
    for (const auto &code : {u"code_unknown"_s, u"date_invalid"_s, u"date_unknown"_s,
             u"head_missing"_s, u"head_unknown"_s, u"layout_unknown"_s, u"month_unknown"_s,
             u"name_ambiguous"_s, u"name_missing"_s, u"name_unknown"_s, u"not_read"_s,
             u"hours_cross"_s, u"long_past"_s, u"position_missing"_s, u"hours_adapted"_s,
             u"hours_assumed"_s, u"month_assumed"_s, u"night_next_day"_s, u"position_unknown"_s,
             u"shifts_overlap"_s, u"weekday_differs"_s}) {
        const QString said = problemSentence({.code = code, .text = u"%2 甲"_s, .other = u"B2"_s});
        QVERIFY2(said != code && !said.contains(u"%1"_s), qPrintable(said));
    }
    QCOMPARE(problemSentence({.code = u"name_unknown"_s, .text = u"%2 甲"_s, .other = u"B2"_s}),
        u"Nobody who is active is called “%2 甲”."_s);
}

QTEST_GUILESS_MAIN(TestRosterImport)
#include "tst_rosterimport.moc"
