// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/operation.h"
#include "app/store/reader.h"

namespace watchroom::store {

/// An operation of this client that the server did not take, with what it asked and why it was not
/// taken.
struct RefusedOperation
{
    domain::Operation operation;
    domain::ResultState state = domain::ResultState::Rejected; ///< Held, Conflict, Rejected
    QString code;
    QJsonObject params;
};

/// Every operation that waits for a person, oldest first. On the reader's thread.
[[nodiscard]] base::Result<QList<RefusedOperation>> readRefused(Reader &reader);

} // namespace watchroom::store
