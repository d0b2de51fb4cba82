// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchfinder.h"

#include "app/store/searchsnippet.h"
#include "app/store/searchterms.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace watchroom::store {

using namespace Qt::StringLiterals;

namespace {

constexpr float kOnce = 1.0F;
constexpr float kTwiceMore = 1.5F;
constexpr float kOftenMore = 3.0F;
constexpr float kInTitle = 10.0F;
constexpr float kAsInitials = 5.0F;
constexpr float kSaturation = 1.2F; // BM25's usual k1

float saturated(float count)
{
    return count * (kSaturation + 1) / (count + kSaturation);
}

float rarity(qsizetype all, std::size_t having)
{
    const double with = double(having);
    return float(std::log1p(std::max(0.0, double(all) - with + 0.5) / (with + 0.5)));
}

} // namespace

SearchAnswer SearchFinder::find(const SearchQuery &query)
{
    m_words = searchWords(query.text);
    SearchAnswer answer;
    if (m_words.isEmpty() || query.limit <= 0)
        return answer;
    Candidates candidates = allCandidates();
    if (query.perKind <= 0) {
        take(ofKinds(std::move(candidates), query.kinds), query.limit, query, answer);
        return answer;
    }
    for (const QString &kind : query.kinds)
        take(ofKinds(candidates, {kind}), query.perKind, query, answer);
    return answer;
}

/// The best of them, behind the hits there are.
void SearchFinder::take(
    Candidates candidates, qsizetype most, const SearchQuery &query, SearchAnswer &answer)
{
    answer.counted += static_cast<qint64>(candidates.size());
    const auto behind = [this](const Candidate &a, const Candidate &b) { return isBehind(a, b); };
    std::ranges::make_heap(candidates, behind);
    const qsizetype before = answer.hits.size();
    qsizetype lookedInto = 0;
    while (!candidates.empty() && answer.hits.size() - before < most
        && lookedInto < query.mostLookedInto && !m_database.failed()) {
        std::ranges::pop_heap(candidates, behind);
        const Candidate best = candidates.back();
        candidates.pop_back();
        lookedInto += best.unsure != 0 ? 1 : 0;
        if (best.unsure != 0 && !holds(best)) {
            --answer.counted;
            continue;
        }
        answer.hits.append(listed(best));
        if (!query.isListing)
            addTexts(answer.hits.last(), best.row);
    }
    answer.hasMore = answer.hasMore || !candidates.empty();
    answer.isCountExact = answer.isCountExact
        && std::ranges::none_of(candidates, [](const Candidate &left) { return left.unsure != 0; });
}

/// One row with all of them: stepping through thousands costs several times as much.
std::vector<qint64> SearchFinder::rows(const QString &match)
{
    const QByteArray list =
        m_database
            .value(
                u"SELECT CAST(group_concat(rowid) AS BLOB) FROM term WHERE term MATCH ?"_s, {match})
            .toByteArray();
    std::vector<qint64> rows;
    rows.reserve(static_cast<std::size_t>(list.size()) / 5 + 1);
    quint64 row = 0; // a damaged one may run over
    for (const char c : list) {
        if (c == ',') {
            rows.push_back(static_cast<qint64>(row));
            row = 0;
        } else {
            row = 10 * row + static_cast<quint64>(c - '0');
        }
    }
    if (!list.isEmpty())
        rows.push_back(static_cast<qint64>(row));
    if (!std::ranges::is_sorted(rows))
        std::ranges::sort(rows);
    return rows;
}

void SearchFinder::addMarked(Candidates &candidates, const QString &match, float more)
{
    auto candidate = candidates.begin();
    for (const qint64 row : rows(match)) {
        while (candidate != candidates.end() && candidate->row < row)
            ++candidate;
        if (candidate == candidates.end())
            return;
        if (candidate->row == row)
            candidate->score += more;
    }
}

void SearchFinder::addInitials(Candidates &candidates, const QString &word)
{
    const QString letters = initialsWord(word);
    if (letters.isEmpty())
        return;
    Candidates both;
    auto candidate = candidates.cbegin();
    for (const qint64 row : rows(matchOfInitials(letters))) {
        while (candidate != candidates.cend() && candidate->row < row)
            both.push_back(*candidate++);
        Candidate found{.row = row, .score = kAsInitials, .unsure = 0};
        if (candidate != candidates.cend() && candidate->row == row)
            found.score += candidate++->score;
        both.push_back(found);
    }
    both.insert(both.end(), candidate, candidates.cend());
    candidates = std::move(both);
}

SearchFinder::Candidates SearchFinder::wordCandidates(qsizetype number)
{
    const QString &word = m_words.at(number);
    const quint32 unsure = isExact(word) ? 0 : quint32(1) << number;
    Candidates candidates;
    for (const qint64 row : rows(matchOf(word, TermMark::None)))
        candidates.push_back({.row = row, .score = kOnce, .unsure = unsure});
    if (!candidates.empty()) {
        addMarked(candidates, matchOf(word, TermMark::Twice), kTwiceMore);
        addMarked(candidates, matchOf(word, TermMark::Often), kOftenMore);
        addMarked(candidates, matchOf(word, TermMark::Title), kInTitle);
    }
    addInitials(candidates, word);
    const float rare = rarity(m_documents.count(), candidates.size());
    for (Candidate &candidate : candidates)
        candidate.score = rare * saturated(candidate.score);
    return candidates;
}

SearchFinder::Candidates SearchFinder::allCandidates()
{
    Candidates all = wordCandidates(0);
    for (qsizetype number = 1; number < m_words.size() && !all.empty(); ++number) {
        const Candidates more = wordCandidates(number);
        auto other = more.begin();
        std::erase_if(all, [&](Candidate &candidate) {
            while (other != more.end() && other->row < candidate.row)
                ++other;
            if (other == more.end() || other->row != candidate.row)
                return true;
            candidate.score += other->score;
            candidate.unsure |= other->unsure;
            return false;
        });
    }
    return all;
}

SearchFinder::Candidates SearchFinder::ofKinds(
    Candidates candidates, const QStringList &kinds) const
{
    std::vector<qint32> numbers;
    for (const QString &kind : kinds)
        numbers.push_back(m_documents.kindNumber(kind));
    std::erase_if(candidates, [&](const Candidate &candidate) {
        const qint32 kind = m_documents.at(candidate.row).kind;
        return kind == KnownDocuments::kNone
            || (!numbers.empty() && std::ranges::find(numbers, kind) == numbers.end());
    });
    return candidates;
}

bool SearchFinder::isBehind(const Candidate &a, const Candidate &b) const
{
    if (a.score != b.score)
        return a.score < b.score;
    const KnownDocuments::Known &one = m_documents.at(a.row);
    const KnownDocuments::Known &other = m_documents.at(b.row);
    return std::tie(one.weight, one.at, a.row) < std::tie(other.weight, other.at, b.row);
}

bool SearchFinder::holds(const Candidate &candidate)
{
    const auto found = m_database.select(
        u"SELECT d.title, b.text FROM document d JOIN body b ON b.id=d.id WHERE d.id=?"_s,
        {candidate.row});
    if (found.isEmpty())
        return false;
    const QString title = normalText(found.constFirst().at(0).toString());
    const QString body = normalText(found.constFirst().at(1).toString());
    for (qsizetype number = 0; number < m_words.size(); ++number) {
        const QString &word = m_words.at(number);
        if ((candidate.unsure >> number & 1U) != 0 && indexOfWord(title, word) < 0
            && indexOfWord(body, word) < 0)
            return false;
    }
    return true;
}

SearchHit SearchFinder::listed(const Candidate &candidate)
{
    const auto found =
        m_database.select(u"SELECT kind, ref FROM document WHERE id=?"_s, {candidate.row});
    SearchHit hit;
    hit.score = candidate.score;
    if (!found.isEmpty()) {
        hit.kind = found.constFirst().at(0).toString();
        hit.ref = found.constFirst().at(1).toString();
    }
    return hit;
}

void SearchFinder::addTexts(SearchHit &hit, qint64 wanted)
{
    const auto found = m_database.select(
        u"SELECT d.title, d.initials, b.text FROM document d JOIN body b ON b.id=d.id"
        " WHERE d.id=?"_s,
        {wanted});
    if (found.isEmpty())
        return;
    const QVariantList &row = found.constFirst();
    hit.title = row.at(0).toString();
    hit.titleRanges = matchRanges(tracedText(hit.title), m_words);
    if (!row.at(1).toString().isEmpty()) {
        for (const QString &word : std::as_const(m_words))
            hit.titleRanges += m_initials.matchRanges(hit.title, initialsWord(word));
        hit.titleRanges = joined(hit.titleRanges);
    }
    const QString body = row.at(2).toString();
    const SearchSnippet snippet = snippetOf(body, matchRanges(tracedText(body), m_words));
    hit.snippet = snippet.text;
    hit.snippetRanges = snippet.ranges;
}

} // namespace watchroom::store
