// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/sentdrafts.h"

#include "app/base/whendone.h"
#include "app/store/refused.h"

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;

SentDrafts::SentDrafts(store::Store &store, Drafts &drafts, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_drafts(drafts)
{
    connect(&m_store, &store::Store::countsChanged, this, &SentDrafts::ask);
    base::whenDone(m_drafts.sent(), this, [this](const QList<ArticleDraft> &before) {
        for (const ArticleDraft &draft : before)
            m_sent.insert(draft.id, draft);
        ask();
    });
}

void SentDrafts::add(ArticleDraft draft, const ArticleSaved &saved)
{
    draft.sent = saved.ops;
    draft.refusal.reset();
    m_sent.insert(draft.id, draft);
    m_drafts.keep(draft);
    m_drafts.flush();
    ask();
}

base::Result<SentDrafts::Outcome> SentDrafts::readOutcome(store::Reader &reader)
{
    const auto open = reader.query(
        u"SELECT op FROM sync_outbox WHERE state<>'acked' AND state IN('pending','held')"_s);
    const auto refused = store::readRefused(reader);
    if (!open || !refused)
        return tl::unexpected(open ? refused.error() : open.error());
    Outcome outcome;
    for (const QJsonObject &row : *open)
        outcome.open.insert(domain::uuid(row, "op"_L1));
    for (const store::RefusedOperation &one : *refused)
        if (one.state != domain::ResultState::Held)
            outcome.refused.insert(one.operation.op, {one.code, one.params});
    return outcome;
}

void SentDrafts::ask()
{
    m_again = m_asking;
    if (m_asking || m_sent.isEmpty())
        return;
    m_asking = true;
    // Of what comes meanwhile the answer knows nothing.
    const QList<QUuid> asked = m_sent.keys();
    base::whenDone(m_store.read<Outcome>(readOutcome), this,
        [this, asked](const base::Result<Outcome> &outcome) {
            m_asking = false;
            if (outcome)
                settle(*outcome, QSet<QUuid>(asked.cbegin(), asked.cend()));
            if (m_again)
                ask();
        });
}

void SentDrafts::settle(const Outcome &outcome, const QSet<QUuid> &asked)
{
    for (const QUuid &id : asked) {
        ArticleDraft draft = m_sent.value(id);
        const auto isOpen = [&outcome](const QUuid &op) { return outcome.open.contains(op); };
        if (std::ranges::any_of(draft.sent, isOpen))
            continue;
        m_sent.remove(id);
        const auto wrong = std::ranges::find_if(
            draft.sent, [&outcome](const QUuid &op) { return outcome.refused.contains(op); });
        if (wrong == draft.sent.cend()) {
            m_drafts.remove(id);
            continue;
        }
        draft.refusal = outcome.refused.value(*wrong);
        draft.sent.clear();
        m_drafts.keep(draft);
        m_drafts.flush();
        Q_EMIT refused(draft);
    }
}

} // namespace watchroom::knowledge
