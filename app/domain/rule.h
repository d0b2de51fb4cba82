// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/levels.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <array>
#include <optional>

namespace watchroom::domain {

/// When one level of a rule begins and ends; values in the metric's unit.
struct RuleLevel
{
    double on = 0; ///< reached: the value equals it or lies beyond it
    double off = 0; ///< the level ends only beyond it, on the good side
    qint64 forSeconds = 0; ///< `on` held this long
    qint64 clearSeconds = 0; ///< `off` held this long
};

/// A rule over a metric: the document of the rule table and of a rules file (times in seconds).
struct Rule
{
    enum class Direction
    {
        Above,
        Below
    };

    QString name;
    QString metric;
    QString group; ///< codes::kGroups
    Direction direction = Direction::Above;
    qint64 stepSeconds = 0; ///< evaluated on sample time floored to it
    std::array<std::optional<RuleLevel>, kLevels.size()> levels; ///< at least one
    qint64 noDataSeconds = 0; ///< without a sample this long: data is missing
    QString contingency = {}; ///< "if ... then ..." of what it opens, for handovers; may be empty

    [[nodiscard]] const std::optional<RuleLevel> &of(Level level) const;
};

/// Reads a rule's document; Error::Invalid with code `doc_invalid` and params {where} names the
/// first wrong member. Higher levels need limits further out, and `off` on the good side of `on`.
[[nodiscard]] base::Result<Rule> parseRule(const QJsonObject &document);
[[nodiscard]] QJsonObject toJson(const Rule &rule);
/// A rules file: `{"rules": [...]}` with unique names; `where` begins with "rules[n]".
[[nodiscard]] base::Result<QList<Rule>> parseRules(const QByteArray &file);

} // namespace watchroom::domain
