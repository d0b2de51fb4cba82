// SPDX-License-Identifier: GPL-3.0-or-later
// An incident as a file: where to, and what became of it.
#include "app/programs/console/console.h"
#include "app/programs/console/incidentexporter.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using ui::ExportFormat;

void Console::buildExports()
{
    m_exporter = new IncidentExporter(m_core->store(), m_core->clock(), this);
    m_exportFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    connect(m_incidentsPage, &ui::IncidentsPage::exportAsked, this, &Console::chooseExport);
    connect(m_exporter, &IncidentExporter::began, this,
        [this] { m_window->status().setMessage(tr("Exporting…")); });
    connect(m_exporter, &IncidentExporter::failed, this, [this](const base::Error &error) {
        m_window->status().setMessage({});
        tell(error);
    });
    connect(
        m_exporter, &IncidentExporter::written, this, [this](const QString &path, qint64 brokenAt) {
            const QString shown = QDir::toNativeSeparators(path);
            m_window->status().setMessage(brokenAt == 0
                    ? tr("Saved as %1").arg(shown)
                    : tr("Saved as %1. The record here is not whole: see entry %2.")
                          .arg(shown)
                          .arg(brokenAt));
        });
}

void Console::chooseExport(const QUuid &incident, ExportFormat format)
{
    const incidents::Incident *shown = m_incidentsPage->inspector().shown();
    if (!shown || shown->id != incident)
        return;
    const bool pdf = format == ExportFormat::Pdf;
    auto *dialog = new QFileDialog(m_window.get(),
        pdf ? tr("Export %1 as PDF").arg(shown->reference())
            : tr("Export %1 as JSON").arg(shown->reference()),
        m_exportFolder, pdf ? tr("PDF (*.pdf)") : tr("JSON (*.json)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(pdf ? u"pdf"_s : u"json"_s);
    dialog->selectFile(IncidentExporter::fileName(shown->reference(), format));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, incident, format](const QString &path) {
            m_exportFolder = QFileInfo(path).absolutePath();
            m_exporter->write(incident, format, path, m_language.isEnglish());
        });
    dialog->open();
}

} // namespace watchroom::programs
