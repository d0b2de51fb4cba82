// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rowsmodel.h"
#include "app/tickets/work.h"

namespace watchroom::tickets {

/// Tickets or pending items, open or ended, in no order of its own. Lives on the UI thread; reads
/// on the reader's.
class WorkModel : public store::RowsModel<Work>
{
    Q_OBJECT

public:
    enum Column
    {
        LevelColumn,
        ReferenceColumn, ///< of tickets; hidden for pending items
        TitleColumn,
        OwnerColumn,
        NextColumn, ///< the next action, or what came of it
        DueColumn, ///< the due time, or when it ended
        ColumnCount
    };
    enum Role
    {
        WorkRole = Qt::UserRole + 1, ///< the whole value, a Work
        IdRole, ///< QUuid
        OwnerNameRole, ///< the person's name; empty: unclaimed
        OfferedNameRole, ///< whom it is offered to; empty: nobody
        SearchRole, ///< everything a filter by words looks at, case folded
    };
    enum class Scope
    {
        Open,
        Ended ///< the newest thousand
    };
    /// The name of a login; asked when it is shown.
    using Naming = std::function<QString(const QString &login)>;

    WorkModel(
        store::Store &store, WorkKind kind, Scope scope, Naming naming, QObject *parent = nullptr);

    [[nodiscard]] WorkKind kind() const { return m_kind; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    /// People have other names now.
    void namesChanged() { allChanged(); }

Q_SIGNALS:
    /// After any change, once a batch: counters recount.
    void changed();
    void failed(const watchroom::base::Error &error);

protected:
    void merged(bool whole) override;
    void failedToRead(const base::Error &error) override;

private:
    [[nodiscard]] QVariant display(const Work &work, int column) const;
    [[nodiscard]] QString nameOf(const QString &login) const;

    WorkKind m_kind;
    Scope m_scope;
    Naming m_naming;
};

} // namespace watchroom::tickets
