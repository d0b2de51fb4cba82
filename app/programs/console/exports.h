// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/programs/workspaceconfig.h"
#include "app/store/store.h"
#include "app/sync/syncstatus.h"
#include "app/undelivered/undeliveredcard.h"

#include <QFuture>
#include <QString>

namespace watchroom::programs {

/// Writes what somebody who helps from afar must know into the workspace's folder: versions, the
/// state of sync, counts of rows and of waiting operations with their codes. No secret, no free
/// text, no name of a person. Answers the file's path. Any thread; writes on the reader's.
[[nodiscard]] QFuture<base::Result<QString>> writeDiagnostics(store::Store &store,
    const WorkspaceConfig &config, const sync::SyncStatus &status, base::Instant now);

/// All of a change the server did not take, its author's words included. As above.
[[nodiscard]] QFuture<base::Result<QString>> writeCard(
    store::Store &store, const undelivered::Card &card);

} // namespace watchroom::programs
