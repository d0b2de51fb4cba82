// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/reader.h"

#include "app/base/ids.h"
#include "app/store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlRecord>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
using domain::Row;

namespace {

tl::unexpected<Error> unknownTable(QStringView name)
{
    return base::failure(Error::Kind::Invalid, u"no table %1"_s.arg(name), u"unknown_table"_s);
}

QString condition(QStringView where)
{
    return where.isEmpty() ? u"deleted=0"_s : u"deleted=0 AND (%1)"_s.arg(where);
}

} // namespace

QVariant listOf(const QList<QUuid> &ids)
{
    QStringList texts;
    for (const QUuid &id : ids)
        texts.append(base::toText(id));
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

Reader::Reader(Database &database)
    : m_database(database)
    , m_rows(std::make_unique<Rows>(database))
{
}

Reader::~Reader() = default;

base::Result<std::optional<Row>> Reader::row(QStringView table, const QUuid &id) const
{
    auto found = rows(table, u"id=?", {base::toText(id)});
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::optional<Row>() : std::optional<Row>(found->first());
}

base::Result<QList<Row>> Reader::rows(
    QStringView table, QStringView where, const QVariantList &values, QStringView tail) const
{
    const RowTable *known = m_rows->table(table);
    if (!known)
        return unknownTable(table);
    QList<Row> found = m_rows->where(*known, u"%1 %2"_s.arg(condition(where), tail), values);
    if (auto error = m_database.takeError())
        return tl::unexpected(*error);
    return found;
}

base::Result<qint64> Reader::count(
    QStringView table, QStringView where, const QVariantList &values) const
{
    if (!m_rows->table(table))
        return unknownTable(table);
    const QVariant number = m_database.value(
        u"SELECT count(*) FROM %1 WHERE %2"_s.arg(quoted(table), condition(where)), values);
    if (auto error = m_database.takeError())
        return tl::unexpected(*error);
    return number.toLongLong();
}

base::Result<QList<QJsonObject>> Reader::query(const QString &sql, const QVariantList &values) const
{
    QList<QJsonObject> list;
    QSqlQuery *query = m_database.run(sql, values);
    if (query) {
        const QSqlRecord columns = query->record();
        while (query->next()) {
            QJsonObject members;
            for (int i = 0; i < columns.count(); ++i)
                members.insert(columns.fieldName(i), QJsonValue::fromVariant(query->value(i)));
            list.append(members);
        }
        m_database.finish(*query);
    }
    if (auto error = m_database.takeError())
        return tl::unexpected(*error);
    return list;
}

} // namespace watchroom::store
