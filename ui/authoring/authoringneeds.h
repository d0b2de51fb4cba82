// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlewriter.h"
#include "app/knowledge/drafts.h"
#include "app/knowledge/library.h"

namespace watchroom::incidents {
class Directory;
}

namespace watchroom::ui {

/// What the screens of writing work with; all of it outlives them.
struct AuthoringNeeds
{
    knowledge::Library &library;
    knowledge::ArticleWriter &writer;
    knowledge::Drafts &drafts;
    const incidents::Directory &directory;
    const base::Clock &clock;
};

/// Answers for it by the rules: owner, deputy, a lead; what nobody owns is everybody's.
[[nodiscard]] bool maintains(const AuthoringNeeds &needs, const knowledge::Article &article);

/// Why the draft was not taken when it was handed on; empty: it was not handed on, or is again.
[[nodiscard]] QString refusalSentence(
    const incidents::Directory &directory, const knowledge::ArticleDraft &draft);

} // namespace watchroom::ui
