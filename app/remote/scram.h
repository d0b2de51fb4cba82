// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace watchroom::remote {

/// What PostgreSQL stores instead of a password (RFC 5803, 4096 rounds): made here, so that the
/// password itself never travels. The salt is random and 16 bytes long.
[[nodiscard]] QString scramVerifier(const QString &password, const QByteArray &salt);
[[nodiscard]] QString scramVerifier(const QString &password);

/// 32 characters of [A-Za-z0-9_-]: 192 bits.
[[nodiscard]] QString randomPassword();

} // namespace watchroom::remote
