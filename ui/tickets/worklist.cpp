// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/worklist.h"

#include "ui/style/theme.h"
#include "ui/tickets/workdelegate.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textpaint.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>
#include <array>

namespace watchroom::ui {

using tickets::Work;
using tickets::WorkKind;
using tickets::WorkModel;

namespace {

constexpr int kRowHeight = 42;
constexpr int kLeastTitle = 240; ///< px at a text factor of 1

struct ColumnWidth
{
    WorkModel::Column column;
    int width; ///< px at a text factor of 1
};
constexpr std::array kWidths{
    ColumnWidth{WorkModel::LevelColumn, 96},
    ColumnWidth{WorkModel::ReferenceColumn, 72},
    ColumnWidth{WorkModel::OwnerColumn, 148},
    ColumnWidth{WorkModel::NextColumn, 220},
    ColumnWidth{WorkModel::DueColumn, 140},
};

} // namespace

WorkList::WorkList(WorkModel &model, const style::Theme &theme, std::function<base::Instant()> now,
    QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_source(model)
    , m_model(new tickets::WorkFilter(this))
{
    m_model->setSourceModel(&model);
    setModel(m_model);
    setItemDelegate(new WorkDelegate(theme, std::move(now), this));
    widgets::makeRowTable(*this);
    setSelectionMode(ExtendedSelection);
    horizontalHeader()->setSectionResizeMode(WorkModel::TitleColumn, QHeaderView::Stretch);
    setColumnHidden(WorkModel::ReferenceColumn, model.kind() == WorkKind::PendingItem);
    sortByColumn(WorkModel::LevelColumn, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(
        selectionModel(), &QItemSelectionModel::selectionChanged, this, &WorkList::chosenChanged);
    connect(&model, &WorkModel::changed, this, [this] {
        viewport()->update();
        Q_EMIT chosenChanged();
    });
    connect(&m_theme, &style::Theme::changed, this, &WorkList::restyle);
    restyle();
}

void WorkList::setWanted(const tickets::WorkFilter::Wanted &wanted)
{
    m_model->setWanted(wanted);
    viewport()->update();
}

QList<Work> WorkList::chosen() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<Work> chosen;
    for (const QModelIndex &row : std::as_const(rows))
        chosen.append(row.data(WorkModel::WorkRole).value<Work>());
    return chosen;
}

void WorkList::choose(const QUuid &work)
{
    const QModelIndex index = m_model->mapFromSource(m_source.indexOf(work));
    if (!index.isValid())
        return;
    // Not selectRow(): that one asks which keys are held.
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void WorkList::restyle()
{
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(kRowHeight));
    for (const ColumnWidth &column : kWidths)
        setColumnWidth(column.column, m_theme.scaled(column.width));
    fitColumns();
    viewport()->update();
}

// The title before the next action, which the details have too.
void WorkList::fitColumns()
{
    int taken = m_theme.scaled(kLeastTitle);
    for (const ColumnWidth &column : kWidths)
        taken += m_theme.scaled(column.width);
    setColumnHidden(WorkModel::NextColumn, taken > viewport()->width());
}

void WorkList::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void WorkList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        horizontalHeader()->viewport()->update();
    QTableView::changeEvent(event);
}

void WorkList::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || !m_source.isLoaded())
        return;
    QPainter painter(viewport());
    const QRectF middle(0, viewport()->height() / 3.0, viewport()->width(), m_theme.scaled(32));
    const QString nothing =
        m_source.kind() == WorkKind::Ticket ? tr("No tickets") : tr("No pending items");
    widgets::paintText(painter, middle, m_theme.font(style::FontRole::Section), m_theme.tokens().t2,
        m_source.rowCount() > 0 ? tr("Nothing matches. Clear the filter to see all.") : nothing,
        Qt::AlignHCenter);
}

} // namespace watchroom::ui
