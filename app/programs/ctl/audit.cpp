// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/audit.h"

#include "app/base/json.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/password.h"
#include "app/remote/adminconnection.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using domain::ChainHead;
using domain::Row;

namespace {

void add(Record &record, const Row &entry)
{
    record.chains[domain::text(entry, "chain"_L1)].append(entry);
}

ChainHead headOf(const QJsonObject &row)
{
    return {row.value("chain"_L1).toString(), row.value("n"_L1).toInteger(),
        row.value("head"_L1).toString().toLatin1()};
}

constexpr int kSample = 100; // incidents

/// What the database says when it recomputes its own record.
Result<> askDatabase(remote::AdminConnection &connection, Record &record)
{
    const auto said = connection.value(u"SELECT sync.verify_record()"_s);
    if (!said)
        return tl::unexpected(said.error());
    const QJsonObject answer = base::readJson(said->toUtf8()).object();
    record.entries = answer.value("entries"_L1).toInteger();
    const QJsonValue broken = answer.value("broken"_L1);
    if (broken.isObject())
        record.broken = domain::RecordBreak{broken["chain"_L1].toString(),
            {broken["n"_L1].toInteger(), domain::reasonFrom(broken["reason"_L1].toString())}};
    return {};
}

Result<> readEntries(remote::AdminConnection &connection, bool full, Record &record)
{
    const auto ends = connection.run(
        u"SELECT jsonb_build_object('chain', chain, 'n', n, 'head', head)::text FROM sync.log_chain"
        " ORDER BY chain NOT LIKE 'day:%', random()"_s);
    if (!ends)
        return tl::unexpected(ends.error());
    QStringList sample;
    for (const QString &text : *ends) {
        const ChainHead head = headOf(base::readJson(text.toUtf8()).object());
        const bool isDay = head.chain.startsWith("day:"_L1);
        if (head.n > 0)
            record.heads.append(head);
        if (!full && !isDay && sample.size() == kSample)
            continue;
        record.kept.append(head);
        if (!isDay)
            sample.append(connection.literal(head.chain));
    }
    const QString where = full ? QString()
                               : u"WHERE chain LIKE 'day:%' OR chain IN ("_s
            + (sample.isEmpty() ? u"NULL"_s : sample.join(u", "_s)) + u')';
    const auto texts =
        connection.run(u"SELECT sync.row_of('log_entry', id)::text FROM app.log_entry "_s + where
            + u" ORDER BY chain, n"_s);
    if (!texts)
        return tl::unexpected(texts.error());
    for (const QString &text : *texts)
        add(record, base::readJson(text.toUtf8()).object());
    return {};
}

QString sentenceOf(const domain::RecordBreak &broken)
{
    static constexpr std::array kSentences{
        QT_TRANSLATE_NOOP("ctl", "The record was changed: entry %2 of %1 is missing."),
        QT_TRANSLATE_NOOP("ctl", "The record was changed: entry %2 of %1 is out of its order."),
        QT_TRANSLATE_NOOP(
            "ctl", "The record was changed: entry %2 of %1 is not what was recorded."),
    };
    const auto reason = static_cast<std::size_t>(broken.at.reason);
    return QCoreApplication::translate("ctl", kSentences[reason])
        .arg(broken.chain)
        .arg(broken.at.n);
}

} // namespace

Result<Record> readReplicaRecord(Context &context)
{
    return context.read<Record>([](store::Reader &reader) -> Result<Record> {
        const auto entries =
            reader.rows(u"log_entry", u"hash IS NOT NULL", {}, u"ORDER BY chain, n");
        if (!entries)
            return tl::unexpected(entries.error());
        const auto heads = reader.query(u"SELECT chain, n, head FROM local_chain"_s);
        if (!heads)
            return tl::unexpected(heads.error());
        Record record;
        for (const Row &entry : *entries)
            add(record, entry);
        for (const QJsonObject &head : *heads)
            record.kept.append(headOf(head));
        return record;
    });
}

Result<Record> readServerRecord(const QString &connInfo, bool full)
{
    const auto info = serverOf(connInfo);
    if (!info)
        return tl::unexpected(info.error());
    remote::AdminConnection connection;
    if (const auto opened = connection.open(*info); !opened)
        return tl::unexpected(opened.error());
    Record record;
    const auto done = connection.transaction([&]() -> Result<> {
        const auto set =
            connection.run(u"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s);
        if (!set)
            return tl::unexpected(set.error());
        if (const auto asked = askDatabase(connection, record); !asked)
            return asked;
        return readEntries(connection, full, record);
    });
    if (!done)
        return tl::unexpected(done.error());
    return record;
}

Outcome auditOutcome(const Record &record)
{
    qsizetype entries = 0;
    QList<ChainHead> heads;
    for (auto chain = record.chains.cbegin(); chain != record.chains.cend(); ++chain) {
        const Row &last = chain->last();
        entries += chain->size();
        heads.append(
            {chain.key(), domain::integer(last, "n"_L1), domain::text(last, "hash"_L1).toLatin1()});
    }
    if (!record.heads.isEmpty())
        heads = record.heads;
    const qint64 all = record.entries > 0 ? record.entries : entries;
    const auto fingerprint = QString::fromLatin1(domain::fingerprint(heads));
    QJsonValue where;
    QStringList lines;
    // Computed here first: whoever owns the database owns its functions too.
    auto broken = domain::verifyRecord(record.chains, record.kept);
    if (!broken)
        broken = record.broken;
    if (broken) {
        where = QJsonObject{{u"chain"_s, broken->chain}, {u"n"_s, broken->at.n},
            {u"reason"_s, QString(domain::codeOf(broken->at.reason))}};
        lines.append(sentenceOf(*broken));
    }
    lines.append(
        QCoreApplication::translate("ctl", "Chains: %1, entries: %2").arg(heads.size()).arg(all));
    if (entries < all)
        lines.append(QCoreApplication::translate("ctl",
            "The database recomputed all of them; %1 entries were computed here again (--full: "
            "all).")
                         .arg(entries));
    lines.append(QCoreApplication::translate("ctl", "Fingerprint: %1").arg(fingerprint));
    const QJsonObject json{{u"chains"_s, heads.size()}, {u"entries"_s, all},
        {u"recomputed"_s, qint64(entries)}, {u"broken"_s, where}, {u"fingerprint"_s, fingerprint}};
    return {json, lines.join(u'\n'), where.isNull() ? 0 : 1};
}

} // namespace watchroom::ctl
