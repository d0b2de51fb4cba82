// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words/phrases.h"

#include <QJsonObject>
#include <QString>
#include <QStringView>

namespace watchroom::words {

/// The sentence of a log entry that was written with a code and parameters instead of a text, so
/// that both languages can show it: `stage_changed {to: diagnosis}` is 进入「诊断定位」. Empty for
/// an entry without a code (its text speaks); the code itself when a newer Watchroom wrote it.
/// Where the entry stands beside its `author`'s name, who did it is not said twice: 认领.
[[nodiscard]] QString entrySentence(
    QStringView code, const QJsonObject &params, const Names &names = {}, QStringView author = {});

} // namespace watchroom::words
