// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"

#include <QString>
#include <QStringList>
#include <QUuid>

namespace watchroom::base {

/// A fresh UUIDv7 (RFC 9562): the instant in milliseconds, then random bits.
[[nodiscard]] QUuid newId(Instant now);
/// As newId(), but later than `last`, itself such an id or null, whatever the clock says.
[[nodiscard]] QUuid newIdAfter(Instant now, const QUuid &last);

/// A UUIDv5 of the parts, joined by '\n', in Watchroom's own name space: the same parts give the
/// same id at every station and in the server (sync.derived_id).
[[nodiscard]] QUuid derivedId(const QStringList &parts);

/// "0190…-…" without braces, lower case: the one form in JSON, SQL and texts.
[[nodiscard]] QString toText(const QUuid &id);

} // namespace watchroom::base
