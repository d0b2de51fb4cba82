// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articletargets.h"
#include "app/articles/links.h"
#include "app/articles/markdown.h"
#include "app/base/wholefile.h"
#include "app/knowledge/articlesettings.h"
#include "app/knowledge/importrun.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using articles::Target;

namespace {

const QString kImages = u"images"_s;
constexpr auto kArticle = "article:"_L1;

/// Where an article's file lies in the folder.
QString pathOf(const Article &article)
{
    const QString file = article.key + u".md"_s;
    return article.folder.isEmpty() ? file : article.folder + u'/' + file;
}

/// Up from an article's place to the folder's root.
QString upFrom(const Article &article)
{
    return article.folder.isEmpty() ? QString() : u"../"_s.repeated(article.folder.count(u'/') + 1);
}

/// Told apart by its hash, known by its name.
QString imageFile(const domain::Attachment &image)
{
    QString name = image.name;
    name.replace(u'/', u'_');
    return kImages + u'/' + image.hash.left(12) + u'-' + name;
}

/// As a target in Markdown: what would end it is written as %XX.
QString asTarget(const QString &path)
{
    QString target;
    for (const QChar c : path) {
        if (c <= u' ' || QStringView(u"()<>%#?\\\"").contains(c))
            target += u'%' + QString::number(c.unicode(), 16).toUpper().rightJustified(2, u'0');
        else
            target += c;
    }
    return target;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && base::commitWhole(file);
}

class Exporting
{
public:
    Exporting(const QString &folder, const KnownArticles &known, const store::BlobFolder &blobs)
        : m_folder(folder)
        , m_known(known)
        , m_blobs(blobs)
    {
    }

    [[nodiscard]] std::optional<articles::Fault> save(const KnownArticle &known) const
    {
        const QJsonObject which{{u"file"_s, pathOf(known.article)}};
        QFile text(m_blobs.path(known.text.hash));
        if (!text.open(QIODevice::ReadOnly))
            return articles::Fault{u"text_not_here"_s, which};
        const auto document = articles::parseMarkdown(QString::fromUtf8(text.readAll()));
        if (!document)
            return articles::Fault{document.error().code, which};
        const QString body = articles::withTargets(
            *document, [&](const Target &target) { return exported(known, target); });
        if (!saveImages(known)
            || !write(m_folder + u'/' + pathOf(known.article),
                articles::writeArticle(settingsOf(known.article), body)))
            return articles::Fault{u"file_unwritable"_s, which};
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<QString> exported(
        const KnownArticle &known, const Target &target) const
    {
        if (target.image) {
            const QString hash = articles::blobOf(target.target);
            const auto image =
                std::ranges::find(known.text.images, hash, &domain::Attachment::hash);
            return image == known.text.images.end()
                ? std::nullopt
                : std::optional(asTarget(upFrom(known.article) + imageFile(*image)));
        }
        if (!target.target.startsWith(kArticle))
            return std::nullopt;
        const QString id = target.target.mid(kArticle.size()).section(u'#', 0, 0);
        const auto other = m_known.constFind(id);
        if (other == m_known.constEnd())
            return std::nullopt;
        return asTarget(upFrom(known.article) + pathOf(other->article))
            + target.target.mid(kArticle.size() + id.size());
    }

    [[nodiscard]] bool saveImages(const KnownArticle &known) const
    {
        return std::ranges::all_of(known.text.images, [this](const domain::Attachment &image) {
            QFile file(m_blobs.path(image.hash));
            return file.open(QIODevice::ReadOnly)
                && write(m_folder + u'/' + imageFile(image), file.readAll());
        });
    }

    const QString m_folder;
    const KnownArticles &m_known;
    const store::BlobFolder &m_blobs;
};

} // namespace

ExportReport saveExport(const QString &folder, const KnownArticles &known,
    const store::BlobFolder &blobs, const GoesOn &goesOn)
{
    ExportReport report;
    const Exporting exporting(folder, known, blobs);
    QStringList keys = known.keys();
    keys.sort();
    qsizetype done = 0;
    for (const QString &key : std::as_const(keys)) {
        if (goesOn && !goesOn(done++))
            break;
        const KnownArticle &article = *known.constFind(key);
        if (article.article.version == 0 || article.article.withdrawn)
            continue;
        if (const auto fault = exporting.save(article))
            report.faults.append(*fault);
        else
            ++report.written;
    }
    return report;
}

} // namespace watchroom::knowledge
