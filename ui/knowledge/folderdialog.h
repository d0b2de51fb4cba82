// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/fault.h"
#include "app/base/result.h"
#include "app/knowledge/foldertransfer.h"
#include "ui/widgets/actiondialog.h"

class QLabel;
class QTableWidget;

namespace watchroom::ui {

/// What becomes of a folder of articles: a sentence, and the files of which something is to be
/// said. Closing it ends what is under way. UI thread.
class FolderDialog : public widgets::ActionDialog
{
    Q_OBJECT

protected:
    FolderDialog(const style::Theme &theme, QWidget &window, const QString &heading, const Act &act,
        knowledge::FolderTransfer &transfer, const QString &path);

    [[nodiscard]] knowledge::FolderTransfer &transfer() const { return m_transfer; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Something is under way: only cancelling is possible.
    void setBusy(const QString &sentence);
    void setSummary(const QString &sentence);
    /// It did not work: why, and what to do.
    void setError(const base::Error &error);
    void clearRows();
    void addRow(const QString &file, const QString &what, const QString &detail);
    void addFaults(const QString &file, const QString &what, const articles::Faults &faults);
    /// Shows the rows, the act and whether there is anything left for it.
    void setReady(bool canAct);

private:
    knowledge::FolderTransfer &m_transfer;
    const QString m_path;
    QLabel *m_summary;
    QTableWidget *m_rows;
};

} // namespace watchroom::ui
