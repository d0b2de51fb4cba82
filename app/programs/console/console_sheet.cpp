// SPDX-License-Identifier: GPL-3.0-or-later
// What the handover's sheet needs of this console: sources, metrics, the server, files.
#include "app/base/whendone.h"
#include "app/domain/attachment.h"
#include "app/programs/console/console.h"
#include "app/programs/console/handoverprinter.h"
#include "app/quality/targetfiltermodel.h"
#include "ui/incidents/attachmentdialog.h"
#include "ui/incidents/pictures.h"
#include "ui/quality/qualitypage.h"
#include "ui/quality/targetdelegate.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"

#include <QFileDialog>

#include <algorithm>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Result;
using quality::TargetsModel;

QList<handover::SheetSource> Console::sheetSources() const
{
    if (m_source.key.isEmpty())
        return {};
    handover::SheetSource source{.name = m_source.key,
        .state = !m_source.answering ? u"down"_s
            : m_sourceProblem        ? u"no_data"_s
                                     : u"ok"_s};
    if (m_source.lastAnswer > 0)
        source.since = base::Instant(std::chrono::milliseconds(m_source.lastAnswer));
    return {source};
}

std::optional<base::Instant> Console::awaySince() const
{
    const auto *sync = m_core->sync();
    if (!sync || sync->status().state != sync::SyncStatus::State::Offline)
        return std::nullopt;
    return sync->status().lastContact.value_or(sync->status().since);
}

void Console::savePdf(const QUuid &handover)
{
    const auto &past = m_core->handover().past();
    const auto found = std::ranges::find(past, handover, &handover::PastHandover::id);
    const auto &state = m_core->handover().state();
    const QString label = found != past.end() ? found->label
        : state && state->id == handover      ? state->label
                                              : QString();
    auto *dialog = new QFileDialog(
        m_window.get(), tr("Save the handover sheet"), m_exportFolder, tr("PDF (*.pdf)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(HandoverPrinter::fileName(label));
    connect(dialog, &QFileDialog::fileSelected, this, [this, handover](const QString &path) {
        m_exportFolder = QFileInfo(path).absolutePath();
        m_printer->writePdf(handover, path);
    });
    dialog->open();
}

QList<std::pair<QString, QString>> Console::measuredPlaces() const
{
    QList<std::pair<QString, QString>> places;
    const auto &targets = m_qualityPage->targets();
    const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
        for (int row = 0; row < targets.rowCount(parent); ++row) {
            const QModelIndex index = targets.index(row, 0, parent);
            places.append({index.data(TargetsModel::KeyRole).toString(),
                index.data(Qt::DisplayRole).toString()});
            walk(index);
        }
    };
    walk({});
    return places;
}

// Red and yellow are failures; what is not heard of is not checked, never normal.
handover::SheetSystem Console::systemReading(const QModelIndex &place) const
{
    handover::SheetSystem reading{.key = place.data(TargetsModel::KeyRole).toString(),
        .name = place.data(Qt::DisplayRole).toString(),
        .result = u"unchecked"_s,
        .seen = ui::targetStanding(place)};
    const auto counts = place.data(TargetsModel::CountsRole).value<QList<int>>();
    const bool heard = m_source.answering && m_source.lastAnswer > 0
        && place.data(TargetsModel::NoDataCountRole).toInt() == 0
        && (quality::isMeasured(place)
            || !quality::measuredTargets(m_qualityPage->targets(), place).isEmpty());
    const bool failed = counts.value(0) + counts.value(1) > 0;
    if (!heard && !failed)
        return reading;
    reading.result = failed ? u"failed"_s : u"ok"_s;
    reading.at = std::min(
        m_core->clock().now(), base::Instant(std::chrono::milliseconds(m_source.lastAnswer)));
    return reading;
}

void Console::readSystems()
{
    auto &book = m_core->handover();
    if (!book.state() || !book.state()->isLive())
        return;
    QList<handover::SheetSystem> readings;
    for (const handover::SheetSystem &system : book.state()->systems) {
        const QModelIndex place = m_qualityPage->targets().indexOf(system.key);
        if (place.isValid())
            readings.append(systemReading(place));
    }
    book.setReadings(readings);
}

void Console::showPhotograph(const QUuid &entry)
{
    using Found = QList<domain::Attachment>;
    const auto read = [entry](store::Reader &reader) -> Result<Found> {
        const auto row = reader.row(u"log_entry"_s, entry);
        if (!row)
            return tl::unexpected(row.error());
        return *row ? domain::attachments((*row)->value("blobs"_L1)) : Found();
    };
    base::whenDone(m_core->store().read<Found>(read), this, [this](const Result<Found> &found) {
        if (!found) {
            tell(found.error());
            return;
        }
        if (found->isEmpty()) { // the row came, its entry is on the way
            m_window->status().setMessage(tr("The photograph is not here yet"));
            return;
        }
        auto *pictures = new ui::Pictures(m_core->attachments(), this);
        auto *dialog =
            new ui::AttachmentDialog(m_theme, *m_window, *pictures, m_core->attachments(), *found);
        connect(dialog, &ui::AttachmentDialog::failed, this, &Console::tell);
        connect(dialog, &QObject::destroyed, pictures, &QObject::deleteLater);
        dialog->open();
    });
}

} // namespace watchroom::programs
