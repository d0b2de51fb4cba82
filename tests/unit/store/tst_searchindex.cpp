// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchindex.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::store;

/// The file of the index over its life, and the order of what it finds.
class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_index.reset(); }
    void findsAsTheRuleSays_data();
    void findsAsTheRuleSays();
    void nothingToLookForIsNoError();
    void everyWordMustBeFound();
    void titlesFirstThenEmergenciesThenTheNewest();
    void repeatedWordsAndRareOnesWeighMore();
    void initialsAreFoundWhereTheyWereAskedFor();
    void kindsAreKeptApart();
    void soManyOfEachKind();
    void hitsShowWhatMatched();
    void replacedOnesAreFoundByTheirNewWords();
    void removedOnesAreGone();
    void remembersAfterClosing();
    void anotherRuleIsMadeAnew();
    void damagedFileIsMadeAnew();
    void damageMetWhileReadingIsMadeAnew();

private:
    void reopen();
    void put(const QString &ref, const QString &title, const QString &body = {});
    void put(const SearchDocument &document);
    [[nodiscard]] QStringList refs(const QString &query, const QStringList &kinds = {});
    void statement(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<SearchIndex> m_index;
};

void TestSearchIndex::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"search.sqlite"_s);
    reopen();
    QVERIFY(m_index->isEmpty());
}

void TestSearchIndex::reopen()
{
    m_index.reset();
    auto index = SearchIndex::open(m_path);
    if (!index)
        qFatal("%s", qPrintable(index.error().detail));
    m_index = std::move(*index);
}

void TestSearchIndex::put(const SearchDocument &document)
{
    const auto done = m_index->put({document});
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
}

void TestSearchIndex::put(const QString &ref, const QString &title, const QString &body)
{
    SearchDocument document;
    document.kind = u"article"_s;
    document.ref = ref;
    document.title = title;
    document.body = body;
    put(document);
}

QStringList TestSearchIndex::refs(const QString &query, const QStringList &kinds)
{
    const auto answer = m_index->find({.text = query, .kinds = kinds});
    if (!answer)
        qFatal("%s", qPrintable(answer.error().detail));
    QStringList refs;
    for (const SearchHit &hit : answer->hits)
        refs.append(hit.ref);
    return refs;
}

void TestSearchIndex::statement(const QString &sql)
{
    m_index.reset();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(m_path);
        QVERIFY(database.open());
        QVERIFY2(QSqlQuery(database).exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

void TestSearchIndex::findsAsTheRuleSays_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("two Han") << u"丢包"_s << QStringList{u"bracket"_s, u"latin"_s, u"wrap"_s};
    QTest::newRow("one Han") << u"丢"_s
                             << QStringList{u"bracket"_s, u"comma"_s, u"latin"_s, u"space"_s,
                                    u"turned"_s, u"wrap"_s};
    QTest::newRow("figures") << u"1400"_s << QStringList{u"mtu"_s};
    QTest::newRow("letters and figures") << u"h.264"_s << QStringList{u"codec"_s};
    QTest::newRow("the figures of it") << u"264"_s << QStringList{u"codec"_s};
    QTest::newRow("full width") << u"ｖｐｎ"_s << QStringList{u"codec"_s};
    QTest::newRow("a beginning") << u"los 丢包"_s << QStringList{u"latin"_s};
    QTest::newRow("four Han") << u"链路丢包"_s << QStringList{u"bracket"_s, u"wrap"_s};
    QTest::newRow("its pairs alone are not it") << u"丢包链路丢"_s << QStringList{};
    QTest::newRow("no operator") << u"丢包 NOT loss"_s << QStringList{};
    QTest::newRow("no wildcard") << u"1*"_s << QStringList{u"mtu"_s};
    QTest::newRow("quotes") << u"\"丢包\" (loss) ^3:"_s << QStringList{u"latin"_s};
}

void TestSearchIndex::findsAsTheRuleSays()
{
    put(u"latin"_s, u"一"_s, u"loss丢包>3%"_s);
    put(u"wrap"_s, u"二"_s, u"链路丢\n包，见下"_s);
    put(u"bracket"_s, u"三"_s, u"链路丢（丢包）链路丢包"_s);
    put(u"turned"_s, u"四"_s, u"包丢"_s);
    put(u"space"_s, u"五"_s, u"丢 包"_s);
    put(u"comma"_s, u"六"_s, u"丢，包"_s);
    put(u"mtu"_s, u"七"_s, u"MTU1400"_s);
    put(u"codec"_s, u"八"_s, u"H.264 经 ＶＰＮ"_s);
    QFETCH(const QString, query);
    QFETCH(const QStringList, expected);
    QStringList found = refs(query);
    found.sort();
    QCOMPARE(found, expected);
}

void TestSearchIndex::nothingToLookForIsNoError()
{
    put(u"a"_s, u"丢包"_s);
    for (const QString &nothing : {u""_s, u" "_s, u"\"\"\" '; -- *"_s, u"，。！"_s}) {
        const auto answer = m_index->find({.text = nothing, .kinds = {}});
        QVERIFY(answer.has_value());
        QVERIFY(answer->hits.isEmpty() && answer->counted == 0 && !answer->hasMore);
    }
}

void TestSearchIndex::everyWordMustBeFound()
{
    put(u"both"_s, u"丢包"_s, u"以及卡顿"_s);
    put(u"one"_s, u"丢包"_s, u"以及抖动"_s);
    QCOMPARE(refs(u"卡顿 丢包"_s), QStringList{u"both"_s});
    QCOMPARE(refs(u"卡顿 丢包 抖动"_s), QStringList{});
    // A title and a body are two texts.
    put(u"across"_s, u"光"_s, u"纤"_s);
    QCOMPARE(refs(u"光纤"_s), QStringList{});
}

void TestSearchIndex::titlesFirstThenEmergenciesThenTheNewest()
{
    const auto made = [](const QString &ref, const QString &title, int weight, int day) {
        SearchDocument document;
        document.kind = u"article"_s;
        document.ref = ref;
        document.title = title;
        document.body = u"见丢包一节"_s;
        document.weight = weight;
        document.at = base::Instant{std::chrono::days{day}};
        return document;
    };
    put(made(u"old"_s, u"甲"_s, 0, 1));
    put(made(u"new"_s, u"乙"_s, 0, 9));
    put(made(u"emergency"_s, u"丙"_s, 5, 2));
    put(made(u"title"_s, u"丢包处置"_s, 0, 0));
    QCOMPARE(refs(u"丢包"_s), (QStringList{u"title"_s, u"emergency"_s, u"new"_s, u"old"_s}));
    // Another weight alone makes another order.
    put(made(u"old"_s, u"甲"_s, 9, 1));
    QCOMPARE(refs(u"丢包"_s), (QStringList{u"title"_s, u"old"_s, u"emergency"_s, u"new"_s}));
}

void TestSearchIndex::repeatedWordsAndRareOnesWeighMore()
{
    put(u"once"_s, u"甲"_s, u"丢包"_s);
    put(u"six"_s, u"乙"_s, u"丢包，丢包，丢包，丢包，丢包，丢包"_s);
    put(u"thrice"_s, u"丙"_s, u"丢包，丢包，丢包"_s);
    QCOMPARE(refs(u"丢包"_s), (QStringList{u"six"_s, u"thrice"_s, u"once"_s}));
    // In all of them, and in two: the title with the rare word is the better one.
    put(u"rare"_s, u"卡顿"_s, u"丢包"_s);
    put(u"usual"_s, u"丢包"_s, u"卡顿"_s);
    QCOMPARE(refs(u"丢包 卡顿"_s), (QStringList{u"rare"_s, u"usual"_s}));
}

void TestSearchIndex::initialsAreFoundWhereTheyWereAskedFor()
{
    SearchDocument site;
    site.kind = u"contact"_s;
    site.ref = u"site"_s;
    site.title = u"上海丢包热线"_s;
    site.initialsSource = site.title;
    put(site);
    put(u"without"_s, u"丢包"_s);
    put(u"latin"_s, u"甲"_s, u"db 已满"_s);
    QCOMPARE(refs(u"db"_s), (QStringList{u"site"_s, u"latin"_s}));
    QCOMPARE(refs(u"SHDB"_s), QStringList{u"site"_s});
    QCOMPARE(refs(u"db 上海"_s), QStringList{u"site"_s});
    QCOMPARE(refs(u"bd"_s), QStringList{});
    const auto answer = m_index->find({.text = u"db"_s, .kinds = {u"contact"_s}});
    QCOMPARE(answer->hits.first().titleRanges, (QList<TextRange>{{2, 2}}));
}

void TestSearchIndex::soManyOfEachKind()
{
    for (int i = 1; i <= 9; ++i)
        put(u"a%1"_s.arg(i), i == 7 ? u"丢包"_s : u"别的"_s, u"丢包"_s);
    SearchDocument contact;
    contact.kind = u"contact"_s;
    contact.ref = u"c1"_s;
    contact.body = u"丢包报障"_s;
    put(contact);
    const auto answer = m_index->find({.text = u"丢包"_s,
        .kinds = {u"contact"_s, u"nobody"_s, u"article"_s},
        .limit = 1,
        .perKind = 3});
    QVERIFY(answer.has_value());
    QStringList refs;
    for (const SearchHit &hit : answer->hits)
        refs.append(hit.ref);
    QCOMPARE(refs.size(), 4);
    QCOMPARE(refs.mid(0, 2), (QStringList{u"c1"_s, u"a7"_s})); // in the order asked, the best first
    QCOMPARE(answer->counted, 10);
    QVERIFY(answer->hasMore);
}

void TestSearchIndex::kindsAreKeptApart()
{
    put(u"x"_s, u"丢包"_s);
    SearchDocument incident;
    incident.kind = u"incident"_s;
    incident.ref = u"x"_s;
    incident.title = u"丢包"_s;
    put(incident);
    QCOMPARE(refs(u"丢包"_s).size(), 2);
    QCOMPARE(refs(u"丢包"_s, {u"incident"_s}).size(), 1);
    QCOMPARE(refs(u"丢包"_s, {u"log"_s}).size(), 0);
    QVERIFY(m_index->remove(u"incident"_s, {u"x"_s}).has_value());
    QCOMPARE(refs(u"丢包"_s, {u"article"_s}).size(), 1);
    QCOMPARE(refs(u"丢包"_s, {u"incident"_s}).size(), 0);
}

void TestSearchIndex::hitsShowWhatMatched()
{
    put(u"a"_s, u"链路丢包"_s, u"若 ＭＴＵ1400 仍丢\n包，改小。"_s);
    const auto answer = m_index->find({.text = u"丢包 mtu"_s, .kinds = {}});
    QVERIFY(answer.has_value());
    const SearchHit &hit = answer->hits.first();
    QCOMPARE(hit.kind, u"article"_s);
    QCOMPARE(hit.title, u"链路丢包"_s);
    QCOMPARE(hit.titleRanges, (QList<TextRange>{{2, 2}}));
    QCOMPARE(hit.snippet, u"若 ＭＴＵ1400 仍丢 包，改小。"_s);
    QCOMPARE(hit.snippetRanges, (QList<TextRange>{{2, 3}, {11, 3}}));
}

void TestSearchIndex::replacedOnesAreFoundByTheirNewWords()
{
    put(u"a"_s, u"丢包"_s, u"卡顿"_s);
    put(u"b"_s, u"丢包"_s, u"卡顿"_s);
    put(u"a"_s, u"抖动"_s, u"黑屏"_s);
    QCOMPARE(refs(u"丢包"_s), QStringList{u"b"_s});
    QCOMPARE(refs(u"卡顿"_s), QStringList{u"b"_s});
    QCOMPARE(refs(u"抖动"_s), QStringList{u"a"_s});
    QCOMPARE(refs(u"黑屏"_s), QStringList{u"a"_s});
}

void TestSearchIndex::removedOnesAreGone()
{
    put(u"a"_s, u"丢包"_s);
    QVERIFY(m_index->remove(u"article"_s, {u"a"_s, u"never was"_s}).has_value());
    QCOMPARE(refs(u"丢包"_s), QStringList{});
    QVERIFY(m_index->isEmpty());
    put(u"a"_s, u"丢包"_s);
    QCOMPARE(refs(u"丢包"_s), QStringList{u"a"_s});
}

void TestSearchIndex::remembersAfterClosing()
{
    SearchDocument document;
    document.kind = u"article"_s;
    document.ref = u"a"_s;
    document.title = u"丢包"_s;
    document.mark = u"v7"_s;
    put(document);
    reopen();
    QVERIFY(!m_index->isEmpty());
    QCOMPARE(*m_index->marks(u"article"_s), (QHash<QString, QString>{{u"a"_s, u"v7"_s}}));
    QVERIFY(m_index->marks(u"incident"_s)->isEmpty());
    QCOMPARE(refs(u"丢包"_s), QStringList{u"a"_s});
}

void TestSearchIndex::anotherRuleIsMadeAnew()
{
    for (const int other : {kIndexRuleVersion + 1, 0}) {
        put(u"a"_s, u"丢包"_s);
        statement(u"PRAGMA user_version=%1"_s.arg(other));
        reopen();
        QVERIFY(m_index->isEmpty());
        QVERIFY(m_index->marks(u"article"_s)->isEmpty());
        QCOMPARE(refs(u"丢包"_s), QStringList{});
    }
    put(u"a"_s, u"丢包"_s);
    reopen();
    QVERIFY(!m_index->isEmpty());
}

void TestSearchIndex::damagedFileIsMadeAnew()
{
    put(u"a"_s, u"丢包"_s);
    m_index.reset();
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(2000, 'x')) == 2000);
    file.close();
    reopen();
    QVERIFY(m_index->isEmpty());
    put(u"a"_s, u"丢包"_s);
    QCOMPARE(refs(u"丢包"_s), QStringList{u"a"_s});

    statement(u"DROP TABLE term"_s);
    reopen();
    QVERIFY(m_index->isEmpty());
    put(u"a"_s, u"丢包"_s);
    QCOMPARE(refs(u"丢包"_s), QStringList{u"a"_s});
}

void TestSearchIndex::damageMetWhileReadingIsMadeAnew()
{
    put(u"a"_s, u"丢包"_s);
    statement(u"UPDATE term_data SET block=x'ff00ff00ff' WHERE id > 10"_s);
    reopen();
    QVERIFY(!m_index->isEmpty()); // nothing shows yet
    const auto answer = m_index->find({.text = u"丢包"_s, .kinds = {}});
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, base::Error::Kind::Corrupt);
    QVERIFY(m_index->isEmpty());
    put(u"a"_s, u"丢包"_s);
    QCOMPARE(refs(u"丢包"_s), QStringList{u"a"_s});
}

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
