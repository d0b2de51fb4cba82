// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stations/stations.h"
#include "app/undelivered/decisions.h"
#include "tests/sync/faults/cards.h"

#include <QFile>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::cardsOf;
using test::Desk;
using undelivered::Card;
using State = sync::SyncStatus::State;

namespace {

const auto kByAuthor = u"SELECT string_agg(author || ' ' || text, ', ' ORDER BY text)"
                       " FROM app.log_entry WHERE kind='note'"_s;

} // namespace

/// Several people at one console: each under their own name, whatever becomes of the others.
class TestPeople : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init() { QCOMPARE(begin(), QString()); }
    void eightHoursOfflineByThreeOneOfThemDisabled();
    void signingOutTravelsBehindTheirWork();
    void signedInAgainTheySendWhatWasHeld();
    void aLeadEndsASessionFromTheConsole();
    void signInWithoutTheServer();
    void wrongPasswordsAreAnsweredLaterAndLater();
    void aLostClaimIsTakenOverOrLeft();
    void aConflictIsDecidedFieldByField();
    void aRefusedTextIsMendedAndSent();

private:
    /// Open, its first row on the server.
    [[nodiscard]] QUuid openIncident(Desk &console);
    [[nodiscard]] static bool update(Desk &console, const QUuid &incident, const domain::Row &set);
    /// Both work while the server is away; `first` reaches it before `second`, which has one card.
    void collide(Desk &first, Desk &second, const std::function<void()> &work);
};

QUuid TestPeople::openIncident(Desk &console)
{
    const QUuid id = base::newId(console.clock.now());
    const bool saved = console.save({{.table = u"incident"_s,
        .id = id,
        .kind = domain::OperationKind::Insert,
        .set = {{u"title"_s, u"广州联通抖动"_s}, {u"level"_s, u"yellow"_s}}}});
    return saved ? id : QUuid();
}

bool TestPeople::update(Desk &console, const QUuid &incident, const domain::Row &set)
{
    return console.save({{.table = u"incident"_s,
        .id = incident,
        .kind = domain::OperationKind::Update,
        .set = set}});
}

void TestPeople::collide(Desk &first, Desk &second, const std::function<void()> &work)
{
    m_server.cluster.kill();
    QTRY_COMPARE_WITH_TIMEOUT(second.service->status().state, State::Offline, kPatience);
    work();
    second.service.reset();
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    SETTLED(first);
    second.restart([](const QString &) {});
    second.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(cardsOf(second).size(), 1, kPatience);
    SETTLED(second);
}

void TestPeople::eightHoursOfflineByThreeOneOfThemDisabled()
{
    Desk one(desk(1));
    QHash<QString, store::Author> authors;
    for (const QString &login : {u"chen"_s, u"zhou"_s, u"li"_s}) {
        QCOMPARE(signIn(one, 1, login), QString());
        authors.insert(login, one.author());
    }
    one.service->start();
    SYNCED(one);
    m_server.cluster.kill();
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Offline, kPatience);
    QStringList expected;
    for (int hour = 0; hour < 8; ++hour) {
        for (const QString &login : {u"chen"_s, u"zhou"_s, u"li"_s}) {
            one.actAs(authors.value(login));
            const QString text = u"%1 %2"_s.arg(hour).arg(login);
            QVERIFY(!one.note(text).isNull());
            expected.append(login + u' ' + text);
        }
    }
    // Before the console is back (it looks for the server all the time), li is disabled.
    one.service.reset();
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    remote::ServerAdmin admin;
    QVERIFY(admin.open(*remote::ConnInfo::parse(m_server.cluster.adminConninfo(m_database))));
    QVERIFY(admin.disablePerson(u"li"_s));
    one.restart([](const QString &) {});
    one.service->start();
    SETTLED(one);
    expected.sort();
    const QStringList delivered = [&] {
        QStringList rest = expected;
        rest.removeIf([](const QString &entry) { return entry.startsWith(u"li"); });
        rest.sort(); // the server sorts by the text, which begins with the hour
        return rest;
    }();
    QStringList there = query(kByAuthor).split(u", "_s);
    there.sort();
    QCOMPARE(there, delivered);
    // In order: what each chain records follows what was done.
    QCOMPARE(
        query(u"SELECT count(*) FROM (SELECT happened_at, lag(happened_at) OVER (ORDER BY n) AS"
              " before FROM app.log_entry WHERE kind='note') e WHERE before > happened_at"_s),
        u"0"_s);
    QCOMPARE(one.replica->counts().result().held, 8);
    // What waits is still to be seen here.
    QCOMPARE(one.notes(), 24);
    const auto held = cardsOf(one);
    QCOMPARE(held.size(), 8);
    QCOMPARE(held.first().code, u"session_revoked"_s);
    QCOMPARE(held.first().first().actor, u"li"_s);

    // A member cannot release it, a lead can: under li's name.
    one.actAs(authors.value(u"zhou"_s));
    undelivered::Decisions decisions(*one.replica, [&one] { return one.author(); });
    QVERIFY(decisions.release(held.first()).result());
    SETTLED(one);
    QCOMPARE(one.replica->counts().result().held, 8);
    one.actAs(authors.value(u"chen"_s));
    for (const Card &card : cardsOf(one))
        QVERIFY(decisions.release(card).result());
    SETTLED(one);
    QCOMPARE(one.replica->counts().result(), store::OutboxCounts());
    there = query(kByAuthor).split(u", "_s);
    there.sort();
    QCOMPARE(there, expected);
    QCOMPARE(query(u"SELECT count(*), min(author), min(params ->> 'person')"
                   " FROM app.log_entry WHERE code='vouched_for'"_s),
        u"8|chen|li"_s);
    SYNCED(one);
    EQUAL(one, m_server.cluster);
    QVERIFY(admin.addPerson({.login = u"li"_s,
        .name = u"李泽"_s,
        .layer = {},
        .group = {},
        .rights = {},
        .password = u"li's own;secret"_s}));
}

void TestPeople::signingOutTravelsBehindTheirWork()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    one.service->start();
    SYNCED(one);
    QTRY_COMPARE_WITH_TIMEOUT(one.count(u"session"_s), 1, kPatience);
    m_server.cluster.kill();
    QVERIFY(!one.note(u"the last words"_s).isNull());
    stations::Stations stations(*one.replica, [&one] { return one.author(); });
    QVERIFY(stations.endSession(one.author().session).result());
    // Whoever still has the key after that is held.
    QVERIFY(!one.note(u"a ghost's"_s).isNull());
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    SETTLED(one);
    QCOMPARE(query(kByAuthor), u"zhou the last words"_s);
    QCOMPARE(one.replica->counts().result().held, 1);
    QCOMPARE(cardsOf(one).first().code, u"session_revoked"_s);
    QCOMPARE(query(u"SELECT ended, ended_by FROM app.session"_s), u"t|zhou"_s);
}

void TestPeople::signedInAgainTheySendWhatWasHeld()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    one.service->start();
    SYNCED(one);
    QCOMPARE(query(u"UPDATE sync.session SET used_at = now() - interval '8 days'"_s), QString());
    QVERIFY(!one.note(u"after a week"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(one.replica->counts().result().held, 1, kPatience);
    undelivered::Decisions decisions(*one.replica, [&one] { return one.author(); });
    // Another person's session signs nothing of zhou's.
    QCOMPARE(signIn(one, 1, u"li"_s), QString());
    QVERIFY(decisions.sign(cardsOf(one)).result());
    QCOMPARE(one.replica->counts().result().held, 1);
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    QVERIFY(decisions.sign(cardsOf(one)).result());
    SETTLED(one);
    QCOMPARE(one.replica->counts().result(), store::OutboxCounts());
    QCOMPARE(query(kByAuthor), u"zhou after a week"_s);
}

void TestPeople::aLeadEndsASessionFromTheConsole()
{
    Desk one(desk(1));
    Desk two(desk(2));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    QCOMPARE(signIn(two, 2, u"chen"_s), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    stations::Stations stations(*two.replica, [&two] { return two.author(); });
    const auto atDesk1 = [&stations] {
        for (const stations::Station &station : stations.stations()) {
            if (station.name == u"desk-1"_s)
                return station;
        }
        return stations::Station();
    };
    QTRY_COMPARE_WITH_TIMEOUT(atDesk1().sessions.size(), 1, kPatience);
    QCOMPARE(atDesk1().sessions.first().person, u"zhou"_s);
    QVERIFY(stations.endSession(atDesk1().sessions.first().id).result());
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::Synced, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(query(u"SELECT count(*) FROM sync.session WHERE revoked_at IS NOT"
                                    " NULL"_s),
        u"1"_s, kPatience);
    QVERIFY(!one.note(u"too late"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(one.replica->counts().result().held, 1, kPatience);
    // And the whole station.
    QVERIFY(stations.switchOff(atDesk1().id).result());
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::NeedsAttention, kPatience);
    QCOMPARE(one.service->status().lastError->code, u"not_a_station"_s);
}

void TestPeople::signInWithoutTheServer()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    const QUuid session = one.author().session;
    one.service->start();
    SYNCED(one);
    // The program starts again, without the server.
    one.restart([](const QString &folder) {
        QFile kept(folder + u"/sessions.json"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
        const QByteArray bytes = kept.readAll();
        QVERIFY(bytes.contains("zhou") && !bytes.contains("secret"));
    });
    m_server.cluster.kill();
    one.actAs({});
    QCOMPARE(
        one.signIn(desk(1), u"desk-1"_s, u"zhou"_s, u"'s wrong"_s).left(14), u"password_wrong"_s);
    QVERIFY(one.signIn(desk(1), u"desk-1"_s, u"li"_s).startsWith(u"offline_unknown"));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    QCOMPARE(one.author().session, session);
    QVERIFY(!one.note(u"offline all along"_s).isNull());
    one.service->start();
    QVERIFY2(m_server.cluster.start(), m_server.cluster.error().constData());
    SETTLED(one);
    QTRY_COMPARE_WITH_TIMEOUT(query(kByAuthor), u"zhou offline all along"_s, kPatience);
    // Signed out, the password opens nothing here any more.
    one.service->forgetSession(u"zhou"_s);
    m_server.cluster.kill();
    QVERIFY(one.signIn(desk(1), u"desk-1"_s, u"zhou"_s).startsWith(u"offline_unknown"));
}

void TestPeople::wrongPasswordsAreAnsweredLaterAndLater()
{
    using sync::SignIn;
    QCOMPARE(SignIn::delayAfter(2), 0s);
    QCOMPARE(SignIn::delayAfter(3), 2s);
    QCOMPARE(SignIn::delayAfter(5), 8s);
    QCOMPARE(SignIn::delayAfter(50), 60s);
    Desk one(desk(1));
    for (int i = 0; i < 3; ++i)
        QVERIFY(one.signIn(desk(1), u"desk-1"_s, u"zhou"_s, u"'s guess"_s)
                    .startsWith(u"password_wrong"));
    // The right one is not even tried before its time; another person is not made to wait.
    QVERIFY(signIn(one, 1, u"zhou"_s).startsWith(u"wait"));
    QCOMPARE(signIn(one, 1, u"li"_s), QString());
    QTRY_COMPARE_WITH_TIMEOUT(signIn(one, 1, u"zhou"_s), QString(), kPatience);
}

void TestPeople::aLostClaimIsTakenOverOrLeft()
{
    Desk one(desk(1));
    Desk two(desk(2));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    QCOMPARE(signIn(two, 2, u"li"_s), QString());
    one.service->start();
    two.service->start();
    for (const bool takeOver : {true, false}) {
        SYNCED(one);
        SYNCED(two);
        const QUuid id = openIncident(one);
        QTRY_VERIFY_WITH_TIMEOUT(two.has(u"incident"_s, id), kPatience);
        SYNCED(one);
        SYNCED(two);
        collide(one, two, [&] {
            for (Desk *desk : {&one, &two})
                QVERIFY(update(*desk, id, {{u"owner"_s, desk->author().login}}));
            QVERIFY(update(two, id, {{u"waiting_for"_s, u"运营商"_s}}));
        });
        const Card card = cardsOf(two).first();
        QVERIFY(card.lostClaim);
        QCOMPARE(card.by, u"zhou"_s);
        // The board says whose it is.
        const QString ownerSql =
            u"SELECT owner FROM app.incident WHERE id = '%1'"_s.arg(base::toText(id));
        QCOMPARE(query(ownerSql), u"zhou"_s);
        QTRY_COMPARE_WITH_TIMEOUT(two.value(u"incident"_s, id, u"owner"_s), u"zhou"_s, kPatience);
        undelivered::Decisions decisions(*two.replica, [&two] { return two.author(); });
        QVERIFY((takeOver ? decisions.sendMine(card) : decisions.keepTheirs(card)).result());
        SETTLED(two);
        QCOMPARE(query(ownerSql), takeOver ? u"li"_s : u"zhou"_s);
        QCOMPARE(two.replica->counts().result(), store::OutboxCounts());
        SYNCED(two);
        EQUAL(two, m_server.cluster);
        // The loser's words are on the server.
        QVERIFY(query(u"SELECT body FROM sync.conflict"_s).contains(u"\"owner\":\"li\""));
    }
}

void TestPeople::aConflictIsDecidedFieldByField()
{
    Desk one(desk(1));
    Desk two(desk(2));
    QCOMPARE(signIn(one, 1, u"chen"_s), QString());
    QCOMPARE(signIn(two, 2, u"chen"_s), QString());
    one.service->start();
    two.service->start();
    SYNCED(one);
    SYNCED(two);
    const QUuid id = openIncident(one);
    QTRY_VERIFY_WITH_TIMEOUT(two.has(u"incident"_s, id), kPatience);
    SYNCED(one);
    SYNCED(two);
    collide(one, two, [&] {
        QVERIFY(update(one, id, {{u"title"_s, u"广州联通抖动 42 ms"_s}}));
        QVERIFY(update(two, id, {{u"title"_s, u"广州出口抖动"_s}}));
    });
    SYNCED(two);
    const Card card = cardsOf(two).first();
    QCOMPARE(card.disputes.size(), 1);
    QCOMPARE(card.disputes.first().before.toString(), u"广州联通抖动"_s);
    QCOMPARE(card.disputes.first().theirs.toString(), u"广州联通抖动 42 ms"_s);
    QCOMPARE(card.disputes.first().mine.toString(), u"广州出口抖动"_s);
    undelivered::Decisions decisions(*two.replica, [&two] { return two.author(); });
    QVERIFY(decisions.sendMine(card, {{u"title"_s, u"广州联通出口抖动 42 ms"_s}}).result());
    SETTLED(two);
    QCOMPARE(query(u"SELECT title FROM app.incident"_s), u"广州联通出口抖动 42 ms"_s);
    QCOMPARE(two.replica->counts().result(), store::OutboxCounts());
}

void TestPeople::aRefusedTextIsMendedAndSent()
{
    Desk one(desk(1));
    QCOMPARE(signIn(one, 1, u"zhou"_s), QString());
    one.service->start();
    SYNCED(one);
    // What the local rules let through and the server does not: an entry that corrects none there.
    QVERIFY(!one.note(u"first"_s).isNull());
    SETTLED(one);
    QCOMPARE(
        query(u"ALTER TABLE app.log_entry ADD CONSTRAINT no_names CHECK (text NOT LIKE '%李%')"_s),
        QString());
    const QUuid id = one.note(u"病人李某"_s);
    QVERIFY(!id.isNull());
    QVERIFY(!one.note(u"what follows goes on"_s).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(one.replica->counts().result().rejected, 1, kPatience);
    SETTLED(one);
    QCOMPARE(query(u"SELECT count(*) FROM app.log_entry WHERE kind='note'"_s), u"2"_s);
    const Card card = cardsOf(one).first();
    undelivered::Decisions decisions(*one.replica, [&one] { return one.author(); });
    QVERIFY(decisions.sendMine(card, {{u"text"_s, u"病人甲"_s}}).result());
    SETTLED(one);
    QCOMPARE(one.replica->counts().result(), store::OutboxCounts());
    QCOMPARE(query(kByAuthor), u"zhou first, zhou what follows goes on, zhou 病人甲"_s);
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
