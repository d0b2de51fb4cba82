// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articledraft.h"

#include "app/base/ids.h"
#include "app/domain/row.h"

#include <QJsonArray>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;

namespace {

QStringList words(const QJsonObject &json, QLatin1StringView name)
{
    return json.value(name).toVariant().toStringList();
}

QJsonObject toJson(const articles::ArticleMeta &meta)
{
    return {{u"key"_s, meta.id}, {u"title"_s, meta.title}, {u"kind"_s, meta.kind},
        {u"folder"_s, meta.folder}, {u"tags"_s, QJsonArray::fromStringList(meta.tags)},
        {u"owner"_s, meta.owner}, {u"deputy"_s, meta.deputy}, {u"review_days"_s, meta.reviewDays},
        {u"targets"_s, QJsonArray::fromStringList(meta.targets)},
        {u"metrics"_s, QJsonArray::fromStringList(meta.metrics)}, {u"mode"_s, meta.mode}};
}

articles::ArticleMeta metaFrom(const QJsonObject &json)
{
    return {.id = domain::text(json, "key"_L1),
        .title = domain::text(json, "title"_L1),
        .kind = domain::text(json, "kind"_L1),
        .folder = domain::text(json, "folder"_L1),
        .tags = words(json, "tags"_L1),
        .owner = domain::text(json, "owner"_L1),
        .deputy = domain::text(json, "deputy"_L1),
        .reviewDays = int(domain::integer(json, "review_days"_L1)),
        .targets = words(json, "targets"_L1),
        .metrics = words(json, "metrics"_L1),
        .mode = domain::text(json, "mode"_L1)};
}

} // namespace

QJsonObject toJson(const ArticleDraft &draft)
{
    QJsonArray sent;
    for (const QUuid &op : draft.sent)
        sent.append(base::toText(op));
    QJsonValue refusal;
    if (draft.refusal)
        refusal =
            QJsonObject{{u"code"_s, draft.refusal->code}, {u"params"_s, draft.refusal->params}};
    return {{u"id"_s, base::toText(draft.id)}, {u"login"_s, draft.login},
        {u"article"_s,
            draft.article.isNull() ? QJsonValue() : QJsonValue(base::toText(draft.article))},
        {u"settings"_s, toJson(draft.meta)}, {u"text"_s, draft.markdown}, {u"base"_s, draft.base},
        {u"reason"_s, draft.reason}, {u"images"_s, domain::toJson(draft.images)},
        {u"at"_s, base::toIso(draft.changedAt)}, {u"sent"_s, sent}, {u"refusal"_s, refusal}};
}

std::optional<ArticleDraft> draftFromJson(const QJsonObject &json)
{
    const QUuid id = domain::uuid(json, "id"_L1);
    const auto at = domain::instant(json, "at"_L1);
    if (id.isNull() || !at || !json.value("text"_L1).isString())
        return std::nullopt;
    QList<QUuid> sent;
    for (const QString &op : words(json, "sent"_L1))
        sent.append(QUuid::fromString(op));
    std::optional<DraftRefusal> refusal;
    if (const QJsonObject said = json.value("refusal"_L1).toObject(); !said.isEmpty())
        refusal = {domain::text(said, "code"_L1), said.value("params"_L1).toObject()};
    return ArticleDraft{.id = id,
        .login = domain::text(json, "login"_L1),
        .article = domain::uuid(json, "article"_L1),
        .meta = metaFrom(json.value("settings"_L1).toObject()),
        .markdown = domain::text(json, "text"_L1),
        .base = int(domain::integer(json, "base"_L1)),
        .reason = domain::text(json, "reason"_L1),
        .images = domain::articleFiles({{u"images"_s, json.value("images"_L1)}}),
        .changedAt = *at,
        .sent = sent,
        .refusal = refusal};
}

} // namespace watchroom::knowledge
