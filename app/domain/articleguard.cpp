// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/knowledgeguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestReviewDays = 3'650;
constexpr std::array kSettings{"title"_L1, "kind"_L1, "folder"_L1, "tags"_L1, "owner"_L1,
    "deputy"_L1, "review_days"_L1, "targets"_L1, "metrics"_L1, "mode"_L1};

Verdict checkKey(Change &change)
{
    static const QRegularExpression key(
        QRegularExpression::anchoredPattern(u"[a-z0-9][a-z0-9-]{0,63}"_s));
    if (!change.isInsert() && change.changed("key"_L1))
        return refuse(u"immutable"_s);
    if (!key.match(text(change.row, "key"_L1)).hasMatch())
        return wrongColumn(u"key"_s);
    return isTaken(change, "key"_L1) ? refuse(u"key_taken"_s) : Verdict();
}

Verdict checkPlace(Change &change)
{
    if (!codes::contains(codes::kArticleKinds, text(change.row, "kind"_L1)))
        return refuse(u"kind_unknown"_s);
    if (!isAtMost(text(change.row, "folder"_L1), kNameCharacters))
        return wrongColumn(u"folder"_s);
    if (!isWordList(change.row.value("tags"_L1), kMostTags))
        return wrongColumn(u"tags"_s);
    if (!isWordList(change.row.value("targets"_L1), kMostTargets))
        return wrongColumn(u"targets"_s);
    return isWordList(change.row.value("metrics"_L1), kMostTags) ? Verdict()
                                                                 : wrongColumn(u"metrics"_s);
}

Verdict checkDuty(Change &change)
{
    const qint64 days = integer(change.row, "review_days"_L1);
    if (!change.isNull("mode"_L1)
        && !codes::contains(codes::kRunModes, text(change.row, "mode"_L1)))
        return wrongColumn(u"mode"_s);
    if (!change.isNull("review_days"_L1) && (days < 1 || days > kLongestReviewDays))
        return wrongColumn(u"review_days"_s);
    // Who was switched off stays named until somebody else is.
    const bool known = std::ranges::all_of(
        std::array{"owner"_L1, "deputy"_L1}, [&change](QLatin1StringView column) {
            return !change.changed(column) || isNobodyOrActive(change, column);
        });
    return known ? Verdict() : refuse(u"person_unknown"_s);
}

Verdict insertArticle(Change &change)
{
    static constexpr std::array<GuardRule, 5> kRules{
        checkActor, checkKey, checkTitle, checkPlace, checkDuty};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    keepGuardColumns(change);
    for (const QLatin1StringView column :
        {"proposal"_L1, "review_state"_L1, "remark"_L1, "withdrawn_reason"_L1})
        change.setNull(column);
    change.set("version"_L1, 0);
    change.set("withdrawn"_L1, false);
    change.set("deleted"_L1, false);
    change.set("part"_L1, u"core"_s);
    writeArticle(change, u"article_opened"_s, {{u"kind"_s, change.row.value("kind"_L1)}});
    return {};
}

Verdict checkKept(Change &change)
{
    keepGuardColumns(change);
    if (change.isDeleted() && articleVersion(change) > 0)
        return refuse(u"immutable"_s);
    return change.before("deleted"_L1).toBool() ? refuse(u"closed"_s) : Verdict();
}

Verdict judgeRemoval(Change &change)
{
    if (!change.isDeleted())
        return {};
    if (Verdict verdict = checkMaintains(change))
        return verdict;
    writeArticle(change, u"article_removed"_s);
    return {};
}

Verdict judgeSettings(Change &change)
{
    QJsonArray columns;
    for (const QLatin1StringView column : kSettings) {
        if (change.changed(column))
            columns.append(column);
    }
    if (columns.isEmpty())
        return {};
    if (Verdict verdict = checkMaintains(change))
        return verdict;
    writeArticle(change, u"article_settings"_s, {{u"columns"_s, columns}});
    return {};
}

Verdict judgeWithdrawal(Change &change)
{
    change.set("withdrawn"_L1, boolean(change.row, "withdrawn"_L1));
    if (!change.changed("withdrawn"_L1)) {
        change.set("withdrawn_reason"_L1, change.before("withdrawn_reason"_L1));
        return {};
    }
    if (Verdict verdict = checkMaintains(change))
        return verdict;
    if (!boolean(change.row, "withdrawn"_L1)) {
        change.setNull("withdrawn_reason"_L1);
        writeArticle(change, u"article_restored"_s);
        return {};
    }
    const QString reason = text(change.row, "withdrawn_reason"_L1);
    if (isBlank(reason))
        return refuse(u"reason_missing"_s);
    if (!isAtMost(reason, limits::kLineCharacters))
        return refuse(u"too_large"_s);
    writeArticle(change, u"article_withdrawn"_s, {{u"reason"_s, reason}});
    return {};
}

} // namespace

Verdict guardArticle(Change &change)
{
    if (change.isInsert())
        return insertArticle(change);
    static constexpr std::array<GuardRule, 12> kRules{checkKept, checkActor, checkKey, checkTitle,
        checkPlace, checkDuty, judgeRemoval, judgeSettings, judgeProposal, judgePublication,
        judgeReview, judgeWithdrawal};
    return firstRefusal(change, kRules);
}

} // namespace watchroom::domain
