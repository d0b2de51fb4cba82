// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/operation.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr std::array kKinds{"insert"_L1, "update"_L1, "delete"_L1, "append"_L1};
constexpr std::array kStates{
    "applied"_L1, "merged"_L1, "already"_L1, "conflict"_L1, "rejected"_L1, "held"_L1};

QJsonArray toArray(const QList<QUuid> &ids)
{
    QJsonArray array;
    for (const QUuid &id : ids)
        array.append(base::toText(id));
    return array;
}

/// Reads members one by one and remembers the first that is wrong.
class Members
{
public:
    explicit Members(const QJsonObject &json)
        : m_json(json)
    {
    }

    QUuid id(QLatin1StringView name) { return toId(m_json.value(name), name); }

    QUuid optionalId(QLatin1StringView name)
    {
        return m_json.value(name).isNull() ? QUuid() : id(name);
    }

    QList<QUuid> ids(QLatin1StringView name)
    {
        QList<QUuid> list;
        expect(m_json.value(name).isArray(), name);
        const QJsonArray array = m_json.value(name).toArray();
        for (const auto &item : array)
            list.append(toId(item, name));
        return list;
    }

    QString text(QLatin1StringView name)
    {
        expect(!m_json.value(name).toString().isEmpty(), name);
        return m_json.value(name).toString();
    }

    QString optionalText(QLatin1StringView name)
    {
        expect(m_json.value(name).isNull() || m_json.value(name).isString(), name);
        return m_json.value(name).toString();
    }

    QJsonObject object(QLatin1StringView name)
    {
        expect(m_json.value(name).isObject(), name);
        return m_json.value(name).toObject();
    }

    qint64 integer(QLatin1StringView name)
    {
        expect(m_json.value(name).isDouble(), name);
        return m_json.value(name).toInteger();
    }

    base::Instant instant(QLatin1StringView name)
    {
        const auto read = base::fromIso(m_json.value(name).toString());
        expect(read.has_value(), name);
        return read.value_or(base::Instant{});
    }

    template <class Enum, std::size_t size>
    Enum word(QLatin1StringView name, const std::array<QLatin1StringView, size> &words)
    {
        const QString given = m_json.value(name).toString();
        for (std::size_t i = 0; i < size; ++i)
            if (words[i] == given)
                return static_cast<Enum>(i);
        expect(false, name);
        return Enum{};
    }

    /// Fails the answer with the first wrong member, else hands it over.
    template <class T>
    base::Result<T> answer(T value) const
    {
        if (m_wrong.isEmpty())
            return value;
        return base::failure(Error::Kind::Invalid, u"wrong or missing member: "_s + m_wrong,
            u"invalid_value"_s, {{u"where"_s, m_wrong}});
    }

private:
    QUuid toId(const QJsonValue &value, QLatin1StringView name)
    {
        // QUuid reads braces and other spellings too; only the wire's own form is accepted.
        const QString given = value.toString();
        const QUuid id = QUuid::fromString(given);
        expect(!id.isNull() && base::toText(id) == given.toLower(), name);
        return id;
    }

    void expect(bool right, QLatin1StringView name)
    {
        if (!right && m_wrong.isEmpty())
            m_wrong = name;
    }

    const QJsonObject &m_json;
    QString m_wrong;
};

} // namespace

QByteArray toBody(const Operation &operation)
{
    const QJsonObject body{
        {u"op"_s, base::toText(operation.op)},
        {u"grp"_s, base::toText(operation.group)},
        {u"dep"_s, toArray(operation.dep)},
        {u"needs"_s, toArray(operation.needs)},
        {u"tbl"_s, operation.table},
        {u"id"_s, base::toText(operation.id)},
        {u"kind"_s, kKinds[static_cast<std::size_t>(operation.kind)]},
        {u"base_ver"_s, orNull(operation.baseVer)},
        {u"base"_s, operation.base},
        {u"set"_s, operation.set},
        {u"at"_s, base::toIso(operation.at)},
        {u"actor"_s, orNull(operation.actor)},
    };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

base::Result<Operation> fromBody(const QByteArray &body)
{
    if (body.size() > limits::kOperationBytes)
        return base::failure(Error::Kind::Invalid, u"operation too large"_s, u"too_large"_s);
    const QJsonDocument document = base::readJson(body);
    if (!document.isObject())
        return base::failure(Error::Kind::Invalid, u"operation is not a JSON object"_s,
            u"invalid_value"_s, {{u"where"_s, QString()}});
    const QJsonObject json = document.object();
    Members members(json);
    Operation operation;
    operation.op = members.id("op"_L1);
    operation.group = members.id("grp"_L1);
    operation.dep = members.ids("dep"_L1);
    operation.needs = members.ids("needs"_L1);
    operation.table = members.text("tbl"_L1);
    operation.id = members.id("id"_L1);
    operation.kind = members.word<OperationKind>("kind"_L1, kKinds);
    operation.baseVer = members.optionalId("base_ver"_L1);
    operation.base = members.object("base"_L1);
    operation.set = members.object("set"_L1);
    operation.at = members.instant("at"_L1);
    operation.actor = members.optionalText("actor"_L1);
    return members.answer(std::move(operation));
}

QByteArray bodyHash(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

QUuid unreadableId(const QByteArray &body)
{
    return base::derivedId({u"unreadable"_s, QString::fromLatin1(bodyHash(body))});
}

QByteArray releaseProof(const QByteArray &sessionKey, const QUuid &op, const QByteArray &hash)
{
    return QMessageAuthenticationCode::hash("release\n" + base::toText(op).toLatin1() + '\n' + hash,
        sessionKey, QCryptographicHash::Sha256)
        .toHex();
}

QByteArray proof(const QByteArray &sessionKey, const QUuid &op, const QByteArray &hash)
{
    const QByteArray message = base::toText(op).toLatin1() + '\n' + hash;
    return QMessageAuthenticationCode::hash(message, sessionKey, QCryptographicHash::Sha256)
        .toHex();
}

QJsonObject toJson(const OperationResult &result)
{
    return {
        {u"seq"_s, result.seq},
        {u"op"_s, base::toText(result.op)},
        {u"state"_s, kStates[static_cast<std::size_t>(result.state)]},
        {u"ver"_s, orNull(result.ver)},
        {u"code"_s, orNull(result.code)},
        {u"params"_s, result.params},
        {u"row"_s, result.row ? QJsonValue(*result.row) : QJsonValue()},
    };
}

base::Result<OperationResult> resultFromJson(const QJsonObject &json)
{
    Members members(json);
    OperationResult result;
    result.seq = members.integer("seq"_L1);
    result.op = members.id("op"_L1);
    result.state = members.word<ResultState>("state"_L1, kStates);
    // Members that say nothing may be left out.
    if (json.contains("ver"_L1))
        result.ver = members.optionalId("ver"_L1);
    if (json.contains("code"_L1))
        result.code = members.optionalText("code"_L1);
    if (json.value("params"_L1).isObject())
        result.params = members.object("params"_L1);
    if (json.value("row"_L1).isObject())
        result.row = members.object("row"_L1);
    return members.answer(std::move(result));
}

} // namespace watchroom::domain
