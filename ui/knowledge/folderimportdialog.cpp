// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/folderimportdialog.h"

#include "app/base/whendone.h"

#include <QDir>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::FolderTransfer;
using knowledge::ImportedArticle;
using knowledge::ImportReport;
using Outcome = ImportedArticle::Outcome;

FolderImportDialog::FolderImportDialog(
    const style::Theme &theme, QWidget &window, FolderTransfer &transfer, const QString &path)
    : FolderDialog(theme, window, tr("Import a folder of articles"),
        {.name = u"import"_s, .text = tr("Import")}, transfer, path)
{
    setObjectName(u"articleImport"_s);
    connect(this, &ActionDialog::acted, this, &FolderImportDialog::save);
    connect(&transfer, &FolderTransfer::progressed, this, [this](qsizetype done) {
        if (m_saving)
            setSummary(tr("Saving %1 of %2…")
                           .arg(QString::number(done + 1), QString::number(m_plan->plan.size())));
    });
    setBusy(tr("The folder is being read…"));
    base::whenDone(transfer.look(path), this, [this](const Result<FolderTransfer::Plan> &plan) {
        if (plan)
            showPlan(*plan);
        else
            setError(plan.error());
    });
}

void FolderImportDialog::showPlan(const FolderTransfer::Plan &plan)
{
    m_plan = plan;
    const auto count = [&plan](Outcome outcome) {
        return int(std::ranges::count(plan->plan, outcome, &ImportedArticle::outcome));
    };
    const int fresh = count(Outcome::New);
    const int changed = count(Outcome::Changed);
    setSummary(
        plan->plan.isEmpty() ? tr(
            "There are no Markdown files (*.md) here. Choose the folder that holds the articles.")
                             : tr("%1 new, %2 changed, %3 as they are, %4 refused")
                                   .arg(QString::number(fresh), QString::number(changed),
                                       QString::number(count(Outcome::Unchanged)),
                                       QString::number(count(Outcome::Refused))));
    for (const ImportedArticle &one : plan->plan)
        if (one.outcome == Outcome::Refused)
            addFaults(one.file, tr("Refused"), one.faults);
    addNotes();
    for (const ImportedArticle &one : plan->plan) {
        if (one.outcome == Outcome::New)
            addRow(one.file, tr("New"), one.meta.title);
        else if (one.outcome == Outcome::Changed)
            addRow(one.file, one.newText ? tr("Changed") : tr("Settings changed"), one.meta.title);
    }
    setReady(fresh + changed > 0);
}

void FolderImportDialog::addNotes()
{
    for (const ImportedArticle &one : m_plan->plan)
        addFaults(one.file, tr("Please check"), one.notes);
}

void FolderImportDialog::save()
{
    m_saving = true;
    setBusy(tr("Saving…"));
    const QString reason = tr("Imported from %1").arg(QDir(path()).dirName());
    base::whenDone(
        transfer().take(m_plan, reason), this, [this](const Result<ImportReport> &report) {
            m_saving = false;
            if (report)
                showReport(*report);
            else
                setError(report.error());
        });
}

void FolderImportDialog::showReport(const ImportReport &report)
{
    QString sentence =
        tr("Imported: %1 new, %2 changed, %3 as they were, %4 refused")
            .arg(QString::number(report.taken), QString::number(report.changed),
                QString::number(report.unchanged), QString::number(report.refused.size()));
    if (report.waiting > 0)
        sentence += u" · "_s + tr("%n of them wait for a review", nullptr, report.waiting);
    Q_EMIT imported(sentence);
    clearRows();
    for (const ImportedArticle &one : report.refused)
        addFaults(one.file, tr("Refused"), one.faults);
    addNotes();
    setSummary(sentence);
    setReady(false);
}

} // namespace watchroom::ui
