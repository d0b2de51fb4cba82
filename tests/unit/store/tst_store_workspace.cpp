// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/storefixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>

#include <csignal>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace watchroom;
using namespace watchroom::store;

namespace {

constexpr auto kNobody = 65534;

std::atomic<int> logSyncs = 0; ///< how often outbox.log was brought to the disk

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Saves entries until it is ended, and says each one after it was reported saved.
int saveForEver(const QString &dir)
{
    const base::CorrectedClock clock;
    const auto store = opened(dir, clock);
    must(store->applyPage(team(), u"c0"_s, 0).result());
    for (;;) {
        const auto saved = save(*store, {note(QUuid::createUuid(), u"said"_s)});
        const QByteArray line = base::toText(must(saved).ops.first()).toLatin1() + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
            return 1;
    }
}

/// Saves until the disk takes no more; then gives room, and saves once again.
int saveOnAFullDisk(const QString &dir)
{
    const base::CorrectedClock clock;
    const auto store = opened(dir, clock);
    must(store->applyPage(team(), u"c0"_s, 0).result());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{2 * 1024 * 1024, limit.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    int reported = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto saved = save(*store, {note(QUuid::createUuid(), QString(4000, u'x'))});
        if (saved) {
            ++reported;
            continue;
        }
        if (saved.error().code != "disk_full"_L1)
            qFatal("%s %s", qPrintable(saved.error().code), qPrintable(saved.error().detail));
        break;
    }
    const qsizetype kept = rows(*store, u"log_entry"_s).size();
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const bool again = save(*store, {note(QUuid::createUuid(), u"room again"_s)}).has_value();
    return reported > 10 && reported < 2000 && kept == reported && again ? 0 : 1;
}

/// What a person without the right to write the folder meets.
int openUnwritable(const QString &dir)
{
    if (::setuid(kNobody) != 0)
        return 2;
    const base::CorrectedClock clock;
    const auto refused = Store::open(dir, Store::Mode::Replica, clock);
    const auto looked = Store::open(dir, Store::Mode::ReadOnly, clock);
    if (refused || refused.error().code != "read_only"_L1 || !looked)
        return 1;
    return rows(**looked, u"person"_s).size() == 2 ? 0 : 1;
}

} // namespace

/// Stands before the C library's own, for this program and SQLite in it.
extern "C" int fdatasync(int file)
{
    const QString path = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(file));
    if (path.endsWith("/outbox.log"_L1))
        ++logSyncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

/// The files of a workspace: locks, crashes, damage, age.
class TestStoreWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folderIsTheOwnersAlone();
    void secondProgramIsTold();
    void aLockOfADeadProgramIsNoLock();
    void lookingNeedsNoLock();
    void nothingSavedIsLostByAKill();
    void destructorSavesWhatWasAsked();
    void fullDiskSavesNothingAndHarmsNothing();
    void aBusyFileSavesNothingAndHarmsNothing();
    void unwritableFolder();
    void damagedFileIsReported_data();
    void damagedFileIsReported();
    void salvageQueuesAgain();
    void cutLogKeepsItsWholePart();
    void logIsCutWhenAllIsAcknowledged();
    void logReachesTheDiskOnceASecond();
    void newerReplicaIsRefused();
    void gainedColumnAndTableAreAdded();

private:
    [[nodiscard]] QString path() const { return m_dir->path(); }
    [[nodiscard]] std::unique_ptr<Store> replica();
    void damage(qint64 from, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    TestClock m_clock;
};

void TestStoreWorkspace::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Store> TestStoreWorkspace::replica()
{
    auto store = opened(path(), m_clock);
    must(store->applyPage(team(), u"c0"_s, 0).result());
    return store;
}

void TestStoreWorkspace::damage(qint64 from, const QByteArray &bytes) const
{
    QFile file(path() + u"/replica.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestStoreWorkspace::folderIsTheOwnersAlone()
{
    const QString dir = path() + u"/new/workspace"_s;
    const auto store = opened(dir, m_clock);
    QCOMPARE(QFile::permissions(dir)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                | QFile::WriteOther | QFile::ExeOther),
        QFile::Permissions());
    QCOMPARE(store->workspaceDir(), dir);
}

void TestStoreWorkspace::secondProgramIsTold()
{
    auto first = replica();
    const auto second = Store::open(path(), Store::Mode::Replica, m_clock);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, base::Error::Kind::Denied);
    QCOMPARE(second.error().code, u"workspace_in_use"_s);
    QCOMPARE(second.error().params.value(u"pid"_s).toInteger(), qint64{::getpid()});
    first.reset();
    QVERIFY(Store::open(path(), Store::Mode::Replica, m_clock).has_value());
}

void TestStoreWorkspace::aLockOfADeadProgramIsNoLock()
{
    // What a killed program leaves, when its number is a living program's by now, of the same name.
    opened(path(), m_clock).reset();
    QFile lock(path() + u"/workspace.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const QByteArray name = QCoreApplication::applicationName().toUtf8();
    QVERIFY(lock.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n' + name + '\n'
                + QSysInfo::machineHostName().toUtf8() + '\n')
        > 0);
    lock.close();
    const auto store = Store::open(path(), Store::Mode::Replica, m_clock);
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    // And a held one is, whatever stands in it.
    QVERIFY(QFile::resize(path() + u"/workspace.lock"_s, 0));
    QCOMPARE(
        Store::open(path(), Store::Mode::Replica, m_clock).error().code, u"workspace_in_use"_s);
}

void TestStoreWorkspace::lookingNeedsNoLock()
{
    QCOMPARE(Store::open(path() + u"/none"_s, Store::Mode::ReadOnly, m_clock).error().code,
        u"no_workspace"_s);
    const auto holder = replica();
    const QUuid id = QUuid::createUuid();
    must(save(*holder, {incident(id, u"seen"_s)}));
    const auto looking = opened(path(), m_clock, Store::Mode::ReadOnly);
    QCOMPARE(one(*looking, u"incident"_s, id).value(u"title"_s).toString(), u"seen"_s);
    QCOMPARE(save(*looking, {incident(QUuid::createUuid(), u"x"_s)}).error().code, u"read_only"_s);
    must(save(*holder, {change(id, {{u"title"_s, u"seen too"_s}})}));
    // What waits in the outbox is no secret of its holder either.
    QCOMPARE(looking->counts().result().pending, 2);
    QCOMPARE(one(*looking, u"incident"_s, id).value(u"title"_s).toString(), u"seen too"_s);
}

void TestStoreWorkspace::nothingSavedIsLostByAKill()
{
    QSet<QString> reported;
    for (int round = 0; round < 3; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--save-for-ever"_s, path()});
        QByteArray said;
        const qsizetype enough = 37 * (40 + 30 * round);
        while (said.size() < enough) {
            QVERIFY2(child.waitForReadyRead(30'000), child.readAllStandardError().constData());
            said += child.readAllStandardOutput();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        said += child.readAllStandardOutput();
        for (const QByteArray &line : said.split('\n')) {
            if (line.size() == 36)
                reported.insert(QString::fromLatin1(line));
        }
    }
    const auto store = opened(path(), m_clock);
    QSet<QString> kept;
    qint64 seq = 0;
    for (const Envelope &envelope : batch(*store, 1'000'000, 1'000'000'000)) {
        QCOMPARE(envelope.seq, ++seq);
        kept.insert(base::toText(must(domain::fromBody(envelope.body)).op));
    }
    QVERIFY(reported.size() >= 120);
    QVERIFY(kept.contains(reported));
    // One operation a kill may have been saved and not yet reported.
    QVERIFY(kept.size() <= reported.size() + 3);
}

void TestStoreWorkspace::destructorSavesWhatWasAsked()
{
    auto store = replica();
    for (int i = 0; i < 20; ++i) {
        auto future = store->save({incident(QUuid::createUuid(), u"x"_s)},
            {.login = u"chen"_s, .session = {}, .sessionKey = {}});
        Q_UNUSED(future)
    }
    store.reset();
    QCOMPARE(rows(*opened(path(), m_clock), u"incident"_s).size(), 20);
}

void TestStoreWorkspace::fullDiskSavesNothingAndHarmsNothing()
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--full-disk"_s, path()});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);
    const auto store = opened(path(), m_clock);
    QCOMPARE(rows(*store, u"log_entry"_s, u"text='room again'"_s).size(), 1);
    QCOMPARE(batch(*store, 10'000, 1'000'000'000).size(), rows(*store, u"log_entry"_s).size());
}

void TestStoreWorkspace::aBusyFileSavesNothingAndHarmsNothing()
{
    const auto store = replica();
    must(save(*store, {note(QUuid::createUuid(), u"before"_s)}));
    {
        // A program that has no business here, and longer than anybody waits for it.
        QSqlDatabase foreign = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        foreign.setDatabaseName(path() + u"/replica.sqlite"_s);
        QVERIFY(foreign.open());
        QVERIFY(QSqlQuery(foreign).exec(u"BEGIN IMMEDIATE"_s));
        const auto refused = save(*store, {note(QUuid::createUuid(), u"meanwhile"_s)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"workspace_in_use"_s);
        QVERIFY(QSqlQuery(foreign).exec(u"ROLLBACK"_s));
        foreign.close();
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
    QCOMPARE(rows(*store, u"log_entry"_s).size(), 1);
    must(save(*store, {note(QUuid::createUuid(), u"after"_s)}));
    QCOMPARE(rows(*store, u"log_entry"_s).size(), 2);
    QCOMPARE(store->counts().result().pending, 2);
    QCOMPARE(batch(*store).size(), 2);
}

void TestStoreWorkspace::unwritableFolder()
{
    if (::getuid() != 0)
        QSKIP("needs root, to become somebody who may not write");
    replica().reset();
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x5555)));
    for (const QFileInfo &file : QDir(path()).entryInfoList(QDir::Files))
        QVERIFY(QFile::setPermissions(file.filePath(), QFile::Permissions(0x4444)));
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--unwritable"_s, path()});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitCode(), 0);
}

void TestStoreWorkspace::damagedFileIsReported_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no database") << qint64{0} << QByteArray("this is no database at all");
    QTest::newRow("schema page") << qint64{100} << QByteArray(3900, '\x55');
}

void TestStoreWorkspace::damagedFileIsReported()
{
    QFETCH(qint64, from);
    QFETCH(QByteArray, bytes);
    replica().reset();
    damage(from, bytes);
    const auto store = Store::open(path(), Store::Mode::Replica, m_clock);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, base::Error::Kind::Corrupt);
    QCOMPARE(store.error().code, u"damaged"_s);
}

void TestStoreWorkspace::salvageQueuesAgain()
{
    const QUuid id = QUuid::createUuid();
    QList<Envelope> before;
    QString client;
    {
        const auto store = replica();
        must(store->setSyncState({{state::kPrefix, u"A3"_s}, {state::kCursor, u"c7"_s}}).result());
        client = must(store->syncState().result()).value(state::kClient);
        must(save(*store, {incident(id, u"one"_s)}));
        must(save(*store, {change(id, {{u"title"_s, u"two"_s}})}));
        must(save(*store, {note(id, u"typed"_s)}));
        before = batch(*store);
    }
    damage(0, QByteArray(4096, '\x55'));
    const Store::Salvaged salvaged = must(Store::salvage(path(), Store::Mode::Replica, m_clock));
    QCOMPARE(salvaged.operations, 3);
    QVERIFY(QFileInfo::exists(salvaged.setAside));

    const auto store = opened(path(), m_clock);
    const SyncState known = must(store->syncState().result());
    QCOMPARE(known.value(state::kClient), client);
    QCOMPARE(known.value(state::kPrefix), u"A3"_s);
    QVERIFY(!known.contains(state::kCursor));
    const auto after = batch(*store);
    QCOMPARE(after.size(), 3);
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after.at(i).seq, before.at(i).seq);
        QCOMPARE(after.at(i).body, before.at(i).body);
    }
    // What was not sent is on the screen again, and the numbers and labels go on.
    QCOMPARE(one(*store, u"incident"_s, id).value(u"title"_s).toString(), u"two"_s);
    must(store->applyPage(team(), u"c0"_s, 0).result());
    const auto next = must(save(*store, {incident(QUuid::createUuid(), u"x"_s)}));
    QCOMPARE(next.rows.first().value(u"label"_s).toString(), u"A3-2"_s);
    QCOMPARE(batch(*store).last().seq, 4);
}

void TestStoreWorkspace::cutLogKeepsItsWholePart()
{
    {
        const auto store = replica();
        for (int i = 0; i < 3; ++i)
            must(save(*store, {note(QUuid::createUuid(), u"n"_s)}));
    }
    QFile log(path() + u"/outbox.log"_s);
    QVERIFY(log.resize(log.size() - 5));
    QVERIFY(QFile::remove(path() + u"/replica.sqlite"_s));
    QCOMPARE(batch(*opened(path(), m_clock)).size(), 2);

    // A byte that flipped ends what can be trusted.
    QVERIFY(log.open(QIODevice::ReadWrite));
    const qsizetype second = log.readAll().lastIndexOf("\"seq\":2");
    QVERIFY(second > 0 && log.seek(second + 6) && log.putChar('9'));
    log.close();
    QVERIFY(QFile::remove(path() + u"/replica.sqlite"_s));
    QCOMPARE(batch(*opened(path(), m_clock)).size(), 1);
}

void TestStoreWorkspace::logIsCutWhenAllIsAcknowledged()
{
    const QString log = path() + u"/outbox.log"_s;
    {
        const auto store = replica();
        must(save(*store, {note(QUuid::createUuid(), u"long enough to be seen"_s)}));
        const Envelope sent = batch(*store).first();
        QTRY_VERIFY(contentOf(log).contains("long enough to be seen"));
        domain::OperationResult result;
        result.seq = sent.seq;
        result.op = must(domain::fromBody(sent.body)).op;
        must(store->storeResults({result}, sent.seq).result());
        QTRY_VERIFY(!contentOf(log).contains("long enough to be seen"));
    }
    // The client and its numbers survive the loss of the replica all the same.
    QVERIFY(QFile::remove(path() + u"/replica.sqlite"_s));
    const auto store = opened(path(), m_clock);
    QVERIFY(batch(*store).isEmpty());
    must(store->applyPage(team(), u"c0"_s, 0).result());
    must(save(*store, {note(QUuid::createUuid(), u"n"_s)}));
    QCOMPARE(batch(*store).first().seq, 2);
}

void TestStoreWorkspace::logReachesTheDiskOnceASecond()
{
    const auto store = replica();
    // The log that the opening itself began anew is on the disk already.
    must(save(*store, {note(QUuid::createUuid(), u"first"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(logSyncs.load() > 0, 5000);
    const int before = logSyncs.load();
    QElapsedTimer burst;
    burst.start();
    for (int i = 0; i < 30; ++i)
        must(save(*store, {note(QUuid::createUuid(), u"burst"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(logSyncs.load() > before, 5000);
    // Not one a save, and none without need.
    const auto seconds = burst.elapsed() / 1000;
    QVERIFY2(logSyncs.load() - before <= seconds + 1, qPrintable(QString::number(burst.elapsed())));
    const int after = logSyncs.load();
    QVERIFY(!QTest::qWaitFor([after] { return logSyncs.load() > after + 1; }, 2500));
}

void TestStoreWorkspace::newerReplicaIsRefused()
{
    replica().reset();
    tamper(path(), {u"PRAGMA user_version=99"_s});
    const auto newer = Store::open(path(), Store::Mode::Replica, m_clock);
    QVERIFY(!newer);
    QCOMPARE(newer.error().kind, base::Error::Kind::TooNew);
    QCOMPARE(Store::open(path(), Store::Mode::ReadOnly, m_clock).error().kind,
        base::Error::Kind::TooNew);
}

void TestStoreWorkspace::gainedColumnAndTableAreAdded()
{
    const QUuid id = QUuid::createUuid();
    {
        const auto store = replica();
        must(store
                 ->applyPage({served(u"target"_s, id, {{u"key"_s, u"a"_s}, {u"name"_s, u"北"_s}})},
                     u"c"_s, 0)
                 .result());
    }
    // As an older program left it: it did not know one column, kept what the server sent of it,
    // and did not know one table.
    tamper(path(),
        {u"ALTER TABLE target DROP COLUMN name"_s,
            u"UPDATE target SET _extra='{\"name\":\"北\",\"later\":1}'"_s, u"DROP TABLE alert"_s});
    const auto store = opened(path(), m_clock);
    const Row row = one(*store, u"target"_s, id);
    QCOMPARE(row.value(u"name"_s).toString(), u"北"_s);
    QCOMPARE(row.value(u"later"_s).toInteger(), 1);
    QCOMPARE(rows(*store, u"target"_s, u"name='北'"_s).size(), 1);
    QVERIFY(rows(*store, u"alert"_s).isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--save-for-ever"_L1)
        return saveForEver(arguments.value(2));
    if (arguments.value(1) == "--full-disk"_L1)
        return saveOnAFullDisk(arguments.value(2));
    if (arguments.value(1) == "--unwritable"_L1)
        return openUnwritable(arguments.value(2));
    TestStoreWorkspace test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store_workspace.moc"
