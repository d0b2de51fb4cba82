// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/knowledge/folderdialog.h"

namespace watchroom::ui {

/// What a folder of articles would change, before anything is saved; then what became of it. UI
/// thread.
class FolderImportDialog final : public FolderDialog
{
    Q_OBJECT

public:
    FolderImportDialog(const style::Theme &theme, QWidget &window,
        knowledge::FolderTransfer &transfer, const QString &path);

Q_SIGNALS:
    void imported(const QString &sentence);

private:
    void showPlan(const knowledge::FolderTransfer::Plan &plan);
    void save();
    void showReport(const knowledge::ImportReport &report);
    void addNotes();

    knowledge::FolderTransfer::Plan m_plan;
    bool m_saving = false;
};

} // namespace watchroom::ui
