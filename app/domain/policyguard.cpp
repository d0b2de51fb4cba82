// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/guard.h"
#include "app/domain/policy.h"
#include "app/domain/rule.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkVersion(const Change &change, qint64 newest)
{
    const QJsonValue version = change.row.value("version"_L1);
    return version.isDouble() && version.toInteger() == newest + 1 ? Verdict()
                                                                   : refuse(u"version_taken"_s);
}

Verdict checkPolicyVersion(Change &change)
{
    const auto newest = change.facts.newestPolicy();
    return checkVersion(change, newest ? integer(*newest, "version"_L1) : 0);
}

Verdict checkRuleVersion(Change &change)
{
    qint64 newest = 0;
    const QList<Row> versions =
        change.facts.rowsWhere(u"rule", "name"_L1, change.row.value("name"_L1));
    for (const Row &row : versions)
        newest = std::max(newest, integer(row, "version"_L1));
    return checkVersion(change, newest);
}

Verdict checkPolicyDocument(Change &change)
{
    const auto policy = parsePolicy(change.row.value("doc"_L1).toObject());
    return policy ? Verdict() : refuse(policy.error().code, policy.error().params);
}

Verdict checkRuleDocument(Change &change)
{
    const auto rule = parseRule(change.row.value("doc"_L1).toObject());
    if (!rule)
        return refuse(rule.error().code, rule.error().params);
    if (rule->name != text(change.row, "name"_L1))
        return refuse(u"doc_invalid"_s, {{u"where"_s, u"name"_s}});
    return {};
}

} // namespace

Verdict guardPolicy(Change &change)
{
    static constexpr std::array<GuardRule, 5> kRules{
        checkActor, checkSenior, checkAppended, checkPolicyVersion, checkPolicyDocument};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    change.write({}, u"policy_changed"_s, {{u"version"_s, change.row.value("version"_L1)}});
    return {};
}

Verdict guardRule(Change &change)
{
    static constexpr std::array<GuardRule, 5> kRules{
        checkActor, checkSenior, checkAppended, checkRuleVersion, checkRuleDocument};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    change.write({}, u"rule_changed"_s,
        {{u"name"_s, change.row.value("name"_L1)}, {u"version"_s, change.row.value("version"_L1)}});
    return {};
}

} // namespace watchroom::domain
