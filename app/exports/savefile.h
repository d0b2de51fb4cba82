// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace watchroom::exports {

/// Writes a file whole or not at all, readable by its owner alone; a file of that name keeps what
/// it had until the new one is whole. Answers its path. Denied `export_unwritable {file}`: the
/// place takes no file; Internal `export_no_room {file}`: it was not written to its end. Blocks;
/// any thread.
[[nodiscard]] base::Result<QString> saveFile(
    const QString &path, const std::function<base::Result<>(QIODevice &)> &write);

} // namespace watchroom::exports
