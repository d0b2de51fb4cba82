// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/incidentjson.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/domain/tables.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace watchroom::exports {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using domain::Row;

namespace {

constexpr auto kFormat = "watchroom-incident"_L1;
constexpr int kFormatVersion = 1;
constexpr qint64 kMostFileBytes = 4 * kMostBytes;

/// What the columns of the table say, without what sync keeps beside them.
QJsonObject columnsOf(QStringView table, const Row &row)
{
    QJsonObject columns{{u"id"_s, row.value("id"_L1)}};
    for (const domain::Column &column : domain::findTable(table)->columns) {
        if (column.origin != domain::Origin::Request)
            columns.insert(column.name, row.value(column.name));
    }
    return columns;
}

QJsonArray rowsOf(QStringView table, const QList<Row> &rows)
{
    QJsonArray all;
    for (const Row &row : rows)
        all.append(columnsOf(table, row));
    return all;
}

QJsonObject entryOf(const IncidentFile &file, const Row &row)
{
    QJsonObject entry;
    for (const domain::HashedField &field : domain::hashedFields())
        entry.insert(field.name, row.value(field.name));
    entry.insert(u"n"_s, row.value("n"_L1));
    entry.insert(u"hash"_s, row.value("hash"_L1));
    QJsonArray corrections;
    for (const Row &correction : file.correctionsOf(row))
        corrections.append(correction.value("id"_L1));
    entry.insert(u"corrected_by"_s, corrections);
    return entry;
}

QJsonArray entriesOf(const IncidentFile &file, const QList<Row> &rows)
{
    QJsonArray all;
    for (const Row &row : rows)
        all.append(entryOf(file, row));
    return all;
}

QString encodingName(domain::ColumnType type)
{
    using enum domain::ColumnType;
    return type == Uuid   ? u"uuid"_s
        : type == Instant ? u"instant"_s
        : type == Json    ? u"json"_s
                          : u"text"_s;
}

/// The written rule, for whoever has nothing but this file.
QJsonObject ruleOf()
{
    QJsonArray fields;
    for (const domain::HashedField &field : domain::hashedFields())
        fields.append(QJsonObject{
            {u"name"_s, QString(field.name)}, {u"encoding"_s, encodingName(field.type)}});
    return {{u"hash"_s, u"SHA-256"_s}, {u"fields"_s, fields},
        {u"entry"_s,
            u"hash of: one byte 01; the hash of the entry before (32 bytes; zeros for n = 1); n as"
            " 8 bytes big-endian; then each field in this order as its length (4 bytes big-endian)"
            " and its bytes, or FFFFFFFF alone where it is null"_s},
        {u"uuid"_s, u"lower-case text with hyphens"_s},
        {u"instant"_s, u"microseconds since 1970-01-01T00:00:00Z as decimal text"_s},
        {u"json"_s,
            u"UTF-8 without blanks, keys sorted by code point, numbers in plain decimal notation "
            u"(integers without"
            " a fraction), escaped in strings: \", \\, \\b \\f \\n \\r \\t, other controls as \\u00xx"_s},
        {u"text"_s, u"UTF-8"_s},
        {u"fingerprint"_s, u"hash of: chain, newline, n, newline, head, newline (UTF-8)"_s}};
}

QJsonObject namesOf(const QHash<QString, QString> &people)
{
    QJsonObject names;
    for (auto person = people.cbegin(); person != people.cend(); ++person)
        names.insert(person.key(), *person);
    return names;
}

QJsonObject placesOf(const QHash<QString, Row> &places)
{
    QJsonObject all;
    for (auto place = places.cbegin(); place != places.cend(); ++place)
        all.insert(place.key(), columnsOf(u"target", *place));
    return all;
}

QJsonValue brokenOf(const std::optional<domain::RecordBreak> &broken)
{
    if (!broken)
        return {};
    return QJsonObject{{u"chain"_s, broken->chain}, {u"n"_s, broken->at.n},
        {u"reason"_s, QString(domain::codeOf(broken->at.reason))}};
}

tl::unexpected<Error> unknown(const QString &path, const QString &why)
{
    return base::failure(Error::Kind::Invalid, why, u"export_unknown"_s, {{u"file"_s, path}});
}

Result<QJsonObject> readDocument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(
            Error::Kind::Invalid, file.errorString(), u"file_unreadable"_s, {{u"file"_s, path}});
    if (file.size() > kMostFileBytes)
        return unknown(path, u"more than a document of this kind holds"_s);
    const QJsonObject document = base::readJson(file.readAll()).object();
    if (document.value("format"_L1) != kFormat)
        return unknown(path, u"no document of this kind"_s);
    if (document.value("version"_L1).toInt() != kFormatVersion)
        return base::failure(Error::Kind::TooNew, u"another version of the document"_s,
            u"export_newer"_s, {{u"file"_s, path}});
    return document;
}

} // namespace

QJsonObject toJson(const IncidentFile &file, base::Instant exportedAt)
{
    const QJsonObject chain{{u"name"_s, file.head.chain}, {u"n"_s, file.head.n},
        {u"head"_s,
            file.head.n > 0 ? QJsonValue(QString::fromLatin1(file.head.hash)) : QJsonValue()},
        {u"fingerprint"_s, QString::fromLatin1(file.fingerprint)},
        {u"broken"_s, brokenOf(file.broken)}};
    return {{u"format"_s, QString(kFormat)}, {u"version"_s, kFormatVersion},
        {u"program"_s, u"Watchroom " WATCHROOM_VERSION ""_s},
        {u"exported_at"_s, base::toIso(exportedAt)},
        {u"incident"_s, columnsOf(u"incident", file.incident)},
        {u"roles"_s, rowsOf(u"incident_role", file.roles)},
        {u"stages"_s, rowsOf(u"stage_record", file.stages)},
        {u"alerts"_s, rowsOf(u"alert", file.alerts)}, {u"people"_s, namesOf(file.people)},
        {u"targets"_s, placesOf(file.places)}, {u"policy"_s, file.policy}, {u"chain"_s, chain},
        {u"verify"_s, ruleOf()}, {u"entries"_s, entriesOf(file, file.entries)},
        {u"unrecorded"_s, entriesOf(file, file.unrecorded)}};
}

Result<ExportedRecord> readExportedRecord(const QString &path)
{
    const auto document = readDocument(path);
    if (!document)
        return tl::unexpected(document.error());
    const QJsonObject incident = document->value("incident"_L1).toObject();
    const QJsonObject chain = document->value("chain"_L1).toObject();
    const QString id = domain::text(incident, "id"_L1);
    ExportedRecord record;
    record.head = {u"incident:"_s + id, chain.value("n"_L1).toInteger(),
        chain.value("head"_L1).toString().toLatin1()};
    record.reference = domain::text(incident, "label"_L1);
    const QJsonArray entries = document->value("entries"_L1).toArray();
    if (id.isEmpty() || domain::text(chain, "name"_L1) != record.head.chain)
        return unknown(path, u"the chain is not the incident's"_s);
    if (entries.size() > kMostEntries)
        return base::failure(Error::Kind::Invalid, u"too many entries"_s, u"export_too_large"_s,
            {{u"entries"_s, qint64(entries.size())}});
    for (const QJsonValue &value : entries) {
        const Row entry = value.toObject();
        if (domain::text(entry, "incident"_L1) != id && !record.broken)
            record.broken = domain::RecordBreak{record.head.chain,
                {domain::integer(entry, "n"_L1), domain::ChainBreak::Reason::Altered}};
        record.entries.append(entry);
    }
    return record;
}

} // namespace watchroom::exports
