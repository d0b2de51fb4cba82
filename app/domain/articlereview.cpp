// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/knowledgeguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

bool wasWithdrawn(const Change &change)
{
    return change.before("withdrawn"_L1).toBool();
}

void forgetProposal(Change &change)
{
    for (const QLatin1StringView column :
        {"proposal"_L1, "review_state"_L1, "remark"_L1, "proposed_by"_L1, "proposed_at"_L1})
        change.setNull(column);
}

/// Somebody's text that waits for its review is not replaced by another's.
bool isAnothersProposal(const Change &change)
{
    return change.before("proposal"_L1).isObject()
        && change.before("proposed_by"_L1).toString() != change.actor.name
        && !maintainsArticle(change);
}

Verdict propose(Change &change)
{
    if (wasWithdrawn(change))
        return refuse(u"closed"_s);
    if (Verdict verdict = checkProposal(change))
        return verdict;
    if (isAnothersProposal(change))
        return refuse(u"in_review"_s, {{u"by"_s, change.before("proposed_by"_L1)}});
    change.set("review_state"_L1, u"in_review"_s);
    change.setNull("remark"_L1);
    change.set("proposed_by"_L1, change.actor.name);
    change.setInstant("proposed_at"_L1, change.at);
    const QJsonObject proposal = change.row.value("proposal"_L1).toObject();
    writeArticle(change, u"article_proposed"_s,
        {{u"version"_s, articleVersion(change) + 1},
            {u"reason"_s, orNull(text(proposal, "reason"_L1))}});
    return {};
}

Verdict giveBack(Change &change)
{
    const bool returned = text(change.row, "review_state"_L1) == "returned"_L1
        && change.before("review_state"_L1).toString() == "in_review"_L1;
    if (!returned)
        return refuse(u"state_unknown"_s);
    if (Verdict verdict = checkMaintains(change))
        return verdict;
    const QString remark = text(change.row, "remark"_L1);
    if (isBlank(remark))
        return refuse(u"reason_missing"_s);
    if (!isAtMost(remark, limits::kLineCharacters))
        return refuse(u"too_large"_s);
    writeArticle(change, u"article_returned"_s,
        {{u"to"_s, change.before("proposed_by"_L1)}, {u"remark"_s, remark}});
    return {};
}

bool needsAnother(const Change &change)
{
    const Row policy = change.facts.newestPolicy().value_or(Row());
    return policy.value("doc"_L1).toObject().value("article_review"_L1).toBool()
        && text(change.row, "proposed_by"_L1) == change.actor.name;
}

Row publishedVersion(const Change &change)
{
    static constexpr std::array kOfProposal{
        "hash"_L1, "size"_L1, "steps"_L1, "images"_L1, "reason"_L1};
    const QJsonObject proposal = change.row.value("proposal"_L1).toObject();
    const qint64 version = integer(change.row, "version"_L1);
    Row row{{u"id"_s, base::toText(articleVersionId(uuid(change.row, "id"_L1), version))},
        {u"deleted"_s, false}, {u"part"_s, u"core"_s}, {u"article"_s, change.row.value("id"_L1)},
        {u"version"_s, version}, {u"title"_s, change.row.value("title"_L1)},
        {u"author"_s, change.row.value("proposed_by"_L1)}, {u"published_by"_s, change.actor.name},
        {u"published_at"_s, base::toIso(change.at)}};
    for (const QLatin1StringView member : kOfProposal) {
        const QJsonValue value = proposal.value(member);
        row.insert(member, value.isUndefined() ? QJsonValue() : value);
    }
    return row;
}

void stampReview(Change &change)
{
    change.set("reviewed_by"_L1, change.actor.name);
    change.setInstant("reviewed_at"_L1, change.at);
}

} // namespace

void writeArticle(Change &change, const QString &code, QJsonObject params)
{
    for (const QLatin1StringView column : {"key"_L1, "title"_L1})
        params.insert(column, change.row.value(column));
    params.insert("article"_L1, change.row.value("id"_L1));
    change.write({}, code, params);
}

bool maintainsArticle(const Change &change)
{
    const QString &me = change.actor.name;
    const Row &was = change.old ? *change.old : change.row;
    return change.actor.senior() || optionalText(was, "owner"_L1).value_or(me) == me
        || text(was, "deputy"_L1) == me;
}

Verdict checkMaintains(const Change &change)
{
    return maintainsArticle(change) ? Verdict() : refuse(u"not_owner"_s);
}

qint64 articleVersion(const Change &change)
{
    return change.old ? integer(*change.old, "version"_L1) : 0;
}

Verdict judgeProposal(Change &change)
{
    if (!change.changed("proposal"_L1)) {
        if (change.changed("review_state"_L1))
            return giveBack(change);
        change.set("remark"_L1, change.before("remark"_L1));
        return {};
    }
    if (!change.isNull("proposal"_L1))
        return propose(change);
    if (isAnothersProposal(change))
        return refuse(u"in_review"_s, {{u"by"_s, change.before("proposed_by"_L1)}});
    forgetProposal(change);
    writeArticle(change, u"article_unproposed"_s);
    return {};
}

Verdict judgePublication(Change &change)
{
    if (!change.changed("version"_L1))
        return {};
    if (wasWithdrawn(change))
        return refuse(u"closed"_s);
    if (change.isNull("version"_L1)
        || integer(change.row, "version"_L1) != articleVersion(change) + 1)
        return refuse(u"version_taken"_s);
    if (text(change.row, "review_state"_L1) != "in_review"_L1)
        return refuse(u"not_proposed"_s);
    if (Verdict verdict = checkMaintains(change))
        return verdict;
    if (needsAnother(change))
        return refuse(u"review_other"_s);
    if (Verdict verdict = checkProposal(change))
        return verdict;
    const Row version = publishedVersion(change);
    change.consequences.append({u"article_version"_s, version});
    writeArticle(change, u"article_published"_s,
        {{u"version"_s, version.value("version"_L1)}, {u"author"_s, version.value("author"_L1)},
            {u"reason"_s, version.value("reason"_L1)}, {u"hash"_s, version.value("hash"_L1)}});
    forgetProposal(change);
    stampReview(change);
    return {};
}

Verdict judgeReview(Change &change)
{
    if (!boolean(change.row, "reviewed"_L1))
        return {};
    if (integer(change.row, "version"_L1) < 1)
        return refuse(u"not_published"_s);
    if (Verdict verdict = checkMaintains(change))
        return verdict;
    stampReview(change);
    writeArticle(change, u"article_reviewed"_s, {{u"version"_s, change.row.value("version"_L1)}});
    return {};
}

} // namespace watchroom::domain
