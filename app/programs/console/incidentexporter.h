// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/workerthread.h"
#include "app/exports/incidentfile.h"
#include "app/store/store.h"
#include "ui/incidents/inspector.h"

#include <QObject>

namespace watchroom::programs {

/// Writes incidents to files beside the screen: read on the reader's thread, written on one of its
/// own, so that a long record or a slow disk holds up neither board nor buttons. UI thread.
class IncidentExporter : public QObject
{
    Q_OBJECT

public:
    IncidentExporter(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);
    /// Finishes what is being written.
    ~IncidentExporter() override;

    /// `english`: which name of a place a PDF shows.
    void write(const QUuid &incident, ui::ExportFormat format, const QString &path, bool english);

    /// "incident-128.pdf": what the dialog proposes.
    [[nodiscard]] static QString fileName(const QString &reference, ui::ExportFormat format);

Q_SIGNALS:
    void began();
    /// `brokenAt`: the first entry of the record that is not whole; 0: it is whole.
    void written(const QString &path, qint64 brokenAt);
    void failed(const watchroom::base::Error &error);

private:
    void writeFile(const exports::IncidentFile &file, ui::ExportFormat format, const QString &path,
        bool english);

    store::Store &m_store;
    const base::Clock &m_clock;
    base::WorkerThread m_thread;
};

} // namespace watchroom::programs
