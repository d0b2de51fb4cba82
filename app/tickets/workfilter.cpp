// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/workfilter.h"

#include "app/tickets/workmodel.h"

#include <algorithm>

namespace watchroom::tickets {

namespace {

Work workOf(const QModelIndex &index)
{
    return index.data(WorkModel::WorkRole).value<Work>();
}

} // namespace

WorkFilter::WorkFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(WorkModel::LevelColumn); // which is the order of urgency
}

void WorkFilter::setWanted(const Wanted &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    invalidateFilter();
}

bool WorkFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const Work work = workOf(index);
    if (!m_wanted.owner.isEmpty() && work.owner != m_wanted.owner)
        return false;
    if (!m_wanted.offeredTo.isEmpty() && work.offeredTo != m_wanted.offeredTo)
        return false;
    const QString text = index.data(WorkModel::SearchRole).toString();
    return std::ranges::all_of(
        m_wanted.words, [&text](const QString &word) { return text.contains(word); });
}

bool WorkFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const Work a = workOf(left);
    const Work b = workOf(right);
    switch (left.column()) {
    case WorkModel::ReferenceColumn:
        if (a.number != b.number)
            return a.number < b.number;
        break;
    case WorkModel::TitleColumn:
    case WorkModel::OwnerColumn:
    case WorkModel::NextColumn: {
        const int order =
            QString::localeAwareCompare(left.data().toString(), right.data().toString());
        if (order != 0)
            return order < 0;
        break;
    }
    case WorkModel::DueColumn: {
        const auto time = [](const Work &work) {
            return (work.isOpen() ? work.dueAt : work.closedAt).value_or(base::Instant::max());
        };
        if (time(a) != time(b))
            return time(a) < time(b);
        break;
    }
    default:
        break;
    }
    return comesBefore(a, b);
}

} // namespace watchroom::tickets
