// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articleimport.h"

#include "app/articles/articletargets.h"
#include "app/articles/links.h"
#include "app/articles/markdown.h"
#include "app/articles/stepids.h"
#include "app/base/ids.h"
#include "app/domain/limits.h"
#include "app/knowledge/articlemaking.h"
#include "app/knowledge/articlesettings.h"
#include "app/store/blobfolder.h"

#include <QFileInfo>
#include <QJsonArray>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using articles::Fault;
using articles::Target;
using Outcome = ImportedArticle::Outcome;
namespace limits = domain::limits;

namespace {

/// Front matter beside the text itself.
constexpr qint64 kFileBytes = limits::kArticleBytes + articles::kYamlBytes;

Fault faultOf(const base::Error &error)
{
    return {error.code, error.params};
}

/// One file on its way: read, understood, its targets found.
class Reading
{
public:
    Reading(const ImportFolder &folder, const QString &file)
        : m_folder(folder)
    {
        m_made.file = file;
    }

    [[nodiscard]] ImportedArticle read()
    {
        if (const auto bytes = m_folder.read(m_made.file, kFileBytes); !bytes)
            m_made.faults.append(faultOf(bytes.error()));
        else
            understand(*bytes);
        return m_made;
    }

    /// Links lead to ids: of `files` or of what is known. Then it is what will be kept.
    static void settle(ImportedArticle &made, const ImportFolder &folder,
        const QHash<QString, QString> &idsOfFiles, const KnownArticles &known);

private:
    void understand(const QByteArray &bytes)
    {
        const articles::ArticleReading reading = articles::readArticle(bytes);
        m_made.meta = reading.file.meta;
        m_made.faults = reading.faults;
        m_made.notes = reading.notes;
        m_made.body = reading.file.body.toUtf8();
        if (!m_made.faults.isEmpty())
            return;
        const auto document = articles::parseMarkdown(reading.file.body);
        if (!document) {
            m_made.faults.append(faultOf(document.error()));
            return;
        }
        m_made.faults = articles::complete(m_made.meta, m_made.file, document->root);
    }

    const ImportFolder &m_folder;
    ImportedArticle m_made;
};

/// Reads an image once, whatever shows it how often; nothing: a fault was noted.
std::optional<QString> imageTarget(
    ImportedArticle &made, const ImportFolder &folder, const Target &target)
{
    const QString path = folder.resolved(made.file, target.target);
    if (path.isEmpty()) {
        made.faults.append({u"link_leaves_folder"_s, {{u"file"_s, target.target}}});
        return std::nullopt;
    }
    if (const qsizetype n = made.images.indexOf(path); n >= 0)
        return u"blob:"_s + made.text.images.at(n).hash;
    const auto bytes = folder.read(path, limits::kBlobBytes);
    if (!bytes) {
        made.faults.append(faultOf(bytes.error()));
        return std::nullopt;
    }
    const domain::Attachment image =
        store::BlobFolder::describe(*bytes, QFileInfo(path).fileName());
    if (!domain::areImages(QJsonArray{domain::toJson(image)})) {
        made.faults.append({u"image_refused"_s, {{u"file"_s, path}}});
        return std::nullopt;
    }
    made.images.append(path);
    made.text.images.append(image);
    return u"blob:"_s + made.text.images.last().hash;
}

std::optional<QString> linkTarget(ImportedArticle &made, const ImportFolder &folder,
    const QHash<QString, QString> &idsOfFiles, const Target &target)
{
    const qsizetype hash = target.target.indexOf(u'#');
    const QString file = hash < 0 ? target.target : target.target.left(hash);
    if (!file.endsWith(".md"_L1) || !articles::isRelativePath(file))
        return std::nullopt;
    const QString id = idsOfFiles.value(folder.resolved(made.file, file));
    if (id.isEmpty()) {
        made.notes.append({u"link_unknown"_s, {{u"file"_s, target.target}}});
        return std::nullopt;
    }
    return u"article:"_s + id + (hash < 0 ? QString() : target.target.mid(hash));
}

void Reading::settle(ImportedArticle &made, const ImportFolder &folder,
    const QHash<QString, QString> &idsOfFiles, const KnownArticles &known)
{
    const auto document = articles::parseMarkdown(QString::fromUtf8(made.body));
    if (!document)
        return;
    const QString body = articles::withTargets(*document, [&](const Target &target) {
        if (!target.image)
            return linkTarget(made, folder, idsOfFiles, target);
        return articles::isRelativePath(target.target) ? imageTarget(made, folder, target)
                                                       : std::optional<QString>();
    });
    made.body = body.toUtf8();
    const KnownArticle before = known.value(made.meta.id);
    MadeText text = makeText(made.body, made.meta.kind, before);
    text.text.images = made.text.images;
    made.text = text.text;
    made.faults.append(text.faults);
    made.notes.append(text.notes);
    if (!made.faults.isEmpty())
        return;
    made.article = before.article.id;
    made.base = before.article.version;
    made.newText = before.article.version == 0 || before.text.hash != made.text.hash;
    const bool same = !made.newText && settingsOf(before.article) == withUsualReview(made.meta);
    made.outcome = made.article.isNull() ? Outcome::New
        : same                           ? Outcome::Unchanged
                                         : Outcome::Changed;
}

} // namespace

base::Result<KnownArticles> readKnownArticles(store::Reader &reader)
{
    const auto rows = reader.rows(u"article");
    const auto versions = reader.rows(u"article_version",
        u"version = (SELECT a.version FROM article a WHERE a.id = article_version.article)");
    const auto highest =
        reader.query(u"SELECT v.article AS article, max(CAST(substr(json_extract(s.value, '$.id'), "
                     u"2) AS INTEGER))"
                     " AS n FROM article_version v, json_each(v.steps) s GROUP BY v.article"_s);
    if (!rows || !versions)
        return tl::unexpected(rows ? versions.error() : rows.error());
    if (!highest)
        return tl::unexpected(highest.error());
    QHash<QUuid, int> steps;
    for (const QJsonObject &row : *highest)
        steps.insert(domain::uuid(row, "article"_L1), int(domain::integer(row, "n"_L1)));
    QHash<QUuid, ArticleText> texts;
    for (const domain::Row &row : *versions) {
        const ArticleVersion version = ArticleVersion::fromRow(row);
        texts.insert(version.article, version.text);
    }
    KnownArticles known;
    for (const domain::Row &row : *rows) {
        const Article article = Article::fromRow(row);
        known.insert(article.key, {article, texts.value(article.id), steps.value(article.id)});
    }
    return known;
}

base::Result<std::optional<KnownArticle>> readKnownArticle(
    store::Reader &reader, const QUuid &article)
{
    const auto row = reader.row(u"article", article);
    if (!row || !*row)
        return row ? base::Result<std::optional<KnownArticle>>(std::nullopt)
                   : tl::unexpected(row.error());
    const QVariantList id{base::toText(article)};
    const auto versions = reader.rows(u"article_version", u"article = ?", id);
    if (!versions)
        return tl::unexpected(versions.error());
    KnownArticle known;
    known.article = Article::fromRow(**row);
    for (const domain::Row &one : *versions) {
        const ArticleVersion version = ArticleVersion::fromRow(one);
        if (version.version == known.article.version)
            known.text = version.text;
        known.highestStep = std::max(known.highestStep, articles::highestId(version.text.steps));
    }
    return known;
}

base::Result<QList<ImportedArticle>> planImport(
    const ImportFolder &folder, const KnownArticles &known, const std::function<bool()> &goesOn)
{
    const auto files = folder.articles();
    if (!files)
        return tl::unexpected(files.error());
    QList<ImportedArticle> all;
    QHash<QString, QString> idsOfFiles;
    QHash<QString, QString> filesOfIds;
    for (const QString &file : *files) {
        if (goesOn && !goesOn())
            return all;
        ImportedArticle made = Reading(folder, file).read();
        const QString id = made.meta.id;
        if (made.faults.isEmpty() && filesOfIds.contains(id))
            made.faults.append({u"id_taken"_s, {{u"id"_s, id}, {u"file"_s, filesOfIds.value(id)}}});
        if (made.faults.isEmpty()) {
            idsOfFiles.insert(file, id);
            filesOfIds.insert(id, file);
        }
        all.append(made);
    }
    for (ImportedArticle &made : all)
        if (made.faults.isEmpty())
            Reading::settle(made, folder, idsOfFiles, known);
    for (const QString &name : folder.unreadable())
        all.append({.file = name, .faults = {{u"name_not_utf8"_s, {{u"file"_s, name}}}}});
    return all;
}

} // namespace watchroom::knowledge
