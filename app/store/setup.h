// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/localauthority.h"
#include "app/store/store.h"

namespace watchroom::store {

/// What a new standalone workspace begins with: the person with every right, the default policy
/// (version 1) and `rules`. Nobody may do this yet, so no rule judges it. Returns the login of the
/// local person: in a workspace that has people nothing is written and it is the first one's.
/// Inside a transaction on the writer's connection.
[[nodiscard]] QString writeFirstRows(
    Rows &rows, const LocalPerson &person, const QList<QJsonObject> &rules, base::Instant now);

} // namespace watchroom::store
