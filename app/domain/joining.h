// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/row.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace watchroom::domain {

/// How long after its opening an incident takes in further alerts; fixed, never prolonged.
inline constexpr std::chrono::minutes kJoiningWindow{30};

/// The tree of targets, by key.
class TargetTree
{
public:
    explicit TargetTree(const QList<Row> &targets);
    /// The target itself, its parent, and so on to the root; a damaged tree's cycle ends it.
    [[nodiscard]] QStringList upwards(const QString &key) const;

private:
    QHash<QString, QString> m_parents;
};

/// The open incident an alert joins at `now`: same group, its target the alert's or above it,
/// opened within the window, not closed, no drill. Of several: the nearest target, then the
/// earliest opened, then the smallest id, so that every evaluator picks the same.
[[nodiscard]] std::optional<Row> incidentToJoin(
    const Row &alert, const QList<Row> &incidents, const TargetTree &tree, base::Instant now);

} // namespace watchroom::domain
