// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

class QFileDevice;
class QSaveFile;

namespace watchroom::base {

/// commit() for files whose old content must outlive a full disk. QSaveFile (Qt 6.4) forgets that
/// its last flush failed and puts what there was room for in the place of the whole file. False:
/// the old file stands, and errorString() says why.
[[nodiscard]] bool commitWhole(QSaveFile &file);

/// Right after a write that failed: Internal, `disk_full` where there is no room or a quota is used
/// up.
[[nodiscard]] Error writeFailure(const QFileDevice &file);

} // namespace watchroom::base
