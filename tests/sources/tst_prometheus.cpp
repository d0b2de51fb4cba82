// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/prometheussource.h"
#include "app/quality/qualityservice.h"
#include "app/quality/seriesbook.h"
#include "tests/sources/exporter.h"
#include "tests/sources/serverprocess.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;
using namespace watchroom::sources;
using domain::Level;

namespace {

QString job(quint16 port)
{
    return u"  - job_name: sites\n    static_configs:\n      - targets: ['127.0.0.1:%1']\n"_s.arg(
        port);
}

Mapping mapping()
{
    const QJsonObject rtt{{u"promql"_s, u"rtt_seconds"_s}, {u"scale"_s, 1000}};
    const QJsonObject target{{u"key"_s, u"hs"_s}, {u"kind"_s, u"site"_s},
        {u"name"_s, u"华山院区"_s}, {u"label"_s, u"hua$1shan"_s}};
    const auto read = readMapping(
        QJsonObject{{u"profile"_s, u"test"_s}, {u"interval"_s, 1}, {u"target_label"_s, u"site"_s},
            {u"metrics"_s, QJsonObject{{u"rtt"_s, rtt}}}, {u"targets"_s, QJsonArray{target}}});
    if (!read)
        qFatal("mapping: %s", qPrintable(read.error().detail));
    return *read;
}

domain::Rule quickRule()
{
    domain::Rule rule;
    rule.name = u"rtt_high"_s;
    rule.metric = u"rtt"_s;
    rule.group = u"network"_s;
    rule.stepSeconds = 1;
    rule.noDataSeconds = 60;
    rule.levels[2] = domain::RuleLevel{400, 360, 2, 2};
    return rule;
}

const QString kSeries = u"rtt_seconds{site=\"hua$1shan\"}"_s;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// A service over a real server, and what it said last.
struct Console
{
    explicit Console(const QUrl &url)
        : service(clock)
    {
        QObject::connect(&service, &QualityService::updated, &service,
            [this](const QualityUpdate &update) { last = update; });
        QObject::connect(&service, &QualityService::sourceChanged, &service,
            [this](const SourceState &state) { source = state; });
        QObject::connect(&service, &QualityService::transitioned, &service,
            [this](const std::vector<Transition> &found) {
                transitions.insert(transitions.end(), found.begin(), found.end());
            });
        service.setRules({quickRule()});
        service.setSource([url] {
            return std::make_unique<PrometheusSource>(u"p"_s, mapping(), SourceSettings{url});
        });
    }
    [[nodiscard]] double value() const
    {
        return last.readings.empty() ? std::nan("") : last.readings.front().value;
    }
    [[nodiscard]] bool has(std::optional<Level> to) const
    {
        return std::ranges::any_of(transitions, [&](const Transition &t) { return t.to == to; });
    }

    base::CorrectedClock clock;
    QualityService service;
    QualityUpdate last;
    SourceState source;
    std::vector<Transition> transitions;
};

} // namespace

/// Against Debian's prometheus, which scrapes the test's own exporter each second.
class TestPrometheus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void crossingALimitAndBack();
    void aTargetThatVanishesIsNotHealthy();
    void historyAndLiveAreOneLine();
    void peaksSurviveFarViews();
    void serversOwnErrors_data();
    void serversOwnErrors();
    void killedAndBack();
    void blackboxProfile();

private:
    Exporter m_exporter;
    std::unique_ptr<PrometheusServer> m_server;
};

void TestPrometheus::initTestCase()
{
    m_exporter.set(kSeries, 0.042);
    m_server = std::make_unique<PrometheusServer>(job(m_exporter.port()));
    QVERIFY(m_server->start());
}

void TestPrometheus::crossingALimitAndBack()
{
    Console console(m_server->url());
    QTRY_COMPARE_WITH_TIMEOUT(console.value(), 42.0, 15'000);
    QCOMPARE(console.last.readings.front().target, u"hs"_s);
    QVERIFY(console.source.answering);
    QVERIFY(console.transitions.empty());
    m_exporter.set(kSeries, 0.5);
    QTRY_VERIFY_WITH_TIMEOUT(console.has(Level::Red), 15'000);
    const Transition red = console.transitions.back();
    QCOMPARE(red.target, u"hs"_s);
    QCOMPARE(red.value, 500.0);
    QCOMPARE(red.startsAt % 1000, 0);
    QVERIFY(std::abs(red.startsAt - now()) < 10'000);
    m_exporter.set(kSeries, 0.05);
    QTRY_VERIFY_WITH_TIMEOUT(console.has(std::nullopt), 15'000);
    QCOMPARE(console.transitions.back().startsAt, red.startsAt);
}

void TestPrometheus::aTargetThatVanishesIsNotHealthy()
{
    Console console(m_server->url());
    m_exporter.set(kSeries, 0.5);
    QTRY_VERIFY_WITH_TIMEOUT(console.has(Level::Red), 15'000);
    m_exporter.remove(kSeries);
    QTRY_VERIFY_WITH_TIMEOUT(
        !console.last.statuses.empty() && console.last.statuses.front().data == DataState::NoData,
        15'000);
    QCOMPARE(console.last.statuses.front().level, Level::Red);
    QVERIFY(!console.has(std::nullopt));
    m_exporter.set(kSeries, 0.042);
    QTRY_VERIFY_WITH_TIMEOUT(console.has(std::nullopt), 15'000);
}

void TestPrometheus::historyAndLiveAreOneLine()
{
    Console console(m_server->url());
    QTRY_VERIFY_WITH_TIMEOUT(console.source.answering, 10'000);
    SeriesBook book(console.service);
    book.watch(u"hs"_s, {u"rtt"_s, u"mos"_s}, now(), 10'000, 600);
    QTRY_VERIFY_WITH_TIMEOUT(book.series(u"rtt"_s)->size() >= 3, 10'000);
    const std::size_t before = book.series(u"rtt"_s)->size();
    QTRY_VERIFY_WITH_TIMEOUT(book.series(u"rtt"_s)->size() > before, 10'000);
    QTRY_VERIFY(book.error(u"mos"_s));
    QCOMPARE(book.error(u"mos"_s)->code, u"metric_unknown"_s);
}

void TestPrometheus::peaksSurviveFarViews()
{
    Console console(m_server->url());
    m_exporter.set(kSeries, 0.95);
    QTRY_COMPARE_WITH_TIMEOUT(console.value(), 950.0, 10'000);
    m_exporter.set(kSeries, 0.042);
    QTRY_COMPARE_WITH_TIMEOUT(console.value(), 42.0, 10'000);
    const auto far =
        console.service.range({u"hs"_s, u"rtt"_s, now() - 86'400'000, now(), 100}).result();
    QVERIFY2(far, qPrintable(far ? QString() : far.error().detail));
    QCOMPARE(far->step, 864'000);
    QVERIFY(std::ranges::is_sorted(far->times));
    // The window that ends now is not over; ask for a span that a step has closed.
    const auto minute =
        console.service.range({u"hs"_s, u"rtt"_s, now() - 60'000, now() + 4'000, 16}).result();
    QVERIFY(minute);
    QCOMPARE(minute->step, 4000);
    QVERIFY(!minute->values.empty());
    QCOMPARE(std::ranges::max(minute->values), 950.0F);
    QCOMPARE(std::ranges::min(minute->values), 42.0F);
}

void TestPrometheus::serversOwnErrors_data()
{
    QTest::addColumn<QString>("promql");
    QTest::addColumn<QString>("code");
    QTest::newRow("400") << u"rtt_seconds{"_s << u"source_bad_query"_s;
    QTest::newRow("422")
        << uR"(vector(1) * on() (vector(1) or label_replace(vector(1), "a", "b", "", "")))"_s
        << u"source_query_failed"_s;
}

void TestPrometheus::serversOwnErrors()
{
    QFETCH(QString, promql);
    QFETCH(QString, code);
    PrometheusClient client({m_server->url()});
    auto answer = client.instant(promql, now());
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, code);
    QVERIFY(!answer.result().error().params.value(u"message"_s).toString().isEmpty());
}

void TestPrometheus::killedAndBack()
{
    Console console(m_server->url());
    m_exporter.set(kSeries, 0.042);
    QTRY_COMPARE_WITH_TIMEOUT(console.value(), 42.0, 10'000);
    m_server->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!console.source.answering && console.source.error, 10'000);
    QCOMPARE(console.source.error->code, u"source_unreachable"_s);
    QVERIFY(console.source.lastAnswer > 0);
    QTRY_VERIFY_WITH_TIMEOUT(!console.last.statuses.empty()
            && console.last.statuses.front().data == DataState::SourceDown,
        10'000);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(console.source.answering, 40'000);
    QTRY_VERIFY_WITH_TIMEOUT(console.last.statuses.front().data == DataState::Fresh, 10'000);
}

void TestPrometheus::blackboxProfile()
{
    Exporter probed;
    BlackboxExporter blackbox;
    QVERIFY(blackbox.start());
    const QString target = u"127.0.0.1:%1"_s.arg(probed.port());
    PrometheusServer server(
        u"  - job_name: probes\n    metrics_path: /probe\n    params: {module: [tcp]}\n"
        "    static_configs:\n      - targets: ['%1']\n"
        "    relabel_configs:\n"
        "      - {source_labels: [__address__], target_label: __param_target}\n"
        "      - {source_labels: [__param_target], target_label: instance}\n"
        "      - {target_label: __address__, replacement: '127.0.0.1:%2'}\n"_s.arg(target)
            .arg(blackbox.port()));
    QVERIFY(server.start());
    QJsonObject profile = *shippedProfile(u"blackbox"_s);
    profile.insert(u"interval"_s, 1);
    PrometheusSource source(u"p"_s, *readMapping(profile), {server.url()});
    const auto ask = [&source, &target](const QString &metric) {
        auto poll = source.poll(now() / 1000 * 1000 - 1000);
        (void)QTest::qWaitFor([&poll] { return poll.isFinished(); }, 10'000);
        const auto answer = poll.result();
        for (const Reading &reading : answer ? answer->readings : std::vector<Reading>()) {
            if (reading.metric == metric && reading.target == target)
                return reading.value;
        }
        return std::nan("");
    };
    QTRY_VERIFY_WITH_TIMEOUT(ask(u"rtt"_s) > 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"loss"_s), 0.0, 10'000);
    probed.close();
    QTRY_VERIFY_WITH_TIMEOUT(ask(u"loss"_s) > 20, 20'000);
    QVERIFY(std::isnan(ask(u"rtt"_s)));
}

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
