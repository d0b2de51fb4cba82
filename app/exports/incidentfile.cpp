// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/incidentfile.h"

#include "app/base/ids.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace watchroom::exports {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using domain::Row;

namespace {

using Rows = QList<Row>;

/// Every text anywhere in a value: logins and keys are among them.
void collectTexts(const QJsonValue &value, QSet<QString> &texts)
{
    if (value.isString())
        texts.insert(value.toString());
    for (const QJsonValue &item : value.toArray())
        collectTexts(item, texts);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &member : object)
        collectTexts(member, texts);
}

Result<> checkSize(const store::Reader &reader, const QString &incident)
{
    const auto size = reader.query(u"SELECT count(*) AS n, coalesce(sum(length(CAST(text AS BLOB))"
                                   " + coalesce(length(CAST(params AS BLOB)), 0)), 0) AS bytes"
                                   " FROM log_entry WHERE incident = ?"_s,
        {incident});
    if (!size)
        return tl::unexpected(size.error());
    const QJsonObject counted = size->value(0);
    const qint64 entries = counted.value("n"_L1).toInteger();
    if (entries > kMostEntries || counted.value("bytes"_L1).toInteger() > kMostBytes)
        return base::failure(Error::Kind::Invalid, u"more than one file holds"_s,
            u"export_too_large"_s, {{u"entries"_s, entries}});
    return {};
}

Result<> readEntries(const store::Reader &reader, const QString &incident, IncidentFile &file)
{
    const auto rows = reader.rows(
        u"log_entry", u"incident = ?", {incident}, u"ORDER BY n IS NULL, n, happened_at, id");
    if (!rows)
        return tl::unexpected(rows.error());
    const QString chain = u"incident:"_s + incident;
    for (const Row &row : *rows) {
        const bool recorded =
            !domain::text(row, "hash"_L1).isEmpty() && domain::text(row, "chain"_L1) == chain;
        (recorded ? file.entries : file.unrecorded).append(row);
        if (const QString corrected = domain::text(row, "corrects"_L1); !corrected.isEmpty())
            file.corrections[corrected].append(row);
    }
    file.head.chain = chain;
    if (!file.entries.isEmpty()) {
        const Row &last = file.entries.constLast();
        file.head.n = domain::integer(last, "n"_L1);
        file.head.hash = domain::text(last, "hash"_L1).toLatin1();
    }
    file.fingerprint = domain::fingerprint({file.head});
    const auto ends =
        reader.query(u"SELECT chain, n, head FROM local_chain WHERE chain = ?"_s, {chain});
    if (!ends)
        return tl::unexpected(ends.error());
    QList<domain::ChainHead> kept;
    for (const QJsonObject &end : *ends)
        kept.append(
            {chain, end.value("n"_L1).toInteger(), end.value("head"_L1).toString().toLatin1()});
    file.broken = domain::verifyRecord({{chain, file.entries}}, kept);
    return {};
}

Result<> readAlerts(const store::Reader &reader, const QString &incident, IncidentFile &file)
{
    const auto links = reader.rows(u"incident_alert", u"incident = ?", {incident});
    if (!links)
        return tl::unexpected(links.error());
    QList<QUuid> ids;
    for (const Row &link : *links)
        ids.append(domain::uuid(link, "alert"_L1));
    auto alerts = reader.rows(
        u"alert", u"id "_s + store::kInList, {store::listOf(ids)}, u"ORDER BY starts_at, id");
    if (!alerts)
        return tl::unexpected(alerts.error());
    file.alerts = std::move(*alerts);
    return {};
}

Result<> readNames(const store::Reader &reader, IncidentFile &file)
{
    QSet<QString> texts;
    collectTexts(file.incident, texts);
    for (const Rows *rows :
        {&file.roles, &file.stages, &file.alerts, &file.entries, &file.unrecorded}) {
        for (const Row &row : *rows)
            collectTexts(row, texts);
    }
    const auto people = reader.rows(u"person");
    const auto places = reader.rows(u"target");
    if (!people || !places)
        return tl::unexpected((people ? places : people).error());
    for (const Row &row : *people) {
        if (const QString login = domain::text(row, "login"_L1); texts.contains(login))
            file.people.insert(login, domain::text(row, "name"_L1));
    }
    for (const Row &row : *places) {
        if (const QString key = domain::text(row, "key"_L1); texts.contains(key))
            file.places.insert(key, row);
    }
    return {};
}

Result<> readParts(const store::Reader &reader, const QString &incident, IncidentFile &file)
{
    auto roles = reader.rows(u"incident_role", u"incident = ?", {incident}, u"ORDER BY role, id");
    auto stages = reader.rows(u"stage_record", u"incident = ?", {incident}, u"ORDER BY n");
    const auto policy = reader.rows(u"policy", u"version = ?",
        {domain::integer(file.incident, "policy_version"_L1)}, u"LIMIT 1");
    if (!roles || !stages)
        return tl::unexpected((roles ? stages : roles).error());
    if (!policy)
        return tl::unexpected(policy.error());
    file.roles = std::move(*roles);
    file.stages = std::move(*stages);
    file.policy = policy->value(0).value("doc"_L1).toObject();
    return {};
}

} // namespace

QString IncidentFile::reference() const
{
    const qint64 number = domain::integer(incident, "number"_L1);
    return number > 0 ? u'#' + QString::number(number) : domain::text(incident, "label"_L1);
}

Result<IncidentFile> readIncidentFile(const store::Reader &reader, const QUuid &id)
{
    const QString incident = base::toText(id);
    const auto row = reader.row(u"incident", id);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return base::failure(Error::Kind::NotFound, u"no such incident"_s, u"incident_unknown"_s,
            {{u"ref"_s, incident}});
    if (const auto fits = checkSize(reader, incident); !fits)
        return tl::unexpected(fits.error());
    IncidentFile file;
    file.incident = **row;
    for (const auto read : {readParts, readAlerts, readEntries}) {
        if (const auto done = read(reader, incident, file); !done)
            return tl::unexpected(done.error());
    }
    if (const auto named = readNames(reader, file); !named)
        return tl::unexpected(named.error());
    return file;
}

} // namespace watchroom::exports
