// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/rulesfile.h"

#include "app/quality/metrics.h"

#include <QJsonDocument>

#include <array>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;
using domain::Level;
using domain::Rule;
using domain::RuleLevel;

namespace {

tl::unexpected<Error> invalid(const QString &where)
{
    return base::failure(
        Error::Kind::Invalid, u"rules: "_s + where, u"doc_invalid"_s, {{u"where"_s, where}});
}

/// The limits of a metric: blue, yellow, red; the deadband is a share of each limit.
struct Default
{
    QLatin1StringView name;
    QLatin1StringView metric;
    QLatin1StringView group;
    std::array<double, 3> on;
    std::array<qint64, 3> hold;
    double deadband;
};

constexpr qint64 kClear = 120;
constexpr std::array<qint64, 3> kUsualHold{60, 45, 30};

// references: ITU-T G.114 for delay, G.107 for MOS; the others are what such teams start with.
constexpr std::array kDefaults{
    Default{"rtt_high"_L1, "rtt"_L1, "network"_L1, {150, 250, 400}, kUsualHold, 0.1},
    Default{"jitter_high"_L1, "jitter"_L1, "network"_L1, {30, 50, 80}, kUsualHold, 0.1},
    Default{"loss_high"_L1, "loss"_L1, "network"_L1, {1, 3, 5}, {60, 30, 20}, 0.2},
    Default{
        "video_freeze_high"_L1, "video_freeze"_L1, "audio_video"_L1, {3, 6, 10}, kUsualHold, 0.1},
    Default{
        "audio_freeze_high"_L1, "audio_freeze"_L1, "audio_video"_L1, {2, 4, 8}, kUsualHold, 0.1},
    Default{"fps_low"_L1, "fps"_L1, "audio_video"_L1, {15, 10, 5}, kUsualHold, 0.1},
    Default{"mos_low"_L1, "mos"_L1, "audio_video"_L1, {3.6, 3.1, 2.6}, kUsualHold, 0.1},
};

QString levelPath(qsizetype rule, Level level)
{
    return u"rules[%1].levels.%2"_s.arg(rule).arg(codeOf(level));
}

/// `for` of red <= yellow <= blue: the higher level must not be the slower one.
base::Result<> checkHolds(const Rule &rule, qsizetype index)
{
    std::optional<qint64> lower;
    for (const Level level : domain::kLevels) {
        const auto &limits = rule.of(level);
        if (!limits)
            continue;
        if (lower && limits->forSeconds > *lower)
            return invalid(levelPath(index, level) + u".for"_s);
        lower = limits->forSeconds;
    }
    return {};
}

void advise(const Rule &rule, qsizetype index, QList<RuleAdvice> &advice)
{
    const bool below = rule.direction == Rule::Direction::Below;
    if (below != (findMetric(rule.metric)->worse == Worse::Lower))
        advice.append({u"rules[%1].direction"_s.arg(index), u"direction_unusual"_s});
    const double sign = below ? -1 : 1;
    std::optional<double> lower;
    for (const Level level : domain::kLevels) {
        const auto &limits = rule.of(level);
        if (!limits)
            continue;
        if (lower && limits->off * sign < *lower)
            advice.append({levelPath(index, level) + u".off"_s, u"off_overlaps_lower"_s});
        if (limits->forSeconds > 0 && rule.stepSeconds > limits->forSeconds)
            advice.append({levelPath(index, level) + u".for"_s, u"step_longer_than_for"_s});
        lower = limits->on * sign;
    }
}

} // namespace

base::Result<CheckedRules> readRules(const QByteArray &file)
{
    QJsonParseError error;
    if (QJsonDocument::fromJson(file, &error); error.error != QJsonParseError::NoError)
        return invalid(u"line %1"_s.arg(file.left(error.offset).count('\n') + 1));
    const auto rules = domain::parseRules(file);
    if (!rules)
        return tl::unexpected(rules.error());
    CheckedRules checked{.rules = *rules};
    for (qsizetype i = 0; i < rules->size(); ++i) {
        const Rule &rule = rules->at(i);
        if (!findMetric(rule.metric))
            return invalid(u"rules[%1].metric"_s.arg(i));
        if (const auto holds = checkHolds(rule, i); !holds)
            return tl::unexpected(holds.error());
        advise(rule, i, checked.advice);
    }
    return checked;
}

QList<Rule> defaultRules(qint64 stepSeconds)
{
    QList<Rule> rules;
    for (const Default &given : kDefaults) {
        const bool below = findMetric(QString(given.metric))->worse == Worse::Lower;
        Rule rule;
        rule.name = given.name;
        rule.metric = given.metric;
        rule.group = given.group;
        rule.direction = below ? Rule::Direction::Below : Rule::Direction::Above;
        rule.stepSeconds = stepSeconds;
        rule.noDataSeconds = std::max<qint64>(60, 3 * stepSeconds);
        for (std::size_t i = 0; i < given.on.size(); ++i) {
            const double off = given.on[i] * (below ? 1 + given.deadband : 1 - given.deadband);
            rule.levels[i] = RuleLevel{given.on[i], off, given.hold[i], kClear};
        }
        rules.append(rule);
    }
    return rules;
}

} // namespace watchroom::quality
