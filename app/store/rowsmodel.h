// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/whendone.h"
#include "app/store/store.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <utility>

namespace watchroom::store {

/// Rows of one table as values with an `id`, in no order of their own: read whole once, then kept
/// by difference as rows change. A model adds columns, roles and signals. Lives on the UI thread;
/// reads on the reader's.
template <class Item>
class RowsModel : public QAbstractTableModel
{
public:
    struct Source
    {
        QString table;
        QString where; ///< which rows are in it
        QString tail; ///< order and limit of the whole reading
        std::function<Item(const domain::Row &)> item; ///< any thread
    };

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }

    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    /// Null: not in it. Valid until the event loop goes on.
    [[nodiscard]] const Item *find(const QUuid &id) const
    {
        const auto at = m_rowOf.constFind(id);
        return at == m_rowOf.constEnd() ? nullptr : &m_items[*at];
    }
    [[nodiscard]] QModelIndex indexOf(const QUuid &id) const
    {
        const auto at = m_rowOf.constFind(id);
        return at == m_rowOf.constEnd() ? QModelIndex() : index(*at, 0);
    }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

protected:
    RowsModel(Store &store, Source source, QObject *parent)
        : QAbstractTableModel(parent)
        , m_store(store)
        , m_source(std::move(source))
    {
        connect(&m_store, &Store::rowsChanged, this,
            [this](const QString &table, const QList<QUuid> &ids) {
                if (table == m_source.table && !ids.isEmpty())
                    reload(ids);
            });
    }

    void setTail(const QString &tail) { m_source.tail = tail; }

    void load()
    {
        const auto ask = [source = m_source](Reader &reader) {
            return readItems(reader, source, source.where, {}, source.tail);
        };
        base::whenDone(m_store.read<QList<Item>>(ask), this, [this](const Read &read) {
            if (!read) {
                failedToRead(read.error());
                return;
            }
            m_loaded = true;
            wholeRead(read->size());
            merge({}, *read);
            merged(true);
        });
    }

    void rowChanged(int row) { Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); }
    void allChanged()
    {
        if (!m_items.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_items.size()) - 1, columnCount() - 1));
    }

    /// The whole was read, so many rows; they are not in it yet.
    virtual void wholeRead(qsizetype /*count*/) { }
    /// Once a batch of changes, or the whole.
    virtual void merged(bool whole) = 0;
    virtual void failedToRead(const base::Error &error) = 0;

private:
    using Read = base::Result<QList<Item>>;

    static Read readItems(Reader &reader, const Source &source, const QString &where,
        const QVariantList &values, const QString &tail)
    {
        const auto rows = reader.rows(source.table, where, values, tail);
        if (!rows)
            return tl::unexpected(rows.error());
        QList<Item> items;
        items.reserve(rows->size());
        for (const domain::Row &row : *rows)
            items.append(source.item(row));
        return items;
    }

    void reload(const QList<QUuid> &ids)
    {
        const auto ask = [source = m_source, ids](Reader &reader) {
            const QString where = QStringLiteral("id %1 AND %2").arg(kInList, source.where);
            return readItems(reader, source, where, {listOf(ids)}, {});
        };
        base::whenDone(m_store.read<QList<Item>>(ask), this, [this, ids](const Read &read) {
            if (!read) {
                failedToRead(read.error());
                return;
            }
            merge(ids, *read);
            merged(false);
        });
    }

    void merge(const QList<QUuid> &asked, QList<Item> read)
    {
        QList<Item> fresh;
        QSet<QUuid> present;
        for (Item &item : read) {
            present.insert(item.id);
            const auto at = m_rowOf.constFind(item.id);
            if (at == m_rowOf.constEnd()) {
                fresh.append(std::move(item));
            } else if (m_items[*at] != item) {
                m_items[*at] = std::move(item);
                rowChanged(*at);
            }
        }
        for (const QUuid &id : asked) {
            const auto at = m_rowOf.constFind(id);
            if (!present.contains(id) && at != m_rowOf.constEnd())
                removeItem(*at);
        }
        append(fresh);
    }

    void append(const QList<Item> &fresh)
    {
        if (fresh.isEmpty())
            return;
        const int first = int(m_items.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        for (const Item &item : fresh) {
            m_rowOf.insert(item.id, int(m_items.size()));
            m_items.append(item);
        }
        endInsertRows();
    }

    void removeItem(int row)
    {
        beginRemoveRows({}, row, row);
        m_items.removeAt(row);
        m_rowOf.clear();
        for (int i = 0; i < m_items.size(); ++i)
            m_rowOf.insert(m_items[i].id, i);
        endRemoveRows();
    }

    Store &m_store;
    Source m_source;
    bool m_loaded = false;
    QList<Item> m_items;
    QHash<QUuid, int> m_rowOf;
};

} // namespace watchroom::store
