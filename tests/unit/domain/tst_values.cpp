// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/row.h"
#include "app/domain/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

QJsonValue parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalJsonHasOneForm_data();
    void canonicalJsonHasOneForm();
    void canonicalStringsAreQJsonDocuments();
    void keysSortByCodePoint();
    void largeIntegersKeepTheirDigits();
    void sameValues_data();
    void sameValues();
    void sameInstantsAndIds();
    void normalValues_data();
    void normalValues();
    void columnsOfARow();
    void charactersAndBlanks();
};

// PostgreSQL says the same: SELECT sync.canonical(JSON::jsonb).
void TestValues::canonicalJsonHasOneForm_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char *name, const char *json, const char *canonical) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(canonical);
    };
    row("null", "null", "null");
    row("words", "[true, false]", "[true,false]");
    row("empty", "{\"a\": [], \"b\": {}}", "{\"a\":[],\"b\":{}}");
    row("keys", "{\"b\": 1, \"a\": {\"d\": 2, \"c\": 3}, \"B\": 4}",
        "{\"B\":4,\"a\":{\"c\":3,\"d\":2},\"b\":1}");
    row("Chinese", "{\"\\u4e8b\": \"\\u4ef6 \\ud83d\\ude00\"}", "{\"事\":\"件 😀\"}");
    row("escapes", "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0001 \\u001f \\u007f\"",
        "\"\\\" \\\\ / \\b \\f \\n \\r \\t \\u0001 \\u001f \x7f\"");
    row("integer", "[1, 1.0, -7, 0, -0.0]", "[1,1,-7,0,0]");
    row("fractions", "[0.1, -2.5, 1.50, 100.25]", "[0.1,-2.5,1.5,100.25]");
    row("exponents", "[1e3, 1e21, 1.5e-7, 12.5e1, -1e-3]",
        "[1000,1000000000000000000000,0.00000015,125,-0.001]");
}

void TestValues::canonicalJsonHasOneForm()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, canonical);
    QCOMPARE(canonicalJson(parsed(json)), canonical);
    // It reads back as the same and is then the same again.
    QCOMPARE(canonicalJson(parsed(canonical)), canonical);
}

void TestValues::canonicalStringsAreQJsonDocuments()
{
    QString all;
    for (char16_t c = 1; c < 0x300; ++c)
        all.append(QChar(c));
    const QJsonArray array{all};
    QCOMPARE(canonicalJson(array), QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void TestValues::keysSortByCodePoint()
{
    // U+FF01 comes before U+1F600, though its UTF-16 unit is greater than 0xD83D.
    const QJsonObject object{{u"😀"_s, 2}, {u"！"_s, 1}};
    QCOMPARE(canonicalJson(object), QByteArray("{\"！\":1,\"😀\":2}"));
}

void TestValues::largeIntegersKeepTheirDigits()
{
    const qint64 beyond = 9'007'199'254'740'993; // 2^53 + 1 is no double
    QCOMPARE(canonicalJson(QJsonValue(beyond)), QByteArray("9007199254740993"));
    QCOMPARE(canonicalJson(QJsonValue(std::numeric_limits<qint64>::min())),
        QByteArray("-9223372036854775808"));
}

void TestValues::sameValues_data()
{
    QTest::addColumn<QJsonValue>("a");
    QTest::addColumn<QJsonValue>("b");
    QTest::addColumn<bool>("same");
    const QJsonValue absent(QJsonValue::Undefined);
    QTest::newRow("absent and null") << absent << QJsonValue() << true;
    QTest::newRow("null and false") << QJsonValue() << QJsonValue(false) << false;
    QTest::newRow("null and empty") << QJsonValue() << QJsonValue(u""_s) << false;
    QTest::newRow("1 and 1.0") << QJsonValue(1) << parsed("1.0") << true;
    QTest::newRow("1 and text") << QJsonValue(1) << QJsonValue(u"1"_s) << false;
    QTest::newRow("1 and true") << QJsonValue(1) << QJsonValue(true) << false;
    QTest::newRow("texts") << QJsonValue(u"a"_s) << QJsonValue(u"A"_s) << false;
    QTest::newRow("lists") << parsed("[1, 2]") << parsed("[1.0, 2]") << true;
    QTest::newRow("order of a list") << parsed("[1, 2]") << parsed("[2, 1]") << false;
    QTest::newRow("order of keys")
        << parsed("{\"a\":1,\"b\":2}") << parsed("{\"b\":2,\"a\":1}") << true;
}

void TestValues::sameValues()
{
    QFETCH(QJsonValue, a);
    QFETCH(QJsonValue, b);
    QFETCH(bool, same);
    QCOMPARE(sameValue(a, b), same);
    QCOMPARE(sameValue(b, a), same);
    QVERIFY(sameValue(a, a));
}

void TestValues::sameInstantsAndIds()
{
    const QJsonValue utc(u"2026-03-18T14:32:41.000000Z"_s);
    const QJsonValue shanghai(u"2026-03-18T22:32:41+08:00"_s);
    QVERIFY(sameValue(ColumnType::Instant, utc, shanghai));
    QVERIFY(!sameValue(ColumnType::Text, utc, shanghai));
    QVERIFY(!sameValue(ColumnType::Instant, utc, QJsonValue()));
    const QJsonValue lower(u"0190f3a2-7b1c-7def-8123-456789abcdef"_s);
    QVERIFY(sameValue(ColumnType::Uuid, lower, lower.toString().toUpper()));
}

void TestValues::normalValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QJsonValue>("given");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QJsonValue>("normal");
    const auto row = [](const char *name, ColumnType type, const QJsonValue &given,
                         const std::optional<QJsonValue> &normal) {
        QTest::newRow(name) << static_cast<int>(type) << given << normal.has_value()
                            << normal.value_or(QJsonValue());
    };
    const QJsonValue id(u"0190f3a2-7b1c-7def-8123-456789abcdef"_s);
    row("null of any type", ColumnType::Uuid, QJsonValue(), QJsonValue());
    row("id", ColumnType::Uuid, id.toString().toUpper(), id);
    row("braces", ColumnType::Uuid, u"{0190f3a2-7b1c-7def-8123-456789abcdef}"_s, {});
    row("zero id", ColumnType::Uuid, u"00000000-0000-0000-0000-000000000000"_s, {});
    row("text", ColumnType::Text, u"事"_s, QJsonValue(u"事"_s));
    row("number for text", ColumnType::Text, 1, {});
    row("U+0000", ColumnType::Text, QString(QChar(0)), {});
    row("integer", ColumnType::Integer, 7, QJsonValue(7));
    row("7.0", ColumnType::Integer, parsed("7.0"), QJsonValue(7));
    row("7.5", ColumnType::Integer, 7.5, {});
    row("1e300", ColumnType::Integer, 1e300, {});
    row("text for integer", ColumnType::Integer, u"7"_s, {});
    row("real", ColumnType::Real, 7.5, QJsonValue(7.5));
    row("boolean", ColumnType::Boolean, true, QJsonValue(true));
    row("1 for boolean", ColumnType::Boolean, 1, {});
    row("instant", ColumnType::Instant, u"2026-03-18T22:32:41+08:00"_s,
        QJsonValue(u"2026-03-18T14:32:41.000000Z"_s));
    row("no instant", ColumnType::Instant, u"yesterday"_s, {});
    row("json", ColumnType::Json, parsed("{\"a\":[1]}"), parsed("{\"a\":[1]}"));
}

void TestValues::normalValues()
{
    QFETCH(int, type);
    QFETCH(QJsonValue, given);
    QFETCH(bool, valid);
    QFETCH(QJsonValue, normal);
    const auto read = normalValue(static_cast<ColumnType>(type), given);
    QCOMPARE(read.has_value(), valid);
    if (valid)
        QCOMPARE(*read, normal);
}

void TestValues::columnsOfARow()
{
    const Row row{{u"id"_s, u"0190f3a2-7b1c-7def-8123-456789abcdef"_s}, {u"n"_s, 3},
        {u"on"_s, true}, {u"text"_s, u"事"_s}, {u"at"_s, u"2026-03-18T14:32:41Z"_s},
        {u"none"_s, QJsonValue()}};
    QCOMPARE(text(row, "text"_L1), u"事"_s);
    QCOMPARE(text(row, "absent"_L1), QString());
    QVERIFY(optionalText(row, "text"_L1).has_value());
    QVERIFY(!optionalText(row, "none"_L1));
    QVERIFY(!optionalText(row, "absent"_L1));
    QCOMPARE(integer(row, "n"_L1), 3);
    QCOMPARE(integer(row, "none"_L1), 0);
    QVERIFY(boolean(row, "on"_L1));
    QVERIFY(!boolean(row, "none"_L1));
    QVERIFY(!uuid(row, "id"_L1).isNull());
    QVERIFY(uuid(row, "text"_L1).isNull());
    QVERIFY(instant(row, "at"_L1).has_value());
    QVERIFY(!instant(row, "none"_L1));
}

void TestValues::charactersAndBlanks()
{
    QCOMPARE(characterCount(u"事件😀"_s), 3);
    QVERIFY(isBlank(QString()));
    QVERIFY(isBlank(u" \t\n\u3000\u00a0"_s));
    QVERIFY(!isBlank(u" 事 "_s));
}

} // namespace

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
