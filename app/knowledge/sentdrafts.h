// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlesaving.h"
#include "app/knowledge/drafts.h"

namespace watchroom::knowledge {

/// Drafts that were published or handed in and are not settled yet: each is thrown away when all of
/// it was taken, and is a draft again, with the reason, when something was not. Which they are is
/// in their files, so that a new start follows them on. UI thread.
class SentDrafts : public QObject
{
    Q_OBJECT

public:
    SentDrafts(store::Store &store, Drafts &drafts, QObject *parent = nullptr);

    void add(ArticleDraft draft, const ArticleSaved &saved);
    [[nodiscard]] bool contains(const QUuid &draft) const { return m_sent.contains(draft); }

Q_SIGNALS:
    /// The text is a draft again; `draft.refusal` says why.
    void refused(const watchroom::knowledge::ArticleDraft &draft);

private:
    struct Outcome
    {
        QSet<QUuid> open; ///< operations nobody has answered
        QHash<QUuid, DraftRefusal> refused;
    };
    [[nodiscard]] static base::Result<Outcome> readOutcome(store::Reader &reader);
    void ask();
    void settle(const Outcome &outcome, const QSet<QUuid> &asked);

    store::Store &m_store;
    Drafts &m_drafts;
    QHash<QUuid, ArticleDraft> m_sent; ///< by their own id
    bool m_asking = false;
    bool m_again = false; ///< something was answered while it was asked
};

} // namespace watchroom::knowledge
