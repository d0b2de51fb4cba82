// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace watchroom::sheets {

/// A hash in groups of four, as people compare it.
[[nodiscard]] QString inFours(const QByteArray &hex);
/// The level's shape, so that paper without colours still tells.
[[nodiscard]] QString levelMark(const QString &level);

} // namespace watchroom::sheets
