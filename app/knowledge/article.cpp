// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/article.h"

#include "app/domain/values.h"

#include <QJsonArray>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using domain::Row;

namespace {

constexpr auto kPending = "_pending"_L1;

QStringList words(const QJsonValue &value)
{
    QStringList all;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &word : array)
        all.append(word.toString());
    return all;
}

ArticleText textFrom(const QJsonObject &object)
{
    ArticleText text{.hash = domain::text(object, "hash"_L1),
        .size = domain::integer(object, "size"_L1),
        .steps =
            articles::stepsFromJson(object.value("steps"_L1).toArray()).value_or(articles::Steps()),
        .images = domain::articleFiles(object),
        .reason = domain::text(object, "reason"_L1)};
    text.images.removeAll(text.file());
    return text;
}

std::optional<Proposal> proposalFrom(const Row &row)
{
    const QJsonObject object = row.value("proposal"_L1).toObject();
    if (object.isEmpty())
        return std::nullopt;
    return Proposal{.text = textFrom(object),
        .base = int(domain::integer(object, "base"_L1)),
        .returned = domain::text(row, "review_state"_L1) == "returned"_L1,
        .by = domain::text(row, "proposed_by"_L1),
        .remark = domain::text(row, "remark"_L1),
        .at = domain::instant(row, "proposed_at"_L1)};
}

} // namespace

domain::Attachment ArticleText::file() const
{
    return {.hash = hash, .name = u"article.md"_s, .size = size, .type = u"text/markdown"_s};
}

Article Article::fromRow(const Row &row)
{
    return {.id = domain::uuid(row, "id"_L1),
        .key = domain::text(row, "key"_L1),
        .title = domain::text(row, "title"_L1),
        .kind = domain::text(row, "kind"_L1),
        .folder = domain::text(row, "folder"_L1),
        .tags = words(row.value("tags"_L1)),
        .owner = domain::text(row, "owner"_L1),
        .deputy = domain::text(row, "deputy"_L1),
        .reviewDays = int(domain::integer(row, "review_days"_L1)),
        .targets = words(row.value("targets"_L1)),
        .metrics = words(row.value("metrics"_L1)),
        .mode = domain::text(row, "mode"_L1),
        .version = int(domain::integer(row, "version"_L1)),
        .withdrawn = domain::boolean(row, "withdrawn"_L1),
        .withdrawnReason = domain::text(row, "withdrawn_reason"_L1),
        .proposal = proposalFrom(row),
        .reviewedBy = domain::text(row, "reviewed_by"_L1),
        .reviewedAt = domain::instant(row, "reviewed_at"_L1),
        .pending = domain::boolean(row, kPending)};
}

std::optional<base::Instant> Article::reviewDueAt() const
{
    if (version == 0 || reviewDays == 0 || !reviewedAt)
        return std::nullopt;
    return *reviewedAt + std::chrono::hours(24) * reviewDays;
}

bool Article::maintainedBy(const QString &login) const
{
    return owner.isEmpty() || owner == login || deputy == login;
}

ArticleVersion ArticleVersion::fromRow(const Row &row)
{
    return {.article = domain::uuid(row, "article"_L1),
        .version = int(domain::integer(row, "version"_L1)),
        .title = domain::text(row, "title"_L1),
        .text = textFrom(row),
        .author = domain::text(row, "author"_L1),
        .publishedBy = domain::text(row, "published_by"_L1),
        .publishedAt = domain::instant(row, "published_at"_L1)};
}

QJsonObject toJson(const ArticleText &text, int base)
{
    return {{u"base"_s, base}, {u"hash"_s, text.hash}, {u"size"_s, text.size},
        {u"steps"_s, articles::stepsJson(text.steps)}, {u"images"_s, domain::toJson(text.images)},
        {u"reason"_s, domain::orNull(text.reason)}};
}

} // namespace watchroom::knowledge
