// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/planmodel.h"

#include "app/roster/rosterwords.h"
#include "app/words/handovers.h"
#include "app/words/times.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

/// Rows and columns are the same ones, whatever the cells hold.
bool hasSameShape(const Plan &a, const Plan &b)
{
    const auto key = [](const PlanRow &row) { return std::pair(row.position, row.slot); };
    return a.first == b.first && a.days == b.days
        && std::ranges::equal(a.rows, b.rows, {}, key, key);
}

} // namespace

PlanModel::PlanModel(Needs needs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_needs(std::move(needs))
{
}

void PlanModel::setPlan(const Plan &plan)
{
    if (!hasSameShape(m_plan, plan)) {
        beginResetModel();
        m_plan = plan;
        endResetModel();
        return;
    }
    m_plan = plan;
    if (m_plan.rows.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QModelIndex PlanModel::indexOf(const QString &position, const QString &slot, const QDate &day) const
{
    const auto row = std::ranges::find_if(m_plan.rows,
        [&](const PlanRow &each) { return each.position == position && each.slot == slot; });
    const int column = m_plan.column(day);
    if (row == m_plan.rows.end() || column < 0 || column >= m_plan.days)
        return {};
    return index(int(row - m_plan.rows.begin()), column);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.rows.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_plan.days;
}

QString PlanModel::spokenCell(int row, int column) const
{
    const QList<PlanShift> shifts = m_plan.rows[row].at(column);
    QStringList parts;
    for (const PlanShift &shift : shifts)
        parts.append(spoken(shift, m_needs.names(), m_plan.zone, m_needs.now(), m_needs.me()));
    if (parts.isEmpty())
        parts.append(tr("No shift"));
    const PlanRow &here = m_plan.rows[row];
    return dayWords(m_plan.day(column)) + u" · "_s
        + dutyWords(here.position, here.slot, m_needs.names()) + u": "_s + parts.join(u"; "_s);
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case ShiftsRole:
        return QVariant::fromValue(m_plan.rows[index.row()].at(index.column()));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return spokenCell(index.row(), index.column());
    default:
        return {};
    }
}

QVariant PlanModel::rowData(int row, int role) const
{
    const PlanRow &here = m_plan.rows[row];
    const words::Names names = m_needs.names();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return dutyWords(here.position, here.slot, names);
    case PositionRole:
        return dutyWords(here.position, {}, names);
    case SlotRole:
        return here.slot.isEmpty() ? QString() : words::slot(here.slot);
    case LeadsRole:
        return here.leads;
    case LanesRole:
        return here.lanes;
    default:
        return {};
    }
}

QVariant PlanModel::columnData(int column, int role) const
{
    const QDate day = m_plan.day(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return words::fullDate(day);
    case DateRole:
        return day;
    case TodayRole:
        return day == dayOf(m_needs.now(), m_plan.zone);
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? rowData(section, role) : QVariant();
    return section < columnCount() ? columnData(section, role) : QVariant();
}

} // namespace watchroom::roster
