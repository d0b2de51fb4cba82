// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/sampleparser.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;

namespace {

const QByteArray kSeed =
    "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
    "{\"metric\":{\"__name__\":\"rtt\",\"site\":\"\\u534e\\\"\"},"
    "\"values\":[[1700000000.123,\"1.5\"],[1700000015,\"NaN\"],[1700000030,\"+Inf\"]]},"
    "{\"metric\":{},\"value\":[1,\"-2e-3\"]}],\"stats\":{\"a\":[1,null,true]}},"
    "\"warnings\":[\"x\"]}";

/// Bit patterns, so that NaN equals NaN.
bool equal(const QueryAnswer &a, const QueryAnswer &b)
{
    if (a.series.size() != b.series.size())
        return false;
    for (std::size_t i = 0; i < a.series.size(); ++i) {
        const LabeledSamples &x = a.series[i];
        const LabeledSamples &y = b.series[i];
        if (x.times != y.times || x.values.size() != y.values.size())
            return false;
        for (std::size_t v = 0; v < x.values.size(); ++v) {
            const bool bothNaN = x.values[v] != x.values[v] && y.values[v] != y.values[v];
            if (!bothNaN && x.values[v] != y.values[v])
                return false;
        }
    }
    return true;
}

QByteArray mutated(QRandomGenerator &random)
{
    static const QByteArray alphabet = "{}[],:\"\\0123456789.eE+-NaInf utrls\n\x01\xff";
    QByteArray body = kSeed;
    const int changes = 1 + static_cast<int>(random.bounded(6));
    for (int i = 0; i < changes && !body.isEmpty(); ++i) {
        const qsizetype at = random.bounded(static_cast<int>(body.size()));
        const char c = alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        switch (random.bounded(4)) {
        case 0:
            body[at] = c;
            break;
        case 1:
            body.insert(at, c);
            break;
        case 2:
            body.remove(at, 1 + random.bounded(12));
            break;
        default:
            body.insert(at, body.mid(random.bounded(static_cast<int>(body.size())), 20));
            break;
        }
    }
    return body;
}

} // namespace

/// Whatever comes: no crash, no endless loop, and the single pass never reads something else than
/// the general reader does. (What the general reader refuses the single pass may not accept.)
class TestFuzzSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomBytes();
    void mutations();
    void deepNesting();
};

void TestFuzzSamples::randomBytes()
{
    QRandomGenerator random(20260318);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body(random.bounded(200), Qt::Uninitialized);
        for (char &byte : body)
            byte = static_cast<char>(random.bounded(256));
        QVERIFY(!parseAnswer(body));
    }
}

void TestFuzzSamples::mutations()
{
    QRandomGenerator random(4711);
    int scanned = 0;
    for (int round = 0; round < 60'000; ++round) {
        const QByteArray body = mutated(random);
        QueryAnswer answer;
        if (!scanAnswer(body, answer)) {
            [[maybe_unused]] const auto read = parseAnswer(body);
            continue;
        }
        ++scanned;
        const auto general = parseAnswerGenerally(body);
        QVERIFY2(general, body.constData());
        QVERIFY2(equal(answer, *general), body.constData());
    }
    QVERIFY(scanned > 100);
}

void TestFuzzSamples::deepNesting()
{
    for (const char bracket : {'[', '{', '"'}) {
        const QByteArray body = "{\"status\":\"success\",\"x\":" + QByteArray(2'000'000, bracket);
        QVERIFY(!parseAnswer(body));
    }
}

QTEST_GUILESS_MAIN(TestFuzzSamples)
#include "tst_samples.moc"
