// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/folderexportdialog.h"

#include "app/base/whendone.h"

#include <QDir>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::ExportReport;
using knowledge::FolderTransfer;

FolderExportDialog::FolderExportDialog(
    const style::Theme &theme, QWidget &window, FolderTransfer &transfer, const QString &path)
    : FolderDialog(theme, window, tr("Export the articles"),
        {.name = u"export"_s, .text = tr("Export")}, transfer, path)
{
    setObjectName(u"articleExport"_s);
    connect(this, &ActionDialog::acted, this, &FolderExportDialog::write);
    connect(&transfer, &FolderTransfer::progressed, this, [this](qsizetype done) {
        if (!actButton().isEnabled())
            setSummary(tr("Written: %1…").arg(done));
    });
    setSummary(QDir(path).isEmpty()
            ? tr("Every published article is written there with its images, so that importing the "
                 "folder changes nothing.")
            : tr("The folder is not empty: files of the same names are written over."));
    setReady(true);
}

void FolderExportDialog::write()
{
    setBusy(tr("Writing…"));
    base::whenDone(transfer().write(path()), this, [this](const Result<ExportReport> &report) {
        if (report)
            showReport(*report);
        else
            setError(report.error());
    });
}

void FolderExportDialog::showReport(const ExportReport &report)
{
    setSummary(report.faults.isEmpty()
            ? tr("%n article(s) written", nullptr, report.written)
            : tr("%1 written, %2 not: see why")
                  .arg(QString::number(report.written), QString::number(report.faults.size())));
    for (const articles::Fault &fault : report.faults)
        addFaults(fault.params.value("file"_L1).toString(), tr("Not written"), {fault});
    setReady(false);
}

} // namespace watchroom::ui
