// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace watchroom::articles {

/// What the parentheses at the end of a step's first paragraph say of it.
struct StepMarks
{
    QString text; ///< without them
    bool critical = false;
    int expectSeconds = 0; ///< 0: not said
    bool unclear = false; ///< one speaks of safety, but holds something else too
};

/// Reads `（安全关键，4 分钟）`, `(safety-critical)`, `(30 s)`; a full stop behind stays.
[[nodiscard]] StepMarks readStepMarks(const QString &text);

/// The words behind `若失败：` or `If this fails:`; nothing where the text begins otherwise.
[[nodiscard]] std::optional<QString> failureText(const QString &text);

} // namespace watchroom::articles
