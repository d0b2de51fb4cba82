// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/suggestions.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;

/// What to do about an incident, and why this.
class TestSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_articles.clear(); }

    void byMetricPlaceAndWords();
    void theNearerPlaceIsBetter();
    void whatHelpedComesFirst();
    void helpAloneIsNoReason();
    void nothingFits();
    void onlyWhatCanBeFollowed();
    void inTheLanguageOfWhoAsks();

private:
    Article &add(const QString &key, const QString &title)
    {
        Article article;
        article.id = QUuid::createUuidV5(QUuid(), key);
        article.key = key;
        article.title = title;
        article.kind = u"procedure"_s;
        article.version = 1;
        m_articles.append(article);
        return m_articles.last();
    }
    [[nodiscard]] QStringList keys(
        const Symptom &symptom, const QList<Feedback> &feedback = {}, bool english = false) const
    {
        QStringList found;
        for (const Suggestion &one : suggestionsFor(symptom, m_articles, feedback, english))
            for (const Article &article : m_articles)
                if (article.id == one.article)
                    found.append(article.key);
        return found;
    }
    [[nodiscard]] QUuid id(const QString &key) const { return QUuid::createUuidV5(QUuid(), key); }

    QList<Article> m_articles;
};

void TestSuggestions::byMetricPlaceAndWords()
{
    add(u"loss"_s, u"出口链路丢包处置"_s).metrics = {u"loss"_s, u"jitter"_s};
    add(u"mcu"_s, u"MCU 板卡故障"_s).targets = {u"bj-mcu"_s};
    add(u"dns"_s, u"DNS 解析失败"_s).tags = {u"解析"_s, u"域名"_s};
    add(u"power"_s, u"会诊室断电"_s);
    const Symptom loss{.title = u"上海电信上行丢包 6%"_s,
        .places = {u"sh-egress"_s, u"sh"_s},
        .metrics = {u"loss"_s}};
    QCOMPARE(keys(loss), QStringList{u"loss"_s});
    const Suggestion why = suggestionsFor(loss, m_articles, {}, false).first();
    QCOMPARE(why.metrics, QStringList{u"loss"_s});
    QCOMPARE(why.words, QStringList{u"丢包"_s});
    QVERIFY(why.place.isEmpty());
    const Symptom mcu{.title = u"多方会诊黑屏"_s, .places = {u"bj-mcu"_s}, .metrics = {}};
    QCOMPARE(suggestionsFor(mcu, m_articles, {}, false).first().place, u"bj-mcu"_s);
    QCOMPARE(keys(mcu), QStringList{u"mcu"_s});
    const Symptom dns{.title = u"域名解析超时"_s, .places = {}, .metrics = {}};
    QCOMPARE(keys(dns), QStringList{u"dns"_s});
    // What is in any sentence says nothing.
    add(u"line"_s, u"Switch to the backup of a line"_s);
    const Symptom english{
        .title = u"No picture of the room, switch on"_s, .places = {}, .metrics = {}};
    QVERIFY(keys(english).isEmpty());
}

void TestSuggestions::theNearerPlaceIsBetter()
{
    add(u"region"_s, u"华东区域处置"_s).targets = {u"east"_s};
    add(u"site"_s, u"三号会诊室处置"_s).targets = {u"room-3"_s};
    Article &metric = add(u"metric"_s, u"抖动处置"_s);
    metric.metrics = {u"jitter"_s};
    metric.targets = {u"east"_s};
    const Symptom symptom{.title = u"卡"_s,
        .places = {u"room-3"_s, u"sh-egress"_s, u"east"_s},
        .metrics = {u"jitter"_s}};
    // A region alone, two steps up, is a coincidence.
    QCOMPARE(keys(symptom), (QStringList{u"metric"_s, u"site"_s}));
}

void TestSuggestions::whatHelpedComesFirst()
{
    add(u"a"_s, u"丢包处置一"_s).metrics = {u"loss"_s};
    add(u"b"_s, u"丢包处置二"_s).metrics = {u"loss"_s};
    const Symptom symptom{.title = u"丢包"_s, .places = {u"sh"_s}, .metrics = {u"loss"_s}};
    QCOMPARE(keys(symptom), (QStringList{u"a"_s, u"b"_s}));
    QList<Feedback> said{{.article = id(u"b"_s), .place = u"bj"_s, .helped = true}};
    QCOMPARE(keys(symptom, said), (QStringList{u"b"_s, u"a"_s}));
    // At this very place counts more than elsewhere.
    said.append({.article = id(u"a"_s), .place = u"sh"_s, .helped = true});
    QCOMPARE(keys(symptom, said), (QStringList{u"a"_s, u"b"_s}));
    const Suggestion first = suggestionsFor(symptom, m_articles, said, false).first();
    QCOMPARE(first.helped, 1);
    QCOMPARE(first.helpedHere, 1);
    // What did not help goes behind.
    said = {{.article = id(u"a"_s), .place = u"sh"_s, .helped = false}};
    QCOMPARE(keys(symptom, said), (QStringList{u"b"_s, u"a"_s}));
}

void TestSuggestions::helpAloneIsNoReason()
{
    add(u"a"_s, u"电源检查"_s);
    QList<Feedback> said;
    for (int i = 0; i < 20; ++i)
        said.append({.article = id(u"a"_s), .place = u"sh"_s, .helped = true});
    QCOMPARE(keys({.title = u"丢包"_s, .places = {u"sh"_s}, .metrics = {}}, said), QStringList());
}

void TestSuggestions::nothingFits()
{
    add(u"unknown-fault-en"_s, u"Unknown fault"_s);
    add(u"unknown-fault"_s, u"未知故障"_s);
    add(u"loss"_s, u"出口链路丢包处置"_s).metrics = {u"loss"_s};
    const Symptom odd{.title = u"机房有烟味"_s, .places = {}, .metrics = {}};
    QCOMPARE(keys(odd), QStringList{u"unknown-fault"_s});
    QCOMPARE(keys(odd, {}, true), QStringList{u"unknown-fault-en"_s});
    QVERIFY(suggestionsFor(odd, m_articles, {}, false).first().isFallback);
    // One language is better than none.
    m_articles.removeAt(1);
    QCOMPARE(keys(odd), QStringList{u"unknown-fault-en"_s});
}

void TestSuggestions::onlyWhatCanBeFollowed()
{
    add(u"draft"_s, u"丢包处置"_s).version = 0;
    m_articles.last().metrics = {u"loss"_s};
    add(u"gone"_s, u"丢包处置"_s).withdrawn = true;
    m_articles.last().metrics = {u"loss"_s};
    add(u"paper"_s, u"丢包处置"_s).kind = u"architecture"_s;
    m_articles.last().metrics = {u"loss"_s};
    QCOMPARE(keys({.title = u"丢包"_s, .places = {}, .metrics = {u"loss"_s}}), QStringList());
}

void TestSuggestions::inTheLanguageOfWhoAsks()
{
    add(u"loss"_s, u"出口链路丢包处置"_s).metrics = {u"loss"_s};
    add(u"loss-en"_s, u"Egress loss"_s).metrics = {u"loss"_s};
    add(u"radio-en"_s, u"Radio loss"_s).metrics = {u"loss"_s}; // in English alone
    add(u"mesh"_s, u"无线丢包"_s).metrics = {u"loss"_s}; // in Chinese alone
    add(u"old"_s, u"旧的"_s).metrics = {u"loss"_s};
    add(u"old-en"_s, u"Withdrawn"_s).metrics = {u"loss"_s};
    m_articles.last().withdrawn = true; // no sibling any more
    const Symptom loss{.title = {}, .places = {}, .metrics = {u"loss"_s}};
    QCOMPARE(keys(loss, {}, false), (QStringList{u"loss"_s, u"radio-en"_s, u"mesh"_s, u"old"_s}));
    QCOMPARE(keys(loss, {}, true), (QStringList{u"loss-en"_s, u"radio-en"_s, u"mesh"_s, u"old"_s}));
}

QTEST_GUILESS_MAIN(TestSuggestions)

#include "tst_suggestions.moc"
