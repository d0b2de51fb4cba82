// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/stepdiff.h"
#include "app/articles/worddiff.h"
#include "tests/unit/articles/steplist.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;
using test::stepList;

namespace {

/// "s2 changed 2>3": id, what became of it, its numbers before and now.
QStringList shown(const QList<StepChange> &diff)
{
    static const QStringList kinds{u"same"_s, u"changed"_s, u"added"_s, u"removed"_s, u"moved"_s};
    QStringList all;
    for (const StepChange &change : diff)
        all.append(u"%1 %2%3 %4>%5"_s
                       .arg(change.id, kinds.at(static_cast<int>(change.kind)),
                           change.kind == StepChange::Kind::Changed && change.moved ? u" moved"_s
                                                                                    : QString())
                       .arg(change.before)
                       .arg(change.now));
    return all;
}

QStringList pieces(const QString &text, const QList<Range> &ranges)
{
    QStringList all;
    for (const Range &range : ranges)
        all.append(text.mid(range.at, range.length));
    return all;
}

} // namespace

class TestStepDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void numbers();
    void safety();
    void words_data();
    void words();
    void longTexts();
};

void TestStepDiff::steps_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<QStringList>("diff");
    const QStringList three{u"s1=a"_s, u"s2=b"_s, u"s3=c"_s};
    QTest::newRow("same") << three << three
                          << QStringList{u"s1 same 1>1"_s, u"s2 same 2>2"_s, u"s3 same 3>3"_s};
    QTest::newRow("changed, added")
        << three << QStringList{u"s1=a"_s, u"s2=B"_s, u"s4=d"_s, u"s3=c"_s}
        << QStringList{u"s1 same 1>1"_s, u"s2 changed 2>2"_s, u"s4 added 0>3"_s, u"s3 same 3>4"_s};
    QTest::newRow("removed") << three << QStringList{u"s2=b"_s}
                             << QStringList{
                                    u"s1 removed 1>0"_s, u"s2 same 2>1"_s, u"s3 removed 3>0"_s};
    QTest::newRow("the last to the front")
        << three << QStringList{u"s3=c"_s, u"s1=a"_s, u"s2=b"_s}
        << QStringList{u"s3 moved 3>1"_s, u"s1 same 1>2"_s, u"s2 same 2>3"_s};
    QTest::newRow("moved and changed")
        << three << QStringList{u"s3=C"_s, u"s1=a"_s, u"s2=b"_s}
        << QStringList{u"s3 changed moved 3>1"_s, u"s1 same 1>2"_s, u"s2 same 2>3"_s};
    QTest::newRow("all new") << three << QStringList{u"s4=x"_s}
                             << QStringList{u"s1 removed 1>0"_s, u"s2 removed 2>0"_s,
                                    u"s3 removed 3>0"_s, u"s4 added 0>1"_s};
    QTest::newRow("nothing") << QStringList() << QStringList() << QStringList();
}

void TestStepDiff::steps()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, now);
    QFETCH(const QStringList, diff);
    QCOMPARE(shown(stepDiff(stepList(before), stepList(now))), diff);
}

void TestStepDiff::numbers()
{
    const auto diff = stepDiff(stepList({u"s1=a"_s, u"s2=b"_s, u"s3=c"_s, u"s4=d"_s, u"s5=e"_s}),
        stepList({u"s1=a"_s, u"s2=B"_s, u"s3=c"_s, u"s4=D"_s}));
    QCOMPARE(changedNumbers(diff), (QList<int>{2, 4}));
    QCOMPARE(removedNumbers(diff), QList<int>{5});
    QCOMPARE(numbersText(changedNumbers(diff), u"、"_s), u"2、4"_s);
    QCOMPARE(numbersText({}, u"、"_s), QString());
}

void TestStepDiff::safety()
{
    Steps before = stepList({u"s1=a"_s, u"s2=b"_s, u"s3=c"_s});
    Steps now = stepList({u"s1=a"_s, u"s2=B"_s});
    before[0].critical = before[1].critical = before[2].critical = true;
    const auto diff = stepDiff(before, now);
    // That it is safety-critical no longer is a change, whatever the hashes say.
    QCOMPARE(diff.at(0).kind, StepChange::Kind::Changed);
    QVERIFY(diff.at(0).critical && diff.at(1).critical && diff.at(2).critical);
}

void TestStepDiff::words_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");
    QTest::newRow("two that change places")
        << u"先降主流到 480p，仍卡顿再降辅流。"_s << u"先降辅流，再降主流到 480p。"_s
        << QStringList{u"主"_s, u"到 480p"_s, u"仍卡顿"_s, u"辅"_s}
        << QStringList{u"辅"_s, u"主"_s, u"到 480p"_s};
    QTest::newRow("addresses") << u"ping 10.0.0.1: 5 次."_s << u"ping 10.0.0.2: 5 次!"_s
                               << QStringList{u"10.0.0.1"_s, u"."_s}
                               << QStringList{u"10.0.0.2"_s, u"!"_s};
    QTest::newRow("one character")
        << u"联系运营商"_s << u"联络运营商"_s << QStringList{u"系"_s} << QStringList{u"络"_s};
    QTest::newRow("a Latin word is one")
        << u"mcuctl rate --main 480p"_s << u"mcuctl rate --aux off --main 720p"_s
        << QStringList{u"480p"_s} << QStringList{u"--aux off "_s, u"720p"_s};
    QTest::newRow("added") << u"a"_s << u"a b"_s << QStringList() << QStringList{u" b"_s};
    QTest::newRow("all") << u"甲乙"_s << u"x"_s << QStringList{u"甲乙"_s} << QStringList{u"x"_s};
    QTest::newRow("same") << u"甲乙"_s << u"甲乙"_s << QStringList() << QStringList();
    QTest::newRow("pairs") << u"𠮷a"_s << u"𠮸a"_s << QStringList{u"𠮷"_s} << QStringList{u"𠮸"_s};
    QTest::newRow("half a pair") << QString(QChar(0xd842)) + u'x' << u"x"_s
                                 << QStringList{QString(QChar(0xd842))} << QStringList();
}

void TestStepDiff::words()
{
    QFETCH(const QString, before);
    QFETCH(const QString, now);
    const WordDiff diff = wordDiff(before, now);
    QTEST(pieces(before, diff.removed), "removed");
    QTEST(pieces(now, diff.added), "added");
}

void TestStepDiff::longTexts()
{
    QString before = u"头"_s;
    QString now = u"头"_s;
    for (int i = 0; i < 60'000; ++i) {
        before += QChar(0x4e00 + i % 7'000);
        now += QChar(0x4e00 + (i * 31) % 7'001);
    }
    before += u"尾"_s;
    now += u"尾"_s;
    QElapsedTimer timer;
    timer.start();
    const WordDiff diff = wordDiff(before, now);
    QVERIFY(timer.elapsed() < 5'000);
    QVERIFY(!diff.removed.isEmpty() && diff.removed.at(0).at > 0);
    QVERIFY(diff.removed.back().at + diff.removed.back().length < before.size());
}

QTEST_GUILESS_MAIN(TestStepDiff)
#include "tst_stepdiff.moc"
