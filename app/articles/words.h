// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace watchroom::articles {

/// A piece of a text, in UTF-16 units.
struct Range
{
    qsizetype at = 0;
    qsizetype length = 0;

    friend bool operator==(const Range &, const Range &) = default;
};

/// The text in words, without a gap: a Han character, a run of letters, digits and what joins them
/// in commands and addresses (--main, 10.0.0.1), a run of blanks, or any other character is one.
[[nodiscard]] QList<Range> wordsOf(const QString &text);

} // namespace watchroom::articles
