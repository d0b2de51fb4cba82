// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterplan.h"
#include "app/words/phrases.h"

#include <QAbstractTableModel>

#include <functional>

namespace watchroom::roster {

/// The plan as a table: slots of positions by days. Lives on the UI thread.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        ShiftsRole = Qt::UserRole + 1, ///< of a cell: QList<PlanShift>, by lane
        DateRole, ///< of a column: QDate
        TodayRole, ///< of a column: bool
        PositionRole, ///< of a row: its position's name
        SlotRole, ///< of a row: its slot's name; empty where it has none
        LeadsRole, ///< of a row: it is the first of its position
        LanesRole, ///< of a row: int
    };
    /// What words need; asked when they are shown.
    struct Needs
    {
        std::function<words::Names()> names;
        std::function<base::Instant()> now;
        std::function<QString()> me; ///< login
    };

    explicit PlanModel(Needs needs, QObject *parent = nullptr);

    void setPlan(const Plan &plan);
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] QModelIndex indexOf(
        const QString &position, const QString &slot, const QDate &day) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString spokenCell(int row, int column) const;
    [[nodiscard]] QVariant rowData(int row, int role) const;
    [[nodiscard]] QVariant columnData(int column, int role) const;

    Needs m_needs;
    Plan m_plan;
};

} // namespace watchroom::roster

Q_DECLARE_METATYPE(watchroom::roster::PlanShift)
