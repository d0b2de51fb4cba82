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

/// Notes and titles: what is only added, and what others change too.
QList<store::Draft> nextDrafts(
    QRandomGenerator &random, const QList<QUuid> &incidents, base::Instant now)
{
    if (incidents.isEmpty() || random.bounded(3) > 0)
        return {{.table = u"log_entry"_s,
            .id = base::newId(now),
            .kind = domain::OperationKind::Append,
            .set = {{u"kind"_s, u"note"_s}, {u"text"_s, QString::number(random.generate())}}}};
    return {{.table = u"incident"_s,
        .id = incidents.at(random.bounded(int(incidents.size()))),
        .kind = domain::OperationKind::Update,
        .set = {{u"title"_s, QString::number(random.generate())}}}};
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
        const auto incidents = replica
                                   .read<QList<domain::Row>>([](store::Reader &reader) {
                                       return reader.rows(u"incident");
                                   })
                                   .result();
        QList<QUuid> ids;
        for (const domain::Row &row : incidents.value_or(QList<domain::Row>()))
            ids.append(domain::uuid(row, "id"_L1));
        const auto saved = replica.save(nextDrafts(random, ids, clock.now()), author).result();
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
