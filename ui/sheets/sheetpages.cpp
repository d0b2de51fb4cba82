// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/sheetpages.h"

#include "ui/sheets/pageslices.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QTextDocument>

#include <cmath>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr double kInch = 25.4; // mm
constexpr double kMargin = 16; // mm, left and right: room for the holes of a file
constexpr double kVerticalMargin = 12; // mm
constexpr double kFootGap = 3; // mm between the text and the foot
constexpr double kFootPoints = 7;
constexpr double kCornerPoints = 9;

double onPaper(double length)
{
    return length * kPaperResolution / kInch;
}

class PageFoot
{
public:
    PageFoot(QPainter &painter, const Foot &foot, const QSizeF &page)
        : m_painter(painter)
        , m_foot(foot)
        , m_page(page)
        , m_line(QFontMetricsF(paperFont(kFootPoints), painter.device()).lineSpacing())
    {
    }

    [[nodiscard]] double height() const
    {
        return onPaper(kFootGap) + m_line * double(m_foot.lines.size() + 1);
    }

    void draw(int page, int pages) const
    {
        const QString number =
            QCoreApplication::translate("sheet", "Page %1 of %2").arg(page).arg(pages);
        drawFoot(number);
        if (page > 1 || m_foot.corner.isEmpty())
            return;
        m_painter.setFont(paperFont(kCornerPoints));
        m_painter.drawText(QRectF(0, 0, m_page.width(), onPaper(kCornerLine)),
            Qt::AlignRight | Qt::AlignVCenter, m_foot.corner + u"   "_s + number);
    }

private:
    void drawFoot(const QString &number) const
    {
        const QColor quiet(0x3f, 0x49, 0x52);
        const double top = m_page.height() - height() + onPaper(kFootGap);
        m_painter.setPen(QPen(quiet, onPaper(0.1)));
        const double rule = top - onPaper(1);
        m_painter.drawLine(QPointF(0, rule), QPointF(m_page.width(), rule));
        m_painter.setFont(paperFont(kFootPoints));
        QRectF row(0, top, m_page.width(), m_line);
        m_painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, number);
        const QFontMetricsF metrics(m_painter.font(), m_painter.device());
        const double room = row.width() - metrics.horizontalAdvance(number) - onPaper(4);
        m_painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(m_foot.left, Qt::ElideRight, room));
        for (const QString &line : m_foot.lines) {
            row.translate(0, m_line);
            m_painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line);
        }
    }

    QPainter &m_painter;
    const Foot &m_foot;
    QSizeF m_page;
    double m_line;
};

/// Draws a part of the document with its top at `y` of the page.
void drawPart(QPainter &painter, const QTextDocument &document, const QRectF &part, double y)
{
    painter.save();
    painter.translate(0, y - part.top());
    painter.setClipRect(part);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part.adjusted(0, 1, 0, -1); // what only touches it is drawn elsewhere
    context.palette.setColor(QPalette::Text, Qt::black);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void drawPage(QPainter &painter, const QTextDocument &document, const PageSlice &page, double width)
{
    if (!page.head.isEmpty())
        drawPart(painter, document, page.head, 0);
    drawPart(
        painter, document, QRectF(0, page.top, width, page.bottom - page.top), page.head.height());
}

void setUp(QPagedPaintDevice &paper)
{
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setPageMargins(
        QMarginsF(kMargin, kVerticalMargin, kMargin, kVerticalMargin), QPageLayout::Millimeter);
}

/// A document laid out on pages with their feet.
class Pages
{
public:
    /// `painter` is active on `paper`.
    Pages(QPagedPaintDevice &paper, QPainter &painter, const Foot &foot,
        const std::function<void(QTextDocument &)> &fill)
        : m_page(paper.width(), paper.height())
        , m_foot(foot)
    {
        m_document.setUndoRedoEnabled(false);
        m_document.setDocumentMargin(0);
        m_document.setDefaultFont(paperFont(9));
        m_document.documentLayout()->setPaintDevice(&paper);
        m_document.setTextWidth(m_page.width());
        fill(m_document);
        const PageFoot feet(painter, m_foot, m_page);
        m_slices = pageSlices(m_document, m_page.height() - feet.height());
    }

    [[nodiscard]] int count() const { return int(m_slices.size()); }
    void draw(QPainter &painter, int page) const
    {
        drawPage(painter, m_document, m_slices[page], m_page.width());
        PageFoot(painter, m_foot, m_page).draw(page + 1, count());
    }

private:
    QSizeF m_page;
    const Foot &m_foot;
    QTextDocument m_document;
    QList<PageSlice> m_slices;
};

} // namespace

QFont paperFont(double points, bool bold)
{
    QFont font;
    font.setFamilies({u"WenQuanYi Micro Hei"_s, u"Noto Sans CJK SC"_s});
    font.setPointSizeF(points);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double millimetres(double length)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return length * (screen ? std::round(screen->logicalDotsPerInchY()) : 96) / kInch;
}

base::Result<> writePages(QIODevice &to, const QString &title, const Foot &foot,
    const std::function<void(QTextDocument &)> &fill)
{
    QPdfWriter pdf(&to);
    pdf.setResolution(kPaperResolution);
    pdf.setTitle(title);
    pdf.setCreator(u"Watchroom " WATCHROOM_VERSION ""_s);
    return drawPages(pdf, foot, fill);
}

base::Result<> drawPages(
    QPagedPaintDevice &paper, const Foot &foot, const std::function<void(QTextDocument &)> &fill)
{
    setUp(paper);
    QPainter painter;
    if (!painter.begin(&paper))
        return base::failure(
            base::Error::Kind::Internal, u"no page could be begun"_s, u"export_failed"_s);
    const Pages pages(paper, painter, foot, fill);
    for (int n = 0; n < pages.count(); ++n) {
        if (n > 0 && !paper.newPage())
            return base::failure(
                base::Error::Kind::Internal, u"a page could not be begun"_s, u"export_failed"_s);
        pages.draw(painter, n);
    }
    painter.end();
    return {};
}

// Laid out as on paper, then drawn smaller: the same lines on the same pages.
QList<QImage> picturePages(
    int width, const Foot &foot, const std::function<void(QTextDocument &)> &fill)
{
    QBuffer nowhere;
    nowhere.open(QIODevice::WriteOnly);
    QPdfWriter paper(&nowhere);
    paper.setResolution(kPaperResolution);
    setUp(paper);
    QPainter measuring;
    if (!measuring.begin(&paper))
        return {};
    const Pages pages(paper, measuring, foot, fill);
    const QRect sheet = paper.pageLayout().fullRectPixels(kPaperResolution);
    const double scale = double(width) / sheet.width();
    QList<QImage> pictures;
    for (int n = 0; n < pages.count(); ++n) {
        QImage picture(width, qRound(sheet.height() * scale), QImage::Format_RGB32);
        picture.setDotsPerMeterX(qRound(kPaperResolution * 1000 / kInch)); // points as on paper
        picture.setDotsPerMeterY(picture.dotsPerMeterX());
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHints(
            QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(scale, scale);
        painter.translate(onPaper(kMargin), onPaper(kVerticalMargin));
        pages.draw(painter, n);
        pictures.append(picture);
    }
    return pictures;
}

} // namespace watchroom::sheets
