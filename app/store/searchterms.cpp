// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchterms.h"

#include "app/store/searchtext.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;

namespace {

// A word's first terms leave few enough texts to be looked into.
constexpr qsizetype kMostTermsAsked = 32;

struct Piece
{
    QStringView text;
    TextClass kind = TextClass::Other;
};

TextClass classAt(QStringView text, qsizetype at)
{
    const bool isPair = text.at(at).isHighSurrogate() && at + 1 < text.size();
    return textClass(isPair ? QChar::surrogateToUcs4(text.at(at), text.at(at + 1))
                            : char32_t(text.at(at).unicode()));
}

qsizetype unitsAt(QStringView text, qsizetype at)
{
    return text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
}

/// The runs of one class; what divides them is left out.
QList<Piece> pieces(QStringView normal)
{
    QList<Piece> all;
    qsizetype from = 0;
    TextClass kind = TextClass::Other;
    const auto finish = [&](qsizetype end) {
        if (kind != TextClass::Other && end > from)
            all.append({normal.sliced(from, end - from), kind});
    };
    for (qsizetype at = 0; at < normal.size(); at += unitsAt(normal, at)) {
        const TextClass now = classAt(normal, at);
        if (now == kind)
            continue;
        finish(at);
        from = at;
        kind = now;
    }
    finish(normal.size());
    return all;
}

QStringView leftCharacters(QStringView text, qsizetype most)
{
    qsizetype end = std::min(text.size(), most);
    if (end < text.size() && text.at(end).isLowSurrogate())
        --end;
    return text.left(end);
}

/// Calls with each pair, then with the last Han alone.
template <class Take>
void eachPair(QStringView run, Take take)
{
    for (qsizetype at = 0; at < run.size();) {
        const qsizetype first = unitsAt(run, at);
        const qsizetype second = at + first < run.size() ? unitsAt(run, at + first) : 0;
        take(run.sliced(at, first + second));
        at += first;
    }
}

qsizetype hanCount(QStringView run)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < run.size(); at += unitsAt(run, at))
        ++count;
    return count;
}

void append(QString &terms, TermMark mark, QStringView term)
{
    if (mark != TermMark::None)
        terms.append(QChar(static_cast<char16_t>(mark)));
    terms.append(term);
    terms.append(u' ');
}

/// The terms to ask for, with a star where only the beginning is known.
QStringList askedTerms(QStringView word)
{
    QStringList asked;
    const auto add = [&asked](QStringView term, bool isBeginning) {
        QString text = term.toString() + (isBeginning ? u"*"_s : QString());
        if (asked.size() < kMostTermsAsked && !asked.contains(text))
            asked.append(std::move(text));
    };
    const QList<Piece> all = pieces(word);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Piece &piece = all.at(i);
        if (piece.kind != TextClass::Han) {
            const QStringView term = leftCharacters(piece.text, kTermCharacters);
            add(term, i + 1 == all.size());
            continue;
        }
        const bool isSingle = hanCount(piece.text) == 1;
        eachPair(piece.text, [&](QStringView pair) {
            if (isSingle || hanCount(pair) == 2)
                add(pair, isSingle);
        });
    }
    return asked;
}

} // namespace

QHash<QStringView, int> countedTerms(QStringView normal)
{
    QHash<QStringView, int> counts;
    counts.reserve(normal.size());
    for (const Piece &piece : pieces(normal)) {
        if (piece.kind == TextClass::Han)
            eachPair(piece.text, [&counts](QStringView pair) { ++counts[pair]; });
        else
            ++counts[leftCharacters(piece.text, kTermCharacters)];
    }
    return counts;
}

QString documentTerms(QStringView title, QStringView body, const QStringList &initials)
{
    const auto inTitle = countedTerms(title);
    const auto inBody = countedTerms(body);
    QString terms;
    terms.reserve(3 * (title.size() + body.size()));
    for (auto it = inBody.begin(); it != inBody.end(); ++it) {
        append(terms, TermMark::None, it.key());
        if (it.value() >= kTwice)
            append(terms, TermMark::Twice, it.key());
        if (it.value() >= kOften)
            append(terms, TermMark::Often, it.key());
    }
    for (auto it = inTitle.begin(); it != inTitle.end(); ++it) {
        if (!inBody.contains(it.key()))
            append(terms, TermMark::None, it.key());
        append(terms, TermMark::Title, it.key());
    }
    for (const QString &letters : initials)
        append(terms, TermMark::Initials, letters);
    return terms;
}

QString matchOf(QStringView word, TermMark mark)
{
    QStringList parts;
    const QString begin = mark == TermMark::None ? u"\""_s : u'"' + QString(QChar(char16_t(mark)));
    for (const QString &term : askedTerms(word)) {
        const bool isBeginning = term.endsWith(u'*');
        parts.append(
            begin + term.chopped(isBeginning ? 1 : 0) + (isBeginning ? u"\" *"_s : u"\""_s));
    }
    return parts.join(u" AND "_s);
}

bool isExact(QStringView word)
{
    const QList<Piece> all = pieces(word);
    if (all.size() != 1)
        return false;
    const Piece &only = all.constFirst();
    return only.kind == TextClass::Han ? hanCount(only.text) <= 2
                                       : only.text.size() <= kTermCharacters;
}

QString initialsWord(QStringView word)
{
    QString letters;
    for (const QChar c : word) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            letters.append(c);
        else if (c != u' ')
            return {};
    }
    return letters.size() >= 2 && letters.size() <= kInitials ? letters : QString();
}

QString matchOfInitials(QStringView letters)
{
    return u"\"@%1\" *"_s.arg(letters);
}

} // namespace watchroom::store
