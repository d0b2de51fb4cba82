// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlesteps.h"
#include "app/articles/stepmarks.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;

namespace {

ArticleSteps read(const QString &markdown)
{
    return stepsOf(*parseMarkdown(markdown));
}

QStringList texts(const ArticleSteps &steps)
{
    QStringList all;
    for (const ArticleStep &one : steps.steps)
        all.append(one.step.text);
    return all;
}

QStringList codes(const Faults &faults)
{
    QStringList all;
    for (const Fault &fault : faults)
        all.append(fault.code);
    return all;
}

QString sha256(const QByteArray &utf8)
{
    return QString::fromLatin1(QCryptographicHash::hash(utf8, QCryptographicHash::Sha256).toHex());
}

} // namespace

class TestArticleSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProcedure();
    void whichList_data();
    void whichList();
    void marks_data();
    void marks();
    void unclearMarksAreNoted();
    void failures();
    void theHashIsOfTheStepAlone();
    void indentation();
    void faults();
    void row();
    void brokenRows_data();
    void brokenRows();
};

void TestArticleSteps::aProcedure()
{
    const ArticleSteps steps = read(u"# 出口链路丢包\n\n1. 不是步骤\n\n## 处置步骤\n\n说明\n\n"
                                    "1. 确认丢包范围：单站点、\n   单出口还是全网（4 分钟）\n"
                                    "2. 受影响会诊**降码率**（安全关键，90 秒）\n\n"
                                    "   ```sh\n   mcuctl rate --site sh-telecom\n"
                                    "     --main 480p\n   ```\n\n"
                                    "   若失败：改用电话，见[兜底](article:phone)\n\n"
                                    "   ![图](blob:x)\n"
                                    "3. 通报\n   - 医生\n   - 院方\n\n之后\n"_s);
    QCOMPARE(codes(steps.faults), QStringList());
    QCOMPARE(codes(steps.notes), QStringList());
    QCOMPARE(texts(steps),
        (QStringList{u"确认丢包范围：单站点、单出口还是全网"_s, u"受影响会诊降码率"_s, u"通报"_s}));
    QCOMPARE(steps.steps.at(0).step.expectSeconds, 240);
    QVERIFY(!steps.steps.at(0).step.critical);
    QCOMPARE(steps.steps.at(0).detail, QString());
    QCOMPARE(steps.steps.at(0).firstLine, 9);
    QCOMPARE(steps.steps.at(0).lastLine, 10);
    QVERIFY(steps.steps.at(1).step.critical);
    QCOMPARE(steps.steps.at(1).step.expectSeconds, 90);
    QCOMPARE(steps.steps.at(1).failure, u"改用电话，见兜底"_s);
    QCOMPARE(steps.steps.at(1).detail,
        u"```sh\nmcuctl rate --site sh-telecom\n  --main 480p\n```\n\n\n\n![图](blob:x)"_s);
    QCOMPARE(steps.steps.at(2).detail, u"- 医生\n- 院方"_s);
    QCOMPARE(steps.steps.at(2).lastLine, 23);
}

void TestArticleSteps::whichList_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("steps");
    const QStringList ab{u"a"_s, u"b"_s};
    QTest::newRow("no heading") << u"- x\n\ntext\n\n1. a\n2. b\n"_s << ab;
    for (const auto &heading :
        {u"步骤"_s, u"处置步骤"_s, u"Steps"_s, u"Procedure"_s, u"STEPS"_s, u"步骤："_s})
        QTest::newRow(qPrintable(heading))
            << u"1. x\n\n### %1\n\n- y\n\n1. a\n2. b\n"_s.arg(heading) << ab;
    QTest::newRow("below a heading below") << u"# Steps\n\n## First\n\n1) a\n2) b\n"_s << ab;
    QTest::newRow("another section's")
        << u"1. x\n\n## 步骤\n\n（待补）\n\n## 附录\n\n1. y\n"_s << QStringList();
    QTest::newRow("other heading") << u"## 步骤说明\n\n1. a\n2. b\n"_s << ab;
    QTest::newRow("within a quote") << u"> 1. x\n\n1. a\n2. b\n"_s << ab;
    QTest::newRow("boxes") << u"1. [ ] a\n2. [x] b\n"_s << ab;
    QTest::newRow("code in it") << u"1. `ping` *5*\n"_s << QStringList{u"ping 5"_s};
}

void TestArticleSteps::whichList()
{
    QFETCH(const QString, markdown);
    QFETCH(const QStringList, steps);
    const ArticleSteps found = read(markdown);
    QCOMPARE(texts(found), steps);
    QCOMPARE(
        codes(found.faults), steps.isEmpty() ? QStringList{u"steps_missing"_s} : QStringList());
}

void TestArticleSteps::marks_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("critical");
    QTest::addColumn<int>("seconds");
    const auto row = [](const QString &written, const QString &text, bool critical, int seconds) {
        QTest::newRow(qPrintable(written)) << written << text << critical << seconds;
    };
    row(u"做（安全关键）"_s, u"做"_s, true, 0);
    row(u"Do it (safety-critical)"_s, u"Do it"_s, true, 0);
    row(u"Do it (Safety-Critical; 4 min)"_s, u"Do it"_s, true, 240);
    row(u"做（4 分钟）"_s, u"做"_s, false, 240);
    row(u"做(4min)"_s, u"做"_s, false, 240);
    row(u"做（３０ 秒）"_s, u"做"_s, false, 30);
    row(u"做 (30 s)"_s, u"做"_s, false, 30);
    row(u"做（2 小时、安全关键）"_s, u"做"_s, true, 7200);
    row(u"做（2 h）"_s, u"做"_s, false, 7200);
    row(u"做（安全关键）（4 分钟）。"_s, u"做。"_s, true, 240);
    row(u"做（需院方批准）"_s, u"做（需院方批准）"_s, false, 0);
    row(u"做（需院方批准，4 分钟）"_s, u"做（需院方批准，4 分钟）"_s, false, 0);
    row(u"做（4 分钟）再看"_s, u"做（4 分钟）再看"_s, false, 0);
    row(u"做（需批准）（4 分钟）"_s, u"做（需批准）"_s, false, 240);
    row(u"做（）"_s, u"做（）"_s, false, 0);
    row(u"做（0 分钟）"_s, u"做（0 分钟）"_s, false, 0);
    row(u"做（999999 小时）"_s, u"做（999999 小时）"_s, false, 0);
    row(u"（4 分钟）"_s, QString(), false, 240);
}

void TestArticleSteps::marks()
{
    QFETCH(const QString, written);
    QFETCH(const QString, text);
    QFETCH(const bool, critical);
    QFETCH(const int, seconds);
    const StepMarks marks = readStepMarks(written);
    QCOMPARE(marks.text, text);
    QCOMPARE(marks.critical, critical);
    QCOMPARE(marks.expectSeconds, seconds);
}

void TestArticleSteps::unclearMarksAreNoted()
{
    const ArticleSteps steps = read(u"1. a\n2. 断电（安全关键，先通知医生）\n"_s);
    QCOMPARE(steps.notes, (Faults{{u"step_mark_unclear"_s, {{u"number"_s, 2}, {u"line"_s, 2}}}}));
    QVERIFY(!steps.steps.at(1).step.critical);
}

void TestArticleSteps::failures()
{
    const ArticleSteps steps = read(u"1. 切换（4 分钟）\n   若失败：回退\n   并通知\n"
                                    "2. Call\n\n   If this fails: use the\n   other line\n\n"
                                    "   If this fails: go\n3. 若失败：x\n"_s);
    QCOMPARE(steps.steps.at(0).step.text, u"切换"_s);
    QCOMPARE(steps.steps.at(0).step.expectSeconds, 240);
    QCOMPARE(steps.steps.at(0).failure, u"回退并通知"_s);
    QCOMPARE(steps.steps.at(1).failure, u"use the other line\ngo"_s);
    QCOMPARE(steps.steps.at(1).detail, QString());
    QCOMPARE(codes(steps.faults), QStringList{u"step_text_missing"_s});
    QCOMPARE(steps.faults.at(0).params, (QJsonObject{{u"number"_s, 3}, {u"line"_s, 10}}));
}

void TestArticleSteps::theHashIsOfTheStepAlone()
{
    const QString hash = sha256("看 **图**\n\n```\nx\n```");
    const QStringList ways{u"1. 看 **图**\n\n   ```\n   x\n   ```\n"_s,
        u"7) 看 **图**  \r\n\r\n   ```\r\n   x\r\n   ```\r\n\r\n\r\n后文\r\n"_s,
        u"前文\n\n10.  看 **图**\n\n     ```\n     x\n     ```\n11. 另\n"_s};
    for (const QString &way : ways)
        QCOMPARE(read(way).steps.at(0).step.hash, hash);
    QVERIFY(read(u"1. 看 图\n\n   ```\n   x\n   ```\n"_s).steps.at(0).step.hash != hash);
}

void TestArticleSteps::indentation()
{
    // A tab ends at the next column of four; half of one stays as blanks.
    const ArticleSteps steps = read(u"1. a\n\n\tb\n\n\t\tc\n2. \n   d\n"_s);
    QCOMPARE(steps.steps.at(0).detail, u" b\n\n     c"_s);
    QCOMPARE(steps.steps.at(1).step.text, u"d"_s);
    QCOMPARE(read(u"1. a\nlazy\n2. b\n"_s).steps.at(0).step.text, u"a lazy"_s);
}

void TestArticleSteps::faults()
{
    QCOMPARE(codes(read(u"正文"_s).faults), QStringList{u"steps_missing"_s});
    const ArticleSteps many = read(u"1. 做\n"_s.repeated(120));
    QCOMPARE(many.faults, (Faults{{u"steps_too_many"_s, {{u"count"_s, 120}}}}));
    QCOMPARE(many.steps.size(), 99);
    const ArticleSteps torn = read(u"1. a\n2. b\n\n```\nx\n```\n\n3. c\n"_s);
    QCOMPARE(torn.steps.size(), 2);
    QCOMPARE(torn.notes, (Faults{{u"steps_interrupted"_s, {{u"line"_s, 8}}}}));
}

void TestArticleSteps::row()
{
    Steps steps = read(u"1. a（安全关键，4 分钟）\n2. b\n"_s).rows();
    steps[0].id = u"s1"_s;
    steps[1].id = u"s7"_s;
    const QJsonArray json = stepsJson(steps);
    const QByteArray expected = R"([{"critical":true,"expect_s":240,"hash":")"
        + sha256("a（安全关键，4 分钟）").toLatin1() + R"(","id":"s1","text":"a"},{"hash":")"
        + sha256("b").toLatin1() + R"(","id":"s7","text":"b"}])";
    QCOMPARE(QJsonDocument(json).toJson(QJsonDocument::Compact), expected);
    const auto back = stepsFromJson(json);
    QVERIFY(back);
    QCOMPARE(*back, steps);
    QCOMPARE(read(u"1. "_s + QString(700, u'长')).steps.at(0).step.text.size(), 500);
}

void TestArticleSteps::brokenRows_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray hash(64, 'a');
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no id") << R"([{"text":"a","hash":")" + hash + R"("}])";
    QTest::newRow("no hash") << QByteArray(R"([{"id":"s1","text":"a"}])");
    QTest::newRow("id twice") << R"([{"id":"s1","hash":")" + hash + R"("},{"id":"s1","hash":")"
            + hash + R"("}])";
    QByteArray many = "[";
    for (int i = 0; i < 100; ++i)
        many += (i > 0 ? "," : "") + (R"({"id":"s)" + QByteArray::number(i)) + R"(","hash":")"
            + hash + R"("})";
    QTest::newRow("too many") << many + "]";
}

void TestArticleSteps::brokenRows()
{
    QFETCH(const QByteArray, json);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isArray());
    const auto steps = stepsFromJson(document.array());
    QVERIFY(!steps);
    QCOMPARE(steps.error().kind, watchroom::base::Error::Kind::Corrupt);
}

QTEST_GUILESS_MAIN(TestArticleSteps)
#include "tst_articlesteps.moc"
