// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/node.h"

#include <QString>

namespace watchroom::articles {

/// The words of a paragraph, heading or cell: no marks, code and the words for images included,
/// line ends kept as `\n`.
[[nodiscard]] QString inlineText(const Node &node);

/// A line end between these two is nothing to be seen: Chinese has no blanks.
[[nodiscard]] bool joinsLines(QChar before, QChar after);

/// A text on one line: a line end that joins nothing is a blank.
[[nodiscard]] QString onOneLine(const QString &text);

/// The first heading of level 1; empty where there is none.
[[nodiscard]] QString firstTitle(const Node &root);

/// True where the article begins with its own title as a heading, which is then shown apart.
[[nodiscard]] bool beginsWithTitle(const Node &root, const QString &title);

/// What is searched: blocks divided by a blank line, cells by a tab; `title`, which is searched
/// apart, left out where the article begins with it.
[[nodiscard]] QString plainText(const Node &root, const QString &title);

} // namespace watchroom::articles
