// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace watchroom::quality {

/// The tree of targets that hold every word of a filter in a name of either language or the key;
/// what stands above or below a hit stays. Names in the language shown. Lives on the UI thread.
class TargetFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TargetFilterModel(QObject *parent = nullptr);

    void setWords(const QString &words);
    void setEnglish(bool english);

    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    /// In the language shown; of a target that the filter hides, too.
    [[nodiscard]] QString nameOf(const QString &key) const;
    /// Qt::DisplayRole is the name in the language shown.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool holds(const QModelIndex &index) const;
    [[nodiscard]] QString shownName(const QModelIndex &target) const;

    QStringList m_words;
    bool m_english = false;
};

/// Egresses and sites are; sources and regions only hold others.
[[nodiscard]] bool isMeasured(const QModelIndex &target);
/// In the order of the tree, those below `parent` that are.
[[nodiscard]] QList<QModelIndex> measuredTargets(
    const QAbstractItemModel &tree, const QModelIndex &parent = {});

} // namespace watchroom::quality
