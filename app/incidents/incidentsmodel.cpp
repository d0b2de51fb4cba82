// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/incidentsmodel.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QTimeZone>

#include <utility>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

namespace {

using Read = base::Result<QList<Incident>>;

Read readIncidents(
    store::Reader &reader, const QString &where, const QVariantList &values, const QString &tail)
{
    const auto rows = reader.rows(u"incident", where, values, tail);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Incident> incidents;
    incidents.reserve(rows->size());
    for (const domain::Row &row : *rows)
        incidents.append(Incident::fromRow(row));
    return incidents;
}

} // namespace

IncidentsModel::IncidentsModel(
    store::Store &store, Directory &directory, Scope scope, int limit, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_directory(directory)
    , m_scope(scope)
    , m_limit(limit)
    , m_page(limit)
{
    connect(&m_store, &store::Store::rowsChanged, this,
        [this](const QString &table, const QList<QUuid> &ids) {
            if (table == "incident"_L1)
                reload(ids);
        });
    connect(&m_directory, &Directory::changed, this, [this] {
        if (!m_incidents.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_incidents.size()) - 1, ColumnCount - 1));
    });
    load();
}

QString IncidentsModel::whereScope() const
{
    return m_scope == Scope::Open ? u"stage <> 'closed'"_s : u"stage = 'closed'"_s;
}

void IncidentsModel::load()
{
    const QString tail =
        m_scope == Scope::Open ? QString() : u"ORDER BY closed_at DESC LIMIT %1"_s.arg(m_limit);
    base::whenDone(
        m_store.read<QList<Incident>>([where = whereScope(), tail](store::Reader &reader) {
            return readIncidents(reader, where, {}, tail);
        }),
        this, [this](const Read &read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_loaded = true;
            m_cut = m_scope == Scope::Closed && read->size() >= m_limit;
            merge({}, *read);
            Q_EMIT loaded();
        });
}

void IncidentsModel::readMore()
{
    m_limit += m_page;
    load();
}

void IncidentsModel::reload(const QList<QUuid> &ids)
{
    if (ids.isEmpty())
        return;
    const QString where = u"id %1 AND %2"_s.arg(store::kInList, whereScope());
    const auto ask = [where, ids](store::Reader &reader) {
        return readIncidents(reader, where, {store::listOf(ids)}, {});
    };
    base::whenDone(m_store.read<QList<Incident>>(ask), this, [this, ids](const Read &read) {
        if (read)
            merge(ids, *read);
        else
            Q_EMIT failed(read.error());
    });
}

void IncidentsModel::merge(const QList<QUuid> &asked, QList<Incident> read)
{
    QList<Incident> fresh;
    QSet<QUuid> present;
    for (Incident &incident : read) {
        present.insert(incident.id);
        const auto at = m_rowOf.constFind(incident.id);
        if (at == m_rowOf.constEnd()) {
            fresh.append(std::move(incident));
        } else if (m_incidents[*at] != incident) {
            m_incidents[*at] = std::move(incident);
            rowChanged(*at);
        }
    }
    for (const QUuid &id : asked) {
        const auto at = m_rowOf.constFind(id);
        if (!present.contains(id) && at != m_rowOf.constEnd())
            removeRow(*at);
    }
    append(fresh);
    Q_EMIT changed();
}

void IncidentsModel::append(const QList<Incident> &fresh)
{
    if (fresh.isEmpty())
        return;
    const int first = int(m_incidents.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    for (const Incident &incident : fresh) {
        m_rowOf.insert(incident.id, int(m_incidents.size()));
        m_incidents.append(incident);
    }
    endInsertRows();
}

void IncidentsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_incidents.removeAt(row);
    m_rowOf.clear();
    for (int i = 0; i < m_incidents.size(); ++i)
        m_rowOf.insert(m_incidents[i].id, i);
    endRemoveRows();
}

int IncidentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_incidents.size());
}

int IncidentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void IncidentsModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QVariant IncidentsModel::display(const Incident &incident, int column) const
{
    const auto time = [](const std::optional<base::Instant> &instant) {
        return instant ? words::dateTime(*instant, QTimeZone::systemTimeZone()) : QString();
    };
    switch (column) {
    case LevelColumn:
        return words::level(incident.level);
    case ReferenceColumn:
        return incident.reference();
    case TitleColumn:
        return incident.title;
    case PlaceColumn:
        return m_directory.targetName(incident.target);
    case StageColumn:
        return words::stage(incident.stage);
    case OwnerColumn:
        return m_directory.personName(incident.owner);
    case DueColumn:
        return time(incident.isClosed() ? incident.closedAt : incident.dueAt);
    case OpenedColumn:
        return time(incident.openedAt);
    default:
        return {};
    }
}

QVariant IncidentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LevelColumn:
        return tr("Level");
    case ReferenceColumn:
        return tr("Number");
    case TitleColumn:
        return tr("Incident");
    case PlaceColumn:
        return tr("Place");
    case StageColumn:
        return tr("Stage");
    case OwnerColumn:
        return tr("Owner");
    case DueColumn:
        return m_scope == Scope::Open ? tr("Due") : tr("Closed");
    case OpenedColumn:
        return tr("Opened");
    default:
        return {};
    }
}

QVariant IncidentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Incident &incident = m_incidents[index.row()];
    switch (role) {
    case IncidentRole:
        return QVariant::fromValue(incident);
    case IdRole:
        return incident.id;
    case ReferenceRole:
        return incident.reference();
    case TitleRole:
        return incident.title;
    case Qt::DisplayRole:
        return display(incident, index.column());
    case LevelRole:
        return incident.level;
    case StageRole:
        return incident.stage;
    case OwnerNameRole:
        return m_directory.personName(incident.owner);
    case PlaceRole:
        return m_directory.targetName(incident.target);
    case UnsentRole:
        return m_unsent.value(incident.id);
    case Qt::AccessibleTextRole: {
        const QString unsent =
            index.column() == TitleColumn ? m_unsent.value(incident.id) : QString();
        const QString shown = display(incident, index.column()).toString();
        return unsent.isEmpty() ? shown : shown + u", "_s + unsent;
    }
    case Qt::ToolTipRole:
        return m_unsent.value(incident.id);
    case SearchRole:
        return QStringList{incident.reference(), incident.label, incident.title,
            m_directory.personName(incident.owner), m_directory.targetName(incident.target)}
            .join(u' ')
            .toCaseFolded();
    default:
        return {};
    }
}

void IncidentsModel::setUnsent(const QHash<QUuid, QString> &unsent)
{
    if (m_unsent == unsent)
        return;
    const QHash<QUuid, QString> before = std::exchange(m_unsent, unsent);
    for (int row = 0; row < m_incidents.size(); ++row) {
        if (before.value(m_incidents[row].id) != m_unsent.value(m_incidents[row].id))
            rowChanged(row);
    }
    Q_EMIT changed();
}

const Incident *IncidentsModel::find(const QUuid &id) const
{
    const auto at = m_rowOf.constFind(id);
    return at == m_rowOf.constEnd() ? nullptr : &m_incidents[*at];
}

QModelIndex IncidentsModel::indexOf(const QUuid &id) const
{
    const auto at = m_rowOf.constFind(id);
    return at == m_rowOf.constEnd() ? QModelIndex() : index(*at, 0);
}

} // namespace watchroom::incidents
