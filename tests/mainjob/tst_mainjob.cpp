// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/policy.h"
#include "app/domain/tables.h"
#include "app/words/errors.h"
#include "tests/mainjob/station.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::mainjob;

#define TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 40'000)

/// Saves, and remembers that the server must hold this entry in the end.
#define ACT(future, entry)                                                                         \
    do {                                                                                           \
        const auto done = (future).result();                                                       \
        QVERIFY2(done, done ? "" : qPrintable(done.error().code));                                 \
        m_entries.append(entry);                                                                   \
    } while (false)

#define REFUSED(future, word)                                                                      \
    do {                                                                                           \
        const auto refused = (future).result();                                                    \
        QVERIFY(!refused);                                                                         \
        QCOMPARE(refused.error().code, word);                                                      \
    } while (false)

/// The main job: a real metric crosses its limit, two consoles see one incident, take it through
/// its six stages while the database is killed in between, and all three tell the same in the end.
/// The functions are one story, in order.
class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void peopleSignIn();
    void placesAndLimitsAreTheTeams();
    void oneIncidentOpensOnBothBoards();
    void nobodyClaimsInTime();
    void claimIsExclusive();
    void assessed();
    void workGoesOnWithoutTheDatabase();
    void everythingArrives();
    void closed();
    void nothingIsLost();
    void replicasEqualTheServer();
    void auditIsWhole();

private:
    [[nodiscard]] bool bothSynced() const { return m_one->isSynced() && m_two->isSynced(); }
    [[nodiscard]] bool bothShow(const QString &stage) const;
    [[nodiscard]] QJsonObject verify(const QStringList &where, const QString &password = {}) const;

    DutyRoom m_room;
    std::unique_ptr<Station> m_one;
    std::unique_ptr<Station> m_two;
    QUuid m_id;
    QStringList m_entries; ///< code or text of every entry there must be
};

bool TestMainJob::bothShow(const QString &stage) const
{
    return m_one->onBoard(m_id).stage == stage && m_two->onBoard(m_id).stage == stage;
}

void TestMainJob::initTestCase()
{
    const QString failure = m_room.prepare();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_one = std::make_unique<Station>(m_room, u"desk-1"_s);
    m_two = std::make_unique<Station>(m_room, u"desk-2"_s);
    TRY(bothSynced());
    TRY(m_one->heardSource() > 0 && m_two->heardSource() > 0);
    // One of the two decides for both.
    TRY(m_one->holdsLease() != m_two->holdsLease());
    const Station &holder = m_one->holdsLease() ? *m_one : *m_two;
    QCOMPARE(holder.core().sync()->lease().holder, m_one->holdsLease() ? u"desk-1"_s : u"desk-2"_s);
}

void TestMainJob::peopleSignIn()
{
    QCOMPARE(m_one->signIn(u"chen"_s, u"a guess"_s), u"password_wrong"_s);
    QCOMPARE(m_one->signIn(u"chen"_s, DutyRoom::passwordOf(u"chen"_s)), QString());
    QCOMPARE(m_two->signIn(u"li"_s, DutyRoom::passwordOf(u"li"_s)), QString());
}

void TestMainJob::placesAndLimitsAreTheTeams()
{
    // The source's mapping names a site the team has never heard of; its list is the leads'.
    QCOMPARE(m_one->core().unlistedPlaces().size(), 1);
    REFUSED(m_two->core().listPlaces(), u"not_senior"_s);
    QVERIFY(m_one->core().listPlaces().result());
    TRY(m_two->core().directory().targetName(u"huashan"_s) == u"华山院区"_s);
    QVERIFY(m_two->core().unlistedPlaces().isEmpty());

    QJsonObject quick = domain::defaultPolicyDocument();
    QJsonObject levels = quick.value("levels"_L1).toObject();
    QJsonObject red = levels.value("red"_L1).toObject();
    QJsonObject limits = red.value("limits"_L1).toObject();
    limits.insert(u"detection"_s, QJsonObject{{u"s"_s, 3}});
    red.insert(u"acknowledge_s"_s, 3);
    red.insert(u"limits"_s, limits);
    levels.insert(u"red"_s, red);
    quick.insert(u"levels"_s, levels);
    const auto saved = m_one->core()
                           .store()
                           .save({{.table = u"policy"_s,
                                     .id = base::newId(m_one->core().clock().now()),
                                     .set = {{u"version"_s, 2}, {u"doc"_s, quick}}}},
                               m_one->author())
                           .result();
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().code));
    TRY(m_two->core().policy().of(domain::Level::Red).acknowledgeSeconds == 3);
}

void TestMainJob::oneIncidentOpensOnBothBoards()
{
    m_room.setRoundTrip(500);
    TRY(m_one->shown() == 1 && m_two->shown() == 1);
    const incidents::Incident incident = m_one->core().incidents().incidents().constFirst();
    m_id = incident.id;
    TRY(m_two->onBoard(m_id).number);
    QCOMPARE(incident.level, u"red"_s);
    QCOMPARE(incident.stage, u"detection"_s);
    QVERIFY(incident.owner.isEmpty());
    QCOMPARE(incident.title, u"华山院区 RTT 500 ms"_s);
    QCOMPARE(incident.group, u"network"_s);
    QCOMPARE(incident.policyVersion, 2);
    m_entries << u"incident_opened"_s << u"alert_joined"_s;
    // Both judge the same samples again and again; still it is one.
    const qint64 since = std::max(m_one->heardSource(), m_two->heardSource());
    TRY(std::min(m_one->heardSource(), m_two->heardSource()) >= since + 3000);
    TRY(bothSynced());
    QCOMPARE(m_room.query(u"SELECT count(*) FROM app.incident"_s), u"1"_s);
    QCOMPARE(m_room.query(u"SELECT count(*) FROM app.alert"_s), u"1"_s);
}

void TestMainJob::nobodyClaimsInTime()
{
    // The clocks are one station's to watch: what fell due is written down once.
    const auto due = [this](const QString &code) {
        return m_room.query(
            u"SELECT count(*) FROM app.log_entry WHERE kind = 'timer' AND code = '%1'"_s.arg(code));
    };
    TRY(due(u"acknowledge_overdue"_s) == "1"_L1 && due(u"clock_breached"_s) == "1"_L1);
    m_entries << u"acknowledge_overdue"_s << u"clock_breached"_s;
}

void TestMainJob::claimIsExclusive()
{
    ACT(m_one->commands().claim(m_id), u"claimed"_s);
    TRY(m_two->onBoard(m_id).owner == "chen"_L1);
    QCOMPARE(m_two->onBoard(m_id).acknowledgedBy, u"chen"_s);
    const auto second = m_two->commands().claim(m_id).result();
    QVERIFY(!second);
    const incidents::Directory &directory = m_two->core().directory();
    const QString told = words::errorSentence(second.error(),
        {.person = [&directory](const QString &login) { return directory.personName(login); }});
    QVERIFY2(told.startsWith(u"陈晓 has claimed it"_s), qPrintable(told));
    // Nor may the colleague move what is not theirs.
    REFUSED(m_two->commands().advance(m_id, {.to = u"assessment"_s}), u"not_owner"_s);
}

void TestMainJob::assessed()
{
    ACT(m_one->commands().advance(m_id, {.to = u"assessment"_s}), u"stage_changed"_s);
    TRY(bothShow(u"assessment"_s));
    ACT(m_two->commands().addEntry(
            {.incident = m_id, .text = u"华山院区来电，画面卡住"_s, .channel = u"phone"_s}),
        u"华山院区来电，画面卡住"_s);
    REFUSED(m_one->commands().advance(m_id, {.to = u"diagnosis"_s}), u"gate_assessment"_s);
    ACT(m_one->commands().assessAndAdvance(
            m_id, {.group = u"network"_s, .sites = QJsonArray{u"huashan"_s}}),
        u"assessed"_s);
    m_entries << u"stage_changed"_s;
    TRY(bothShow(u"diagnosis"_s));
    TRY(bothSynced());
}

void TestMainJob::workGoesOnWithoutTheDatabase()
{
    m_room.killDatabase();
    TRY(m_one->isOffline() && m_two->isOffline());
    REFUSED(m_one->commands().advance(m_id, {.to = u"recovery"_s}), u"gate_cause"_s);
    ACT(m_one->commands().advance(m_id, {.to = u"recovery"_s, .cause = u"运营商节点拥塞"_s}),
        u"cause_stated"_s);
    m_entries << u"stage_changed"_s;
    ACT(m_one->commands().addEntry(
            {.incident = m_id, .text = u"电信确认，单号 DX-8841"_s, .channel = u"phone"_s}),
        u"电信确认，单号 DX-8841"_s);
    ACT(m_two->commands().addEntry(
            {.incident = m_id, .text = u"已请医生改用备线"_s, .channel = u"phone"_s}),
        u"已请医生改用备线"_s);
    // Each desk sees its own work at once, and how much of it is only here.
    TRY(m_one->onBoard(m_id).stage == "recovery"_L1 && m_one->onBoard(m_id).pending);
    TRY(m_one->status().counts.pending == 2 && m_two->status().counts.pending == 1);
    QVERIFY(m_one->isOffline() && m_two->isOffline());
    QCOMPARE(m_two->onBoard(m_id).stage, u"diagnosis"_s);
    // The line recovers while nobody can write it down.
    m_room.setRoundTrip(42);
    const qint64 since = std::max(m_one->heardSource(), m_two->heardSource());
    TRY(std::min(m_one->heardSource(), m_two->heardSource()) >= since + 6000);
    QVERIFY(!m_one->onBoard(m_id).recoveredAt);
}

void TestMainJob::everythingArrives()
{
    QVERIFY(m_room.startDatabase());
    TRY(bothSynced());
    TRY(bothShow(u"recovery"_s));
    TRY(m_one->rows(u"log_entry"_s).size() == m_two->rows(u"log_entry"_s).size());
    // Whoever decides again finds that the alert is over.
    TRY(m_one->onBoard(m_id).recoveredAt && m_two->onBoard(m_id).recoveredAt);
    m_entries << u"recovered"_s;
}

void TestMainJob::closed()
{
    REFUSED(m_one->commands().advance(m_id, {.to = u"notification"_s}), u"gate_verified"_s);
    ACT(m_one->commands().advance(m_id, {.to = u"notification"_s, .verified = u"指标回落五分钟"_s}),
        u"recovery_verified"_s);
    m_entries << u"stage_changed"_s;
    TRY(bothShow(u"notification"_s));
    REFUSED(m_one->commands().advance(m_id, {.to = u"review"_s}), u"gate_told"_s);
    // The colleague takes it over for the rest.
    ACT(m_two->commands().takeOver(m_id, u"chen"_s), u"taken_over"_s);
    TRY(m_one->onBoard(m_id).owner == "li"_L1);
    ACT(m_two->commands().advance(m_id, {.to = u"review"_s, .told = QJsonArray{u"business"_s}}),
        u"parties_told"_s);
    m_entries << u"stage_changed"_s;
    TRY(bothShow(u"review"_s));
    ACT(m_two->commands().advance(m_id, {.to = u"closed"_s}), u"incident_closed"_s);
    TRY(m_one->shown() == 0 && m_two->shown() == 0);
    TRY(bothSynced());
}

void TestMainJob::nothingIsLost()
{
    const auto onServer = [this] {
        QStringList entries;
        for (const domain::Row &entry : m_room.rows(u"log_entry"_s)) {
            if (domain::text(entry, "incident"_L1) == base::toText(m_id)) {
                const QString text = domain::text(entry, "text"_L1);
                entries.append(text.isEmpty() ? domain::text(entry, "code"_L1) : text);
            }
        }
        entries.sort();
        return entries;
    };
    m_entries.sort();
    QStringList entries = onServer();
    entries.removeOne(u"clock_warning"_s); // if somebody looked in the moment before the breach
    QCOMPARE(entries, m_entries);
    QCOMPARE(m_room.query(u"SELECT count(*) FROM app.incident"_s), u"1"_s);
    QCOMPARE(m_room.query(u"SELECT string_agg(state, ',') FROM app.alert"_s), u"cleared"_s);
    QCOMPARE(m_room.query(u"SELECT count(*) FROM sync.conflict"_s), u"0"_s);
}

void TestMainJob::replicasEqualTheServer()
{
    for (const domain::Table &table : domain::tables()) {
        const QString name = table.name;
        const auto server = m_room.rows(name);
        for (const Station *station : {m_one.get(), m_two.get()}) {
            TRY(station->rows(name).keys() == server.keys());
            const auto replica = station->rows(name);
            for (auto row = server.cbegin(); row != server.cend(); ++row)
                QCOMPARE(QJsonDocument(replica.value(row.key())).toJson(),
                    QJsonDocument(row.value()).toJson());
        }
    }
}

/// `watchroomctl audit verify` while the consoles hold their workspaces.
QJsonObject TestMainJob::verify(const QStringList &where, const QString &password) const
{
    QProcess ctl;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, password);
    ctl.setProcessEnvironment(environment);
    ctl.start(QStringLiteral(WATCHROOM_CTL), QStringList{u"--json"_s} + where);
    const bool ended = ctl.waitForFinished(30'000);
    const QJsonObject said = QJsonDocument::fromJson(ctl.readAllStandardOutput()).object();
    return ended && ctl.exitCode() == 0
        ? said
        : QJsonObject{{u"failed"_s, QString::fromUtf8(ctl.readAllStandardError())}};
}

void TestMainJob::auditIsWhole()
{
    remote::ConnInfo administrator = *remote::ConnInfo::parse(m_room.administrator());
    const QString password = administrator.value("password"_L1);
    administrator.remove("password"_L1);
    const QJsonObject server = verify({u"--workspace"_s, m_one->folder(), u"audit"_s, u"verify"_s,
                                          u"--server"_s, administrator.toText()},
        password);
    QVERIFY2(server.value("broken"_L1).isNull(), QJsonDocument(server).toJson().constData());
    QVERIFY(server.value("entries"_L1).toInt() >= m_entries.size());
    for (const Station *station : {m_one.get(), m_two.get()})
        QCOMPARE(verify({u"--workspace"_s, station->folder(), u"audit"_s, u"verify"_s}), server);
}

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
