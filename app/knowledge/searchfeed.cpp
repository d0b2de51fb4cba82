// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/searchfeed.h"

#include "app/articles/markdown.h"
#include "app/articles/plaintext.h"
#include "app/base/ids.h"
#include "app/domain/row.h"
#include "app/knowledge/freshness.h"

#include <QCryptographicHash>
#include <QFile>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;
using store::SearchDocument;

namespace {

constexpr qsizetype kAtOnce = 500; ///< documents in one transaction of the index
const QString kVersions = u"article_version"_s;
constexpr qsizetype kPersons = 50; ///< rows and files of one change by a person, at most
constexpr qsizetype kFew = 2000; ///< rows; of more, all are compared

QString textOf(const QJsonObject &row, QLatin1StringView column)
{
    return row.value(column).toString();
}

/// An article that was withdrawn is found behind all others.
int weightOf(const QJsonObject &row)
{
    if (row.value("withdrawn"_L1).toInt() != 0)
        return -1;
    return isEmergency(textOf(row, "kind"_L1)) ? 1 : 0;
}

/// Says whether the document in the index is this one.
QString markOf(const QJsonObject &row, bool hasText)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QLatin1StringView column : {"title"_L1, "words"_L1, "kind"_L1, "hash"_L1, "at"_L1})
        hash.addData(textOf(row, column).toUtf8() + '\n');
    hash.addData(hasText ? "text" : "none");
    hash.addData(QByteArray::number(weightOf(row)));
    return QString::fromLatin1(hash.result().toHex().left(20));
}

} // namespace

/// How a kind is read. Columns: ref, title, words, at; of an article also kind and hash.
struct SearchFeed::Source
{
    const QString &kind;
    QLatin1StringView table;
    QLatin1StringView query; ///< its row is `a`
};

const std::array<SearchFeed::Source, 4> &SearchFeed::sources()
{
    static const std::array all{
        Source{searched::kArticle, "article"_L1,
            "SELECT a.id AS ref, a.title AS title, coalesce((SELECT group_concat(value, ' ')"
            " FROM json_each(a.tags)), '') AS words, a.kind AS kind,"
            " a.withdrawn AS withdrawn, v.hash AS hash, v.published_at AS at FROM article a"
            " JOIN article_version v ON v.article = a.id AND v.version = a.version"
            " WHERE a.deleted = 0"_L1},
        Source{searched::kContact, "contact"_L1,
            "SELECT a.id AS ref, name AS title, coalesce(org, '') || ' ' || coalesce(duty, '')"
            " || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(tags)), '')"
            " || ' ' || coalesce((SELECT group_concat(value ->> 'value' || ' '"
            " || coalesce(value ->> 'note', ''), ' ') FROM json_each(ways)), '') || ' '"
            " || coalesce(note, '') AS words, updated_at AS at FROM contact a"
            " WHERE deleted = 0"_L1},
        Source{searched::kIncident, "incident"_L1,
            "SELECT a.id AS ref, title, coalesce('#' || number, '') || ' ' || coalesce(label, '')"
            " || ' ' || coalesce(cause, '') || ' ' || coalesce(verified, '') AS words,"
            " opened_at AS at FROM incident a WHERE deleted = 0"_L1},
        Source{searched::kEntry, "log_entry"_L1,
            "SELECT a.id AS ref, '' AS title, text AS words, happened_at AS at FROM log_entry a"
            " WHERE deleted = 0 AND text IS NOT NULL AND text <> ''"_L1},
    };
    return all;
}

bool SearchChanges::isFew() const
{
    qsizetype all = files.size();
    for (const QSet<QUuid> &ids : rows)
        all += ids.size();
    return all <= kPersons;
}

bool isSearched(const QString &table)
{
    static const QStringList tables{
        u"article"_s, kVersions, u"contact"_s, u"incident"_s, u"log_entry"_s};
    return tables.contains(table);
}

SearchFeed::SearchFeed(store::Store &store, store::SearchIndex &index, const std::atomic_bool *stop)
    : m_store(store)
    , m_index(index)
    , m_blobs(store.workspaceDir())
    , m_stop(stop)
{
}

Result<> SearchFeed::refresh()
{
    m_isWhole = false;
    for (const Source &source : sources())
        if (const auto done = refreshKind(source, std::nullopt); !done)
            return done;
    m_isWhole = !m_stop || !*m_stop;
    return {};
}

Result<> SearchFeed::refresh(const SearchChanges &changes)
{
    if (!m_isWhole || m_index.isEmpty())
        return refresh();
    m_isWhole = false; // unless all of it is done
    for (const Source &source : sources()) {
        const auto refs = refsOf(source, changes);
        if (!refs)
            return tl::unexpected(refs.error());
        if (*refs && (*refs)->isEmpty())
            continue;
        if (const auto done = refreshKind(source, *refs); !done)
            return done;
    }
    m_isWhole = !m_stop || !*m_stop;
    return {};
}

Result<QList<QJsonObject>> SearchFeed::read(const QString &sql, const QVariantList &values)
{
    auto reading = m_store.read<QList<QJsonObject>>(
        [&sql, &values](store::Reader &reader) { return reader.query(sql, values); });
    reading.waitForFinished();
    return reading.result();
}

Result<SearchFeed::Refs> SearchFeed::refsOf(const Source &source, const SearchChanges &changes)
{
    QSet<QUuid> ids = changes.rows.value(source.table);
    if (source.kind == searched::kArticle) {
        const auto articles = articlesOf(changes.rows.value(kVersions), changes.files);
        if (!articles || !*articles)
            return articles;
        ids += QSet<QUuid>((*articles)->cbegin(), (*articles)->cend());
    }
    return ids.size() > kFew ? Refs() : Refs(ids.values());
}

/// Of a version that is not here any more nobody knows whose it was.
Result<SearchFeed::Refs> SearchFeed::articlesOf(
    const QSet<QUuid> &versions, const QSet<QString> &files)
{
    if (versions.isEmpty() && files.isEmpty())
        return Refs(QList<QUuid>());
    if (versions.size() > kFew)
        return Refs();
    QString sql = u"SELECT id, article FROM article_version WHERE id "_s + store::kInList;
    QVariantList values{store::listOf(versions.values())};
    if (!files.isEmpty()) { // no key: all of them are looked at
        sql += u" OR hash "_s + store::kInList;
        values.append(store::listOf(QStringList(files.values())));
    }
    const auto rows = read(sql, values);
    if (!rows)
        return tl::unexpected(rows.error());
    QSet<QUuid> gone = versions;
    QList<QUuid> articles;
    for (const QJsonObject &row : *rows) {
        gone.remove(domain::uuid(row, "id"_L1));
        articles.append(domain::uuid(row, "article"_L1));
    }
    return gone.isEmpty() ? Refs(articles) : Refs();
}

SearchDocument SearchFeed::document(const QString &kind, const QJsonObject &row) const
{
    SearchDocument made{.kind = kind,
        .ref = textOf(row, "ref"_L1),
        .title = textOf(row, "title"_L1),
        .body = textOf(row, "words"_L1),
        .weight = weightOf(row),
        .at = base::fromIso(textOf(row, "at"_L1)).value_or(base::Instant{}),
        .initialsSource = {},
        .mark = {}};
    if (kind == searched::kArticle || kind == searched::kContact)
        made.initialsSource = made.title;
    QFile file(m_blobs.path(textOf(row, "hash"_L1)));
    if (kind != searched::kArticle || !file.open(QIODevice::ReadOnly))
        return made;
    const auto parsed = articles::parseMarkdown(QString::fromUtf8(file.readAll()));
    if (parsed)
        made.body = articles::plainText(parsed->root, made.title) + u"\n\n"_s + made.body;
    return made;
}

Result<> SearchFeed::refreshKind(const Source &source, const Refs &refs)
{
    QStringList texts;
    for (const QUuid &ref : refs.value_or(QList<QUuid>()))
        texts.append(base::toText(ref));
    const auto rows = refs
        ? read(source.query + u" AND a.id "_s + store::kInList, {store::listOf(texts)})
        : read(source.query);
    auto known = refs ? m_index.marks(source.kind, texts) : m_index.marks(source.kind);
    if (!rows || !known)
        return tl::unexpected(rows ? known.error() : rows.error());
    QList<SearchDocument> changed;
    for (const QJsonObject &row : *rows) {
        if (m_stop && *m_stop)
            return {}; // the rest differs still, and is met the next time
        const QString hash = textOf(row, "hash"_L1);
        const QString mark = markOf(row, !hash.isEmpty() && m_blobs.has(hash));
        if (known->take(textOf(row, "ref"_L1)) == mark)
            continue;
        changed.append(document(source.kind, row));
        changed.last().mark = mark;
        if (changed.size() < kAtOnce)
            continue;
        if (const auto put = m_index.put(std::exchange(changed, {})); !put)
            return put;
    }
    if (const auto put = m_index.put(changed); !put)
        return put;
    return m_index.remove(source.kind, known->keys());
}

} // namespace watchroom::knowledge
