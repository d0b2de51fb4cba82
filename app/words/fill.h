// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words/phrases.h"

#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <functional>

namespace watchroom::words {

/// How a parameter of a log entry or an error is said.
enum class Wording
{
    Plain,
    Person, ///< a login
    Target, ///< a key
    Level,
    Stage,
    Group,
    Role,
    Reason,
    Metric,
    Parties, ///< an array of code words
    Sites, ///< an array of keys; an empty one is said too
    Fields, ///< an array of columns
    Seconds,
    WorkState, ///< of a ticket or a pending item
    DateTime,
    Position,
    People, ///< an array of logins
    Field, ///< a column, or what a handover's sheet lacks
    Meaning, ///< of a signature
    SignatureMeans, ///< password, offline, paper
};

/// What a parameter's name alone says about it.
[[nodiscard]] Wording usualWording(QStringView name);
/// Null and absent are empty.
[[nodiscard]] QString wordParameter(Wording wording, const QJsonValue &value, const Names &names);
/// Replaces each {name} once, from left to right: a brace in a value is never a placeholder.
[[nodiscard]] QString fill(
    const QString &pattern, const std::function<QString(QStringView name)> &value);

} // namespace watchroom::words
