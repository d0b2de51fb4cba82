// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/library.h"

#include "app/articles/markdown.h"
#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/knowledge/comparison.h"

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

constexpr std::chrono::milliseconds kSoon{50};

/// An article's row with the newest versions' files.
struct ShelfRows
{
    QList<domain::Row> articles;
    QList<domain::Row> versions;
};

Result<ShelfRows> readShelf(store::Reader &reader)
{
    auto articles = reader.rows(u"article");
    auto versions = reader.rows(u"article_version",
        u"version >= (SELECT a.version FROM article a WHERE a.id = article_version.article) - 1",
        {}, u"ORDER BY version");
    if (!articles || !versions)
        return tl::unexpected(articles ? versions.error() : articles.error());
    return ShelfRows{std::move(*articles), std::move(*versions)};
}

bool isHere(const store::BlobFolder &blobs, const ArticleText &text)
{
    return blobs.has(text.hash)
        && std::ranges::all_of(text.images,
            [&blobs](const domain::Attachment &image) { return blobs.has(image.hash); });
}

QList<ShelfEntry> shelfOf(const ShelfRows &rows, const store::BlobFolder &blobs)
{
    QHash<QUuid, int> copies;
    for (const domain::Row &row : rows.versions) { // rising
        const ArticleVersion version = ArticleVersion::fromRow(row);
        if (isHere(blobs, version.text))
            copies.insert(version.article, version.version);
    }
    QList<ShelfEntry> shelf;
    for (const domain::Row &row : rows.articles) {
        const Article article = Article::fromRow(row);
        shelf.append({article, copies.value(article.id)});
    }
    std::ranges::sort(shelf, [](const ShelfEntry &a, const ShelfEntry &b) {
        return std::tie(a.article.folder, a.article.title, a.article.key)
            < std::tie(b.article.folder, b.article.title, b.article.key);
    });
    return shelf;
}

Result<Library::Opened> opened(const store::Store &store, const ArticleVersion &version)
{
    const auto text = readText(store, version.text, version.title);
    if (!text)
        return tl::unexpected(text.error());
    auto document = articles::parseMarkdown(*text);
    if (!document)
        return tl::unexpected(document.error());
    auto article = std::make_shared<OpenedArticle>();
    article->version = version;
    article->steps = articles::stepsOf(*document);
    article->document = std::move(*document);
    return Library::Opened(std::move(article));
}

} // namespace

Library::Library(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_blobs(store.workspaceDir())
    , m_sorting(u"library-shelf"_s)
    , m_thread(u"library"_s)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSoon);
    connect(&m_later, &QTimer::timeout, this, [this] {
        // The shelf is read whole: what somebody changed is found before that.
        const bool foundFirst = m_indexed && m_changes.isFew();
        if (!foundFirst)
            load();
        refreshIndex(foundFirst);
    });
    connect(&m_store, &store::Store::rowsChanged, this,
        [this](const QString &table, const QList<QUuid> &ids) {
            if (!isSearched(table))
                return;
            m_changes.rows[table] += QSet<QUuid>(ids.cbegin(), ids.cend());
            if (!m_later.isActive())
                m_later.start();
        });
    load();
    refreshIndex(false);
}

Library::~Library()
{
    m_stopping = true;
    m_sorting.stop();
    // The index is its thread's own.
    m_thread
        .run([this] {
            m_feed.reset();
            m_index.reset();
        })
        .waitForFinished();
    m_thread.stop();
}

void Library::load()
{
    auto reading = m_store.read<ShelfRows>(readShelf);
    base::whenDone(reading, this, [this](const Result<ShelfRows> &rows) {
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        auto sorting =
            m_sorting.run([rows = *rows, blobs = m_blobs] { return shelfOf(rows, blobs); });
        base::whenDone(sorting, this, [this](const QList<ShelfEntry> &shelf) {
            const bool same = m_loaded && shelf == m_entries;
            m_loaded = true;
            m_entries = shelf;
            if (!same)
                Q_EMIT changed();
        });
    });
}

const ShelfEntry *Library::find(const QUuid &article) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&article](const ShelfEntry &entry) { return entry.article.id == article; });
    return found == m_entries.cend() ? nullptr : &*found;
}

const ShelfEntry *Library::findKey(const QString &key) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&key](const ShelfEntry &entry) { return entry.article.key == key; });
    return found == m_entries.cend() ? nullptr : &*found;
}

QFuture<Result<Library::Opened>> Library::open(const QUuid &article, int version)
{
    return m_thread.run([this, article, version]() -> Result<Opened> {
        auto reading = m_store.read<QList<domain::Row>>([article, version](store::Reader &reader) {
            return reader.rows(u"article_version", u"article = ? AND version = ?",
                {base::toText(article), version});
        });
        reading.waitForFinished();
        const auto rows = reading.result();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->isEmpty())
            return base::failure(Error::Kind::NotFound, u"no such version"_s, u"version_unknown"_s,
                {{u"version"_s, version}});
        return opened(m_store, ArticleVersion::fromRow(rows->first()));
    });
}

QFuture<Result<QList<ArticleVersion>>> Library::versions(const QUuid &article)
{
    return m_store.read<QList<ArticleVersion>>(
        [article](store::Reader &reader) -> Result<QList<ArticleVersion>> {
            const auto rows = reader.rows(u"article_version", u"article = ?",
                {base::toText(article)}, u"ORDER BY version DESC");
            if (!rows)
                return tl::unexpected(rows.error());
            QList<ArticleVersion> all;
            for (const domain::Row &row : *rows)
                all.append(ArticleVersion::fromRow(row));
            return all;
        });
}

QFuture<Result<ArticleUse>> Library::use(const QUuid &article, base::Instant now)
{
    return m_store.read<ArticleUse>(
        [article, now](store::Reader &reader) { return readArticleUse(reader, article, now); });
}

Result<> Library::withIndex(const std::function<Result<>(store::SearchIndex &, SearchFeed &)> &work)
{
    if (!m_index) {
        auto index = store::SearchIndex::open(m_store.workspaceDir() + u"/search.sqlite"_s);
        if (!index)
            return tl::unexpected(index.error());
        m_index = std::move(*index);
        m_feed = std::make_unique<SearchFeed>(m_store, *m_index, &m_stopping);
    }
    return work(*m_index, *m_feed);
}

/// With what changed since the last time; at the first one, with everything.
void Library::refreshIndex(bool thenLoad)
{
    auto refreshing = m_thread.run([this, changes = std::exchange(m_changes, {})] {
        return withIndex([&changes](store::SearchIndex &index, SearchFeed &feed) -> Result<> {
            const bool fresh = index.isEmpty();
            const auto done = feed.refresh(changes);
            return done && fresh ? index.tidy() : done;
        });
    });
    base::whenDone(refreshing, this, [this, thenLoad](const Result<> &done) {
        m_indexed = true;
        if (thenLoad)
            load();
        if (done)
            Q_EMIT foundChanged();
        else
            Q_EMIT failed(done.error());
    });
}

QFuture<Result<store::SearchAnswer>> Library::search(const store::SearchQuery &query)
{
    return m_thread.run([this, query]() -> Result<store::SearchAnswer> {
        store::SearchAnswer answer;
        const auto done = withIndex([&](store::SearchIndex &index, SearchFeed &) -> Result<> {
            auto found = index.find(query);
            if (!found)
                return tl::unexpected(found.error());
            answer = std::move(*found);
            return {};
        });
        if (done)
            return answer;
        if (done.error().kind == Error::Kind::Corrupt) // it was made anew, empty
            QMetaObject::invokeMethod(this, [this] {
                m_indexed = false;
                refreshIndex(false);
            });
        return tl::unexpected(done.error());
    });
}

void Library::noteArrival(const QString &file)
{
    m_changes.files.insert(file);
    if (!m_later.isActive())
        m_later.start();
}

} // namespace watchroom::knowledge
