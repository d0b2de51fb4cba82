// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/values.h"

#include "app/base/ids.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace watchroom::domain {

namespace {

std::optional<QJsonValue> normalId(const QJsonValue &value)
{
    const QUuid id = QUuid::fromString(value.toString());
    if (id.isNull() || base::toText(id) != value.toString().toLower())
        return std::nullopt;
    return base::toText(id);
}

std::optional<QJsonValue> normalInstant(const QJsonValue &value)
{
    const auto read = base::fromIso(value.toString());
    return read ? std::optional<QJsonValue>(base::toIso(*read)) : std::nullopt;
}

std::optional<QJsonValue> normalInteger(const QJsonValue &value)
{
    // Beyond 2^53 a JSON number written with a fraction is no longer the number meant.
    const double number = value.toDouble(std::nan(""));
    if (!std::isfinite(number) || number != std::trunc(number) || std::abs(number) > 9.2e18)
        return std::nullopt;
    return QJsonValue(value.toInteger(static_cast<qint64>(number)));
}

constexpr int kDeepest = 64; // as sync.json_fits()

/// What UTF-8 and PostgreSQL's text can hold: no U+0000, no half of a surrogate pair.
bool isStorable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(0));
}

bool isStorable(const QJsonValue &value, int depth)
{
    if (value.isString())
        return isStorable(value.toString());
    if (value.isDouble())
        return std::isfinite(value.toDouble());
    if (!value.isArray() && !value.isObject())
        return true;
    if (depth >= kDeepest)
        return false;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::ranges::all_of(
            array, [depth](const QJsonValue &item) { return isStorable(item, depth + 1); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isStorable(it.key()) || !isStorable(it.value(), depth + 1))
            return false;
    }
    return true;
}

std::optional<QJsonValue> valueIf(bool right, const QJsonValue &value)
{
    return right ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<QJsonValue> normalValue(ColumnType type, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QJsonValue();
    switch (type) {
    case ColumnType::Uuid:
        return normalId(value);
    case ColumnType::Text:
        return valueIf(value.isString() && isStorable(value.toString()), value);
    case ColumnType::Integer:
        return normalInteger(value);
    case ColumnType::Real:
        return valueIf(value.isDouble(), value);
    case ColumnType::Boolean:
        return valueIf(value.isBool(), value);
    case ColumnType::Instant:
        return normalInstant(value);
    case ColumnType::Json:
        return valueIf(isStorable(value, 0), value);
    }
    return std::nullopt;
}

bool hasType(ColumnType type, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return true;
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Real:
        return value.isDouble();
    case ColumnType::Boolean:
        return value.isBool();
    case ColumnType::Json:
        return true;
    default:
        return value.isString();
    }
}

bool sameValue(ColumnType type, const QJsonValue &a, const QJsonValue &b)
{
    if (type == ColumnType::Instant && a.isString() && b.isString())
        return base::fromIso(a.toString()) == base::fromIso(b.toString());
    if (type == ColumnType::Uuid && a.isString() && b.isString())
        return a.toString().compare(b.toString(), Qt::CaseInsensitive) == 0;
    return sameValue(a, b);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QUuid &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(base::toText(id));
}

QJsonValue orNull(const std::optional<base::Instant> &instant)
{
    return instant ? QJsonValue(base::toIso(*instant)) : QJsonValue();
}

bool isBlank(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

qsizetype characterCount(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

} // namespace watchroom::domain
