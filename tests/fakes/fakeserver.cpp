// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeserver.h"

#include "app/base/ids.h"

#include <QDateTime>
#include <QMutexLocker>

#include <array>

namespace watchroom::fakes {

using namespace Qt::StringLiterals;
using base::Error;
using domain::OperationKind;
using domain::ResultState;

namespace {

base::Instant now()
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

QString bucketOf(const QUuid &id)
{
    return base::toText(id).right(2);
}

tl::unexpected<Error> lostConnection()
{
    return base::failure(Error::Kind::Offline, u"connection lost"_s);
}

} // namespace

void FakeServer::fail(const QString &call, Fault fault, int nth)
{
    const QMutexLocker lock(&m_mutex);
    m_faults[call].append({m_calls.value(call) + nth, fault});
}

void FakeServer::setReachable(bool reachable)
{
    const QMutexLocker lock(&m_mutex);
    m_reachable = reachable;
    if (reachable)
        return;
    for (FakeRemote *remote : std::as_const(m_remotes))
        QMetaObject::invokeMethod(remote, &remote::Remote::lost, Qt::QueuedConnection);
}

void FakeServer::setSilent(bool silent)
{
    const QMutexLocker lock(&m_mutex);
    m_silent = silent;
}

void FakeServer::setMostOperations(qsizetype most)
{
    const QMutexLocker lock(&m_mutex);
    m_mostOperations = most;
}

void FakeServer::setSecrets(const QString &mark, const QString &json)
{
    const QMutexLocker lock(&m_mutex);
    m_secretsMark = mark;
    m_secrets = json;
    for (FakeRemote *remote : std::as_const(m_remotes))
        QMetaObject::invokeMethod(remote, &remote::Remote::secretsHinted, Qt::QueuedConnection);
}

void FakeServer::setEpoch(const QString &epoch)
{
    const QMutexLocker lock(&m_mutex);
    m_epoch = epoch;
}

void FakeServer::forgetHistory()
{
    const QMutexLocker lock(&m_mutex);
    m_forgotten = ++m_commit;
}

QUuid FakeServer::put(const QString &table, domain::Row row)
{
    const QMutexLocker lock(&m_mutex);
    ++m_commit;
    if (!row.contains("id"_L1))
        row["id"_L1] = base::toText(base::newId(now()));
    store(table, row);
    return QUuid::fromString(row["id"_L1].toString());
}

void FakeServer::store(const QString &table, domain::Row row)
{
    const QUuid id = QUuid::fromString(row["id"_L1].toString());
    Stored &stored = m_tables[table][id];
    row["ver"_L1] = base::toText(QUuid::createUuid());
    row["rev"_L1] = stored.row["rev"_L1].toInteger() + 1;
    if (!row.contains("part"_L1))
        row["part"_L1] = u"core"_s;
    if (!row.contains("deleted"_L1))
        row["deleted"_L1] = false;
    row["updated_at"_L1] = base::toIso(now());
    row["updated_by"_L1] = u"somebody"_s;
    stored = {row, m_commit};
}

QHash<QUuid, domain::Row> FakeServer::table(const QString &name) const
{
    const QMutexLocker lock(&m_mutex);
    QHash<QUuid, domain::Row> rows;
    const auto stored = m_tables.value(name);
    for (auto it = stored.cbegin(); it != stored.cend(); ++it)
        rows.insert(it.key(), it->row);
    return rows;
}

QHash<QString, QString> FakeServer::digest(const QString &part, const QString &table) const
{
    const QMutexLocker lock(&m_mutex);
    QHash<QString, std::pair<int, QByteArray>> buckets;
    const auto stored = m_tables.value(table);
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        if (it->row["part"_L1].toString() != part)
            continue;
        auto &[count, xored] = buckets[bucketOf(it.key())];
        const QByteArray ver = QUuid::fromString(it->row["ver"_L1].toString()).toRfc4122();
        if (count++ == 0)
            xored = QByteArray(16, '\0');
        for (qsizetype i = 0; i < ver.size(); ++i)
            xored[i] = static_cast<char>(xored.at(i) ^ ver.at(i));
    }
    QHash<QString, QString> digest;
    for (auto it = buckets.cbegin(); it != buckets.cend(); ++it)
        digest.insert(
            it.key(), QString::number(it->first) + u':' + QString::fromLatin1(it->second.toHex()));
    return digest;
}

int FakeServer::calls(const QString &name) const
{
    const QMutexLocker lock(&m_mutex);
    return m_calls.value(name);
}

qint64 FakeServer::effects() const
{
    const QMutexLocker lock(&m_mutex);
    return m_effects;
}

qint64 FakeServer::rowsServed() const
{
    const QMutexLocker lock(&m_mutex);
    return m_rowsServed;
}

std::optional<Fault> FakeServer::arrive(const QString &call)
{
    const int number = ++m_calls[call];
    for (const auto &[at, fault] : std::as_const(m_faults[call])) {
        if (at == number)
            return fault;
    }
    return std::nullopt;
}

domain::OperationResult FakeServer::apply(const domain::Operation &operation)
{
    domain::OperationResult result;
    result.op = operation.op;
    const bool exists = m_tables.value(operation.table).contains(operation.id);
    domain::Row row = m_tables[operation.table].value(operation.id).row;
    const bool creates =
        operation.kind == OperationKind::Insert || operation.kind == OperationKind::Append;
    if (creates && exists) {
        result.state = ResultState::Already;
    } else if (!creates && !exists) {
        result.state = ResultState::Rejected;
        result.code = u"not_found"_s;
    } else {
        const QUuid ver = QUuid::fromString(row["ver"_L1].toString());
        bool mine = creates || ver == operation.baseVer;
        for (const QUuid &dep : operation.dep)
            mine = mine || m_produced.value(dep).contains(ver);
        result.state = mine ? ResultState::Applied : ResultState::Merged;
        for (auto it = operation.set.begin(); it != operation.set.end(); ++it) {
            const bool disturbed = !mine
                && !domain::sameValue(row[it.key()], operation.base[it.key()])
                && !domain::sameValue(row[it.key()], it.value());
            if (disturbed)
                result.state = ResultState::Conflict;
            else
                row[it.key()] = it.value();
        }
        row["id"_L1] = base::toText(operation.id);
        if (operation.kind == OperationKind::Delete)
            row["deleted"_L1] = true;
        if (result.state != ResultState::Conflict) {
            store(operation.table, row);
            ++m_effects;
        }
    }
    const domain::Row left = m_tables[operation.table].value(operation.id).row;
    result.ver = QUuid::fromString(left["ver"_L1].toString());
    m_produced[operation.op].insert(result.ver);
    if (operation.kind != OperationKind::Append && !left.isEmpty())
        result.row = left;
    return result;
}

FakeRemote::FakeRemote(FakeServer &server)
    : m_server(server)
{
    const QMutexLocker lock(&m_server.m_mutex);
    m_server.m_remotes.insert(this);
}

FakeRemote::~FakeRemote()
{
    const QMutexLocker lock(&m_server.m_mutex);
    m_server.m_remotes.remove(this);
}

template <class Work>
auto FakeRemote::call(const QString &name, Work work) -> std::invoke_result_t<Work>
{
    const QMutexLocker lock(&m_server.m_mutex);
    const auto fault = m_server.arrive(name);
    if (!m_server.m_reachable)
        m_open = false;
    if (!m_open)
        return lostConnection();
    if (fault == Fault::Busy)
        return base::failure(Error::Kind::Offline, u"busy"_s, u"server_busy"_s);
    if (fault == Fault::Refused)
        return base::failure(Error::Kind::Internal, u"XX000"_s);
    if (fault == Fault::Before) {
        m_open = false;
        return lostConnection();
    }
    auto answer = work();
    if (fault == Fault::Damaged)
        return base::failure(Error::Kind::Corrupt, u"damaged answer"_s);
    if (fault == Fault::ReplyLost) {
        m_open = false;
        return lostConnection();
    }
    return answer;
}

base::Result<> FakeRemote::open()
{
    const QMutexLocker lock(&m_server.m_mutex);
    const auto fault = m_server.arrive(u"open"_s);
    m_open = m_server.m_reachable && !fault;
    if (!m_open)
        return lostConnection();
    return {};
}

void FakeRemote::close()
{
    m_open = false;
}

bool FakeRemote::isOpen() const
{
    const QMutexLocker lock(&m_server.m_mutex);
    return m_open && m_server.m_reachable;
}

base::Result<remote::Hello> FakeRemote::hello(const QUuid &client, int schema)
{
    return call(u"hello"_s, [&]() -> base::Result<remote::Hello> {
        QSet<QString> parts;
        for (const auto &table : std::as_const(m_server.m_tables)) {
            for (const auto &stored : table) {
                if (stored.row["part"_L1] != u"core"_s)
                    parts.insert(stored.row["part"_L1].toString());
            }
        }
        return remote::Hello{.epoch = m_server.m_epoch,
            .lineage = {},
            .lastOp = m_server.m_clients[client].lastOp,
            .prefix = u"T1"_s,
            .schemaMin = schema,
            .schemaMax = schema,
            .now = now(),
            .pullInterval = std::chrono::milliseconds(20),
            .station = u"station"_s,
            .kind = u"console"_s,
            .parts = QStringList(parts.cbegin(), parts.cend()),
            .secrets = m_server.m_secretsMark};
    });
}

base::Result<remote::Applied> FakeRemote::apply(
    const QUuid &client, const QList<remote::OutgoingOperation> &operations)
{
    FakeServer::Client &known = m_server.m_clients[client];
    ++m_server.m_commit;
    remote::Applied applied;
    for (const remote::OutgoingOperation &sent : operations) {
        const QByteArray hash = domain::bodyHash(sent.body);
        if (known.answered.contains(sent.seq)) {
            const auto &[before, result] = known.answered[sent.seq];
            if (before != hash)
                return base::failure(Error::Kind::Conflict, u"hash"_s, u"client_forked"_s);
            applied.results.append(result);
            continue;
        }
        if (sent.seq != known.lastOp + 1)
            return base::failure(Error::Kind::Conflict, u"gap"_s, u"op_gap"_s);
        const auto operation = domain::fromBody(sent.body);
        if (!operation)
            return tl::unexpected(operation.error());
        domain::OperationResult result = m_server.apply(*operation);
        result.seq = sent.seq;
        known.answered.insert(sent.seq, {hash, result});
        known.lastOp = sent.seq;
        applied.results.append(result);
    }
    applied.lastOp = known.lastOp;
    return applied;
}

base::Result<remote::Applied> FakeRemote::applyChanges(const QUuid &client, int /*schema*/,
    const QString &epoch, const QList<remote::OutgoingOperation> &operations)
{
    return call(u"applyChanges"_s, [&]() -> base::Result<remote::Applied> {
        if (epoch != m_server.m_epoch)
            return base::failure(Error::Kind::Conflict, epoch, u"epoch_changed"_s);
        if (operations.size() > m_server.m_mostOperations)
            return base::failure(Error::Kind::Offline,
                u"57014 canceling statement due to statement timeout"_s, u"server_busy"_s);
        return apply(client, operations);
    });
}

void FakeRemote::notifyOthers()
{
    const QMutexLocker lock(&m_server.m_mutex);
    if (m_server.m_silent)
        return;
    for (FakeRemote *remote : std::as_const(m_server.m_remotes)) {
        if (remote != this)
            QMetaObject::invokeMethod(remote, &remote::Remote::notified, Qt::QueuedConnection);
    }
}

base::Result<remote::Pulled> FakeRemote::pull(const QUuid &client, const QString &cursor)
{
    return call(u"pull"_s, [&]() -> base::Result<remote::Pulled> {
        remote::Pulled pulled{.rows = {},
            .cursor = QString::number(m_server.m_commit),
            .lastOp = m_server.m_clients[client].lastOp,
            .epoch = m_server.m_epoch,
            .now = now()};
        if (cursor.isEmpty())
            return pulled;
        if (cursor.toLongLong() < m_server.m_forgotten)
            return base::failure(Error::Kind::Conflict, cursor, u"far_behind"_s);
        for (auto table = m_server.m_tables.cbegin(); table != m_server.m_tables.cend(); ++table) {
            for (const auto &stored : *table) {
                if (stored.commit > cursor.toLongLong())
                    pulled.rows.append({table.key(), stored.row});
            }
        }
        m_server.m_rowsServed += pulled.rows.size();
        return pulled;
    });
}

base::Result<QHash<QString, QString>> FakeRemote::digest(const QString &part, const QString &table)
{
    return call(u"digest"_s,
        [&]() -> base::Result<QHash<QString, QString>> { return m_server.digest(part, table); });
}

base::Result<QHash<QUuid, QUuid>> FakeRemote::list(
    const QString &part, const QString &table, const QStringList &buckets)
{
    return call(u"list"_s, [&]() -> base::Result<QHash<QUuid, QUuid>> {
        QHash<QUuid, QUuid> list;
        const auto &stored = m_server.m_tables[table];
        for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
            if (it->row["part"_L1].toString() == part && buckets.contains(bucketOf(it.key())))
                list.insert(it.key(), QUuid::fromString(it->row["ver"_L1].toString()));
        }
        return list;
    });
}

base::Result<QList<domain::Row>> FakeRemote::rows(const QString &table, const QList<QUuid> &ids)
{
    return call(u"rows"_s, [&]() -> base::Result<QList<domain::Row>> {
        QList<domain::Row> rows;
        for (const QUuid &id : ids) {
            if (m_server.m_tables[table].contains(id))
                rows.append(m_server.m_tables[table][id].row);
        }
        m_server.m_rowsServed += rows.size();
        return rows;
    });
}

base::Result<remote::Beat> FakeRemote::beat(const QUuid & /*client*/, const QJsonObject &state)
{
    return call(u"beat"_s, [&]() -> base::Result<remote::Beat> {
        const bool wants = state["lease"_L1].toBool();
        return remote::Beat{.now = now(),
            .leaseHolder = wants ? u"station"_s : QString(),
            .fence = wants ? 1 : 0,
            .mine = wants,
            .leaseEnds = now() + std::chrono::seconds(8),
            .pullInterval = std::chrono::milliseconds(20),
            .stationsOnline = 2,
            .online = {u"desk-1"_s, u"desk-2"_s},
            .secrets = m_server.m_secretsMark};
    });
}

base::Result<remote::TeamSecretsPtr> FakeRemote::secrets()
{
    return call(u"secrets"_s, [&] {
        QString json = m_server.m_secrets;
        return remote::TeamSecrets::read(json);
    });
}

} // namespace watchroom::fakes
