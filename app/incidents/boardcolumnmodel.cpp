// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/boardcolumnmodel.h"

#include "app/domain/stages.h"
#include "app/incidents/incidentsmodel.h"

#include <algorithm>
#include <tuple>

namespace watchroom::incidents {

BoardColumnModel::BoardColumnModel(const QString &stage, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_stage(stage)
{
    setDynamicSortFilter(true);
    BoardColumnModel::sort(-1);
}

void BoardColumnModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    QSortFilterProxyModel::sort(-1); // the same column may stand for another order now
    QSortFilterProxyModel::sort(std::max(column, 0), order);
}

void BoardColumnModel::setFilter(const BoardFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

bool BoardColumnModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *model = qobject_cast<const IncidentsModel *>(sourceModel());
    if (!model || parent.isValid())
        return false;
    const Incident &incident = model->incidents()[row];
    if (!m_stage.isEmpty() && incident.stage != m_stage)
        return false;
    if (!m_filter.level.isEmpty() && incident.level != m_filter.level)
        return false;
    if (!m_filter.owner.isEmpty() && incident.owner != m_filter.owner)
        return false;
    if (m_filter.unclaimedOnly && !incident.owner.isEmpty())
        return false;
    if (m_filter.words.isEmpty())
        return true;
    const QString text = model->data(model->index(row, 0), IncidentsModel::SearchRole).toString();
    return std::ranges::all_of(
        m_filter.words, [&text](const QString &w) { return text.contains(w); });
}

bool BoardColumnModel::lessThan(const QModelIndex &a, const QModelIndex &b) const
{
    const auto *model = qobject_cast<const IncidentsModel *>(sourceModel());
    if (!model)
        return false;
    const Incident &left = model->incidents()[a.row()];
    const Incident &right = model->incidents()[b.row()];
    switch (m_column) {
    case IncidentsModel::ReferenceColumn:
        return left.number < right.number;
    case IncidentsModel::StageColumn:
        return domain::stageFrom(left.stage) < domain::stageFrom(right.stage);
    case IncidentsModel::DueColumn:
        return std::tie(left.closedAt, left.dueAt) < std::tie(right.closedAt, right.dueAt);
    case IncidentsModel::OpenedColumn:
        return left.openedAt < right.openedAt;
    case IncidentsModel::TitleColumn:
    case IncidentsModel::PlaceColumn:
    case IncidentsModel::OwnerColumn:
        return QString::localeAwareCompare(a.data().toString(), b.data().toString()) < 0;
    default:
        return comesBefore(left, right);
    }
}

} // namespace watchroom::incidents
