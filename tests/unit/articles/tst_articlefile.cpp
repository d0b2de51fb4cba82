// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlefile.h"
#include "app/articles/markdown.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;

namespace {

const QByteArray kWhole = R"(---
id: egress-loss              # its name
title: 出口链路丢包处置
kind: procedure
folder: 网络/出口链路
tags: [丢包, 出口]
owner: li
deputy: wang
review: 3 months
targets: [bj-egress-1]
metrics: [loss, frame_rate, fps]
mode: read-do
reviewers:
  - chen
  - "null"
---
# 出口链路丢包处置

正文
)";

/// "field_invalid kind 3", in the order in which they were found.
QStringList said(const Faults &faults)
{
    QStringList all;
    for (const Fault &fault : faults) {
        QStringList words{fault.code};
        if (fault.params.contains("field"_L1))
            words.append(fault.params.value("field"_L1).toString());
        if (fault.params.contains("line"_L1))
            words.append(QString::number(fault.params.value("line"_L1).toInt()));
        all.append(words.join(u' '));
    }
    return all;
}

} // namespace

class TestArticleFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void withoutFrontMatter();
    void faults_data();
    void faults();
    void review_data();
    void review();
    void thereAndBack_data();
    void thereAndBack();
    void completed();
    void hostile_data();
    void hostile();
};

void TestArticleFile::whole()
{
    const ArticleReading reading = readArticle(kWhole);
    QCOMPARE(said(reading.faults), QStringList());
    QCOMPARE(said(reading.notes), QStringList{u"field_unknown reviewers 13"_s});
    const ArticleMeta &meta = reading.file.meta;
    QCOMPARE(meta.id, u"egress-loss"_s);
    QCOMPARE(meta.title, u"出口链路丢包处置"_s);
    QCOMPARE(meta.kind, u"procedure"_s);
    QCOMPARE(meta.folder, u"网络/出口链路"_s);
    QCOMPARE(meta.tags, (QStringList{u"丢包"_s, u"出口"_s}));
    QCOMPARE(meta.owner, u"li"_s);
    QCOMPARE(meta.deputy, u"wang"_s);
    QCOMPARE(meta.reviewDays, 90);
    QCOMPARE(meta.targets, QStringList{u"bj-egress-1"_s});
    QCOMPARE(meta.metrics, (QStringList{u"loss"_s, u"fps"_s}));
    QCOMPARE(meta.mode, u"read-do"_s);
    QCOMPARE(reading.file.body, u"# 出口链路丢包处置\n\n正文\n"_s);
    QCOMPARE(reading.file.bodyLine, 17);
}

void TestArticleFile::withoutFrontMatter()
{
    for (const auto &text : {u"正文\n---\n"_s, u"----\nid: a\n----\n"_s, u"---"_s, QString()}) {
        const ArticleReading reading = readArticle(text.toUtf8());
        QCOMPARE(said(reading.faults), QStringList());
        QCOMPARE(reading.file.meta, ArticleMeta());
        QCOMPARE(reading.file.body, text);
        QCOMPARE(reading.file.bodyLine, 1);
    }
    const ArticleReading windows =
        readArticle("\xef\xbb\xbf---\r\nid: a\r\n---\r\n\xe6\xad\xa3\r\n");
    QCOMPARE(windows.file.meta.id, u"a"_s);
    QCOMPARE(windows.file.body, u"正\n"_s);
}

void TestArticleFile::faults_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *name, const QString &yaml, const QStringList &faults) {
        QTest::newRow(name) << (u"---\n"_s + yaml + u"---\ntext\n"_s).toUtf8() << faults;
    };
    row("several at once", u"id: Egress\nkind: runbook\nreview: soon\nmetrics: [loss, luck]\n"_s,
        {u"field_invalid id 2"_s, u"field_invalid kind 3"_s, u"field_invalid review 4"_s,
            u"field_invalid metrics 5"_s});
    row("a mapping within", u"id: a\nowner:\n  name: li\nkind: paper\n"_s,
        {u"front_matter_broken 4"_s, u"field_invalid kind 5"_s});
    row("a list within a list", u"tags: [[a], b]\n"_s, {u"front_matter_broken 2"_s});
    row("an alias", u"owner: &me li\ndeputy: *me\n"_s,
        {u"front_matter_broken 2"_s, u"front_matter_broken 3"_s});
    row("no YAML", u"id: a\ntitle: [b\nkind: card\n"_s, {u"front_matter_broken 4"_s});
    row("a list", u"- a\n- b\n"_s, {u"front_matter_broken 2"_s});
    row("twice", u"id: a\nid: b\n"_s, {u"field_repeated id 3"_s});
    row("a list for a text", u"title: [a, b]\n"_s, {u"field_invalid title 2"_s});
    row("long title", u"title: "_s + QString(201, u'题') + u'\n', {u"field_invalid title 2"_s});
    row("title fits", u"title: "_s + QString(200, u'题') + u'\n', {});
    row("folder above", u"folder: ../x\n"_s, {u"field_invalid folder 2"_s});
    row("nothing said", u"title:\nowner: ~\ntags: []\nfolder: null\n"_s, {});
    row("one for a list", u"tags: 丢包\n"_s, {});
    QTest::newRow("no end") << QByteArray("---\nid: a\ntext\n")
                            << QStringList{u"front_matter_broken 1"_s};
    QTest::newRow("not UTF-8") << QByteArray("a\nb\n\xb6\xaa\xb0\xfc\n")
                               << QStringList{u"text_not_utf8 3"_s};
}

void TestArticleFile::faults()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QStringList, faults);
    QCOMPARE(said(readArticle(file).faults), faults);
}

void TestArticleFile::review_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("days"); ///< 0: none
    const auto row = [](const QString &text, int days) {
        QTest::newRow(qPrintable(text)) << text << days;
    };
    row(u"90"_s, 90);
    row(u"1 day"_s, 1);
    row(u"12 weeks"_s, 84);
    row(u"3 months"_s, 90);
    row(u"6 Months"_s, 180);
    row(u"1 year"_s, 365);
    row(u"3个月"_s, 90);
    row(u"2 周"_s, 14);
    row(u"0"_s, 0);
    row(u"-3"_s, 0);
    row(u"3 moons"_s, 0);
    row(u"9999 months"_s, 0);
    row(u"1.5"_s, 0);
}

void TestArticleFile::review()
{
    QFETCH(const QString, text);
    QFETCH(const int, days);
    QCOMPARE(reviewDaysOf(text).value_or(0), days);
}

void TestArticleFile::thereAndBack_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("whole") << kWhole;
    QTest::newRow("hard words") << QByteArray(R"(---
title: "a: b # c [d] 'e' \"f\" \\ 题"
owner: "null"
deputy: "123"
tags: ["- a", "*b", "&c", "true", "", "0x1f", "~"]
x-list: []
x-null:
x-lines: |
  first
    second

  third
"x: y": 'single'
---
---
body with a rule first
)");
    QTest::newRow("nothing") << QByteArray("---\n---\n");
    QTest::newRow("only a body") << QByteArray("正文\n");
}

void TestArticleFile::thereAndBack()
{
    QFETCH(const QByteArray, file);
    ArticleReading first = readArticle(file);
    // An empty tag is no tag: the file is refused, and what is left of it is compared.
    const QByteArray written = writeArticle(first.file.meta, first.file.body);
    const ArticleReading second = readArticle(written);
    QCOMPARE(said(second.faults), QStringList());
    QCOMPARE(second.file.meta, first.file.meta);
    QCOMPARE(second.file.body, first.file.body);
    QCOMPARE(writeArticle(second.file.meta, second.file.body), written);
}

void TestArticleFile::completed()
{
    const auto document = parseMarkdown(u"## 前言\n\n# 出口 **丢包**\n"_s);
    ArticleMeta meta;
    QCOMPARE(complete(meta, u"网络/出口链路/egress-loss.md"_s, document->root), Faults());
    QCOMPARE(meta.id, u"egress-loss"_s);
    QCOMPARE(meta.folder, u"网络/出口链路"_s);
    QCOMPARE(meta.title, u"出口 丢包"_s);
    QCOMPARE(meta.kind, u"procedure"_s);

    ArticleMeta said{.id = u"a"_s, .title = u"t"_s, .kind = u"card"_s, .folder = u"f"_s};
    const ArticleMeta before = said;
    QCOMPARE(complete(said, u"x/b.md"_s, document->root), Faults());
    QCOMPARE(said, before);

    ArticleMeta none;
    const auto plain = parseMarkdown(u"text"_s);
    QCOMPARE(::said(complete(none, u"丢包.md"_s, plain->root)),
        (QStringList{u"field_missing id"_s, u"field_missing title"_s}));
    QCOMPARE(none.folder, QString());
}

void TestArticleFile::hostile_data()
{
    QTest::addColumn<QByteArray>("yaml");
    const auto row = [](const char *name, const QByteArray &yaml) { QTest::newRow(name) << yaml; };
    row("lists", "a: " + QByteArray("[").repeated(60'000));
    row("mappings", "a: " + QByteArray("{a: ").repeated(15'000));
    row("sequences", QByteArray("- ").repeated(30'000));
    row("keys", QByteArray("? ").repeated(30'000));
    row("members", QByteArray("a: b\n").repeated(12'000));
    row("documents", QByteArray("a: b\n...\n--- x\n").repeated(5'000));
    row("tags", "a: !<tag:yaml.org,2002:str> b\n");
    row("too large", "a: " + QByteArray(70'000, 'b'));
    row("a bomb", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n");
    row("tabs", "a:\n\t- b\n");
    row("NUL", QByteArray("a: b\0c\n", 7));
}

void TestArticleFile::hostile()
{
    QFETCH(const QByteArray, yaml);
    QElapsedTimer timer;
    timer.start();
    const ArticleReading reading = readArticle("---\n" + yaml + "\n---\nx\n");
    QVERIFY(timer.elapsed() < 5'000);
    const bool harmless = yaml.startsWith("a: !<");
    QCOMPARE(reading.faults.isEmpty(), harmless);
}

QTEST_GUILESS_MAIN(TestArticleFile)
#include "tst_articlefile.moc"
