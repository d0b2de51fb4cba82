// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outbox.h"

#include "app/base/ids.h"
#include "app/store/reader.h"

#include <QJsonDocument>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::ResultState;

namespace {

QVariant idOrNull(const QUuid &id)
{
    return id.isNull() ? QVariant() : QVariant(base::toText(id));
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString stateOf(ResultState state)
{
    switch (state) {
    case ResultState::Conflict:
        return u"conflict"_s;
    case ResultState::Rejected:
        return u"rejected"_s;
    case ResultState::Held:
        return u"held"_s;
    default:
        return u"acked"_s;
    }
}

Envelope envelopeOf(const QVariantList &row)
{
    return {row.at(0).toLongLong(), row.at(1).toString().toUtf8(),
        QUuid::fromString(row.at(2).toString()), row.at(3).toString().toLatin1(),
        QUuid::fromString(row.at(4).toString()), row.at(5).toString().toLatin1()};
}

const auto kEnvelope = u"seq,body,session,proof,release_session,release_proof"_s;

} // namespace

Outbox::Outbox(Database &database)
    : m_database(database)
{
}

qint64 Outbox::add(const Queued &queued)
{
    const Envelope &envelope = queued.envelope;
    m_database.exec(u"INSERT INTO sync_outbox"
                    "(seq,op,grp,tbl,row_id,kind,body,session,proof,release_session,"
                    "release_proof,at,actor,state) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        {envelope.seq == 0 ? QVariant() : QVariant(envelope.seq), base::toText(queued.op),
            base::toText(queued.group), queued.table, base::toText(queued.row), queued.kind,
            QString::fromUtf8(envelope.body), idOrNull(envelope.session),
            textOrNull(QString::fromLatin1(envelope.proof)), idOrNull(envelope.releaseSession),
            textOrNull(QString::fromLatin1(envelope.releaseProof)), queued.at,
            textOrNull(queued.actor), queued.state});
    return envelope.seq == 0 ? m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong()
                             : envelope.seq;
}

std::optional<QUuid> Outbox::lastUnsettled(const QString &table, const QUuid &row) const
{
    const QVariant op = m_database.value(u"SELECT op FROM sync_outbox WHERE row_id=? AND tbl=?"
                                         " AND state IN('pending','held')"
                                         " AND state<>'acked' ORDER BY seq DESC LIMIT 1"_s,
        {base::toText(row), table});
    return op.isValid() ? std::optional(QUuid::fromString(op.toString())) : std::nullopt;
}

std::optional<QUuid> Outbox::insertOf(const QUuid &row) const
{
    const QVariant op =
        m_database.value(u"SELECT op FROM sync_outbox WHERE row_id=? AND kind IN('insert','append')"
                         " AND state IN('pending','held')"
                         " AND state<>'acked' LIMIT 1"_s,
            {base::toText(row)});
    return op.isValid() ? std::optional(QUuid::fromString(op.toString())) : std::nullopt;
}

QList<Envelope> Outbox::batch(qint64 after, int maxOps, qint64 maxBytes) const
{
    // Found in the index alone: a long queue's bodies are not read to be sorted.
    const QString sql = u"SELECT "_s + kEnvelope
        + u",grp FROM sync_outbox WHERE seq IN (SELECT seq FROM sync_outbox"
          " WHERE state='pending' AND state<>'acked' AND seq>? ORDER BY seq LIMIT ?)"
          " ORDER BY seq"_s;
    // One more than the limit: it tells whether the last group is whole.
    auto rows = m_database.select(sql, {after, maxOps + 1});
    if (rows.size() > maxOps && rows.first().last() == rows.last().last())
        rows = m_database.select(sql, {after, -1});
    QList<Envelope> batch;
    qint64 bytes = 0;
    qsizetype at = 0;
    while (at < rows.size()) {
        qsizetype end = at;
        qint64 groupBytes = 0;
        for (; end < rows.size() && rows[end].last() == rows[at].last(); ++end)
            groupBytes += rows[end].at(1).toString().toUtf8().size();
        // A group larger than the limits still has to travel, alone.
        if (!batch.isEmpty() && (end > maxOps || bytes + groupBytes > maxBytes))
            break;
        for (; at < end; ++at)
            batch.append(envelopeOf(rows[at]));
        bytes += groupBytes;
    }
    return batch;
}

bool Outbox::settle(const domain::OperationResult &result, const QString &now)
{
    QString op = base::toText(result.op);
    // A body without an id that the server could read is answered under another.
    const QVariant body =
        m_database.value(u"SELECT body FROM sync_outbox WHERE seq=? AND op<>?"_s, {result.seq, op});
    if (body.isValid() && domain::unreadableId(body.toString().toUtf8()) == result.op)
        op = m_database.value(u"SELECT op FROM sync_outbox WHERE seq=?"_s, {result.seq}).toString();
    const QString text =
        QString::fromUtf8(QJsonDocument(domain::toJson(result)).toJson(QJsonDocument::Compact));
    return m_database.exec(u"UPDATE sync_outbox SET state=?, code=?, result=?, settled_at=?"
                           " WHERE seq=? AND op=? AND state IN('pending','held')"_s,
               {stateOf(result.state), textOrNull(result.code), text, now, result.seq, op})
        > 0;
}

QList<Queued> Outbox::requeueAbove(qint64 lastOp)
{
    const QList<Queued> lost =
        select(u"seq>? AND state IN('acked','conflict','rejected','held')"_s, {lastOp});
    for (const Queued &queued : lost)
        m_database.exec(u"UPDATE sync_outbox SET state='pending', code=NULL, result=NULL,"
                        " settled_at=NULL WHERE seq=?"_s,
            {queued.envelope.seq});
    return lost;
}

bool Outbox::followsOn(qint64 lastOp) const
{
    const qint64 waiting = m_database
                               .value(u"SELECT count(*) FROM sync_outbox WHERE state='pending'"
                                      " AND state<>'acked' AND seq>?"_s,
                                   {lastOp})
                               .toLongLong();
    return waiting == highestSeq() - lastOp;
}

QList<std::pair<qint64, qint64>> Outbox::renumber()
{
    QList<std::pair<qint64, qint64>> renumbered;
    qint64 next = highestSeq() + 1;
    const auto rows = m_database.select(u"SELECT seq FROM sync_outbox"
                                        " WHERE state='pending' AND state<>'acked'"
                                        " ORDER BY seq"_s);
    for (const QVariantList &row : rows) {
        m_database.exec(
            u"UPDATE sync_outbox SET seq=?, state='pending' WHERE seq=?"_s, {next, row.first()});
        renumbered.append({row.first().toLongLong(), next++});
    }
    continueAfter(next - 1);
    return renumbered;
}

QList<Queued> Outbox::heldAmong(const QList<QUuid> &ops) const
{
    return select(u"state='held' AND op "_s + kInList, {listOf(ops)});
}

qint64 Outbox::sendAgain(const Queued &queued)
{
    const Envelope &envelope = queued.envelope;
    const qint64 seq = highestSeq() + 1;
    m_database.exec(u"UPDATE sync_outbox SET seq=?, state='pending', code=NULL, result=NULL,"
                    " settled_at=NULL, session=?, proof=?, release_session=?, release_proof=?"
                    " WHERE op=?"_s,
        {seq, idOrNull(envelope.session), textOrNull(QString::fromLatin1(envelope.proof)),
            idOrNull(envelope.releaseSession),
            textOrNull(QString::fromLatin1(envelope.releaseProof)), base::toText(queued.op)});
    continueAfter(seq);
    return seq;
}

QList<Queued> Outbox::refusedAmong(const QList<QUuid> &ops) const
{
    return select(u"state IN('held','conflict','rejected') AND op "_s + kInList, {listOf(ops)});
}

void Outbox::discard(const QUuid &op, const QString &now)
{
    m_database.exec(u"UPDATE sync_outbox SET state=?, settled_at=? WHERE op=?"_s,
        {kDiscarded, now, base::toText(op)});
}

void Outbox::forgetDiscardedBefore(const QString &instant)
{
    m_database.exec(u"DELETE FROM sync_outbox WHERE state=? AND state<>'acked' AND settled_at<?"_s,
        {kDiscarded, instant});
}

void Outbox::forgetAcknowledgedBefore(const QString &instant)
{
    m_database.exec(u"DELETE FROM sync_outbox WHERE state='acked' AND settled_at<?"_s, {instant});
}

OutboxCounts Outbox::counts() const
{
    OutboxCounts counts;
    const auto rows = m_database.select(
        u"SELECT state,count(*) FROM sync_outbox WHERE state<>'acked' AND state<>'discarded'"
        " GROUP BY state"_s);
    for (const QVariantList &row : rows) {
        const QString state = row.at(0).toString();
        const qint64 number = row.at(1).toLongLong();
        if (state == "held"_L1)
            counts.held = number;
        else if (state == "conflict"_L1)
            counts.conflicts = number;
        else if (state == "rejected"_L1)
            counts.rejected = number;
        else
            counts.pending += number;
    }
    return counts;
}

QList<Queued> Outbox::open() const
{
    return select(u"state<>'acked' AND state<>'discarded'"_s, {});
}

QList<Queued> Outbox::select(const QString &condition, const QVariantList &values) const
{
    QList<Queued> list;
    // By the state's index, and then sorted: not in the order of all that was ever sent.
    const auto rows = m_database.select(u"SELECT "_s + kEnvelope
            + u",op,grp,tbl,row_id,kind,at,actor,state FROM sync_outbox WHERE "_s + condition
            + u" ORDER BY +seq"_s,
        values);
    for (const QVariantList &row : rows) {
        list.append({.envelope = envelopeOf(row),
            .op = QUuid::fromString(row.at(6).toString()),
            .group = QUuid::fromString(row.at(7).toString()),
            .table = row.at(8).toString(),
            .row = QUuid::fromString(row.at(9).toString()),
            .kind = row.at(10).toString(),
            .at = row.at(11).toString(),
            .actor = row.at(12).toString(),
            .state = row.at(13).toString()});
    }
    return list;
}

qint64 Outbox::highestSeq() const
{
    return m_database.value(u"SELECT seq FROM sqlite_sequence WHERE name='sync_outbox'"_s)
        .toLongLong();
}

void Outbox::continueAfter(qint64 seq)
{
    if (seq <= highestSeq())
        return;
    if (m_database.exec(u"UPDATE sqlite_sequence SET seq=? WHERE name='sync_outbox'"_s, {seq}) == 0)
        m_database.exec(u"INSERT INTO sqlite_sequence(name,seq) VALUES('sync_outbox',?)"_s, {seq});
}

} // namespace watchroom::store
