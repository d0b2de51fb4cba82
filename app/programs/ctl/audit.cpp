// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/audit.h"

#include "app/domain/record.h"
#include "app/programs/ctl/context.h"
#include "app/remote/adminconnection.h"

#include <QJsonDocument>
#include <QMap>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;

Result<QList<Row>> readReplicaEntries(Context &context)
{
    return context.read<QList<Row>>([](store::Reader &reader) {
        return reader.rows(u"log_entry", u"chain IS NOT NULL", {}, u"ORDER BY chain, n");
    });
}

Result<QList<Row>> readServerEntries(const QString &connInfo)
{
    const auto info = remote::ConnInfo::parse(connInfo);
    if (!info)
        return tl::unexpected(info.error());
    remote::AdminConnection connection;
    if (const auto opened = connection.open(*info); !opened)
        return tl::unexpected(opened.error());
    const auto texts = connection.run(
        u"SELECT sync.row_of('log_entry', id)::text FROM app.log_entry ORDER BY chain, n"_s);
    if (!texts)
        return tl::unexpected(texts.error());
    QList<Row> entries;
    entries.reserve(texts->size());
    for (const QString &text : *texts)
        entries.append(QJsonDocument::fromJson(text.toUtf8()).object());
    return entries;
}

Outcome auditOutcome(const QList<Row> &entries)
{
    QMap<QString, QList<Row>> chains;
    for (const Row &entry : entries) {
        const QString chain = domain::text(entry, "chain"_L1);
        if (!chain.isEmpty())
            chains[chain].append(entry);
    }
    QJsonValue broken;
    QString text;
    QList<domain::ChainHead> heads;
    for (auto chain = chains.cbegin(); chain != chains.cend(); ++chain) {
        const Row &last = chain->last();
        heads.append(
            {chain.key(), domain::integer(last, "n"_L1), domain::text(last, "hash"_L1).toLatin1()});
        const auto where = domain::verifyChain(*chain);
        if (!where || !broken.isNull())
            continue;
        const QString reason = domain::codeOf(where->reason);
        broken = QJsonObject{{u"chain"_s, chain.key()}, {u"n"_s, where->n}, {u"reason"_s, reason}};
        text = u"%1, entry %2: %3\n"_s.arg(chain.key()).arg(where->n).arg(reason);
    }
    const auto fingerprint = QString::fromLatin1(domain::fingerprint(heads));
    const QJsonObject json{{u"chains"_s, chains.size()}, {u"entries"_s, entries.size()},
        {u"broken"_s, broken}, {u"fingerprint"_s, fingerprint}};
    text += u"%1 chains, %2 entries\n%3"_s.arg(chains.size()).arg(entries.size()).arg(fingerprint);
    return {json, text, broken.isNull() ? 0 : 1};
}

} // namespace watchroom::ctl
