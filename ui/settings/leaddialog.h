// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/widgets/actiondialog.h"

#include <functional>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace watchroom::ui {

/// Asks for the lead's own password, because what it is about is done at the server, over a
/// connection of their own, now. It stays until the server said yes; the password is kept nowhere.
/// UI thread.
class LeadDialog : public widgets::ActionDialog
{
    Q_OBJECT

public:
    using Answer = std::function<void(const base::Result<> &)>;
    /// Asks the server; calls back on the UI thread.
    using Ask = std::function<void(const QString &password, const Answer &answer)>;
    struct Words
    {
        QString heading;
        QString text; ///< what follows from it; empty: nothing is said
        Act act;
    };

    /// `person`: whose password, as a name.
    LeadDialog(const style::Theme &theme, QWidget &window, const Words &words,
        const QString &person, Ask ask, int width = 480);

protected:
    void keyPressEvent(QKeyEvent *event) override;

    /// A labelled row above the password.
    void addRow(const QString &label, QWidget *field);
    QLineEdit *makeField(const QString &name, const QString &label);
    /// What is wrong before anything is asked; empty: nothing.
    [[nodiscard]] virtual QString problem() const { return {}; }
    void submit();
    void complain(const QString &sentence);

private:
    void place(int row, const QString &label, QWidget *field);
    void answered(const base::Result<> &answer);

    Ask m_ask;
    QGridLayout *m_rows;
    int m_count = 0; ///< rows above the password
    QLineEdit *m_password;
    QLabel *m_complaint;
};

} // namespace watchroom::ui
