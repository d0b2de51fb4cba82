// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/pinyininitials.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace watchroom::store {

using namespace Qt::StringLiterals;

struct PinyinInitials::Letters
{
    TracedText traced;
    QList<qsizetype> starts; // of syllables, words and numbers
};

struct PinyinInitials::Reader
{
    std::unique_ptr<icu::Transliterator> hanLatin;
};

PinyinInitials::PinyinInitials() = default;
PinyinInitials::~PinyinInitials() = default;

QString PinyinInitials::of(QStringView title)
{
    return lettersOf(title).traced.text;
}

QStringList PinyinInitials::beginnings(QStringView title, qsizetype most)
{
    const Letters letters = lettersOf(title);
    QStringList all;
    for (const qsizetype start : letters.starts)
        all.append(letters.traced.text.sliced(start).left(most));
    all.removeDuplicates();
    return all;
}

QList<TextRange> PinyinInitials::matchRanges(QStringView title, QStringView wanted)
{
    const Letters letters = lettersOf(title);
    QList<TextRange> ranges;
    if (wanted.isEmpty())
        return ranges;
    for (const qsizetype start : letters.starts) {
        if (!QStringView(letters.traced.text).sliced(start).startsWith(wanted))
            continue;
        const qsizetype from = letters.traced.origin.at(start).from;
        const qsizetype end = letters.traced.origin.at(start + wanted.size() - 1).end();
        ranges.append({from, end - from});
    }
    return joined(std::move(ranges));
}

PinyinInitials::Letters PinyinInitials::lettersOf(QStringView title)
{
    const TracedText normal = tracedText(title);
    Letters letters;
    TextClass last = TextClass::Other;
    for (qsizetype at = 0; at < normal.text.size(); ++at) {
        const QChar unit = normal.text.at(at);
        char32_t c = unit.unicode();
        if (unit.isHighSurrogate() && at + 1 < normal.text.size())
            c = QChar::surrogateToUcs4(unit, normal.text.at(++at));
        const TextClass kind = textClass(c);
        const bool isStart = kind == TextClass::Han || kind != last;
        last = kind;
        const char16_t letter = kind == TextClass::Han ? initial(c) : unit.unicode();
        if (letter == 0
            || (kind != TextClass::Han && kind != TextClass::Letter && kind != TextClass::Digit)
            || QChar(letter).isSurrogate())
            continue;
        if (isStart)
            letters.starts.append(letters.traced.text.size());
        letters.traced.text.append(QChar(letter));
        letters.traced.origin.append(normal.origin.at(at));
    }
    return letters;
}

char16_t PinyinInitials::initial(char32_t han)
{
    const auto known = m_known.constFind(han);
    if (known != m_known.constEnd())
        return *known;
    if (!m_reader) {
        UErrorCode status = U_ZERO_ERROR;
        m_reader = std::make_unique<Reader>();
        m_reader->hanLatin.reset(
            icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    }
    char16_t letter = 0;
    if (m_reader->hanLatin) {
        icu::UnicodeString text(static_cast<UChar32>(han));
        m_reader->hanLatin->transliterate(text);
        const char16_t read = text.length() > 0 ? text.charAt(0) : u'\0';
        const QString base = QString(QChar(read)).normalized(QString::NormalizationForm_D);
        const QChar first = base.at(0).toLower();
        if (first >= u'a' && first <= u'z')
            letter = first.unicode();
    }
    m_known.insert(han, letter);
    return letter;
}

} // namespace watchroom::store
