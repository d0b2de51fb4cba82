// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// How several texts stand in one: with a backslash before what divides them. Pure; any thread.
namespace watchroom::contacts {

[[nodiscard]] QString escaped(const QString &text, QStringView special);
[[nodiscard]] QString unescaped(QStringView text);
/// At each of `at` that has no backslash before it; without the backslashes.
[[nodiscard]] QStringList splitEscaped(QStringView text, QStringView at);
/// splitEscaped() without blanks around and what is blank.
[[nodiscard]] QStringList listIn(QStringView text, QStringView at);

} // namespace watchroom::contacts
