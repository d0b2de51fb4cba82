// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/markdown.h"
#include "app/articles/plaintext.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;
using Kind = Node::Kind;

namespace {

/// Generous: a sanitizer makes everything several times slower.
constexpr qint64 kSoon = 10'000;

QString repeated(const QString &text, qsizetype bytes)
{
    return text.repeated(bytes / text.toUtf8().size());
}

/// "link https://a.b", "text 见", one for each inline of the first paragraph.
QStringList inlinesOf(const QString &markdown)
{
    QStringList all;
    const auto document = parseMarkdown(markdown);
    for (const Node &node : document->root.children.at(0).children) {
        if (node.kind == Kind::Link)
            all.append(u"link "_s + node.target);
        else
            all.append(u"text "_s + node.text);
    }
    return all;
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksKnowTheirLines();
    void tablesAndTasks();
    void bareLinks_data();
    void bareLinks();
    void lineEnds();
    void tooLarge();
    void hostile_data();
    void hostile();
    void ordinaryThingsAreNotRefused_data();
    void ordinaryThingsAreNotRefused();
    void severalAtOnce();
};

void TestMarkdown::blocksKnowTheirLines()
{
    const auto document =
        parseMarkdown(u"# 标题\n\n第一段\n第二行\n\n```sh\nmcuctl rate\n```\n\n3. 三\n4. 四\n"_s);
    QVERIFY(document);
    const auto &blocks = document->root.children;
    QCOMPARE(blocks.size(), size_t(4));
    QCOMPARE(blocks[0].kind, Kind::Heading);
    QCOMPARE(blocks[0].number, 1);
    QCOMPARE(blocks[1].kind, Kind::Paragraph);
    QCOMPARE(blocks[1].firstLine, 3);
    QCOMPARE(blocks[1].lastLine, 4);
    QCOMPARE(blocks[2].kind, Kind::Code);
    QCOMPARE(blocks[2].text, u"mcuctl rate\n"_s);
    QCOMPARE(blocks[2].target, u"sh"_s);
    QVERIFY(blocks[3].ordered);
    QCOMPARE(blocks[3].number, 3);
    QCOMPARE(blocks[3].children.size(), size_t(2));
    QCOMPARE(blocks[3].children[1].firstLine, 11);
}

void TestMarkdown::tablesAndTasks()
{
    const auto document = parseMarkdown(
        u"| 丢包率 | 级别 |\n|--:|:-:|\n| 2–4 % | ~~黄~~ |\n\n- [x] 已通知\n- [ ] 未通知\n"_s);
    QVERIFY(document);
    const Node &table = document->root.children.at(0);
    QCOMPARE(table.kind, Kind::Table);
    QVERIFY(table.children.at(0).header);
    QVERIFY(!table.children.at(1).header);
    QCOMPARE(table.children.at(1).children.at(0).align, 'r');
    QCOMPARE(table.children.at(1).children.at(1).align, 'c');
    QCOMPARE(table.children.at(1).children.at(1).children.at(0).kind, Kind::Strike);
    const Node &list = document->root.children.at(1);
    QVERIFY(list.children.at(0).task && list.children.at(0).checked);
    QVERIFY(list.children.at(1).task && !list.children.at(1).checked);
}

void TestMarkdown::bareLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("inlines");
    QTest::newRow("chinese comma")
        << u"见https://a.example/b?x=1，然后"_s
        << QStringList{u"text 见"_s, u"link https://a.example/b?x=1"_s, u"text ，然后"_s};
    QTest::newRow("full stop") << u"See http://a.example/b."_s
                               << QStringList{
                                      u"text See "_s, u"link http://a.example/b"_s, u"text ."_s};
    QTest::newRow("parentheses") << u"(www.a.example/b_(c))"_s
                                 << QStringList{u"text ("_s, u"link http://www.a.example/b_(c)"_s,
                                        u"text )"_s};
    QTest::newRow("mail") << u"请写给 noc@a.example。"_s
                          << QStringList{
                                 u"text 请写给 "_s, u"link mailto:noc@a.example"_s, u"text 。"_s};
    QTest::newRow("none") << u"user@host ahttp://b javascript:x"_s
                          << QStringList{u"text user@host ahttp://b javascript:x"_s};
    QTest::newRow("at the end") << u"https://a.example"_s
                                << QStringList{u"link https://a.example"_s};
}

void TestMarkdown::bareLinks()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, inlines);
    QCOMPARE(inlinesOf(text), inlines);
}

void TestMarkdown::lineEnds()
{
    const auto document = parseMarkdown(u"\ufeff一\r\n\r\n二\r三\n"_s);
    QVERIFY(document);
    QCOMPARE(document->root.children.size(), size_t(2));
    QCOMPARE(inlineText(document->root.children.at(1)), u"二\n三"_s);
    QCOMPARE(document->lines.first(4), (QStringList{u"一"_s, QString(), u"二"_s, u"三"_s}));
    QVERIFY(parseMarkdown(QString()));
}

void TestMarkdown::tooLarge()
{
    QVERIFY(parseMarkdown(u"丢 "_s.repeated(520'000))); // 2,080,000 bytes
    const auto more = parseMarkdown(u"丢 "_s.repeated(530'000)); // 2,120,000: more than 2 MiB
    QVERIFY(!more);
    QCOMPARE(more.error().code, u"article_too_large"_s);
    QCOMPARE(parseMarkdown(QString(3'000'000, u'a')).error().code, u"article_too_large"_s);
}

void TestMarkdown::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); ///< empty: it is taken
    const QString deep = u"article_too_deep"_s;
    const QString complex = u"article_too_complex"_s;
    const qsizetype all = 2'000'000;
    const auto row = [](const char *name, const QString &text, const QString &code) {
        QTest::newRow(name) << text << code;
    };
    row("quotes", u">"_s.repeated(100'000), deep);
    row("quotes with blanks", u"> "_s.repeated(100'000), deep);
    row("quotes and lists", u"> - 1. "_s.repeated(100'000), deep);
    row("numbered", repeated(u"1. "_s, 65'000) + u"a\n"_s + u"\n"_s.repeated(90'000), deep);
    QString indented;
    for (int i = 0; i < 1'400; ++i)
        indented += QString(2 * i, u' ') + u"- a\n"_s;
    row("lists by indentation", indented, deep);
    row("emphasis", u"*a **b "_s.repeated(300) + u"x"_s + u" b** a*"_s.repeated(300), deep);
    row("images", u"!["_s.repeated(100) + u"a"_s + u"](b)"_s.repeated(100), deep);
    row("brackets", u"["_s.repeated(100'000), {});
    row("brackets and ends", u"["_s.repeated(50'000) + u"]"_s.repeated(50'000), {});
    row("images within nothing", repeated(u"![[]()"_s, all), complex);
    row("addresses", repeated(u"a@"_s, all), {});
    row("parentheses of an address", u"www.a"_s + QString(all, u')'), {});
    row("open parentheses", u"http://a.b/"_s + QString(all, u'('), {});
    row("underscores of an address", repeated(u"www.a_"_s, all), {});
    row("dots", repeated(u"a."_s, all), {});
    row("plus", repeated(u"a+"_s, all) + u"@b"_s, {});
    row("columns", QString(100'000, u'|') + u"\n"_s + u"|-"_s.repeated(100'000) + u"|\n"_s,
        complex);
    row("cells",
        u"|a"_s.repeated(200) + u"|\n"_s + u"|-"_s.repeated(200) + u"|\n"_s
            + u"a\n"_s.repeated(50'000),
        complex);
    row("many tables of many cells",
        (u"|a"_s.repeated(200) + u"|\n"_s + u"|-"_s.repeated(200) + u"|\n"_s
            + u"a\n"_s.repeated(900) + u'\n')
            .repeated(80),
        complex);
    row("images in many runs", (u"![[]()"_s.repeated(900) + u"\n\n"_s).repeated(300), complex);
    row("a table below all", u"a\n"_s.repeated(90'000) + u"a|b\n-|-\n"_s, complex);
    row("references", u"[a]: "_s + QString(10'000, u'x') + u"\n\n"_s + u"[a]"_s.repeated(300'000),
        complex);
    row("lines", u"\n"_s.repeated(1'000'000), complex);
    row("emphasis side by side", repeated(u"a*"_s, 400'000), {});
    row("nodes", repeated(u"*a*b"_s, all), complex);
    row("code",
        [] {
            QString text;
            for (int i = 0; i < 1'900; ++i)
                text += QString(i, u'`') + u' ';
            return text;
        }(),
        {});
    row("entities", repeated(u"&a;"_s, all), {});
    row("tags", repeated(u"<a "_s, all), {});
    row("nothing", QString(100'000, QChar(u'\0')), {});
    row("half pairs", QString(100'000, QChar(0xd800)), {});
}

void TestMarkdown::hostile()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QElapsedTimer timer;
    timer.start();
    const auto document = parseMarkdown(text);
    const qint64 took = timer.elapsed();
    QVERIFY2(took < kSoon, qPrintable(QString::number(took)));
    QCOMPARE(document ? QString() : document.error().code, code);
    if (!document && code != u"article_too_large"_s)
        QVERIFY(document.error().params.value("line"_L1).toInt() > 0);
}

void TestMarkdown::ordinaryThingsAreNotRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a rule") << u"- - "_s.repeated(200);
    QTest::newRow("ten lists")
        << u"- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n"
           "              - h\n                - i\n                  - j\n"_s;
    QTest::newRow("a long table") << u"| a | b | c |\n|---|---|---|\n"_s
            + u"| 北京 | 出口 | 10.0.0.1 |\n"_s.repeated(5'000);
    QTest::newRow("a long log") << u"```\n"_s
            + u"2026-03-18 14:34:20 eth0: link down | retry\n"_s.repeated(20'000) + u"```\n"_s;
    QTest::newRow("pictures") << u"![图](a.png)\n"_s.repeated(500);
    QTest::newRow("far to the right") << u"```\n"_s + QString(200, u' ') + u"- x\n```\n"_s;
}

void TestMarkdown::ordinaryThingsAreNotRefused()
{
    QFETCH(const QString, text);
    const auto document = parseMarkdown(text);
    QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
}

void TestMarkdown::severalAtOnce()
{
    // The library below has tables that all parsers share.
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 200; ++i) {
        pool.start([&wrong] {
            const auto document = parseMarkdown(u"~~a~~ *b*\n\n|a|\n|-|\n|b|\n"_s);
            const auto &blocks = document->root.children;
            if (blocks.size() != 2 || blocks[0].children.at(0).kind != Kind::Strike
                || blocks[1].kind != Kind::Table)
                ++wrong;
        });
    }
    pool.waitForDone();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
