// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/knowledge/folderdialog.h"

namespace watchroom::ui {

/// Writes every published article into a folder and says what became of it. UI thread.
class FolderExportDialog final : public FolderDialog
{
    Q_OBJECT

public:
    FolderExportDialog(const style::Theme &theme, QWidget &window,
        knowledge::FolderTransfer &transfer, const QString &path);

private:
    void write();
    void showReport(const knowledge::ExportReport &report);
};

} // namespace watchroom::ui
