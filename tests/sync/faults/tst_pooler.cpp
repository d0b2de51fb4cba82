// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <unistd.h>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::Desk;
using State = sync::SyncStatus::State;

namespace {

/// pgbouncer before a cluster; runs as `postgres` where the test is root, which it refuses to be.
class Pooler
{
public:
    /// Empty: it listens. `logins`: user and password of whoever comes through it.
    QString start(int serverPort, const QString &mode, const QList<std::pair<QString, QString>> &logins)
    {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost))
            return probe.errorString();
        m_port = probe.serverPort();
        probe.close();
        QString users;
        for (const auto &[user, password] : logins)
            users += u"\"%1\" \"%2\"\n"_s.arg(user, password);
        if (!write(u"users.txt"_s, users)
            || !write(u"pgbouncer.ini"_s,
                u"[databases]\n* = host=127.0.0.1 port=%1\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
                "listen_port = %2\nunix_socket_dir =\nauth_type = scram-sha-256\n"
                "auth_file = %3\npool_mode = %4\nignore_startup_parameters = extra_float_digits\n"_s
                    .arg(serverPort)
                    .arg(m_port)
                    .arg(m_dir.filePath(u"users.txt"_s), mode)))
            return u"no configuration"_s;
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
        const QString program = QStandardPaths::findExecutable(
            u"pgbouncer"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/bin"_s});
        const QStringList own{m_dir.filePath(u"pgbouncer.ini"_s)};
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setWorkingDirectory(u"/"_s);
        if (::getuid() == 0)
            m_process.start(u"setpriv"_s,
                QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--init-groups"_s,
                    u"--pdeathsig=KILL"_s, program}
                    + own);
        else
            m_process.start(program, own);
        const bool listens = QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, quint16(m_port));
                return socket.waitForConnected(100);
            },
            10'000);
        return listens ? QString() : QString::fromUtf8(m_process.readAll());
    }

    ~Pooler()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] remote::ConnInfo through(remote::ConnInfo info) const
    {
        info.set("port"_L1, QString::number(m_port));
        info.set("sslmode"_L1, u"disable"_s);
        return info;
    }

private:
    bool write(const QString &name, const QString &text)
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0
            && file.setPermissions(QFile::Permissions(0x6644));
    }

    QTemporaryDir m_dir;
    QProcess m_process;
    int m_port = 0;
};

} // namespace

/// A connection pooler between console and server: LISTEN hears nothing behind it, silently. It is
/// noticed and said, and polling makes up for it.
class TestPooler : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(
                u"pgbouncer"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/bin"_s})
                .isEmpty())
            QSKIP("pgbouncer is not installed");
        QCOMPARE(prepare(), QString());
    }
    void init() { QCOMPARE(begin(), QString()); }
    void isNoticedSaidAndMadeUpFor_data();
    void isNoticedSaidAndMadeUpFor();
};

void TestPooler::isNoticedSaidAndMadeUpFor_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("transaction mode") << u"transaction"_s;
    QTest::newRow("session mode") << u"session"_s;
}

// Fault 25.
void TestPooler::isNoticedSaidAndMadeUpFor()
{
    QFETCH(const QString, mode);
    const auto admin = *remote::ConnInfo::parse(m_server.cluster.adminConninfo(m_database));
    Pooler pooler;
    QCOMPARE(pooler.start(m_server.cluster.port(), mode,
                 {{u"desk-1"_s, desk(1).value("password"_L1)},
                     {u"admin"_s, admin.value("password"_L1)}}),
        QString());
    // The administrator is told, though the two of them are alone with one backend.
    const auto isFound = [](const remote::ConnInfo &info) {
        remote::ServerAdmin looking;
        if (const auto opened = looking.open(info); !opened)
            return opened.error().detail;
        const auto findings = looking.check();
        return !findings ? findings.error().detail
            : std::ranges::any_of(
                  *findings, [](const auto &finding) { return finding.code == "pooler"_L1; })
            ? u"found"_s
            : u"not found"_s;
    };
    QCOMPARE(isFound(admin), u"not found"_s);
    QCOMPARE(isFound(pooler.through(admin)), u"found"_s);

    Desk one(pooler.through(desk(1)));
    Desk two(desk(2));
    QCOMPARE(enter(one, 1), QString());
    QCOMPARE(enter(two, 2), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    QVERIFY(one.service->status().pooled);
    QVERIFY(!two.service->status().pooled);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(!one.note(u"through it %1"_s.arg(i)).isNull());
        QVERIFY(!two.note(u"beside it %1"_s.arg(i)).isNull());
        QTRY_COMPARE_WITH_TIMEOUT(one.notes(), 2 * i + 2, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(two.notes(), 2 * i + 2, kPatience);
    }
    SETTLED(one);
    EQUAL(one, m_server.cluster);
    EQUAL(two, m_server.cluster);
}

QTEST_GUILESS_MAIN(TestPooler)
#include "tst_pooler.moc"
