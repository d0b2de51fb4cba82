// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/record.h"
#include "app/domain/tables.h"
#include "app/domain/values.h"
#include "app/remote/answers.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::ColumnType;
using domain::Operation;
using domain::ResultState;
using domain::Row;

namespace {

const auto kChen = u"chen"_s;

/// Texts that have broken somebody's program before.
QHash<QString, QString> texts()
{
    QString controls;
    for (char16_t c = 1; c < 0x20; ++c)
        controls += QChar(c);
    return {
        {u"quotes"_s, uR"('; DROP TABLE app.person; -- ''"")"_s},
        {u"backslashes"_s, uR"(\ \\ \' \" \n \u0041 \x27 E'\\x')"_s},
        {u"dollars"_s, u"$$ $body$ $1 ${jndi:x} $$; SELECT 1; $$"_s},
        {u"formats"_s, u"%s %n %1 %L %I {0} :name ? ?1 @x"_s},
        {u"json"_s, uR"({"op":1,"id":null}]}',"x":[)"_s},
        {u"markup"_s, u"<b>x</b> &amp; <img src=x> ]]>"_s},
        {u"controls"_s, controls + QChar(0x7f) + QChar(0x85)},
        {u"bidi"_s, u"a\u202Egnp.exe\u2066\u200F\u2069\u061C"_s},
        {u"invisible"_s, u"\uFEFFa\u200B\u200D\u00AD\u2028\u2029"_s},
        {u"astral"_s, u"\U0001F6A8\U00020BB7\U0010FFFF"_s},
        {u"noncharacters"_s, u"\uFFFE\uFFFF\uFDD0"_s},
        {u"combining"_s, u"e"_s + QString(300, QChar(0x301))},
        {u"words"_s, u"null true NaN \\N \\."_s},
        {u"nul"_s, u"a"_s + QChar(0) + u"b"_s},
        {u"high surrogate"_s, u"a"_s + QChar(0xd83d) + u"b"_s},
        {u"low surrogate"_s, u"a"_s + QChar(0xdea8) + u"b"_s},
    };
}

/// Json values as their text, for what QJsonValue would never write.
QHash<QString, QByteArray> documents()
{
    const auto nested = [](int depth) {
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    };
    return {
        {u"huge"_s, "[1e400]"},
        {u"huge negative"_s, "{\"a\":-1e400}"},
        {u"tiny"_s, "[1e-400]"},
        {u"long integer"_s, "[123456789012345678901234567890]"},
        {u"more than 64 bits"_s, "[9223372036854775808]"},
        {u"more than 53 bits"_s, "[9007199254740993]"},
        {u"more digits than a double"_s, "[0.1000000000000000055511151231257827]"},
        {u"spellings"_s, "[1.0,-0,-0.0,1E5,100e-2]"},
        {u"nested 60"_s, nested(60)},
        {u"nested 1100"_s, nested(1100)},
        {u"nested 9000"_s, nested(9000)},
        {u"nested objects"_s, QByteArray("{\"a\":").repeated(1100) + '1' + QByteArray(1100, '}')},
        {u"nul"_s, R"(["\u0000"])"},
        {u"nul key"_s, R"({"\u0000":1})"},
        {u"surrogate"_s, R"(["\ud800"])"},
        {u"surrogate key"_s, R"({"\udc00":1})"},
        {u"key twice"_s, R"({"a":1,"a":2})"},
        {u"empty key"_s, R"({"":""})"},
        {u"key like a column"_s, R"({"id":1,"ver":null,"incident":[]})"},
        {u"scalar"_s, "\"x\""},
        {u"bidi key"_s, "{\"\xe2\x80\xae\":\"\xe2\x80\xae\"}"},
        {u"long"_s, '[' + QByteArray("null,").repeated(2000) + "null]"},
    };
}

/// A row that is taken as it stands, but for the session and what guards alone write.
Row plain(const QString &table, int n)
{
    const QString unique = u"x%1"_s.arg(n);
    const QHash<QString, Row> rows{
        {u"person"_s, {{u"login"_s, unique}, {u"name"_s, unique}, {u"active"_s, true}}},
        {u"person_right"_s, {{u"person"_s, u"zhou"_s}, {u"right_name"_s, u"command"_s}}},
        {u"station"_s,
            {{u"name"_s, unique}, {u"kind"_s, u"console"_s}, {u"active"_s, false}}},
        {u"source"_s, {{u"name"_s, unique}, {u"kind"_s, u"prometheus"_s}, {u"enabled"_s, false}}},
        {u"target"_s, {{u"key"_s, unique}, {u"kind"_s, u"site"_s}, {u"name"_s, unique}}},
        {u"incident"_s,
            {{u"title"_s, u"x"_s}, {u"level"_s, u"yellow"_s}, {u"label"_s, unique}}},
        {u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}},
    };
    return rows.value(table);
}

} // namespace

/// Every text and document field of every synced table, given what a hostile or careless writer may
/// send through psql or a program of his own: it arrives byte for byte, or is refused for good, and
/// what follows it arrives.
class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), m_server.error().constData());
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
    }

    void everyText_data() { everyColumn(ColumnType::Text); }
    void everyText();
    void everyDocument_data() { everyColumn(ColumnType::Json); }
    void everyDocument();
    void tooLong_data() { everyColumn(ColumnType::Text); }
    void tooLong();
    void oddInstants();
    void cleanupTestCase();

private:
    static void everyColumn(ColumnType type);
    /// Gives the column this value: with the row, or afterwards, where guards leave it empty first.
    [[nodiscard]] Operation giving(
        Caller &caller, const QString &table, const QString &column, const QString &value);
    [[nodiscard]] QJsonObject envelope(
        Caller &caller, const Operation &operation, const QByteArray &document = {}) const;
    /// Each has its final answer, and a note behind them is applied.
    void deliver(Caller &caller, QJsonArray envelopes, QList<domain::OperationResult> &results);
    /// A client can read all that is there, and reckons the record as the server does.
    void readAll();

    ServerFixture m_server;
    QString m_database;
    int m_n = 0;
    int m_arrived = 0;
};

void TestTexts::everyColumn(ColumnType type)
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    for (const domain::Table &table : domain::tables()) {
        for (const domain::Column &column : table.columns) {
            if (column.type == type)
                QTest::addRow("%s.%s", table.name.data(), column.name.data())
                    << QString(table.name) << QString(column.name);
        }
    }
}

Operation TestTexts::giving(
    Caller &caller, const QString &table, const QString &column, const QString &value)
{
    static const QStringList kLater{
        u"acknowledged_by"_s, u"waiting_for"_s, u"cause"_s, u"verified"_s, u"told"_s};
    Row set = plain(table, ++m_n);
    if (table != "incident"_L1 || !kLater.contains(column)) {
        set[column] = value;
        return insertOf(table, set, kChen);
    }
    set[u"owner"_s] = kChen;
    const auto opened = caller.push(insertOf(table, set, kChen));
    return updateOf(table, opened.row.value_or(Row()), {{column, value}}, kChen);
}

QJsonObject TestTexts::envelope(
    Caller &caller, const Operation &operation, const QByteArray &document) const
{
    QJsonObject envelope = caller.envelope(operation);
    if (!document.isEmpty()) {
        QByteArray body = envelope["body"_L1].toString().toUtf8();
        body.replace("\"@document@\"", document);
        envelope[u"body"_s] = QString::fromUtf8(body);
    }
    return envelope;
}

void TestTexts::deliver(
    Caller &caller, QJsonArray envelopes, QList<domain::OperationResult> &results)
{
    const auto note =
        insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"behind"_s}}, kChen);
    envelopes.append(caller.envelope(note));
    const QJsonObject said = caller.apply(envelopes);
    QVERIFY2(!said.isEmpty(), qPrintable(caller.state() + caller.error()));
    const auto applied = remote::readApplied(
        QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact)));
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().detail));
    results = applied->results;
    QCOMPARE(results.size(), envelopes.size());
    QCOMPARE(results.takeLast().state, ResultState::Applied);
    for (const auto &result : std::as_const(results))
        QVERIFY2(result.state == ResultState::Applied || result.state == ResultState::Rejected,
            qPrintable(word(result) + u' ' + result.code));
}

void TestTexts::readAll()
{
    Caller reader(m_server.conninfo(m_database, u"desk1"_s));
    QVERIFY(reader.open());
    const auto pulled = remote::readPulled(reader.lines(
        u"SELECT * FROM sync.pull('%1', '1:1:')"_s.arg(base::toText(reader.client()))));
    QVERIFY2(pulled, qPrintable(pulled ? QString() : pulled.error().detail));
    QMap<QString, QList<Row>> chains;
    for (const auto &[table, row] : pulled->rows) {
        if (table == "log_entry"_L1)
            chains[row["chain"_L1].toString()].append(row);
    }
    for (QList<Row> &chain : chains) {
        std::ranges::sort(chain, {}, [](const Row &row) { return row["n"_L1].toInteger(); });
        const auto broken = domain::verifyChain(chain);
        QVERIFY2(!broken,
            QJsonDocument(chain.value(broken ? broken->n - 1 : 0)).toJson().constData());
    }
}

void TestTexts::everyText()
{
    QFETCH(const QString, table);
    QFETCH(const QString, column);
    Caller chen(m_server.conninfo(m_database, kChen));
    QVERIFY(chen.open());
    QJsonArray envelopes;
    QList<Operation> sent;
    for (const QString &text : texts()) {
        sent.append(giving(chen, table, column, text));
    }
    for (const Operation &operation : std::as_const(sent))
        envelopes.append(envelope(chen, operation));
    QList<domain::OperationResult> results;
    deliver(chen, envelopes, results);
    if (QTest::currentTestFailed())
        return;
    const domain::Column &known = *domain::findTable(table)->column(
        QLatin1StringView(column.toLatin1()));
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results[i].state != ResultState::Applied || known.origin == domain::Origin::Request)
            continue;
        QCOMPARE(chen.row(table, sent[i].id)[column].toString(), sent[i].set[column].toString());
        ++m_arrived;
    }
    readAll();
}

void TestTexts::everyDocument()
{
    QFETCH(const QString, table);
    QFETCH(const QString, column);
    Caller chen(m_server.conninfo(m_database, kChen));
    QVERIFY(chen.open());
    QJsonArray envelopes;
    QList<Operation> sent;
    QList<QByteArray> values;
    for (const QByteArray &document : documents()) {
        sent.append(giving(chen, table, column, u"@document@"_s));
        values.append(document);
    }
    for (qsizetype i = 0; i < sent.size(); ++i)
        envelopes.append(envelope(chen, sent[i], values[i]));
    QList<domain::OperationResult> results;
    deliver(chen, envelopes, results);
    if (QTest::currentTestFailed())
        return;
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results[i].state != ResultState::Applied)
            continue;
        const QJsonValue wanted =
            QJsonDocument::fromJson('[' + values[i] + ']').array().at(0);
        const QJsonValue found = chen.row(table, sent[i].id)[column];
        QCOMPARE(domain::canonicalJson(found), domain::canonicalJson(wanted));
        ++m_arrived;
    }
    readAll();
}

void TestTexts::tooLong()
{
    QFETCH(const QString, table);
    QFETCH(const QString, column);
    Caller chen(m_server.conninfo(m_database, kChen));
    QVERIFY(chen.open());
    QJsonArray envelopes;
    for (const int length : {200'000, 200'001}) {
        Row set = plain(table, ++m_n);
        set[column] = QString::number(m_n).leftJustified(length, u'a');
        envelopes.append(envelope(chen, insertOf(table, set, kChen)));
    }
    QList<domain::OperationResult> results;
    deliver(chen, envelopes, results);
    if (!QTest::currentTestFailed())
        QCOMPARE(results.last().state, ResultState::Rejected);
}

void TestTexts::oddInstants()
{
    Caller chen(m_server.conninfo(m_database, kChen));
    QVERIFY(chen.open());
    QJsonArray envelopes;
    for (const QString &instant :
        {u"0000-01-01T00:00:00Z"_s, u"0001-01-01T00:00:00+14:00"_s, u"0001-01-01T00:00:00Z"_s,
            u"9999-12-31T23:59:59-14:00"_s, u"9999-12-31T23:59:60Z"_s, u"2026-02-30T00:00:00Z"_s,
            u"2026-01-01T24:00:00Z"_s, u"2026-01-01T00:00:00+99:99"_s, u"1582-10-10T00:00:00Z"_s,
            u"infinity"_s, u"now"_s}) {
        Row set = plain(u"log_entry"_s, ++m_n);
        set[u"happened_at"_s] = instant;
        envelopes.append(envelope(chen, insertOf(u"log_entry"_s, set, kChen)));
    }
    QList<domain::OperationResult> results;
    deliver(chen, envelopes, results);
    if (!QTest::currentTestFailed())
        readAll();
}

void TestTexts::cleanupTestCase()
{
    // Refusing everything would pass, too.
    QVERIFY2(m_arrived > 150, qPrintable(QString::number(m_arrived)));
    const auto output = m_server.cluster().psql(
        m_server.cluster().superConninfo(m_database), u"SELECT sync.verify_record()"_s);
    QVERIFY2(output.out.contains("\"broken\": null"_L1), qPrintable(output.out));
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
