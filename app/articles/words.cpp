// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/words.h"

namespace watchroom::articles {

namespace {

enum class Class
{
    Word,
    Blank,
    Single,
};

Class classOf(char32_t c)
{
    if (QChar::isSpace(c))
        return Class::Blank;
    const QChar::Script script = QChar::script(c);
    if (script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana)
        return Class::Single;
    const bool joins = c < 0x80 && QStringView(u"-_/=@+%").contains(QChar(c));
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || joins ? Class::Word : Class::Single;
}

/// A full stop or colon within a word, not behind it.
bool isWithin(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    return (c == u'.' || c == u':') && at + 1 < text.size() && text.at(at + 1).isLetterOrNumber()
        && classOf(text.at(at + 1).unicode()) == Class::Word;
}

} // namespace

QList<Range> wordsOf(const QString &text)
{
    QList<Range> words;
    Class before = Class::Single;
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size()
            && text.at(at + 1).isLowSurrogate();
        const char32_t c =
            pair ? QChar::surrogateToUcs4(text.at(at), text.at(at + 1)) : text.at(at).unicode();
        const qsizetype length = pair ? 2 : 1;
        const Class now = isWithin(text, at) ? Class::Word : classOf(c);
        if (!words.isEmpty() && now == before && now != Class::Single)
            words.back().length += length;
        else
            words.append({at, length});
        before = now;
        at += length;
    }
    return words;
}

} // namespace watchroom::articles
