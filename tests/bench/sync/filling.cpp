// SPDX-License-Identifier: GPL-3.0-or-later
// The first sync of a console: how long until the board, until everything; and what whoever works
// at it meanwhile waits for.
#include "app/base/whendone.h"
#include "tests/bench/figures.h"
#include "tests/bench/loopgaps.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/sync/fleet.h"
#include "tests/bench/sync/subjects.h"
#include "tests/bench/viewer.h"

#include <QTimer>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Ten rows an incident. Every tenth incident is open; the others were closed this month.
const auto kRows = uR"(
SET session_replication_role = replica;
SET timezone = 'UTC';
CREATE TEMP TABLE made AS
SELECT (lpad(to_hex((extract(epoch FROM t.at) * 1000)::bigint), 12, '0') || '7' || substr(t.r, 1, 3)
        || '8' || substr(t.r, 4, 15))::uuid AS id, t.*,
       CASE WHEN t.i % 10 = 0 THEN 'core' ELSE to_char(clock_timestamp(), 'YYYY-MM') END AS part
  FROM (SELECT i, md5(i::text) AS r, clock_timestamp() - i * interval '1 minute' AS at
          FROM generate_series(1, %1 / 10) i) t;
INSERT INTO app.incident (id, rev, ver, xid, part, updated_by, updated_at, label, number, title, level,
    stage, owner, acknowledged_by, acknowledged_at, tech_group, drill, level_confirmed, policy_version,
    opened_at, opened_by, stage_n, stage_entered_at, waited_s, group_moves, closed_at)
SELECT id, 1, gen_random_uuid(), pg_current_xact_id(), part, 'chen', at, 'Z1-' || i, i,
    '上行丢包 ' || i || ' %，两场会诊卡顿', (ARRAY['red', 'yellow', 'blue'])[1 + i % 3],
    CASE WHEN part = 'core' THEN 'diagnosis' ELSE 'closed' END, 'chen', 'chen', at, 'network', false,
    true, 1, at, 'chen', 3, at, 0, 0, CASE WHEN part <> 'core' THEN at END FROM made;
INSERT INTO app.stage_record (id, rev, ver, xid, part, updated_by, updated_at, incident, n, stage, owner,
    entered_at)
SELECT gen_random_uuid(), 1, gen_random_uuid(), pg_current_xact_id(), part, 'chen', at, id, 1, 'detection',
    'chen', at FROM made;
INSERT INTO app.log_entry (id, rev, ver, xid, part, updated_by, carried_by, updated_at, incident, kind,
    channel, text, happened_at, author, carrier, recorded_at, chain, n, hash)
SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint + n), 12, '0') || '7' || substr(md5(i || '.' || n), 1, 3)
        || '9' || substr(md5(i || '.' || n), 4, 15))::uuid,
    1, gen_random_uuid(), pg_current_xact_id(), part, 'chen', 'desk-1', at, id, 'note', 'phone',
    '已联系现场：交换机重启后仍有丢包，等待运营商回复，第 ' || n || ' 次', at, 'chen', 'desk-1', at, 'incident:' || id, n,
    md5(i::text) || md5(n::text) FROM made, generate_series(1, 8) n;
INSERT INTO sync.log_chain (chain, n, head)
SELECT 'incident:' || id, 8, md5(i::text) || md5('8') FROM made;
)"_s;

struct Filled
{
    double core = -1; ///< ms until the board may open
    double all = -1;
};

/// Starts desk-`number` and waits until its replica is whole.
Filled fill(test::Desk &desk)
{
    Filled filled;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(desk.service.get(), &sync::SyncService::coreReady, desk.service.get(),
        [&] { filled.core = double(timer.nsecsElapsed()) / 1e6; });
    desk.service->start();
    demand(runUntil(
               [&] {
                   const auto &status = desk.service->status();
                   return status.state == sync::SyncStatus::State::Synced && status.lastAudit;
               },
               300'000),
        u"first sync"_s);
    filled.all = double(timer.nsecsElapsed()) / 1e6;
    return filled;
}

} // namespace

void measureFilling(int rows)
{
    Fleet fleet(2);
    const QString made = fleet.query(kRows.arg(rows) + u"; ANALYZE"_s);
    demand(made.isEmpty(), u"rows "_s + made);
    fleet.addDesks(2);
    const double server = processorSeconds(fleet.cluster());
    const double own = ownProcessorSeconds();
    const Filled alone = fill(fleet.desk(1));
    tell(u"fill_server_cpu"_s, processorSeconds(fleet.cluster()) - server);
    tell(u"fill_client_cpu"_s, ownProcessorSeconds() - own);
    tell(u"fill_core"_s, alone.core);
    tell(u"fill_all"_s, alone.all);
    tell(u"fill_rows"_s,
        double(fleet.desk(1).count(u"incident"_s) + fleet.desk(1).count(u"stage_record"_s)
            + fleet.desk(1).count(u"log_entry"_s)));

    // The same once more, with the board open and somebody at work.
    test::Desk &busy = fleet.desk(2);
    fleet.signIn(2);
    Viewer viewer(*busy.replica);
    QList<double> saved;
    int refused = 0;
    QTimer work;
    work.setTimerType(Qt::PreciseTimer);
    QObject::connect(&work, &QTimer::timeout, &work, [&] {
        const auto clock = std::make_shared<QElapsedTimer>();
        clock->start();
        base::whenDone(
            busy.replica->save({{.table = u"log_entry"_s,
                                   .id = base::newId(busy.clock.now()),
                                   .kind = domain::OperationKind::Append,
                                   .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"已接班"_s}}}},
                busy.author()),
            &work, [&saved, &refused, clock](const base::Result<store::Saved> &done) {
                if (done)
                    saved.append(double(clock->nsecsElapsed()) / 1e6);
                else if (done.error().kind == base::Error::Kind::Denied)
                    ++refused; // the team's rows come first, and are not here yet
                else
                    demand(false, u"saving: "_s + done.error().detail);
            });
    });
    LoopGaps gaps;
    work.start(20ms);
    gaps.start();
    const Filled beside = fill(busy);
    gaps.stop();
    work.stop();
    pause(500ms); // the last save is told
    tell(u"fill_busy_core"_s, beside.core);
    tell(u"fill_busy_all"_s, beside.all);
    tell(u"fill_save_p50"_s, percentile(saved, 0.5));
    tell(u"fill_save_p99"_s, percentile(saved, 0.99));
    tell(u"fill_save_n"_s, double(saved.size()));
    tell(u"fill_save_refused"_s, refused);
    tell(u"fill_gap_p99"_s, percentile(gaps.gaps(), 0.99));
    tell(u"fill_gap_max"_s, percentile(gaps.gaps(), 1));
    fleet.demandEqual();
    const QString there =
        fleet.query(u"SELECT count(*) FROM app.log_entry WHERE text = '已接班'"_s);
    demand(
        there.toInt() == saved.size(), u"each save once: %1 of %2"_s.arg(there).arg(saved.size()));
}

} // namespace watchroom::bench
