// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/workerthread.h"
#include "app/handover/handoverbook.h"

#include <QObject>

#include <functional>

class QPrinter;

namespace watchroom::programs {

/// Brings handover sheets to files and printers beside the screen: read on the reader's thread,
/// drawn on one of its own, so that no printer holds up a handover. UI thread.
class HandoverPrinter : public QObject
{
    Q_OBJECT

public:
    /// `sheetOf`: the frozen sheet, or what would be signed now.
    using SheetOf =
        std::function<base::Result<handover::HandoverSheet>(const handover::HandoverState &)>;
    HandoverPrinter(const handover::HandoverBook &book, const base::Clock &clock, SheetOf sheetOf,
        QObject *parent = nullptr);
    /// Finishes what is being drawn.
    ~HandoverPrinter() override;

    void writePdf(const QUuid &handover, const QString &path);
    void print(const QUuid &handover, const std::shared_ptr<QPrinter> &printer);

    /// "handover-A3-9.pdf": what the dialog proposes.
    [[nodiscard]] static QString fileName(const QString &label);

Q_SIGNALS:
    void written(const QString &path);
    void printed();
    void failed(const watchroom::base::Error &error);

private:
    struct Paper
    {
        handover::HandoverSheet sheet;
        handover::SheetEnd end;
        base::Instant now;
    };
    void prepare(const QUuid &handover, const std::function<void(const Paper &)> &then);

    const handover::HandoverBook &m_book;
    const base::Clock &m_clock;
    SheetOf m_sheetOf;
    base::WorkerThread m_thread;
};

} // namespace watchroom::programs
