// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlefile.h"

#include "app/articles/markdown.h"
#include "app/articles/markdownlimits.h"
#include "app/articles/plaintext.h"

#include <QFileInfo>
#include <QStringDecoder>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTitleCharacters = 200;

/// The line of the first bytes that are no UTF-8; 0: all are.
int lineOfBadUtf8(const QByteArray &bytes)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = whole(bytes);
    Q_UNUSED(text)
    if (!whole.hasError())
        return 0;
    const QByteArrayList lines = bytes.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QStringDecoder one(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString line = one(lines.at(i));
        Q_UNUSED(line)
        if (one.hasError())
            return static_cast<int>(i) + 1;
    }
    return 1;
}

bool isFence(QStringView line)
{
    return line.trimmed() == u"---" && line.startsWith(u"---");
}

/// Where the line begins that ends the front matter; -1: none does.
qsizetype endOfFrontMatter(const QString &text)
{
    for (qsizetype at = text.indexOf(u'\n') + 1; at > 0 && at < text.size();) {
        const qsizetype end = text.indexOf(u'\n', at);
        if (isFence(QStringView(text).sliced(at, (end < 0 ? text.size() : end) - at)))
            return at;
        at = end + 1;
    }
    return -1;
}

void readFrontMatter(const QString &text, ArticleReading &reading)
{
    const qsizetype from = text.indexOf(u'\n') + 1;
    const qsizetype end = endOfFrontMatter(text);
    if (end < 0) {
        reading.faults.append({u"front_matter_broken"_s, {{u"line"_s, 1}}});
        return;
    }
    const QString yaml = text.mid(from, end - from);
    const qsizetype after = text.indexOf(u'\n', end);
    reading.file.body = after < 0 ? QString() : text.mid(after + 1);
    reading.file.bodyLine = static_cast<int>(yaml.count(u'\n')) + 3;
    const YamlMapping mapping = readYaml(yaml.toUtf8());
    for (const int line : mapping.brokenLines)
        reading.faults.append({u"front_matter_broken"_s, {{u"line"_s, line + 1}}});
    reading.file.meta = metaOf(mapping.members, 2, reading.faults, reading.notes);
}

} // namespace

ArticleReading readArticle(const QByteArray &bytes)
{
    ArticleReading reading;
    if (bytes.size() > kArticleBytes) {
        reading.faults.append({u"article_too_large"_s});
        return reading;
    }
    if (const int line = lineOfBadUtf8(bytes); line > 0) {
        reading.faults.append({u"text_not_utf8"_s, {{u"line"_s, line}}});
        return reading;
    }
    const QString text = normalised(QString::fromUtf8(bytes));
    if (isFence(QStringView(text).first(std::max<qsizetype>(0, text.indexOf(u'\n')))))
        readFrontMatter(text, reading);
    else
        reading.file.body = text;
    return reading;
}

QByteArray writeArticle(const ArticleMeta &meta, const QString &body)
{
    return "---\n" + writeYaml(membersOf(meta)) + "---\n" + body.toUtf8();
}

Faults complete(ArticleMeta &meta, const QString &relativePath, const Node &root)
{
    const QFileInfo file(relativePath);
    if (meta.id.isEmpty() && isArticleId(file.completeBaseName()))
        meta.id = file.completeBaseName();
    if (meta.folder.isEmpty() && file.path() != u"."_s)
        meta.folder = file.path();
    if (meta.title.isEmpty())
        meta.title = firstTitle(root).left(kTitleCharacters);
    if (meta.kind.isEmpty())
        meta.kind = u"procedure"_s;
    Faults faults;
    if (meta.id.isEmpty())
        faults.append({u"field_missing"_s, {{u"field"_s, u"id"_s}}});
    if (meta.title.isEmpty())
        faults.append({u"field_missing"_s, {{u"field"_s, u"title"_s}}});
    return faults;
}

} // namespace watchroom::articles
