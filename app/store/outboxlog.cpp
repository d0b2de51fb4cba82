// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxlog.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/base/log.h"
#include "app/base/wholefile.h"

#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>
#include <QtEndian>

#include <array>
#include <unistd.h>

namespace watchroom::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSyncMillis = 1000;
constexpr qint64 kHighestSeq = qint64{1} << 53; // what a JSON number can count to
constexpr quint32 kMaxRecord = 4 * 1024 * 1024;
constexpr qsizetype kHeader = 8; // length and CRC-32, little-endian

quint32 crc32(const QByteArray &bytes)
{
    // IEEE 802.3, reflected; the tail of a file cut by a crash is what it must find.
    static const auto table = [] {
        std::array<quint32, 256> entries{};
        for (quint32 i = 0; i < entries.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ ((value & 1U) != 0 ? 0xedb88320U : 0U);
            entries[i] = value;
        }
        return entries;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ static_cast<uchar>(byte)) & 0xffU];
    return ~crc;
}

QByteArray record(const QJsonObject &json)
{
    const QByteArray payload = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray bytes(kHeader, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(payload.size()), bytes.data());
    qToLittleEndian(crc32(payload), bytes.data() + 4);
    return bytes + payload;
}

QJsonObject toJson(const Queued &queued)
{
    return {{u"seq"_s, queued.envelope.seq}, {u"body"_s, QString::fromUtf8(queued.envelope.body)},
        {u"session"_s, base::toText(queued.envelope.session)},
        {u"proof"_s, QString::fromLatin1(queued.envelope.proof)},
        {u"release_session"_s, base::toText(queued.envelope.releaseSession)},
        {u"release_proof"_s, QString::fromLatin1(queued.envelope.releaseProof)},
        {u"kind"_s, queued.kind}, {u"state"_s, queued.state}};
}

/// What the records so far had: an operation, or its number, may not come twice.
struct Taken
{
    QSet<QUuid> ops;
    QSet<qint64> seqs;
};

qint64 seqOf(const QJsonValue &value)
{
    const qint64 seq = value.toInteger();
    return seq > 0 && seq < kHighestSeq ? seq : 0;
}

/// What no word of ours says waits: sent once too often it is answered as before.
QString stateFrom(const QString &word)
{
    static const QSet<QString> kStates{u"pending"_s, u"held"_s, u"conflict"_s, u"rejected"_s};
    return kStates.contains(word) ? word : u"pending"_s;
}

Queued fromJson(const QJsonObject &json, const domain::Operation &operation)
{
    return {.envelope = {seqOf(json.value("seq"_L1)), json.value("body"_L1).toString().toUtf8(),
                QUuid::fromString(json.value("session"_L1).toString()),
                json.value("proof"_L1).toString().toLatin1(),
                QUuid::fromString(json.value("release_session"_L1).toString()),
                json.value("release_proof"_L1).toString().toLatin1()},
        .op = operation.op,
        .group = operation.group,
        .table = operation.table,
        .row = operation.id,
        .kind = base::readJson(json.value("body"_L1).toString().toUtf8())["kind"_L1].toString(),
        .at = base::toIso(operation.at),
        .actor = operation.actor,
        .state = stateFrom(json.value("state"_L1).toString())};
}

QJsonObject stateRecord(const SyncState &state, qint64 highestSeq)
{
    QJsonObject members;
    for (auto it = state.begin(); it != state.end(); ++it)
        members.insert(it.key(), it.value());
    return {{u"highest"_s, highestSeq}, {u"sync"_s, members}};
}

void take(const QJsonObject &json, LogContents &contents, Taken &taken)
{
    if (!json.contains("body"_L1)) {
        contents.highestSeq = std::max(contents.highestSeq, seqOf(json.value("highest"_L1)));
        const QJsonObject members = json.value("sync"_L1).toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            contents.state.insert(it.key(), it.value().toString());
        return;
    }
    const auto operation = domain::fromBody(json.value("body"_L1).toString().toUtf8());
    if (!operation || taken.ops.contains(operation->op))
        return;
    Queued queued = fromJson(json, *operation);
    // A number that is none, or another's, is no reason to lose the operation: it gets a new one.
    if (taken.seqs.contains(queued.envelope.seq))
        queued.envelope.seq = 0;
    taken.ops.insert(operation->op);
    taken.seqs.insert(queued.envelope.seq);
    contents.highestSeq = std::max(contents.highestSeq, queued.envelope.seq);
    contents.operations.append(std::move(queued));
}

} // namespace

OutboxLog::OutboxLog(const QString &path)
    : m_path(path)
    , m_file(path)
    , m_thread(u"outbox-log"_s)
{
    m_thread.post([this] {
        auto *timer = new QTimer(m_thread.context());
        QObject::connect(timer, &QTimer::timeout, m_thread.context(), [this] { sync(); });
        timer->start(kSyncMillis);
    });
}

OutboxLog::~OutboxLog()
{
    m_thread
        .run([this] {
            sync();
            m_file.close();
        })
        .waitForFinished();
}

void OutboxLog::append(const QList<Queued> &operations)
{
    if (operations.isEmpty())
        return;
    m_thread.post([this, operations] {
        QByteArray records;
        for (const Queued &queued : operations)
            records += record(toJson(queued));
        write(records);
    });
}

void OutboxLog::restart(const SyncState &state, qint64 highestSeq, const QList<Queued> &open)
{
    m_thread.post([this, state, highestSeq, open] {
        m_file.close();
        // A crash in between leaves either the old file or the new one.
        QSaveFile file(m_path);
        QByteArray records = record(stateRecord(state, highestSeq));
        for (const Queued &queued : open)
            records += record(toJson(queued));
        if (!file.open(QIODevice::WriteOnly) || file.write(records) != records.size()
            || !base::commitWhole(file))
            qCWarning(
                base::lcStore, "outbox.log cannot be written: %s", qPrintable(file.errorString()));
    });
}

void OutboxLog::write(const QByteArray &records)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::Append | QIODevice::Unbuffered)) {
        qCWarning(
            base::lcStore, "outbox.log cannot be opened: %s", qPrintable(m_file.errorString()));
        return;
    }
    const qint64 before = m_file.size();
    if (m_file.write(records) != records.size()) {
        // Half a record would hide all that follow it.
        m_file.resize(before);
        qCWarning(
            base::lcStore, "outbox.log cannot be written: %s", qPrintable(m_file.errorString()));
    }
    m_unsynced = true;
}

void OutboxLog::sync()
{
    if (m_unsynced && m_file.isOpen())
        ::fdatasync(m_file.handle());
    m_unsynced = false;
}

LogContents OutboxLog::read(const QString &path)
{
    LogContents contents;
    Taken taken;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return contents;
    while (!file.atEnd()) {
        const QByteArray header = file.read(kHeader);
        if (header.size() < kHeader)
            break;
        const auto length = qFromLittleEndian<quint32>(header.constData());
        if (length == 0 || length > kMaxRecord)
            break;
        const QByteArray payload = file.read(length);
        if (payload.size() < qsizetype{length}
            || crc32(payload) != qFromLittleEndian<quint32>(header.constData() + 4))
            break;
        take(base::readJson(payload).object(), contents, taken);
    }
    return contents;
}

} // namespace watchroom::store
