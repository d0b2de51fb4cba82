// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/rule.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace watchroom::quality {

/// What is allowed but probably not meant.
struct RuleAdvice
{
    QString where; ///< as in doc_invalid: "rules[0].levels.red.off"
    QString problem; ///< off_overlaps_lower, direction_unusual, step_longer_than_for
};

struct CheckedRules
{
    QList<domain::Rule> rules;
    QList<RuleAdvice> advice = {};
};

/// Reads a rules file as domain::parseRules() does, and further refuses metrics that do not exist
/// and a higher level that is slower than a lower one: Invalid, `doc_invalid {where}`; a file that
/// is no JSON: {where: "line 3"}.
[[nodiscard]] base::Result<CheckedRules> readRules(const QByteArray &file);

/// What a new workspace begins with (absolute limits; to be replaced by what replay shows).
/// `stepSeconds` is the source's interval.
[[nodiscard]] QList<domain::Rule> defaultRules(qint64 stepSeconds);

} // namespace watchroom::quality
