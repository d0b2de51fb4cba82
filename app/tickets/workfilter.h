// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QString>
#include <QStringList>

namespace watchroom::tickets {

/// A WorkModel in the order of urgency, or by a column, filtered. UI thread.
class WorkFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit WorkFilter(QObject *parent = nullptr);

    struct Wanted
    {
        QString owner = {}; ///< login; empty: anybody's
        QString offeredTo = {}; ///< login; empty: offered or not
        QStringList words = {}; ///< case folded; each must be found
        friend bool operator==(const Wanted &, const Wanted &) = default;
    };
    void setWanted(const Wanted &wanted);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Wanted m_wanted;
};

} // namespace watchroom::tickets
