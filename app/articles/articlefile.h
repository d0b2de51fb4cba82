// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlemeta.h"
#include "app/articles/fault.h"

#include <QByteArray>
#include <QString>

namespace watchroom::articles {

struct Node;

/// An article as a file: YAML front matter between two lines `---`, and Markdown.
struct ArticleFile
{
    ArticleMeta meta;
    QString body; ///< with `\n` as its line ends
    int bodyLine = 1; ///< the file's line on which it begins
};

struct ArticleReading
{
    ArticleFile file;
    Faults faults; ///< with any of them the file is not taken
    Faults notes; ///< `field_unknown {field, line}`
};

/// Faults, all that can be told at once: `text_not_utf8 {line}`, `article_too_large`,
/// `front_matter_broken {line}`, `field_invalid {field, line}`, `field_repeated {field, line}`.
[[nodiscard]] ArticleReading readArticle(const QByteArray &bytes);
/// The file of which readArticle() makes the same article.
[[nodiscard]] QByteArray writeArticle(const ArticleMeta &meta, const QString &body);

/// What the file leaves out, from its place `relativePath` in the imported folder and its first
/// heading: id, folder and title. The kind is `procedure` where nothing is said. Faults:
/// `field_missing {field}` where they give none that fits.
[[nodiscard]] Faults complete(ArticleMeta &meta, const QString &relativePath, const Node &root);

} // namespace watchroom::articles
