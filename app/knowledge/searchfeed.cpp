// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/searchfeed.h"

#include "app/articles/markdown.h"
#include "app/articles/plaintext.h"
#include "app/knowledge/freshness.h"

#include <QCryptographicHash>
#include <QFile>

#include <array>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;
using store::SearchDocument;

namespace {

constexpr qsizetype kAtOnce = 500; ///< documents in one transaction of the index

/// How a kind is read. Columns: ref, title, words, at; of an article also kind and hash.
struct Source
{
    QString kind;
    QLatin1StringView table;
    QLatin1StringView query;
};

QList<Source> sources()
{
    return {{searched::kArticle, "article"_L1,
                "SELECT a.id AS ref, a.title AS title, coalesce((SELECT group_concat(value, ' ')"
                " FROM json_each(a.tags)), '') AS words, a.kind AS kind,"
                " a.withdrawn AS withdrawn, v.hash AS hash, v.published_at AS at FROM article a"
                " JOIN article_version v ON v.article = a.id AND v.version = a.version"
                " WHERE a.deleted = 0"_L1},
        {searched::kContact, "contact"_L1,
            "SELECT id AS ref, name AS title, coalesce(org, '') || ' ' || coalesce(duty, '') || ' '"
            " || coalesce((SELECT group_concat(value, ' ') FROM json_each(tags)), '') || ' '"
            " || coalesce((SELECT group_concat(value ->> 'value' || ' ' || coalesce(value ->> "
            "'note',"
            " ''), ' ') FROM json_each(ways)), '') || ' ' || coalesce(note, '') AS words, updated_at AS at FROM contact WHERE deleted = 0"_L1},
        {searched::kIncident, "incident"_L1,
            "SELECT id AS ref, title, coalesce('#' || number, '') || ' ' || coalesce(label, '')"
            " || ' ' || coalesce(cause, '') || ' ' || coalesce(verified, '') AS words,"
            " opened_at AS at FROM incident WHERE deleted = 0"_L1},
        {searched::kEntry, "log_entry"_L1,
            "SELECT id AS ref, '' AS title, text AS words, happened_at AS at FROM log_entry"
            " WHERE deleted = 0 AND text IS NOT NULL AND text <> ''"_L1}};
}

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

SearchFeed::SearchFeed(store::Store &store, store::SearchIndex &index, const std::atomic_bool *stop)
    : m_store(store)
    , m_index(index)
    , m_blobs(store.workspaceDir())
    , m_stop(stop)
{
}

Result<> SearchFeed::refresh()
{
    for (const Source &source : sources())
        if (const auto done = refreshKind(source.kind, source.query); !done)
            return done;
    return {};
}

Result<> SearchFeed::refresh(const QString &table)
{
    for (const Source &source : sources())
        if (source.table == table
            || (table == "article_version"_L1 && source.kind == searched::kArticle))
            return refreshKind(source.kind, source.query);
    return {};
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

Result<> SearchFeed::refreshKind(const QString &kind, QLatin1StringView query)
{
    auto reading = m_store.read<QList<QJsonObject>>(
        [query](store::Reader &reader) { return reader.query(query); });
    reading.waitForFinished();
    const auto rows = reading.result();
    auto known = m_index.marks(kind);
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
        changed.append(document(kind, row));
        changed.last().mark = mark;
        if (changed.size() < kAtOnce)
            continue;
        if (const auto put = m_index.put(std::exchange(changed, {})); !put)
            return put;
    }
    if (const auto put = m_index.put(changed); !put)
        return put;
    return m_index.remove(kind, known->keys());
}

} // namespace watchroom::knowledge
