// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/policy.h"
#include "app/domain/record.h"
#include "tests/parity/parityserver.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace watchroom;
using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

QString asJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString randomText(QRandomGenerator &random)
{
    // Every escape, controls, DEL, quotes, Chinese, a line separator, beyond the first plane.
    static const QList<char32_t> kLetters{U'a', U'Z', U'"', U'\\', U'/', U'\b', U'\f', U'\n', U'\r',
        U'\t', 1, 0x1f, 0x7f, 0x80, 0xe9, U'网', U'络', 0x2028, 0xffff, 0xe000, 0x1f600, 0x10ffff};
    QString text;
    for (int left = random.bounded(8); left > 0; --left) {
        const char32_t letter = kLetters.at(random.bounded(int(kLetters.size())));
        text += QString::fromUcs4(&letter, 1);
    }
    return text;
}

QJsonValue randomNumber(QRandomGenerator &random)
{
    switch (random.bounded(6)) {
    case 0:
        return random.bounded(2000) - 1000;
    case 1:
        return qint64(random.generate64() >> 1);
    case 2:
        return -qint64(random.generate64() >> 12);
    case 3:
        return random.generateDouble() * 1e-7;
    case 4:
        return (random.generateDouble() - 0.5) * 1e17;
    default:
        return random.bounded(1000) / 8.0;
    }
}

QJsonValue randomValue(QRandomGenerator &random, int depth = 0)
{
    const int kind = random.bounded(depth < 3 ? 7 : 5);
    if (kind == 0)
        return QJsonValue();
    if (kind == 1)
        return random.bounded(2) == 1;
    if (kind == 2)
        return randomNumber(random);
    if (kind <= 4)
        return randomText(random);
    QJsonArray array;
    QJsonObject object;
    for (int left = random.bounded(5); left > 0; --left) {
        array.append(randomValue(random, depth + 1));
        object.insert(randomText(random), randomValue(random, depth + 1));
    }
    return kind == 5 ? QJsonValue(array) : QJsonValue(object);
}

} // namespace

/// Policy, deadlines, canonical JSON, hashes and derived ids: equal bytes on both sides.
class TestParityPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void defaultDocument();
    void deadlines_data();
    void deadlines();
    void canonical();
    void entryHashes();
    void derivedIds();
    void blanks();

private:
    parity::ParityServer m_server;
};

void TestParityPolicy::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void TestParityPolicy::defaultDocument()
{
    const QString there = m_server.value(u"SELECT doc::text FROM app.policy WHERE version = 1"_s);
    const QJsonObject document = QJsonDocument::fromJson(there.toUtf8()).object();
    QCOMPARE(canonicalJson(document), canonicalJson(defaultPolicyDocument()));
    QVERIFY(parsePolicy(document));
    QCOMPARE(m_server.value(u"SELECT count(*) FROM app.policy"_s), u"1"_s);
}

void TestParityPolicy::deadlines_data()
{
    QTest::addColumn<QString>("zone");
    for (const auto *zone : {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC",
             "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"})
        QTest::newRow(zone) << QString::fromLatin1(zone);
}

void TestParityPolicy::deadlines()
{
    QFETCH(QString, zone);
    QRandomGenerator random(static_cast<quint32>(zone.size()));
    QJsonObject document = defaultPolicyDocument();
    document.insert("zone"_L1, zone);
    QJsonArray asked;
    QStringList expected;
    for (int i = 0; i < 1000; ++i) {
        const auto end = u"%1:%2"_s.arg(8 + random.bounded(14), 2, 10, QChar(u'0'))
                             .arg(random.bounded(60), 2, 10, QChar(u'0'));
        document.insert("workday_end"_L1, end);
        const auto policy = parsePolicy(document);
        QVERIFY(policy);
        const base::Instant from{std::chrono::microseconds{1'700'000'000'000'000
            + qint64(random.bounded(300'000'000)) * 1'000'000 + random.bounded(1'000'000)}};
        const int kind = random.bounded(3);
        const qint64 amount = 1 + random.bounded(kind == 1 ? 1'000'000 : 30);
        const Limit limit = kind == 0
            ? Limit{}
            : Limit{kind == 1 ? Limit::Kind::Seconds : Limit::Kind::WorkingDays, amount};
        const QJsonObject json = kind == 0
            ? QJsonObject{}
            : QJsonObject{{kind == 1 ? u"s"_s : u"working_days"_s, amount}};
        asked.append(
            QJsonObject{{u"doc"_s, QJsonObject{{u"zone"_s, zone}, {u"workday_end"_s, end}}},
                {u"limit"_s, kind == 0 ? QJsonValue() : QJsonValue(json)},
                {u"from"_s, base::toIso(from)}});
        const auto due = deadline(from, limit, *policy);
        expected.append(due ? base::toIso(*due) : QString());
    }
    const QStringList there = m_server.fetch(
        u"SELECT coalesce(sync.iso(sync.deadline(a -> 'doc', a -> 'limit',"
        " (a ->> 'from')::timestamptz)), '') FROM jsonb_array_elements(?::jsonb) AS a"_s,
        {QString::fromUtf8(QJsonDocument(asked).toJson())});
    QVERIFY2(m_server.error().isEmpty(), m_server.error().constData());
    QCOMPARE(there.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(there[i] == expected[i],
            qPrintable(u"%1: domain %2 server %3"_s.arg(
                asJson(asked[i].toObject()), expected[i], there[i])));
}

void TestParityPolicy::canonical()
{
    QRandomGenerator random(20260318);
    for (int i = 0; i < 1500; ++i) {
        const QJsonObject value{{u"v"_s, randomValue(random)}};
        const QString there = m_server.value(u"SELECT sync.canonical(?::jsonb)"_s, {asJson(value)});
        QCOMPARE(there.toUtf8(), canonicalJson(value));
    }
}

void TestParityPolicy::entryHashes()
{
    QRandomGenerator random(7);
    QByteArray previous(64, '0');
    for (qint64 n = 1; n <= 300; ++n) {
        const auto maybe = [&random](const QJsonValue &value) {
            return random.bounded(3) == 0 ? QJsonValue() : value;
        };
        const auto id = [] { return base::toText(QUuid::createUuid()); };
        const Row entry{{u"id"_s, id()}, {u"incident"_s, maybe(id())},
            {u"author"_s, randomText(random)}, {u"carrier"_s, maybe(randomText(random))},
            {u"recorded_at"_s, u"2026-03-18T14:32:41.12345%1Z"_s.arg(random.bounded(10))},
            {u"happened_at"_s, u"1969-12-31T23:59:59.00000%1Z"_s.arg(random.bounded(10))},
            {u"kind"_s, u"note"_s}, {u"channel"_s, maybe(u"phone"_s)}, {u"code"_s, maybe(u"c"_s)},
            {u"params"_s, maybe(QJsonObject{{u"p"_s, randomValue(random)}})},
            {u"text"_s, maybe(randomText(random))}, {u"corrects"_s, maybe(id())},
            {u"blobs"_s, maybe(QJsonArray{u"b"_s})}, {u"n"_s, n}};
        const QString there = m_server.value(
            u"SELECT sync.entry_hash(?, jsonb_populate_record(NULL::app.log_entry, ?::jsonb))"_s,
            {QString::fromLatin1(previous), asJson(entry)});
        const QByteArray here = entryHash(entry, n == 1 ? QByteArray() : previous, n);
        QVERIFY2(there.toLatin1() == here, qPrintable(asJson(entry)));
        previous = here;
    }
}

void TestParityPolicy::derivedIds()
{
    for (const QStringList &parts : {QStringList{u"entry"_s, u"0199"_s, u"0"_s}, {u"网"_s, u"😀"_s},
             {u"a"_s}, {u"a"_s, u""_s}}) {
        const QString array = u"{\"%1\"}"_s.arg(parts.join(u"\",\""_s));
        QCOMPARE(m_server.value(u"SELECT sync.derived_id(VARIADIC ?::text[])"_s, {array}),
            base::toText(base::derivedId(parts)));
    }
}

void TestParityPolicy::blanks()
{
    // Every character of the first plane that QChar calls a space, and none other.
    const QString spaces = m_server.value(
        u"SELECT string_agg(chr(c), '' ORDER BY c) FROM generate_series(1, 65535) AS c"
        " WHERE c NOT BETWEEN 55296 AND 57343 AND sync.blank(chr(c))"_s);
    QString expected;
    for (char32_t c = 1; c <= 0xffff; ++c)
        if (!QChar::isSurrogate(c) && QChar::isSpace(c))
            expected += QChar(static_cast<char16_t>(c));
    QCOMPARE(spaces, expected);
}

QTEST_GUILESS_MAIN(TestParityPolicy)

#include "tst_parity_policy.moc"
