// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/answers.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/domain/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;

namespace {

constexpr qsizetype kMostParts = 1200; // a hundred years of months
constexpr qsizetype kMostSecrets = 1000;

tl::unexpected<Error> corrupt(const QString &what)
{
    return base::failure(Error::Kind::Corrupt, u"answer of the server: "_s + what);
}

std::optional<QJsonObject> object(const QString &json)
{
    const QJsonDocument document = base::readJson(json.toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QJsonArray> array(const QString &json)
{
    const QJsonDocument document = base::readJson(json.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::optional<qint64> whole(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    const qint64 read = value.toInteger(-1);
    return value.isDouble() && number >= 0 && static_cast<double>(read) == number
        ? std::optional(read)
        : std::nullopt;
}

std::optional<int> smallWhole(const QJsonValue &value)
{
    const auto read = whole(value);
    return read && *read < 1'000'000 ? std::optional(static_cast<int>(*read)) : std::nullopt;
}

std::optional<base::Instant> instant(const QJsonValue &value)
{
    return value.isString() ? base::fromIso(value.toString()) : std::nullopt;
}

/// As PostgreSQL spells it: the replica finds a row by this text.
bool isId(const QJsonValue &value)
{
    const QUuid id = QUuid::fromString(value.toString());
    return !id.isNull() && base::toText(id) == value.toString();
}

bool isRow(const QJsonObject &row)
{
    return isId(row["id"_L1]) && isId(row["ver"_L1]) && row["deleted"_L1].isBool()
        && row["part"_L1].isString();
}

/// A pg_snapshot's text. Anything else would be kept and then be refused for ever.
bool isCursor(const QString &cursor)
{
    static const QRegularExpression pattern(u"^\\d{1,20}:\\d{1,20}:(\\d{1,20}(,\\d{1,20})*)?$"_s);
    return pattern.match(cursor).hasMatch();
}

bool isBucket(const QString &bucket)
{
    return bucket.size() == 2 && std::ranges::all_of(bucket, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

/// What is only compared with itself later; a longer one is as if there were none.
QString mark(const QJsonValue &said)
{
    return said.toString().size() <= 64 ? said.toString() : QString();
}

bool isPart(const QString &part)
{
    static const QRegularExpression pattern(u"^\\d{4}-\\d\\d$"_s);
    return pattern.match(part).hasMatch();
}

/// At most 1,000 names of a bearable length.
QStringList names(const QJsonArray &said)
{
    QStringList names;
    for (const QJsonValue &name : said) {
        if (names.size() < 1000 && name.toString().size() < 100)
            names.append(name.toString());
    }
    return names;
}

/// A server that asks for silence, or for a storm, is not obeyed.
std::chrono::milliseconds pace(const QJsonValue &said)
{
    const auto interval = smallWhole(said);
    return std::clamp(std::chrono::milliseconds(interval.value_or(150)), 20ms, 15000ms);
}

} // namespace

base::Result<Hello> readHello(const QString &json)
{
    const auto said = object(json);
    const auto lastOp = said ? whole((*said)["last_op"_L1]) : std::nullopt;
    const auto least = said ? smallWhole((*said)["schema_min"_L1]) : std::nullopt;
    const auto most = said ? smallWhole((*said)["schema_max"_L1]) : std::nullopt;
    const auto interval = said ? smallWhole((*said)["pull_interval"_L1]) : std::nullopt;
    const auto now = said ? instant((*said)["now"_L1]) : std::nullopt;
    if (!lastOp || !least || !most || !interval || !now || (*said)["epoch"_L1].toString().isEmpty())
        return corrupt(u"hello"_s);
    Hello hello;
    hello.epoch = (*said)["epoch"_L1].toString();
    hello.lineage = QUuid::fromString((*said)["lineage"_L1].toString());
    hello.lastOp = *lastOp;
    hello.prefix = (*said)["prefix"_L1].toString();
    hello.schemaMin = *least;
    hello.schemaMax = *most;
    hello.now = *now;
    hello.pullInterval = pace((*said)["pull_interval"_L1]);
    hello.station = (*said)["station"_L1].toString();
    hello.kind = (*said)["kind"_L1].toString();
    hello.secrets = mark((*said)["secrets"_L1]);
    hello.started = mark((*said)["started"_L1]);
    const QJsonArray parts = (*said)["parts"_L1].toArray();
    for (const QJsonValue &part : parts) {
        if (hello.parts.size() < kMostParts && isPart(part.toString()))
            hello.parts.append(part.toString());
    }
    std::ranges::sort(hello.parts, std::greater<>());
    return hello;
}

base::Result<Applied> readApplied(const QString &json)
{
    const auto said = object(json);
    const auto lastOp = said ? whole((*said)["last_op"_L1]) : std::nullopt;
    if (!lastOp || !(*said)["results"_L1].isArray())
        return corrupt(u"apply_changes"_s);
    Applied applied{.lastOp = *lastOp, .results = {}};
    const QJsonArray results = (*said)["results"_L1].toArray();
    for (const QJsonValue &value : results) {
        auto result = domain::resultFromJson(value.toObject());
        if (!result)
            return tl::unexpected(result.error());
        if (result->row && !isRow(*result->row))
            return corrupt(u"row of a result"_s);
        applied.results.append(std::move(*result));
    }
    return applied;
}

base::Result<Pulled> readPulled(const QStringList &lines)
{
    const auto last = lines.isEmpty() ? std::nullopt : object(lines.constLast());
    const auto lastOp = last ? whole((*last)["last_op"_L1]) : std::nullopt;
    const auto now = last ? instant((*last)["now"_L1]) : std::nullopt;
    if (!lastOp || !now || !isCursor((*last)["cursor"_L1].toString())
        || (*last)["epoch"_L1].toString().isEmpty())
        return corrupt(u"pull has no end"_s);
    Pulled pulled{.rows = {},
        .cursor = (*last)["cursor"_L1].toString(),
        .lastOp = *lastOp,
        .epoch = (*last)["epoch"_L1].toString(),
        .now = *now};
    pulled.rows.reserve(lines.size() - 1);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const auto line = object(lines[i]);
        const QString table = line ? (*line)["t"_L1].toString() : QString();
        const QJsonObject row = line ? (*line)["r"_L1].toObject() : QJsonObject();
        if (table.isEmpty() || !isRow(row))
            return corrupt(u"row of pull"_s);
        pulled.rows.append({table, row});
    }
    return pulled;
}

base::Result<QHash<QString, QString>> readDigest(const QString &json)
{
    const auto said = object(json);
    if (!said || !(*said)["buckets"_L1].isObject())
        return corrupt(u"digest"_s);
    QHash<QString, QString> digest;
    const QJsonObject buckets = (*said)["buckets"_L1].toObject();
    for (auto it = buckets.begin(); it != buckets.end(); ++it) {
        if (!isBucket(it.key()) || !it.value().isString())
            return corrupt(u"digest"_s);
        digest.insert(it.key(), it.value().toString());
    }
    return digest;
}

base::Result<QHash<QUuid, QUuid>> readList(const QString &json)
{
    const auto said = array(json);
    if (!said)
        return corrupt(u"list"_s);
    QHash<QUuid, QUuid> list;
    for (const QJsonValue &value : *said) {
        const QUuid id = QUuid::fromString(value.toArray().at(0).toString());
        const QUuid ver = QUuid::fromString(value.toArray().at(1).toString());
        if (id.isNull() || ver.isNull())
            return corrupt(u"list"_s);
        list.insert(id, ver);
    }
    return list;
}

base::Result<QList<domain::Row>> readRows(const QString &json)
{
    const auto said = array(json);
    if (!said)
        return corrupt(u"rows"_s);
    QList<domain::Row> rows;
    rows.reserve(said->size());
    for (const QJsonValue &value : *said) {
        if (!isRow(value.toObject()))
            return corrupt(u"rows"_s);
        rows.append(value.toObject());
    }
    return rows;
}

base::Result<Beat> readBeat(const QString &json)
{
    const auto said = object(json);
    const auto now = said ? instant((*said)["now"_L1]) : std::nullopt;
    const QJsonObject lease = said ? (*said)["lease"_L1].toObject() : QJsonObject();
    const auto fence = whole(lease["fence"_L1]);
    const auto online = said ? smallWhole((*said)["stations_online"_L1]) : std::nullopt;
    if (!now || !fence || !online)
        return corrupt(u"beat"_s);
    return Beat{.now = *now,
        .leaseHolder = lease["holder"_L1].toString(),
        .fence = *fence,
        .mine = lease["mine"_L1].toBool(),
        .leaseEnds = instant(lease["ends"_L1]).value_or(*now),
        .pullInterval = pace((*said)["pull_interval"_L1]),
        .stationsOnline = *online,
        .online = names((*said)["online"_L1].toArray()),
        .secrets = mark((*said)["secrets"_L1])};
}

base::Result<QList<SecretInfo>> readSecretInfos(const QString &json)
{
    const auto said = array(json);
    if (!said || said->size() > kMostSecrets)
        return corrupt(u"list_secrets"_s);
    QList<SecretInfo> infos;
    for (const QJsonValue &each : *said) {
        const auto at = instant(each["set_at"_L1]);
        if (!at || each["name"_L1].toString().isEmpty())
            return corrupt(u"list_secrets"_s);
        infos.append({.name = each["name"_L1].toString(),
            .kind = each["kind"_L1].toString(),
            .receivers = {names(each["station_kinds"_L1].toArray()),
                names(each["stations"_L1].toArray())},
            .setBy = each["set_by"_L1].toString(),
            .setAt = *at});
    }
    return infos;
}

base::Result<BlobState> readBlobState(const QString &json)
{
    const auto said = object(json);
    const auto next = said ? smallWhole((*said)["next"_L1]) : std::nullopt;
    if (!next || !(*said)["whole"_L1].isBool())
        return corrupt(u"blob_put"_s);
    return BlobState{.next = *next,
        .whole = (*said)["whole"_L1].toBool(),
        .damaged = (*said)["damaged"_L1].toBool()};
}

base::Result<QByteArray> readPiece(const QString &base64)
{
    // The server breaks lines.
    const auto read = QByteArray::fromBase64Encoding(
        QString(base64).remove(u'\n').toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!read || read.decoded.size() > domain::limits::kBlobPiece)
        return corrupt(u"blob_get"_s);
    return read.decoded;
}

QString envelopes(const QList<OutgoingOperation> &operations)
{
    QJsonArray all;
    for (const OutgoingOperation &operation : operations) {
        const auto orNull = [](bool given, const QString &text) {
            return given ? QJsonValue(text) : QJsonValue();
        };
        QJsonObject envelope{{u"seq"_s, operation.seq},
            {u"body"_s, QString::fromUtf8(operation.body)},
            {u"session"_s, orNull(!operation.session.isNull(), base::toText(operation.session))},
            {u"proof"_s, orNull(!operation.proof.isEmpty(), QString::fromLatin1(operation.proof))}};
        if (!operation.releaseSession.isNull())
            envelope.insert(u"release"_s,
                QJsonObject{{u"session"_s, base::toText(operation.releaseSession)},
                    {u"proof"_s, QString::fromLatin1(operation.releaseProof)}});
        all.append(envelope);
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace watchroom::remote
