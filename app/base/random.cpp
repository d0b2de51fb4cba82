// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/random.h"

#include <QRandomGenerator>

namespace watchroom::base {

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes;
}

} // namespace watchroom::base
