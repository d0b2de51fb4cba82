// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articleuse.h"

#include "app/base/ids.h"
#include "app/domain/row.h"

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;

namespace {

constexpr qsizetype kMostIncidents = 20;

/// When it was begun, or said to have helped; and whether it is followed there still.
struct Touch
{
    base::Instant at;
    bool running = false;
};
using Touches = QHash<QUuid, Touch>; ///< by incident

void note(Touches &touches, const QUuid &incident, base::Instant at, bool running)
{
    if (incident.isNull())
        return;
    Touch &touch = touches[incident];
    touch.at = std::max(touch.at, at);
    touch.running = touch.running || running;
}

ArticleUse::Incident described(const Row &row, const Touch &touch)
{
    const qint64 number = domain::integer(row, "number"_L1);
    return {.id = domain::uuid(row, "id"_L1),
        .reference = number > 0 ? u'#' + QString::number(number) : domain::text(row, "label"_L1),
        .title = domain::text(row, "title"_L1),
        .level = domain::text(row, "level"_L1),
        .recovered = domain::instant(row, "recovered_at"_L1).has_value()
            || domain::text(row, "stage"_L1) == "closed"_L1,
        .drill = domain::boolean(row, "drill"_L1),
        .running = touch.running,
        .at = touch.at};
}

/// The last run of a drill among those that are sorted with the newest first.
std::optional<ArticleUse::Drill> lastDrill(const QList<Row> &runs, const QSet<QUuid> &drills)
{
    for (const Row &run : runs) {
        const auto began = domain::instant(run, "started_at"_L1);
        if (!began || !drills.contains(domain::uuid(run, "incident"_L1)))
            continue;
        const auto ended = domain::text(run, "state"_L1) == "finished"_L1
            ? domain::instant(run, "ended_at"_L1)
            : std::nullopt;
        return ArticleUse::Drill{.at = *began,
            .took = ended ? std::optional(std::chrono::floor<base::Seconds>(*ended - *began))
                          : std::nullopt};
    }
    return std::nullopt;
}

} // namespace

Result<ArticleUse> readArticleUse(store::Reader &reader, const QUuid &article, base::Instant now)
{
    const QVariantList of{base::toText(article)};
    const auto runs =
        reader.rows(u"procedure_run", u"article = ?", of, u"ORDER BY started_at DESC, id");
    const auto said = reader.rows(u"article_feedback", u"article = ?", of);
    if (!runs || !said)
        return tl::unexpected(runs ? said.error() : runs.error());
    ArticleUse use;
    Touches touches;
    for (const Row &run : *runs) {
        const auto began = domain::instant(run, "started_at"_L1);
        if (!began)
            continue;
        use.followed += *began > now - std::chrono::hours(24 * ArticleUse::kDays) ? 1 : 0;
        note(touches, domain::uuid(run, "incident"_L1), *began,
            domain::text(run, "state"_L1) == "running"_L1);
    }
    for (const Row &one : *said)
        if (const auto at = domain::instant(one, "said_at"_L1); at)
            note(touches, domain::uuid(one, "incident"_L1), *at, false);
    const auto incidents =
        reader.rows(u"incident", u"id "_s + store::kInList, {store::listOf(touches.keys())});
    if (!incidents)
        return tl::unexpected(incidents.error());
    QSet<QUuid> drills;
    for (const Row &row : *incidents) {
        use.incidents.append(described(row, touches.value(domain::uuid(row, "id"_L1))));
        if (use.incidents.last().drill)
            drills.insert(use.incidents.last().id);
    }
    std::ranges::sort(use.incidents, std::ranges::greater(), &ArticleUse::Incident::at);
    use.incidents = use.incidents.mid(0, kMostIncidents);
    use.drill = lastDrill(*runs, drills);
    return use;
}

} // namespace watchroom::knowledge
