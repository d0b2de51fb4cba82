// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/entrytext.h"

#include "app/incidents/directory.h"
#include "app/incidents/timelinemodel.h"
#include "app/words/entries.h"

namespace watchroom::ui {

QString entryText(const incidents::Entry &entry, const incidents::Directory &directory)
{
    const words::Names names{
        .person = [&directory](const QString &login) { return directory.personName(login); },
        .target = [&directory](const QString &key) { return directory.targetName(key); }};
    const QString said = words::entrySentence(entry.code, entry.params, names, entry.author);
    if (said.isEmpty() || entry.text.isEmpty())
        return said + entry.text;
    return said + u' ' + entry.text;
}

} // namespace watchroom::ui
