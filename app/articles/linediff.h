// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace watchroom::articles {

/// A row of two texts side by side. A value.
struct DiffRow
{
    enum class Kind
    {
        Same,
        Changed, ///< a line for a line; worddiff.h tells where
        Removed, ///< only on the left
        Added, ///< only on the right
    };

    Kind kind = Kind::Same;
    int oldLine = 0; ///< from 1; 0: none
    int newLine = 0;
    QString oldText = {};
    QString newText = {};

    friend bool operator==(const DiffRow &, const DiffRow &) = default;
};

/// Rows that stand together: what differs, and some lines around it.
using DiffHunk = QList<DiffRow>;

/// Where two texts differ, with `context` lines before and behind; nothing where they do not.
/// Invalid with `article_too_large`.
[[nodiscard]] base::Result<QList<DiffHunk>> diffLines(
    const QString &before, const QString &now, int context = 3);

} // namespace watchroom::articles
