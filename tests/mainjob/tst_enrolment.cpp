// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/core.h"
#include "tests/mainjob/dutyroom.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using programs::Core;
using programs::WorkspaceConfig;

/// A station's enrolment line, password and all, from workspace.json to where secrets are kept, on
/// a desktop without a keychain; the database asks for the password each time.
class TestEnrolment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePasswordLeavesTheConfiguration();
    void theNextStartFindsIt();

private:
    /// Connects with what the workspace has and comes to an end again.
    void work();
    [[nodiscard]] QByteArray written() const;

    mainjob::DutyRoom m_room;
    QTemporaryDir m_dir;
    QString m_password;
};

void TestEnrolment::initTestCase()
{
    const QString failure = m_room.prepare();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    WorkspaceConfig config = m_room.station(u"desk-1"_s);
    config.source.clear();
    config.mapping.clear();
    m_password = remote::ConnInfo::parse(config.server)->value("password"_L1);
    QVERIFY(m_password.size() >= 20);
    QVERIFY(config.save(m_dir.path()));
    QVERIFY(written().contains(m_password.toUtf8()));
}

QByteArray TestEnrolment::written() const
{
    QFile file(m_dir.filePath(u"workspace.json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestEnrolment::work()
{
    auto core = Core::open(m_dir.path(), false);
    QVERIFY(core);
    (*core)->start([] { return store::Author{}; });
    QTRY_VERIFY_WITH_TIMEOUT(
        (*core)->sync() && (*core)->sync()->status().state == sync::SyncStatus::State::Synced,
        20'000);
    QTRY_VERIFY_WITH_TIMEOUT((*core)->config().stationSecret, 10'000);
}

void TestEnrolment::thePasswordLeavesTheConfiguration()
{
    work();
    QVERIFY(!written().contains(m_password.toUtf8()));
    QVERIFY(!written().contains("password"));
    const auto kept = QDir(m_dir.path()).entryInfoList({u"credential-*"_s}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().permissions()
            & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
        QFile::Permissions());
    // Nowhere else: not in the replica, its log or its journal.
    const auto all = QDir(m_dir.path()).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(all.size() > 2);
    for (const QFileInfo &info : all) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(info == kept.first() || !file.readAll().contains(m_password.toUtf8()),
            qPrintable(info.fileName()));
    }
}

void TestEnrolment::theNextStartFindsIt()
{
    work();
}

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
