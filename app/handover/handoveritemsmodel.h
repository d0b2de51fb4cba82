// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoverstate.h"

#include <QAbstractTableModel>

#include <functional>

namespace watchroom::handover {

/// What of the work is handed over, as rows: incidents and tickets, or pending items. UI thread.
class HandoverItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        LevelColumn,
        ReferenceColumn,
        TitleColumn,
        OwnerColumn,
        ReceiverColumn,
        DueColumn,
        StateColumn,
        ColumnCount
    };
    enum Role
    {
        ItemRole = Qt::UserRole + 1, ///< HandoverItem
    };
    /// How the row stands, the most urgent want first.
    enum class Standing
    {
        Asked, ///< a question waits for its answer
        NoReceiver,
        NoPlan, ///< a next action, a due time or a contingency is missing
        NotConfirmed,
        Confirmed
    };
    [[nodiscard]] static Standing standingOf(const HandoverItem &item);

    using Naming = std::function<QString(const QString &login)>;
    /// `time` writes an instant as it is shown.
    using Timing = std::function<QString(base::Instant)>;
    HandoverItemsModel(Naming naming, Timing timing, QObject *parent = nullptr);

    void setItems(const QList<HandoverItem> &items);
    [[nodiscard]] const QList<HandoverItem> &items() const { return m_items; }
    [[nodiscard]] int rowOf(const QString &table, const QUuid &id) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const HandoverItem &item, int column) const;
    [[nodiscard]] QString stateWords(const HandoverItem &item) const;

    Naming m_naming;
    Timing m_timing;
    QList<HandoverItem> m_items;
};

/// "#131", the label while there is no number; empty for a pending item.
[[nodiscard]] QString referenceOf(const SheetItem &item);
/// Its title; of a procedure that is followed with that word.
[[nodiscard]] QString titleOf(const SheetItem &item);

} // namespace watchroom::handover

Q_DECLARE_METATYPE(watchroom::handover::HandoverItem)
