// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <span>

namespace watchroom::words {

/// What stands behind a login or a target's key on screen; an empty function leaves it as it is.
struct Names
{
    std::function<QString(const QString &login)> person = {};
    std::function<QString(const QString &key)> target = {};
    /// Empty: those every team begins with are named, others stay codes.
    std::function<QString(const QString &code)> position = {};
};

/// A code word and its English source text, marked with QT_TRANSLATE_NOOP for `context`.
struct Phrase
{
    QLatin1StringView code;
    const char *text;
};

[[nodiscard]] const char *find(std::span<const Phrase> phrases, QStringView code);

/// The phrase of a code in the language that is on; a code nobody knows stays readable as itself.
[[nodiscard]] QString say(const char *context, std::span<const Phrase> phrases, QStringView code);

} // namespace watchroom::words
