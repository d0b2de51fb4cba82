// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchindex.h"

#include "app/store/reader.h"
#include "app/store/searchfinder.h"
#include "app/store/searchterms.h"
#include "app/store/simplified.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

// More rows than any workspace has: a row id beyond it is damage.
constexpr qint64 kMostRows = 10'000'000;

QStringList schema()
{
    return {
        u"CREATE TABLE document(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL,"
        " title TEXT NOT NULL, initials TEXT NOT NULL, weight INTEGER NOT NULL,"
        " at INTEGER NOT NULL, mark TEXT NOT NULL, UNIQUE(kind, ref))"_s,
        u"CREATE TABLE body(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
        // Terms come divided by single spaces; the tokenizer only has to leave them as they are.
        u"CREATE VIRTUAL TABLE term USING fts5(text, content='', detail=none, columnsize=0,"
        " prefix='1', tokenize=\"ascii tokenchars '!+#@'\")"_s,
        u"PRAGMA user_version=%1"_s.arg(kIndexRuleVersion),
    };
}

void removeFiles(const QString &path)
{
    for (const auto end : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + end);
}

base::Result<> outcome(Database &database)
{
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    return {};
}

/// Losing the last commits in a power cut is fine, a damaged file less so.
template <class Work>
base::Result<> changing(Database &database, Work work)
{
    return transaction(
        database,
        [&]() -> base::Result<> {
            work();
            return {};
        },
        Database::Durability::AskedAgain);
}

} // namespace

QVariant listOf(const QStringList &texts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

SearchIndex::SearchIndex(const QString &path)
    : m_path(path)
{
}

base::Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const QString &path)
{
    static_cast<void>(simplified(U'\u4E00')); // made here, not where the first letter is typed
    std::unique_ptr<SearchIndex> index(new SearchIndex(path));
    auto started = index->start();
    if (!started && started.error().kind == Error::Kind::Corrupt)
        started = index->remake();
    if (!started)
        return tl::unexpected(started.error());
    return index;
}

base::Result<> SearchIndex::start()
{
    auto database = Database::open(m_path, Database::Access::Write);
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    m_database->exec(u"PRAGMA wal_autocheckpoint=1000"_s);
    const qint64 version = m_database->value(u"PRAGMA user_version"_s).toLongLong();
    const qint64 tables = m_database->value(u"SELECT count(*) FROM sqlite_master"_s).toLongLong();
    const qint64 ours =
        m_database
            ->value(u"SELECT count(*) FROM sqlite_master WHERE type='table' AND name"
                    " IN('document','body','term')"_s)
            .toLongLong();
    if (auto read = outcome(*m_database); !read)
        return read;
    if (tables > 0 && (version != kIndexRuleVersion || ours != 3))
        return base::failure(Error::Kind::Corrupt, u"made by another rule"_s);
    if (tables == 0) {
        auto made = changing(*m_database, [this] {
            for (const QString &statement : schema())
                m_database->exec(statement);
        });
        if (!made)
            return made;
    }
    return load();
}

base::Result<> SearchIndex::load()
{
    m_documents = {};
    QSqlQuery *query = m_database->run(u"SELECT id, kind, weight, at FROM document"_s);
    while (query && query->next()) {
        const qint64 row = query->value(0).toLongLong();
        if (row < 0 || row > kMostRows) {
            query->finish();
            return base::failure(Error::Kind::Corrupt, u"a row beyond all others"_s);
        }
        m_documents.set(
            row, query->value(1).toString(), query->value(2).toInt(), query->value(3).toLongLong());
    }
    if (query)
        m_database->finish(*query);
    return outcome(*m_database);
}

base::Result<> SearchIndex::remake()
{
    m_database.reset();
    removeFiles(m_path);
    return start();
}

Error SearchIndex::answerTo(const Error &error)
{
    if (error.kind != Error::Kind::Corrupt)
        return error;
    if (auto remade = remake(); !remade)
        return remade.error();
    return error;
}

base::Result<> SearchIndex::put(const QList<SearchDocument> &documents)
{
    KnownDocuments known = m_documents;
    const auto done = changing(*m_database, [&] {
        for (const SearchDocument &document : documents)
            putOne(document, known);
    });
    if (!done)
        return tl::unexpected(answerTo(done.error()));
    m_documents = std::move(known);
    return {};
}

base::Result<> SearchIndex::remove(const QString &kind, const QStringList &refs)
{
    KnownDocuments known = m_documents;
    const auto done = changing(*m_database, [&] {
        for (const QString &ref : refs) {
            if (const auto old = stored(kind, ref)) {
                forgetTerms(old->row, old->document);
                m_database->exec(u"DELETE FROM document WHERE id=?"_s, {old->row});
                m_database->exec(u"DELETE FROM body WHERE id=?"_s, {old->row});
                known.remove(old->row);
            }
        }
    });
    if (!done)
        return tl::unexpected(answerTo(done.error()));
    m_documents = std::move(known);
    return {};
}

std::optional<SearchIndex::Stored> SearchIndex::stored(const QString &kind, const QString &ref)
{
    const auto rows = m_database->select(
        u"SELECT d.id, d.title, b.text, d.initials FROM document d JOIN body b ON b.id=d.id"
        " WHERE d.kind=? AND d.ref=?"_s,
        {kind, ref});
    if (rows.isEmpty())
        return {};
    const QVariantList &row = rows.constFirst();
    return Stored{.row = row.at(0).toLongLong(),
        .document = {.kind = kind,
            .ref = ref,
            .title = row.at(1).toString(),
            .body = row.at(2).toString(),
            .at = {},
            .initialsSource = row.at(3).toString(),
            .mark = {}}};
}

void SearchIndex::putOne(const SearchDocument &document, KnownDocuments &known)
{
    const auto old = stored(document.kind, document.ref);
    const qint64 at = document.at.time_since_epoch().count();
    // A null QString would be NULL.
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    m_database->exec(
        u"INSERT INTO document(kind, ref, title, initials, weight, at, mark) VALUES(?,?,?,?,?,?,?)"
        " ON CONFLICT(kind, ref) DO UPDATE SET title=excluded.title, initials=excluded.initials,"
        " weight=excluded.weight, at=excluded.at, mark=excluded.mark"_s,
        {text(document.kind), text(document.ref), text(document.title),
            text(document.initialsSource), document.weight, at, text(document.mark)});
    const qint64 row =
        old ? old->row : m_database->value(u"SELECT last_insert_rowid()"_s).toLongLong();
    if (m_database->failed())
        return;
    known.set(row, document.kind, document.weight, at);
    const bool isSameText = old && old->document.title == document.title
        && old->document.body == document.body
        && old->document.initialsSource == document.initialsSource;
    if (isSameText)
        return;
    if (old)
        forgetTerms(row, old->document);
    m_database->exec(
        u"INSERT OR REPLACE INTO body(id, text) VALUES(?,?)"_s, {row, text(document.body)});
    m_database->exec(u"INSERT INTO term(rowid, text) VALUES(?,?)"_s, {row, termsOf(document)});
}

void SearchIndex::forgetTerms(qint64 row, const SearchDocument &document)
{
    m_database->exec(
        u"INSERT INTO term(term, rowid, text) VALUES('delete',?,?)"_s, {row, termsOf(document)});
}

QString SearchIndex::termsOf(const SearchDocument &document)
{
    return documentTerms(normalText(document.title), normalText(document.body),
        m_initials.beginnings(document.initialsSource, kInitials));
}

base::Result<QHash<QString, QString>> SearchIndex::marks(const QString &kind)
{
    return marksWhere(u"kind=?"_s, {kind});
}

base::Result<QHash<QString, QString>> SearchIndex::marks(
    const QString &kind, const QStringList &refs)
{
    return marksWhere(u"kind=? AND ref "_s + kInList, {kind, listOf(refs)});
}

base::Result<QHash<QString, QString>> SearchIndex::marksWhere(
    const QString &condition, const QVariantList &values)
{
    QHash<QString, QString> marks;
    const auto rows =
        m_database->select(u"SELECT ref, mark FROM document WHERE "_s + condition, values);
    if (auto error = m_database->takeError())
        return tl::unexpected(answerTo(*error));
    for (const QVariantList &row : rows)
        marks.insert(row.at(0).toString(), row.at(1).toString());
    return marks;
}

base::Result<SearchAnswer> SearchIndex::find(const SearchQuery &query)
{
    auto answer = SearchFinder(*m_database, m_documents, m_initials).find(query);
    if (auto error = m_database->takeError())
        return tl::unexpected(answerTo(*error));
    return answer;
}

base::Result<> SearchIndex::tidy()
{
    m_database->exec(u"INSERT INTO term(term) VALUES('optimize')"_s);
    m_database->exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (auto error = m_database->takeError())
        return tl::unexpected(answerTo(*error));
    return {};
}

} // namespace watchroom::store
