// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/undelivered/undeliveredcard.h"

#include "app/base/ids.h"
#include "app/domain/tables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace watchroom::undelivered {

using namespace Qt::StringLiterals;
using domain::Operation;
using domain::ResultState;
using domain::Row;

namespace {

QUuid incidentOf(const Operation &operation)
{
    if (operation.table == "incident"_L1)
        return operation.id;
    const QUuid set = domain::uuid(operation.set, "incident"_L1);
    return set.isNull() ? domain::uuid(operation.base, "incident"_L1) : set;
}

QStringList disputedColumns(const store::RefusedOperation &refused)
{
    QStringList columns;
    const QJsonArray said = refused.params.value("fields"_L1).toArray();
    for (const QJsonValue &column : said)
        columns.append(column.toString());
    return columns.isEmpty() ? refused.operation.set.keys() : columns;
}

/// Reads what the row is by now: it may have changed again since the server answered.
base::Result<> fillDisputes(
    store::Reader &reader, const store::RefusedOperation &refused, Card &card)
{
    const Operation &mine = refused.operation;
    Row theirs;
    if (domain::findTable(mine.table)) { // else of a newer program than this
        const auto row = reader.row(mine.table, mine.id);
        if (!row)
            return tl::unexpected(row.error());
        theirs = row->value_or(Row());
    }
    for (const QString &column : disputedColumns(refused)) {
        card.disputes.append({column, mine.base.value(column), theirs.value(column),
            mine.set.contains(column) ? mine.set.value(column) : mine.base.value(column)});
    }
    card.by = refused.params.value("by"_L1).toString(domain::text(theirs, "updated_by"_L1));
    card.theirsAt = base::fromIso(refused.params.value("at"_L1).toString());
    card.lostClaim = mine.table == "incident"_L1 && mine.set.contains("owner"_L1)
        && card.disputes.size() == 1 && card.disputes.first().column == "owner"_L1;
    if (card.lostClaim && !domain::text(theirs, "owner"_L1).isEmpty())
        card.by = domain::text(theirs, "owner"_L1);
    return {};
}

base::Result<QString> subjectOf(store::Reader &reader, const Card &card)
{
    const auto row = reader.row(u"incident", card.incident);
    if (!row)
        return tl::unexpected(row.error());
    // One that never came about is known by what it should have been.
    const Row incident =
        row->value_or(card.first().table == "incident"_L1 ? card.first().set : Row());
    const qint64 number = domain::integer(incident, "number"_L1);
    const QString reference =
        number > 0 ? u"#%1"_s.arg(number) : domain::text(incident, "label"_L1);
    return u"%1 %2"_s.arg(reference, domain::text(incident, "title"_L1)).trimmed();
}

/// Which card the operation went down with; -1: none. What I did as the owner I was not, falls with
/// the claim.
qsizetype cardFollowed(const store::RefusedOperation &one, const QList<Card> &cards,
    const QHash<QUuid, qsizetype> &cardOf)
{
    if (one.code == "follows_refused"_L1) {
        const QUuid followed = QUuid::fromString(one.params.value("op"_L1).toString());
        const qsizetype with = cardOf.value(followed, -1);
        return with >= 0 && cards[with].state == one.state ? with : -1;
    }
    for (const QUuid &dep : one.operation.dep) {
        const qsizetype with = cardOf.value(dep, -1);
        if (with >= 0 && cards[with].lostClaim)
            return with;
    }
    return -1;
}

QString kindName(domain::OperationKind kind)
{
    static const QHash<domain::OperationKind, QString> kWords{
        {domain::OperationKind::Insert, u"insert"_s}, {domain::OperationKind::Update, u"update"_s},
        {domain::OperationKind::Delete, u"delete"_s}, {domain::OperationKind::Append, u"append"_s}};
    return kWords.value(kind);
}

} // namespace

QList<QUuid> Card::ops() const
{
    QList<QUuid> ids;
    for (const Operation &operation : operations)
        ids.append(operation.op);
    return ids;
}

base::Result<QList<Card>> readCards(store::Reader &reader)
{
    const auto refused = store::readRefused(reader);
    if (!refused)
        return tl::unexpected(refused.error());
    QList<Card> cards;
    QHash<QUuid, qsizetype> cardOf; // by operation
    for (const store::RefusedOperation &one : *refused) {
        if (const qsizetype with = cardFollowed(one, cards, cardOf); with >= 0) {
            cards[with].operations.append(one.operation);
            cardOf.insert(one.operation.op, with);
            continue;
        }
        Card card;
        card.state = one.state;
        card.code = one.code;
        card.params = one.params;
        card.operations = {one.operation};
        card.incident = incidentOf(one.operation);
        if (one.state == ResultState::Conflict) {
            if (const auto filled = fillDisputes(reader, one, card); !filled)
                return tl::unexpected(filled.error());
        }
        if (!card.incident.isNull()) {
            const auto subject = subjectOf(reader, card);
            if (!subject)
                return tl::unexpected(subject.error());
            card.subject = *subject;
        }
        cardOf.insert(one.operation.op, cards.size());
        cards.append(card);
    }
    return cards;
}

QString stateName(ResultState state)
{
    return state == ResultState::Held    ? u"held"_s
        : state == ResultState::Conflict ? u"conflict"_s
                                         : u"rejected"_s;
}

QJsonObject toJson(const Card &card)
{
    QJsonArray disputes;
    for (const Dispute &dispute : card.disputes)
        disputes.append(QJsonObject{{u"name"_s, dispute.column}, {u"before"_s, dispute.before},
            {u"theirs"_s, dispute.theirs}, {u"mine"_s, dispute.mine}});
    QJsonArray operations;
    for (const Operation &operation : card.operations)
        operations.append(
            QJsonObject{{u"op"_s, base::toText(operation.op)}, {u"table"_s, operation.table},
                {u"row"_s, base::toText(operation.id)}, {u"kind"_s, kindName(operation.kind)},
                {u"set"_s, operation.set}, {u"base"_s, operation.base},
                {u"at"_s, base::toIso(operation.at)}, {u"actor"_s, operation.actor}});
    const Operation &first = card.first();
    return {{u"id"_s, base::toText(first.op)}, {u"state"_s, stateName(card.state)},
        {u"code"_s, card.code}, {u"params"_s, card.params}, {u"table"_s, first.table},
        {u"row"_s, base::toText(first.id)},
        {u"by"_s, card.by.isEmpty() ? QJsonValue() : QJsonValue(card.by)},
        {u"at"_s, card.theirsAt ? QJsonValue(base::toIso(*card.theirsAt)) : QJsonValue()},
        {u"fields"_s, disputes}, {u"operations"_s, operations}};
}

} // namespace watchroom::undelivered
