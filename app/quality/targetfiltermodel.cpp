// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/targetfiltermodel.h"

#include "app/quality/targetsmodel.h"

#include <algorithm>

namespace watchroom::quality {

using namespace Qt::StringLiterals;

bool isMeasured(const QModelIndex &target)
{
    const QString kind = target.data(TargetsModel::KindRole).toString();
    return kind == "egress"_L1 || kind == "site"_L1;
}

QList<QModelIndex> measuredTargets(const QAbstractItemModel &tree, const QModelIndex &parent)
{
    QList<QModelIndex> found;
    const auto collect = [&](const auto &self, const QModelIndex &above) -> void {
        for (int row = 0; row < tree.rowCount(above); ++row) {
            const QModelIndex target = tree.index(row, 0, above);
            if (isMeasured(target))
                found.append(target);
            self(self, target);
        }
    };
    collect(collect, parent);
    return found;
}

TargetFilterModel::TargetFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void TargetFilterModel::setWords(const QString &words)
{
    m_words = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void TargetFilterModel::setEnglish(bool english)
{
    if (m_english == english)
        return;
    m_english = english;
    const auto renamed = [this](const auto &self, const QModelIndex &parent) -> void {
        const int rows = rowCount(parent);
        if (rows == 0)
            return;
        Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), {Qt::DisplayRole});
        for (int row = 0; row < rows; ++row)
            self(self, index(row, 0, parent));
    };
    renamed(renamed, {});
}

bool TargetFilterModel::holds(const QModelIndex &index) const
{
    const QString text = QStringList{index.data(TargetsModel::NameRole).toString(),
        index.data(TargetsModel::NameEnRole).toString(),
        index.data(TargetsModel::KeyRole).toString()}
                             .join(u'\n')
                             .toCaseFolded();
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word); });
}

bool TargetFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    // Below a hit everything stays: whoever looks for a region wants its sites.
    for (QModelIndex at = sourceModel()->index(row, 0, parent); at.isValid(); at = at.parent()) {
        if (holds(at))
            return true;
    }
    return false;
}

QModelIndex TargetFilterModel::indexOf(const QString &key) const
{
    const auto *targets = qobject_cast<const TargetsModel *>(sourceModel());
    return targets ? mapFromSource(targets->indexOf(key)) : QModelIndex();
}

QString TargetFilterModel::shownName(const QModelIndex &target) const
{
    const QString english =
        m_english ? target.data(TargetsModel::NameEnRole).toString() : QString();
    return english.isEmpty() ? target.data(TargetsModel::NameRole).toString() : english;
}

QString TargetFilterModel::nameOf(const QString &key) const
{
    const auto *targets = qobject_cast<const TargetsModel *>(sourceModel());
    const QModelIndex target = targets ? targets->indexOf(key) : QModelIndex();
    return target.isValid() ? shownName(target) : key;
}

QVariant TargetFilterModel::data(const QModelIndex &index, int role) const
{
    return index.isValid() && role == Qt::DisplayRole ? shownName(index)
                                                      : QSortFilterProxyModel::data(index, role);
}

} // namespace watchroom::quality
