// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchtext.h"

#include "app/store/simplified.h"

#include <algorithm>

namespace watchroom::store {

namespace {

constexpr bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

constexpr bool isPlainHan(char32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar first = text.at(at);
    if (first.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(first, text.at(at + 1));
    return first.unicode();
}

constexpr qsizetype unitsOf(char32_t c)
{
    return c > 0xFFFF ? 2 : 1;
}

/// What normalises together with the character before it.
bool joinsTheOneBefore(char32_t c)
{
    if (c < 0x300)
        return false;
    const bool isJamo = c >= 0x1160 && c <= 0x11FF;
    const bool isHalfWidthSoundMark = c == 0xFF9E || c == 0xFF9F;
    return isJamo || isHalfWidthSoundMark || QChar::isMark(c);
}

/// Divides and becomes nothing but such characters: no need to normalise it.
bool isDivider(char32_t c)
{
    return QChar::isPunct(c) || QChar::isSpace(c);
}

char32_t withoutAccent(char32_t c)
{
    if (c < 0xC0 || QChar::script(c) != QChar::Script_Latin)
        return c;
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D);
    return codePointAt(parts, 0);
}

/// Writes one normal text from left to right.
class Normaliser
{
public:
    Normaliser(QString &text, QList<TextRange> *origin)
        : m_text(text)
        , m_origin(origin)
    {
    }

    void read(QStringView raw)
    {
        m_text.reserve(raw.size() + raw.size() / 8);
        for (qsizetype at = 0; at < raw.size();) {
            const char32_t c = codePointAt(raw, at);
            const qsizetype units = unitsOf(c);
            if (c < 0x80 || isPlainHan(c))
                take(c, {at, units});
            else if (c >= 0xFF01 && c <= 0xFF5E)
                take(c - 0xFEE0, {at, units});
            else if (isDivider(c))
                divide(false);
            else {
                at = readCluster(raw, at, units);
                continue;
            }
            at += units;
        }
    }

private:
    qsizetype readCluster(QStringView raw, qsizetype at, qsizetype units)
    {
        qsizetype end = at + units;
        while (end < raw.size() && joinsTheOneBefore(codePointAt(raw, end)))
            end += unitsOf(codePointAt(raw, end));
        const QString folded = raw.sliced(at, end - at)
                                   .toString()
                                   .normalized(QString::NormalizationForm_KC)
                                   .toCaseFolded();
        for (qsizetype i = 0; i < folded.size();) {
            const char32_t c = codePointAt(folded, i);
            take(withoutAccent(c), {at, end - at});
            i += unitsOf(c);
        }
        return end;
    }

    void take(char32_t c, TextRange from)
    {
        if (c >= U'A' && c <= U'Z')
            c += 0x20;
        const TextClass kind = textClass(c);
        if (kind == TextClass::Ignored || c == U'\r')
            return;
        if (kind == TextClass::Other) {
            divide(c == U'\n');
            return;
        }
        const bool bothHan = kind == TextClass::Han && m_last == TextClass::Han;
        const bool noHan = kind != TextClass::Han && m_last != TextClass::Han;
        if (bothHan && m_gap == Gap::Break)
            put(kBreak, from);
        else if (noHan && m_last != TextClass::Other && (m_gap != Gap::None || kind != m_last))
            put(U' ', from);
        put(kind == TextClass::Han ? simplified(c) : c, from);
        m_last = kind;
        m_gap = Gap::None;
    }

    void divide(bool byNewline)
    {
        m_gap = byNewline && m_gap == Gap::None ? Gap::SoftWrap : Gap::Break;
    }

    void put(char32_t c, TextRange from)
    {
        if (c > 0xFFFF) {
            m_text.append(QChar(QChar::highSurrogate(c)));
            m_text.append(QChar(QChar::lowSurrogate(c)));
        } else {
            m_text.append(QChar(static_cast<char16_t>(c)));
        }
        if (m_origin)
            m_origin->resize(m_text.size(), from);
    }

    enum class Gap
    {
        None,
        SoftWrap,
        Break,
    };

    QString &m_text;
    QList<TextRange> *m_origin;
    TextClass m_last = TextClass::Other; // of what was put last
    Gap m_gap = Gap::None;
};

} // namespace

TextClass textClass(char32_t c)
{
    if (isHan(c))
        return TextClass::Han;
    if (c < 0x80) {
        if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'))
            return TextClass::Letter;
        return c >= U'0' && c <= U'9' ? TextClass::Digit : TextClass::Other;
    }
    if (QChar::isLetter(c))
        return TextClass::Letter;
    if (QChar::isNumber(c))
        return TextClass::Digit;
    const bool hasNoWidth = QChar::isMark(c) || QChar::category(c) == QChar::Other_Format;
    return hasNoWidth ? TextClass::Ignored : TextClass::Other;
}

QString normalText(QStringView raw)
{
    QString text;
    Normaliser(text, nullptr).read(raw);
    return text;
}

TracedText tracedText(QStringView raw)
{
    TracedText traced;
    traced.origin.reserve(raw.size() + raw.size() / 8);
    Normaliser(traced.text, &traced.origin).read(raw);
    return traced;
}

QStringList searchWords(QStringView query)
{
    query = query.left(kQueryCharacters);
    QStringList words;
    for (qsizetype at = 0; at < query.size() && words.size() < kQueryWords;) {
        qsizetype end = at;
        while (end < query.size() && !query.at(end).isSpace())
            ++end;
        const QString word = normalText(query.sliced(at, end - at));
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
        at = end + 1;
    }
    return words;
}

qsizetype indexOfWord(QStringView normal, QStringView word, qsizetype from)
{
    if (word.isEmpty())
        return -1;
    const bool mayFollowAnything = textClass(codePointAt(word, 0)) == TextClass::Han;
    for (;;) {
        const qsizetype at = normal.indexOf(word, from);
        if (at <= 0 || mayFollowAnything)
            return at;
        const QChar before = normal.at(at - 1);
        const bool isPair = before.isLowSurrogate() && at >= 2;
        const TextClass kind =
            textClass(isPair ? codePointAt(normal, at - 2) : char32_t(before.unicode()));
        if (kind != TextClass::Letter && kind != TextClass::Digit)
            return at;
        from = at + 1;
    }
}

QList<TextRange> matchRanges(const TracedText &traced, const QStringList &words, qsizetype most)
{
    QList<TextRange> ranges;
    for (const QString &word : words) {
        qsizetype at = indexOfWord(traced.text, word);
        for (qsizetype n = 0; n < most && at >= 0; ++n) {
            const qsizetype from = traced.origin.at(at).from;
            ranges.append({from, traced.origin.at(at + word.size() - 1).end() - from});
            at = indexOfWord(traced.text, word, at + word.size());
        }
    }
    return joined(std::move(ranges));
}

QList<TextRange> joined(QList<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::from);
    QList<TextRange> result;
    for (const TextRange &range : std::as_const(ranges)) {
        if (result.isEmpty() || result.last().end() < range.from)
            result.append(range);
        else
            result.last().length = std::max(result.last().end(), range.end()) - result.last().from;
    }
    return result;
}

} // namespace watchroom::store
