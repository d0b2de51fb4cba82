// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/markdown.h"
#include "app/articles/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatCanBeSearched();
    void theTitleIsApart();
    void oneLine_data();
    void oneLine();
};

void TestPlainText::everythingThatCanBeSearched()
{
    const auto document =
        parseMarkdown(u"# 丢包\n\n上行**丢**\n包 `ping -c 5`\n\n"
                      "| 级别 | 动作 |\n|---|---|\n| 黄色 | 加密[探测](x.md) |\n\n"
                      "> 引用\n\n1. 一\n   - 二\n\n```sh\nmtr -r\n  10.0.0.1\n```\n\n"
                      "![拓扑图](a.png)\n\n<b>粗</b>\n"_s);
    QCOMPARE(plainText(document->root, {}),
        u"丢包\n\n上行丢\n包 ping -c 5\n\n级别\t动作\n\n黄色\t加密探测\n\n引用\n\n一\n\n二\n\n"
        "mtr -r\n  10.0.0.1\n\n拓扑图\n\n<b>粗</b>"_s);
}

void TestPlainText::theTitleIsApart()
{
    const auto document = parseMarkdown(u"# 丢包 处置\n\n正文\n"_s);
    QCOMPARE(plainText(document->root, u"丢包 处置"_s), u"正文"_s);
    QCOMPARE(plainText(document->root, u"别的"_s), u"丢包 处置\n\n正文"_s);
    QVERIFY(!beginsWithTitle(parseMarkdown(u"正文\n\n# 丢包\n"_s)->root, u"丢包"_s));
}

void TestPlainText::oneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("Han") << u"丢\n包"_s << u"丢包"_s;
    QTest::newRow("sign") << u"丢，\n包"_s << u"丢，包"_s;
    QTest::newRow("Latin") << u"packet\nloss"_s << u"packet loss"_s;
    QTest::newRow("mixed") << u"丢\nloss"_s << u"丢 loss"_s;
    QTest::newRow("ends") << u"\n丢\n"_s << u"丢"_s;
}

void TestPlainText::oneLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, line);
    QCOMPARE(onOneLine(text), line);
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
