// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/handover/sheetend.h"

#include <QImage>
#include <QScrollArea>

class QVBoxLayout;

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// The pages of a sheet as they will be printed, drawn on a thread of its own. UI thread.
class SheetPreview final : public QScrollArea
{
    Q_OBJECT

public:
    explicit SheetPreview(const style::Theme &theme, QWidget *parent = nullptr);

    void setSheet(
        const handover::HandoverSheet &sheet, const handover::SheetEnd &end, base::Instant now);
    void clear();
    [[nodiscard]] int pageCount() const { return int(m_pages.size()); }

Q_SIGNALS:
    void shown(); ///< what was set last is in sight

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void show(const QList<QImage> &pages);

    const style::Theme &m_theme;
    QVBoxLayout *m_column;
    QList<QWidget *> m_pages;
    std::optional<handover::HandoverSheet> m_sheet;
    handover::SheetEnd m_end;
    base::Instant m_now;
    int m_width = 0; ///< of the pages that are shown or drawn, device pixels
    bool m_drawing = false;
    bool m_stale = false;
    base::WorkerThread m_thread;
};

} // namespace watchroom::ui
