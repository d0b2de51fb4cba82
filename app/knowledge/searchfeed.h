// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/blobfolder.h"
#include "app/store/searchindex.h"
#include "app/store/store.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <array>
#include <atomic>

namespace watchroom::knowledge {

/// Kinds of documents in the index; their refs are row ids.
namespace searched {
inline const QString kArticle = QStringLiteral("article");
inline const QString kContact = QStringLiteral("contact");
inline const QString kIncident = QStringLiteral("incident");
inline const QString kEntry = QStringLiteral("entry");
} // namespace searched

/// What may be found otherwise than before.
struct SearchChanges
{
    QHash<QString, QSet<QUuid>> rows; ///< by table
    QSet<QString> files; ///< hashes of texts that came

    [[nodiscard]] bool isFew() const; ///< a person's change, not a filling
};

/// Tables whose rows are found, or say what is.
[[nodiscard]] bool isSearched(const QString &table);

/// Brings the search index to what the replica holds, by difference. Lives on the index's thread,
/// which is not the screen's: it reads files and waits for the store.
class SearchFeed
{
public:
    /// `stop`, where it is given, ends what is under way between two parts.
    SearchFeed(
        store::Store &store, store::SearchIndex &index, const std::atomic_bool *stop = nullptr);

    /// Everything that differs: all of it is compared.
    [[nodiscard]] base::Result<> refresh();
    /// Only what these are about is compared; everything, where that was not done yet, where it was
    /// left in the middle, or where the index was made anew meanwhile.
    [[nodiscard]] base::Result<> refresh(const SearchChanges &changes);

private:
    struct Source;
    using Refs = std::optional<QList<QUuid>>; ///< nothing: all
    [[nodiscard]] static const std::array<Source, 4> &sources();
    [[nodiscard]] base::Result<> refreshKind(const Source &source, const Refs &refs);
    [[nodiscard]] base::Result<QList<QJsonObject>> read(
        const QString &sql, const QVariantList &values = {});
    [[nodiscard]] base::Result<Refs> refsOf(const Source &source, const SearchChanges &changes);
    [[nodiscard]] base::Result<Refs> articlesOf(
        const QSet<QUuid> &versions, const QSet<QString> &files);
    [[nodiscard]] store::SearchDocument document(const QString &kind, const QJsonObject &row) const;

    store::Store &m_store;
    store::SearchIndex &m_index;
    store::BlobFolder m_blobs;
    bool m_isWhole = false; ///< the index holds what the replica held
    const std::atomic_bool *m_stop;
};

} // namespace watchroom::knowledge
