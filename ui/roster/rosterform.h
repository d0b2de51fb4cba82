// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostereffect.h"
#include "ui/forms/formdialog.h"
#include "ui/roster/rosterneeds.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace watchroom::ui {

class EffectBox;

/// A form that changes the roster: it says what the change would do before it is saved, whenever a
/// field or the roster changes. Times are by the wall clock of the team's zone. UI thread.
class RosterForm : public FormDialog
{
    Q_OBJECT

protected:
    RosterForm(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const QString &heading, const QString &save);

    // Fields; a change of one shows the effect anew.
    /// Nobody is chosen where the login is empty.
    [[nodiscard]] QComboBox *makePeople(const QString &name, const QString &login);
    [[nodiscard]] QComboBox *makePositions(const QString &name, const QString &code);
    [[nodiscard]] QDateTimeEdit *makeTime(const QString &name, base::Instant at);
    [[nodiscard]] QLineEdit *makeReason(const QString &reason = {});
    [[nodiscard]] base::Instant timeIn(const QDateTimeEdit &field) const;

    /// The last row.
    void addEffect();
    void showEffect();
    [[nodiscard]] virtual roster::RosterEffect effect() const = 0;
    /// What the effect's words are made with; a form may know names that are not saved yet.
    [[nodiscard]] virtual words::Names names() const { return m_needs.names(); }
    /// What else is to be known; may be empty.
    [[nodiscard]] virtual QString remark() const { return {}; }
    [[nodiscard]] const RosterNeeds &needs() const { return m_needs; }

private:
    RosterNeeds m_needs;
    EffectBox *m_effect;
};

} // namespace watchroom::ui
