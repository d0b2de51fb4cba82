// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/attachment.h"
#include "app/domain/row.h"
#include "app/store/store.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>

namespace watchroom::incidents {

class Directory;

/// One line of an incident's record.
struct Entry
{
    QUuid id;
    QString kind;
    QString channel;
    QString code;
    QJsonObject params;
    QString text;
    QString author;
    QString carrier;
    QUuid corrects;
    QList<domain::Attachment> attachments;
    std::optional<base::Instant> happenedAt;
    std::optional<base::Instant> recordedAt; ///< none until the authority recorded it
    QString hash;
    std::optional<qint64> n; ///< place in the chain, with recordedAt
    bool pending = false;

    [[nodiscard]] static Entry fromRow(const domain::Row &row);
    friend bool operator==(const Entry &, const Entry &) = default;
};

/// The shape of cli.md.
[[nodiscard]] QJsonObject toJson(const Entry &entry, const QUuid &incident);

/// The record of one incident, newest first; changes by difference. UI thread.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        EntryRole = Qt::UserRole + 1, ///< the whole value, an Entry
        AuthorNameRole,
        CorrectedRole, ///< true: a later entry corrects this one; shown struck through
        CorrectionRole, ///< the Entry that corrected it last; invalid: none did
        CorrectsRole, ///< the Entry that this one corrects; invalid: none, or it is not here
    };

    TimelineModel(store::Store &store, Directory &directory, QObject *parent = nullptr);

    /// Null shows nothing.
    void setIncident(const QUuid &incident);
    [[nodiscard]] QUuid incident() const { return m_incident; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    void load();
    void reload(const QList<QUuid> &ids);
    void merge(const QList<QUuid> &asked, QList<Entry> read);
    void show(const QList<Entry> &entries);
    void showCorrections(const QList<Entry> &entries);

    store::Store &m_store;
    Directory &m_directory;
    QUuid m_incident;
    QList<Entry> m_entries;
    QHash<QUuid, Entry> m_corrections; ///< the last one, by what it corrects
};

} // namespace watchroom::incidents

Q_DECLARE_METATYPE(watchroom::incidents::Entry)
