// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/cutproxy.h"
#include "tests/sync/engine/desk.h"
#include "tests/sync/faults/asked.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::asked;
using test::Desk;

/// Clients are killed anywhere, the server too, replies are lost: what a client was told is saved
/// is on the server exactly once or waits for a person, no client stays stuck, and every replica
/// ends equal to the server. The random seed is printed; WATCHROOM_SEED repeats a run.
class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void clientsAndServerKilledAnywhere();

private:
    struct Client
    {
        std::unique_ptr<QTemporaryDir> dir;
        QString station;
        store::Author author;
        std::unique_ptr<QProcess> process;
        QSet<QString> saved; ///< operations it said are saved
        QByteArray heard;
    };
    void startClient(Client &client, int operations);
    void listen(Client &client);
    void kill(Client &client);
    [[nodiscard]] QSet<QString> inTray(const Client &client) const;

    test::SharedServer m_server;
    QString m_database;
    QRandomGenerator m_random;
    std::unique_ptr<fakes::CutProxy> m_proxy;
    QHash<QString, int> m_refused;
    QString m_lastWords; ///< of the client heard last
};

void TestKills::initTestCase()
{
    QCOMPARE(m_server.prepare(), QString());
    m_database = m_server.newDatabase();
    m_random.seed(test::seed());
    m_proxy = std::make_unique<fakes::CutProxy>(quint16(m_server.cluster.port()));
}

void TestKills::startClient(Client &client, int operations)
{
    auto info = m_server.station(client.station, m_database);
    info.set("port"_L1, QString::number(m_proxy->port()));
    client.process = std::make_unique<QProcess>();
    client.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    client.heard.clear();
    client.process->start(QStringLiteral(WATCHROOM_FAULTCLIENT),
        {client.dir->path(), info.toText(), client.author.login,
            base::toText(client.author.session),
            QString::fromLatin1(client.author.sessionKey.toHex()),
            QString::number(m_random.generate()), QString::number(operations)});
    QVERIFY(client.process->waitForStarted());
}

void TestKills::listen(Client &client)
{
    client.heard += client.process->readAllStandardOutput();
    qsizetype end = 0;
    while ((end = client.heard.indexOf('\n')) >= 0) {
        const QByteArray line = client.heard.left(end);
        client.heard.remove(0, end + 1);
        QVERIFY2(!line.startsWith("damaged"), line.constData());
        m_lastWords = QString::fromUtf8(line);
        if (line.startsWith("refused"))
            ++m_refused[QString::fromUtf8(line)];
        if (line.startsWith("saved "))
            client.saved.insert(QString::fromLatin1(line.mid(6)));
    }
}

void TestKills::kill(Client &client)
{
    // One that ended by itself crashed, or could not open its own replica.
    const bool lives = client.process->state() == QProcess::Running;
    client.process->kill();
    client.process->waitForFinished();
    listen(client); // what it had said before it died counts
    QVERIFY2(lives,
        qPrintable(u"ended by itself, %1: %2"_s.arg(client.process->exitCode()).arg(m_lastWords)));
}

QSet<QString> TestKills::inTray(const Client &client) const
{
    const base::CorrectedClock clock;
    const auto store = store::Store::open(client.dir->path(), store::Store::Mode::ReadOnly, clock);
    const auto rows = (*store)
                          ->read<QList<QJsonObject>>([](store::Reader &reader) {
                              return reader.query(u"SELECT op FROM sync_outbox WHERE state IN"
                                                  "('conflict','rejected','held')"_s);
                          })
                          .result();
    QSet<QString> ops;
    for (const QJsonObject &row : rows.value_or(QList<QJsonObject>()))
        ops.insert(row["op"_L1].toString());
    return ops;
}

void TestKills::clientsAndServerKilledAnywhere()
{
    const int kills = asked("WATCHROOM_KILLS", 30);
    std::array<Client, 2> clients;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        Client &client = clients.at(i);
        client.dir = std::make_unique<QTemporaryDir>();
        client.station = u"desk-%1"_s.arg(i + 1);
        const auto info = m_server.station(client.station, m_database);
        const QString login = u"chen"_s; // a lead may change any title
        const auto session =
            remote::openPersonSession(info, login, login + u"'s own;secret"_s, client.station);
        QVERIFY(session);
        client.author = {login, session->id, session->key};
    }
    // Something both change.
    Desk first(m_server.station(u"desk-1"_s, m_database));
    first.actAs(clients.at(0).author);
    first.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(
        first.service->status().state, sync::SyncStatus::State::Synced, 30'000);
    for (int i = 0; i < 3; ++i)
        QVERIFY(first.save({{.table = u"incident"_s,
            .id = base::newId(first.clock.now()),
            .kind = domain::OperationKind::Insert,
            .set = {{u"title"_s, u"x"_s}, {u"level"_s, u"blue"_s}}}}));
    QTRY_COMPARE_WITH_TIMEOUT(first.replica->counts().result().pending, 0, 30'000);
    first.service.reset();

    for (Client &client : clients)
        startClient(client, 1'000'000);
    int serverKills = 0;
    for (int i = 0; i < kills; ++i) {
        Client &victim = clients.at(std::size_t(m_random.bounded(int(clients.size()))));
        const int life = 30 + m_random.bounded(400);
        (void)QTest::qWaitFor(
            [&victim, this] {
                listen(victim);
                return false;
            },
            life);
        if (m_random.bounded(4) == 0)
            m_proxy->loseReplyTo("apply_changes");
        if (m_random.bounded(10) == 0)
            m_proxy->cut(false);
        if (m_random.bounded(15) == 0) {
            m_server.cluster.kill();
            ++serverKills;
            QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
        }
        kill(victim);
        startClient(victim, 1'000'000);
    }
    m_proxy->heal();
    for (Client &client : clients) {
        kill(client);
        startClient(client, 5); // a last few, then it drains and ends by itself
    }
    int stuck = 0;
    for (Client &client : clients) {
        if (!client.process->waitForFinished(120'000))
            ++stuck;
        listen(client);
    }
    QCOMPARE(stuck, 0);

    QSet<QString> applied;
    const QStringList rows = m_server
                                 .query(m_database,
                                     u"SELECT op FROM sync.applied_op WHERE state IN"
                                     " ('applied','merged','already')"_s)
                                 .split(u'\n', Qt::SkipEmptyParts);
    for (const QString &op : rows)
        applied.insert(op);
    qint64 saved = 0;
    qint64 waiting = 0;
    for (const Client &client : clients) {
        const QSet<QString> tray = inTray(client);
        QSet<QString> lost = client.saved;
        lost -= applied;
        lost -= tray;
        QVERIFY2(lost.isEmpty(), qPrintable(QStringList(lost.begin(), lost.end()).join(u' ')));
        saved += client.saved.size();
        waiting += tray.size();
    }
    // Once: no operation has two numbers, no note two rows, and every losing text is on the server.
    QCOMPARE(rows.size(), applied.size());
    QCOMPARE(m_server.query(m_database,
                 u"SELECT count(*) FROM sync.applied_op a WHERE state = 'conflict' AND NOT EXISTS"
                 " (SELECT 1 FROM sync.conflict c WHERE c.op = a.op)"_s),
        u"0"_s);
    QCOMPARE(m_server.query(
                 m_database, u"SELECT count(*) FROM sync.applied_op WHERE state = 'rejected'"_s),
        u"0"_s);
    // Every version of a title was somebody's, in one line: rev = 1 + the changes that took effect.
    QCOMPARE(m_server.query(m_database,
                 u"SELECT count(*) FROM app.incident i WHERE rev <> 1 + (SELECT count(*) FROM"
                 " sync.applied_op a WHERE a.row_id = i.id AND a.kind = 'update'"
                 " AND a.state IN ('applied','merged'))"_s),
        u"0"_s);
    for (const Client &client : clients) {
        Desk desk(m_server.station(client.station, m_database));
        desk.restart([&client](const QString &folder) {
            for (const QString &name : {u"replica.sqlite"_s, u"outbox.log"_s}) {
                QFile::remove(folder + u'/' + name);
                QVERIFY(QFile::copy(client.dir->filePath(name), folder + u'/' + name));
            }
        });
        desk.service->start();
        QTRY_COMPARE_WITH_TIMEOUT(
            desk.contents(), test::serverContents(m_server, m_database), 60'000);
    }
    qInfo().noquote() << m_server.query(m_database,
        u"SELECT kind || ' ' || state || ' ' || count(*) FROM sync.applied_op GROUP BY kind, state"_s);
    qInfo() << m_refused;
    qInfo() << "client kills" << kills << "server kills" << serverKills << "replies lost"
            << m_proxy->repliesLost() << "saved" << saved << "in the tray" << waiting << "lost 0";
    QVERIFY(saved > kills);
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
