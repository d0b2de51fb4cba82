// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articletargets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;

namespace {

const QString kHash = QString(64, u'a');

QStringList shown(const Document &document)
{
    QStringList all;
    for (const Target &target : targetsOf(document))
        all.append((target.image ? u"image "_s : u"link "_s) + target.target);
    return all;
}

} // namespace

class TestArticleTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found();
    void articlesAndBlobs();
    void rewritten_data();
    void rewritten();
};

void TestArticleTargets::found()
{
    const auto document = parseMarkdown(
        u"![图](img/a.png) [见](b.md#步骤)\n\n- [x][r]\n\n|![c](c.png)|\n|-|\n\n[r]: d.md\n"_s);
    QCOMPARE(shown(*document),
        (QStringList{u"image img/a.png"_s, u"link b.md#步骤"_s, u"link d.md"_s, u"image c.png"_s}));
    QCOMPARE(targetsOf(*document).at(2).firstLine, 3);
}

void TestArticleTargets::articlesAndBlobs()
{
    const auto document = parseMarkdown(
        u"[a](article:egress-loss) [b](article:egress-loss#步骤) [c](article:Bad/Id)\n"
        "[d](article:wifi) ![x](blob:%1) ![y](blob:%1) ![z](blob:short)\n"_s.arg(kHash));
    QCOMPARE(linkedArticles(*document), (QStringList{u"egress-loss"_s, u"wifi"_s}));
    QCOMPARE(shownBlobs(*document), QStringList{kHash});
}

void TestArticleTargets::rewritten_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("in place") << u"见 ![图](a.png \"题\") 与 [文](b.md)，(a.png) 不变\n"_s
                              << u"见 ![图](NEW \"题\") 与 [文](b.md)，(a.png) 不变\n"_s;
    QTest::newRow("in brackets") << u"![图](<a.png>)"_s << u"![图](<NEW>)"_s;
    QTest::newRow("twice") << u"![1](a.png)![2](a.png)\n\n> ![3]( a.png )"_s
                           << u"![1](NEW)![2](NEW)\n\n> ![3]( NEW )"_s;
    QTest::newRow("by reference") << u"![1][x]\n\n[x]: a.png\n"_s << u"![1][x]\n\n[x]: NEW\n"_s;
    QTest::newRow("code elsewhere")
        << u"![1](a.png)\n\n    ![1](a.png)\n"_s << u"![1](NEW)\n\n    ![1](a.png)\n"_s;
    QTest::newRow("longer name") << u"![1](a.png.png) ![2](a.png)"_s
                                 << u"![1](a.png.png) ![2](NEW)"_s;
    QTest::newRow("in a step") << u"1. 看\n\n   ![1](a.png)\n2. 做\n"_s
                               << u"1. 看\n\n   ![1](NEW)\n2. 做\n"_s;
}

void TestArticleTargets::rewritten()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const auto document = parseMarkdown(before);
    const QString text = withTargets(*document, [](const Target &target) {
        return target.target == u"a.png"_s ? std::optional(u"NEW"_s) : std::nullopt;
    });
    QCOMPARE(text, after);
}

QTEST_GUILESS_MAIN(TestArticleTargets)
#include "tst_articletargets.moc"
