// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/record.h"

#include "app/domain/values.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr char kVersion = 1;
constexpr auto kDayPrefix = "day:"_L1;

// The order is the format: it never changes under one version byte.
constexpr std::array kFields{HashedField{"id"_L1, ColumnType::Uuid},
    HashedField{"incident"_L1, ColumnType::Uuid}, HashedField{"author"_L1, ColumnType::Text},
    HashedField{"carrier"_L1, ColumnType::Text}, HashedField{"recorded_at"_L1, ColumnType::Instant},
    HashedField{"happened_at"_L1, ColumnType::Instant}, HashedField{"kind"_L1, ColumnType::Text},
    HashedField{"channel"_L1, ColumnType::Text}, HashedField{"code"_L1, ColumnType::Text},
    HashedField{"params"_L1, ColumnType::Json}, HashedField{"text"_L1, ColumnType::Text},
    HashedField{"corrects"_L1, ColumnType::Uuid}, HashedField{"blobs"_L1, ColumnType::Json}};

QByteArray bytesOf(const QJsonValue &value, ColumnType type)
{
    switch (type) {
    case ColumnType::Json:
        return canonicalJson(value);
    case ColumnType::Uuid:
        return value.toString().toLower().toLatin1();
    case ColumnType::Instant: {
        const auto instant = base::fromIso(value.toString()).value_or(base::Instant{});
        return QByteArray::number(qint64{instant.time_since_epoch().count()});
    }
    default:
        return value.toString().toUtf8();
    }
}

/// The chain must end with this very entry.
std::optional<RecordBreak> checkEnd(const QList<Row> &entries, const ChainHead &end)
{
    using Reason = ChainBreak::Reason;
    const qint64 last = entries.isEmpty() ? 0 : integer(entries.last(), "n"_L1);
    if (last < end.n)
        return RecordBreak{end.chain, {last + 1, Reason::Missing}};
    if (last > end.n)
        return RecordBreak{end.chain, {end.n + 1, Reason::Altered}};
    if (last > 0 && text(entries.last(), "hash"_L1).toLatin1() != end.hash)
        return RecordBreak{end.chain, {end.n, Reason::Altered}};
    return std::nullopt;
}

/// What the first entry of a day says of the day before.
std::optional<ChainHead> sealIn(const QList<Row> &entries)
{
    const QJsonValue sealed = entries.value(0).value("params"_L1)["sealed"_L1];
    if (!sealed.isObject())
        return std::nullopt;
    return ChainHead{sealed["chain"_L1].toString(), sealed["n"_L1].toInteger(),
        sealed["head"_L1].toString().toLatin1()};
}

template <class Integer>
QByteArray bigEndian(Integer number)
{
    QByteArray bytes(sizeof(Integer), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

std::span<const HashedField> hashedFields()
{
    return kFields;
}

bool isRecordedLater(
    const std::optional<base::Instant> &happened, const std::optional<base::Instant> &recorded)
{
    return happened && recorded && *recorded - *happened >= std::chrono::minutes(1);
}

QByteArray entryHash(const Row &entry, const QByteArray &previousHex, qint64 n)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(1, kVersion));
    hash.addData(previousHex.isEmpty() ? QByteArray(32, '\0') : QByteArray::fromHex(previousHex));
    hash.addData(bigEndian(n));
    for (const HashedField &field : kFields) {
        const QJsonValue value = entry.value(field.name);
        if (value.isNull() || value.isUndefined()) {
            hash.addData(bigEndian(quint32{0xffffffff}));
            continue;
        }
        const QByteArray bytes = bytesOf(value, field.type);
        hash.addData(bigEndian(static_cast<quint32>(bytes.size())));
        hash.addData(bytes);
    }
    return hash.result().toHex();
}

QLatin1StringView codeOf(ChainBreak::Reason reason)
{
    static constexpr std::array kCodes{"missing"_L1, "repeated"_L1, "altered"_L1};
    return kCodes[static_cast<std::size_t>(reason)];
}

ChainBreak::Reason reasonFrom(QStringView code)
{
    for (const auto reason : {ChainBreak::Reason::Missing, ChainBreak::Reason::Repeated}) {
        if (codeOf(reason) == code)
            return reason;
    }
    return ChainBreak::Reason::Altered;
}

std::optional<ChainBreak> verifyChain(const QList<Row> &entries)
{
    qint64 expected = 1;
    QByteArray previous;
    for (const Row &entry : entries) {
        const qint64 n = integer(entry, "n"_L1);
        if (n > expected)
            return ChainBreak{expected, ChainBreak::Reason::Missing};
        if (n < expected)
            return ChainBreak{n, ChainBreak::Reason::Repeated};
        previous = entryHash(entry, previous, n);
        if (text(entry, "hash"_L1).toLatin1() != previous)
            return ChainBreak{n, ChainBreak::Reason::Altered};
        ++expected;
    }
    return std::nullopt;
}

std::optional<RecordBreak> verifyRecord(
    const QMap<QString, QList<Row>> &chains, const QList<ChainHead> &kept)
{
    QList<ChainHead> ends = kept;
    QString firstDay;
    for (auto chain = chains.cbegin(); chain != chains.cend(); ++chain) {
        if (const auto broken = verifyChain(*chain))
            return RecordBreak{chain.key(), *broken};
        if (!chain.key().startsWith(kDayPrefix))
            continue;
        if (firstDay.isEmpty())
            firstDay = chain.key();
        const auto sealed = sealIn(*chain);
        if (sealed && sealed->chain >= firstDay)
            ends.append(*sealed);
    }
    for (const ChainHead &end : std::as_const(ends))
        if (auto broken = checkEnd(chains.value(end.chain), end))
            return broken;
    return std::nullopt;
}

QByteArray fingerprint(QList<ChainHead> heads)
{
    std::ranges::sort(heads, {}, [](const ChainHead &head) { return head.chain.toUtf8(); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ChainHead &head : std::as_const(heads))
        hash.addData(
            head.chain.toUtf8() + '\n' + QByteArray::number(head.n) + '\n' + head.hash + '\n');
    return hash.result().toHex();
}

} // namespace watchroom::domain
