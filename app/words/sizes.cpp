// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sizes.h"

#include <QLocale>

namespace watchroom::words {

QString dataSize(qint64 bytes)
{
    constexpr qint64 kMegabyte = 1'000'000;
    return QLocale::c().formattedDataSize(
        bytes, bytes < kMegabyte ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace watchroom::words
