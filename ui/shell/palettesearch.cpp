// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettesearch.h"

#include "app/base/whendone.h"
#include "app/words/knowledge.h"

#include <algorithm>
#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using Kind = PaletteLine::Kind;

namespace {

constexpr qsizetype kPerKind = 6;
constexpr qsizetype kLookedInto = 500; ///< texts, of each kind: a long word waits for the page
constexpr qsizetype kMostRecent = 6;
constexpr std::chrono::milliseconds kSlow{300};

/// The index's kinds, in the order of their groups.
struct Indexed
{
    Kind kind;
    const QString &name;
};
const std::array<Indexed, 4> &indexed()
{
    static const std::array<Indexed, 4> kAll{{{Kind::Article, knowledge::searched::kArticle},
        {Kind::Incident, knowledge::searched::kIncident},
        {Kind::Contact, knowledge::searched::kContact},
        {Kind::Entry, knowledge::searched::kEntry}}};
    return kAll;
}

void addGroup(PaletteLines &lines, Kind kind, const PaletteLines &group)
{
    if (group.isEmpty())
        return;
    lines.append({.kind = kind, .isHeading = true, .title = paletteHeading(kind)});
    lines.append(group);
}

/// Somebody who types the beginning of a name means what is called so.
bool begins(const PaletteLines &group)
{
    return std::ranges::any_of(group, [](const PaletteLine &line) {
        return !line.titleRanges.isEmpty() && line.titleRanges.first().from == 0;
    });
}

} // namespace

PaletteSearch::PaletteSearch(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlow);
    connect(&m_slow, &QTimer::timeout, this, &PaletteSearch::waited);
    connect(&m_needs.library, &knowledge::Library::foundChanged, this, [this] {
        if (hasWords())
            askIndex();
    });
}

void PaletteSearch::ask(const QString &query)
{
    m_query = query;
    m_words = store::searchWords(query);
    m_upToDate = m_words.isEmpty();
    if (!m_upToDate) {
        askIndex();
        return;
    }
    m_slow.stop();
    m_state = State::Ready;
    m_lines.clear();
    addGroup(m_lines, Kind::Recent, m_recent);
    addGroup(m_lines, Kind::Page, m_needs.pages());
    Q_EMIT changed();
}

void PaletteSearch::askIndex()
{
    if (!m_slow.isActive())
        m_slow.start();
    if (m_asking)
        return; // the newest is asked when this one is answered
    m_asking = true;
    QStringList kinds;
    for (const Indexed &one : indexed())
        kinds.append(one.name);
    auto finding = m_needs.library.search(
        {.text = m_query, .kinds = kinds, .perKind = kPerKind, .mostLookedInto = kLookedInto});
    base::whenDone(
        finding, this, [this, query = m_query](const Answer &answer) { take(query, answer); });
}

void PaletteSearch::take(const QString &query, const Answer &answer)
{
    m_asking = false;
    if (!hasWords())
        return;
    if (query != m_query) {
        askIndex();
        return;
    }
    m_slow.stop();
    m_error = answer ? std::nullopt : std::optional(answer.error());
    show(answer ? State::Ready : State::Failed, answer ? answer->hits : QList<store::SearchHit>());
}

void PaletteSearch::waited()
{
    show(m_needs.library.isIndexed() ? State::Slow : State::Indexing, {});
}

void PaletteSearch::show(State state, const QList<store::SearchHit> &hits)
{
    m_state = state;
    m_upToDate = true;
    m_lines.clear();
    const PaletteLines pages = named(m_needs.pages());
    const PaletteLines places = named(m_needs.places());
    const auto addNamed = [&](bool first) {
        if (begins(pages) == first)
            addGroup(m_lines, Kind::Page, pages);
        if (begins(places) == first)
            addGroup(m_lines, Kind::Place, places);
    };
    addNamed(true);
    for (const Indexed &one : indexed()) {
        if (one.kind == Kind::Entry)
            addNamed(false);
        addGroup(m_lines, one.kind, found(one.kind, hits));
    }
    Q_EMIT changed();
}

PaletteLines PaletteSearch::found(Kind kind, const QList<store::SearchHit> &hits)
{
    const QString &name = std::ranges::find(indexed(), kind, &Indexed::kind)->name;
    PaletteLines lines;
    for (const store::SearchHit &hit : hits) {
        if (hit.kind != name)
            continue;
        PaletteLine line{.kind = kind,
            .ref = hit.ref,
            .title = hit.title,
            .snippet = kind == Kind::Incident ? QString() : hit.snippet,
            .titleRanges = hit.titleRanges,
            .snippetRanges = hit.snippetRanges};
        const QUuid id = QUuid::fromString(hit.ref);
        if (kind == Kind::Incident)
            line.aside = m_needs.reference(id);
        else if (const auto *article = m_needs.library.find(id); article && kind == Kind::Article)
            line.aside = words::articleKind(article->article.kind);
        lines.append(line);
    }
    return lines;
}

PaletteLines PaletteSearch::named(const PaletteLines &all)
{
    PaletteLines lines;
    for (PaletteLine line : all) {
        const store::TracedText traced = store::tracedText(line.title);
        const bool holdsAll = std::ranges::all_of(m_words, [&](const QString &word) {
            auto ranges = store::matchRanges(traced, {word});
            if (ranges.isEmpty())
                ranges = m_initials.matchRanges(line.title, word);
            line.titleRanges.append(ranges);
            return !ranges.isEmpty();
        });
        line.titleRanges = store::joined(line.titleRanges);
        if (holdsAll && lines.size() < kPerKind)
            lines.append(line);
    }
    return lines;
}

void PaletteSearch::noteOpened(const PaletteLine &line)
{
    PaletteLine kept = line;
    if (kept.title.isEmpty()) // an entry has none
        kept.title = line.snippet;
    kept.snippet.clear();
    kept.titleRanges.clear();
    kept.snippetRanges.clear();
    m_recent.removeIf([&line](const PaletteLine &one) { return one.isSame(line); });
    if (line.kind != Kind::Page) // those stand below anyway
        m_recent.prepend(kept);
    m_recent = m_recent.mid(0, kMostRecent);
}

} // namespace watchroom::ui
