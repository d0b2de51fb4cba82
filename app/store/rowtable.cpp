// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rowtable.h"

#include "app/base/json.h"
#include "app/domain/values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::Column;
using domain::ColumnType;
using domain::Row;

namespace {

constexpr std::array kMeta{
    Column{"id"_L1, ColumnType::Uuid},
    Column{"rev"_L1, ColumnType::Integer},
    Column{"ver"_L1, ColumnType::Uuid},
    Column{"deleted"_L1, ColumnType::Boolean},
    Column{"part"_L1},
    Column{"updated_by"_L1},
    Column{"carried_by"_L1},
    Column{"updated_at"_L1, ColumnType::Instant},
};

constexpr auto kPending = "_pending"_L1;

QJsonValue jsonOf(const QByteArray &text)
{
    return base::readJson('[' + text + ']').array().at(0);
}

} // namespace

std::span<const Column> metaColumns()
{
    return kMeta;
}

bool isMetaColumn(QStringView name)
{
    return name == kPending
        || std::ranges::any_of(kMeta, [name](const Column &c) { return c.name == name; });
}

QVariant toSql(const QJsonValue &value, ColumnType type)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (type) {
    case ColumnType::Integer:
        return value.toInteger();
    case ColumnType::Real:
        return value.toDouble();
    case ColumnType::Boolean:
        return value.toBool() ? 1 : 0;
    case ColumnType::Json:
        return QString::fromUtf8(domain::canonicalJson(value));
    default:
        return value.toString();
    }
}

QJsonValue fromSql(const QVariant &value, ColumnType type)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (type) {
    case ColumnType::Integer:
        return value.toLongLong();
    case ColumnType::Real:
        return value.toDouble();
    case ColumnType::Boolean:
        return value.toLongLong() != 0;
    case ColumnType::Json:
        return jsonOf(value.toString().toUtf8());
    default:
        return value.toString();
    }
}

QByteArray toJsonText(const Row &row)
{
    return QJsonDocument(row).toJson(QJsonDocument::Compact);
}

Row fromJsonText(const QVariant &text)
{
    return base::readJson(text.toByteArray()).object();
}

QString quoted(QStringView name)
{
    return u"\"%1\""_s.arg(name);
}

RowTable::RowTable(const domain::Table &table)
    : m_table(table)
{
    m_columns.append(QList<Column>(kMeta.begin(), kMeta.end()));
    m_columns.append(QList<Column>(table.columns.begin(), table.columns.end()));
    std::ranges::sort(m_columns, {}, [](const Column &c) { return QString(c.name); });
    QStringList names{u"\"_pending\""_s};
    for (const Column &column : std::as_const(m_columns))
        names.append(quoted(QString(column.name)));
    m_selectList = names.join(u',') + u",\"_extra\""_s;
    names.append(u"\"_extra\""_s);

    QStringList sets;
    for (const QString &name : std::as_const(names))
        sets.append(name + u"=excluded."_s + name);
    const QString marks = QStringList(names.size(), u"?"_s).join(u',');
    m_upsert = u"INSERT INTO %1(%2) VALUES(%3) ON CONFLICT(id) DO UPDATE SET %4"_s.arg(
        quoted(QString(table.name)), names.join(u','), marks, sets.join(u','));
    m_upsertChanged =
        m_upsert + u" WHERE excluded.ver IS NOT %1.ver"_s.arg(quoted(QString(table.name)));
}

bool RowTable::fits(const Row &row) const
{
    return std::ranges::all_of(m_columns, [&row](const Column &column) {
        const auto member = row.constFind(column.name);
        return member == row.constEnd() || domain::hasType(column.type, member.value());
    });
}

Row RowTable::fromQuery(const QSqlQuery &query) const
{
    Row row;
    row.insert(kPending, query.value(0).toInt() != 0);
    int at = 1;
    for (const Column &column : m_columns)
        row.insert(column.name, fromSql(query.value(at++), column.type));
    const QVariant extra = query.value(at);
    if (!extra.isNull()) {
        const Row more = fromJsonText(extra);
        for (auto it = more.begin(); it != more.end(); ++it)
            row.insert(it.key(), it.value());
    }
    return row;
}

QVariantList RowTable::values(const Row &row, bool pending) const
{
    QVariantList list{pending ? 1 : 0};
    list.reserve(m_columns.size() + 2);
    qsizetype known = row.contains(kPending) ? 1 : 0;
    for (const Column &column : m_columns) {
        const auto member = row.constFind(column.name);
        if (member == row.constEnd()) {
            // The one column without null.
            list.append(column.name == "deleted"_L1 ? QVariant(0) : QVariant());
            continue;
        }
        ++known;
        const QVariant value = toSql(member.value(), column.type);
        list.append(column.name == "deleted"_L1 && value.isNull() ? QVariant(0) : value);
    }
    if (known == row.size()) {
        list.append(QVariant());
        return list;
    }
    Row extra = row;
    extra.remove(kPending);
    for (const Column &column : m_columns)
        extra.remove(column.name);
    list.append(QString::fromUtf8(toJsonText(extra)));
    return list;
}

} // namespace watchroom::store
