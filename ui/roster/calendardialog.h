// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/rosterneeds.h"
#include "ui/widgets/actiondialog.h"

class QComboBox;
class QDateEdit;

namespace watchroom::ui {

/// Whose shifts of which days go into a calendar file. UI thread.
class CalendarDialog final : public widgets::ActionDialog
{
    Q_OBJECT

public:
    CalendarDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs);

Q_SIGNALS:
    /// The file's content; where it goes is asked next.
    void chosen(const QByteArray &calendar);

private:
    [[nodiscard]] QByteArray calendar() const;
    void addRow(const QString &label, QWidget *field);

    RosterNeeds m_needs;
    QComboBox *m_person;
    QDateEdit *m_from;
    QDateEdit *m_until;
};

} // namespace watchroom::ui
