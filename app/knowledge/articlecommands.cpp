// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlecommands.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

#include <QJsonArray>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using domain::orNull;
using domain::Row;
using store::Draft;
using store::SavedFuture;

namespace {

const QString kTable = u"article"_s;

/// As the column has it: code words are written with `_`.
QString modeOf(const QString &mode)
{
    return QString(mode).replace(u'-', u'_');
}

QJsonValue listOrNull(const QStringList &words)
{
    return words.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(words));
}

Row settings(const articles::ArticleMeta &meta)
{
    return {{u"title"_s, meta.title}, {u"kind"_s, meta.kind}, {u"folder"_s, orNull(meta.folder)},
        {u"tags"_s, listOrNull(meta.tags)}, {u"owner"_s, orNull(meta.owner)},
        {u"deputy"_s, orNull(meta.deputy)},
        {u"review_days"_s,
            meta.reviewDays > 0 ? meta.reviewDays : articles::defaultReviewDays(meta.kind)},
        {u"targets"_s, listOrNull(meta.targets)}, {u"metrics"_s, listOrNull(meta.metrics)},
        {u"mode"_s, orNull(modeOf(meta.mode))}};
}

Row proposed(const ArticleText &text, int base)
{
    return {{u"proposal"_s, toJson(text, base)}, {u"review_state"_s, u"in_review"_s}};
}

Row published(const ArticleText &text, int base)
{
    Row row = proposed(text, base);
    row.insert(u"version"_s, base + 1);
    return row;
}

Draft change(const QUuid &article, const Row &set)
{
    return {.table = kTable, .id = article, .kind = domain::OperationKind::Update, .set = set};
}

} // namespace

ArticleCommands::ArticleCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

Draft ArticleCommands::opened(const articles::ArticleMeta &meta) const
{
    Row row = settings(meta);
    row.insert(u"key"_s, meta.id);
    return {.table = kTable,
        .id = base::newId(m_clock.now()),
        .kind = domain::OperationKind::Insert,
        .set = row};
}

SavedFuture ArticleCommands::update(const QUuid &article, const Row &set)
{
    return m_store.save({change(article, set)}, m_author());
}

SavedFuture ArticleCommands::open(const articles::ArticleMeta &meta)
{
    return m_store.save({opened(meta)}, m_author());
}

SavedFuture ArticleCommands::publishNew(const articles::ArticleMeta &meta, const ArticleText &text)
{
    const Draft made = opened(meta);
    return m_store.save({made, change(made.id, published(text, 0))}, m_author());
}

SavedFuture ArticleCommands::proposeNew(const articles::ArticleMeta &meta, const ArticleText &text)
{
    const Draft made = opened(meta);
    return m_store.save({made, change(made.id, proposed(text, 0))}, m_author());
}

SavedFuture ArticleCommands::setSettings(const QUuid &article, const articles::ArticleMeta &meta)
{
    return update(article, settings(meta));
}

SavedFuture ArticleCommands::propose(const QUuid &article, const ArticleText &text, int base)
{
    return update(article, proposed(text, base));
}

SavedFuture ArticleCommands::takeBack(const QUuid &article)
{
    return update(article, {{u"proposal"_s, QJsonValue()}});
}

SavedFuture ArticleCommands::giveBack(const QUuid &article, const QString &remark)
{
    return update(article, {{u"review_state"_s, u"returned"_s}, {u"remark"_s, remark.trimmed()}});
}

SavedFuture ArticleCommands::publish(const QUuid &article, int version)
{
    return update(article, {{u"version"_s, version}});
}

SavedFuture ArticleCommands::publishText(const QUuid &article, const ArticleText &text, int base)
{
    return update(article, published(text, base));
}

SavedFuture ArticleCommands::confirm(const QUuid &article)
{
    return update(article, {{u"reviewed"_s, true}});
}

SavedFuture ArticleCommands::withdraw(const QUuid &article, const QString &reason)
{
    return update(
        article, {{u"withdrawn"_s, true}, {u"withdrawn_reason"_s, orNull(reason.trimmed())}});
}

SavedFuture ArticleCommands::restore(const QUuid &article)
{
    return update(article, {{u"withdrawn"_s, false}});
}

SavedFuture ArticleCommands::remove(const QUuid &article)
{
    return m_store.save(
        {{.table = kTable, .id = article, .kind = domain::OperationKind::Delete, .set = {}}},
        m_author());
}

} // namespace watchroom::knowledge
