// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostericalendar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::roster;
using domain::Shift;

namespace {

class StandingClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override
    {
        return *base::fromIso(u"2026-03-10T01:02:03.456789Z");
    }
};

Shift shift(const QString &position, const QString &person, const QString &from,
    const QString &until, const QString &slot = u"day"_s)
{
    return {.position = position,
        .slot = slot,
        .person = person,
        .rostered = person,
        .from = *base::fromIso(from),
        .until = *base::fromIso(until)};
}

QList<Shift> shifts()
{
    return {shift(u"network"_s, u"chen"_s, u"2026-03-18T00:00:00Z"_s, u"2026-03-18T12:00:00Z"_s),
        shift(u"network"_s, QString(), u"2026-03-18T12:00:00Z"_s, u"2026-03-19T00:00:00Z"_s),
        shift(u"av"_s, u"li"_s, u"2026-03-18T00:00:00Z"_s, u"2026-03-18T12:00:00Z"_s)};
}

CalendarWords words(const QString &summary)
{
    return {
        u"值守台，网络组; 3月"_s, [summary](const Shift &one) { return summary + one.position; }};
}

} // namespace

class TestRosterICalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherReaderReadsIt();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void linesAreShortAndWhole();
    void gapsOnlyWhenAsked();
    void theSameShiftHasTheSameUid();
    void twoAtOnePositionAreTwoEvents();

private:
    [[nodiscard]] QJsonObject read(const QByteArray &file) const;
    [[nodiscard]] QJsonArray events(const QList<Shift> &all, const CalendarChoice &choice) const
    {
        return read(toICalendar(all, choice, words(u"值班 "_s), m_clock))
            .value("events"_L1)
            .toArray();
    }

    StandingClock m_clock;
    QTemporaryDir m_folder;
};

QJsonObject TestRosterICalendar::read(const QByteArray &file) const
{
    QFile out(m_folder.filePath(u"roster.ics"_s));
    if (!out.open(QIODevice::WriteOnly) || out.write(file) != file.size())
        return {};
    out.close();
    QProcess python;
    python.start(
        u"/usr/bin/python3"_s, {u"-B"_s, QStringLiteral(WATCHROOM_READ_CALENDAR), out.fileName()});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

void TestRosterICalendar::anotherReaderReadsIt()
{
    const QJsonObject calendar =
        read(toICalendar(shifts(), {.person = u"chen"_s}, words(u"值班 "_s), m_clock));
    QCOMPARE(calendar.value("version"_L1).toString(), u"2.0"_s);
    QCOMPARE(calendar.value("method"_L1).toString(), u"PUBLISH"_s);
    QCOMPARE(calendar.value("name"_L1).toString(), u"值守台，网络组; 3月"_s);
    QCOMPARE(calendar.value("errors"_L1).toInt(-1), 0);
    const QJsonArray all = calendar.value("events"_L1).toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject event = all.first().toObject();
    QCOMPARE(event.value("errors"_L1).toInt(-1), 0);
    QCOMPARE(event.value("stamp"_L1).toString(), u"2026-03-10T01:02:03+00:00"_s);
    QCOMPARE(event.value("from"_L1).toString(), u"2026-03-18T00:00:00+00:00"_s);
    QCOMPARE(event.value("until"_L1).toString(), u"2026-03-18T12:00:00+00:00"_s);
    QCOMPARE(event.value("summary"_L1).toString(), u"值班 network"_s);
}

void TestRosterICalendar::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("signs") << u"a,b;c\\d:e\"f "_s;
    QTest::newRow("escapes") << u"a\\n b\\, "_s;
    QTest::newRow("lines") << u"first\nsecond "_s;
    QTest::newRow("long Chinese") << u"网络会诊值守"_s.repeated(40);
    QTest::newRow("long, four octets") << u"x"_s + u"\U00020000"_s.repeated(80);
    QTest::newRow("long, mixed") << u"夜 a"_s.repeated(60);
}

void TestRosterICalendar::textsComeBackAsTheyWere()
{
    QFETCH(const QString, text);
    const QJsonObject calendar = read(toICalendar(shifts(), {}, words(text), m_clock));
    const QJsonArray all = calendar.value("events"_L1).toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().toObject().value("summary"_L1).toString(), text + u"network"_s);
    QCOMPARE(all.last().toObject().value("summary"_L1).toString(), text + u"av"_s);
}

void TestRosterICalendar::linesAreShortAndWhole()
{
    // Each length once, so that a fold falls on every octet of a character.
    for (int blanks = 0; blanks < 8; ++blanks) {
        const QString text = QString(blanks, u'-') + u"会𠀀"_s.repeated(60) + u"\r\r\n\u0007"_s;
        const QByteArray file = toICalendar(shifts(), {}, words(text), m_clock);
        QVERIFY(file.endsWith("END:VCALENDAR\r\n"));
        QCOMPARE(file.count('\n'), file.count("\r\n"));
        QCOMPARE(file.count('\r'), file.count("\r\n"));
        QVERIFY(!file.contains('\a'));
        const QByteArrayList lines = file.chopped(2).split('\n');
        for (const QByteArray &line : lines) {
            const QByteArray octets = line.endsWith('\r') ? line.chopped(1) : line;
            QVERIFY(!octets.isEmpty());
            QVERIFY(octets.size() <= 75);
            QVERIFY(octets.isValidUtf8());
        }
    }
}

void TestRosterICalendar::gapsOnlyWhenAsked()
{
    QCOMPARE(events(shifts(), {}).size(), 2);
    QCOMPARE(events(shifts(), {.gaps = true}).size(), 3);
    QCOMPARE(events(shifts(), {.person = u"li"_s}).size(), 1);
    QCOMPARE(events(shifts(), {.person = u"li"_s, .gaps = true}).size(), 2);
    QCOMPARE(events(shifts(), {.person = u"zhou"_s}).size(), 0);
}

void TestRosterICalendar::theSameShiftHasTheSameUid()
{
    const auto uid = [this](const QList<Shift> &all, const CalendarChoice &choice) {
        return events(all, choice).first().toObject().value("uid"_L1).toString();
    };
    QList<Shift> swapped = shifts();
    swapped[0].person = u"wang"_s;
    swapped[0].until += std::chrono::hours{1};
    const QString chens = uid(shifts(), {.person = u"chen"_s});
    QVERIFY(!chens.isEmpty());
    QCOMPARE(uid(shifts(), {}), chens);
    QCOMPARE(uid(swapped, {.person = u"wang"_s}), chens);
    QVERIFY(uid(shifts(), {.person = u"li"_s}) != chens);
}

void TestRosterICalendar::twoAtOnePositionAreTwoEvents()
{
    QList<Shift> two = shifts();
    two.append(
        shift(u"network"_s, u"zhou"_s, u"2026-03-18T00:00:00Z"_s, u"2026-03-18T12:00:00Z"_s));
    QSet<QString> uids;
    const QJsonArray all = events(two, {});
    for (const QJsonValue &event : all)
        uids.insert(event["uid"_L1].toString());
    QCOMPARE(uids.size(), 3);
    const QJsonArray zhous = events(two, {.person = u"zhou"_s});
    QVERIFY(uids.contains(zhous.first()["uid"_L1].toString()));
}

QTEST_GUILESS_MAIN(TestRosterICalendar)
#include "tst_rostericalendar.moc"
