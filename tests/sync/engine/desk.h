// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/domain/tables.h"
#include "app/remote/pgremote.h"
#include "app/remote/serveradmin.h"
#include "app/store/store.h"
#include "app/sync/syncservice.h"
#include "tests/fakes/pgcluster.h"

#include <QHash>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace watchroom::test {

using namespace Qt::StringLiterals;

/// A shared server of the tests: our schema in a private PostgreSQL, consoles, three people.
class SharedServer
{
public:
    explicit SharedServer(
        fakes::PgCluster::Durability durability = fakes::PgCluster::Durability::None)
        : cluster(durability)
    {
    }

    /// Empty: all went well. Stations desk-1, desk-2 and so on, up to `desks`.
    [[nodiscard]] QString prepare(int desks = 2)
    {
        if (!cluster.start())
            return QString::fromUtf8(cluster.error());
        m_template = cluster.createDatabase();
        remote::ServerAdmin admin;
        const auto info = remote::ConnInfo::parse(cluster.adminConninfo(m_template));
        if (const auto opened = admin.open(*info); !opened)
            return opened.error().detail;
        if (const auto installed = admin.install(); !installed)
            return installed.error().detail;
        const QList<std::tuple<QString, QString, QStringList>> people{
            {u"chen"_s, u"陈晓"_s, {u"lead"_s}}, {u"zhou"_s, u"周敏"_s, {}},
            {u"li"_s, u"李泽"_s, {}}};
        for (const auto &[login, name, rights] : people) {
            const auto person = admin.addPerson({.login = login,
                .name = name,
                .layer = {},
                .group = {},
                .rights = rights,
                .password = login + u"'s own;secret"_s});
            if (!person)
                return person.error().detail;
        }
        for (int i = 1; i <= desks; ++i) {
            const QString name = u"desk-%1"_s.arg(i);
            const auto line = admin.addStation(name, u"console"_s);
            if (!line)
                return line.error().detail;
            m_enrolments.insert(name, *line);
        }
        return {};
    }

    /// A fresh database with the same people and stations.
    [[nodiscard]] QString newDatabase() { return cluster.copyDatabase(m_template); }

    [[nodiscard]] remote::ConnInfo station(const QString &name, const QString &database) const
    {
        auto info = *remote::ConnInfo::parse(m_enrolments.value(name));
        info.set("dbname"_L1, database);
        return info;
    }

    [[nodiscard]] QString query(const QString &database, const QString &sql) const
    {
        const auto output = cluster.psql(cluster.superConninfo(database), sql);
        return output.exitCode == 0 ? output.out : output.err;
    }

    fakes::PgCluster cluster;

private:
    QString m_template;
    QHash<QString, QString> m_enrolments;
};

/// One console: a replica, an engine, and a person signed in at it.
class Desk
{
    QTemporaryDir m_dir; // outlives the replica in it

public:
    explicit Desk(const remote::ConnInfo &info,
        std::chrono::milliseconds deadline = std::chrono::seconds(15),
        std::chrono::milliseconds poll = std::chrono::milliseconds(500))
        : Desk(info, deadline,
            {.poll = poll,
                .leastBackoff = std::chrono::milliseconds(50),
                .mostBackoff = std::chrono::milliseconds(500)})
    {
    }
    Desk(const remote::ConnInfo &info, std::chrono::milliseconds deadline,
        const sync::SyncSettings &settings)
        : m_info(info)
        , m_deadline(deadline)
        , m_settings(settings)
    {
        open();
    }

    /// The program ends, and what happens to its folder meanwhile happens; then it starts again.
    void restart(const std::function<void(const QString &folder)> &meanwhile)
    {
        service.reset();
        replica.reset();
        meanwhile(m_dir.path());
        open();
    }

private:
    void open()
    {
        auto opened = store::Store::open(m_dir.path(), store::Store::Mode::Replica, clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        replica = std::move(*opened);
        service = std::make_unique<sync::SyncService>(
            *replica,
            [info = m_info, deadline = m_deadline] {
                return std::make_unique<remote::PgRemote>(
                    remote::PgSettings{.info = info, .deadline = deadline});
            },
            clock, m_settings);
    }

public:
    /// Empty: signed in.
    [[nodiscard]] QString signIn(const remote::ConnInfo &server, const QString &station,
        const QString &login = u"chen"_s, const QString &password = u"'s own;secret"_s)
    {
        const auto session =
            service->openPersonSession(server, login, login + password, station).result();
        if (!session)
            return session.error().code + session.error().detail;
        m_author = {.login = login, .session = session->id, .sessionKey = session->key};
        return {};
    }

    /// As signIn(), but by the server alone, without what makes a guess at a password slow.
    [[nodiscard]] QString enter(
        const remote::ConnInfo &server, const QString &station, const QString &login = u"chen"_s)
    {
        const auto session =
            remote::openPersonSession(server, login, login + u"'s own;secret"_s, station);
        if (!session)
            return session.error().code + session.error().detail;
        m_author = {.login = login, .session = session->id, .sessionKey = session->key};
        return {};
    }

    [[nodiscard]] QUuid note(const QString &text)
    {
        const QUuid id = base::newId(clock.now());
        const auto saved = replica
                               ->save({{.table = u"log_entry"_s,
                                          .id = id,
                                          .kind = domain::OperationKind::Append,
                                          .set = {{u"kind"_s, u"note"_s}, {u"text"_s, text}}}},
                                   m_author)
                               .result();
        return saved ? id : QUuid();
    }

    /// All or none; false: refused.
    [[nodiscard]] bool save(const QList<store::Draft> &drafts)
    {
        return replica->save(drafts, m_author).result().has_value();
    }

    [[nodiscard]] QString folder() const { return m_dir.path(); }
    /// Another way to the server from the next restart() on.
    void setServer(const remote::ConnInfo &info) { m_info = info; }

    [[nodiscard]] const store::Author &author() const { return m_author; }

    /// Goes on with a session that another desk opened.
    void actAs(const store::Author &author) { m_author = author; }

    [[nodiscard]] QList<QUuid> heldOps() const
    {
        const auto rows =
            replica
                ->read<QList<QJsonObject>>([](store::Reader &reader) {
                    return reader.query(
                        u"SELECT op FROM sync_outbox WHERE state='held' ORDER BY seq"_s);
                })
                .result()
                .value_or(QList<QJsonObject>());
        QList<QUuid> ops;
        for (const QJsonObject &row : rows)
            ops.append(QUuid::fromString(row["op"_L1].toString()));
        return ops;
    }

    /// A text column as it is visible here.
    [[nodiscard]] QString value(const QString &table, const QUuid &id, const QString &column) const
    {
        const auto row = replica
                             ->read<std::optional<domain::Row>>([table, id](store::Reader &reader) {
                                 return reader.row(table, id);
                             })
                             .result();
        return row && *row ? (**row)[column].toString() : QString();
    }

    [[nodiscard]] bool has(const QString &table, const QUuid &id) const
    {
        return replica
            ->read<bool>([table, id](store::Reader &reader) -> base::Result<bool> {
                const auto row = reader.row(table, id);
                return row && row->has_value();
            })
            .result()
            .value_or(false);
    }

    [[nodiscard]] qint64 count(const QString &table) const
    {
        return replica->read<qint64>([table](store::Reader &reader) { return reader.count(table); })
            .result()
            .value_or(-1);
    }

    [[nodiscard]] qint64 notes() const
    {
        return replica
            ->read<qint64>(
                [](store::Reader &reader) { return reader.count(u"log_entry", u"kind='note'"); })
            .result()
            .value_or(-1);
    }

    /// The members of the statement's rows, each row's in one text. An error is a row of its own.
    [[nodiscard]] QStringList lines(const QString &sql) const
    {
        const auto rows = replica
                              ->read<QList<QJsonObject>>(
                                  [&sql](store::Reader &reader) { return reader.query(sql); })
                              .result();
        if (!rows)
            return {rows.error().detail};
        QStringList lines;
        for (const QJsonObject &row : *rows)
            lines.append(row["line"_L1].toString());
        return lines;
    }

    /// id and ver of every row of every table, deleted ones too, sorted.
    [[nodiscard]] QString contents() const
    {
        QStringList tables;
        for (const domain::Table &table : domain::tables())
            tables.append(
                u"SELECT '%1 ' || id || ' ' || ver AS line FROM %1"_s.arg(QString(table.name)));
        QStringList all = lines(tables.join(u" UNION ALL "_s));
        all.sort();
        return all.join(u'\n');
    }

    base::CorrectedClock clock;
    std::unique_ptr<store::Store> replica;
    std::unique_ptr<sync::SyncService> service;

private:
    remote::ConnInfo m_info;
    std::chrono::milliseconds m_deadline;
    sync::SyncSettings m_settings;
    store::Author m_author;
};

/// The same lines of the server itself.
[[nodiscard]] inline QString clusterContents(
    const fakes::PgCluster &cluster, const QString &database)
{
    QStringList tables;
    for (const domain::Table &table : domain::tables())
        tables.append(u"SELECT '%1 ' || id || ' ' || ver FROM app.%1"_s.arg(QString(table.name)));
    QStringList lines = cluster.psql(cluster.superConninfo(database), tables.join(u" UNION ALL "_s))
                            .out.split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines.join(u'\n');
}

[[nodiscard]] inline QString serverContents(const SharedServer &server, const QString &database)
{
    return clusterContents(server.cluster, database);
}

/// A test of desks on one server, with a fresh database for each function.
class DeskTest : public QObject
{
protected:
    static constexpr int kPatience = 30'000; ///< ms

    /// Empty: the server is there, once for all functions.
    [[nodiscard]] QString prepare(int desks = 2) { return m_server.prepare(desks); }
    /// Empty: it runs, and m_database is new.
    [[nodiscard]] QString begin()
    {
        if (!m_server.cluster.start())
            return QString::fromUtf8(m_server.cluster.error());
        m_database = m_server.newDatabase();
        return m_database.isEmpty() ? QString::fromUtf8(m_server.cluster.error()) : QString();
    }
    [[nodiscard]] remote::ConnInfo desk(int number) const
    {
        return m_server.station(u"desk-%1"_s.arg(number), m_database);
    }
    /// Empty: signed in at that desk.
    [[nodiscard]] QString signIn(Desk &console, int number, const QString &login = u"chen"_s) const
    {
        return console.signIn(desk(number), u"desk-%1"_s.arg(number), login);
    }
    /// Empty: acts as that person from now on; see Desk::enter().
    [[nodiscard]] QString enter(Desk &console, int number, const QString &login = u"chen"_s) const
    {
        return console.enter(desk(number), u"desk-%1"_s.arg(number), login);
    }
    /// What the database answers.
    [[nodiscard]] QString query(const QString &sql) const
    {
        return m_server.query(m_database, sql);
    }

    /// As the server's own set-up, with all triggers: what an administrator does. Empty: done.
    [[nodiscard]] QString setUp(const QString &sql) const
    {
        return query(u"DO $$ BEGIN PERFORM set_config('watchroom.actor_kind', 'setup', false),"
                     " set_config('watchroom.actor', 'postgres', false); END $$;"_s
            + sql);
    }

    SharedServer m_server;
    QString m_database;
};

// In a function of a DeskTest: connected and in step; nothing on its way; the same rows as there.
#define SYNCED(desk)                                                                               \
    QTRY_COMPARE_WITH_TIMEOUT(                                                                     \
        (desk).service->status().state, watchroom::sync::SyncStatus::State::Synced, kPatience)
#define SETTLED(desk)                                                                              \
    QTRY_COMPARE_WITH_TIMEOUT((desk).replica->counts().result().pending, 0, kPatience)
#define EQUAL(desk, cluster)                                                                       \
    QTRY_COMPARE_WITH_TIMEOUT(                                                                     \
        (desk).contents(), watchroom::test::clusterContents(cluster, m_database), kPatience)

} // namespace watchroom::test
