// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/contacts/contactcommands.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/library.h"
#include "app/knowledge/searchfeed.h"
#include "app/store/blobfolder.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using store::SearchIndex;

namespace {

/// A standalone workspace and its changes as the store tells them.
class Room
{
public:
    explicit Room(const QString &dir)
    {
        auto opened = store::Store::open(dir, store::Store::Mode::Standalone, clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        store = std::move(*opened);
        login = *store->setUpStandalone(store::systemPerson(), {}).result();
        QObject::connect(store.get(), &store::Store::rowsChanged, store.get(),
            [this](const QString &table, const QList<QUuid> &ids) {
                changes.rows[table] += QSet<QUuid>(ids.cbegin(), ids.cend());
            });
        index = indexAt(u"search.sqlite"_s);
        feed = std::make_unique<SearchFeed>(*store, *index);
    }

    [[nodiscard]] std::unique_ptr<SearchIndex> indexAt(const QString &name) const
    {
        auto opened = SearchIndex::open(store->workspaceDir() + u'/' + name);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    [[nodiscard]] store::Author author() const
    {
        return {.login = login, .session = {}, .sessionKey = {}};
    }
    [[nodiscard]] ArticleCommands articles() const
    {
        return ArticleCommands(*store, clock, [this] { return author(); });
    }
    [[nodiscard]] ArticleText text(const QString &markdown, const QString &reason = {}) const
    {
        const auto file = store::BlobFolder(store->workspaceDir()).addText(markdown.toUtf8());
        return {
            .hash = file->hash, .size = file->size, .steps = {}, .images = {}, .reason = reason};
    }
    QUuid article(int n)
    {
        const articles::ArticleMeta meta{.id = u"card-%1"_s.arg(n),
            .title = u"标题 t%1"_s.arg(n),
            .kind = u"card"_s,
            .folder = {},
            .tags = {u"tag%1"_s.arg(n)},
            .owner = login,
            .deputy = {},
            .reviewDays = 90};
        return must(articles().publishNew(meta, text(u"# 标题\n\n正文 b%1 v1\n"_s.arg(n))));
    }
    QUuid save(const QString &table, domain::OperationKind kind, const domain::Row &set,
        const QUuid &id = base::newId(base::CorrectedClock().now()))
    {
        return must(
            store->save({{.table = table, .id = id, .kind = kind, .set = set}}, author()), id);
    }
    template <class Future>
    QUuid must(Future saving, const QUuid &id = {})
    {
        saving.waitForFinished();
        const auto saved = saving.result();
        if (!saved)
            qFatal("%s %s", qPrintable(saved.error().code), qPrintable(saved.error().detail));
        QCoreApplication::processEvents(); // what changed is told
        return id.isNull() ? domain::uuid(saved->rows.first(), "id"_L1) : id;
    }

    /// Brings the index to what changed; the number of changed rows.
    void follow()
    {
        const auto done = feed->refresh(std::exchange(changes, {}));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    /// What the index holds, and what one that is made now from the beginning would.
    [[nodiscard]] QStringList held(SearchIndex &of) const
    {
        QStringList all;
        for (const QString &kind :
            {searched::kArticle, searched::kContact, searched::kIncident, searched::kEntry}) {
            const auto marks = of.marks(kind);
            if (!marks)
                qFatal("%s", qPrintable(marks.error().detail));
            for (auto it = marks->cbegin(); it != marks->cend(); ++it)
                all.append(kind + u' ' + it.key() + u' ' + it.value());
        }
        all.sort();
        return all;
    }
    [[nodiscard]] QStringList fresh() const
    {
        const QString name = u"fresh-%1.sqlite"_s.arg(QUuid::createUuid().toString());
        auto other = indexAt(name);
        if (!SearchFeed(*store, *other).refresh())
            qFatal("no index");
        return held(*other);
    }
    [[nodiscard]] QStringList found(const QString &words) const
    {
        const auto answer = index->find({.text = words, .kinds = {}});
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        QStringList all;
        for (const store::SearchHit &hit : answer->hits)
            all.append(hit.ref);
        return all;
    }

    base::CorrectedClock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<SearchIndex> index;
    std::unique_ptr<SearchFeed> feed;
    SearchChanges changes;
    QString login;
};

/// Publishes one article after another and follows with the index, until it is killed.
int followUntilKilled(const QString &dir)
{
    Room room(dir);
    room.follow();
    for (int n = 1;; ++n) {
        const QUuid id =
            room.article(int(room.clock.now().time_since_epoch().count() % 1'000'000'000) + n);
        room.follow();
        room.must(
            room.articles().publishText(id, room.text(u"# 二\n\n改 b%1\n"_s.arg(n), u"r"_s), 1));
        room.follow();
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
}

} // namespace

/// The index follows what the replica holds.
class TestSearchFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyChangeIsFollowed();
    void textsThatCome();
    void whatIsGoneIsGone();
    void theFirstTimeEverythingIsCompared();
    void anIndexMadeAnewIsFilled();
    void afterAKill();
    void theLibraryFillsADamagedOne();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Room> m_room;
};

void TestSearchFeed::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_room = std::make_unique<Room>(m_dir->path());
}

void TestSearchFeed::cleanup()
{
    m_room.reset();
    m_dir.reset();
}

void TestSearchFeed::everyChangeIsFollowed()
{
    Room &room = *m_room;
    using Kind = domain::OperationKind;
    const auto follows = [&room](const char *what) {
        room.follow();
        if (room.held(*room.index) == room.fresh())
            return true;
        qWarning("%s", what);
        return false;
    };
    QVERIFY(follows("nothing"));
    const QUuid first = room.article(1);
    QVERIFY(follows("an article"));
    QCOMPARE(room.found(u"b1"_s), QStringList{base::toText(first)});
    const QUuid second = room.article(2);
    const QUuid incident =
        room.save(u"incident"_s, Kind::Insert, {{u"title"_s, u"丢包"_s}, {u"level"_s, u"red"_s}});
    const QUuid entry = room.save(u"log_entry"_s, Kind::Append,
        {{u"incident"_s, base::toText(incident)}, {u"kind"_s, u"note"_s}, {u"text"_s, u"光缆"_s}});
    const QUuid contact = room.save(u"contact"_s, Kind::Insert,
        {{u"kind"_s, u"party"_s}, {u"name"_s, u"运营商"_s}, {u"ways"_s, QJsonArray()}});
    QVERIFY(follows("several at once"));
    QCOMPARE(room.found(u"光缆"_s), QStringList{base::toText(entry)});
    room.must(
        room.articles().publishText(first, room.text(u"# 标题\n\n改写 b1 v2\n"_s, u"r"_s), 1));
    QVERIFY(follows("a version"));
    QCOMPARE(room.found(u"改写"_s), QStringList{base::toText(first)});
    room.must(room.articles().withdraw(second, u"旧"_s));
    QVERIFY(follows("withdrawn"));
    room.save(u"incident"_s, Kind::Update, {{u"title"_s, u"松江断网"_s}}, incident);
    QVERIFY(follows("a title"));
    QCOMPARE(room.found(u"松江"_s), QStringList{base::toText(incident)});
    room.save(u"contact"_s, Kind::Delete, {}, contact);
    QVERIFY(follows("deleted"));
    QCOMPARE(room.found(u"运营商"_s), QStringList());
}

void TestSearchFeed::textsThatCome()
{
    Room &room = *m_room;
    const QUuid id = room.article(1);
    const ArticleText text = room.text(u"# 标题\n\n正文 b1 v1\n"_s);
    const QString path = store::BlobFolder(m_dir->path()).path(text.hash);
    QVERIFY(QFile::rename(path, path + u".away"_s));
    room.follow();
    QCOMPARE(room.found(u"b1"_s), QStringList());
    QVERIFY(QFile::rename(path + u".away"_s, path));
    room.changes.files.insert(text.hash);
    room.changes.files.insert(QString(64, u'f')); // a picture of something else
    room.follow();
    QCOMPARE(room.found(u"b1"_s), QStringList{base::toText(id)});
    QCOMPARE(room.held(*room.index), room.fresh());
}

// A row that left the replica is told by its id alone.
void TestSearchFeed::whatIsGoneIsGone()
{
    Room &room = *m_room;
    const QUuid id = room.article(1);
    room.follow();
    room.changes.rows[u"article_version"_s].insert(QUuid::createUuid());
    room.changes.rows[u"contact"_s].insert(QUuid::createUuid());
    room.follow();
    QCOMPARE(room.found(u"b1"_s), QStringList{base::toText(id)});
    QCOMPARE(room.held(*room.index), room.fresh());
}

void TestSearchFeed::theFirstTimeEverythingIsCompared()
{
    Room &room = *m_room;
    const QUuid id = room.article(1);
    room.changes = {}; // whoever starts was told nothing
    room.follow();
    QCOMPARE(room.found(u"b1"_s), QStringList{base::toText(id)});
    // What it was not told later it does not look for.
    const QUuid second = room.article(2);
    room.changes = {};
    room.follow();
    QCOMPARE(room.found(u"b2"_s), QStringList());
    // A new start is a new feed.
    room.feed = std::make_unique<SearchFeed>(*room.store, *room.index);
    room.follow();
    QCOMPARE(room.found(u"b2"_s), QStringList{base::toText(second)});
}

void TestSearchFeed::anIndexMadeAnewIsFilled()
{
    Room &room = *m_room;
    QStringList ids{base::toText(room.article(1)), base::toText(room.article(2))};
    room.follow();
    // As after damage: empty, and the feed was told nothing.
    for (const QString &kind : {searched::kArticle, searched::kEntry, searched::kContact})
        QVERIFY(room.index->remove(kind, ids).has_value());
    QVERIFY(room.index->isEmpty());
    ids.append(base::toText(room.article(3)));
    room.follow();
    QStringList found = room.found(u"正文"_s);
    found.sort();
    ids.sort();
    QCOMPARE(found, ids);
}

void TestSearchFeed::afterAKill()
{
    m_room.reset(); // the child holds the workspace
    int published = 0;
    for (int round = 0; round < 8; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--follow"_s, m_dir->path()});
        QVERIFY(child.waitForStarted());
        const int wanted = 1 + round % 3;
        QByteArray said;
        while (said.count('\n') < wanted && child.waitForReadyRead(30'000))
            said += child.readAllStandardOutput();
        QVERIFY(said.count('\n') >= wanted);
        static_cast<void>(child.waitForReadyRead(1 + 7 * round)); // somewhere in the next one
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        published += wanted;
        Room room(m_dir->path());
        room.follow();
        const QStringList held = room.held(*room.index);
        QVERIFY2(held.size() >= published, qPrintable(QString::number(held.size())));
        QCOMPARE(held, room.fresh());
        // It is not only said to be there.
        QCOMPARE(room.found(u"二"_s).size() + room.found(u"v1"_s).size(), held.size());
    }
}

void TestSearchFeed::theLibraryFillsADamagedOne()
{
    const QUuid id = m_room->article(1);
    m_room->feed.reset();
    m_room->index.reset();
    Library library(*m_room->store);
    QTRY_VERIFY(library.isIndexed());
    const auto finds = [&library, &id](const QString &words) {
        auto asking = library.search({.text = words, .kinds = {}});
        asking.waitForFinished();
        const auto answer = asking.result();
        return answer && answer->hits.size() == 1 && answer->hits.first().ref == base::toText(id);
    };
    QVERIFY(finds(u"b1"_s));
    { // a dying disk
        QFile file(m_dir->path() + u"/search.sqlite"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(int(file.size()), 'x'));
        QFile::remove(file.fileName() + u"-wal"_s);
    }
    QTRY_VERIFY(finds(u"b1"_s));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--follow") == 0)
        return followUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestSearchFeed test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_searchfeed.moc"
