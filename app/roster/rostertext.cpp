// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostertext.h"

#include <QStringDecoder>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

DecodedText decodedBy(QStringDecoder &&decoder, const QString &encoding, const QByteArray &bytes)
{
    // Qt knows GB18030 by ICU, which Debian's Qt is built with.
    if (!decoder.isValid())
        return {.text = {}, .encoding = encoding, .damaged = true};
    DecodedText decoded{.text = decoder(bytes), .encoding = encoding};
    decoded.damaged = decoder.hasError();
    return decoded;
}

} // namespace

DecodedText decodeText(const QByteArray &bytes)
{
    constexpr auto whole = QStringDecoder::Flag::Stateless;
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return decodedBy(QStringDecoder(QStringDecoder::Utf16, whole), u"UTF-16"_s, bytes);
    auto utf8 = decodedBy(QStringDecoder(QStringDecoder::Utf8, whole), u"UTF-8"_s, bytes);
    if (!utf8.damaged || bytes.startsWith("\xef\xbb\xbf"))
        return utf8;
    auto gb = decodedBy(QStringDecoder("GB18030", whole), u"GB18030"_s, bytes);
    if (!gb.damaged)
        return gb;
    // Damaged whatever it is: what has fewer holes is nearer to it.
    const auto holes = [](const DecodedText &d) {
        return d.text.count(QChar::ReplacementCharacter);
    };
    return gb.text.isEmpty() || holes(utf8) <= holes(gb) ? utf8 : gb;
}

} // namespace watchroom::roster
