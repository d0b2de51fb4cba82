// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace watchroom::domain {

/// A row of a synced table: its columns by name. Instants are texts (base::toIso), null is absence.
using Row = QJsonObject;

[[nodiscard]] QString text(const Row &row, QLatin1StringView column);
[[nodiscard]] std::optional<QString> optionalText(const Row &row, QLatin1StringView column);
[[nodiscard]] std::optional<base::Instant> instant(const Row &row, QLatin1StringView column);
[[nodiscard]] QUuid uuid(const Row &row, QLatin1StringView column);
[[nodiscard]] qint64 integer(const Row &row, QLatin1StringView column);
[[nodiscard]] bool boolean(const Row &row, QLatin1StringView column);

/// Equal as values of their type: 1 and 1.0 are equal, an absent member is null.
[[nodiscard]] bool sameValue(const QJsonValue &a, const QJsonValue &b);

/// Keys sorted, no blanks: the bytes that enter a hash. Equal values give equal bytes.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue &value);

} // namespace watchroom::domain
