// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchindex.h"
#include "tests/fakes/searchcorpus.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <unicode/translit.h>
#include <unicode/unistr.h>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::store;

/// 300 pairs of Han in 3,000 articles, every third of them in traditional characters: what is found
/// is what a plain look for the pair in the normalised text finds, all of it and nothing else. The
/// text is normalised here once more, by regular expressions after the rule's own words and by ICU
/// over whole texts.
class TestSearchRecall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pairsAreFoundAllAndOnlyThose();
    void longerWordsAreFoundAllAndOnlyThose();
    void theLimitCutsTheHitsAndNotTheCount();
    void replacedAndRemovedArticlesAreNotFoundByTheirOldWords();

private:
    [[nodiscard]] QSet<QString> found(const QString &query);
    [[nodiscard]] QSet<QString> holding(const QString &part) const;

    QTemporaryDir m_dir;
    std::unique_ptr<SearchIndex> m_index;
    QList<SearchDocument> m_articles;
    QStringList m_plain; // title and body of each, by the rule
    QStringList m_pairs;
};

namespace {

constexpr qsizetype kArticles = 3000;
constexpr qsizetype kChanged = 600;
constexpr qsizetype kQueries = 300;

using Reader = std::unique_ptr<icu::Transliterator>;

Reader readerOf(const char *form)
{
    UErrorCode status = U_ZERO_ERROR;
    return Reader(icu::Transliterator::createInstance(form, UTRANS_FORWARD, status));
}

QString written(const Reader &form, const QString &text)
{
    icu::UnicodeString units(
        reinterpret_cast<const char16_t *>(text.utf16()), static_cast<int32_t>(text.size()));
    form->transliterate(units);
    return QString(reinterpret_cast<const QChar *>(units.getBuffer()), units.length());
}

QString traditional(const QString &text)
{
    static const Reader form = readerOf("Simplified-Traditional");
    return written(form, text);
}

/// Steps 1 to 3 of the rule; what only concerns Latin letters is not asked for here.
QString plain(const QString &raw)
{
    static const QRegularExpression softWrap(u"(?<=\\p{Han})\n(?=\\p{Han})"_s);
    static const QRegularExpression divided(u"(?<=\\p{Han})[^\\p{L}\\p{N}]+(?=\\p{Han})"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString text = raw.normalized(QString::NormalizationForm_KC).toLower();
    text.remove(softWrap);
    text.replace(divided, u"|"_s);
    static const Reader form = readerOf("Traditional-Simplified");
    return written(form, text);
}

} // namespace

void TestSearchRecall::initTestCase()
{
    test::SearchCorpus corpus;
    for (qsizetype i = 0; i < kArticles; ++i) {
        m_articles.append(corpus.next());
        if (i % 3 == 0) {
            m_articles.last().title = traditional(m_articles.last().title);
            m_articles.last().body = traditional(m_articles.last().body);
        }
        m_plain.append(plain(m_articles.last().title) + u'|' + plain(m_articles.last().body));
    }
    m_pairs = corpus.pairs(kQueries);
    QCOMPARE(m_pairs.size(), kQueries);
    auto index = SearchIndex::open(m_dir.filePath(u"search.sqlite"_s));
    QVERIFY(index.has_value());
    m_index = std::move(*index);
    for (qsizetype from = 0; from < kArticles; from += 500)
        QVERIFY(m_index->put(m_articles.mid(from, 500)).has_value());
}

QSet<QString> TestSearchRecall::found(const QString &query)
{
    const auto answer = m_index->find({.text = query,
        .kinds = {},
        .limit = 2 * kArticles,
        .mostLookedInto = 2 * kArticles,
        .isListing = true});
    if (!answer)
        qFatal("%s", qPrintable(answer.error().detail));
    QSet<QString> refs;
    for (const SearchHit &hit : answer->hits)
        refs.insert(hit.ref);
    if (refs.size() != answer->hits.size() || answer->counted != refs.size()
        || !answer->isCountExact || answer->hasMore)
        qFatal("%s is counted wrongly", qPrintable(query));
    return refs;
}

QSet<QString> TestSearchRecall::holding(const QString &part) const
{
    const QString wanted = plain(part);
    QSet<QString> refs;
    for (qsizetype i = 0; i < kArticles; ++i) {
        if (m_plain.at(i).contains(wanted))
            refs.insert(m_articles.at(i).ref);
    }
    return refs;
}

void TestSearchRecall::pairsAreFoundAllAndOnlyThose()
{
    qsizetype hits = 0;
    qsizetype inMany = 0;
    qsizetype nowhere = 0;
    qsizetype inOther = 0;
    for (const QString &pair : std::as_const(m_pairs)) {
        const QSet<QString> expected = holding(pair);
        hits += expected.size();
        inMany += expected.size() > kArticles / 4 ? 1 : 0;
        nowhere += expected.isEmpty() ? 1 : 0;
        QVERIFY2(found(pair) == expected, qPrintable(pair));
        const QString other = traditional(pair);
        inOther += other != pair ? 1 : 0;
        QVERIFY2(found(other) == holding(other), qPrintable(other));
    }
    // Else the queries would prove little.
    QVERIFY2(inMany >= 30 && hits > 50'000, qPrintable(u"%1 %2"_s.arg(inMany).arg(hits)));
    QVERIFY(nowhere < kQueries / 10);
    QVERIFY2(inOther > kQueries / 10, qPrintable(QString::number(inOther)));
}

void TestSearchRecall::longerWordsAreFoundAllAndOnlyThose()
{
    QStringList words{u"处置步骤"_s, u"置步"_s, u"交换机"_s, u"步骤处"_s};
    for (qsizetype i = 0; i < 40; ++i) {
        const QString &text = m_plain.at(37 * i);
        const QRegularExpression run(u"\\p{Han}{%1}"_s.arg(3 + i % 5));
        words.append(run.match(text, 10 * i).captured());
    }
    words.removeAll(QString());
    QVERIFY(words.size() > 30);
    for (const QString &word : std::as_const(words))
        QVERIFY2(found(word) == holding(word), qPrintable(word));
    QCOMPARE(found(u"丢包 交换机"_s), holding(u"丢包"_s) & holding(u"交换机"_s));
}

void TestSearchRecall::theLimitCutsTheHitsAndNotTheCount()
{
    const QSet<QString> all = holding(u"丢包"_s);
    const auto answer = m_index->find({.text = u"丢包"_s, .kinds = {}, .limit = 20});
    QVERIFY(answer.has_value());
    QCOMPARE(answer->hits.size(), 20);
    QCOMPARE(answer->counted, all.size());
    QVERIFY(answer->isCountExact && answer->hasMore);
    for (const SearchHit &hit : answer->hits)
        QVERIFY(all.contains(hit.ref));

    // What must be looked into is counted from above, until all of it was.
    const auto some = m_index->find({.text = u"处置步骤"_s, .kinds = {}, .limit = 20});
    QVERIFY(some.has_value());
    QCOMPARE(some->hits.size(), 20);
    QVERIFY(!some->isCountExact && some->hasMore);
    QVERIFY(some->counted >= holding(u"处置步骤"_s).size());
}

void TestSearchRecall::replacedAndRemovedArticlesAreNotFoundByTheirOldWords()
{
    QStringList removed;
    QList<SearchDocument> replaced;
    for (qsizetype i = 0; i < kChanged; ++i) {
        if (i % 3 == 0) {
            removed.append(m_articles.at(i).ref);
            m_plain[i].clear();
        } else if (i % 3 == 1) {
            m_articles[i].title = m_articles.at(i + 1).title;
            m_articles[i].body = m_articles.at((i + 301) % kArticles).body;
            m_plain[i] = plain(m_articles.at(i).title) + u'|' + plain(m_articles.at(i).body);
            replaced.append(m_articles.at(i));
        }
    }
    QVERIFY(m_index->remove(u"article"_s, removed).has_value());
    QVERIFY(m_index->put(replaced).has_value());
    for (qsizetype i = 0; i < m_pairs.size(); i += 6)
        QVERIFY2(found(m_pairs.at(i)) == holding(m_pairs.at(i)), qPrintable(m_pairs.at(i)));
    QVERIFY(m_index->tidy().has_value());
    for (qsizetype i = 3; i < m_pairs.size(); i += 6)
        QVERIFY2(found(m_pairs.at(i)) == holding(m_pairs.at(i)), qPrintable(m_pairs.at(i)));
}

QTEST_GUILESS_MAIN(TestSearchRecall)
#include "tst_searchrecall.moc"
