// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/audit.h"

#include "app/programs/ctl/context.h"
#include "app/programs/ctl/password.h"
#include "app/remote/adminconnection.h"

#include <QCoreApplication>
#include <QJsonDocument>

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

Result<> readEntries(remote::AdminConnection &connection, Record &record)
{
    const auto texts = connection.run(
        u"SELECT sync.row_of('log_entry', id)::text FROM app.log_entry ORDER BY chain, n"_s);
    if (!texts)
        return tl::unexpected(texts.error());
    for (const QString &text : *texts)
        add(record, QJsonDocument::fromJson(text.toUtf8()).object());
    const auto heads = connection.run(
        u"SELECT jsonb_build_object('chain', chain, 'n', n, 'head', head)::text FROM sync.log_chain"_s);
    if (!heads)
        return tl::unexpected(heads.error());
    for (const QString &text : *heads)
        record.kept.append(headOf(QJsonDocument::fromJson(text.toUtf8()).object()));
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

Result<Record> readServerRecord(const QString &connInfo)
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
        return set ? readEntries(connection, record) : tl::unexpected(set.error());
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
    const auto fingerprint = QString::fromLatin1(domain::fingerprint(heads));
    QJsonValue where;
    QStringList lines;
    if (const auto broken = domain::verifyRecord(record.chains, record.kept)) {
        where = QJsonObject{{u"chain"_s, broken->chain}, {u"n"_s, broken->at.n},
            {u"reason"_s, QString(domain::codeOf(broken->at.reason))}};
        lines.append(sentenceOf(*broken));
    }
    lines.append(QCoreApplication::translate("ctl", "Chains: %1, entries: %2")
                     .arg(record.chains.size())
                     .arg(entries));
    lines.append(QCoreApplication::translate("ctl", "Fingerprint: %1").arg(fingerprint));
    const QJsonObject json{{u"chains"_s, record.chains.size()}, {u"entries"_s, entries},
        {u"broken"_s, where}, {u"fingerprint"_s, fingerprint}};
    return {json, lines.join(u'\n'), where.isNull() ? 0 : 1};
}

} // namespace watchroom::ctl
