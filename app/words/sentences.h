// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words/phrases.h"

#include <span>

namespace watchroom::words {

// The English source of every error sentence, in the translation context "error". Each says what
// is wrong, then what to do next.

[[nodiscard]] std::span<const Phrase> ruleSentences(); ///< the rules and the authority's answers
[[nodiscard]] std::span<const Phrase> systemSentences(); ///< server, workspace, sources
[[nodiscard]] std::span<const Phrase> serverSentences(); ///< looking after the server, rules files
[[nodiscard]] std::span<const Phrase> secretSentences(); ///< team secrets
[[nodiscard]] std::span<const Phrase> articleSentences();
[[nodiscard]] std::span<const Phrase> kindSentences(); ///< one for each Error::Kind, by its name

} // namespace watchroom::words
