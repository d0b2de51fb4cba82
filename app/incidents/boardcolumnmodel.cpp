// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/boardcolumnmodel.h"

#include "app/incidents/incidentsmodel.h"

#include <algorithm>

namespace watchroom::incidents {

BoardColumnModel::BoardColumnModel(const QString &stage, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_stage(stage)
{
    setDynamicSortFilter(true);
    sort(0);
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
    return model && comesBefore(model->incidents()[a.row()], model->incidents()[b.row()]);
}

} // namespace watchroom::incidents
