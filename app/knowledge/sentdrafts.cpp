// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/sentdrafts.h"

#include "app/knowledge/articlesettings.h"

#include <algorithm>

namespace watchroom::knowledge {

namespace {

bool isTaken(const Article &article, const ArticleDraft &draft, const ArticleSaved &saved)
{
    if (saved.hash.isEmpty())
        return settingsOf(article) == withUsualReview(draft.meta);
    return article.version > draft.base
        || (saved.waits && article.proposal && article.proposal->text.hash == saved.hash);
}

} // namespace

SentDrafts::SentDrafts(Library &library, Drafts &drafts, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_drafts(drafts)
{
    connect(&m_library, &Library::changed, this, [this] {
        for (qsizetype i = m_sent.size() - 1; i >= 0; --i)
            if (isSettled(m_sent[i]))
                m_sent.removeAt(i);
    });
}

void SentDrafts::add(const ArticleDraft &draft, const ArticleSaved &saved)
{
    m_sent.append({draft, saved});
}

bool SentDrafts::contains(const QUuid &draft) const
{
    return std::ranges::any_of(
        m_sent, [&draft](const Sent &sent) { return sent.draft.id == draft; });
}

bool SentDrafts::isSettled(Sent &sent)
{
    const ShelfEntry *entry = m_library.find(sent.saved.article);
    if (entry && entry->article.pending) {
        sent.wasPending = true;
        return false;
    }
    if (entry && isTaken(entry->article, sent.draft, sent.saved)) {
        m_drafts.remove(sent.draft.id);
        return true;
    }
    if (sent.wasPending)
        Q_EMIT refused(sent.draft);
    return sent.wasPending; // else the library has not seen it yet
}

} // namespace watchroom::knowledge
