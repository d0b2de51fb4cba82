// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/node.h"
#include "app/base/result.h"

#include <QString>
#include <QStringList>

namespace watchroom::articles {

/// A parsed article: the tree, and the lines it was read from. A value; any thread.
struct Document
{
    Node root;
    QStringList lines; ///< of the source, without their ends
};

/// The text with `\n` as its only line end and without a byte order mark.
[[nodiscard]] QString normalised(QString text);

/// Reads GitHub's Markdown (tables, task lists, strikethrough, bare links). Fails only on what
/// is beyond bounds: Invalid with `article_too_large`, `article_too_deep {line}`,
/// `article_too_complex {line}`. Some 10 ms for 200 KB; calls wait for one another.
[[nodiscard]] base::Result<Document> parseMarkdown(const QString &text);

} // namespace watchroom::articles
