// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/drafts.h"

#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
using domain::Row;
namespace limits = domain::limits;

namespace {

tl::unexpected<Error> tooLarge(const QString &detail, const QJsonObject &params)
{
    return base::failure(Error::Kind::Invalid, detail, u"too_large"_s, params);
}

} // namespace

base::Result<> checkOperationSize(const QByteArray &body)
{
    if (body.size() > limits::kOperationBytes)
        return tooLarge(
            u"larger than an operation may be"_s, {{u"limit"_s, limits::kOperationBytes}});
    return {};
}

base::Result<> checkGroupSize(const QList<Queued> &queued, const QUuid &group)
{
    qsizetype operations = 0;
    qint64 bytes = 0;
    for (const Queued &one : queued) {
        if (one.group != group)
            continue;
        ++operations;
        bytes += one.envelope.body.size();
    }
    if (operations > limits::kCallOperations)
        return tooLarge(u"more than a group may hold"_s, {{u"limit"_s, limits::kCallOperations}});
    if (bytes > limits::kCallBytes)
        return tooLarge(u"larger than a group may be"_s, {{u"limit"_s, limits::kCallBytes}});
    return {};
}

base::Result<Row> normalSet(const domain::Table &table, const Row &set)
{
    Row normal;
    for (auto it = set.begin(); it != set.end(); ++it) {
        const domain::Column *column = table.column(QLatin1StringView(it.key().toLatin1()));
        const QJsonObject where{{u"column"_s, it.key()}};
        if (!column)
            return base::failure(
                Error::Kind::Invalid, u"no column "_s + it.key(), u"unknown_column"_s, where);
        if (column->origin == domain::Origin::Guard)
            return base::failure(
                Error::Kind::Denied, u"guards give "_s + it.key(), u"guard_only"_s, where);
        const auto value = domain::normalValue(column->type, it.value());
        if (!value)
            return base::failure(
                Error::Kind::Invalid, u"no value of "_s + it.key(), u"invalid_value"_s, where);
        if (column->type == domain::ColumnType::Text
            && domain::characterCount(value->toString()) > limits::kTextCharacters)
            return tooLarge(u"too long for "_s + it.key(), where);
        normal.insert(it.key(), *value);
    }
    return normal;
}

Row baseOf(const domain::Table &table, const Row &set, const Row &old)
{
    Row base;
    for (const domain::Column &column : table.columns) {
        const auto touches = [&](const domain::Column &other) {
            return set.contains(other.name)
                && (other.name == column.name
                    || (!column.unit.isEmpty() && other.unit == column.unit));
        };
        if (column.origin != domain::Origin::Request && std::ranges::any_of(table.columns, touches))
            base.insert(column.name,
                old.value(column.name).isUndefined() ? QJsonValue() : old.value(column.name));
    }
    return base;
}

} // namespace watchroom::store
