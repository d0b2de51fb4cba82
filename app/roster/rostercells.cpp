// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostercells.h"

namespace watchroom::roster {

namespace {

constexpr char16_t kDashes[] = u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format
        || (c.category() == QChar::Other_Control && c != u'\n');
}

} // namespace

QString Cell::name() const
{
    QString letters;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters + QString::number(row + 1);
}

QString plain(const QString &text)
{
    QString result;
    const QString compatible = text.normalized(QString::NormalizationForm_KC);
    for (const QChar c : compatible) {
        const bool breaks = c == u'\n' || c == u'\r' || c.category() == QChar::Separator_Line;
        if (breaks || c.isSpace()) {
            if (result.endsWith(u' '))
                result.chop(1);
            if (!result.endsWith(u'\n'))
                result += breaks ? u'\n' : u' ';
        } else if (QStringView(kDashes).contains(c)) {
            result += u'-';
        } else if (!isInvisible(c)) {
            result += c;
        }
    }
    return result.trimmed();
}

QString squeezed(const QString &text)
{
    QString result = plain(text);
    result.removeIf([](QChar c) { return c.isSpace(); });
    return result.toCaseFolded();
}

} // namespace watchroom::roster
