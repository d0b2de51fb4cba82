// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoveritemsmodel.h"

#include "app/words/terms.h"

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;

HandoverItemsModel::HandoverItemsModel(Naming naming, Timing timing, QObject *parent)
    : QAbstractTableModel(parent)
    , m_naming(std::move(naming))
    , m_timing(std::move(timing))
{
}

HandoverItemsModel::Standing HandoverItemsModel::standingOf(const HandoverItem &item)
{
    const SheetItem &facts = item.facts;
    const bool work = hasOwnPlan(facts);
    if (item.hasOpenQuestion())
        return Standing::Asked;
    if (facts.receiver.isEmpty())
        return Standing::NoReceiver;
    if ((work && (facts.nextAction.isEmpty() || !facts.dueAt)) || lacksContingency(facts))
        return Standing::NoPlan;
    return item.confirmed ? Standing::Confirmed : Standing::NotConfirmed;
}

// The rows that stay keep their place in the view, and what is chosen.
void HandoverItemsModel::setItems(const QList<HandoverItem> &items)
{
    const auto same = [](const HandoverItem &a, const HandoverItem &b) {
        return a.facts.table == b.facts.table && a.facts.id == b.facts.id;
    };
    if (std::ranges::equal(m_items, items, same)) {
        m_items = items;
        if (!m_items.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    endResetModel();
}

int HandoverItemsModel::rowOf(const QString &table, const QUuid &id) const
{
    const auto found = std::ranges::find_if(m_items,
        [&](const HandoverItem &one) { return one.facts.table == table && one.facts.id == id; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int HandoverItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int HandoverItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HandoverItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HandoverItem &item = m_items[index.row()];
    if (role == ItemRole)
        return QVariant::fromValue(item);
    if (role == Qt::DisplayRole)
        return display(item, index.column());
    if (role == Qt::ToolTipRole && index.column() == TitleColumn)
        return titleOf(item.facts);
    return {};
}

QString HandoverItemsModel::display(const HandoverItem &item, int column) const
{
    const SheetItem &facts = item.facts;
    switch (column) {
    case LevelColumn:
        return words::level(facts.level);
    case ReferenceColumn:
        return referenceOf(facts);
    case TitleColumn:
        return titleOf(facts);
    case OwnerColumn:
        return facts.owner.isEmpty() ? tr("Unclaimed") : m_naming(facts.owner);
    case ReceiverColumn:
        return facts.receiver.isEmpty() ? tr("to be chosen") : m_naming(facts.receiver);
    case DueColumn:
        return facts.dueAt ? m_timing(*facts.dueAt) : u"–"_s;
    default:
        return stateWords(item);
    }
}

QString HandoverItemsModel::stateWords(const HandoverItem &item) const
{
    switch (standingOf(item)) {
    case Standing::Asked:
        return tr("Asked by %1").arg(m_naming(item.askedBy));
    case Standing::NoReceiver:
        return tr("No receiver");
    case Standing::NoPlan:
        return hasOwnPlan(item.facts) && item.facts.nextAction.isEmpty() ? tr("No next action")
            : hasOwnPlan(item.facts) && !item.facts.dueAt                ? tr("No due time")
                                                          : tr("No “if … then …”");
    case Standing::NotConfirmed:
        return tr("To be confirmed");
    case Standing::Confirmed:
        break;
    }
    return item.facts.confirmedAt ? tr("Confirmed %1").arg(m_timing(*item.facts.confirmedAt))
                                  : tr("Confirmed");
}

QVariant HandoverItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LevelColumn:
        return tr("Level");
    case ReferenceColumn:
        return tr("No.");
    case TitleColumn:
        return tr("What");
    case OwnerColumn:
        return tr("From");
    case ReceiverColumn:
        return tr("To");
    case DueColumn:
        return tr("Due");
    default:
        return tr("State");
    }
}

QString referenceOf(const SheetItem &item)
{
    return item.number ? u"#%1"_s.arg(*item.number) : item.label;
}

QString titleOf(const SheetItem &item)
{
    return isRun(item) ? HandoverItemsModel::tr("Procedure: %1").arg(item.title) : item.title;
}

} // namespace watchroom::handover
