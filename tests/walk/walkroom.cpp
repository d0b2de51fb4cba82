// SPDX-License-Identifier: GPL-3.0-or-later
// The room the walk takes place in: a database, a source that measures one site, and the folders of
// two desks below the one that is named. Says "ready", then obeys lines on standard input and
// answers each with one line: rtt MS | kill | start | sql STATEMENT. Ends with its input.
#include "tests/mainjob/dutyroom.h"

#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

QString obey(mainjob::DutyRoom &room, const QString &line)
{
    const QString word = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (word == "rtt"_L1)
        room.setRoundTrip(rest.toDouble());
    else if (word == "kill"_L1)
        room.killDatabase();
    else if (word == "start"_L1)
        return room.startDatabase() ? u"started"_s : u"not started"_s;
    else if (word == "sql"_L1)
        return room.query(rest).replace(u'\n', u' ');
    return u"done"_s;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream in(stdin);
    QTextStream out(stdout);
    mainjob::DutyRoom room;
    const QString failure = room.prepare();
    if (!failure.isEmpty()) {
        out << failure << Qt::endl;
        return 1;
    }
    const QDir desks(QCoreApplication::arguments().value(1));
    for (const QString &name : {u"desk-1"_s, u"desk-2"_s}) {
        if (!desks.mkpath(name) || !room.station(name).save(desks.filePath(name)))
            return 1;
    }
    out << u"ready"_s << Qt::endl;
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        const QString line = in.readLine();
        if (line.isNull())
            QCoreApplication::quit();
        else
            out << obey(room, line) << Qt::endl;
    });
    return QCoreApplication::exec();
}
