// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/incidentsmodel.h"

#include "app/incidents/directory.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QTimeZone>

#include <utility>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

IncidentsModel::Source IncidentsModel::sourceOf(Scope scope, int limit)
{
    const bool open = scope == Scope::Open;
    return {.table = u"incident"_s,
        .where = open ? u"stage <> 'closed'"_s : u"stage = 'closed'"_s,
        .tail = open ? QString() : u"ORDER BY closed_at DESC LIMIT %1"_s.arg(limit),
        .item = &Incident::fromRow};
}

IncidentsModel::IncidentsModel(
    store::Store &store, Directory &directory, Scope scope, int limit, QObject *parent)
    : RowsModel(store, sourceOf(scope, limit), parent)
    , m_directory(directory)
    , m_scope(scope)
    , m_limit(limit)
    , m_page(limit)
{
    connect(&m_directory, &Directory::changed, this, [this] { allChanged(); });
    load();
}

void IncidentsModel::readMore()
{
    m_limit += m_page;
    setTail(sourceOf(m_scope, m_limit).tail);
    load();
}

void IncidentsModel::wholeRead(qsizetype count)
{
    m_cut = m_scope == Scope::Closed && count >= m_limit;
}

void IncidentsModel::merged(bool whole)
{
    Q_EMIT changed();
    if (whole)
        Q_EMIT loaded();
}

void IncidentsModel::failedToRead(const base::Error &error)
{
    Q_EMIT failed(error);
}

int IncidentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
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
    const Incident &incident = items()[index.row()];
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
    for (int row = 0; row < items().size(); ++row) {
        if (before.value(items()[row].id) != m_unsent.value(items()[row].id))
            rowChanged(row);
    }
    Q_EMIT changed();
}

} // namespace watchroom::incidents
