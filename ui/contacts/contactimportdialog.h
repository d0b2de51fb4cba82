// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactbook.h"
#include "app/contacts/contactimport.h"
#include "ui/widgets/actiondialog.h"

class QLabel;
class QTableWidget;

namespace watchroom::incidents {
class Directory;
}

namespace watchroom::ui {

/// What a file of contacts would change, before anything is saved: who is new, who is changed, and
/// what was not taken, with its line. One press saves. UI thread.
class ContactImportDialog final : public widgets::ActionDialog
{
    Q_OBJECT

public:
    /// `source`: the file's name.
    ContactImportDialog(const style::Theme &theme, QWidget &window, contacts::ContactBook &book,
        contacts::ContactCommands &commands, const incidents::Directory &directory,
        const QString &source, const contacts::ContactFile &file);

Q_SIGNALS:
    void imported(const QString &sentence);

private:
    void plan();
    void showPlan();
    void addRow(const QString &line, const QString &what, const QString &name, const QString &why);
    void save();

    contacts::ContactBook &m_book;
    contacts::ContactCommands &m_commands;
    const incidents::Directory &m_directory;
    contacts::ContactFile m_file;
    contacts::ContactImport m_import;
    bool m_saving = false;
    QLabel *m_summary;
    QTableWidget *m_rows;
    QLabel *m_complaint;
};

} // namespace watchroom::ui
