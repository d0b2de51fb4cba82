// SPDX-License-Identifier: GPL-3.0-or-later
// One editor, whatever happens to its link and to itself, beside others who only add: nothing of
// it may ever be called a conflict.
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "tests/bench/sync/fleet.h"
#include "tests/bench/sync/subjects.h"
#include "tests/fakes/cutproxy.h"

#include <QRandomGenerator>

namespace watchroom::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What an owner does to an incident of theirs, at random.
domain::Row edit(QRandomGenerator &random, int n)
{
    switch (random.bounded(5)) {
    case 0:
        return {{u"title"_s, u"上行丢包 %1"_s.arg(n)}};
    case 1:
        return {{u"cause"_s, u"交换机 %1"_s.arg(n)}};
    case 2:
        return {{u"waiting_for"_s, random.bounded(2) ? QJsonValue(u"运营商"_s) : QJsonValue()}};
    case 3:
        return {{u"level"_s, random.bounded(2) ? u"red"_s : u"yellow"_s},
            {u"level_reason"_s, u"misjudged"_s}};
    default:
        return {{u"sites"_s, QJsonArray{u"site-%1"_s.arg(random.bounded(3))}},
            {u"title"_s, u"卡顿 %1"_s.arg(n)}};
    }
}

} // namespace

void measureHistories(int rounds)
{
    QRandomGenerator random(quint32(rounds));
    Fleet fleet(2);
    fakes::CutProxy proxy(quint16(fleet.cluster().port()));
    fleet.addDesks(2, proxy.port());
    fleet.signIn(1);
    fleet.signIn(2);
    fleet.startAll();
    const QList<QUuid> incidents = fleet.openIncidents(5);
    int edits = 0;
    for (int round = 0; round < rounds; ++round) {
        switch (random.bounded(5)) {
        case 0:
            proxy.loseReplyTo("apply_changes");
            break;
        case 1:
            proxy.cut(random.bounded(2) == 0);
            break;
        case 2:
            fleet.desk(1).restart([](const QString &) {});
            fleet.desk(1).service->start();
            break;
        default:
            break;
        }
        for (int i = random.bounded(8); i >= 0; --i) {
            const QUuid incident = incidents.at(random.bounded(int(incidents.size())));
            demand(fleet.desk(1).save({{.table = u"incident"_s,
                       .id = incident,
                       .kind = domain::OperationKind::Update,
                       .set = edit(random, ++edits)}}),
                u"an edit"_s);
            (void)fleet.desk(2).save({{.table = u"log_entry"_s,
                .id = base::newId(fleet.desk(2).clock.now()),
                .kind = domain::OperationKind::Append,
                .set = {{u"kind"_s, u"note"_s}, {u"incident"_s, base::toText(incident)},
                    {u"text"_s, u"已联系现场"_s}}}});
        }
        pause(random.bounded(60) * 1ms);
        proxy.heal();
    }
    proxy.heal();
    fleet.demandEqual();
    const QString refused = fleet.query(
        u"SELECT count(*) FROM sync.applied_op WHERE state NOT IN ('applied', 'already')"_s);
    tell(u"histories_edits"_s, edits);
    tell(u"histories_conflicts"_s, refused.toDouble());
    demand(refused == "0"_L1, u"no false conflict"_s);
}

} // namespace watchroom::bench
