// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentlist.h"

#include "app/incidents/boardcolumnmodel.h"
#include "app/incidents/incidentsmodel.h"
#include "ui/incidents/listdelegate.h"
#include "ui/style/theme.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textpaint.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>

namespace watchroom::ui {

using incidents::IncidentsModel;

namespace {

constexpr int kRowHeight = 42;

struct ColumnWidth
{
    IncidentsModel::Column column;
    int width; ///< px at a text factor of 1
};
constexpr std::array kWidths{
    ColumnWidth{IncidentsModel::LevelColumn, 96},
    ColumnWidth{IncidentsModel::ReferenceColumn, 72},
    ColumnWidth{IncidentsModel::PlaceColumn, 176},
    ColumnWidth{IncidentsModel::StageColumn, 108},
    ColumnWidth{IncidentsModel::OwnerColumn, 116},
    ColumnWidth{IncidentsModel::DueColumn, 148},
    ColumnWidth{IncidentsModel::OpenedColumn, 108},
};

} // namespace

IncidentList::IncidentList(IncidentsModel &model, const style::Theme &theme,
    std::function<base::Instant()> now, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_source(model)
    , m_model(new incidents::BoardColumnModel(QString(), this))
    , m_delegate(new ListDelegate(theme, std::move(now), this))
{
    m_model->setSourceModel(&model);
    setModel(m_model);
    setItemDelegate(m_delegate);
    widgets::makeRowTable(*this);
    setSelectionMode(SingleSelection);
    horizontalHeader()->setSectionResizeMode(IncidentsModel::TitleColumn, QHeaderView::Stretch);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // the board's order
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT incidentSelected(current.data(IncidentsModel::IdRole).toUuid());
        });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, changed, viewport(), QOverload<>::of(&QWidget::update));
    connect(&m_theme, &style::Theme::changed, this, &IncidentList::restyle);
    restyle();
}

void IncidentList::setFilter(const incidents::BoardFilter &filter)
{
    m_model->setFilter(filter);
    viewport()->update();
}

void IncidentList::setPolicy(const domain::Policy &policy)
{
    m_delegate->setPolicy(policy);
    viewport()->update();
}

void IncidentList::select(const QUuid &incident)
{
    const QModelIndex index = m_model->mapFromSource(m_source.indexOf(incident));
    const QSignalBlocker quiet(selectionModel());
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
    viewport()->update();
}

void IncidentList::restyle()
{
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(kRowHeight));
    for (const ColumnWidth &column : kWidths)
        setColumnWidth(column.column, m_theme.scaled(column.width));
    viewport()->update();
}

void IncidentList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        horizontalHeader()->viewport()->update();
    QTableView::changeEvent(event);
}

void IncidentList::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || !m_source.isLoaded())
        return;
    QPainter painter(viewport());
    const QRectF middle(0, viewport()->height() / 3.0, viewport()->width(), m_theme.scaled(32));
    widgets::paintText(painter, middle, m_theme.font(style::FontRole::Section), m_theme.tokens().t2,
        m_source.rowCount() > 0 ? tr("Nothing matches. Clear the filter to see all.")
                                : tr("No incidents"),
        Qt::AlignHCenter);
}

} // namespace watchroom::ui
