// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/filetext.h"

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

QString escaped(const QString &text, QStringView special)
{
    QString result;
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\r') {
            result += c == u'\n' ? u"\\n"_s : u"\\r"_s;
            continue;
        }
        if (c == u'\\' || special.contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

QStringList splitEscaped(QStringView text, QStringView at)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (at.contains(text[i])) {
            parts.append(QString());
        } else if (text[i] == u'\\' && i + 1 < text.size()) {
            const QChar c = text[++i];
            parts.last() += c == u'n' || c == u'N' ? QChar(u'\n') : c == u'r' ? QChar(u'\r') : c;
        } else {
            parts.last() += text[i];
        }
    }
    return parts;
}

QString unescaped(QStringView text)
{
    return splitEscaped(text, {}).first();
}

QStringList listIn(QStringView text, QStringView at)
{
    QStringList list;
    const QStringList parts = splitEscaped(text, at);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty() && !list.contains(part.trimmed()))
            list.append(part.trimmed());
    }
    return list;
}

} // namespace watchroom::contacts
