// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/sheetreader.h"

#include "app/domain/values.h"
#include "app/handover/handoversheet.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace watchroom::handover {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostCount = 1'000'000'000; // doubles hold it exactly

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least)
{
    const double number = value.toDouble(std::nan(""));
    if (number != std::trunc(number) || !(number >= double(least) && number <= double(kMostCount)))
        return std::nullopt;
    return qint64(number);
}

bool isText(const QString &text, qsizetype most = domain::limits::kLineCharacters)
{
    return !domain::isBlank(text) && domain::characterCount(text) <= most;
}

} // namespace

SheetReader::SheetReader(const QJsonObject &json, const QString &path, QString &wrong)
    : m_json(json)
    , m_path(path)
    , m_wrong(&wrong)
{
}

SheetReader SheetReader::object(QLatin1StringView name)
{
    if (!m_json.value(name).isObject())
        fail(name);
    return {m_json.value(name).toObject(), pathOf(name), *m_wrong};
}

QList<SheetReader> SheetReader::objects(QLatin1StringView name)
{
    const QJsonArray array = m_json.value(name).toArray();
    if (!m_json.value(name).isArray() || array.size() > kMostParts) {
        fail(name);
        return {};
    }
    QList<SheetReader> readers;
    readers.reserve(array.size());
    for (qsizetype at = 0; at < array.size(); ++at) {
        const QString path = u"%1.%2"_s.arg(name).arg(at);
        if (!array.at(at).isObject())
            fail(path);
        readers.append({array.at(at).toObject(), pathOf(path), *m_wrong});
    }
    return readers;
}

QString SheetReader::text(QLatin1StringView name, qsizetype most)
{
    const QString text = m_json.value(name).toString();
    if (!isText(text, most))
        fail(name);
    return text;
}

QString SheetReader::textOrNull(QLatin1StringView name)
{
    return isNull(name) ? QString() : text(name);
}

QStringList SheetReader::texts(QLatin1StringView name)
{
    const QJsonArray array = m_json.value(name).toArray();
    if (!m_json.value(name).isArray() || array.size() > kMostParts) {
        fail(name);
        return {};
    }
    QStringList texts;
    for (const QJsonValue &value : array) {
        texts.append(value.toString());
        if (!isText(texts.constLast()))
            fail(u"%1.%2"_s.arg(name).arg(texts.size() - 1));
    }
    return texts;
}

QMap<QString, QString> SheetReader::textsByName(QLatin1StringView name)
{
    const QJsonObject object = m_json.value(name).toObject();
    QMap<QString, QString> texts;
    if (!m_json.value(name).isObject() || object.size() > kMostParts)
        fail(name);
    else
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString text = member.value().toString();
            if (!isText(member.key()) || !isText(text))
                fail(u"%1.%2"_s.arg(name, member.key()));
            texts.insert(member.key(), text);
        }
    return texts;
}

QString SheetReader::oneOf(QLatin1StringView name, std::initializer_list<QLatin1StringView> words)
{
    const QString word = m_json.value(name).toString();
    if (std::ranges::find(words, word) == words.end())
        fail(name);
    return word;
}

QUuid SheetReader::id(QLatin1StringView name)
{
    const QUuid id = QUuid::fromString(m_json.value(name).toString());
    if (id.isNull())
        fail(name);
    return id;
}

base::Instant SheetReader::instant(QLatin1StringView name)
{
    const auto instant = base::fromIso(m_json.value(name).toString());
    if (!instant)
        fail(name);
    return instant.value_or(base::Instant{});
}

std::optional<base::Instant> SheetReader::instantOrNull(QLatin1StringView name)
{
    return isNull(name) ? std::nullopt : std::optional(instant(name));
}

qint64 SheetReader::integer(QLatin1StringView name, qint64 least)
{
    const auto number = wholeNumber(m_json.value(name), least);
    if (!number)
        fail(name);
    return number.value_or(least);
}

bool SheetReader::boolean(QLatin1StringView name)
{
    if (!m_json.value(name).isBool())
        fail(name);
    return m_json.value(name).toBool();
}

QList<qint64> SheetReader::counts(QLatin1StringView name, qsizetype size)
{
    const QJsonArray array = m_json.value(name).toArray();
    QList<qint64> counts(size);
    if (array.size() != size) {
        fail(name);
        return counts;
    }
    for (qsizetype at = 0; at < size; ++at) {
        const auto number = wholeNumber(array.at(at), 0);
        if (!number)
            fail(u"%1.%2"_s.arg(name).arg(at));
        counts[at] = number.value_or(0);
    }
    return counts;
}

void SheetReader::fail(const QString &name)
{
    if (m_wrong->isEmpty())
        *m_wrong = pathOf(name);
}

QString SheetReader::pathOf(const QString &name) const
{
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

} // namespace watchroom::handover
