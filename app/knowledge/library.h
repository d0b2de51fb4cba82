// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlesteps.h"
#include "app/base/workerthread.h"
#include "app/knowledge/article.h"
#include "app/knowledge/articleuse.h"
#include "app/knowledge/searchfeed.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <memory>

namespace watchroom::knowledge {

/// An article as this station has it.
struct ShelfEntry
{
    Article article;
    int copyVersion = 0; ///< the newest whose text and images are here; 0: none
    friend bool operator==(const ShelfEntry &, const ShelfEntry &) = default;
};

/// A version that was opened: its text, read and understood.
struct OpenedArticle
{
    ArticleVersion version;
    articles::Document document;
    articles::ArticleSteps steps;
};

/// The articles of this station, and the search over everything. Lives on the UI thread; rows are
/// read on the reader's, files and the index on threads of its own.
class Library : public QObject
{
    Q_OBJECT

public:
    explicit Library(store::Store &store, QObject *parent = nullptr);
    ~Library() override;

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// False while what is found is gathered for the first time; a search then waits for it.
    [[nodiscard]] bool isIndexed() const { return m_indexed; }
    [[nodiscard]] const QList<ShelfEntry> &entries() const { return m_entries; }
    [[nodiscard]] const ShelfEntry *find(const QUuid &article) const;
    [[nodiscard]] const ShelfEntry *findKey(const QString &key) const;
    [[nodiscard]] const store::BlobFolder &files() const { return m_blobs; }

    using Opened = std::shared_ptr<const OpenedArticle>;
    /// NotFound `text_not_here {file}` while its text has not come, `version_unknown {version}`.
    [[nodiscard]] QFuture<base::Result<Opened>> open(const QUuid &article, int version);
    /// All of them, the newest first.
    [[nodiscard]] QFuture<base::Result<QList<ArticleVersion>>> versions(const QUuid &article);
    [[nodiscard]] QFuture<base::Result<ArticleUse>> use(const QUuid &article, base::Instant now);
    [[nodiscard]] QFuture<base::Result<store::SearchAnswer>> search(
        const store::SearchQuery &query);

    /// A file came: the text of an article perhaps.
    void noteArrival(const QString &file);

Q_SIGNALS:
    /// After any change, once a batch.
    void changed();
    /// What is found may be another now.
    void foundChanged();
    void failed(const watchroom::base::Error &error);

private:
    using Shelf = base::Result<QList<ShelfEntry>>;
    void load();
    void refreshIndex(bool thenLoad);
    [[nodiscard]] base::Result<> withIndex(
        const std::function<base::Result<>(store::SearchIndex &, SearchFeed &)> &work);

    store::Store &m_store;
    store::BlobFolder m_blobs;
    QList<ShelfEntry> m_entries;
    bool m_loaded = false;
    bool m_indexed = false;
    QTimer m_later; ///< several changes are read once
    SearchChanges m_changes; ///< that the index lacks

    std::atomic_bool m_stopping = false;

    // On the thread's side:
    std::unique_ptr<store::SearchIndex> m_index;
    std::unique_ptr<SearchFeed> m_feed;

    base::WorkerThread m_sorting; ///< of the shelf, whose files are looked for
    base::WorkerThread m_thread;
};

} // namespace watchroom::knowledge
