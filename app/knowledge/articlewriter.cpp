// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlewriter.h"

#include "app/articles/articletargets.h"
#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/domain/limits.h"
#include "app/knowledge/articlemaking.h"
#include "app/knowledge/articlesettings.h"
#include "app/store/blobfolder.h"

#include <QFile>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

template <class T>
T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

Result<std::optional<KnownArticle>> knownArticle(store::Store &store, const QUuid &article)
{
    return waited(store.read<std::optional<KnownArticle>>(
        [article](store::Reader &reader) { return readKnownArticle(reader, article); }));
}

/// The images a text shows, as they are here.
Result<QList<domain::Attachment>> imagesOf(
    const store::BlobFolder &blobs, const QString &markdown, const QList<domain::Attachment> &known)
{
    const auto document = articles::parseMarkdown(markdown);
    if (!document)
        return tl::unexpected(document.error());
    QList<domain::Attachment> images;
    const QStringList hashes = articles::shownBlobs(*document);
    for (const QString &hash : hashes) {
        const auto found = std::ranges::find(known, hash, &domain::Attachment::hash);
        if (found != known.cend()) {
            images.append(*found);
            continue;
        }
        QFile file(blobs.path(hash));
        if (!blobs.has(hash) || !file.open(QIODevice::ReadOnly))
            return base::failure(Error::Kind::Invalid, u"image not here"_s, u"image_missing"_s);
        images.append(store::BlobFolder::describe(file.readAll(), hash.left(8)));
    }
    return images;
}

Result<ArticleToSave> prepared(
    store::Store &store, const store::BlobFolder &blobs, const ArticleDraft &draft)
{
    const auto read = knownArticle(store, draft.article);
    if (!read)
        return tl::unexpected(read.error());
    const KnownArticle known = read->value_or(KnownArticle());
    if (known.article.version != draft.base)
        return base::failure(Error::Kind::Conflict, u"base"_s, u"article_changed"_s,
            {{u"version"_s, known.article.version}});
    const QByteArray markdown = draft.markdown.toUtf8();
    const MadeText made = makeText(markdown, draft.meta.kind, known);
    if (!made.faults.isEmpty())
        return base::failure(
            Error::Kind::Invalid, u"text"_s, made.faults.first().code, made.faults.first().params);
    ArticleToSave article{.article = draft.article,
        .meta = draft.meta,
        .settings = settingsOf(known.article) != withUsualReview(draft.meta),
        .newText = draft.base == 0 || made.text.hash != known.text.hash,
        .text = made.text,
        .base = draft.base};
    if (!article.settings && !article.newText)
        return base::failure(Error::Kind::Invalid, u"same"_s, u"nothing_changed"_s);
    auto images = imagesOf(blobs, draft.markdown, draft.images + known.text.images);
    if (!images)
        return tl::unexpected(images.error());
    article.text.images = *images;
    article.text.reason = draft.reason.trimmed();
    if (article.newText && draft.base > 0 && article.text.reason.isEmpty())
        return base::failure(Error::Kind::Invalid, u"reason"_s, u"reason_missing"_s);
    const auto kept = blobs.addText(markdown);
    return kept ? Result<ArticleToSave>(article) : tl::unexpected(kept.error());
}

Result<ArticleDraft> begun(store::Store &store, const QUuid &article, const QString &login)
{
    const auto read = knownArticle(store, article);
    if (!read || !*read)
        return read ? base::failure(Error::Kind::NotFound, u"article"_s, u"not_found"_s)
                    : tl::unexpected(read.error());
    const KnownArticle &known = **read;
    const auto &proposal = known.article.proposal;
    const bool mine = proposal && proposal->by == login && proposal->base == known.article.version;
    const ArticleText &text = mine ? proposal->text : known.text;
    ArticleDraft draft{.login = login,
        .article = article,
        .meta = settingsOf(known.article),
        .base = known.article.version,
        .reason = mine ? text.reason : QString(),
        .images = text.images};
    if (text.hash.isEmpty())
        return draft;
    auto markdown = readText(store, text, known.article.title);
    if (!markdown)
        return tl::unexpected(markdown.error());
    draft.markdown = std::move(*markdown);
    return draft;
}

} // namespace

ArticleWriter::ArticleWriter(store::Store &store, const base::Clock &clock,
    std::function<store::Author()> author, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_author(author)
    , m_commands(store, clock, std::move(author))
    , m_thread(u"article-writer"_s)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "policy"_L1)
            loadPolicy();
    });
    loadPolicy();
}

ArticleWriter::~ArticleWriter()
{
    m_thread.stop();
}

void ArticleWriter::loadPolicy()
{
    using Rows = QList<domain::Row>;
    auto reading = m_store.read<Rows>([](store::Reader &reader) {
        return reader.rows(u"policy", {}, {}, u"ORDER BY version DESC LIMIT 1");
    });
    base::whenDone(reading, this, [this](const Result<Rows> &rows) {
        const bool asks = rows && !rows->isEmpty()
            && rows->first().value("doc"_L1).toObject().value("article_review"_L1).toBool();
        if (std::exchange(m_asksReview, asks) != asks)
            Q_EMIT policyChanged();
    });
}

QFuture<Result<ArticleDraft>> ArticleWriter::begin(const QUuid &article)
{
    return m_thread.run(
        [this, article, login = login(), id = base::newId(m_clock.now()), at = m_clock.now()] {
            auto draft = begun(m_store, article, login);
            if (draft) {
                draft->id = id;
                draft->changedAt = at;
            }
            return draft;
        });
}

QFuture<Result<ArticleSaved>> ArticleWriter::save(const ArticleDraft &draft, bool handIn)
{
    return m_thread.run([this, draft, handIn, author = m_author()]() -> Result<ArticleSaved> {
        auto article = prepared(m_store, store::BlobFolder(m_store.workspaceDir()), draft);
        if (!article)
            return tl::unexpected(article.error());
        article->handIn = handIn;
        ArticleCommands commands(m_store, m_clock, [author] { return author; });
        return saveArticle(
            *article, commands, [](const store::SavedFuture &saving) { return waited(saving); });
    });
}

QFuture<Result<domain::Attachment>> ArticleWriter::keepImage(
    const std::function<QByteArray()> &bytes, const QString &name)
{
    return m_thread.run([this, bytes, name]() -> Result<domain::Attachment> {
        const QByteArray read = bytes();
        if (read.size() > domain::limits::kBlobBytes)
            return base::failure(
                Error::Kind::Invalid, u"image"_s, u"file_too_large"_s, {{u"file"_s, name}});
        const auto made = store::BlobFolder::describe(read, name);
        if (!domain::areImages(QJsonArray{domain::toJson(made)}))
            return base::failure(
                Error::Kind::Invalid, u"image"_s, u"image_refused"_s, {{u"file"_s, name}});
        return store::BlobFolder(m_store.workspaceDir()).add(read, name);
    });
}

QFuture<Result<Comparison>> ArticleWriter::compare(
    const QUuid &article, const TextSide &before, const TextSide &now)
{
    return m_thread.run(
        [this, article, before, now] { return compareTexts(m_store, article, before, now); });
}

QFuture<Result<articles::TextMerge>> ArticleWriter::merge(
    const QUuid &article, int base, const QString &mine, int theirs)
{
    return m_thread.run([this, article, base, mine, theirs] {
        return mergeWithVersion(m_store, article, base, mine, theirs);
    });
}

} // namespace watchroom::knowledge
