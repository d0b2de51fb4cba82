// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxlog.h"
#include "tests/fuzz/readers/fuzzreplica.h"
#include "tests/fuzz/readers/reader.h"

#include <QTemporaryFile>
#include <QtEndian>

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

quint32 sumOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

/// outbox.log as it is ('f'), or made of records with right sums (else, a payload a line), read and
/// queued again as after a damaged replica.
class Log final : public Reader
{
public:
    Log() { must(m_file.open(), "room"); }

    void read(const QByteArray &input) override
    {
        if (input.isEmpty())
            return;
        write(input.front() == 'f' ? input.mid(1) : records(input.mid(1)));
        const store::LogContents contents = store::OutboxLog::read(m_file.fileName());
        must(contents.highestSeq >= 0, "numbers are counted up");
        m_replica.within([&] {
            m_replica.database().exec(u"DELETE FROM sync_outbox"_s);
            m_replica.requeue.takeOver(contents);
            const qsizetype queued = m_replica.outbox.open().size();
            QSet<QUuid> ops;
            for (const store::Queued &one : contents.operations)
                ops.insert(one.op);
            must(queued >= ops.size(), "each operation of the log is queued again");
            must(m_replica.outbox.highestSeq() >= contents.highestSeq, "no number comes twice");
            m_replica.readCards();
            static_cast<void>(m_replica.outbox.batch(0, 500, 2 * 1024 * 1024));
        });
    }

private:
    static QByteArray records(const QByteArray &payloads)
    {
        QByteArray bytes;
        for (const QByteArray &payload : lines(payloads, 50)) {
            QByteArray header(8, '\0');
            qToLittleEndian(static_cast<quint32>(payload.size()), header.data());
            qToLittleEndian(sumOf(payload), header.data() + 4);
            bytes += header + payload;
        }
        return bytes;
    }

    void write(const QByteArray &bytes)
    {
        must(m_file.resize(0) && m_file.seek(0) && m_file.write(bytes) == bytes.size()
                && m_file.flush(),
            "room");
    }

    QTemporaryFile m_file;
    FuzzReplica m_replica;
};

} // namespace

std::unique_ptr<Reader> makeOutboxLog()
{
    return std::make_unique<Log>();
}

} // namespace watchroom::fuzz
