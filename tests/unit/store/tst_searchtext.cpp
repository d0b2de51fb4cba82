// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/pinyininitials.h"
#include "app/store/searchsnippet.h"
#include "app/store/searchtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::store;

/// How texts and queries are compared, and what of a raw text is marked.
class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordIsFound_data();
    void wordIsFound();
    void queryIsCutIntoWords();
    void queryIsBounded();
    void marksTheRawText_data();
    void marksTheRawText();
    void snippetShowsTheMatchOnOneLine();
    void snippetKeepsCharactersWhole();
    void initialsOfTitles();
    void initialsMarkTheTitle();
};

void TestSearchText::wordIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("found");
    const auto row = [](const QString &text, const QString &word, bool found) {
        QTest::addRow("%s in %s", qPrintable(word), qPrintable(text)) << text << word << found;
    };
    row(u"出口链路丢包处置"_s, u"丢包"_s, true);
    row(u"loss丢包>3%"_s, u"丢包"_s, true);
    row(u"（丢包）"_s, u"丢包"_s, true);
    row(u"丢\n包"_s, u"丢包"_s, true);
    row(u"丢\r\n包"_s, u"丢包"_s, true);
    row(u"丢\n\n包"_s, u"丢包"_s, false);
    row(u"包丢"_s, u"丢包"_s, false);
    row(u"丢 包"_s, u"丢包"_s, false);
    row(u"丢，包"_s, u"丢包"_s, false);
    row(u"丢　包"_s, u"丢包"_s, false);
    row(u"丢a包"_s, u"丢包"_s, false);
    row(u"丢\U0001F4E6包"_s, u"丢包"_s, false);
    row(u"丢\uE000包"_s, u"丢包"_s, false);
    row(u"丢\u200B包"_s, u"丢包"_s, true); // what nobody sees divides nothing
    row(u"MTU1400"_s, u"1400"_s, true);
    row(u"MTU1400"_s, u"mtu 1400"_s, true);
    row(u"MTU 1400"_s, u"mtu1400"_s, true);
    row(u"MTU1400"_s, u"400"_s, false);
    row(u"H.264 编码"_s, u"h.264"_s, true);
    row(u"H.264 编码"_s, u"264"_s, true);
    row(u"H264编码"_s, u"h.264编"_s, true);
    row(u"ＶＰＮ网关"_s, u"vpn"_s, true);
    row(u"vpn网关"_s, u"ＶＰＮ"_s, true);
    row(u"packet loss"_s, u"pack"_s, true);
    row(u"packet loss"_s, u"acket"_s, false);
    row(u"packet loss"_s, u"packloss"_s, false);
    row(u"café"_s, u"CAFE"_s, true);
    row(u"cafe\u0301"_s, u"café"_s, true);
    row(u"ﬁbre"_s, u"fibre"_s, true);
    row(u"ｶﾞｲﾄﾞ"_s, u"ガイド"_s, true);
    row(u"第②步"_s, u"第2步"_s, true);
    row(u"\U00020BB7野"_s, u"\U00020BB7野"_s, true); // beyond the basic plane
    row(u"\uF900"_s, u"\u8C48"_s, true); // a compatibility Han and the plain one
    row(u"丢包率100%"_s, u"包率10"_s, true);
    row(u"鏈路丟包處置"_s, u"链路丢包"_s, true); // traditional and simplified are one
    row(u"链路丢包处置"_s, u"丟包處置"_s, true);
    row(u"網絡會診"_s, u"網络会診"_s, true);
    row(u"丟，包"_s, u"丢包"_s, false);
    row(u"于"_s, u"於"_s, true);
    row(u""_s, u"丢"_s, false);
}

void TestSearchText::wordIsFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    QFETCH(const bool, found);
    QCOMPARE(indexOfWord(normalText(text), normalText(word)) >= 0, found);
}

void TestSearchText::queryIsCutIntoWords()
{
    QCOMPARE(searchWords(u"  丢包　卡顿\tLOSS "), (QStringList{u"丢包"_s, u"卡顿"_s, u"loss"_s}));
    QCOMPARE(searchWords(u"丢包 \"丢包\""), QStringList{u"丢包"_s});
    for (const QString &nothing : {u""_s, u"   "_s, u"\"*\" AND -- ( ，。"_s.remove(u"AND"_s)})
        QVERIFY2(searchWords(nothing).isEmpty(), qPrintable(nothing));
}

void TestSearchText::queryIsBounded()
{
    QStringList many;
    for (int i = 0; i < 30; ++i)
        many.append(QString(QChar(0x4E00 + i)));
    QCOMPARE(searchWords(many.join(u' ')), many.first(20));
    QCOMPARE(searchWords(QString(1000, u'丢')).value(0).size(), 400);
}

void TestSearchText::marksTheRawText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("marked");
    const auto row = [](const QString &text, const QString &query, const QStringList &marked) {
        QTest::addRow("%s in %s", qPrintable(query), qPrintable(text)) << text << query << marked;
    };
    row(u"先查丢包，再查丢包。"_s, u"丢包"_s, {u"丢包"_s, u"丢包"_s});
    row(u"查丢\n包率"_s, u"丢包"_s, {u"丢\n包"_s});
    row(u"查丢\r\n包率"_s, u"丢包"_s, {u"丢\r\n包"_s});
    row(u"接 ＶＰＮ 网关"_s, u"vpn"_s, {u"ＶＰＮ"_s});
    row(u"改 MTU 为 1400"_s, u"mtu 1400"_s, {u"MTU"_s, u"1400"_s});
    row(u"改 MTU-1400"_s, u"mtu1400"_s, {u"MTU-1400"_s});
    row(u"Packet"_s, u"pack"_s, {u"Pack"_s});
    row(u"\U0001F4E6丢包\U0001F4E6"_s, u"丢包"_s, {u"丢包"_s}); // pairs of units before it
    row(u"链路丢包"_s, u"链路 路丢 丢包"_s, {u"链路丢包"_s}); // overlapping ones are one
    row(u"oﬁce"_s, u"ofi"_s, {u"oﬁ"_s});
    row(u"cafe\u0301 丢包"_s, u"丢包"_s, {u"丢包"_s});
    row(u"丢 包"_s, u"丢包"_s, {});
    row(u"\U0001F4E6先查丟包，再查丢包"_s, u"丢包"_s, {u"丟包"_s, u"丢包"_s});
}

void TestSearchText::marksTheRawText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, query);
    QFETCH(const QStringList, marked);
    QStringList parts;
    for (const TextRange &range : matchRanges(tracedText(text), searchWords(query)))
        parts.append(text.sliced(range.from, range.length));
    QCOMPARE(parts, marked);
}

void TestSearchText::snippetShowsTheMatchOnOneLine()
{
    const QString body =
        QString(300, u'甲') + u"，丢包\n\n卡顿，丢包。"_s + QString(300, u'乙') + u"丢包"_s;
    const auto snippet = snippetOf(body, matchRanges(tracedText(body), searchWords(u"丢包 卡顿")));
    QVERIFY(snippet.text.startsWith(u'…') && snippet.text.endsWith(u'…'));
    QVERIFY(snippet.text.size() <= kSnippetUnits + 2 && !snippet.text.contains(u'\n'));
    QStringList parts;
    for (const TextRange &range : snippet.ranges)
        parts.append(snippet.text.sliced(range.from, range.length));
    QCOMPARE(parts, (QStringList{u"丢包"_s, u"卡顿"_s, u"丢包"_s}));

    QCOMPARE(snippetOf(u"没有", {}).text, u"没有"_s);
    QCOMPARE(snippetOf(u"", {}).text, QString());
}

void TestSearchText::snippetKeepsCharactersWhole()
{
    QString body;
    for (int i = 0; i < 200; ++i)
        body += u"\U00020BB7"_s;
    for (const qsizetype shift : {0, 1}) {
        const QString text = QString(shift, u'a') + body + u"丢包"_s + body;
        const QString shown = snippetOf(text, matchRanges(tracedText(text), {u"丢包"_s})).text;
        QVERIFY(shown.contains(u"丢包"));
        QVERIFY(shown.isValidUtf16());
    }
}

void TestSearchText::initialsOfTitles()
{
    PinyinInitials initials;
    QCOMPARE(initials.of(u"丢包"), u"db"_s);
    QCOMPARE(initials.of(u"出口链路丢包处置"), u"cklldbcz"_s);
    QCOMPARE(initials.of(u"MTU 1400 问题"), u"mtu1400wt"_s);
    QCOMPARE(initials.of(u"安全（恩）二"), u"aqee"_s); // vowels with tones are plain letters
    QCOMPARE(initials.of(u"，。"), QString());
    QCOMPARE(initials.beginnings(u"丢包ab", 12), (QStringList{u"dbab"_s, u"bab"_s, u"ab"_s}));
    QCOMPARE(initials.beginnings(u"丢包丢包", 2), (QStringList{u"db"_s, u"bd"_s, u"b"_s}));
}

void TestSearchText::initialsMarkTheTitle()
{
    PinyinInitials initials;
    const QString title = u"出口 链路，丢包处置"_s;
    const auto ranges = initials.matchRanges(title, u"lld");
    QCOMPARE(ranges.size(), 1);
    QCOMPARE(title.sliced(ranges.first().from, ranges.first().length), u"链路，丢"_s);
    QVERIFY(initials.matchRanges(title, u"lb").isEmpty());
    QVERIFY(initials.matchRanges(title, u"").isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
