// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSaveFile;

namespace watchroom::base {

/// commit() for files whose old content must outlive a full disk. QSaveFile (Qt 6.4) forgets that
/// its last flush failed and puts what there was room for in the place of the whole file. False:
/// the old file stands, and errorString() says why.
[[nodiscard]] bool commitWhole(QSaveFile &file);

} // namespace watchroom::base
