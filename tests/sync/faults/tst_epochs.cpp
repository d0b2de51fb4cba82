// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"
#include "tests/sync/faults/folders.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using test::copyFolder;
using test::Desk;
using State = sync::SyncStatus::State;

namespace {

const auto kNotes = u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s;

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(60'000) && process.exitCode() == 0)
        return true;
    qWarning().noquote() << program << process.readAll();
    return false;
}

} // namespace

/// The server goes back in time, is another one, or a replica is not the only one of its kind: no
/// operation is lost or done twice, every replica ends equal to the server, and nothing is sent to
/// a strange server before a person has said so.
class TestEpochs : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { QCOMPARE(begin(), QString()); }
    void failoverThatLostTheTail();
    void aDumpRestoredIntoTheSameDatabase();
    void whatNobodyElseHasIsKeptAside();
    void anotherServerIsAskedAbout();
    void aNewClusterWithTheOldData();
    void aClonedReplica();
    void aReplicaSetBack();
    void aFolderTakenToAnotherStation();
    void anAuditFindsWhatNobodyTold();

private:
    [[nodiscard]] static QString adopt(const fakes::PgCluster &cluster, const QString &database);
};

QString TestEpochs::adopt(const fakes::PgCluster &cluster, const QString &database)
{
    remote::ServerAdmin admin;
    const auto info = remote::ConnInfo::parse(cluster.adminConninfo(database));
    if (const auto opened = admin.open(*info); !opened)
        return opened.error().detail;
    const auto adopted = admin.adopt();
    return adopted ? QString() : adopted.error().detail;
}

void TestEpochs::failoverThatLostTheTail()
{
    fakes::PgCluster standby;
    QVERIFY2(standby.startAsStandbyOf(m_server.cluster), standby.error().constData());
    const auto both = [&](remote::ConnInfo info) {
        info.set("host"_L1, u"127.0.0.1,127.0.0.1"_s);
        info.set("port"_L1, u"%1,%2"_s.arg(m_server.cluster.port()).arg(standby.port()));
        return info;
    };
    Desk one(both(desk(1)));
    Desk two(both(desk(2)));
    QCOMPARE(signIn(one, 1), QString());
    QCOMPARE(signIn(two, 2), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    QVERIFY(!one.note(u"replicated"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(
        standby.psql(standby.superConninfo(m_database), kNotes).out, u"1"_s, kPatience);
    // From here on the standby hears nothing: what follows is confirmed and lost.
    standby.kill();
    const QUuid incident = base::newId(one.clock.now());
    QVERIFY(one.save({{.table = u"incident"_s,
        .id = incident,
        .kind = domain::OperationKind::Insert,
        .set = {{u"title"_s, u"丢包"_s}, {u"level"_s, u"yellow"_s}}}}));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!one.note(u"one %1"_s.arg(i)).isNull());
        QVERIFY(!two.note(u"two %1"_s.arg(i)).isNull());
    }
    SYNCED(one);
    SYNCED(two);
    QTRY_COMPARE_WITH_TIMEOUT(two.notes(), 11, kPatience);
    SETTLED(one);
    SETTLED(two);
    m_server.cluster.kill();
    QVERIFY2(standby.start(), standby.error().constData());
    QCOMPARE(standby.psql(standby.superConninfo(m_database), kNotes).out, u"1"_s);
    QVERIFY2(standby.promote(), standby.error().constData());
    QVERIFY(!two.note(u"after it"_s).isNull());

    QTRY_COMPARE_WITH_TIMEOUT(
        standby.psql(standby.superConninfo(m_database), kNotes).out, u"12"_s, kPatience);
    SYNCED(one);
    SYNCED(two);
    EQUAL(one, standby);
    EQUAL(two, standby);
    QVERIFY(two.has(u"incident"_s, incident));
    QCOMPARE(one.replica->counts().result(), store::OutboxCounts());
    QCOMPARE(two.replica->counts().result(), store::OutboxCounts());
}

void TestEpochs::aDumpRestoredIntoTheSameDatabase()
{
    Desk one(desk(1));
    Desk two(desk(2));
    QCOMPARE(signIn(one, 1), QString());
    QCOMPARE(signIn(two, 2), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    QVERIFY(!one.note(u"in the dump"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(two.notes(), 1, kPatience);
    QTemporaryDir dir;
    const QString dump = dir.filePath(u"dump"_s);
    const QString super = m_server.cluster.superConninfo(m_database);
    QVERIFY(run(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, dump, super}));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!one.note(u"one %1"_s.arg(i)).isNull());
        QVERIFY(!two.note(u"two %1"_s.arg(i)).isNull());
    }
    QTRY_COMPARE_WITH_TIMEOUT(one.notes(), 7, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(two.notes(), 7, kPatience);
    SETTLED(one);
    // Desks that come back meanwhile may lock what is restored: then it is done once more.
    bool restored = false;
    for (int i = 0; i < 5 && !restored; ++i) {
        QVERIFY(m_server.cluster.terminateConnections(m_database));
        restored = run(u"pg_restore"_s, {u"--clean"_s, u"--if-exists"_s, u"-d"_s, super, dump});
    }
    QVERIFY(restored);
    QCOMPARE(adopt(m_server.cluster, m_database), QString());

    QTRY_COMPARE_WITH_TIMEOUT(query(kNotes), u"7"_s, kPatience);
    SYNCED(one);
    SYNCED(two);
    EQUAL(one, m_server.cluster);
    EQUAL(two, m_server.cluster);
}

void TestEpochs::whatNobodyElseHasIsKeptAside()
{
    Desk one(desk(1));
    one.service->start();
    SYNCED(one);
    // A row that came from a station which is gone for ever.
    QCOMPARE(
        query(u"SET session_replication_role = replica;"
              "INSERT INTO app.target (id, rev, ver, xid, updated_by, updated_at, key, kind,"
              " name, enabled) VALUES ('6b7d7bfa-0000-4000-8000-000000000001', 3,"
              " gen_random_uuid(), pg_current_xact_id(), 'test', now(), 'x', 'site', 'X', true)"_s),
        QString());
    const QUuid id = QUuid::fromString(u"6b7d7bfa-0000-4000-8000-000000000001"_s);
    QTRY_VERIFY_WITH_TIMEOUT(one.has(u"target"_s, id), kPatience);
    QCOMPARE(query(u"SET session_replication_role = replica; DELETE FROM app.target;"
                   "UPDATE sync.meta SET incarnation = gen_random_uuid()"_s),
        QString());
    QTRY_VERIFY_WITH_TIMEOUT(!one.has(u"target"_s, id), kPatience);
    SYNCED(one);
    const auto aside =
        one.replica
            ->read<QList<QJsonObject>>([](store::Reader &reader) {
                return reader.query(u"SELECT tbl, reason, doc FROM sync_quarantine"_s);
            })
            .result();
    QCOMPARE(aside->size(), 1);
    QCOMPARE(aside->first()["reason"_L1].toString(), u"not_on_server"_s);
    QVERIFY(aside->first()["doc"_L1].toString().contains(u"\"key\":\"x\""));
}

void TestEpochs::anotherServerIsAskedAbout()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"at home"_s).isNull());
    SETTLED(one);
    // Somebody sets up another one, under the same names.
    test::SharedServer other;
    QCOMPARE(other.prepare(), QString());
    const QString database = other.newDatabase();
    one.setServer(other.station(u"desk-1"_s, database));
    one.restart([](const QString &) {});
    QVERIFY(!one.note(u"meant for home"_s).isNull());
    one.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::NeedsAttention, kPatience);
    QCOMPARE(one.service->status().lastError->code, u"other_server"_s);
    QCOMPARE(one.notes(), 2);
    QCOMPARE(other.query(database, kNotes), u"0"_s);
    one.service->wake();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().counts.pending, 1, kPatience);
    QCOMPARE(other.query(database, kNotes), u"0"_s);
    // A yes is to the server that was asked about; if yet another one answers, it is asked about
    // too.
    QCOMPARE(other.query(database, u"UPDATE sync.meta SET incarnation = gen_random_uuid()"_s),
        QString());
    const QString found = other.query(database, u"SELECT sync.epoch()"_s);
    one.service->acceptServer();
    QTRY_COMPARE_WITH_TIMEOUT(
        one.service->status().lastError->params["found"_L1].toString(), found, kPatience);
    QCOMPARE(one.service->status().state, State::NeedsAttention);
    QCOMPARE(other.query(database, kNotes), u"0"_s);
    // A person says that this one takes the other's place.
    one.service->acceptServer();
    QTRY_VERIFY_WITH_TIMEOUT(one.service->status().state != State::NeedsAttention, kPatience);
    SETTLED(one);
    // The other server does not know this session: what Chen did waits for Chen, nothing is lost.
    QCOMPARE(one.replica->counts().result().held, 2);
    QCOMPARE(one.notes(), 2);
    QCOMPARE(one.signIn(other.station(u"desk-1"_s, database), u"desk-1"_s), QString());
    QCOMPARE(one.replica->resend(one.heldOps(), store::Resend::Signed, one.author()).result(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(other.query(database, kNotes), u"2"_s, kPatience);
    SYNCED(one);
    QTRY_COMPARE_WITH_TIMEOUT(
        one.contents(), test::clusterContents(other.cluster, database), kPatience);
}

void TestEpochs::aNewClusterWithTheOldData()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"in the dump"_s).isNull());
    SETTLED(one);
    QTemporaryDir dir;
    const QString roles = dir.filePath(u"roles.sql"_s);
    const QString dump = dir.filePath(u"dump"_s);
    const QString super = m_server.cluster.superConninfo(m_database);
    QVERIFY(run(u"pg_dumpall"_s, {u"--roles-only"_s, u"-f"_s, roles, u"-d"_s, super}));
    QVERIFY(run(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, dump, super}));
    QVERIFY(!one.note(u"after the dump"_s).isNull());
    SETTLED(one);
    m_server.cluster.kill();

    fakes::PgCluster fresh;
    QVERIFY2(fresh.start(), fresh.error().constData());
    // The two roles every cluster of these tests has are there already.
    QVERIFY(run(u"psql"_s, {u"-q"_s, u"-X"_s, u"-f"_s, roles, fresh.superConninfo(u"postgres"_s)}));
    QVERIFY2(
        fresh.psql(fresh.superConninfo(u"postgres"_s),
                 u"CREATE DATABASE %1 OWNER admin"_s.arg(m_database))
                .exitCode
            == 0,
        "no database");
    QVERIFY(run(u"pg_restore"_s, {u"-d"_s, fresh.superConninfo(m_database), dump}));
    QCOMPARE(adopt(fresh, m_database), QString());
    auto info = desk(1);
    info.set("port"_L1, QString::number(fresh.port()));
    one.setServer(info);
    one.restart([](const QString &) {});
    one.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::NeedsAttention, kPatience);
    QCOMPARE(one.service->status().lastError->code, u"other_server"_s);
    one.service->acceptServer();
    SYNCED(one);
    QCOMPARE(fresh.psql(fresh.superConninfo(m_database), kNotes).out, u"2"_s);
    EQUAL(one, fresh);
}

void TestEpochs::aClonedReplica()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"before"_s).isNull());
    SETTLED(one);
    Desk clone(desk(1));
    m_server.cluster.kill();
    QVERIFY(!one.note(u"in both copies"_s).isNull());
    const store::Author author = one.author();
    one.restart([&](const QString &from) {
        clone.restart([&](const QString &to) { copyFolder(from, to); });
    });
    clone.actAs(author);
    QVERIFY(!one.note(u"by the original"_s).isNull());
    QVERIFY(!clone.note(u"by the clone"_s).isNull());
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    one.service->start();
    SYNCED(one);
    clone.service->start();
    SYNCED(clone);
    QTRY_COMPARE_WITH_TIMEOUT(query(kNotes), u"4"_s, kPatience);
    QCOMPARE(query(u"SELECT count(*) FROM sync.client"_s), u"2"_s);
    QVERIFY(!one.note(u"and on"_s).isNull());
    QVERIFY(!clone.note(u"and on, too"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(query(kNotes), u"6"_s, kPatience);
    SYNCED(one);
    SYNCED(clone);
    EQUAL(one, m_server.cluster);
    EQUAL(clone, m_server.cluster);
}

void TestEpochs::aReplicaSetBack()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"in the snapshot"_s).isNull());
    SETTLED(one);
    QTemporaryDir snapshot;
    const store::Author author = one.author();
    one.restart([&](const QString &folder) { copyFolder(folder, snapshot.path()); });
    one.service->start();
    for (int i = 0; i < 3; ++i)
        QVERIFY(!one.note(QString::number(i)).isNull());
    SYNCED(one);
    SETTLED(one);
    one.restart([&](const QString &folder) { copyFolder(snapshot.path(), folder); });
    QCOMPARE(one.notes(), 1);
    QVERIFY(!one.note(u"after it was set back"_s).isNull());
    one.service->start();
    SYNCED(one);
    QTRY_COMPARE_WITH_TIMEOUT(query(kNotes), u"5"_s, kPatience);
    EQUAL(one, m_server.cluster);
    QCOMPARE(one.notes(), 5);
}

void TestEpochs::aFolderTakenToAnotherStation()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1), QString());
    one.service->start();
    SYNCED(one);
    QVERIFY(!one.note(u"at the first desk"_s).isNull());
    SETTLED(one);
    one.setServer(desk(2));
    one.restart([](const QString &) {});
    one.service->start();
    SYNCED(one);
    QCOMPARE(signIn(one, 2), QString());
    QVERIFY(!one.note(u"at the second"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(query(kNotes), u"2"_s, kPatience);
    EQUAL(one, m_server.cluster);
}

void TestEpochs::anAuditFindsWhatNobodyTold()
{
    Desk one(desk(1));
    one.service->start();
    SYNCED(one);
    QTRY_VERIFY_WITH_TIMEOUT(one.service->status().lastAudit.has_value(), kPatience);
    QCOMPARE(one.service->status().counts, store::OutboxCounts());
    // Rows that no snapshot shows as new: what a defect or a careless owner might leave.
    QCOMPARE(
        query(u"SET session_replication_role = replica;"
              "INSERT INTO app.target (id, rev, ver, xid, updated_by, updated_at, key, kind,"
              " name, enabled) SELECT gen_random_uuid(), 1, gen_random_uuid(), '1'::xid8, 'test',"
              " now(), 'site-' || i, 'site', 'S', true FROM generate_series(1, 30) i"_s),
        QString());
    one.service->wake();
    const auto before = one.service->status().lastAudit;
    one.service->audit();
    QTRY_VERIFY_WITH_TIMEOUT(one.service->status().lastAudit != before, kPatience);
    QCOMPARE(one.service->status().auditRepaired, 30);
    EQUAL(one, m_server.cluster);
    // Once more, and there is nothing to repair.
    const auto again = one.service->status().lastAudit;
    one.service->audit();
    QTRY_VERIFY_WITH_TIMEOUT(one.service->status().lastAudit != again, kPatience);
    QCOMPARE(one.service->status().auditRepaired, 0);
}

QTEST_GUILESS_MAIN(TestEpochs)
#include "tst_epochs.moc"
