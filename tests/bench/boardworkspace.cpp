// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardworkspace.h"

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/domain/stages.h"
#include "app/programs/firstrules.h"
#include "app/programs/workspaceconfig.h"

#include <array>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using store::Draft;

namespace {

constexpr int kBatch = 50;

/// How an incident of a workspace goes on after it was opened: to its stage on the board, or
/// closed.
QList<Draft> steps(const QList<Draft> &opened, int first, bool closed)
{
    QList<Draft> drafts;
    for (int i = 0; i < opened.size(); ++i) {
        const auto stage = domain::kStages[std::size_t(first + i) % domain::kStages.size()];
        const QString to = closed ? u"closed"_s : QString(domain::codeOf(stage));
        if (to == "detection"_L1 || !opened[i].set.contains("owner"_L1))
            continue;
        drafts.append({.table = u"incident"_s,
            .id = opened[i].id,
            .kind = domain::OperationKind::Update,
            .set = {{u"stage"_s, to}, {u"stage_reason"_s, u"false_alarm"_s}}});
    }
    return drafts;
}

base::Result<> saveAll(
    store::Store &store, const QString &login, const base::Clock &clock, int count, bool closed)
{
    const store::Author author{.login = login, .session = {}, .sessionKey = {}};
    for (int first = 0; first < count; first += kBatch) {
        auto drafts = newIncidents(first, std::min(kBatch, count - first), login, clock);
        // Nobody closes what nobody claimed.
        for (Draft &draft : drafts) {
            if (closed)
                draft.set.insert(u"owner"_s, login);
        }
        for (const QList<Draft> &group : {drafts, steps(drafts, first, closed)}) {
            if (group.isEmpty())
                continue;
            const auto saved = store.save(group, author).result();
            if (!saved)
                return tl::unexpected(saved.error());
        }
    }
    return {};
}

} // namespace

QList<Draft> newIncidents(int first, int count, const QString &owner, const base::Clock &clock)
{
    static constexpr std::array kLevels{"red"_L1, "yellow"_L1, "blue"_L1, "yellow"_L1, "blue"_L1};
    static constexpr std::array kGroups{"network"_L1, "audio_video"_L1, "system"_L1};
    QList<Draft> drafts;
    for (int i = first; i < first + count; ++i) {
        const auto at = std::size_t(i);
        domain::Row set{{u"title"_s, u"上行丢包 %1.%2%，两场会诊卡顿"_s.arg(i % 30).arg(i % 10)},
            {u"level"_s, kLevels[at % kLevels.size()]},
            {u"tech_group"_s, kGroups[at % kGroups.size()]}};
        if (i % 7 != 1 || kLevels[at % kLevels.size()] == "red"_L1)
            set.insert(u"owner"_s, owner);
        drafts.append({.table = u"incident"_s, .id = base::newId(clock.now()), .set = set});
    }
    return drafts;
}

base::Result<> fillBoard(const QString &workspaceDir, int open, int closed)
{
    const base::CorrectedClock clock;
    const programs::WorkspaceConfig config{
        .server = {}, .source = u"simulator"_s, .mapping = {}, .demo = true};
    if (const auto saved = config.save(workspaceDir); !saved)
        return saved;
    auto store = store::Store::open(workspaceDir, store::Store::Mode::Standalone, clock);
    if (!store)
        return tl::unexpected(store.error());
    const auto login =
        (*store)->setUpStandalone(store::systemPerson(), programs::firstRules()).result();
    if (!login)
        return tl::unexpected(login.error());
    if (const auto saved = saveAll(**store, *login, clock, closed, true); !saved)
        return saved;
    return saveAll(**store, *login, clock, open, false);
}

} // namespace watchroom::bench
