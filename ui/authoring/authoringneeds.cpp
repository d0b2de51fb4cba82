// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/authoringneeds.h"

#include "app/incidents/directory.h"

namespace watchroom::ui {

bool maintains(const AuthoringNeeds &needs, const knowledge::Article &article)
{
    const QString login = needs.writer.login();
    return article.maintainedBy(login) || needs.directory.isSenior(login);
}

} // namespace watchroom::ui
