// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/undelivered/decisions.h"

namespace watchroom::undelivered {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

Result<> done(const Result<qint64> &count)
{
    return count ? Result<>() : tl::unexpected(count.error());
}

QList<store::Draft> draftsOf(const Card &card, const domain::Row &edited)
{
    QList<store::Draft> drafts;
    for (const domain::Operation &operation : card.operations)
        drafts.append({.table = operation.table,
            .id = operation.id,
            .kind = operation.kind,
            .set = operation.set});
    for (auto it = edited.begin(); it != edited.end(); ++it)
        drafts.first().set.insert(it.key(), it.value());
    return drafts;
}

} // namespace

Decisions::Decisions(store::Store &store, std::function<store::Author()> author)
    : m_store(store)
    , m_author(std::move(author))
{
}

Decided Decisions::keepTheirs(const Card &card)
{
    return m_store.discard(card.ops()).then(done);
}

Decided Decisions::sendMine(const Card &card, const domain::Row &edited)
{
    return m_store.save(draftsOf(card, edited), m_author(), card.ops())
        .then([](const Result<store::Saved> &saved) {
            return saved ? Result<>() : tl::unexpected(saved.error());
        });
}

Decided Decisions::sign(const QList<Card> &cards)
{
    QList<QUuid> ops;
    for (const Card &card : cards)
        ops += card.ops();
    return resend(ops, store::Resend::Signed);
}

Decided Decisions::release(const Card &card)
{
    return resend(card.ops(), store::Resend::Released);
}

Decided Decisions::askAgain(const Card &card)
{
    return resend(card.ops(), store::Resend::AsItIs);
}

Decided Decisions::resend(const QList<QUuid> &ops, store::Resend ground)
{
    return m_store.resend(ops, ground, m_author()).then(done);
}

} // namespace watchroom::undelivered
