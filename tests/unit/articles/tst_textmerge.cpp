// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/linediff.h"
#include "app/articles/textmerge.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;

namespace {

/// "=1/1 一", "~2/2 二/贰", "-3/0 三", "+0/3 叁".
QStringList shown(const DiffHunk &hunk)
{
    QStringList all;
    for (const DiffRow &row : hunk) {
        const QChar kind = QStringView(u"=~-+").at(static_cast<qsizetype>(row.kind));
        QString text = row.oldText;
        if (row.kind == DiffRow::Kind::Changed)
            text += u'/' + row.newText;
        else if (row.kind == DiffRow::Kind::Added)
            text = row.newText;
        all.append(u"%1%2/%3 "_s.arg(kind).arg(row.oldLine).arg(row.newLine) + text);
    }
    return all;
}

QString numbered(int from, int to)
{
    QString text;
    for (int i = from; i <= to; ++i)
        text += u"行 %1\n"_s.arg(i);
    return text;
}

} // namespace

class TestTextMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutConflict();
    void conflict();
    void linesThatLookLikeMarkers();
    void ends();
    void differences();
    void hunksApart();
    void bounds();
    void hostile();
};

void TestTextMerge::withoutConflict()
{
    const auto merge = mergeTexts(
        u"一\n二\n三\n四\n五\n"_s, u"壹\n二\n三\n四\n五\n"_s, u"一\n二\n三\n四\n五\n六\n"_s);
    QVERIFY(merge);
    QCOMPARE(merge->conflicts(), 0);
    QCOMPARE(merge->text(), u"壹\n二\n三\n四\n五\n六\n"_s);
}

void TestTextMerge::conflict()
{
    const auto merge =
        mergeTexts(u"头\n先降主流\n中\n中\n中\n尾\n"_s, u"头\n先降辅流\n中\n中\n中\n尾\n完\n"_s,
            u"头\n先降主流，再降辅流\n通知医生\n中\n中\n中\n尾\n"_s);
    QVERIFY(merge);
    QCOMPARE(merge->conflicts(), 1);
    QCOMPARE(merge->parts.size(), 3);
    QCOMPARE(merge->parts.at(0), (MergePart{.lines = {u"头"_s}}));
    QCOMPARE(merge->parts.at(1),
        (MergePart{.conflict = true,
            .base = {u"先降主流"_s},
            .mine = {u"先降辅流"_s},
            .theirs = {u"先降主流，再降辅流"_s, u"通知医生"_s}}));
    QCOMPARE(merge->parts.at(2).lines, (QStringList{u"中"_s, u"中"_s, u"中"_s, u"尾"_s, u"完"_s}));
    QCOMPARE(merge->text(), u"头\n先降辅流\n中\n中\n中\n尾\n完\n"_s);
    QCOMPARE(
        merge->text({{u"都降"_s, u"通知医生"_s}}), u"头\n都降\n通知医生\n中\n中\n中\n尾\n完\n"_s);
    QCOMPARE(merge->text({QStringList()}), u"头\n中\n中\n中\n尾\n完\n"_s);
}

void TestTextMerge::linesThatLookLikeMarkers()
{
    const auto merge = mergeTexts(u"<<<<<<< mine\n=======\n>>>>>>> x\na\n"_s,
        u"<<<<<<< mine\n=======\n>>>>>>> x\nb\n==========\n"_s,
        u"<<<<<<< mine\n=======\n>>>>>>> x\nc\n|||||||\n"_s);
    QVERIFY(merge);
    QCOMPARE(merge->conflicts(), 1);
    QCOMPARE(
        merge->parts.at(0).lines, (QStringList{u"<<<<<<< mine"_s, u"======="_s, u">>>>>>> x"_s}));
    QCOMPARE(merge->parts.at(1).mine, (QStringList{u"b"_s, u"=========="_s}));
    QCOMPARE(merge->parts.at(1).theirs, (QStringList{u"c"_s, u"|||||||"_s}));
}

void TestTextMerge::ends()
{
    QCOMPARE(mergeTexts({}, {}, {})->text(), QString());
    QCOMPARE(mergeTexts(u"a"_s, u"a"_s, u"a"_s)->text(), u"a\n"_s);
    // Line ends of another system and a missing last one are no difference.
    const auto merge = mergeTexts(u"a\nb\n"_s, u"a\r\nb\r\n"_s, u"a\nc"_s);
    QCOMPARE(merge->conflicts(), 0);
    QCOMPARE(merge->text(), u"a\nc\n"_s);
    QCOMPARE(mergeTexts(u"a\n\n\n"_s, u"a\n\n\n"_s, u"b\n\n\n"_s)->text(), u"b\n\n\n"_s);
}

void TestTextMerge::differences()
{
    const auto hunks = diffLines(u"一\n二\n三\n四\n"_s, u"一\n贰\n三\n肆\n伍\n"_s);
    QVERIFY(hunks);
    QCOMPARE(hunks->size(), 1);
    QCOMPARE(shown(hunks->at(0)),
        (QStringList{u"=1/1 一"_s, u"~2/2 二/贰"_s, u"=3/3 三"_s, u"~4/4 四/肆"_s, u"+0/5 伍"_s}));
    QVERIFY(diffLines(u"a\n"_s, u"a\r\n"_s)->isEmpty());
    QCOMPARE(shown(diffLines(u"a\nb\n"_s, {})->at(0)), (QStringList{u"-1/0 a"_s, u"-2/0 b"_s}));
    QCOMPARE(shown(diffLines({}, u"a"_s)->at(0)), QStringList{u"+0/1 a"_s});
    const QString withNul = u"a"_s + QChar(u'\0') + u"\n"_s;
    QCOMPARE(diffLines(withNul, u"b\n"_s)->size(), 1);
}

void TestTextMerge::hunksApart()
{
    const QString old = numbered(1, 40);
    QString now = old;
    now.replace(u"行 5\n"_s, u""_s).replace(u"行 30\n"_s, u"第 30 行\n"_s);
    const auto hunks = diffLines(old, now, 1);
    QCOMPARE(hunks->size(), 2);
    QCOMPARE(shown(hunks->at(0)), (QStringList{u"=4/4 行 4"_s, u"-5/0 行 5"_s, u"=6/5 行 6"_s}));
    QCOMPARE(shown(hunks->at(1)),
        (QStringList{u"=29/28 行 29"_s, u"~30/29 行 30/第 30 行"_s, u"=31/30 行 31"_s}));
}

void TestTextMerge::bounds()
{
    const QString large(2'200'000, u'a');
    QCOMPARE(mergeTexts(large, {}, {}).error().code, u"article_too_large"_s);
    QCOMPARE(diffLines({}, large).error().code, u"article_too_large"_s);
    QCOMPARE(mergeTexts({}, QString(70'000, u'='), {}).error().code, u"article_too_complex"_s);
}

void TestTextMerge::hostile()
{
    QString one;
    QString other;
    for (qint64 i = 0; i < 60'000; ++i) {
        one += QString::number((i * 7'919) % 60'000) + u'\n';
        other += QString::number((i * 104'729) % 60'000) + u'\n';
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(diffLines(one, other));
    QVERIFY(mergeTexts(one, other, u"a\n"_s.repeated(60'000)));
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestTextMerge)
#include "tst_textmerge.moc"
