// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/knowndocuments.h"
#include "app/store/pinyininitials.h"
#include "app/store/searchdocument.h"

#include <QHash>

namespace watchroom::store {

/// As kInList takes it.
[[nodiscard]] QVariant listOf(const QStringList &texts);

/// search.sqlite beside the replica: what was put into it, found by its words. Derived data: what
/// it holds can be made again from the replica, so a damaged file, or one of another rule, is
/// removed and made anew, empty. Made, used and destroyed on one thread.
class SearchIndex
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SearchIndex>> open(const QString &path);

    /// Nothing is in it: it was made by open(), or anew after an error of kind Corrupt, which any
    /// call below may answer and after which the index is usable.
    [[nodiscard]] bool isEmpty() const { return m_documents.isEmpty(); }

    /// All of them or none; a document of the same kind and ref is replaced.
    [[nodiscard]] base::Result<> put(const QList<SearchDocument> &documents);
    /// Fine where there is none.
    [[nodiscard]] base::Result<> remove(const QString &kind, const QStringList &refs);
    /// Of each ref of the kind, the mark it was put with.
    [[nodiscard]] base::Result<QHash<QString, QString>> marks(const QString &kind);
    /// Of these refs alone, those that are there.
    [[nodiscard]] base::Result<QHash<QString, QString>> marks(
        const QString &kind, const QStringList &refs);

    /// No words are no hits, not an error.
    [[nodiscard]] base::Result<SearchAnswer> find(const SearchQuery &query);

    /// Makes one piece of what many calls of put() left: after a filling, then now and then. Takes
    /// some three seconds for 30,000 articles; find() is right without it.
    [[nodiscard]] base::Result<> tidy();

private:
    struct Stored
    {
        qint64 row = 0;
        SearchDocument document; ///< its texts
    };

    explicit SearchIndex(const QString &path);
    [[nodiscard]] base::Result<> start();
    [[nodiscard]] base::Result<> load();
    [[nodiscard]] base::Result<> remake();
    [[nodiscard]] base::Result<QHash<QString, QString>> marksWhere(
        const QString &condition, const QVariantList &values);
    [[nodiscard]] base::Error answerTo(const base::Error &error);
    [[nodiscard]] std::optional<Stored> stored(const QString &kind, const QString &ref);
    void putOne(const SearchDocument &document, KnownDocuments &known);
    void forgetTerms(qint64 row, const SearchDocument &document);
    [[nodiscard]] QString termsOf(const SearchDocument &document);

    QString m_path;
    std::unique_ptr<Database> m_database;
    KnownDocuments m_documents;
    PinyinInitials m_initials;
};

} // namespace watchroom::store
