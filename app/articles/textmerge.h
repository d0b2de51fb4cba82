// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace watchroom::articles {

/// Lines that both sides agree on, or a conflict: the lines of all three. A value.
struct MergePart
{
    bool conflict = false;
    QStringList lines = {}; ///< where it is no conflict
    QStringList base = {};
    QStringList mine = {};
    QStringList theirs = {};

    friend bool operator==(const MergePart &, const MergePart &) = default;
};

/// A merged text in parts, from its first line to its last.
struct TextMerge
{
    QList<MergePart> parts;

    [[nodiscard]] int conflicts() const;
    /// The text with the lines somebody chose for each conflict, in order; mine where none are
    /// given. It ends with a line end unless it is empty.
    [[nodiscard]] QString text(const QList<QStringList> &chosen = {}) const;
};

/// Merges what two people made of one text. Line ends are `\n` then. Invalid with
/// `article_too_large` or, for lines of ten thousands of one sign, `article_too_complex`.
[[nodiscard]] base::Result<TextMerge> mergeTexts(
    const QString &base, const QString &mine, const QString &theirs);

} // namespace watchroom::articles
