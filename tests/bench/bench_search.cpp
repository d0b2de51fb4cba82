// SPDX-License-Identifier: GPL-3.0-or-later
// 300 pairs of Han in 3,000 and in 30,000 articles of some 1,500 Han: how long one query takes, how
// large the index is beside the text, and how much of what a plain look finds it finds; in the same
// run the same articles in FTS5 ranked by bm25: normalised with one Han a token, and as they come
// with its trigram and its unicode61 tokenizer.
#include "app/store/searchindex.h"
#include "tests/bench/figures.h"
#include "tests/fakes/searchcorpus.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <functional>
#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

constexpr qsizetype kQueries = 300;
constexpr qsizetype kShown = 50;
constexpr qsizetype kPut = 500;
constexpr double kMegabyte = 1e6;

struct Corpus
{
    QList<store::SearchDocument> articles;
    QStringList pairs;
    std::vector<std::vector<bool>> expected; // of each pair: which articles hold it
    double bytes = 0;
};

/// As ICU writes whole texts in simplified characters.
QString simplified(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> reader(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    static const icu::UnicodeSet changed = [] {
        icu::UnicodeSet set;
        reader->getSourceSet(set);
        return set;
    }();
    icu::UnicodeString units(
        reinterpret_cast<const char16_t *>(text.utf16()), static_cast<int32_t>(text.size()));
    if (!changed.containsSome(units))
        return text;
    reader->transliterate(units);
    return QString(reinterpret_cast<const QChar *>(units.getBuffer()), units.length());
}

/// The rule's words as regular expressions, for the truth.
QString plain(const QString &raw)
{
    static const QRegularExpression softWrap(u"(?<=\\p{Han})\n(?=\\p{Han})"_s);
    static const QRegularExpression divided(u"(?<=\\p{Han})[^\\p{L}\\p{N}]+(?=\\p{Han})"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString text = raw.normalized(QString::NormalizationForm_KC).toLower();
    text.remove(softWrap);
    text.replace(divided, u"|"_s);
    return simplified(text);
}

Corpus corpusOf(qsizetype count)
{
    Corpus corpus;
    test::SearchCorpus source;
    for (qsizetype i = 0; i < count; ++i) {
        corpus.articles.append(source.next());
        const store::SearchDocument &article = corpus.articles.last();
        corpus.bytes += double(article.title.toUtf8().size() + article.body.toUtf8().size());
    }
    corpus.pairs = source.pairs(kQueries);
    corpus.expected.resize(kQueries);
    QStringList pairs;
    for (const QString &pair : std::as_const(corpus.pairs))
        pairs.append(simplified(pair));
    for (const store::SearchDocument &article : std::as_const(corpus.articles)) {
        const QString text = plain(article.title) + u'|' + plain(article.body);
        for (qsizetype i = 0; i < kQueries; ++i)
            corpus.expected[std::size_t(i)].push_back(text.contains(pairs.at(i)));
    }
    return corpus;
}

/// What was found beside what should have been.
class Score
{
public:
    explicit Score(const Corpus &corpus)
        : m_corpus(corpus)
    {
    }

    void add(qsizetype query, qint64 article) // from 0
    {
        ++m_found;
        m_right += m_corpus.expected[std::size_t(query)][std::size_t(article)] ? 1 : 0;
    }

    [[nodiscard]] double recall() const
    {
        double all = 0;
        for (const std::vector<bool> &one : m_corpus.expected)
            all += double(std::ranges::count(one, true));
        return 100 * m_right / all;
    }
    [[nodiscard]] double precision() const { return m_found > 0 ? 100 * m_right / m_found : 100; }

private:
    const Corpus &m_corpus;
    double m_found = 0;
    double m_right = 0;
};

/// SQL on a file without the store, as any program would speak it.
class Plain
{
public:
    explicit Plain(const QString &path)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, path))
    {
        m_database.setDatabaseName(path);
        bench::demand(m_database.open(), path);
        run(u"PRAGMA journal_mode=OFF"_s);
        run(u"PRAGMA synchronous=OFF"_s);
        run(u"PRAGMA cache_size=-16000"_s);
    }

    QSqlQuery run(const QString &sql)
    {
        QSqlQuery query(m_database);
        bench::demand(query.exec(sql), sql + query.lastError().text());
        return query;
    }
    QSqlQuery prepared(const QString &sql)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        bench::demand(query.prepare(sql), sql);
        return query;
    }
    double megabytes(const QString &tables)
    {
        QSqlQuery query = run(u"SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%1'"_s.arg(tables));
        return query.next() ? query.value(0).toDouble() / kMegabyte : 0;
    }

private:
    QSqlDatabase m_database;
};

QList<double> timed(const Corpus &corpus, const std::function<void(const QString &)> &find)
{
    QList<double> times;
    for (const QString &pair : corpus.pairs) {
        QElapsedTimer timer;
        timer.start();
        find(pair);
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

void tellTimes(const QString &name, const QList<double> &times)
{
    bench::tell(name + u"_p50"_s, bench::percentile(times, 0.5));
    bench::tell(name + u"_p95"_s, bench::percentile(times, 0.95));
    bench::tell(name + u"_max"_s, bench::percentile(times, 1));
}

void ours(const Corpus &corpus, const QString &path, const QString &name)
{
    auto index = store::SearchIndex::open(path);
    bench::demand(index.has_value(), path);
    QElapsedTimer filling;
    filling.start();
    for (qsizetype from = 0; from < corpus.articles.size(); from += kPut)
        bench::demand((*index)->put(corpus.articles.mid(from, kPut)).has_value(), u"put"_s);
    bench::tell(name + u"_fill_s"_s, double(filling.elapsed()) / 1e3);
    const auto find = [&index](const store::SearchQuery &query) {
        auto answer = (*index)->find(query);
        bench::demand(answer.has_value(), query.text);
        return *answer;
    };
    const auto shown = [&find](const QString &text) {
        static_cast<void>(find({.text = text, .kinds = {}, .limit = kShown}));
    };
    tellTimes(name + u"_untidy"_s, timed(corpus, shown));
    filling.restart();
    bench::demand((*index)->tidy().has_value(), u"tidy"_s);
    bench::tell(name + u"_tidy_s"_s, double(filling.elapsed()) / 1e3);
    tellTimes(name, timed(corpus, shown));
    QList<double> longer;
    for (const QString &text : {u"处置步骤"_s, u"交换机"_s, u"mtu1400"_s, u"pack 丢包"_s,
             u"h.264"_s, u"丢包 卡顿 抖动"_s, u"丢"_s, u"1"_s, u"p"_s, u"db"_s}) {
        QElapsedTimer timer;
        timer.start();
        shown(text);
        longer.append(double(timer.nsecsElapsed()) / 1e6);
    }
    bench::tell(name + u"_others_max"_s, bench::percentile(longer, 1));
    QElapsedTimer twenty;
    twenty.start();
    shown(corpus.pairs.mid(corpus.pairs.size() / 3, store::kQueryWords).join(u' '));
    bench::tell(name + u"_twenty_words"_s, double(twenty.nsecsElapsed()) / 1e6);
    Score score(corpus);
    for (qsizetype i = 0; i < kQueries; ++i) {
        const store::SearchAnswer answer = find({.text = corpus.pairs.at(i),
            .kinds = {},
            .limit = corpus.articles.size(),
            .isListing = true});
        for (const store::SearchHit &hit : answer.hits)
            score.add(i, QStringView(hit.ref).sliced(1).toLongLong() - 1);
    }
    bench::tell(name + u"_recall"_s, score.recall());
    bench::tell(name + u"_precision"_s, score.precision());
    index->reset();
    Plain file(path);
    bench::tell(name + u"_index_mb"_s, file.megabytes(u"term%"_s));
    bench::tell(name + u"_ratio"_s, file.megabytes(u"term%"_s) * kMegabyte / corpus.bytes);
    bench::tell(name + u"_raw_mb"_s, file.megabytes(u"body%"_s) + file.megabytes(u"%document%"_s));
}

QString asIs(const QString &text)
{
    return text;
}

QString oneHanAToken(const QString &text)
{
    QString spaced;
    for (const QChar c : store::normalText(text)) {
        const bool isAlone =
            store::textClass(c.unicode()) == store::TextClass::Han || c == QChar(store::kBreak);
        spaced += isAlone ? u' ' + QString(c) + u' ' : QString(c);
    }
    return spaced;
}

void theirs(const Corpus &corpus, const QString &path, const QString &tokenizer,
    const QString &name, QString (*prepare)(const QString &) = asIs)
{
    Plain file(path);
    file.run(
        u"CREATE VIRTUAL TABLE term USING fts5(title, body, content='', tokenize=\"%1\")"_s.arg(
            tokenizer));
    file.run(u"BEGIN"_s);
    QSqlQuery insert = file.prepared(u"INSERT INTO term(rowid, title, body) VALUES(?,?,?)"_s);
    for (qsizetype i = 0; i < corpus.articles.size(); ++i) {
        insert.addBindValue(i);
        insert.addBindValue(prepare(corpus.articles.at(i).title));
        insert.addBindValue(prepare(corpus.articles.at(i).body));
        bench::demand(insert.exec(), name);
    }
    file.run(u"COMMIT"_s);
    file.run(u"INSERT INTO term(term) VALUES('optimize')"_s);
    QSqlQuery ranked = file.prepared(
        u"SELECT rowid FROM term WHERE term MATCH ? ORDER BY bm25(term, 10, 1) LIMIT %1"_s.arg(
            kShown));
    tellTimes(name, timed(corpus, [&](const QString &pair) {
        ranked.addBindValue(u'"' + prepare(pair) + u'"');
        bench::demand(ranked.exec(), pair);
        while (ranked.next()) { }
    }));
    QSqlQuery all = file.prepared(u"SELECT rowid FROM term WHERE term MATCH ?"_s);
    Score score(corpus);
    for (qsizetype i = 0; i < kQueries; ++i) {
        all.addBindValue(u'"' + prepare(corpus.pairs.at(i)) + u'"');
        bench::demand(all.exec(), name);
        while (all.next())
            score.add(i, all.value(0).toLongLong());
    }
    bench::tell(name + u"_recall"_s, score.recall());
    bench::tell(name + u"_precision"_s, score.precision());
    bench::tell(name + u"_ratio"_s, file.megabytes(u"term%"_s) * kMegabyte / corpus.bytes);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    for (const qsizetype count : {3000, 30'000}) {
        const QTemporaryDir dir;
        const Corpus corpus = corpusOf(count);
        const QString name = u"search_%1k"_s.arg(count / 1000);
        bench::tell(name + u"_text_mb"_s, corpus.bytes / kMegabyte);
        ours(corpus, dir.filePath(u"search.sqlite"_s), name);
        theirs(corpus, dir.filePath(u"single.sqlite"_s),
            u"unicode61 remove_diacritics 2 categories 'L* N* Co'"_s, name + u"_single"_s,
            oneHanAToken);
        theirs(corpus, dir.filePath(u"trigram.sqlite"_s), u"trigram"_s, name + u"_trigram"_s);
        theirs(corpus, dir.filePath(u"unicode.sqlite"_s), u"unicode61"_s, name + u"_unicode"_s);
    }
    return 0;
}
