// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/credentialstore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using remote::CredentialStore;

/// Without a session bus: no keychain answers, the file takes over.
class TestCredentialStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileKeepsItForItsOwnerAlone();
    void nothingStoredIsNothing();
    void unwritableFolderIsSaid();
};

void TestCredentialStore::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("DISPLAY");
}

void TestCredentialStore::fileKeepsItForItsOwnerAlone()
{
    const QTemporaryDir dir;
    CredentialStore store(dir.path());
    auto written = store.write(u"desk-1@db"_s, u"密码 'x'"_s);
    QTRY_VERIFY(written.isFinished());
    QVERIFY(written.result());
    QCOMPARE(*written.result(), false);
    const QFileInfoList files = QDir(dir.path()).entryInfoList(QDir::Files | QDir::Hidden);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().permissions()
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    QVERIFY(!files.first().fileName().contains(u"desk"_s));
    CredentialStore again(dir.path());
    auto read = again.read(u"desk-1@db"_s);
    QTRY_VERIFY(read.isFinished());
    QCOMPARE(read.result().value().value_or(QString()), u"密码 'x'"_s);
}

void TestCredentialStore::nothingStoredIsNothing()
{
    const QTemporaryDir dir;
    CredentialStore store(dir.path());
    auto read = store.read(u"never"_s);
    QTRY_VERIFY(read.isFinished());
    QVERIFY(read.result());
    QVERIFY(!read.result()->has_value());
}

void TestCredentialStore::unwritableFolderIsSaid()
{
    CredentialStore store(u"/proc/nowhere"_s);
    auto written = store.write(u"k"_s, u"s"_s);
    QTRY_VERIFY(written.isFinished());
    QCOMPARE(written.result().error().code, u"credential_unwritable"_s);
}

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
