// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/pageslices.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <ranges>

namespace watchroom::sheets {

namespace {

constexpr double kTouch = 0.5; // dots: what only touches a cut is not cut

struct Span
{
    double top;
    double bottom;
};

/// What is not to be cut, and the tables whose heads are shown again.
class Layout
{
public:
    explicit Layout(const QTextDocument &document);

    [[nodiscard]] double bottom() const { return m_bottom; }
    /// The lowest cut from `top` to `limit` through nothing that would fit on a page by itself.
    [[nodiscard]] double cut(double top, double limit) const;
    [[nodiscard]] QRectF headAt(double y) const;

private:
    struct Table
    {
        QRectF head;
        Span rows;
    };

    [[nodiscard]] QRectF rectOf(const QTextBlock &block) const
    {
        return m_layout.blockBoundingRect(block);
    }
    void addLines(const QTextBlock &block);
    void addKept(const QTextBlock &block);
    void addTable(const QTextTable &table);
    /// Of the block, or of the first row below the head where a table begins with it.
    [[nodiscard]] double endOfFirst(const QTextBlock &block) const;
    [[nodiscard]] QList<double> edgesOf(const QTextTable &table) const;

    const QAbstractTextDocumentLayout &m_layout;
    double m_bottom;
    QList<Span> m_whole;
    QList<Table> m_tables;
};

Layout::Layout(const QTextDocument &document)
    : m_layout(*document.documentLayout())
    , m_bottom(m_layout.documentSize().height())
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        addLines(block);
        addKept(block);
    }
    QList<QTextFrame *> frames{document.rootFrame()};
    while (!frames.isEmpty()) {
        QTextFrame *frame = frames.takeLast();
        if (const auto *table = qobject_cast<QTextTable *>(frame))
            addTable(*table);
        frames += frame->childFrames();
    }
}

void Layout::addLines(const QTextBlock &block)
{
    const double top = rectOf(block).top();
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QRectF line = block.layout()->lineAt(i).rect();
        m_whole.append({top + line.top(), top + line.bottom()});
    }
}

void Layout::addKept(const QTextBlock &block)
{
    const int keep = block.blockFormat().intProperty(kKeep);
    if (keep == int(Keep::WithNext) && block.next().isValid())
        m_whole.append({rectOf(block).top(), endOfFirst(block.next())});
    if (keep == int(Keep::ToTheEnd))
        m_whole.append({rectOf(block).top(), m_bottom});
}

double Layout::endOfFirst(const QTextBlock &block) const
{
    const QTextTable *table = QTextCursor(block).currentTable();
    if (!table)
        return rectOf(block).bottom();
    const qsizetype row = std::min(table->format().headerRowCount() + 1, table->rows());
    return edgesOf(*table).value(row);
}

QList<double> Layout::edgesOf(const QTextTable &table) const
{
    QList<double> edges;
    for (int row = 0; row < table.rows(); ++row)
        edges.append(rectOf(table.cellAt(row, 0).firstCursorPosition().block()).top()
            - table.format().cellPadding());
    edges.append(m_layout.frameBoundingRect(const_cast<QTextTable *>(&table)).bottom()
        - table.format().bottomMargin());
    return edges;
}

void Layout::addTable(const QTextTable &table)
{
    const QList<double> edges = edgesOf(table);
    for (int row = 0; row < table.rows(); ++row)
        m_whole.append({edges[row], edges[row + 1]});
    const int heads = table.format().headerRowCount();
    if (heads == 0 || heads == table.rows())
        return;
    const QRectF frame = m_layout.frameBoundingRect(const_cast<QTextTable *>(&table));
    m_tables.append({QRectF(QPointF(0, edges[0]), QPointF(frame.right(), edges[heads])),
        {edges[heads], edges.constLast()}});
}

double Layout::cut(double top, double limit) const
{
    if (m_bottom <= limit)
        return m_bottom;
    double y = limit;
    const auto isCut = [&](const Span &span) {
        return span.top > top && span.top + kTouch < y && span.bottom - kTouch > y
            && span.bottom - span.top <= limit - top;
    };
    for (auto span = std::ranges::find_if(m_whole, isCut); span != m_whole.cend();
         span = std::ranges::find_if(m_whole, isCut))
        y = span->top;
    return y;
}

QRectF Layout::headAt(double y) const
{
    const auto table = std::ranges::find_if(m_tables, [y](const Table &candidate) {
        return candidate.rows.top + kTouch < y && y < candidate.rows.bottom - kTouch;
    });
    return table == m_tables.cend() ? QRectF() : table->head;
}

} // namespace

QList<PageSlice> pageSlices(const QTextDocument &document, double height)
{
    const Layout layout(document);
    QList<PageSlice> pages;
    double top = 0;
    do {
        QRectF head = layout.headAt(top);
        if (head.height() > height / 2)
            head = {}; // the rows need the page more
        const double bottom = layout.cut(top, top + height - head.height());
        pages.append({top, bottom, head});
        top = bottom;
    } while (top < layout.bottom() - kTouch);
    return pages;
}

} // namespace watchroom::sheets
