// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/favourites.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using knowledge::Favourites;

/// What each person keeps at hand at this station.
class TestFavourites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outliveTheProgram();
    void aFileThatCannotBeRead();
    void noRoomForIt();

private:
    const QUuid m_first = QUuid::createUuidV5(QUuid(), u"1"_s);
    const QUuid m_second = QUuid::createUuidV5(QUuid(), u"2"_s);
};

void TestFavourites::outliveTheProgram()
{
    const QTemporaryDir dir;
    {
        Favourites made(dir.path());
        made.set(u"li"_s, m_first, true); // before the file was read
        made.set(u"li"_s, m_second, true);
        made.set(u"chen"_s, m_second, true);
        made.set(u"li"_s, m_first, false);
    } // ended at once
    Favourites again(dir.path());
    QSignalSpy read(&again, &Favourites::changed);
    QVERIFY(read.wait());
    QCOMPARE(again.of(u"li"_s), QSet<QUuid>{m_second});
    QCOMPARE(again.of(u"chen"_s), QSet<QUuid>{m_second});
    QCOMPARE(again.of(u"nobody"_s), QSet<QUuid>());
}

void TestFavourites::aFileThatCannotBeRead()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"favourites.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"li\": [1, \"x\", null], \"chen\": 4");
    file.close();
    Favourites made(dir.path());
    QSignalSpy changed(&made, &Favourites::changed);
    QVERIFY(changed.wait());
    QCOMPARE(made.of(u"li"_s), QSet<QUuid>());
    made.set(u"li"_s, m_first, true);
    QTRY_COMPARE(made.of(u"li"_s), QSet<QUuid>{m_first});
}

void TestFavourites::noRoomForIt()
{
    const QTemporaryDir dir;
    Favourites made(dir.filePath(u"gone"_s)); // no such folder
    QSignalSpy failed(&made, &Favourites::failed);
    made.set(u"li"_s, m_first, true);
    QVERIFY(failed.wait());
    QCOMPARE(made.of(u"li"_s), QSet<QUuid>()); // it does not look as if it were kept
}

QTEST_GUILESS_MAIN(TestFavourites)

#include "tst_favourites.moc"
