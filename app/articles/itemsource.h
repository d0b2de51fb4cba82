// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/node.h"

#include <QStringList>

namespace watchroom::articles {

/// The lines of a list's item as its own Markdown: without marker, indentation and trailing
/// blanks. Line i of them is line `item.firstLine + i` of the source.
[[nodiscard]] QStringList itemSource(const QStringList &lines, const Node &item);

} // namespace watchroom::articles
