// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The words of a table of contacts, Chinese and English. Pure; any thread.
namespace watchroom::contacts {

inline constexpr QStringView kListMarks = u";；,，、\n";

/// The column a head means: id, kind, name, org, duty, person, ways, targets, tags, note, or a kind
/// of way; empty: none of them.
[[nodiscard]] QString columnOf(const QString &head);
[[nodiscard]] QString headOf(QLatin1StringView column, bool english);
/// Empty: it is no kind.
[[nodiscard]] QString kindOf(const QString &word);
[[nodiscard]] QString wayKindOf(const QString &word);
[[nodiscard]] QString kindWord(const QString &code, bool english);
[[nodiscard]] QString wayKindWord(const QString &code, bool english);

} // namespace watchroom::contacts
