// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/wholefile.h"

#include <QSaveFile>

namespace watchroom::base {

bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.error() == QFileDevice::NoError && file.commit();
}

} // namespace watchroom::base
