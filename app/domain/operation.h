// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/row.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace watchroom::domain {

enum class OperationKind
{
    Insert,
    Update,
    Delete,
    Append
};

/// What one change asks for, before it becomes an immutable text. See ARCHITECTURE.md.
struct Operation
{
    QUuid op;
    QUuid group; ///< applied together or not at all
    QList<QUuid> dep; ///< my operations it follows
    QList<QUuid> needs;
    QString table;
    QUuid id;
    OperationKind kind = OperationKind::Insert;
    QUuid baseVer; ///< null for inserts
    Row base;
    Row set;
    base::Instant at;
    QString actor; ///< a login; empty for a station's own operation
};

/// The body's bytes (UTF-8 JSON); made once, kept as they are.
[[nodiscard]] QByteArray toBody(const Operation &operation);
[[nodiscard]] base::Result<Operation> fromBody(const QByteArray &body);

/// SHA-256 of the body, lower-case hex.
[[nodiscard]] QByteArray bodyHash(const QByteArray &body);
/// What a result names as the operation where the server could read no id in the body.
[[nodiscard]] QUuid unreadableId(const QByteArray &body);
/// HMAC-SHA-256(key, op text + "\n" + hash hex), lower-case hex.
[[nodiscard]] QByteArray proof(
    const QByteArray &sessionKey, const QUuid &op, const QByteArray &hash);
/// HMAC-SHA-256(a lead's session key, "release\n" + op text + "\n" + hash hex), lower-case hex: the
/// lead vouches that this held operation is its author's.
[[nodiscard]] QByteArray releaseProof(
    const QByteArray &sessionKey, const QUuid &op, const QByteArray &hash);

enum class ResultState
{
    Applied,
    Merged,
    Already,
    Conflict,
    Rejected,
    Held
};

struct OperationResult
{
    qint64 seq = 0;
    QUuid op;
    ResultState state = ResultState::Applied;
    QUuid ver;
    QString code;
    QJsonObject params;
    std::optional<Row> row; ///< as the authority left it; never of an append-only table
};

[[nodiscard]] QJsonObject toJson(const OperationResult &result);
[[nodiscard]] base::Result<OperationResult> resultFromJson(const QJsonObject &json);

} // namespace watchroom::domain
