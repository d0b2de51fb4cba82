// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/wholefile.h"

#include <QSaveFile>

#include <cerrno>

namespace watchroom::base {

using namespace Qt::StringLiterals;

bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.error() == QFileDevice::NoError && file.commit();
}

Error writeFailure(const QFileDevice &file)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC
        || errno == EDQUOT || errno == EFBIG;
    return {Error::Kind::Internal, file.errorString(), full ? u"disk_full"_s : QString()};
}

} // namespace watchroom::base
