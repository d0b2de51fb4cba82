// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchindex.h"
#include "tests/fuzz/readers/reader.h"

#include <QTemporaryDir>

#include <algorithm>

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

void mustLieWithin(const QList<store::TextRange> &ranges, const QString &text)
{
    qsizetype at = 0;
    for (const store::TextRange &range : ranges) {
        must(range.from >= at && range.length > 0 && range.end() <= text.size(),
            "what is marked lies in the text, in order");
        at = range.end();
    }
}

/// What somebody types (the first line) into a search of one document: its title (the second line)
/// and its text.
class Search final : public Reader
{
public:
    Search()
    {
        auto index = store::SearchIndex::open(m_dir.filePath(u"search.sqlite"_s));
        must(index.has_value(), "a new index");
        m_index = std::move(*index);
    }

    void read(const QByteArray &input) override
    {
        const QByteArrayList parts = lines(input, 3);
        const QString query = QString::fromUtf8(parts.at(0));
        store::SearchDocument document;
        document.kind = u"article"_s;
        document.ref = u"a"_s;
        document.title = QString::fromUtf8(parts.value(1));
        document.body = QString::fromUtf8(parts.value(2));
        // An even length: initials too, which find more than the words alone do.
        const bool hasInitials = input.size() % 2 == 0;
        document.initialsSource = hasInitials ? document.title : QString();
        must(m_index->put({document}).has_value(), "any text can be put");
        const auto answer = m_index->find({.text = query, .kinds = {}});
        must(answer.has_value(), "any query is answered");
        must(answer->hits.size() == answer->counted && answer->isCountExact, "the count is right");
        const bool holdsAll = holdsEveryWord(document, query);
        must(answer->hits.isEmpty() || holdsAll || hasInitials, "what is found holds every word");
        must(!answer->hits.isEmpty() || !holdsAll, "what holds every word is found");
        for (const store::SearchHit &hit : answer->hits) {
            mustLieWithin(hit.titleRanges, hit.title);
            mustLieWithin(hit.snippetRanges, hit.snippet);
        }
    }

private:
    static bool holdsEveryWord(const store::SearchDocument &document, const QString &query)
    {
        const QStringList words = store::searchWords(query);
        const QString title = store::normalText(document.title);
        const QString body = store::normalText(document.body);
        return !words.isEmpty() && std::ranges::all_of(words, [&](const QString &word) {
            return store::indexOfWord(title, word) >= 0 || store::indexOfWord(body, word) >= 0;
        });
    }

    QTemporaryDir m_dir;
    std::unique_ptr<store::SearchIndex> m_index;
};

} // namespace

std::unique_ptr<Reader> makeSearch()
{
    return std::make_unique<Search>();
}

} // namespace watchroom::fuzz
