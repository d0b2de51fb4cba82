// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverneeds.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace watchroom::ui {

base::Result<handover::HandoverSheet> HandoverNeeds::sheet(
    const handover::HandoverState &state) const
{
    return handover::sheetOf(
        state, now(), {.zone = zone().id(), .sources = sources(), .asOf = awaySince()});
}

bool HandoverNeeds::isParty() const
{
    const QString login = me();
    const handover::HandoverState *shown = state();
    return shown && !login.isEmpty()
        && (shown->outgoingPeople.contains(login) || shown->incomingPeople.contains(login)
            || isSenior());
}

void setChoices(QComboBox &field, const QStringList &codes,
    const std::function<QString(const QString &code)> &naming, const QString &chosen)
{
    const QSignalBlocker quiet(field);
    bool same = field.count() == codes.size();
    for (int i = 0; same && i < field.count(); ++i)
        same = field.itemData(i).toString() == codes[i] && field.itemText(i) == naming(codes[i]);
    if (!same) {
        field.clear();
        for (const QString &code : codes)
            field.addItem(naming(code), code);
    }
    if (!same || field.currentData().toString() != chosen)
        field.setCurrentIndex(field.findData(chosen));
}

} // namespace watchroom::ui
