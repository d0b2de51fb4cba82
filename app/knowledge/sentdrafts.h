// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlesaving.h"
#include "app/knowledge/drafts.h"
#include "app/knowledge/library.h"

namespace watchroom::knowledge {

/// Drafts that were published or handed in and are not settled yet: each is thrown away when it
/// was accepted, and stays a draft when it was not. UI thread.
class SentDrafts : public QObject
{
    Q_OBJECT

public:
    SentDrafts(Library &library, Drafts &drafts, QObject *parent = nullptr);

    void add(const ArticleDraft &draft, const ArticleSaved &saved);
    [[nodiscard]] bool contains(const QUuid &draft) const;

Q_SIGNALS:
    /// The server took something else: the text is a draft again.
    void refused(const watchroom::knowledge::ArticleDraft &draft);

private:
    struct Sent
    {
        ArticleDraft draft;
        ArticleSaved saved;
        bool wasPending = false;
    };
    [[nodiscard]] bool isSettled(Sent &sent);

    Library &m_library;
    Drafts &m_drafts;
    QList<Sent> m_sent;
};

} // namespace watchroom::knowledge
