// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlehtml.h"
#include "app/articles/articlesteps.h"

#include <QGuiApplication>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;

namespace {

HtmlOptions plainOptions()
{
    HtmlOptions options;
    options.look = {
        u"#112233"_s, u"#445566"_s, QString(), u"#778899"_s, u"复制"_s, u"（图未显示）"_s};
    return options;
}

ArticleHtml html(const QString &markdown, const HtmlOptions &options = plainOptions())
{
    return articleHtml(*parseMarkdown(markdown), options);
}

QString shown(const QString &markdown)
{
    QTextDocument document;
    document.setHtml(html(markdown).before);
    return document.toPlainText();
}

/// Every place the document leads to or fetches from, as whoever shows it sees them.
QStringList targets(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    QStringList all;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isAnchor() && !format.anchorHref().isEmpty())
                all.append(format.anchorHref());
            if (format.isImageFormat())
                all.append(u"image "_s + format.toImageFormat().name());
        }
    }
    return all;
}

const QString kHash = QString(64, u'a');

} // namespace

class TestArticleHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void rawHtmlIsText_data();
    void rawHtmlIsText();
    void links_data();
    void links();
    void images();
    void tables();
    void boxes();
    void lists();
    void code();
    void headings();
    void theTitleIsApart();
    void stepsAreLeftOut();
    void oneStep();
    void softWraps();
    void charactersQtKeepsForItself();
};

void TestArticleHtml::words()
{
    QCOMPARE(html(u"丢包 *斜* **粗** ~~删~~ `a<b` & \"引\"\n"_s).before,
        u"<p>丢包 <i>斜</i> <b>粗</b> <s>删</s> <code>a&lt;b</code> &amp; "
        "&quot;引&quot;</p>"_s);
    QCOMPARE(html(u"> 引用\n\n---\n"_s).before,
        u"<blockquote>\n<p>引用</p>\n</blockquote>\n<hr "
        "style=\"margin-top:6px;margin-bottom:6px;background-color:#445566\"/>"_s);
}

void TestArticleHtml::rawHtmlIsText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << u"<script>alert(1)</script>\n"_s << u"<script>alert(1)</script>"_s;
    QTest::newRow("within") << u"a <img src=http://x/> b\n"_s << u"a <img src=http://x/> b"_s;
    QTest::newRow("style") << u"<style>p{color:red}</style>\n\nx\n"_s
                           << u"<style>p{color:red}</style>\nx"_s;
    QTest::newRow("comment") << u"a <!-- b --> c\n"_s << u"a <!-- b --> c"_s;
    QTest::newRow("alt") << u"![\"><b>x</b>](http://x)\n"_s << u"\"><b>x</b>（图未显示）"_s;
    QTest::newRow("a line break is one") << u"|a|\n|-|\n|b<br>c|\n"_s << u"\na\nb\nc\n"_s;
}

void TestArticleHtml::rawHtmlIsText()
{
    QFETCH(const QString, markdown);
    QTEST(shown(markdown), "text");
    QCOMPARE(targets(html(markdown).before), QStringList());
}

void TestArticleHtml::links_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("href"); ///< empty: no link
    const auto row = [](const QString &target, const QString &href) {
        QTest::newRow(qPrintable(target)) << target << href;
    };
    for (const auto &good :
        {u"http://a.example/b?c=d&e"_s, u"https://a.example"_s, u"mailto:noc@a.example"_s,
            u"tel:+86-10-1"_s, u"article:egress-loss"_s, u"article:egress-loss#步骤"_s, u"#步骤"_s})
        row(good, good);
    row(u"#%E6%AD%A5"_s, u"#步"_s);
    row(u"HTTPS://a.example"_s, u"HTTPS://a.example"_s);
    for (const auto &bad :
        {u"javascript:alert(1)"_s, u"JaVaScRiPt:alert(1)"_s, u"&#106;avascript:x"_s,
            u"file:///etc"_s, u"data:text/html,x"_s, u"//a.example"_s, u"other.md"_s,
            u"/etc/passwd"_s, u"article:../x"_s, u"article:"_s, u"copy:0"_s, u"blob:x"_s,
            u"http:///x"_s, u"vbscript:x"_s, u"http://a%00b"_s, u"<java\tscript:x>"_s})
        row(bad, QString());
}

void TestArticleHtml::links()
{
    QFETCH(const QString, target);
    QFETCH(const QString, href);
    const QString markdown = u"[看](%1)\n"_s.arg(target);
    QCOMPARE(targets(html(markdown).before), href.isEmpty() ? QStringList() : QStringList{href});
    QVERIFY(shown(markdown).contains(u"看"_s));
}

void TestArticleHtml::images()
{
    const QString markdown =
        u"![甲](blob:%1) ![乙](img/b.png) ![丙](http://a.example/c.png) ![丁](data:image/png,x) "
        "![戊](none.png)\n"_s.arg(kHash);
    HtmlOptions options = plainOptions();
    options.image = [](const QString &target) -> std::optional<HtmlImage> {
        if (target == u"img/b.png"_s)
            return HtmlImage{u"blob:b"_s, 300};
        return target.startsWith(u"blob:"_s) ? std::optional(HtmlImage{target}) : std::nullopt;
    };
    const QString shown = html(markdown, options).before;
    QCOMPARE(targets(shown), (QStringList{u"image blob:"_s + kHash, u"image blob:b"_s}));
    QVERIFY(shown.contains(u"width=\"300\""_s));
    for (const auto &word : {u"丙（图未显示）"_s, u"丁（图未显示）"_s, u"戊（图未显示）"_s})
        QVERIFY(shown.contains(word));
    QCOMPARE(targets(html(markdown).before), QStringList{u"image blob:"_s + kHash});
}

void TestArticleHtml::tables()
{
    const QString text = html(u"| 丢包率 | 级别 |\n|--:|---|\n| 2–4 % | **黄色** |\n"_s).before;
    QTextDocument document;
    document.setHtml(text);
    const auto frames = document.rootFrame()->childFrames();
    QCOMPARE(frames.size(), 1);
    auto *table = qobject_cast<QTextTable *>(frames.at(0));
    QVERIFY(table);
    QCOMPARE(table->rows(), 2);
    QCOMPARE(table->columns(), 2);
    QCOMPARE(table->format().headerRowCount(), 1);
    const QTextBlock cell = table->cellAt(1, 0).firstCursorPosition().block();
    QCOMPARE(cell.text(), u"2–4 %"_s);
    QVERIFY(cell.blockFormat().alignment() & Qt::AlignRight);
    QVERIFY(text.contains(u"border-color:#445566"_s));
}

void TestArticleHtml::boxes()
{
    const QString text = shown(u"- [x] 已通知\n- [ ] 未通知\n"_s);
    QVERIFY(text.contains(u"☑ 已通知"_s));
    QVERIFY(text.contains(u"☐ 未通知"_s));
}

void TestArticleHtml::lists()
{
    QCOMPARE(html(u"1. 一\n2. 二\n   - 三\n"_s).before,
        u"<ol>\n<li>一</li>\n<li>二<ul>\n<li>三</li>\n</ul>\n</li>\n</ol>"_s);
    // One that goes on after a block counts on.
    const QString text = shown(u"1. 一\n\n段\n\n2. 二\n3. 三\n"_s);
    QVERIFY(text.contains(u"2. 二"_s));
    QVERIFY(text.contains(u"3. 三"_s));
}

void TestArticleHtml::code()
{
    const ArticleHtml result =
        html(u"```sh\nmcuctl rate <site>\n  --aux off\n```\n\n1. x\n\n       indented\n"_s);
    QCOMPARE(result.codes, (QStringList{u"mcuctl rate <site>\n  --aux off"_s, u"indented"_s}));
    QCOMPARE(targets(result.before), (QStringList{u"copy:0"_s, u"copy:1"_s}));
    QTextDocument document;
    document.setHtml(result.before);
    QVERIFY(document.toPlainText().contains(u"mcuctl rate <site>\n  --aux off"_s));
    QVERIFY(result.before.contains(u"background-color:#112233"_s));
}

void TestArticleHtml::headings()
{
    const ArticleHtml result = html(u"# 处置 步骤（一）\n\n## Steps!\n\n## Steps\n\n### `a_b`\n"_s);
    QStringList all;
    for (const HtmlHeading &heading : result.headings)
        all.append(u"%1 %2 #%3"_s.arg(heading.level).arg(heading.text, heading.anchor));
    QCOMPARE(all,
        (QStringList{u"1 处置 步骤（一） #处置-步骤一"_s, u"2 Steps! #steps"_s,
            u"2 Steps #steps-1"_s, u"3 a_b #a_b"_s}));
    QVERIFY(result.before.contains(u"<h2><a name=\"steps-1\"></a>Steps</h2>"_s));
}

void TestArticleHtml::theTitleIsApart()
{
    HtmlOptions options = plainOptions();
    options.title = u"丢包"_s;
    QCOMPARE(html(u"# 丢包\n\n文\n"_s, options).before, u"<p>文</p>"_s);
    QVERIFY(html(u"# 别的\n\n文\n"_s, options).before.contains(u"别的"_s));
}

void TestArticleHtml::stepsAreLeftOut()
{
    const auto document = parseMarkdown(
        u"前\n\n```\na\n```\n\n## 步骤\n\n1. 做\n\n   ```\n   b\n   ```\n\n后\n\n```\nc\n```\n"_s);
    HtmlOptions options = plainOptions();
    options.steps = stepsOf(*document).list;
    const ArticleHtml result = articleHtml(*document, options);
    QVERIFY(result.before.startsWith(u"<p>前</p>"_s));
    QVERIFY(result.before.endsWith(u"步骤</h2>"_s));
    QVERIFY(result.after.startsWith(u"<p>后</p>"_s));
    QVERIFY(!(result.before + result.after).contains(u"做"_s));
    QCOMPARE(result.codes, (QStringList{u"a"_s, u"c"_s}));
    QVERIFY(result.after.contains(u"copy:1"_s));
}

void TestArticleHtml::oneStep()
{
    const auto document = parseMarkdown(
        u"1. 一\n2. 做（4 分钟）\n\n   ```\n   b [r]\n   ```\n\n   若失败：停\n\n   [看][r]\n\n"
        "[r]: https://a.example\n"_s);
    HtmlOptions options = plainOptions();
    options.steps = stepsOf(*document).list;
    const ArticleHtml result = stepHtml(*document, 2, options);
    QCOMPARE(result.codes, QStringList{u"b [r]"_s});
    QCOMPARE(targets(result.before), (QStringList{u"copy:0"_s, u"https://a.example"_s}));
    QVERIFY(!result.before.contains(u"做"_s) && !result.before.contains(u"停"_s));
    QCOMPARE(stepHtml(*document, 1, options).before, QString());
    QCOMPARE(stepHtml(*document, 3, options).before, QString());
    QCOMPARE(stepHtml(*document, 0, options).before, QString());
}

void TestArticleHtml::softWraps()
{
    QCOMPARE(shown(u"丢\n包，\n很多\nand\nmore  \nend\n"_s), u"丢包，很多 and more\nend"_s);
}

void TestArticleHtml::charactersQtKeepsForItself()
{
    const QString odd = u"a"_s + QChar(0xfdd0) + QChar(0xfffc) + QChar(0x2029) + QChar(1) + u"b"_s;
    QCOMPARE(shown(odd), u"a����b"_s);
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    TestArticleHtml test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_articlehtml.moc"
