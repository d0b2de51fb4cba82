// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/workcommands.h"
#include "ui/forms/formdialog.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// Ended with the first failure, else with the last that was saved; each change stands by itself.
[[nodiscard]] store::SavedFuture allOf(const QList<store::SavedFuture> &changes);
/// "#131 换备用线路", or "3 tickets".
[[nodiscard]] QString headingOf(const QList<tickets::Work> &works);

/// Whom work is offered to; it stays where it is until they accept. UI thread.
class OfferDialog : public FormDialog
{
    Q_OBJECT

public:
    OfferDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
        const incidents::Directory &directory, const QList<tickets::Work> &works);

protected:
    void submit() override;

private:
    tickets::WorkCommands &m_commands;
    QList<tickets::Work> m_works;
    QComboBox *m_to;
};

/// What is next, by when, and what if it does not work. UI thread.
class PlanDialog : public FormDialog
{
    Q_OBJECT

public:
    PlanDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
        const base::Clock &clock, const tickets::Work &work);

protected:
    void submit() override;

private:
    tickets::WorkCommands &m_commands;
    tickets::Work m_work;
    QLineEdit *m_next;
    QCheckBox *m_timed;
    QDateTimeEdit *m_due;
    QLineEdit *m_contingency;
};

/// What it is about: title, level, detail, and of a ticket its link. UI thread.
class TextDialog : public FormDialog
{
    Q_OBJECT

public:
    TextDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
        const tickets::Work &work);

protected:
    void submit() override;

private:
    tickets::WorkCommands &m_commands;
    tickets::Work m_work;
    QLineEdit *m_title;
    widgets::SegmentedControl *m_level;
    QPlainTextEdit *m_detail;
    QLineEdit *m_url = nullptr; ///< of a ticket
};

/// Done, or dropped with a word why. UI thread.
class EndDialog : public FormDialog
{
    Q_OBJECT

public:
    EndDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
        const QList<tickets::Work> &works);

protected:
    void submit() override;

private:
    tickets::WorkCommands &m_commands;
    QList<tickets::Work> m_works;
    widgets::SegmentedControl *m_state;
    QLineEdit *m_outcome;
};

/// Whom a ticket waits for. UI thread.
class WorkWaitDialog : public FormDialog
{
    Q_OBJECT

public:
    WorkWaitDialog(const style::Theme &theme, QWidget &window, tickets::WorkCommands &commands,
        const tickets::Work &ticket);

protected:
    void submit() override;

private:
    tickets::WorkCommands &m_commands;
    QUuid m_id;
    QLineEdit *m_whom;
};

} // namespace watchroom::ui
