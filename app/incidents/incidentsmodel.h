// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incident.h"
#include "app/store/rowsmodel.h"

#include <QHash>

namespace watchroom::incidents {

class Directory;

/// The incidents that are open, in no order of its own; changes by difference as rows change.
/// Lives on the UI thread; reads on the reader's.
class IncidentsModel : public store::RowsModel<Incident>
{
    Q_OBJECT

public:
    enum Column
    {
        LevelColumn,
        ReferenceColumn,
        TitleColumn,
        PlaceColumn,
        StageColumn,
        OwnerColumn,
        DueColumn, ///< the deadline, or when it was closed
        OpenedColumn,
        ColumnCount
    };
    enum Role
    {
        IncidentRole = Qt::UserRole + 1, ///< the whole value, an Incident
        IdRole, ///< QUuid
        ReferenceRole, ///< "#128" or the label
        TitleRole,
        LevelRole, ///< code word
        StageRole, ///< code word
        OwnerNameRole, ///< the person's name; empty: unclaimed
        PlaceRole, ///< the target's name in the language shown
        UnsentRole, ///< changes made here that wait for a person, in words; empty: none
        SearchRole, ///< everything a filter by words looks at, case folded
    };
    enum class Scope
    {
        Open,
        Closed
    };

    /// `limit` bounds how many closed ones are read, newest first.
    IncidentsModel(store::Store &store, Directory &directory, Scope scope, int limit = 1000,
        QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// Incidents with changes of this station that the server did not take, and what is said of
    /// them: "Not sent: changed by Zhou Min, 10:42".
    void setUnsent(const QHash<QUuid, QString> &unsent);
    [[nodiscard]] const QHash<QUuid, QString> &unsent() const { return m_unsent; }

    [[nodiscard]] const QList<Incident> &incidents() const { return items(); }
    /// There are more closed ones here than were read.
    [[nodiscard]] bool isCut() const { return m_cut; }
    /// Reads as many more.
    void readMore();

Q_SIGNALS:
    void loaded();
    /// After any change, once a batch: counters recount.
    void changed();
    void failed(const watchroom::base::Error &error);

protected:
    void wholeRead(qsizetype count) override;
    void merged(bool whole) override;
    void failedToRead(const base::Error &error) override;

private:
    [[nodiscard]] static Source sourceOf(Scope scope, int limit);
    [[nodiscard]] QVariant display(const Incident &incident, int column) const;

    Directory &m_directory;
    Scope m_scope;
    int m_limit;
    int m_page; ///< how many more at a time
    bool m_cut = false;
    QHash<QUuid, QString> m_unsent;
};

} // namespace watchroom::incidents
