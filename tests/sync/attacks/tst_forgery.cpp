// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/tables.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::Operation;
using domain::Row;

namespace {

const auto kZhou = u"zhou"_s;

Operation noteBy(const QString &actor, const QString &text = u"x"_s)
{
    return insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, text}}, actor);
}

/// State and code of each result, or the call's error.
QStringList verdicts(Caller &caller, const QJsonArray &envelopes)
{
    const QJsonObject said = caller.apply(envelopes);
    if (said.isEmpty())
        return {caller.error()};
    QStringList all;
    const QJsonArray results = said["results"_L1].toArray();
    for (const QJsonValue &result : results)
        all.append((result["state"_L1].toString() + u' ' + result["code"_L1].toString()).trimmed());
    return all;
}

} // namespace

/// A station that would write in somebody's name: proofs forged, copied, sent elsewhere, sent twice,
/// and bodies changed under them. What is not proven is not done, and takes nothing down with it.
class TestForgery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }
    void init()
    {
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
        m_desk = std::make_unique<Caller>(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY2(m_desk->open(), qPrintable(m_desk->error()));
        m_zhou = openSession(u"zhou"_s);
        m_chen = openSession(u"chen"_s);
    }
    void cleanup() { m_desk.reset(); }

    void everyBitOfAProofCounts();
    void aProofIsOfOneOperation();
    void aBodyIsWhatWasProven_data();
    void aBodyIsWhatWasProven();
    void aProofIsOfOneSession();
    void anotherStationCarriesNothingOfMine();
    void anotherClientSendsItAgain();
    void anotherStationsClient();
    void anOrderIsNotChanged();
    void oddEnvelopes_data();
    void oddEnvelopes();
    void aWallLearnsNothingFromResults();
    void aKeyIsToldOnce();

private:
    using Session = std::pair<QUuid, QByteArray>;
    [[nodiscard]] Session openSession(const QString &login);
    [[nodiscard]] qint64 notes();
    /// As `operation`'s author would send it.
    [[nodiscard]] QJsonObject proven(const Operation &operation, const Session &session)
    {
        m_desk->signIn(session.first, session.second);
        return m_desk->envelope(operation);
    }
    void owner(const QString &sql)
    {
        const auto output =
            m_server.cluster().psql(m_server.cluster().superConninfo(m_database), sql);
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
    }

    ServerFixture m_server;
    QString m_database;
    std::unique_ptr<Caller> m_desk;
    Session m_zhou;
    Session m_chen;
};

TestForgery::Session TestForgery::openSession(const QString &login)
{
    Caller person(m_server.conninfo(m_database, login));
    if (!person.connectOnly())
        return {};
    const QJsonObject said = QJsonDocument::fromJson(
        person.value(u"SELECT sync.open_session('desk1')"_s).toUtf8())
                                 .object();
    return {QUuid::fromString(said["session"_L1].toString()),
        QByteArray::fromHex(said["key"_L1].toString().toLatin1())};
}

qint64 TestForgery::notes()
{
    return m_server.cluster()
        .psql(m_server.cluster().superConninfo(m_database),
            u"SELECT count(*) FROM app.log_entry WHERE kind = 'note'"_s)
        .out.toLongLong();
}

void TestForgery::everyBitOfAProofCounts()
{
    QJsonArray forged;
    const Operation operation = noteBy(kZhou);
    const QJsonObject good = proven(operation, m_zhou);
    const QString proof = good["proof"_L1].toString();
    QStringList wrong{QString(), u""_s, proof.toUpper(), proof.left(63), proof + u'0',
        proof + u' ', QString(64, u'0'), u"' OR true --"_s, u"null"_s};
    for (int i = 0; i < 64; ++i) {
        QString one = proof;
        one[i] = one[i] == u'0' ? u'1' : u'0';
        wrong.append(one);
    }
    for (const QString &text : std::as_const(wrong)) {
        QJsonObject one = good;
        one[u"seq"_s] = m_desk->nextSeq++;
        one[u"proof"_s] = text.isNull() ? QJsonValue() : QJsonValue(text);
        forged.append(one);
    }
    QCOMPARE(verdicts(*m_desk, {good}), QStringList{u"applied"_s});
    const auto stored = verdicts(*m_desk, forged);
    // The operation is known by now: each is told what became of it, and nothing is done.
    QCOMPARE(QSet<QString>(stored.begin(), stored.end()), QSet<QString>{u"applied"_s});
    QCOMPARE(notes(), 1);
    // And of one that is not known, each is held.
    Caller second(m_server.conninfo(m_database, u"desk1"_s));
    QVERIFY(second.open());
    const QJsonObject fresh = proven(noteBy(kZhou), m_zhou);
    QStringList held;
    for (const QString &text : std::as_const(wrong)) {
        QJsonObject envelope = fresh;
        envelope[u"seq"_s] = second.nextSeq++;
        envelope[u"proof"_s] =
            text == proof.toUpper() ? fresh["proof"_L1].toString().toUpper() : text;
        held += verdicts(second, {envelope});
    }
    QCOMPARE(held.size(), wrong.size());
    QCOMPARE(QSet<QString>(held.begin(), held.end()), QSet<QString>{u"held proof_wrong"_s});
    QCOMPARE(notes(), 1);
}

void TestForgery::aProofIsOfOneOperation()
{
    const QJsonObject mine = proven(noteBy(kZhou, u"mine"_s), m_zhou);
    const Operation other = noteBy(kZhou, u"other"_s);
    // Under the same op id too: the hash is in the proof.
    Operation same = other;
    same.op = QUuid::fromString(
        QJsonDocument::fromJson(mine["body"_L1].toString().toUtf8())["op"_L1].toString());
    for (const Operation &operation : {other, same}) {
        QJsonObject envelope = m_desk->envelope(operation);
        envelope[u"proof"_s] = mine["proof"_L1];
        envelope[u"seq"_s] = mine["seq"_L1];
        Caller desk(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY(desk.open());
        QCOMPARE(verdicts(desk, {envelope}), QStringList{u"held proof_wrong"_s});
    }
    QCOMPARE(notes(), 0);
    QCOMPARE(verdicts(*m_desk, {mine}), QStringList{u"applied"_s});
}

void TestForgery::aBodyIsWhatWasProven_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("text") << QByteArray("\"text\":\"x\"") << QByteArray("\"text\":\"y\"");
    QTest::newRow("a blank") << QByteArray("\"text\":\"x\"") << QByteArray("\"text\": \"x\"");
    QTest::newRow("escaped") << QByteArray("\"text\":\"x\"") << QByteArray("\"text\":\"\\u0078\"");
    QTest::newRow("twice") << QByteArray("\"text\":\"x\"")
                           << QByteArray("\"text\":\"x\",\"text\":\"y\"");
    QTest::newRow("actor") << QByteArray("\"actor\":\"zhou\"") << QByteArray("\"actor\":\"chen\"");
    QTest::newRow("nobody") << QByteArray("\"actor\":\"zhou\"") << QByteArray("\"actor\":null");
    QTest::newRow("table") << QByteArray("\"tbl\":\"log_entry\"") << QByteArray("\"tbl\":\"rule\"");
    QTest::newRow("kind") << QByteArray("\"kind\":\"append\"") << QByteArray("\"kind\":\"insert\"");
    QTest::newRow("tail") << QByteArray("}}") << QByteArray("}} ");
}

void TestForgery::aBodyIsWhatWasProven()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QJsonObject envelope = proven(noteBy(kZhou), m_zhou);
    QByteArray body = envelope["body"_L1].toString().toUtf8();
    if (from == "}}")
        body += ' ';
    else
        QVERIFY(body.replace(from, to) != envelope["body"_L1].toString().toUtf8());
    envelope[u"body"_s] = QString::fromUtf8(body);
    const QJsonObject behind = proven(noteBy(kZhou, u"behind"_s), m_zhou);
    QCOMPARE(verdicts(*m_desk, {envelope, behind}),
        (QStringList{u"held proof_wrong"_s, u"applied"_s}));
    QCOMPARE(notes(), 1);
}

void TestForgery::aProofIsOfOneSession()
{
    // Chen's session with Zhou's key, Zhou's session with Chen's name, a session that is none.
    const Operation operation = noteBy(u"chen"_s);
    QJsonObject envelope = proven(operation, m_zhou);
    const auto with = [&](const QString &session) {
        envelope[u"session"_s] = session.isNull() ? QJsonValue() : QJsonValue(session);
        envelope[u"seq"_s] = m_desk->nextSeq++;
        return verdicts(*m_desk, {envelope}).value(0);
    };
    m_desk->nextSeq = 1;
    QCOMPARE(with(base::toText(m_chen.first)), u"held proof_wrong"_s);
    QCOMPARE(with(base::toText(m_zhou.first)), u"held proof_wrong"_s);
    QCOMPARE(with(base::toText(QUuid::createUuid())), u"held session_unknown"_s);
    QCOMPARE(with(u"' OR true --"_s), u"held session_unknown"_s);
    QCOMPARE(with(QString()), u"held session_unknown"_s);
    QCOMPARE(notes(), 0);
    // Somebody else's operation under one's own whole proof.
    m_desk->signIn(m_chen.first, m_chen.second);
    Operation zhous = noteBy(kZhou);
    QCOMPARE(verdicts(*m_desk, {m_desk->envelope(zhous)}), QStringList{u"held proof_wrong"_s});
    QCOMPARE(notes(), 0);
}

void TestForgery::anotherStationCarriesNothingOfMine()
{
    const QJsonObject mine = proven(noteBy(kZhou), m_zhou);
    for (const QString &thief : {u"desk2"_s, u"agent1"_s, u"chen"_s}) {
        Caller caller(m_server.conninfo(m_database, thief));
        QVERIFY(caller.open());
        QCOMPARE(verdicts(caller, {mine}), QStringList{u"held session_unknown"_s});
    }
    Caller wall(m_server.conninfo(m_database, u"wall1"_s));
    QVERIFY(wall.open());
    QCOMPARE(verdicts(wall, {mine}), QStringList{u"rejected wall_reads_only"_s});
    QCOMPARE(notes(), 0);
    // What the wall did does not make the operation known.
    QCOMPARE(verdicts(*m_desk, {mine}), QStringList{u"applied"_s});
    QCOMPARE(notes(), 1);
}

void TestForgery::anotherClientSendsItAgain()
{
    const QJsonObject mine = proven(noteBy(kZhou), m_zhou);
    QCOMPARE(verdicts(*m_desk, {mine}), QStringList{u"applied"_s});
    for (const QString &login : {u"desk1"_s, u"desk2"_s, u"zhou"_s}) {
        Caller caller(m_server.conninfo(m_database, login));
        QVERIFY(caller.open());
        QCOMPARE(verdicts(caller, {mine}), QStringList{u"applied"_s});
    }
    QCOMPARE(notes(), 1);
}

void TestForgery::anotherStationsClient()
{
    const QJsonObject mine = proven(noteBy(kZhou), m_zhou);
    for (const QString &thief : {u"desk2"_s, u"wall1"_s, u"chen"_s}) {
        Caller caller(m_server.conninfo(m_database, thief), m_desk->client());
        QVERIFY(caller.connectOnly());
        const QString id = base::toText(m_desk->client());
        for (const QString &sql : {u"SELECT sync.hello('%1', 1, '')"_s,
                 u"SELECT sync.pull('%1', NULL)"_s, u"SELECT sync.beat('%1', '{\"lease\":true}')"_s,
                 u"SELECT sync.apply_changes('%1', 1, (SELECT '%2'), '[]')"_s}) {
            const QString asked = sql.contains(u"%2")
                ? sql.arg(id, m_desk->greeting()["epoch"_L1].toString())
                : sql.arg(id);
            caller.value(asked);
            QVERIFY2(caller.error() == "not_my_client"_L1,
                qPrintable(thief + asked + caller.state() + caller.error()));
        }
    }
    QCOMPARE(verdicts(*m_desk, {mine}), QStringList{u"applied"_s});
}

void TestForgery::anOrderIsNotChanged()
{
    const QJsonObject one = proven(noteBy(kZhou, u"1"_s), m_zhou);
    const QJsonObject two = proven(noteBy(kZhou, u"2"_s), m_zhou);
    const QJsonObject three = proven(noteBy(kZhou, u"3"_s), m_zhou);
    QCOMPARE(verdicts(*m_desk, {one, three}), QStringList{u"op_gap"_s});
    QCOMPARE(verdicts(*m_desk, {one, one}), QStringList{u"op_gap"_s});
    QCOMPARE(verdicts(*m_desk, {one}), QStringList{u"applied"_s});
    // Swapped numbers: another body under a number that was answered.
    QJsonObject swapped = two;
    swapped[u"seq"_s] = one["seq"_L1];
    QCOMPARE(verdicts(*m_desk, {swapped}), QStringList{u"client_forked"_s});
    swapped[u"seq"_s] = -1;
    QCOMPARE(verdicts(*m_desk, {swapped}), QStringList{u"client_forked"_s});
    QCOMPARE(verdicts(*m_desk, {three}), QStringList{u"op_gap"_s});
    QCOMPARE(notes(), 1);
    QCOMPARE(verdicts(*m_desk, {one, two, three}), QStringList(3, u"applied"_s));
    QCOMPARE(notes(), 3);
}

void TestForgery::oddEnvelopes_data()
{
    QTest::addColumn<QByteArray>("envelopes");
    const auto row = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << text;
    };
    row("no array", "{}");
    row("no JSON", "[");
    row("null", "null");
    row("numbers", "[1,2]");
    row("no body", R"([{"seq":1}])");
    row("no number", R"([{"body":"{}"}])");
    row("number as text", R"([{"seq":"x","body":"{}"}])");
    row("too large a number", R"([{"seq":99999999999999999999,"body":"{}"}])");
    row("half a number", R"([{"seq":1.5,"body":"{}"}])");
    row("nested", QByteArray(9000, '[') + QByteArray(9000, ']'));
    row("501", '[' + QByteArray(R"({"seq":1,"body":"{}"},)").repeated(500) + "1]");
    row("6 MiB", "[\"" + QByteArray(6 << 20, 'a') + "\"]");
}

void TestForgery::oddEnvelopes()
{
    QFETCH(const QByteArray, envelopes);
    const QString said = m_desk->value(
        u"SELECT sync.apply_changes('%1', 1, '%2', $wr$%3$wr$)"_s.arg(
            base::toText(m_desk->client()), m_desk->greeting()["epoch"_L1].toString(),
            QString::fromUtf8(envelopes)));
    QVERIFY2(!m_desk->state().isEmpty(), qPrintable(said));
    QVERIFY2(m_desk->state() != "XX000"_L1, qPrintable(m_desk->error()));
    // The connection and the client live on.
    QCOMPARE(verdicts(*m_desk, {proven(noteBy(kZhou), m_zhou)}), QStringList{u"applied"_s});
}

void TestForgery::aWallLearnsNothingFromResults()
{
    owner(u"SET watchroom.actor_kind = 'setup'; UPDATE app.person SET phone = '13900000000' WHERE login = 'zhou'"_s);
    m_desk->signIn(m_zhou.first, m_zhou.second);
    const auto opened = m_desk->push(insertOf(u"incident"_s,
        {{u"title"_s, u"x"_s}, {u"level"_s, u"red"_s}, {u"label"_s, u"A1-1"_s},
            {u"cause"_s, u"13900000000"_s}},
        kZhou));
    QCOMPARE(word(opened), u"applied"_s);
    Caller wall(m_server.conninfo(m_database, u"wall1"_s));
    QVERIFY(wall.open());
    const QStringList seen = wall.lines(
        u"SELECT * FROM sync.pull('%1', '1:1:')"_s.arg(base::toText(wall.client())));
    QVERIFY(seen.size() > 5);
    QVERIFY(!seen.join(u' ').contains(u"13900000000"));
    QStringList answers;
    for (const QString &line : seen) {
        const QJsonObject pulled = QJsonDocument::fromJson(line.toUtf8()).object();
        const QString table = pulled["t"_L1].toString();
        if (table.isEmpty())
            continue;
        const QUuid id = QUuid::fromString(pulled["r"_L1]["id"_L1].toString());
        for (const Row &set : {Row(), Row{{u"nonsense"_s, 1}}}) {
            const QJsonArray envelopes{wall.envelope(insertOf(table, set, {}, id))};
            for (int twice = 0; twice < 2; ++twice)
                answers.append(QString::fromUtf8(QJsonDocument(wall.apply(envelopes)).toJson()));
        }
    }
    QVERIFY(answers.size() > 20);
    QVERIFY(answers.first().contains(u"wall_reads_only"));
    QVERIFY2(!answers.join(u' ').contains(u"13900000000"), "a result shows what walls never see");
}

void TestForgery::aKeyIsToldOnce()
{
    const QString key = QString::fromLatin1(m_zhou.second.toHex());
    for (const QString &login : {u"desk1"_s, u"zhou"_s, u"chen"_s}) {
        Caller caller(m_server.conninfo(m_database, login));
        QVERIFY(caller.open());
        const QString all =
            caller.lines(u"SELECT * FROM sync.pull('%1', '1:1:')"_s.arg(
                             base::toText(caller.client())))
                .join(u'\n')
            + caller.value(
                u"SELECT sync.rows('session', '{%1}')"_s.arg(base::toText(m_zhou.first)));
        QVERIFY(all.contains(base::toText(m_zhou.first)));
        QVERIFY(!all.contains(key, Qt::CaseInsensitive));
    }
}

QTEST_GUILESS_MAIN(TestForgery)
#include "tst_forgery.moc"
