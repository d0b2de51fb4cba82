// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/incident.h"
#include "app/store/store.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <functional>

namespace watchroom::incidents {

class Directory;

/// The incidents that are open, in no order of its own; changes by difference as rows change.
/// Lives on the UI thread; reads on the reader's.
class IncidentsModel : public QAbstractTableModel
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

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// Incidents with changes of this station that the server did not take, and what is said of
    /// them: "Not sent: changed by Zhou Min, 10:42".
    void setUnsent(const QHash<QUuid, QString> &unsent);
    [[nodiscard]] const QHash<QUuid, QString> &unsent() const { return m_unsent; }

    [[nodiscard]] const QList<Incident> &incidents() const { return m_incidents; }
    [[nodiscard]] const Incident *find(const QUuid &id) const;
    [[nodiscard]] QModelIndex indexOf(const QUuid &id) const;
    /// There are more closed ones here than were read.
    [[nodiscard]] bool isCut() const { return m_cut; }
    /// Reads as many more.
    void readMore();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void loaded();
    /// After any change, once a batch: counters recount.
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    void load();
    void reload(const QList<QUuid> &ids);
    void merge(const QList<QUuid> &asked, QList<Incident> read);
    void append(const QList<Incident> &fresh);
    void removeRow(int row);
    [[nodiscard]] QString whereScope() const;
    [[nodiscard]] QVariant display(const Incident &incident, int column) const;
    void rowChanged(int row);

    store::Store &m_store;
    Directory &m_directory;
    Scope m_scope;
    int m_limit;
    int m_page; ///< how many more at a time
    bool m_cut = false;
    bool m_loaded = false;
    QList<Incident> m_incidents;
    QHash<QUuid, int> m_rowOf;
    QHash<QUuid, QString> m_unsent;
};

} // namespace watchroom::incidents
