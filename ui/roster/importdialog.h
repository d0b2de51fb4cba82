// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/roster/rosterimport.h"
#include "ui/roster/rosterneeds.h"
#include "ui/widgets/actiondialog.h"

class QComboBox;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace watchroom::ui {

/// What a spreadsheet says, before anything is saved: the shifts that were understood, and what was
/// not, with its cells. One press saves the understood ones. UI thread.
class ImportDialog final : public widgets::ActionDialog
{
    Q_OBJECT

public:
    /// `source`: the file's name; `bytes`: what is in it.
    ImportDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const QString &source, const QByteArray &bytes);

    /// What is shown is not of the last answer or roster yet.
    [[nodiscard]] bool isReading() const { return m_reading; }

Q_SIGNALS:
    /// After the last one was saved; the day of the first shift.
    void imported(int shifts, const QDate &first);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QTableWidget *makeTable(const QString &name, const QStringList &heads);
    [[nodiscard]] QWidget *makeChoice(QComboBox &field, const QString &label);
    void fillChoices();
    /// What it says, worked out on a thread of its own; then show().
    void read();
    void show(const base::Result<roster::RosterImport> &import);
    void focusFirst();
    void showShifts();
    void showProblems();
    void save();
    void complain(const QString &sentence);

    RosterNeeds m_needs;
    QString m_source;
    QByteArray m_bytes;
    roster::RosterImport m_import;
    QList<roster::NewChange> m_left; ///< of what is being saved
    QComboBox *m_position; ///< of shifts that the sheet names none for
    QComboBox *m_month; ///< of days that the sheet names none for
    QWidget *m_positionRow;
    QWidget *m_monthRow;
    QLabel *m_summary;
    QTableWidget *m_shifts;
    QLabel *m_problemsHead;
    QTableWidget *m_problems;
    QLabel *m_complaint;
    QString m_refusal; ///< of what was saved last, told beside what is left
    bool m_reading = false;
    bool m_stale = false; ///< an answer or the roster changed while it was read
    bool m_shown = false;
    base::WorkerThread m_thread;
};

} // namespace watchroom::ui
