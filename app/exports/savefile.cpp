// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/savefile.h"

#include "app/base/wholefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace watchroom::exports {

using namespace Qt::StringLiterals;
using base::Error;

base::Result<QString> saveFile(
    const QString &path, const std::function<base::Result<>(QIODevice &)> &write)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    const QJsonObject place{{u"file"_s, QDir::toNativeSeparators(whole)}};
    QSaveFile file(whole);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return base::failure(
            Error::Kind::Denied, file.errorString(), u"export_unwritable"_s, place);
    if (const auto written = write(file); !written)
        return tl::unexpected(written.error());
    if (base::commitWhole(file))
        return whole;
    // What failed while writing is a full disk or a quota; what failed at the end is the place.
    const bool full =
        file.error() == QFileDevice::WriteError || file.error() == QFileDevice::ResourceError;
    return full
        ? base::failure(Error::Kind::Internal, file.errorString(), u"export_no_room"_s, place)
        : base::failure(Error::Kind::Denied, file.errorString(), u"export_unwritable"_s, place);
}

} // namespace watchroom::exports
