// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/comparison.h"

#include "app/articles/articletargets.h"
#include "app/base/ids.h"
#include "app/knowledge/articlemaking.h"
#include "app/store/blobfolder.h"

#include <QFile>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

struct ReadSide
{
    QString markdown;
    articles::Steps steps;
    int images = 0;
};

/// An article with what it has of texts.
struct Shelf
{
    Article article;
    QHash<int, ArticleVersion> versions;
};

Result<Shelf> readShelf(store::Store &store, const QUuid &article)
{
    auto reading = store.read<Shelf>([article](store::Reader &reader) -> Result<Shelf> {
        const auto rows = reader.rows(u"article", u"id = ?", {base::toText(article)});
        const auto versions =
            reader.rows(u"article_version", u"article = ?", {base::toText(article)});
        if (!rows || !versions)
            return tl::unexpected(rows ? versions.error() : rows.error());
        Shelf shelf;
        if (!rows->isEmpty())
            shelf.article = Article::fromRow(rows->first());
        for (const domain::Row &row : *versions) {
            const ArticleVersion version = ArticleVersion::fromRow(row);
            shelf.versions.insert(version.version, version);
        }
        return shelf;
    });
    reading.waitForFinished();
    return reading.result();
}

Result<ReadSide> readKept(const store::Store &store, const ArticleText &text, const QString &title)
{
    auto markdown = readText(store, text, title);
    if (!markdown)
        return tl::unexpected(markdown.error());
    return ReadSide{std::move(*markdown), text.steps, int(text.images.size())};
}

Result<ReadSide> readVersion(const store::Store &store, const Shelf &shelf, int version)
{
    const auto found = shelf.versions.constFind(version);
    if (found == shelf.versions.cend())
        return base::failure(Error::Kind::NotFound, u"no such version"_s, u"version_unknown"_s,
            {{u"version"_s, version}});
    return readKept(store, found->text, found->title);
}

/// `before`: the other side, whose steps give theirs their ids.
Result<ReadSide> readSide(
    const store::Store &store, const Shelf &shelf, const TextSide &side, const ReadSide &before)
{
    if (side.markdown) {
        KnownArticle known{.article = shelf.article, .text = {}, .highestStep = 0};
        known.text.steps = before.steps;
        const auto document = articles::parseMarkdown(*side.markdown);
        return ReadSide{*side.markdown,
            makeText(side.markdown->toUtf8(), shelf.article.kind, known).text.steps,
            document ? int(articles::shownBlobs(*document).size()) : 0};
    }
    if (side.proposal && !shelf.article.proposal)
        return base::failure(Error::Kind::NotFound, u"no proposal"_s, u"not_proposed"_s);
    if (side.proposal)
        return readKept(store, shelf.article.proposal->text, shelf.article.title);
    return side.version == 0 ? Result<ReadSide>(ReadSide())
                             : readVersion(store, shelf, side.version);
}

} // namespace

Result<QString> readText(const store::Store &store, const ArticleText &text, const QString &title)
{
    QFile file(store::BlobFolder(store.workspaceDir()).path(text.hash));
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(
            Error::Kind::NotFound, u"text not here"_s, u"text_not_here"_s, {{u"file"_s, title}});
    return articles::normalised(QString::fromUtf8(file.readAll()));
}

Result<Comparison> compareTexts(
    store::Store &store, const QUuid &article, const TextSide &before, const TextSide &now)
{
    const auto shelf = readShelf(store, article);
    if (!shelf)
        return tl::unexpected(shelf.error());
    const auto left = readSide(store, *shelf, before, {});
    if (!left)
        return tl::unexpected(left.error());
    const auto right = readSide(store, *shelf, now, *left);
    if (!right)
        return tl::unexpected(right.error());
    auto hunks = articles::diffLines(left->markdown, right->markdown);
    if (!hunks)
        return tl::unexpected(hunks.error());
    return Comparison{.before = left->markdown,
        .now = right->markdown,
        .hunks = std::move(*hunks),
        .steps = articles::stepDiff(left->steps, right->steps),
        .stepsBefore = left->steps,
        .stepsNow = right->steps,
        .imagesBefore = left->images,
        .imagesNow = right->images};
}

Result<articles::TextMerge> mergeWithVersion(
    store::Store &store, const QUuid &article, int base, const QString &mine, int theirs)
{
    const auto shelf = readShelf(store, article);
    if (!shelf)
        return tl::unexpected(shelf.error());
    const auto before = readSide(store, *shelf, {.version = base}, {});
    const auto other = readVersion(store, *shelf, theirs);
    if (!before || !other)
        return tl::unexpected(before ? other.error() : before.error());
    return articles::mergeTexts(before->markdown, mine, other->markdown);
}

} // namespace watchroom::knowledge
