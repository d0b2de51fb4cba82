// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace watchroom::sheets {

/// The QR code of these bytes, one pixel a module, black on white, without the quiet zone around
/// it; a null image where they do not fit into one. Any thread.
[[nodiscard]] QImage qrCode(const QByteArray &bytes);

} // namespace watchroom::sheets
