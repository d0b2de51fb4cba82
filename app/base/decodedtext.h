// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace watchroom::base {

/// A file of text that somebody else's program wrote. A value; any thread.
struct DecodedText
{
    QString text; ///< what means nothing is U+FFFD
    QString encoding; ///< UTF-8, UTF-16 or GB18030
};

/// As its byte order mark says, else as UTF-8 where that is valid, else as GB18030 (of which GBK
/// and GB2312 are parts).
[[nodiscard]] DecodedText decodedText(const QByteArray &bytes);

/// An .xlsx, .xls or .ods, or a web page that pretends to be one.
[[nodiscard]] bool isWorkbook(const QByteArray &bytes, QStringView text);

} // namespace watchroom::base
