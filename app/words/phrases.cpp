// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchroom::words {

const char *find(std::span<const Phrase> phrases, QStringView code)
{
    const auto found =
        std::ranges::find_if(phrases, [code](const Phrase &phrase) { return phrase.code == code; });
    return found == phrases.end() ? nullptr : found->text;
}

QString say(const char *context, std::span<const Phrase> phrases, QStringView code)
{
    const char *text = find(phrases, code);
    return text ? QCoreApplication::translate(context, text) : code.toString();
}

} // namespace watchroom::words
