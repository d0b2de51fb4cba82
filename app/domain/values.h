// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/row.h"
#include "app/domain/tables.h"

namespace watchroom::domain {

/// A value as its column type writes it (instants with six decimals and Z, ids in lower case), or
/// nothing when it is no value of that type (`invalid_value`). Null is a value of every type.
[[nodiscard]] std::optional<QJsonValue> normalValue(ColumnType type, const QJsonValue &value);

/// Whether it is stored as a value of that type: null, or of the right kind of JSON value. What a
/// text says (an id, an instant) is not looked at. Cheap enough for every value that is pulled.
[[nodiscard]] bool hasType(ColumnType type, const QJsonValue &value);

/// Equal as values of the column's type: an instant equals itself in another zone's spelling.
[[nodiscard]] bool sameValue(ColumnType type, const QJsonValue &a, const QJsonValue &b);

/// What is absent is null: an empty text, a null id, no instant.
[[nodiscard]] QJsonValue orNull(const QString &text);
[[nodiscard]] QJsonValue orNull(const QUuid &id);
[[nodiscard]] QJsonValue orNull(const std::optional<base::Instant> &instant);

/// No characters but blanks; an absent text is blank.
[[nodiscard]] bool isBlank(const QString &text);
/// Characters as PostgreSQL's char_length() counts them: code points.
[[nodiscard]] qsizetype characterCount(const QString &text);

} // namespace watchroom::domain
