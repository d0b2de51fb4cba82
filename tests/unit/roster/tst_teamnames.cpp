// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/teamnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::roster;

namespace {

TeamNames team()
{
    return TeamNames({{u"zhang"_s, u"张三"_s}, {u"li"_s, u"李四"_s}, {u"chen"_s, u"陈建国"_s},
        {u"wang1"_s, u"王伟"_s}, {u"wang2"_s, u"王 伟"_s}, {u"smith"_s, u"Anna Smith"_s},
        {u"smith"_s, u"史安娜"_s}, {u"blank"_s, u" "_s}});
}

} // namespace

class TestTeamNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches();
    void splits_data();
    void splits();
};

void TestTeamNames::matches()
{
    const TeamNames names = team();
    for (const auto &zhang :
        {u"张三"_s, u"张　三"_s, u" 张 三 "_s, u"张三 13800138000"_s, u"张三(138-0013-8000)"_s})
        QCOMPARE(names.match(zhang), QStringList{u"zhang"_s});
    for (const auto &smith :
        {u"Anna Smith"_s, u"ANNA SMITH"_s, u"ＡｎｎａＳｍｉｔｈ"_s, u"史安娜"_s})
        QCOMPARE(names.match(smith), QStringList{u"smith"_s});
    QCOMPARE(names.match(u"王伟"_s), QStringList({u"wang1"_s, u"wang2"_s}));
    for (const auto &nobody :
        {u""_s, u"张"_s, u"张三丰"_s, u"Smith Anna"_s, u"张三1"_s, u"zhang"_s})
        QVERIFY2(names.match(nobody).isEmpty(), qPrintable(nobody));
}

void TestTeamNames::splits_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("pieces"); ///< the login, or the text in brackets
    const auto row = [](const QString &cell, const QString &pieces) {
        QTest::newRow(qPrintable(cell)) << cell << pieces;
    };
    for (const auto &two : {u"张三、李四"_s, u"张三,李四"_s, u"张三/李四"_s, u"张三;李四"_s,
             u"张三\n李四"_s, u"张三 李四"_s, u"张 三 李 四"_s, u"张三 、 李四、"_s})
        row(two, u"zhang li"_s);
    row(u"Anna Smith 张三"_s, u"smith zhang"_s);
    row(u"Anna Smith, 张三"_s, u"smith zhang"_s);
    row(u"张三、赵六"_s, u"zhang [赵六]"_s);
    row(u"赵 六 张三"_s, u"[赵 六] zhang"_s);
    row(u"张三李四"_s, u"[张三李四]"_s);
    row(u"、"_s, QString());
}

void TestTeamNames::splits()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, pieces);
    QStringList shown;
    const auto found = team().split(cell);
    for (const NamePiece &piece : found)
        shown.append(piece.logins.isEmpty() ? u'[' + piece.text + u']' : piece.logins.join(u'|'));
    QCOMPARE(shown.join(u' '), pieces);
}

QTEST_GUILESS_MAIN(TestTeamNames)
#include "tst_teamnames.moc"
