// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/sync/server/caller.h"
#include "tests/sync/server/serverfixture.h"

#include <QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::tests;
using domain::Row;

namespace {

const auto kZhou = u"zhou"_s;

domain::Operation noteBy(const QString &actor)
{
    return insertOf(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}, actor);
}

} // namespace

/// Who an operation is judged as: proofs of people's sessions, stations, the lease.
class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.error().constData()); }

    void init()
    {
        m_database = m_server.newDatabase();
        QVERIFY2(!m_database.isEmpty(), m_server.error().constData());
        m_desk = std::make_unique<Caller>(m_server.conninfo(m_database, u"desk1"_s));
        QVERIFY2(m_desk->open(), qPrintable(m_desk->error()));
    }
    void cleanup() { m_desk.reset(); }

    void theAuthorIsWhoseProofItIs()
    {
        signIn(*m_desk, kZhou);
        const auto operation = noteBy(kZhou);
        QCOMPARE(word(m_desk->push(operation)), u"applied"_s);
        const Row entry = m_desk->row(u"log_entry"_s, operation.id);
        QCOMPARE(entry["author"_L1].toString(), kZhou);
        QCOMPARE(entry["carrier"_L1].toString(), u"desk1"_s);
        QCOMPARE(entry["updated_by"_L1].toString(), kZhou);
        QCOMPARE(entry["carried_by"_L1].toString(), u"desk1"_s);
    }

    void withoutAProofNobodyIsNamed()
    {
        const auto result = m_desk->push(noteBy(kZhou));
        QCOMPARE(word(result), u"held"_s);
        QCOMPARE(result.code, u"session_unknown"_s);
        QCOMPARE(result.params["person"_L1].toString(), kZhou);
        QVERIFY(m_desk->pull().isEmpty());
    }

    void whatIsWrongIsHeldAndLaterSentAgain()
    {
        const auto session = signIn(*m_desk, kZhou);
        const auto operation = noteBy(kZhou);
        QJsonObject envelope = m_desk->envelope(operation);
        const QString good = envelope["proof"_L1].toString();
        envelope[u"proof"_s] = QString(64, u'0');
        QCOMPARE(codeOf(m_desk->apply({envelope})), u"held proof_wrong"_s);
        // A proof is of one body: another body under it is not proven.
        QJsonObject stolen = m_desk->envelope(noteBy(kZhou));
        stolen[u"proof"_s] = good;
        QCOMPARE(codeOf(m_desk->apply({stolen})), u"held proof_wrong"_s);
        // And of one person.
        m_desk->signIn(session.first, session.second);
        QCOMPARE(
            codeOf(m_desk->apply({m_desk->envelope(noteBy(u"chen"_s))})), u"held proof_wrong"_s);
        // Held is not done: the same operation under a new number.
        QCOMPARE(word(m_desk->push(operation)), u"applied"_s);
        // Once more is once too often, and changes nothing.
        QCOMPARE(word(m_desk->push(operation)), u"applied"_s);
        QCOMPARE(rowsOf(m_desk->pull(), u"log_entry"_s), 1);
    }

    void revokedExpiredAndForeignSessions()
    {
        const auto session = signIn(*m_desk, kZhou);
        owner(u"UPDATE sync.session SET used_at = now() - interval '8 days'"_s);
        QCOMPARE(
            codeOf(m_desk->apply({m_desk->envelope(noteBy(kZhou))})), u"held session_expired"_s);
        owner(u"UPDATE sync.session SET used_at = now()"_s);
        // Of another station.
        Caller other(m_server.conninfo(m_database, u"desk2"_s));
        QVERIFY(other.open());
        other.signIn(session.first, session.second);
        QCOMPARE(codeOf(other.apply({other.envelope(noteBy(kZhou))})), u"held session_unknown"_s);
        QCOMPARE(other.value(u"SELECT sync.close_session('%1')"_s.arg(base::toText(session.first))),
            u"false"_s);
        QCOMPARE(
            m_desk->value(u"SELECT sync.close_session('%1')"_s.arg(base::toText(session.first))),
            u"true"_s);
        QCOMPARE(
            codeOf(m_desk->apply({m_desk->envelope(noteBy(kZhou))})), u"held session_revoked"_s);
    }

    void aLeadReleasesWhatIsHeld()
    {
        const auto zhou = signIn(*m_desk, kZhou);
        const auto operation = noteBy(kZhou);
        QJsonObject envelope = m_desk->envelope(operation);
        remote::ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, m_database));
        QVERIFY(admin.disablePerson(kZhou));
        QCOMPARE(codeOf(m_desk->apply({envelope})), u"held session_revoked"_s);
        const auto lead = signIn(*m_desk, u"chen"_s);
        const QByteArray hash = domain::bodyHash(domain::toBody(operation));
        const auto release = [&](const QUuid &session, const QByteArray &proof) {
            QJsonObject again = envelope;
            again[u"seq"_s] = m_desk->nextSeq++;
            again[u"release"_s] = QJsonObject{
                {u"session"_s, base::toText(session)}, {u"proof"_s, QString::fromLatin1(proof)}};
            return codeOf(m_desk->apply({again}));
        };
        // The proof of an operation is no release, nor is a release of another one.
        QCOMPARE(release(lead.first, domain::proof(lead.second, operation.op, hash)),
            u"held session_revoked"_s);
        QCOMPARE(release(lead.first, domain::releaseProof(lead.second, noteBy(kZhou).op, hash)),
            u"held session_revoked"_s);
        // Nobody releases their own work, and a revoked session releases nothing.
        QCOMPARE(release(zhou.first, domain::releaseProof(zhou.second, operation.op, hash)),
            u"held session_revoked"_s);
        QCOMPARE(release(lead.first, domain::releaseProof(lead.second, operation.op, hash)),
            u"applied "_s);
        const Row entry = m_desk->row(u"log_entry"_s, operation.id);
        QCOMPARE(entry["author"_L1].toString(), kZhou);
        QCOMPARE(entry["carrier"_L1].toString(), u"desk1"_s);
        owner(u"DO $$ BEGIN ASSERT (SELECT author = 'chen' AND params ->> 'person' = 'zhou'"
              " FROM app.log_entry WHERE code = 'vouched_for'); END $$"_s);
        QVERIFY(enableZhou(admin));
    }

    void aMemberReleasesNothing()
    {
        const auto zhou = signIn(*m_desk, kZhou);
        const auto operation = noteBy(u"chen"_s);
        QJsonObject envelope = m_desk->envelope(operation);
        const QByteArray hash = domain::bodyHash(domain::toBody(operation));
        envelope[u"release"_s] = QJsonObject{{u"session"_s, base::toText(zhou.first)},
            {u"proof"_s,
                QString::fromLatin1(domain::releaseProof(zhou.second, operation.op, hash))}};
        QCOMPARE(codeOf(m_desk->apply({envelope})), u"held proof_wrong"_s);
    }

    void aLeadRevokesSessionsAndStations()
    {
        const auto zhou = signIn(*m_desk, kZhou);
        Caller chen(m_server.conninfo(m_database, u"chen"_s));
        QVERIFY(chen.open());
        const Row seen = chen.row(u"session"_s, zhou.first);
        QCOMPARE(seen["person"_L1].toString(), kZhou);
        QCOMPARE(seen["station"_L1].toString(), u"desk1"_s);
        QCOMPARE(word(chen.push(updateOf(u"session"_s, seen, {{u"ended"_s, true}}, u"chen"_s))),
            u"applied"_s);
        QCOMPARE(
            codeOf(m_desk->apply({m_desk->envelope(noteBy(kZhou))})), u"held session_revoked"_s);
        // Settings of the caller's own change neither whose session it is nor who ends it.
        QCOMPARE(chen.value(u"SELECT set_config('watchroom.actor', 'zhou', false)"_s), kZhou);
        const QString own = QJsonDocument::fromJson(
            chen.value(u"SELECT sync.open_session('desk1')"_s).toUtf8())["session"_L1]
                                .toString();
        QCOMPARE(chen.value(u"SELECT sync.close_session('%1')"_s.arg(own)), u"true"_s);
        const Row ended = chen.row(u"session"_s, QUuid::fromString(own));
        QCOMPARE(ended["person"_L1].toString(), u"chen"_s);
        QCOMPARE(ended["ended_by"_L1].toString(), u"chen"_s);
        QCOMPARE(ended["updated_by"_L1].toString(), u"chen"_s);
        // The station itself.
        const QString id = m_server.cluster()
                               .psql(m_server.admin(m_database),
                                   u"SELECT id FROM app.station WHERE name = 'desk1'"_s)
                               .out;
        const Row station = chen.row(u"station"_s, QUuid::fromString(id));
        QCOMPARE(
            word(chen.push(updateOf(u"station"_s, station, {{u"active"_s, false}}, u"chen"_s))),
            u"applied"_s);
        QVERIFY(m_desk->pull().isEmpty());
        QCOMPARE(m_desk->error(), u"not_a_station"_s);
        owner(
            u"DO $$ BEGIN ASSERT (SELECT count(*) = 2 FROM app.log_entry"
            " WHERE code IN ('station_revoked', 'session_revoked') AND author = 'chen'); END $$"_s);
    }

    void someoneDisabledIsHeldBySession()
    {
        signIn(*m_desk, kZhou);
        remote::ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, m_database));
        QVERIFY(admin.disablePerson(kZhou));
        QCOMPARE(
            codeOf(m_desk->apply({m_desk->envelope(noteBy(kZhou))})), u"held session_revoked"_s);
        QVERIFY(enableZhou(admin));
    }

    void administratorsCloseSessions()
    {
        signIn(*m_desk, kZhou);
        remote::ServerAdmin admin;
        QVERIFY(m_server.openAdmin(admin, m_database));
        QCOMPARE(admin.closeSessions(kZhou).value_or(-1), 1);
        QCOMPARE(admin.closeSessions(kZhou).value_or(-1), 0);
        QCOMPARE(
            codeOf(m_desk->apply({m_desk->envelope(noteBy(kZhou))})), u"held session_revoked"_s);
    }

    void aSessionIsForAStation()
    {
        Caller zhou(m_server.conninfo(m_database, kZhou));
        QVERIFY(zhou.open());
        for (const QString &station : {u"nowhere"_s, u"wall1"_s, u"zhou"_s}) {
            QCOMPARE(zhou.value(u"SELECT sync.open_session('%1')"_s.arg(station)), QString());
            QCOMPARE(zhou.error(), u"not_a_station"_s);
        }
        QCOMPARE(m_desk->value(u"SELECT sync.open_session('desk1')"_s), QString());
        QCOMPARE(m_desk->state(), u"42501"_s);
    }

    void oneStationHoldsTheLease()
    {
        Caller other(m_server.conninfo(m_database, u"desk2"_s));
        Caller agent(m_server.conninfo(m_database, u"agent1"_s));
        Caller wall(m_server.conninfo(m_database, u"wall1"_s));
        QVERIFY(other.open() && agent.open() && wall.open());
        QCOMPARE(beat(wall, true), u"none 0"_s);
        QCOMPARE(beat(*m_desk, false), u"none 0"_s);
        QCOMPARE(beat(*m_desk, true), u"mine 1"_s);
        QCOMPARE(beat(other, true), u"desk1 1"_s);
        QCOMPARE(beat(*m_desk, true), u"mine 1"_s);
        // An agent outranks a console, a console never an agent.
        QCOMPARE(beat(agent, true), u"mine 2"_s);
        QCOMPARE(beat(*m_desk, true), u"agent1 2"_s);
        owner(u"UPDATE sync.lease SET ends_at = now() - interval '1 second'"_s);
        QCOMPARE(beat(other, false), u"agent1 2"_s);
        QCOMPARE(beat(agent, true), u"mine 2"_s);
        QCOMPARE(beat(agent, false), u"agent1 2"_s);
        QCOMPARE(beat(other, true), u"mine 3"_s);
    }

    void aStationActsByItsFence()
    {
        QCOMPARE(beat(*m_desk, true), u"mine 1"_s);
        const auto alert = [](int fence, const QString &starts) {
            return insertOf(u"alert"_s,
                {{u"rule"_s, u"loss"_s}, {u"target"_s, u"s1"_s}, {u"metric"_s, u"loss"_s},
                    {u"level"_s, u"red"_s}, {u"state"_s, u"firing"_s}, {u"value"_s, 12.5},
                    {u"no_data"_s, false}, {u"starts_at"_s, starts},
                    {u"tech_group"_s, u"network"_s}, {u"fence"_s, fence}},
                QString());
        };
        QCOMPARE(word(m_desk->push(alert(1, u"2026-03-18T14:00:00.000000Z"_s))), u"applied"_s);
        owner(u"UPDATE sync.lease SET ends_at = now() - interval '1 second'"_s);
        QCOMPARE(word(m_desk->push(alert(1, u"2026-03-18T15:00:00.000000Z"_s))), u"applied"_s);
        Caller other(m_server.conninfo(m_database, u"desk2"_s));
        QVERIFY(other.open());
        QCOMPARE(beat(other, true), u"mine 2"_s);
        const auto late = m_desk->push(alert(1, u"2026-03-18T16:00:00.000000Z"_s));
        QCOMPARE(word(late), u"rejected"_s);
        QCOMPARE(late.code, u"old_fence"_s);
    }

    void anIncidentOfAnAlertCloses()
    {
        QCOMPARE(beat(*m_desk, true), u"mine 1"_s);
        const auto alert = insertOf(u"alert"_s,
            {{u"rule"_s, u"loss"_s}, {u"target"_s, u"s1"_s}, {u"metric"_s, u"loss"_s},
                {u"level"_s, u"red"_s}, {u"state"_s, u"firing"_s}, {u"value"_s, 12.5},
                {u"starts_at"_s, u"2026-03-18T14:00:00.000000Z"_s}, {u"fence"_s, 1}},
            QString());
        const auto incident = insertOf(u"incident"_s,
            {{u"title"_s, u"丢包"_s}, {u"level"_s, u"red"_s}, {u"label"_s, u"A1-1"_s},
                {u"fence"_s, 1}},
            QString());
        const auto link = insertOf(u"incident_alert"_s,
            {{u"incident"_s, base::toText(incident.id)}, {u"alert"_s, base::toText(alert.id)},
                {u"fence"_s, 1}},
            QString());
        QCOMPARE(words(m_desk->push({alert, incident, link})), QStringList(3, u"applied"_s));
        Caller chen(m_server.conninfo(m_database, u"chen"_s));
        QVERIFY(chen.open());
        const auto role = insertOf(u"incident_role"_s,
            {{u"incident"_s, base::toText(incident.id)}, {u"role"_s, u"commander"_s},
                {u"person"_s, u"chen"_s}},
            u"chen"_s);
        QCOMPARE(word(chen.push(role)), u"applied"_s);
        const Row seen = chen.row(u"incident"_s, incident.id);
        const auto closed = chen.push(updateOf(u"incident"_s, seen,
            {{u"owner"_s, u"chen"_s}, {u"stage"_s, u"closed"_s},
                {u"stage_reason"_s, u"false_alarm"_s}},
            u"chen"_s));
        QCOMPARE(word(closed), u"applied"_s);
        // What belongs to it went to its month with it.
        const QString month = (*closed.row)["part"_L1].toString();
        QCOMPARE(month.size(), 7);
        QCOMPARE(chen.row(u"incident_alert"_s, link.id)["part"_L1].toString(), month);
        QCOMPARE(chen.row(u"incident_role"_s, role.id)["part"_L1].toString(), month);
    }

    void presenceIsCounted()
    {
        Caller other(m_server.conninfo(m_database, u"desk2"_s));
        QVERIFY(other.open());
        beat(*m_desk, false);
        const QString said =
            other.value(u"SELECT sync.beat('%1', '{}')"_s.arg(base::toText(other.client())));
        QCOMPARE(QJsonDocument::fromJson(said.toUtf8())["stations_online"_L1].toInt(), 2);
    }

private:
    std::pair<QUuid, QByteArray> signIn(Caller &station, const QString &login)
    {
        Caller person(m_server.conninfo(m_database, login));
        if (!person.connectOnly())
            qWarning() << person.error();
        const QJsonObject said =
            QJsonDocument::fromJson(person
                                        .value(u"SELECT sync.open_session('%1')"_s.arg(
                                            station.greeting()["station"_L1].toString()))
                                        .toUtf8())
                .object();
        const QUuid id = QUuid::fromString(said["session"_L1].toString());
        const QByteArray key = QByteArray::fromHex(said["key"_L1].toString().toLatin1());
        station.signIn(id, key);
        return {id, key};
    }

    static qsizetype rowsOf(const QHash<QString, Row> &pulled, const QString &table)
    {
        const QStringList keys = pulled.keys();
        return std::ranges::count_if(
            keys, [&](const QString &key) { return key.startsWith(table + u'/'); });
    }

    static QString codeOf(const QJsonObject &answer)
    {
        const QJsonValue result = answer["results"_L1][0];
        return result["state"_L1].toString() + u' ' + result["code"_L1].toString();
    }

    static QString beat(Caller &caller, bool wants)
    {
        const QString said = caller.value(u"SELECT sync.beat('%1', '{\"lease\": %2}')"_s.arg(
            base::toText(caller.client()), wants ? u"true"_s : u"false"_s));
        const QJsonValue lease = QJsonDocument::fromJson(said.toUtf8())["lease"_L1];
        const QString who = lease["mine"_L1].toBool() ? u"mine"_s
            : lease["holder"_L1].isNull()             ? u"none"_s
                                                      : lease["holder"_L1].toString();
        return who + u' ' + QString::number(lease["fence"_L1].toInt());
    }

    /// Zhou's role is the same in all databases, and outlives this one.
    [[nodiscard]] static bool enableZhou(remote::ServerAdmin &admin)
    {
        return admin
            .addPerson({.login = kZhou,
                .name = u"周敏"_s,
                .layer = {},
                .group = {},
                .rights = {},
                .password = {}})
            .has_value();
    }

    void owner(const QString &sql)
    {
        const auto output = m_server.cluster().psql(m_server.admin(m_database), sql);
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
    }

    ServerFixture m_server;
    QString m_database;
    std::unique_ptr<Caller> m_desk;
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
