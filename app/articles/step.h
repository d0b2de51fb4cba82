// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace watchroom::articles {

/// A step as a version's row has it, so that a change is known before the text has come. A value.
struct Step
{
    QString id; ///< "s4"; stays with the step through the versions
    QString text; ///< on one line, cut at limits::kStepCharacters
    QString hash; ///< hex SHA-256 of the step's own Markdown
    bool critical = false; ///< safety-critical: a change of it is decided on before the next tick
    int expectSeconds = 0; ///< 0: not said

    friend bool operator==(const Step &, const Step &) = default;
};

using Steps = QList<Step>;

/// `[{"id", "text", "hash", "critical", "expect_s"}]`; the last two only where they say something.
[[nodiscard]] QJsonArray stepsJson(const Steps &steps);
/// Corrupt where it is not that, or more than limits::kArticleSteps.
[[nodiscard]] base::Result<Steps> stepsFromJson(const QJsonArray &json);

} // namespace watchroom::articles
