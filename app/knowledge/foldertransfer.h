// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/workerthread.h"
#include "app/knowledge/importrun.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <memory>

namespace watchroom::knowledge {

/// Articles from a folder and into one, while the screen goes on. One thing at a time. Lives on the
/// UI thread; works on a thread of its own.
class FolderTransfer : public QObject
{
    Q_OBJECT

public:
    /// `author` is asked when something is to be saved.
    FolderTransfer(store::Store &store, const base::Clock &clock,
        std::function<store::Author()> author, QObject *parent = nullptr);
    ~FolderTransfer() override; ///< ends with the article at hand

    [[nodiscard]] bool hasAuthor() const { return !m_author().login.isEmpty(); }

    /// What a folder comes to, before anything is saved.
    struct Looked
    {
        ImportFolder folder;
        QList<ImportedArticle> plan;
    };
    using Plan = std::shared_ptr<const Looked>;
    [[nodiscard]] QFuture<base::Result<Plan>> look(const QString &path);
    [[nodiscard]] QFuture<base::Result<ImportReport>> take(const Plan &plan, const QString &reason);
    /// Internal `file_unwritable {file}` where nothing can be written into the folder.
    [[nodiscard]] QFuture<base::Result<ExportReport>> write(const QString &path);
    /// What is under way ends with the article at hand.
    void cancel();

Q_SIGNALS:
    /// Of what take() or write() deals with.
    void progressed(qsizetype done);

private:
    [[nodiscard]] GoesOn begin();

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< of what is under way
    base::WorkerThread m_thread;
};

} // namespace watchroom::knowledge
