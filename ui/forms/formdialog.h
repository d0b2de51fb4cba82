// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"
#include "ui/widgets/actiondialog.h"

class QLabel;
class QVBoxLayout;

namespace watchroom::ui {

/// A small modal form: heading, rows, what went wrong, cancel and save. It closes only when what it
/// saves is saved; a refusal stays on it as a sentence. UI thread.
class FormDialog : public widgets::ActionDialog
{
    Q_OBJECT

public:
    FormDialog(
        const style::Theme &theme, QWidget &window, const QString &heading, const QString &save);

protected:
    /// Adds a label and its field; the label is the field's buddy and accessible name. An empty
    /// label: a field with words of its own, such as a check box.
    void addRow(const QString &label, QWidget *field);
    struct Field
    {
        QString label;
        QWidget *field;
        int stretch = 1;
    };
    /// Several of them side by side.
    void addRow(const QList<Field> &fields);
    [[nodiscard]] int contentWidth() const; ///< px
    /// Asks `what` to be saved; the dialog closes when it is.
    void save(const store::SavedFuture &what);
    /// Shows a sentence under the rows; empty hides it.
    void complain(const QString &sentence);
    /// The save button or Enter was pressed.
    virtual void submit() = 0;

    void keyPressEvent(QKeyEvent *event) override;

private:
    void addField(QVBoxLayout &rows, const QString &label, QWidget *field);

    QVBoxLayout *m_rows;
    QLabel *m_complaint;
    QWidget *m_lastField = nullptr;
};

} // namespace watchroom::ui
