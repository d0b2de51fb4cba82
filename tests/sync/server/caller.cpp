// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/caller.h"

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/domain/tables.h"
#include "app/remote/conninfo.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace watchroom::tests {

using namespace Qt::StringLiterals;
using domain::Operation;
using domain::OperationKind;
using domain::OperationResult;

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "''"_L1) + u'\'';
}

base::Instant wallNow()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace

Caller::Caller(QString conninfo, const QUuid &client)
    : m_conninfo(std::move(conninfo))
    , m_client(client)
    , m_name(QUuid::createUuid().toString())
{
}

Caller::~Caller()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool Caller::connectOnly()
{
    const auto info = remote::ConnInfo::parse(m_conninfo);
    if (!info)
        return false;
    m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    m_database.setDatabaseName(info->value("dbname"_L1));
    m_database.setUserName(info->value("user"_L1));
    m_database.setPassword(info->value("password"_L1));
    m_database.setConnectOptions(info->connectOptions(u"test"_s));
    const bool opened = m_database.open();
    m_error = m_database.lastError().text();
    return opened;
}

bool Caller::open()
{
    if (!connectOnly())
        return false;
    const QString said = value(u"SELECT sync.hello('%1', 1, 'test')"_s.arg(base::toText(m_client)));
    m_greeting = base::readJson(said.toUtf8()).object();
    nextSeq = m_greeting.value("last_op"_L1).toInteger() + 1;
    pull();
    return !m_greeting.isEmpty();
}

QStringList Caller::lines(const QString &sql)
{
    QSqlQuery query(m_database);
    m_state.clear();
    m_error.clear();
    if (!query.exec(sql)) {
        m_state = query.lastError().nativeErrorCode();
        m_error = query.lastError().databaseText().section(u'\n', 0, 0).section(u":  "_s, 1);
        return {};
    }
    QStringList all;
    while (query.next())
        all.append(query.value(0).toString());
    return all;
}

QString Caller::value(const QString &sql)
{
    return lines(sql).value(0);
}

void Caller::signIn(const QUuid &session, const QByteArray &key)
{
    m_session = session;
    m_key = key;
}

QJsonObject Caller::envelope(const Operation &operation)
{
    const QByteArray body = domain::toBody(operation);
    QJsonObject envelope{{u"seq"_s, nextSeq++}, {u"body"_s, QString::fromUtf8(body)},
        {u"session"_s, QJsonValue()}, {u"proof"_s, QJsonValue()}};
    if (!m_session.isNull()) {
        envelope[u"session"_s] = base::toText(m_session);
        envelope[u"proof"_s] =
            QString::fromLatin1(domain::proof(m_key, operation.op, domain::bodyHash(body)));
    }
    return envelope;
}

QJsonObject Caller::apply(const QJsonArray &envelopes)
{
    const QString text = QString::fromUtf8(QJsonDocument(envelopes).toJson(QJsonDocument::Compact));
    const QString said =
        value(u"SELECT sync.apply_changes('%1', 1, %2, "_s.arg(
                  base::toText(m_client), quoted(m_greeting.value("epoch"_L1).toString()))
            + quoted(text) + u')');
    return base::readJson(said.toUtf8()).object();
}

QList<OperationResult> Caller::push(const QList<Operation> &operations)
{
    QJsonArray envelopes;
    for (const Operation &operation : operations)
        envelopes.append(envelope(operation));
    const QJsonArray answers = apply(envelopes)["results"_L1].toArray();
    QList<OperationResult> results;
    for (const QJsonValue &answer : answers) {
        auto result = domain::resultFromJson(answer.toObject());
        if (!result)
            qFatal("a result nobody can read: %s", qPrintable(result.error().detail));
        results.append(std::move(*result));
    }
    return results;
}

OperationResult Caller::push(const Operation &operation)
{
    OperationResult none;
    none.state = domain::ResultState::Held;
    none.code = u"no answer"_s;
    return push(QList<Operation>{operation}).value(0, none);
}

QHash<QString, domain::Row> Caller::pull()
{
    const QString since = m_cursor.isEmpty() ? u"NULL"_s : quoted(m_cursor);
    QHash<QString, domain::Row> rows;
    const QStringList all =
        lines(u"SELECT * FROM sync.pull('%1', %2)"_s.arg(base::toText(m_client), since));
    for (const QString &line : all) {
        const QJsonObject said = QJsonDocument::fromJson(line.toUtf8()).object();
        if (said.contains("cursor"_L1))
            m_cursor = said["cursor"_L1].toString();
        else
            rows.insert(said["t"_L1].toString() + u'/' + said["r"_L1]["id"_L1].toString(),
                said["r"_L1].toObject());
    }
    return rows;
}

domain::Row Caller::row(const QString &table, const QUuid &id)
{
    const QString said = value(u"SELECT sync.rows('%1', '{%2}')"_s.arg(table, base::toText(id)));
    return base::readJson(said.toUtf8()).array().at(0).toObject();
}

Operation insertOf(
    const QString &table, const domain::Row &set, const QString &actor, const QUuid &id)
{
    const bool append = domain::findTable(table)->policy == domain::MergePolicy::Append;
    const QUuid op = base::newId(wallNow());
    return {.op = op,
        .group = op,
        .dep = {},
        .needs = {},
        .table = table,
        .id = id,
        .kind = append ? OperationKind::Append : OperationKind::Insert,
        .baseVer = {},
        .base = {},
        .set = set,
        .at = wallNow(),
        .actor = actor};
}

Operation updateOf(
    const QString &table, const domain::Row &seen, const domain::Row &set, const QString &actor)
{
    Operation operation = insertOf(table, set, actor, domain::uuid(seen, "id"_L1));
    operation.kind = OperationKind::Update;
    operation.baseVer = domain::uuid(seen, "ver"_L1);
    const domain::Table *list = domain::findTable(table);
    const auto unit = [](const domain::Column &c) { return c.unit.isEmpty() ? c.name : c.unit; };
    for (const domain::Column &touched : list->columns) {
        if (!set.contains(touched.name))
            continue;
        for (const domain::Column &member : list->columns) {
            if (member.origin == domain::Origin::Client && unit(member) == unit(touched))
                operation.base[member.name] = seen[member.name];
        }
    }
    return operation;
}

Operation deleteOf(const QString &table, const domain::Row &seen, const QString &actor)
{
    Operation operation = updateOf(table, seen, {}, actor);
    operation.kind = OperationKind::Delete;
    return operation;
}

QString word(const OperationResult &result)
{
    return domain::toJson(result)["state"_L1].toString();
}

QStringList words(const QList<OperationResult> &results)
{
    QStringList all;
    for (const OperationResult &result : results)
        all.append(word(result));
    return all;
}

} // namespace watchroom::tests
