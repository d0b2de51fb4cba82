// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/derivedids.h"
#include "app/quality/alertrecorder.h"
#include "tests/unit/quality/qualityfixture.h"

#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::quality;
using namespace std::chrono_literals;

class TestAlertRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAlertOpensAnIncident();
    void withoutTheLeaseNothingIsRecorded();
    void takingTwiceRecordsOnce();
    void aRiseRaisesTheIncident();
    void aFallLowersOnlyTheAlert();
    void aSecondAlertAboveJoins();
    void anotherGroupDoesNotJoin();
    void afterTheWindowANewOneIsOpened();
    void recoveredWhenAllAlertsCleared();
    void comesBack();
    void missingDataHasNoValue();
    void openAlertsCanBeRestored();

private:
    [[nodiscard]] Transition alert(const QString &target = u"site"_s,
        std::optional<Level> to = Level::Yellow, const QString &rule = u"loss_high"_s) const;
    void take(const Transition &transition);
    [[nodiscard]] QStringList codes(const QString &incident) const;

    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<AlertRecorder> m_recorder;
};

void TestAlertRecorder::init()
{
    m_space = std::make_unique<Workspace>();
    m_recorder = std::make_unique<AlertRecorder>(
        *m_space->store, m_space->clock, [](const Transition &found, const Row &target) {
            return found.metric + u" @ "_s + domain::text(target, "name"_L1);
        });
    m_recorder->setFence(1);
}

void TestAlertRecorder::cleanup()
{
    m_recorder.reset();
    m_space.reset();
}

Transition TestAlertRecorder::alert(
    const QString &target, std::optional<Level> to, const QString &rule) const
{
    Transition made{.rule = rule, .target = target, .metric = u"loss"_s};
    made.group = u"network"_s;
    made.to = to;
    made.time = made.startsAt = m_space->clock.ms();
    made.value = 6.8;
    return made;
}

void TestAlertRecorder::take(const Transition &transition)
{
    QSignalSpy settled(m_recorder.get(), &AlertRecorder::settled);
    QSignalSpy failed(m_recorder.get(), &AlertRecorder::failed);
    m_recorder->take({transition});
    QTRY_VERIFY(!settled.isEmpty());
    QCOMPARE(failed.size(), 0);
}

QStringList TestAlertRecorder::codes(const QString &incident) const
{
    QStringList codes;
    const QList<Row> entries =
        m_space->rows(u"log_entry"_s, u"incident=?"_s, {incident}, u"ORDER BY n"_s);
    for (const Row &entry : entries)
        codes.append(domain::text(entry, "code"_L1));
    return codes;
}

void TestAlertRecorder::anAlertOpensAnIncident()
{
    const Transition found = alert();
    take(found);
    const QList<Row> alerts = m_space->rows(u"alert"_s);
    QCOMPARE(alerts.size(), 1);
    const QUuid id = domain::alertId(found.rule, found.target, m_space->clock.now());
    QCOMPARE(domain::uuid(alerts[0], "id"_L1), id);
    QCOMPARE(domain::text(alerts[0], "state"_L1), u"firing"_s);
    QCOMPARE(domain::text(alerts[0], "level"_L1), u"yellow"_s);
    QCOMPARE(alerts[0].value(u"value"_s).toDouble(), 6.8);
    const QList<Row> incidents = m_space->rows(u"incident"_s);
    QCOMPARE(incidents.size(), 1);
    QCOMPARE(domain::uuid(incidents[0], "id"_L1), domain::incidentOfAlertId(id));
    QCOMPARE(domain::text(incidents[0], "title"_L1), u"loss @ 名·site"_s);
    QCOMPARE(domain::text(incidents[0], "level"_L1), u"yellow"_s);
    QCOMPARE(domain::text(incidents[0], "tech_group"_L1), u"network"_s);
    QVERIFY(domain::text(incidents[0], "owner"_L1).isEmpty());
    QCOMPARE(codes(domain::text(incidents[0], "id"_L1)),
        (QStringList{u"incident_opened"_s, u"alert_joined"_s}));
}

void TestAlertRecorder::withoutTheLeaseNothingIsRecorded()
{
    m_recorder->setFence({});
    m_recorder->take({alert()});
    m_recorder->setFence(1);
    take(alert(u"elsewhere"_s));
    const QList<Row> alerts = m_space->rows(u"alert"_s);
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(domain::text(alerts[0], "target"_L1), u"elsewhere"_s);
}

void TestAlertRecorder::takingTwiceRecordsOnce()
{
    const Transition found = alert();
    take(found);
    take(found);
    QCOMPARE(m_space->rows(u"alert"_s).size(), 1);
    QCOMPARE(m_space->rows(u"incident"_s).size(), 1);
    QCOMPARE(m_space->rows(u"incident_alert"_s).size(), 1);
}

void TestAlertRecorder::aRiseRaisesTheIncident()
{
    Transition found = alert();
    take(found);
    found.from = found.to;
    found.to = Level::Red;
    take(found);
    QCOMPARE(domain::text(m_space->rows(u"alert"_s)[0], "level"_L1), u"red"_s);
    const Row incident = m_space->rows(u"incident"_s)[0];
    QCOMPARE(domain::text(incident, "level"_L1), u"red"_s);
    QCOMPARE(codes(domain::text(incident, "id"_L1)).last(), u"level_raised"_s);
}

void TestAlertRecorder::aFallLowersOnlyTheAlert()
{
    Transition found = alert(u"site"_s, Level::Red);
    take(found);
    found.from = found.to;
    found.to = Level::Blue;
    take(found);
    QCOMPARE(domain::text(m_space->rows(u"alert"_s)[0], "level"_L1), u"blue"_s);
    QCOMPARE(domain::text(m_space->rows(u"incident"_s)[0], "level"_L1), u"red"_s);
}

void TestAlertRecorder::aSecondAlertAboveJoins()
{
    take(alert(u"egress"_s));
    m_space->clock.advance(10min);
    take(alert(u"site"_s, Level::Red));
    QCOMPARE(m_space->rows(u"alert"_s).size(), 2);
    const QList<Row> incidents = m_space->rows(u"incident"_s);
    QCOMPARE(incidents.size(), 1);
    QCOMPARE(domain::text(incidents[0], "level"_L1), u"red"_s);
    QCOMPARE(m_space->rows(u"incident_alert"_s).size(), 2);
}

void TestAlertRecorder::anotherGroupDoesNotJoin()
{
    take(alert());
    Transition other = alert(u"site"_s, Level::Yellow, u"mos_low"_s);
    other.group = u"audio_video"_s;
    take(other);
    QCOMPARE(m_space->rows(u"incident"_s).size(), 2);
}

void TestAlertRecorder::afterTheWindowANewOneIsOpened()
{
    take(alert(u"egress"_s));
    m_space->clock.advance(31min);
    take(alert(u"site"_s));
    QCOMPARE(m_space->rows(u"incident"_s).size(), 2);
}

void TestAlertRecorder::recoveredWhenAllAlertsCleared()
{
    Transition first = alert(u"egress"_s);
    Transition second = alert(u"site"_s);
    take(first);
    take(second);
    m_space->clock.advance(5min);
    first.time = second.time = m_space->clock.ms();
    first.to = second.to = {};
    take(first);
    QVERIFY(m_space->rows(u"incident"_s)[0].value(u"recovered_at"_s).isNull());
    take(second);
    const Row incident = m_space->rows(u"incident"_s)[0];
    QCOMPARE(domain::instant(incident, "recovered_at"_L1), m_space->clock.now());
    for (const Row &row : m_space->rows(u"alert"_s)) {
        QCOMPARE(domain::text(row, "state"_L1), u"cleared"_s);
        QCOMPARE(domain::instant(row, "ended_at"_L1), m_space->clock.now());
    }
}

void TestAlertRecorder::comesBack()
{
    Transition first = alert();
    take(first);
    m_space->clock.advance(5min);
    first.time = m_space->clock.ms();
    first.to = {};
    take(first);
    m_space->clock.advance(5min);
    take(alert());
    const QList<Row> incidents = m_space->rows(u"incident"_s);
    QCOMPARE(incidents.size(), 1);
    QVERIFY(incidents[0].value(u"recovered_at"_s).isNull());
    QVERIFY(codes(domain::text(incidents[0], "id"_L1)).contains(u"relapsed"_s));
    QCOMPARE(m_space->rows(u"alert"_s).size(), 2);
}

void TestAlertRecorder::missingDataHasNoValue()
{
    Transition silent = alert(u"site"_s, Level::Yellow, kNoDataRule);
    silent.metric.clear();
    silent.noData = true;
    silent.value = std::numeric_limits<double>::quiet_NaN();
    take(silent);
    const Row row = m_space->rows(u"alert"_s)[0];
    QVERIFY(row.value(u"value"_s).isNull());
    QVERIFY(domain::boolean(row, "no_data"_L1));
}

void TestAlertRecorder::openAlertsCanBeRestored()
{
    const Transition found = alert(u"site"_s, Level::Red);
    take(found);
    Transition over = alert(u"elsewhere"_s);
    take(over);
    over.to = {};
    take(over);
    const auto open = m_recorder->openAlerts().result();
    QVERIFY(open);
    QCOMPARE(open->size(), std::size_t{1});
    QCOMPARE(open->front().rule, found.rule);
    QCOMPARE(open->front().target, found.target);
    QCOMPARE(open->front().to, Level::Red);
    QCOMPARE(open->front().startsAt, found.startsAt);
}

QTEST_GUILESS_MAIN(TestAlertRecorder)
#include "tst_alertrecorder.moc"
