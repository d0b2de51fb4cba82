// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/prometheussource.h"
#include "tests/sources/fakeapi.h"
#include "tests/sources/serverprocess.h"

#include <QTest>
#include <QTimer>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;
using namespace watchroom::sources;
using base::Error;

namespace {

constexpr qint64 kNow = 1'773'800'000'000;

const QByteArray kGood = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                         "{\"metric\":{\"site\":\"a\"},\"value\":[1773800000,\"7\"]}]}}";

SourceSettings quick(const QUrl &url)
{
    SourceSettings settings{url};
    settings.instantTimeout = std::chrono::milliseconds{400};
    settings.rangeTimeout = std::chrono::milliseconds{400};
    settings.largestAnswer = 100'000;
    return settings;
}

Mapping mapping()
{
    return *readMapping(
        QJsonObject{{u"profile"_s, u"test"_s}, {u"interval"_s, 15}, {u"target_label"_s, u"site"_s},
            {u"metrics"_s, QJsonObject{{u"rtt"_s, QJsonObject{{u"promql"_s, u"sum(rtt)"_s}}}}}});
}

} // namespace

/// Servers that lie, hang, or are not what they should be.
class TestBadSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void unreachable();
    void silence();
    void dripping();
    void tooLarge();
    void notANumberIsNoReading();
    void fourAtATimeAndInstantFirst();
    void aNewerRangeEndsTheOlder();
    void leftAloneAfterAFailure();
    void theClientMayEndWhileAsking();
};

void TestBadSource::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &bytes, Error::Kind kind,
                         const QString &code) {
        QTest::newRow(name) << bytes << static_cast<int>(kind) << code;
    };
    const QByteArray html = "<html><body>Login</body></html>";
    const auto error = [](const QByteArray &type) {
        return "{\"status\":\"error\",\"errorType\":\"" + type + "\",\"error\":\"parse error\"}";
    };
    row("html", FakeApi::http(200, html, "text/html"), Error::Kind::Corrupt,
        u"source_not_prometheus"_s);
    row("404", FakeApi::http(404, html, "text/html"), Error::Kind::Corrupt,
        u"source_not_prometheus"_s);
    row("redirect",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        Error::Kind::Corrupt, u"source_not_prometheus"_s);
    row("400", FakeApi::http(400, error("bad_data")), Error::Kind::Invalid, u"source_bad_query"_s);
    row("422", FakeApi::http(422, error("execution")), Error::Kind::Internal,
        u"source_query_failed"_s);
    row("401", FakeApi::http(401, "Unauthorized", "text/plain"), Error::Kind::Denied,
        u"source_credentials"_s);
    row("403", FakeApi::http(403, html, "text/html"), Error::Kind::Denied, u"source_credentials"_s);
    row("502", FakeApi::http(502, html, "text/html"), Error::Kind::Offline,
        u"source_unavailable"_s);
    row("503", FakeApi::http(503, error("timeout")), Error::Kind::Offline, u"source_timeout"_s);
    row("half a body", FakeApi::http(200, kGood).chopped(30), Error::Kind::Corrupt,
        u"source_truncated"_s);
    row("half a body without a length",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + kGood.left(60), Error::Kind::Corrupt,
        u"source_truncated"_s);
    row("half a chunk",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + kGood.left(40),
        Error::Kind::Corrupt, u"source_truncated"_s);
    row("no http", "SSH-2.0-OpenSSH_9.2\r\n", Error::Kind::Offline, u"source_unreachable"_s);
}

void TestBadSource::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QString, code);
    FakeApi api([bytes](const QByteArray &) { return bytes; });
    SourceSettings settings = quick(api.url());
    settings.instantTimeout = std::chrono::milliseconds{3000};
    PrometheusClient client(settings);
    auto answer = client.instant(u"up"_s, kNow);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, code);
    QCOMPARE(static_cast<int>(answer.result().error().kind), kind);
}

void TestBadSource::unreachable()
{
    PrometheusClient client(quick(QUrl(u"http://127.0.0.1:%1"_s.arg(freePort()))));
    auto answer = client.instant(u"up"_s, kNow);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, u"source_unreachable"_s);
    QCOMPARE(answer.result().error().params.value(u"host"_s).toString(), u"127.0.0.1"_s);
}

void TestBadSource::silence()
{
    FakeApi api([](const QByteArray &) { return QByteArray(); });
    PrometheusClient client(quick(api.url()));
    auto answer = client.instant(u"up"_s, kNow);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 3000);
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, u"source_timeout"_s);
    QTRY_COMPARE(api.waiting(), 0); // and the call was ended, not left behind
}

void TestBadSource::dripping()
{
    FakeApi api([](const QByteArray &) { return QByteArray(); });
    PrometheusClient client(quick(api.url()));
    auto answer = client.instant(u"up"_s, kNow);
    QTRY_COMPARE(api.waiting(), 1);
    api.drip("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{");
    QTimer drops;
    connect(&drops, &QTimer::timeout, this, [&api] { api.drip(" "); });
    drops.start(20);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 3000);
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, u"source_timeout"_s);
}

void TestBadSource::tooLarge()
{
    FakeApi api(
        [](const QByteArray &) { return FakeApi::http(200, kGood + QByteArray(500'000, ' ')); });
    PrometheusClient client(quick(api.url()));
    auto answer = client.instant(u"up"_s, kNow);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().code, u"source_too_large"_s);
}

void TestBadSource::notANumberIsNoReading()
{
    QByteArray body = kGood;
    body.replace("\"7\"", "\"NaN\"");
    FakeApi api([body](const QByteArray &) { return FakeApi::http(200, body); });
    PrometheusSource source(u"p"_s, mapping(), quick(api.url()));
    auto poll = source.poll(kNow);
    QTRY_VERIFY(poll.isFinished());
    QVERIFY(poll.result());
    const auto answer = poll.result();
    for (const Reading &reading : answer->readings)
        QVERIFY(std::isnan(reading.value)); // for the engine to see as missing, never as 0
}

void TestBadSource::fourAtATimeAndInstantFirst()
{
    QList<QByteArray> order;
    FakeApi api([&order](const QByteArray &request) {
        order.append(request.left(request.indexOf(' ', 5)));
        return QByteArray();
    });
    PrometheusClient client(quick(api.url()));
    QList<QFuture<PrometheusClient::Answer>> answers;
    for (int i = 0; i < 8; ++i)
        answers.append(client.range(u"up"_s, {kNow, kNow + 1000, 1000, false}));
    answers.append(client.instant(u"up"_s, kNow));
    QCOMPARE(client.running(), 4);
    QCOMPARE(client.waiting(), 5);
    QTRY_COMPARE(api.waiting(), 4);
    api.release(FakeApi::http(200, kGood));
    QTRY_VERIFY(order.size() >= 5);
    QVERIFY(order.mid(4, 4).contains("POST /api/v1/query"));
    const auto settled = [&answers] {
        return std::ranges::all_of(answers, [](const auto &answer) { return answer.isFinished(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 5000);
}

void TestBadSource::aNewerRangeEndsTheOlder()
{
    FakeApi api([](const QByteArray &) { return QByteArray(); });
    PrometheusClient client(quick(api.url()));
    const StepPlan plan{kNow, kNow + 1000, 1000, false};
    auto older = client.range(u"up"_s, plan, u"chart 1"_s);
    auto other = client.range(u"up"_s, plan, u"chart 2"_s);
    QTRY_COMPARE(api.waiting(), 2);
    auto newer = client.range(u"up"_s, plan, u"chart 1"_s);
    QTRY_VERIFY(older.isFinished());
    QVERIFY(!older.result());
    QCOMPARE(older.result().error().code, u"superseded"_s);
    QTRY_COMPARE(api.requests(), 3);
    api.release(FakeApi::http(200, kGood));
    QTRY_VERIFY(newer.isFinished() && other.isFinished());
    QVERIFY(newer.result());
    QVERIFY(other.result());
}

void TestBadSource::leftAloneAfterAFailure()
{
    FakeApi api([](const QByteArray &) { return FakeApi::http(502, "Bad gateway", "text/plain"); });
    PrometheusSource source(u"p"_s, mapping(), quick(api.url()));
    auto first = source.poll(kNow);
    QTRY_VERIFY(first.isFinished());
    const int asked = api.requests();
    QVERIFY(asked > 0);
    auto second = source.poll(kNow + 100);
    QVERIFY(second.isFinished());
    QCOMPARE(second.result().error().code, u"source_unavailable"_s);
    QCOMPARE(api.requests(), asked);
    auto third = source.poll(kNow + 2000);
    QTRY_VERIFY(third.isFinished());
    QVERIFY(api.requests() > asked);
}

void TestBadSource::theClientMayEndWhileAsking()
{
    FakeApi api([](const QByteArray &) { return QByteArray(); });
    auto client = std::make_unique<PrometheusClient>(quick(api.url()));
    QList<QFuture<PrometheusClient::Answer>> answers;
    for (int i = 0; i < 6; ++i)
        answers.append(client->instant(u"up"_s, kNow));
    QTRY_COMPARE(api.waiting(), 4);
    client.reset();
    for (const auto &answer : std::as_const(answers))
        QVERIFY(answer.isFinished());
}

QTEST_GUILESS_MAIN(TestBadSource)
#include "tst_badsource.moc"
