// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/row.h"

#include <QJsonArray>
#include <QMetaType>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

void appendValue(QByteArray &out, const QJsonValue &value);

// Exactly what QJsonDocument and PostgreSQL's to_jsonb(text)::text write: UTF-8 as it is, and only
// the quote, the backslash and control characters escaped, the latter with lower-case hex digits.
void appendString(QByteArray &out, const QString &text)
{
    static constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
    static constexpr std::string_view kLetters = "\"\\bfnrt";
    static constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        const auto code = static_cast<uchar>(c);
        if (const auto named = kNamed.find(c); named != std::string_view::npos) {
            out += '\\';
            out += kLetters[named];
        } else if (code < 0x20) {
            out += "\\u00";
            out += kHex[code >> 4U];
            out += kHex[code & 0xfU];
        } else {
            out += c;
        }
    }
    out += '"';
}

// The shortest digits that read back as the same double, without an exponent: jsonb keeps a
// numeric and prints it so (trim_scale() drops "1.0" to "1").
QByteArray plainNumber(double number)
{
    if (number == 0.0 || !std::isfinite(number))
        return number == 0.0 ? "0" : "null";
    QByteArray digits = QByteArray::number(std::abs(number), 'e', QLocale::FloatingPointShortest);
    const qsizetype mark = digits.indexOf('e');
    const auto exponent = digits.mid(mark + 1).toInt();
    digits = digits.left(mark).replace('.', "");
    const qsizetype point = exponent + 1; // where the decimal point stands in `digits`
    if (point <= 0)
        digits = "0." + QByteArray(-point, '0') + digits;
    else if (point >= digits.size())
        digits += QByteArray(point - digits.size(), '0');
    else
        digits.insert(point, '.');
    return number < 0 ? "-" + digits : digits;
}

void appendNumber(QByteArray &out, const QJsonValue &value)
{
    // A double would lose the last digits of a large integer.
    const QVariant variant = value.toVariant();
    if (variant.typeId() == QMetaType::LongLong)
        out += QByteArray::number(variant.toLongLong());
    else
        out += plainNumber(value.toDouble());
}

void appendArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        appendValue(out, array.at(i));
    }
    out += ']';
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    // UTF-8 bytes sort as code points do; UTF-16 units do not.
    QList<std::pair<QByteArray, QString>> keys;
    for (auto it = object.begin(); it != object.end(); ++it)
        keys.append({it.key().toUtf8(), it.key()});
    std::ranges::sort(keys, {}, &std::pair<QByteArray, QString>::first);
    out += '{';
    bool first = true;
    for (const auto &[bytes, key] : std::as_const(keys)) {
        if (!std::exchange(first, false))
            out += ',';
        appendString(out, key);
        out += ':';
        appendValue(out, object.value(key));
    }
    out += '}';
}

void appendValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        appendNumber(out, value);
        break;
    case QJsonValue::String:
        appendString(out, value.toString());
        break;
    case QJsonValue::Array:
        appendArray(out, value.toArray());
        break;
    case QJsonValue::Object:
        appendObject(out, value.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

QString text(const Row &row, QLatin1StringView column)
{
    return row.value(column).toString();
}

std::optional<QString> optionalText(const Row &row, QLatin1StringView column)
{
    const QJsonValue value = row.value(column);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<base::Instant> instant(const Row &row, QLatin1StringView column)
{
    return base::fromIso(row.value(column).toString());
}

QUuid uuid(const Row &row, QLatin1StringView column)
{
    return QUuid::fromString(row.value(column).toString());
}

qint64 integer(const Row &row, QLatin1StringView column)
{
    return row.value(column).toInteger();
}

bool boolean(const Row &row, QLatin1StringView column)
{
    return row.value(column).toBool();
}

bool sameValue(const QJsonValue &a, const QJsonValue &b)
{
    const bool aAbsent = a.isNull() || a.isUndefined();
    const bool bAbsent = b.isNull() || b.isUndefined();
    if (aAbsent || bAbsent)
        return aAbsent && bAbsent;
    if (a.type() != b.type())
        return false;
    if (a.isString())
        return a.toString() == b.toString();
    if (a.isBool())
        return a.toBool() == b.toBool();
    return canonicalJson(a) == canonicalJson(b);
}

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendValue(out, value);
    return out;
}

} // namespace watchroom::domain
