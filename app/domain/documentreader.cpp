// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentreader.h"

#include "app/domain/values.h"

#include <QJsonArray>

#include <cmath>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

DocumentReader::DocumentReader(const QJsonObject &json, const QString &path, QString &wrong)
    : m_json(json)
    , m_path(path)
    , m_wrong(wrong)
{
}

DocumentReader DocumentReader::object(QLatin1StringView name)
{
    if (!m_json.value(name).isObject())
        fail(name);
    const QString path = m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
    return {m_json.value(name).toObject(), path, m_wrong};
}

QString DocumentReader::text(QLatin1StringView name)
{
    const QString text = m_json.value(name).toString();
    if (isBlank(text))
        fail(name);
    return text;
}

QStringList DocumentReader::texts(QLatin1StringView name)
{
    if (!m_json.value(name).isArray())
        fail(name);
    QStringList texts;
    const QJsonArray array = m_json.value(name).toArray();
    for (const auto &item : array) {
        if (!item.isString())
            fail(name);
        texts.append(item.toString());
    }
    return texts;
}

qint64 DocumentReader::integer(QLatin1StringView name, qint64 min, qint64 max)
{
    const double number = m_json.value(name).toDouble(std::nan(""));
    if (!(number >= static_cast<double>(min) && number <= static_cast<double>(max))
        || number != std::trunc(number)) {
        fail(name);
        return min;
    }
    return static_cast<qint64>(number);
}

double DocumentReader::number(QLatin1StringView name)
{
    if (!m_json.value(name).isDouble())
        fail(name);
    return m_json.value(name).toDouble();
}

void DocumentReader::fail(QLatin1StringView name)
{
    if (!m_wrong.isEmpty())
        return;
    if (name.isEmpty())
        m_wrong = m_path;
    else
        m_wrong = m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

tl::unexpected<base::Error> DocumentReader::invalid(const QString &where)
{
    return base::failure(base::Error::Kind::Invalid, u"document: wrong or missing "_s + where,
        u"doc_invalid"_s, {{u"where"_s, where}});
}

} // namespace watchroom::domain
