// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace watchroom::articles {

/// libgit2 is ready while one of these lives; they may be several, on any thread. The first begins
/// and the last ends it, some milliseconds each. No repository is opened or made.
class GitLibrary
{
public:
    GitLibrary();
    ~GitLibrary();
    GitLibrary(const GitLibrary &) = delete;
    GitLibrary &operator=(const GitLibrary &) = delete;

    /// Internal, with what the library says of its last failure.
    [[nodiscard]] static tl::unexpected<base::Error> failed(const QString &what);
};

/// As the library takes a text: UTF-8, `\n` as line ends, one behind the last line too.
[[nodiscard]] QByteArray gitText(const QString &text);
/// Its lines without their ends.
[[nodiscard]] QStringList gitLines(QByteArrayView utf8);

} // namespace watchroom::articles
