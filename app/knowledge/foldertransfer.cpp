// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/foldertransfer.h"

#include <QDir>
#include <QFileInfo>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

Result<KnownArticles> known(store::Store &store)
{
    auto reading = store.read<KnownArticles>(readKnownArticles);
    reading.waitForFinished();
    return reading.result();
}

Result<store::Saved> settled(store::SavedFuture saving)
{
    saving.waitForFinished();
    return saving.result();
}

} // namespace

FolderTransfer::FolderTransfer(store::Store &store, const base::Clock &clock,
    std::function<store::Author()> author, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
    , m_thread(u"articlefolder"_s)
{
}

FolderTransfer::~FolderTransfer()
{
    cancel();
    m_thread.stop();
}

void FolderTransfer::cancel()
{
    *m_cancelled = true;
}

GoesOn FolderTransfer::begin()
{
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    return [this, cancelled = m_cancelled](qsizetype done) {
        Q_EMIT progressed(done);
        return !*cancelled;
    };
}

QFuture<Result<FolderTransfer::Plan>> FolderTransfer::look(const QString &path)
{
    (void)begin();
    return m_thread.run([this, path, cancelled = m_cancelled]() -> Result<Plan> {
        auto folder = ImportFolder::open(path);
        if (!folder)
            return tl::unexpected(folder.error());
        const auto articles = known(m_store);
        if (!articles)
            return tl::unexpected(articles.error());
        auto plan = planImport(*folder, *articles, [cancelled] { return !*cancelled; });
        if (!plan)
            return tl::unexpected(plan.error());
        return std::make_shared<const Looked>(Looked{std::move(*folder), std::move(*plan)});
    });
}

QFuture<Result<ImportReport>> FolderTransfer::take(const Plan &plan, const QString &reason)
{
    const store::Author author = m_author();
    return m_thread.run([this, plan, reason, author, goesOn = begin()]() -> Result<ImportReport> {
        ArticleCommands commands(m_store, m_clock, [author] { return author; });
        const store::BlobFolder blobs(m_store.workspaceDir());
        return saveImport(plan->folder, plan->plan, reason,
            {.commands = commands, .blobs = blobs, .settle = settled, .goesOn = goesOn});
    });
}

QFuture<Result<ExportReport>> FolderTransfer::write(const QString &path)
{
    return m_thread.run([this, path, goesOn = begin()]() -> Result<ExportReport> {
        if (!QDir().mkpath(path) || !QFileInfo(path).isWritable())
            return base::failure(base::Error::Kind::Internal, u"no writable folder"_s,
                u"file_unwritable"_s, {{u"file"_s, QDir::toNativeSeparators(path)}});
        const auto articles = known(m_store);
        if (!articles)
            return tl::unexpected(articles.error());
        return saveExport(path, *articles, store::BlobFolder(m_store.workspaceDir()), goesOn);
    });
}

} // namespace watchroom::knowledge
