// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/exports.h"

#include "app/domain/tables.h"
#include "app/remote/conninfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSysInfo>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

/// Where and how, without user, password or file names.
QJsonObject connectionOf(const WorkspaceConfig &config)
{
    QJsonObject said;
    const auto info = remote::ConnInfo::parse(config.server);
    if (!info)
        return said;
    for (const auto key : {"host"_L1, "port"_L1, "sslmode"_L1}) {
        if (info->contains(key))
            said.insert(key, info->value(key));
    }
    return said;
}

QJsonObject stateOf(const sync::SyncStatus &status)
{
    const auto instant = [](const std::optional<base::Instant> &at) {
        return at ? QJsonValue(base::toIso(*at)) : QJsonValue();
    };
    return {{u"state"_s, sync::stateName(status.state)}, {u"since"_s, base::toIso(status.since)},
        {u"last_contact"_s, instant(status.lastContact)}, {u"lag_ms"_s, qint64(status.lag.count())},
        {u"clock_offset_us"_s, qint64(status.clockOffset.count())},
        {u"stations_online"_s, status.stationsOnline}, {u"pooled"_s, status.pooled}, {u"epoch"_s, status.serverEpoch},
        {u"last_audit"_s, instant(status.lastAudit)}, {u"audit_repaired"_s, status.auditRepaired},
        {u"pending"_s, status.counts.pending}, {u"held"_s, status.counts.held},
        {u"conflicts"_s, status.counts.conflicts}, {u"rejected"_s, status.counts.rejected},
        {u"error"_s,
            status.lastError
                ? QJsonValue(base::kindName(status.lastError->kind) + u' ' + status.lastError->code)
                : QJsonValue()}};
}

Result<QJsonObject> replicaOf(store::Reader &reader)
{
    QJsonObject rows;
    for (const domain::Table &table : domain::tables()) {
        const auto count = reader.count(QString(table.name));
        if (!count)
            return tl::unexpected(count.error());
        rows.insert(table.name, *count);
    }
    const auto list = [&reader](const QString &sql) -> Result<QJsonArray> {
        const auto found = reader.query(sql);
        if (!found)
            return tl::unexpected(found.error());
        QJsonArray array;
        for (const QJsonObject &row : *found)
            array.append(row);
        return array;
    };
    const auto waiting = list(u"SELECT seq, tbl, kind, state, code FROM sync_outbox"
                              " WHERE state<>'acked' ORDER BY seq DESC LIMIT 500"_s);
    const auto aside =
        list(u"SELECT tbl, reason, count(*) AS n FROM sync_quarantine GROUP BY tbl, reason"_s);
    if (!waiting || !aside)
        return tl::unexpected((waiting ? aside : waiting).error());
    return QJsonObject{{u"rows"_s, rows}, {u"operations"_s, *waiting}, {u"set_aside"_s, *aside}};
}

Result<QString> writeFile(const QString &path, const QJsonObject &json)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0
        && file.commit())
        return path;
    return base::failure(
        Error::Kind::Denied, file.errorString(), u"read_only"_s, {{u"folder"_s, path}});
}

} // namespace

QFuture<Result<QString>> writeDiagnostics(store::Store &store, const WorkspaceConfig &config,
    const sync::SyncStatus &status, base::Instant now)
{
    QString stamp = base::toIso(now).left(19);
    stamp.remove(u':');
    const QString path = u"%1/diagnostics-%2.json"_s.arg(store.workspaceDir(), stamp);
    const QJsonObject head{{u"version"_s, QStringLiteral(WATCHROOM_VERSION)},
        {u"qt"_s, QString::fromLatin1(qVersion())}, {u"system"_s, QSysInfo::prettyProductName()},
        {u"at"_s, base::toIso(now)}, {u"connection"_s, connectionOf(config)},
        {u"sync"_s, stateOf(status)}};
    return store.read<QString>([head, path](store::Reader &reader) -> Result<QString> {
        auto replica = replicaOf(reader);
        if (!replica)
            return tl::unexpected(replica.error());
        QJsonObject all = head;
        all.insert(u"replica"_s, *replica);
        return writeFile(path, all);
    });
}

QFuture<Result<QString>> writeCard(store::Store &store, const undelivered::Card &card)
{
    const QString path = u"%1/change-%2.json"_s.arg(
        store.workspaceDir(), card.first().op.toString(QUuid::WithoutBraces));
    return store.read<QString>([path, json = undelivered::toJson(card)](
                                   store::Reader &) { return writeFile(path, json); });
}

} // namespace watchroom::programs
