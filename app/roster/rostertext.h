// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace watchroom::roster {

struct DecodedText
{
    QString text;
    QString encoding; ///< UTF-8, UTF-16 or GB18030
    bool damaged = false; ///< some bytes meant nothing in it; U+FFFD stands for them
};

/// The text of a file that does not say how it was written: by its byte order mark, else UTF-8
/// where that is valid, else GB18030 (of which GBK and GB2312 are parts).
[[nodiscard]] DecodedText decodeText(const QByteArray &bytes);

} // namespace watchroom::roster
