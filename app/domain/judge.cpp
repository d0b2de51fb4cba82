// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/judge.h"

#include "app/domain/guard.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

struct Guard
{
    QLatin1StringView table;
    GuardRule rule;
};

Verdict guardGuarded(Change & /*change*/)
{
    return refuse(u"guarded"_s);
}

constexpr std::array kGuards{
    Guard{"incident"_L1, guardIncident},
    Guard{"incident_role"_L1, guardIncidentRole},
    Guard{"incident_alert"_L1, guardIncidentAlert},
    Guard{"stage_record"_L1, guardGuarded},
    Guard{"log_entry"_L1, guardLogEntry},
    Guard{"alert"_L1, guardAlert},
    Guard{"person"_L1, guardPerson},
    Guard{"person_right"_L1, guardPersonRight},
    Guard{"station"_L1, guardStation},
    Guard{"session"_L1, guardSession},
    Guard{"policy"_L1, guardPolicy},
    Guard{"rule"_L1, guardRule},
    Guard{"source"_L1, guardSource},
    Guard{"target"_L1, guardTarget},
    Guard{"ticket"_L1, guardWork},
    Guard{"pending_item"_L1, guardWork},
    Guard{"position"_L1, guardPosition},
    Guard{"rotation"_L1, guardRotation},
    Guard{"roster_override"_L1, guardRosterOverride},
    Guard{"check_in"_L1, guardCheckIn},
    Guard{"handover"_L1, guardHandover},
    Guard{"handover_item"_L1, guardHandoverItem},
    Guard{"handover_signature"_L1, guardHandoverSignature},
    Guard{"article"_L1, guardArticle},
    Guard{"article_version"_L1, guardGuarded},
    Guard{"article_follow"_L1, guardGuarded},
    Guard{"article_feedback"_L1, guardArticleFeedback},
    Guard{"procedure_run"_L1, guardProcedureRun},
    Guard{"run_event"_L1, guardRunEvent},
    Guard{"contact"_L1, guardContact},
};

// Every column has a member, so that an entry's parameters name what is absent as null.
Row whole(const Table &table, Row row)
{
    for (const Column &column : table.columns)
        if (!row.contains(column.name))
            row.insert(column.name, QJsonValue());
    return row;
}

Judgement refused(const Refusal &refusal)
{
    Judgement judgement;
    judgement.refused = refusal.code;
    judgement.params = refusal.params;
    return judgement;
}

} // namespace

Judgement judge(QStringView table, const std::optional<Row> &old, const Row &proposed,
    const Actor &actor, base::Instant at, base::Instant now, Facts &facts)
{
    const Table *known = findTable(table);
    const auto guard =
        std::ranges::find_if(kGuards, [table](const Guard &g) { return g.table == table; });
    if (known == nullptr || guard == kGuards.end())
        return refused({u"unknown_table"_s});
    Change change{.table = *known,
        .old = old,
        .row = whole(*known, proposed),
        .actor = actor,
        .at = std::min(at, now),
        .now = now,
        .facts = facts};
    if (const Verdict verdict = guard->rule(change))
        return refused(*verdict);
    clearRequests(change);
    Judgement judgement;
    judgement.row = std::move(change.row);
    judgement.entries = std::move(change.entries);
    judgement.consequences = std::move(change.consequences);
    return judgement;
}

} // namespace watchroom::domain
