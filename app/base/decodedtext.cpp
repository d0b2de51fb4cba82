// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/decodedtext.h"

#include <QStringDecoder>

namespace watchroom::base {

using namespace Qt::StringLiterals;

DecodedText decodedText(const QByteArray &bytes)
{
    constexpr auto whole = QStringDecoder::Flag::Stateless;
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return {QStringDecoder(QStringDecoder::Utf16, whole)(bytes), u"UTF-16"_s};
    QStringDecoder utf8(QStringDecoder::Utf8, whole);
    const QString text = utf8(bytes);
    // Qt knows GB18030 by ICU, which Debian's Qt is built with.
    QStringDecoder gb("GB18030", whole);
    if (!utf8.hasError() || bytes.startsWith("\xef\xbb\xbf") || !gb.isValid())
        return {text, u"UTF-8"_s};
    return {gb(bytes), u"GB18030"_s};
}

bool isWorkbook(const QByteArray &bytes, QStringView text)
{
    // Some systems save a web page as .xls.
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xd0\xcf\x11\xe0")
        || text.trimmed().startsWith(u'<');
}

} // namespace watchroom::base
