// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/authoringneeds.h"

#include "app/incidents/directory.h"
#include "app/words/errors.h"

namespace watchroom::ui {

bool maintains(const AuthoringNeeds &needs, const knowledge::Article &article)
{
    const QString login = needs.writer.login();
    return article.maintainedBy(login) || needs.directory.isSenior(login);
}

QString refusalSentence(const incidents::Directory &directory, const knowledge::ArticleDraft &draft)
{
    if (!draft.refusal)
        return {};
    return words::codeSentence(draft.refusal->code, draft.refusal->params,
        {.person = [&directory](const QString &login) { return directory.personName(login); }});
}

} // namespace watchroom::ui
