// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/opening.h"
#include "tests/ui/faults/faultyworkspace.h"

#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <unistd.h>

using namespace watchroom;
using namespace watchroom::test;
using programs::Opening;
using Remedy = ui::FaultWindow::Remedy;

namespace {

constexpr uid_t kNobody = 65534;
const auto kNowhere = u"host=127.0.0.1 port=1 dbname=watchroom user=desk1"_s;

/// Another identity for this whole program, for as long as it lives.
class Nobody
{
public:
    Nobody() { m_is = ::setresuid(kNobody, kNobody, 0) == 0; }
    ~Nobody()
    {
        if (m_is && ::setresuid(0, 0, 0) != 0)
            qFatal("root does not come back");
    }
    Nobody(const Nobody &) = delete;
    Nobody &operator=(const Nobody &) = delete;
    [[nodiscard]] bool is() const { return m_is; }

private:
    bool m_is = false;
};

} // namespace

/// A workspace that does not open: the window in place of the console, and the ways on from it.
class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void damagedReplicaIsRefilledAndKeepsWhatWasNotSent();
    void damagedStandaloneWorkspaceSaysItIsTheOnlyCopy();
    void damageMetWhileWorkingIsFoundAtTheNextStart();
    void secondProgramIsToldAndGetsItsTurn();
    void newerProgram();
    void folderWithoutTheRightToWrite();
    void fullDisk();
    void unreadableConfiguration();
    void fromStandaloneToServerPutsTheDataAside();
    void quit();

private:
    void begin();
    [[nodiscard]] QString dir() const { return m_dir->path() + u"/desk"_s; }
    [[nodiscard]] QString text(const QString &name) const;
    void click(const QString &name) const;
    void verifySays(const base::Error &error) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<QSignalSpy> m_opened;
};

void TestOpening::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestOpening::cleanup()
{
    m_opened.reset();
    m_opening.reset();
}

void TestOpening::begin()
{
    auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
    m_opening = std::make_unique<Opening>(application,
        Opening::Wishes{.folder = dir(), .language = Language::Code::Chinese, .theme = {}});
    m_opened = std::make_unique<QSignalSpy>(m_opening.get(), &Opening::opened);
    m_opening->begin();
}

QString TestOpening::text(const QString &name) const
{
    const auto *label = m_opening->window()->findChild<QLabel *>(name);
    return label && label->isVisible() ? label->text() : QString();
}

void TestOpening::click(const QString &name) const
{
    auto *button = m_opening->window()->findChild<QPushButton *>(name);
    QVERIFY(button && button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestOpening::verifySays(const base::Error &error) const
{
    QVERIFY(m_opening->window() && m_opening->window()->isVisible());
    QCOMPARE(text(u"faultFolder"_s), dir());
    const QString chinese = words::errorSentence(error);
    QCOMPARE(text(u"faultSentence"_s), chinese);
    // Whoever reads the other language finds it in the same window.
    auto *languages = m_opening->window()->findChild<QWidget *>(u"language"_s);
    QTest::keyClick(languages, Qt::Key_Right);
    const QString english = words::errorSentence(error);
    QVERIFY(english != chinese);
    QTRY_COMPARE(text(u"faultSentence"_s), english);
    QTest::keyClick(languages, Qt::Key_Left);
    QTRY_COMPARE(text(u"faultSentence"_s), chinese);
}

void TestOpening::damagedReplicaIsRefilledAndKeepsWhatWasNotSent()
{
    makeReplica(dir(), kNowhere, 3);
    damage(dir());
    begin();
    verifySays({base::Error::Kind::Corrupt, {}, u"damaged"_s});
    QVERIFY(text(u"faultRemedy"_s).contains(u"服务器"_s));
    click(u"remedy"_s);
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_opening->salvaged()->operations, 3);
    QVERIFY(!m_opening->lostAll());
    const QString aside = m_opening->salvaged()->setAside;
    QFile damaged(aside);
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QCOMPARE(damaged.read(4), "xxxx");
    const auto core = m_opening->takeCore();
    QCOMPARE(core->store().counts().result().pending, 3);
}

void TestOpening::damagedStandaloneWorkspaceSaysItIsTheOnlyCopy()
{
    makeStandalone(dir());
    damage(dir());
    begin();
    verifySays({base::Error::Kind::Corrupt, {}, u"damaged"_s});
    QVERIFY(text(u"faultRemedy"_s).contains(u"唯一"_s));
    click(u"remedy"_s);
    QTRY_COMPARE(m_opened->count(), 1);
    QVERIFY(m_opening->lostAll());
    QVERIFY(QFile::exists(m_opening->salvaged()->setAside));
}

void TestOpening::damageMetWhileWorkingIsFoundAtTheNextStart()
{
    makeReplica(dir(), kNowhere, 2);
    // A page in the middle: the file opens, and what lies on the page is met only when it is read.
    {
        QFile file(dir() + u"/replica.sqlite"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = 4096; at < file.size(); at += 4096) {
            file.seek(at);
            file.write(QByteArray(4096, 'x'));
        }
    }
    begin();
    if (m_opened->count() == 1) { // met while working
        const auto core = m_opening->takeCore();
        QSignalSpy failed(&core->store(), &store::Store::failed);
        static_cast<void>(core->store().read<qint64>(
            [](store::Reader &reader) { return reader.count(u"log_entry"); }));
        QTRY_VERIFY(!failed.isEmpty());
        m_opening.reset();
        begin();
    }
    verifySays({base::Error::Kind::Corrupt, {}, u"damaged"_s});
}

void TestOpening::secondProgramIsToldAndGetsItsTurn()
{
    makeStandalone(dir());
    const base::CorrectedClock clock;
    auto holder = store::Store::open(dir(), store::Store::Mode::Standalone, clock);
    QVERIFY(holder.has_value());
    begin();
    verifySays(
        {base::Error::Kind::Denied, {}, u"workspace_in_use"_s, {{u"pid"_s, qint64{::getpid()}}}});
    QVERIFY(text(u"faultSentence"_s).contains(QString::number(::getpid())));
    QVERIFY(!m_opening->window()->findChild<QPushButton *>(u"remedy"_s)->isVisible());
    click(u"tryAgain"_s);
    QCOMPARE(m_opened->count(), 0);
    holder->reset();
    click(u"tryAgain"_s);
    QCOMPARE(m_opened->count(), 1);
}

void TestOpening::newerProgram()
{
    makeStandalone(dir());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(dir() + u"/replica.sqlite"_s);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version=9999"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    begin();
    verifySays({base::Error::Kind::TooNew, {}, u"replica_too_new"_s});
    QVERIFY(!m_opening->window()->findChild<QPushButton *>(u"remedy"_s)->isVisible());
}

void TestOpening::folderWithoutTheRightToWrite()
{
    if (::getuid() != 0)
        QSKIP("needs root, to become somebody who may not write");
    makeStandalone(dir());
    // The group stays root's.
    constexpr auto kLook =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup;
    QFile::setPermissions(m_dir->path(), kLook);
    QFile::setPermissions(dir(), kLook);
    for (const QString &file : {u"/workspace.json"_s, u"/replica.sqlite"_s})
        QFile::setPermissions(
            dir() + file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    {
        const Nobody nobody;
        QVERIFY(nobody.is());
        begin();
        verifySays({base::Error::Kind::Denied, {}, u"read_only"_s});
    }
    click(u"tryAgain"_s);
    QCOMPARE(m_opened->count(), 1);
}

void TestOpening::fullDisk()
{
    const QString disk = m_dir->path() + u"/disk"_s;
    QDir().mkpath(disk);
    if (::getuid() != 0
        || QProcess::execute(
               u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1200k"_s, u"tmpfs"_s, disk})
            != 0)
        QSKIP("needs the right to mount a small disk");
    const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {disk}); });
    QVERIFY(QFile::link(disk, dir()));
    makeStandalone(dir());
    QFile filler(disk + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'f')) == 4096) { }
    filler.close();
    begin();
    verifySays({base::Error::Kind::Internal, {}, u"disk_full"_s});
    QVERIFY(filler.remove());
    click(u"tryAgain"_s);
    QCOMPARE(m_opened->count(), 1);
    m_opening->takeCore().reset(); // before its disk
}

void TestOpening::unreadableConfiguration()
{
    makeStandalone(dir());
    QFile file(dir() + u"/workspace.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"server\": ");
    file.close();
    begin();
    verifySays({base::Error::Kind::Corrupt, {}, u"workspace_unreadable"_s});
}

void TestOpening::fromStandaloneToServerPutsTheDataAside()
{
    makeStandalone(dir());
    programs::WorkspaceConfig config;
    config.server = kNowhere;
    QVERIFY(config.save(dir()).has_value());
    begin();
    verifySays({base::Error::Kind::Invalid, {}, u"workspace_mode"_s});
    click(u"remedy"_s);
    QTRY_COMPARE(m_opened->count(), 1);
    // The former data are whole where the file was put.
    const QString name = u"aside"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(m_opening->salvaged()->setAside);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"SELECT count(*) FROM policy"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), 1);
    }
    QSqlDatabase::removeDatabase(name);
}

void TestOpening::quit()
{
    makeStandalone(dir());
    damage(dir());
    begin();
    QSignalSpy quit(m_opening.get(), &Opening::quitAsked);
    QTest::keyClick(m_opening->window(), Qt::Key_Escape);
    QCOMPARE(quit.count(), 1);
    m_opening->window()->close();
    QCOMPARE(quit.count(), 2);
}

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
