// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rule.h"

#include "app/domain/codes.h"
#include "app/domain/documentreader.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxSeconds = 7 * 86'400; // a rule looks back a week at most

std::size_t indexOf(Level level)
{
    return static_cast<std::size_t>(level);
}

// "a lies further out than b", in the rule's direction.
bool isBeyond(Rule::Direction direction, double a, double b)
{
    return direction == Rule::Direction::Above ? a > b : a < b;
}

RuleLevel readLevel(DocumentReader reader, Rule::Direction direction)
{
    RuleLevel level;
    level.on = reader.number("on"_L1);
    level.off = reader.number("off"_L1);
    if (isBeyond(direction, level.off, level.on))
        reader.fail("off"_L1);
    level.forSeconds = reader.integer("for"_L1, 0, kMaxSeconds);
    level.clearSeconds = reader.integer("clear"_L1, 0, kMaxSeconds);
    return level;
}

void readLevels(DocumentReader reader, Rule &rule)
{
    std::optional<double> lower;
    for (const Level level : kLevels) {
        const QLatin1StringView name = codeOf(level);
        if (!reader.has(name) || reader.isNull(name))
            continue;
        const RuleLevel read = readLevel(reader.object(name), rule.direction);
        if (lower && !isBeyond(rule.direction, read.on, *lower))
            reader.object(name).fail("on"_L1);
        lower = read.on;
        rule.levels[indexOf(level)] = read;
    }
    if (!lower)
        reader.fail();
}

} // namespace

const std::optional<RuleLevel> &Rule::of(Level level) const
{
    return levels[indexOf(level)];
}

base::Result<Rule> parseRule(const QJsonObject &document)
{
    QString wrong;
    DocumentReader reader(document, {}, wrong);
    Rule rule;
    rule.name = reader.text("name"_L1);
    rule.metric = reader.text("metric"_L1);
    rule.group = reader.text("group"_L1);
    if (!codes::contains(codes::kGroups, rule.group))
        reader.fail("group"_L1);
    const QString direction = reader.text("direction"_L1);
    if (direction == "below"_L1)
        rule.direction = Rule::Direction::Below;
    else if (direction != "above"_L1)
        reader.fail("direction"_L1);
    rule.stepSeconds = reader.integer("step"_L1, 1, 3'600);
    readLevels(reader.object("levels"_L1), rule);
    rule.noDataSeconds = reader.integer("no_data_for"_L1, 1, kMaxSeconds);
    if (reader.has("contingency"_L1) && !reader.isNull("contingency"_L1))
        rule.contingency = reader.text("contingency"_L1);
    if (characterCount(rule.contingency) > limits::kLineCharacters)
        reader.fail("contingency"_L1);
    if (!wrong.isEmpty())
        return DocumentReader::invalid(wrong);
    return rule;
}

QJsonObject toJson(const Rule &rule)
{
    QJsonObject levels;
    for (const Level level : kLevels) {
        if (const auto &limits = rule.of(level)) {
            levels.insert(codeOf(level),
                QJsonObject{{u"on"_s, limits->on}, {u"off"_s, limits->off},
                    {u"for"_s, limits->forSeconds}, {u"clear"_s, limits->clearSeconds}});
        }
    }
    const bool above = rule.direction == Rule::Direction::Above;
    QJsonObject document{{u"name"_s, rule.name}, {u"metric"_s, rule.metric},
        {u"group"_s, rule.group}, {u"direction"_s, above ? "above"_L1 : "below"_L1},
        {u"step"_s, rule.stepSeconds}, {u"levels"_s, levels},
        {u"no_data_for"_s, rule.noDataSeconds}};
    if (!rule.contingency.isEmpty())
        document.insert("contingency"_L1, rule.contingency);
    return document;
}

base::Result<QList<Rule>> parseRules(const QByteArray &file)
{
    const QJsonDocument document = QJsonDocument::fromJson(file);
    const QJsonValue list = document.object().value("rules"_L1);
    if (!list.isArray())
        return DocumentReader::invalid(u"rules"_s);
    QList<Rule> rules;
    QSet<QString> names;
    const QJsonArray array = list.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = u"rules[%1]"_s.arg(i);
        const auto rule = parseRule(array.at(i).toObject());
        if (!rule)
            return DocumentReader::invalid(
                path + u'.' + rule.error().params.value("where"_L1).toString());
        if (names.contains(rule->name))
            return DocumentReader::invalid(path + u".name"_s);
        names.insert(rule->name);
        rules.append(*rule);
    }
    return rules;
}

} // namespace watchroom::domain
