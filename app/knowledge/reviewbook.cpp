// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/reviewbook.h"

#include "app/articles/stepdiff.h"
#include "app/base/whendone.h"
#include "app/knowledge/advicefacts.h"

#include <algorithm>
#include <array>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;

namespace {

constexpr std::chrono::milliseconds kSoon{50};
constexpr std::array kTables{
    "article"_L1, "article_version"_L1, "article_follow"_L1, "person"_L1, "person_right"_L1};

/// Nothing: it is as it was followed.
Result<std::optional<UsedChange>> changeOf(
    store::Reader &reader, const Article &article, int followed)
{
    using Change = std::optional<UsedChange>;
    if (article.version <= followed && !article.withdrawn)
        return Change();
    UsedChange change{
        article.id, article.title, followed, article.version, article.withdrawn, {}, {}};
    const auto before = readVersion(reader, article.id, followed);
    const auto now = readVersion(reader, article.id, article.version);
    if (!before || !now)
        return tl::unexpected(before ? now.error() : before.error());
    if (*before && *now) {
        const auto diff = articles::stepDiff((*before)->text.steps, (*now)->text.steps);
        change.changed = articles::changedNumbers(diff);
        change.removed = articles::removedNumbers(diff);
    }
    return Change(change);
}

} // namespace

Result<ReviewState> readReview(store::Reader &reader, const Reviewer &reviewer, base::Instant now)
{
    const auto rows = reader.rows(u"article");
    const auto people = reader.rows(u"person", u"active = 1");
    const auto followed = lastFollowed(reader, reviewer.login);
    if (!rows || !people || !followed)
        return tl::unexpected(!rows ? rows.error() : !people ? people.error() : followed.error());
    QStringList active;
    for (const Row &row : *people)
        active.append(domain::text(row, "login"_L1));
    QList<Article> all;
    for (const Row &row : *rows)
        all.append(Article::fromRow(row));
    ReviewState state{dueReviews(all, reviewer, active, now), {}, reviewFigures(all, active, now)};
    for (const Article &article : std::as_const(all)) {
        if (!followed->contains(article.id))
            continue;
        const auto change = changeOf(reader, article, followed->value(article.id));
        if (!change)
            return tl::unexpected(change.error());
        if (*change)
            state.used.append(**change);
    }
    std::ranges::sort(state.used, {}, &UsedChange::title);
    return state;
}

ReviewBook::ReviewBook(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSoon);
    connect(&m_later, &QTimer::timeout, this, &ReviewBook::load);
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (std::ranges::find(kTables, table) != kTables.end())
            refresh();
    });
}

void ReviewBook::setReviewer(const Reviewer &reviewer)
{
    m_reviewer = reviewer;
    refresh();
}

void ReviewBook::refresh()
{
    if (!m_later.isActive())
        m_later.start();
}

void ReviewBook::load()
{
    m_stale = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    const auto ask = [reviewer = m_reviewer, now = m_clock.now()](
                         store::Reader &reader) { return readReview(reader, reviewer, now); };
    base::whenDone(m_store.read<ReviewState>(ask), this, [this](const auto &read) {
        m_reading = false;
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        const bool same = m_loaded && *read == m_state;
        m_state = *read;
        m_loaded = true;
        if (!same)
            Q_EMIT changed();
        if (m_stale)
            load();
    });
}

} // namespace watchroom::knowledge
