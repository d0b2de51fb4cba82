// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/words/phrases.h"

#include <QString>
#include <QStringView>

namespace watchroom::words {

/// What a person reads when something could not be done: what is wrong, and the next step. Made
/// from the code; a code nobody knows gets the sentence of its kind with the code in brackets.
[[nodiscard]] QString errorSentence(const base::Error &error, const Names &names = {});

/// The same for a code alone (an operation's result, a gate that is shut).
[[nodiscard]] QString codeSentence(
    QStringView code, const QJsonObject &params = {}, const Names &names = {});

/// True when there is a sentence of its own for this code.
[[nodiscard]] bool hasSentence(QStringView code);

} // namespace watchroom::words
