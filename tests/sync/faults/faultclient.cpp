// SPDX-License-Identifier: GPL-3.0-or-later
// One console without a window, to be killed: works as fast as it is told, syncs all the while, and
// says on its standard output what it was told is saved. Ends when its input ends and nothing
// waits.
#include "app/base/ids.h"
#include "app/remote/pgremote.h"
#include "app/store/store.h"
#include "app/sync/syncservice.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace watchroom;
using namespace Qt::StringLiterals;

namespace {

/// Some of what is there for one to change.
struct Choice
{
    QList<QUuid> incidents;
    QList<QUuid> targets;
};

base::Result<Choice> choose(store::Reader &reader)
{
    Choice choice;
    for (auto &[ids, table] : {std::pair(&choice.incidents, u"incident"_s),
             std::pair(&choice.targets, u"target"_s)}) {
        const auto rows = reader.query(
            u"SELECT id FROM %1 WHERE NOT deleted ORDER BY rowid LIMIT 40"_s.arg(table));
        if (!rows)
            return tl::unexpected(rows.error());
        for (const QJsonObject &row : *rows)
            ids->append(QUuid::fromString(row["id"_L1].toString()));
    }
    return choice;
}

QUuid anyOf(QRandomGenerator &random, const QList<QUuid> &ids)
{
    return ids.isEmpty() ? QUuid() : ids.at(random.bounded(int(ids.size())));
}

/// What is only added, what others change too, what comes and goes.
store::Draft nextDraft(QRandomGenerator &random, const Choice &there, base::Instant now)
{
    using enum domain::OperationKind;
    const QString word = QString::number(random.generate()) + QString::number(random.generate());
    const int roll = random.bounded(12);
    const QUuid incident = anyOf(random, there.incidents);
    const QUuid target = anyOf(random, there.targets);
    if (incident.isNull() || (roll == 0 && there.incidents.size() < 40))
        return {.table = u"incident"_s,
            .id = base::newId(now),
            .kind = Insert,
            .set = {{u"title"_s, word}, {u"level"_s, u"blue"_s}}};
    if (roll < 3)
        return {.table = u"incident"_s,
            .id = incident,
            .kind = Update,
            .set = {{roll == 1 ? u"title"_s : u"cause"_s, word}}};
    if (roll == 3 || target.isNull())
        return {.table = u"target"_s,
            .id = base::newId(now),
            .kind = Insert,
            .set = {{u"key"_s, word}, {u"kind"_s, u"site"_s}, {u"name"_s, word},
                {u"enabled"_s, true}}};
    if (roll == 4)
        return {.table = u"target"_s, .id = target, .kind = Delete, .set = {}};
    if (roll == 5)
        return {.table = u"target"_s, .id = target, .kind = Update, .set = {{u"name"_s, word}}};
    domain::Row set{{u"kind"_s, u"note"_s}, {u"text"_s, word}};
    if (roll > 6)
        set[u"incident"_s] = base::toText(incident);
    return {.table = u"log_entry"_s, .id = base::newId(now), .kind = Append, .set = set};
}

void say(const char *what, const QString &id)
{
    std::printf("%s %s\n", what, qPrintable(id));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 8)
        return 2;
    const QString folder = arguments.at(1);
    const auto info = remote::ConnInfo::parse(arguments.at(2));
    const store::Author author{.login = arguments.at(3),
        .session = QUuid::fromString(arguments.at(4)),
        .sessionKey = QByteArray::fromHex(arguments.at(5).toLatin1())};
    QRandomGenerator random(arguments.at(6).toUInt());
    int left = arguments.at(7).toInt(); // operations; then it drains and ends
    base::CorrectedClock clock;
    auto opened = store::Store::open(folder, store::Store::Mode::Replica, clock);
    if (!opened && opened.error().kind == base::Error::Kind::Corrupt) {
        say("damaged", opened.error().detail);
        return 3;
    }
    if (!opened) {
        say("closed", opened.error().code + u' ' + opened.error().detail);
        return 4;
    }
    auto &replica = **opened;
    sync::SyncService service(
        replica,
        [&info] { return std::make_unique<remote::PgRemote>(remote::PgSettings{.info = *info}); },
        clock,
        sync::SyncSettings{.poll = std::chrono::milliseconds(500),
            .leastBackoff = std::chrono::milliseconds(50),
            .mostBackoff = std::chrono::milliseconds(500)});
    service.start();
    say("started", folder);
    QTimer work;
    QObject::connect(&work, &QTimer::timeout, &application, [&] {
        if (left <= 0) {
            const auto status = service.status();
            if (status.state == sync::SyncStatus::State::Synced && status.counts.pending == 0
                && status.lastAudit)
                QCoreApplication::quit();
            return;
        }
        const auto there = replica.read<Choice>(choose).result();
        const auto draft = nextDraft(random, there.value_or(Choice()), clock.now());
        const auto saved = replica.save({draft}, author).result();
        if (!saved) { // the team's rows are not here yet
            say("refused", saved.error().code + u' ' + saved.error().detail);
            return;
        }
        --left;
        for (const QUuid &op : saved->ops)
            say("saved", base::toText(op));
    });
    work.start(15); // sync gets its turn between
    return QCoreApplication::exec();
}
