// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/blobfolder.h"
#include "app/store/searchindex.h"
#include "app/store/store.h"

#include <QJsonObject>

#include <atomic>

namespace watchroom::knowledge {

/// Kinds of documents in the index; their refs are row ids.
namespace searched {
inline const QString kArticle = QStringLiteral("article");
inline const QString kContact = QStringLiteral("contact");
inline const QString kIncident = QStringLiteral("incident");
inline const QString kEntry = QStringLiteral("entry");
} // namespace searched

/// Brings the search index to what the replica holds, by difference. Lives on the index's thread,
/// which is not the screen's: it reads files and waits for the store.
class SearchFeed
{
public:
    /// `stop`, where it is given, ends what is under way between two parts.
    SearchFeed(
        store::Store &store, store::SearchIndex &index, const std::atomic_bool *stop = nullptr);

    /// Everything that differs. Cheap where nothing does.
    [[nodiscard]] base::Result<> refresh();
    /// What rows of this table are shown as.
    [[nodiscard]] base::Result<> refresh(const QString &table);

private:
    [[nodiscard]] base::Result<> refreshKind(const QString &kind, QLatin1StringView query);
    [[nodiscard]] store::SearchDocument document(const QString &kind, const QJsonObject &row) const;

    store::Store &m_store;
    store::SearchIndex &m_index;
    store::BlobFolder m_blobs;
    const std::atomic_bool *m_stop;
};

} // namespace watchroom::knowledge
