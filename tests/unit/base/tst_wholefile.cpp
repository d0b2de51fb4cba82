// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/wholefile.h"
#include "tests/fakes/fulldisk.h"

#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereWholeOrNotAtAll_data();
    void isThereWholeOrNotAtAll();
};

void TestWholeFile::isThereWholeOrNotAtAll_data()
{
    QTest::addColumn<qsizetype>("size");
    // QFile keeps 16 KiB in memory before it writes.
    QTest::newRow("all of it in memory until the end") << qsizetype(2000);
    QTest::newRow("more than is kept in memory") << qsizetype(100'000);
}

void TestWholeFile::isThereWholeOrNotAtAll()
{
    QFETCH(const qsizetype, size);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"file"_s);
    const auto write = [&](const QByteArray &bytes) {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && base::commitWhole(file);
    };
    const auto contents = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(write("before"));
    {
        const test::FullDisk full(512);
        QVERIFY(!write(QByteArray(size, 'x')));
    }
    QCOMPARE(contents(), QByteArray("before"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QVERIFY(write(QByteArray(size, 'x')));
    QCOMPARE(contents(), QByteArray(size, 'x'));
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
