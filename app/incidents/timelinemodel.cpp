// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/timelinemodel.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/domain/values.h"
#include "app/incidents/directory.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;
using domain::orNull;

namespace {

base::Result<QList<Entry>> readEntries(
    store::Reader &reader, const QString &where, const QVariantList &values)
{
    const auto rows = reader.rows(u"log_entry", where, values);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Entry> entries;
    entries.reserve(rows->size());
    for (const domain::Row &row : *rows)
        entries.append(Entry::fromRow(row));
    return entries;
}

/// The newest first; of one instant what the chain has later, and what it has not yet, last.
bool comesBefore(const Entry &a, const Entry &b)
{
    return std::tie(b.happenedAt, b.n, b.id) < std::tie(a.happenedAt, a.n, a.id);
}

} // namespace

Entry Entry::fromRow(const domain::Row &row)
{
    using namespace domain;
    return {.id = uuid(row, "id"_L1),
        .kind = domain::text(row, "kind"_L1),
        .channel = domain::text(row, "channel"_L1),
        .code = domain::text(row, "code"_L1),
        .params = row.value("params"_L1).toObject(),
        .text = domain::text(row, "text"_L1),
        .author = domain::text(row, "author"_L1),
        .carrier = domain::text(row, "carrier"_L1),
        .corrects = uuid(row, "corrects"_L1),
        .attachments = domain::attachments(row.value("blobs"_L1)),
        .happenedAt = instant(row, "happened_at"_L1),
        .recordedAt = instant(row, "recorded_at"_L1),
        .hash = domain::text(row, "hash"_L1),
        .n = row.value("n"_L1).isDouble() ? std::optional(integer(row, "n"_L1)) : std::nullopt,
        .pending = boolean(row, "_pending"_L1)};
}

QJsonObject toJson(const Entry &entry, const QUuid &incident)
{
    return {{u"id"_s, base::toText(entry.id)}, {u"incident"_s, orNull(incident)},
        {u"kind"_s, entry.kind}, {u"channel"_s, orNull(entry.channel)},
        {u"code"_s, orNull(entry.code)}, {u"params"_s, entry.params}, {u"author"_s, entry.author},
        {u"carried_by"_s, orNull(entry.carrier)}, {u"text"_s, entry.text},
        {u"happened_at"_s, orNull(entry.happenedAt)}, {u"recorded_at"_s, orNull(entry.recordedAt)},
        {u"corrects"_s, orNull(entry.corrects)},
        {u"attachments"_s, domain::toJson(entry.attachments)}, {u"hash"_s, orNull(entry.hash)}};
}

TimelineModel::TimelineModel(store::Store &store, Directory &directory, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_directory(directory)
{
    connect(&m_store, &store::Store::rowsChanged, this,
        [this](const QString &table, const QList<QUuid> &ids) {
            if (table == "log_entry"_L1 && !m_incident.isNull())
                reload(ids);
        });
}

void TimelineModel::setIncident(const QUuid &incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    show({});
    if (!incident.isNull())
        load();
}

void TimelineModel::load()
{
    base::whenDone(
        m_store.read<QList<Entry>>([id = base::toText(m_incident)](store::Reader &reader) {
            return readEntries(reader, u"incident = ?"_s, {id});
        }),
        this, [this, asked = m_incident](base::Result<QList<Entry>> entries) {
            if (!entries || asked != m_incident)
                return;
            std::ranges::sort(*entries, comesBefore);
            show(*entries);
        });
}

void TimelineModel::reload(const QList<QUuid> &ids)
{
    const QString where = u"incident = ? AND id "_s + store::kInList;
    const QVariantList values{base::toText(m_incident), store::listOf(ids)};
    base::whenDone(m_store.read<QList<Entry>>([where, values](store::Reader &reader) {
        return readEntries(reader, where, values);
    }),
        this, [this, ids, asked = m_incident](const base::Result<QList<Entry>> &entries) {
            if (entries && asked == m_incident)
                merge(ids, *entries);
        });
}

void TimelineModel::merge(const QList<QUuid> &asked, QList<Entry> read)
{
    const QSet<QUuid> ids(asked.begin(), asked.end());
    QList<Entry> entries = m_entries;
    const qsizetype stale = entries.removeIf([&ids](const Entry &e) { return ids.contains(e.id); });
    if (stale == 0 && read.isEmpty())
        return;
    entries.append(std::move(read));
    std::ranges::sort(entries, comesBefore);
    show(entries);
}

void TimelineModel::show(const QList<Entry> &entries)
{
    QSet<QUuid> present;
    for (const Entry &entry : entries)
        present.insert(entry.id);
    // Remove what is gone, change what differs, insert what is new: an entry never moves far.
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (present.contains(m_entries[row].id))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < entries.size(); ++row) {
        if (row < m_entries.size() && m_entries[row].id == entries[row].id) {
            if (m_entries[row] != entries[row]) {
                m_entries[row] = entries[row];
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        for (int later = row + 1; later < m_entries.size(); ++later) {
            if (m_entries[later].id != entries[row].id)
                continue;
            beginRemoveRows({}, later, later);
            m_entries.removeAt(later);
            endRemoveRows();
            break;
        }
        beginInsertRows({}, row, row);
        m_entries.insert(row, entries[row]);
        endInsertRows();
    }
    showCorrections(entries);
    Q_EMIT changed();
}

void TimelineModel::showCorrections(const QList<Entry> &entries)
{
    QHash<QUuid, Entry> corrections;
    for (const Entry &entry : entries) { // the newest first
        if (!entry.corrects.isNull() && !corrections.contains(entry.corrects))
            corrections.insert(entry.corrects, entry);
    }
    const QHash<QUuid, Entry> before = std::exchange(m_corrections, corrections);
    for (int row = 0; row < m_entries.size(); ++row) {
        const QUuid id = m_entries[row].id;
        if (before.value(id) != m_corrections.value(id))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(entry);
    case AuthorNameRole:
        return m_directory.personName(entry.author);
    case CorrectedRole:
        return m_corrections.contains(entry.id);
    case CorrectionRole: {
        const auto at = m_corrections.constFind(entry.id);
        return at == m_corrections.constEnd() ? QVariant() : QVariant::fromValue(*at);
    }
    case CorrectsRole: {
        const auto at = std::ranges::find(m_entries, entry.corrects, &Entry::id);
        return entry.corrects.isNull() || at == m_entries.cend() ? QVariant()
                                                                 : QVariant::fromValue(*at);
    }
    case Qt::DisplayRole:
        return entry.text;
    default:
        return {};
    }
}

} // namespace watchroom::incidents
