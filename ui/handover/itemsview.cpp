// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/itemsview.h"

#include "ui/handover/itemdelegate.h"
#include "ui/style/theme.h"
#include "ui/widgets/rowtable.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::HandoverItemsModel;

namespace {

constexpr int kRowHeight = 42;
constexpr int kLeastTitle = 220; // px at a text factor of 1

struct ColumnWidth
{
    HandoverItemsModel::Column column;
    int width; ///< px at a text factor of 1
};
constexpr std::array kWidths{
    ColumnWidth{HandoverItemsModel::LevelColumn, 84},
    ColumnWidth{HandoverItemsModel::ReferenceColumn, 72},
    ColumnWidth{HandoverItemsModel::OwnerColumn, 92},
    ColumnWidth{HandoverItemsModel::ReceiverColumn, 92},
    ColumnWidth{HandoverItemsModel::DueColumn, 96},
    ColumnWidth{HandoverItemsModel::StateColumn, 176},
};

} // namespace

ItemsView::ItemsView(HandoverItemsModel &model, const style::Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setModel(&model);
    setObjectName(u"handoverItems"_s);
    setItemDelegate(new ItemDelegate(theme, this));
    widgets::makeRowTable(*this);
    setSelectionMode(SingleSelection);
    horizontalHeader()->setSectionResizeMode(HandoverItemsModel::TitleColumn, QHeaderView::Stretch);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const auto item = chosen()) {
            m_table = item->facts.table;
            m_id = item->facts.id;
        }
        Q_EMIT chosenChanged();
    });
    // What was chosen stays so when rows come and go.
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { choose(m_table, m_id); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &ItemsView::chosenChanged);
    connect(&m_theme, &style::Theme::changed, this, &ItemsView::restyle);
    restyle();
}

std::optional<HandoverItem> ItemsView::chosen() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model.items()[rows.first().row()]);
}

void ItemsView::choose(const QString &table, const QUuid &id)
{
    const int row = m_model.rowOf(table, id);
    if (row < 0) {
        Q_EMIT chosenChanged();
        return;
    }
    const QModelIndex index = m_model.index(row, 0);
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void ItemsView::chooseNextWanting()
{
    const auto &items = m_model.items();
    const int at = chosen() ? currentIndex().row() : -1; // Qt's current one may be nobody's choice
    for (int step = 1; step <= items.size(); ++step) {
        const auto &item = items[(at + step) % items.size()];
        if (HandoverItemsModel::standingOf(item) != HandoverItemsModel::Standing::Confirmed) {
            choose(item.facts.table, item.facts.id);
            return;
        }
    }
}

void ItemsView::restyle()
{
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(kRowHeight));
    for (const ColumnWidth &column : kWidths)
        setColumnWidth(column.column, m_theme.scaled(column.width));
    viewport()->update();
}

// Whose it was gives way to what it is.
void ItemsView::resizeEvent(QResizeEvent *event)
{
    int taken = m_theme.scaled(kLeastTitle);
    for (const ColumnWidth &column : kWidths)
        taken += m_theme.scaled(column.width);
    setColumnHidden(HandoverItemsModel::OwnerColumn, taken > viewport()->width());
    QTableView::resizeEvent(event);
}

void ItemsView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!chosen() && m_model.rowCount() > 0)
        chooseNextWanting();
}

void ItemsView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_A:
        case Qt::Key_P:
        case Qt::Key_Q:
        case Qt::Key_Space:
            Q_EMIT keyed(Qt::Key(event->key()));
            return;
        default:
            break;
        }
    }
    QTableView::keyPressEvent(event);
}

} // namespace watchroom::ui
