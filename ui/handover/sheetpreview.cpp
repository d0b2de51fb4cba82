// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/sheetpreview.h"

#include "app/base/whendone.h"
#include "ui/sheets/handoverpaper.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMargin = 16;
constexpr int kWidest = 760; // px at a text factor of 1
} // namespace

SheetPreview::SheetPreview(const style::Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_thread(u"sheet preview"_s)
{
    setObjectName(u"sheetPreview"_s);
    setAccessibleName(tr("Handover sheet"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_column->setSpacing(kMargin);
    m_column->addStretch();
    setWidget(inside);
    for (QWidget *plain : {inside, viewport()})
        plain->setAutoFillBackground(false);
}

void SheetPreview::setSheet(
    const handover::HandoverSheet &sheet, const handover::SheetEnd &end, base::Instant now)
{
    m_sheet = sheet;
    m_end = end;
    m_now = now;
    draw();
}

void SheetPreview::clear()
{
    m_sheet.reset();
    show({});
}

void SheetPreview::draw()
{
    m_stale = m_drawing;
    const int room = std::min(m_theme.scaled(kWidest), viewport()->width() - 2 * kMargin);
    if (m_drawing || !m_sheet || room < 100)
        return;
    m_drawing = true;
    m_width = qRound(room * devicePixelRatioF());
    const auto work = [sheet = *m_sheet, end = m_end, now = m_now, width = m_width] {
        return sheets::pictureHandoverSheet(sheet, end, now, width);
    };
    base::whenDone(m_thread.run(work), this, [this](const QList<QImage> &pages) {
        m_drawing = false;
        if (m_stale)
            draw();
        else if (m_sheet)
            show(pages);
    });
}

void SheetPreview::show(const QList<QImage> &pages)
{
    while (m_pages.size() > pages.size())
        delete m_pages.takeLast();
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i == m_pages.size()) {
            auto *page = new QLabel(widget());
            m_pages.append(page);
            m_column->insertWidget(int(i), page, 0, Qt::AlignHCenter);
        }
        QPixmap picture = QPixmap::fromImage(pages[i]);
        picture.setDevicePixelRatio(devicePixelRatioF());
        static_cast<QLabel *>(m_pages[i])->setPixmap(picture);
        m_pages[i]->setAccessibleName(tr("Page %1 of %2").arg(i + 1).arg(pages.size()));
    }
    Q_EMIT shown();
}

void SheetPreview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int room = std::min(m_theme.scaled(kWidest), viewport()->width() - 2 * kMargin);
    if (qRound(room * devicePixelRatioF()) != m_width)
        draw();
}

void SheetPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Handover sheet"));
        draw();
    }
    QScrollArea::changeEvent(event);
}

} // namespace watchroom::ui
