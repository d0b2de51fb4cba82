// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/demoalerts.h"

#include "app/domain/derivedids.h"
#include "app/programs/firstrules.h"
#include "app/quality/replay.h"
#include "app/quality/simulator.h"

#include <algorithm>
#include <cmath>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStep = 5'000;
constexpr qint64 kPast = 3 * 3'600'000;

base::Instant instantOf(qint64 ms)
{
    return base::Instant{std::chrono::milliseconds{ms}};
}

QList<domain::Rule> rulesInForce()
{
    QList<domain::Rule> rules;
    const QList<QJsonObject> documents = firstRules();
    for (const QJsonObject &document : documents) {
        if (const auto rule = domain::parseRule(document))
            rules.append(*rule);
    }
    return rules;
}

std::vector<quality::Reading> samplesUntil(qint64 end, const QList<domain::Rule> &rules)
{
    const quality::Simulator demo(kDemoSeed);
    const QList<quality::TargetInfo> targets = demo.targets();
    std::vector<quality::Reading> samples;
    for (qint64 time = end - kPast; time < end; time += kStep) {
        for (const quality::TargetInfo &target : targets) {
            for (const domain::Rule &rule : rules) {
                const double value = demo.value(target.key, rule.metric, time);
                if (std::isfinite(value))
                    samples.push_back({target.key, rule.metric, time, value});
            }
        }
    }
    return samples;
}

} // namespace

QList<store::Draft> demoAlerts(base::Instant now)
{
    const QList<domain::Rule> rules = rulesInForce();
    const qint64 end =
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    QList<store::Draft> drafts;
    const QList<quality::Episode> episodes = quality::replay(rules, samplesUntil(end, rules));
    for (const quality::Episode &episode : episodes) {
        const auto rule = std::ranges::find(rules, episode.rule, &domain::Rule::name);
        drafts.append({.table = u"alert"_s,
            .id = domain::alertId(episode.rule, episode.target, instantOf(episode.from)),
            .set = {{u"rule"_s, episode.rule}, {u"target"_s, episode.target},
                {u"metric"_s, rule->metric}, {u"tech_group"_s, rule->group},
                {u"level"_s, QString(codeOf(episode.level))}, {u"state"_s, u"cleared"_s},
                {u"no_data"_s, false}, {u"starts_at"_s, base::toIso(instantOf(episode.from))},
                {u"ended_at"_s, base::toIso(instantOf(episode.to.value_or(end)))},
                {u"fence"_s, 1}}});
    }
    return drafts;
}

} // namespace watchroom::programs
