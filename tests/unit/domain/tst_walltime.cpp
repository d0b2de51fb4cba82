// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/roster.h"
#include "app/domain/walltime.h"

#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

/// What the system's own tool says of a zone: from when on which offset holds.
using Offsets = QMap<qint64, qint64>;

constexpr int kFirstYear = 2024;
constexpr int kLastYear = 2030;
constexpr qint64 kMinute = 60;
constexpr qint64 kDay = 86'400;

// "Europe/Berlin  Sun Mar 31 01:00:00 2024 UT = Sun Mar 31 03:00:00 2024 CEST isdst=1 gmtoff=7200"
Offsets offsetsOf(const QString &zone)
{
    QProcess zdump;
    zdump.start(u"zdump"_s, {u"-v"_s, zone});
    if (!zdump.waitForFinished())
        return {};
    static const QRegularExpression line(
        u"^\\S+ +\\w+ (\\w+) +(\\d+) (\\d+:\\d+:\\d+) (\\d+) UTC? = .* gmtoff=(-?\\d+)$"_s,
        QRegularExpression::MultilineOption);
    Offsets offsets;
    auto matches = line.globalMatch(QString::fromUtf8(zdump.readAllStandardOutput()));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QDate date = QLocale::c().toDate(
            match.captured(4) + u' ' + match.captured(1) + u' ' + match.captured(2),
            u"yyyy MMM d"_s);
        const QDateTime at(date, QTime::fromString(match.captured(3), u"HH:mm:ss"_s), Qt::UTC);
        offsets.insert(at.toSecsSinceEpoch(), match.captured(5).toLongLong());
    }
    return offsets;
}

qint64 offsetAt(const Offsets &offsets, qint64 second)
{
    auto next = offsets.upperBound(second);
    return next == offsets.begin() ? 0 : *std::prev(next);
}

qint64 secondOf(int year)
{
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

/// Where the offset really changes; zdump names the second before each change too.
QList<qint64> changesOf(const Offsets &offsets)
{
    QList<qint64> changes;
    for (auto it = offsets.begin(); it != offsets.end(); ++it) {
        const bool inYears = it.key() >= secondOf(kFirstYear) && it.key() < secondOf(kLastYear + 1);
        if (inYears && it != offsets.begin() && *std::prev(it) != *it)
            changes.append(it.key());
    }
    return changes;
}

/// When the wall shows this for the first time; a time left out, by the offset of the day before.
qint64 firstShown(const Offsets &offsets, qint64 local)
{
    std::optional<qint64> first;
    for (const qint64 offset : offsets) {
        const qint64 second = local - offset;
        if (offsetAt(offsets, second) == offset && (!first || second < *first))
            first = second;
    }
    return first.value_or(local - offsetAt(offsets, local - kDay));
}

QDateTime asWall(qint64 local)
{
    return QDateTime::fromSecsSinceEpoch(local, Qt::UTC);
}

qint64 seconds(base::Instant instant)
{
    return std::chrono::floor<base::Seconds>(instant).time_since_epoch().count();
}

} // namespace

/// Hand-offs by the wall clock, against what the system's own tool says of the zones.
class TestWallTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMinuteAroundEveryChange_data();
    void everyMinuteAroundEveryChange();
    void shiftsFollowTheWallOverEveryChange_data();
    void shiftsFollowTheWallOverEveryChange();
};

void TestWallTime::everyMinuteAroundEveryChange_data()
{
    QTest::addColumn<bool>("changes");
    // Two with other rules for the end of summer, one in the south with half an hour, one whose
    // offset is no whole hour, and two that do not change.
    QTest::newRow("Europe/Berlin") << true;
    QTest::newRow("America/New_York") << true;
    QTest::newRow("Australia/Lord_Howe") << true;
    QTest::newRow("America/St_Johns") << true;
    QTest::newRow("Asia/Shanghai") << false;
    QTest::newRow("Asia/Kathmandu") << false;
}

void TestWallTime::everyMinuteAroundEveryChange()
{
    QFETCH(const bool, changes);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QTimeZone zone(name.toLatin1());
    const Offsets offsets = offsetsOf(name);
    QVERIFY2(!offsets.isEmpty(), "zdump said nothing");
    QList<qint64> middles = changesOf(offsets);
    QCOMPARE(!middles.isEmpty(), changes);
    if (changes)
        QCOMPARE(middles.size(), 2 * (kLastYear - kFirstYear + 1));
    for (int year = kFirstYear; year <= kLastYear; ++year)
        middles.append(secondOf(year));

    qint64 minutes = 0;
    for (const qint64 middle : std::as_const(middles)) {
        // The first moment at which the wall shows each time.
        QHash<qint64, qint64> shown;
        for (qint64 second = middle - 2 * kDay; second < middle + 2 * kDay; second += kMinute) {
            const qint64 local = second + offsetAt(offsets, second);
            QCOMPARE(wallTime(base::Instant{base::Seconds{second}}, zone), asWall(local));
            if (!shown.contains(local))
                shown.insert(local, second);
        }
        const qint64 before = offsetAt(offsets, middle - 1);
        const qint64 from = middle + before - kDay;
        for (qint64 local = from; local < from + 2 * kDay; local += kMinute) {
            const qint64 expected = shown.value(local, local - before);
            QCOMPARE(seconds(instantOf(asWall(local), zone)), expected);
            ++minutes;
        }
    }
    QVERIFY(minutes >= 7 * 2'880);
}

void TestWallTime::shiftsFollowTheWallOverEveryChange_data()
{
    everyMinuteAroundEveryChange_data();
}

// Three shifts a day and a week's turn: one after the other without a hole, each begin as the wall
// says, whatever the clocks do.
void TestWallTime::shiftsFollowTheWallOverEveryChange()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QTimeZone zone(name.toLatin1());
    const Offsets offsets = offsetsOf(name);
    QVERIFY2(!offsets.isEmpty(), "zdump said nothing");
    Roster roster;
    const QStringList people{u"chen"_s, u"li"_s, u"zhou"_s, u"wang"_s};
    roster.active = QSet<QString>(people.begin(), people.end());
    Rotation hours;
    hours.position = u"network"_s;
    hours.zone = name.toLatin1();
    hours.startsOn = QDate(kFirstYear, 1, 1);
    hours.handoff = QTime(1, 30);
    hours.unit = Rotation::Unit::Hours;
    hours.every = 8;
    hours.members = people;
    Rotation weeks = hours;
    weeks.position = u"shift_lead"_s;
    weeks.unit = Rotation::Unit::Weeks;
    weeks.every = 1;
    roster.rotations = {hours, weeks};

    const base::Instant from{base::Seconds{secondOf(kFirstYear) + 2 * kDay}};
    const base::Instant until{base::Seconds{secondOf(kLastYear + 1)}};
    for (const auto &[position, length] :
        {std::pair(u"network"_s, qint64{8 * 3'600}), std::pair(u"shift_lead"_s, 7 * kDay)}) {
        QList<Shift> shifts = shiftsOf(roster, from, until);
        shifts.removeIf([&p = position](const Shift &shift) { return shift.position != p; });
        QVERIFY(shifts.size() > 300);
        const QDateTime first(hours.startsOn, hours.handoff, Qt::UTC);
        const qint64 begun = first.secsTo(wallTime(shifts.first().from, zone)) / length;
        for (qsizetype i = 0; i < shifts.size(); ++i) {
            const qint64 turn = begun + i;
            const qint64 local = first.toSecsSinceEpoch() + turn * length;
            QCOMPARE(seconds(shifts.at(i).from), firstShown(offsets, local));
            QCOMPARE(seconds(shifts.at(i).until), firstShown(offsets, local + length));
            QCOMPARE(shifts.at(i).person, people.at(turn % people.size()));
        }
    }
}

QTEST_GUILESS_MAIN(TestWallTime)

#include "tst_walltime.moc"
