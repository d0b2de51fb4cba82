// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace watchroom::sheets {

QImage qrCode(const QByteArray &bytes)
{
    // Level M bears a stain of a seventh of its area.
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeData(
            int(bytes.size()), reinterpret_cast<const uchar *>(bytes.constData()), 0, QR_ECLEVEL_M),
        QRcode_free);
    if (!code)
        return {};
    QImage image(code->width, code->width, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x)
            image.setPixel(x, y, code->data[y * code->width + x] & 1U);
    }
    return image;
}

} // namespace watchroom::sheets
