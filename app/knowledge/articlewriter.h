// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/knowledge/articledraft.h"
#include "app/knowledge/articlesaving.h"
#include "app/knowledge/comparison.h"

#include <QObject>

namespace watchroom::knowledge {

/// What the editor has done for it away from the screen: texts read, compared, merged, their files
/// kept and saved. UI thread; the work is done on a thread of its own.
class ArticleWriter : public QObject
{
    Q_OBJECT

public:
    /// `author` is asked when something is to be saved.
    ArticleWriter(store::Store &store, const base::Clock &clock,
        std::function<store::Author()> author, QObject *parent = nullptr);
    ~ArticleWriter() override;

    /// The draft to begin with: what its person handed in, else the published text, else nothing.
    [[nodiscard]] QFuture<base::Result<ArticleDraft>> begin(const QUuid &article);
    /// Publishes the draft, or hands it in (saveArticle). Invalid with the code of the first fault
    /// of the text, `nothing_changed`, `article_changed {version}`, `image_missing`.
    [[nodiscard]] QFuture<base::Result<ArticleSaved>> save(const ArticleDraft &draft, bool handIn);
    /// Keeps an image: Invalid `image_refused {file}`, Internal `disk_full`.
    [[nodiscard]] QFuture<base::Result<domain::Attachment>> keepImage(
        const std::function<QByteArray()> &bytes, const QString &name);
    [[nodiscard]] QFuture<base::Result<Comparison>> compare(
        const QUuid &article, const TextSide &before, const TextSide &now);
    [[nodiscard]] QFuture<base::Result<articles::TextMerge>> merge(
        const QUuid &article, int base, const QString &mine, int theirs);

    [[nodiscard]] ArticleCommands &commands() { return m_commands; }
    [[nodiscard]] QString login() const { return m_author().login; }
    /// The policy asks that somebody else than its author publishes a text.
    [[nodiscard]] bool asksReview() const { return m_asksReview; }

Q_SIGNALS:
    void policyChanged();

private:
    void loadPolicy();

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
    ArticleCommands m_commands;
    bool m_asksReview = false;
    base::WorkerThread m_thread;
};

} // namespace watchroom::knowledge
