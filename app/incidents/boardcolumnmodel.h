// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace watchroom::incidents {

/// What the toolbar asks of the board and the list.
struct BoardFilter
{
    QString level; ///< code word; empty: all
    QString owner; ///< login; empty: all
    bool unclaimedOnly = false;
    QStringList words; ///< case folded; all must occur
    friend bool operator==(const BoardFilter &, const BoardFilter &) = default;
};

/// The incidents of one stage (or of all), filtered, in the board's order or by a column of the
/// list. UI thread.
class BoardColumnModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// An empty stage shows every stage.
    explicit BoardColumnModel(const QString &stage, QObject *parent = nullptr);

    void setFilter(const BoardFilter &filter);
    /// A column of IncidentsModel; -1 is the board's order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &a, const QModelIndex &b) const override;

private:
    QString m_stage;
    BoardFilter m_filter;
    int m_column = -1;
};

} // namespace watchroom::incidents
