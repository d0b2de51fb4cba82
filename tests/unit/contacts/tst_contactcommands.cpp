// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/contacts/calls.h"
#include "app/contacts/contactbook.h"
#include "app/domain/values.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::contacts;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class SetClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override { return m_now; }
    void pass(base::Seconds seconds) { m_now += seconds; }

private:
    base::Instant m_now = *base::fromIso(u"2026-03-18T04:00:00Z");
};

Contact carrier()
{
    Contact made;
    made.kind = u"party"_s;
    made.name = u"运营商夜间值班"_s;
    made.org = u"城市网络公司"_s;
    made.ways = {
        {u"phone"_s, u"010-5550 1234"_s, u"先报专线号"_s}, {u"mobile"_s, u"13900000001"_s}};
    made.tags = {u"network"_s};
    return made;
}

} // namespace

/// What people do with contacts, over a real store.
class TestContactCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void addedChangedAndRemoved();
    void aChangeLeavesWhatItDoesNotName();
    void whatTheRulesRefuse();
    void whoWasReachedIsVerified();
    void whoWasNotReachedIsNot();
    void aCallIsOfItsIncident();
    void theLastCallOfAWay();
    void thoseWithARole();

private:
    store::Saved must(store::SavedFuture saved);
    Contact added(const Contact &contact = carrier());
    [[nodiscard]] QList<domain::Row> entries(const QString &kind);
    [[nodiscard]] QUuid incident();

    SetClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ContactCommands> m_commands;
    std::unique_ptr<ContactBook> m_book;
    QString m_login;
};

void TestContactCommands::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = store::Store::open(m_dir->path(), store::Store::Mode::Standalone, m_clock);
    QVERIFY(store.has_value());
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    m_login = *set.result();
    m_commands = std::make_unique<ContactCommands>(*m_store, m_clock,
        [this] { return store::Author{.login = m_login, .session = {}, .sessionKey = {}}; });
    m_book = std::make_unique<ContactBook>(*m_store);
    QTRY_VERIFY(m_book->isLoaded());
}

void TestContactCommands::cleanup()
{
    m_book.reset();
    m_commands.reset();
    m_store.reset();
}

store::Saved TestContactCommands::must(store::SavedFuture saved)
{
    saved.waitForFinished();
    if (!saved.result())
        qFatal("refused: %s", qPrintable(saved.result().error().code));
    return *saved.result();
}

Contact TestContactCommands::added(const Contact &contact)
{
    const QUuid id = domain::uuid(must(m_commands->add({contact})).rows.first(), "id"_L1);
    if (!QTest::qWaitFor([&] { return m_book->find(id) != nullptr; }))
        qFatal("the contact is not in the book");
    return *m_book->find(id);
}

QList<domain::Row> TestContactCommands::entries(const QString &kind)
{
    auto rows = m_store->read<QList<domain::Row>>([kind](store::Reader &reader) {
        return reader.rows(u"log_entry"_s, u"kind = ?"_s, {kind}, u"ORDER BY rowid"_s);
    });
    rows.waitForFinished();
    return *rows.result();
}

QUuid TestContactCommands::incident()
{
    const QUuid id = base::newId(m_clock.now());
    must(m_store->save({{.table = u"incident"_s,
                           .id = id,
                           .set = {{u"title"_s, u"卡顿"_s}, {u"level"_s, u"yellow"_s}}}},
        {.login = m_login, .session = {}, .sessionKey = {}}));
    return id;
}

void TestContactCommands::addedChangedAndRemoved()
{
    const Contact made = added();
    Contact expected = carrier();
    expected.id = made.id;
    QCOMPARE(made, expected);
    Contact other = made;
    other.ways.append({u"im"_s, u"citynet-noc"_s});
    other.note.clear();
    other.tags.clear();
    must(m_commands->change(made, other));
    QTRY_COMPARE(*m_book->find(made.id), other);
    must(m_commands->remove(made.id));
    QTRY_VERIFY(m_book->contacts().isEmpty());
    const auto written = entries(u"guard"_s);
    QStringList codes;
    for (const domain::Row &row : written) {
        if (domain::text(row, "code"_L1).startsWith(u"contact_"))
            codes.append(domain::text(row, "code"_L1));
    }
    QCOMPARE(
        codes, QStringList({u"contact_changed"_s, u"contact_changed"_s, u"contact_removed"_s}));
}

void TestContactCommands::aChangeLeavesWhatItDoesNotName()
{
    const Contact seen = added();
    Contact theirs = seen;
    theirs.note = u"周末转手机"_s;
    must(m_commands->change(seen, theirs));
    Contact mine = seen; // looked at before that
    mine.duty = u"专线报障"_s;
    must(m_commands->change(seen, mine));
    QTRY_COMPARE(m_book->find(seen.id)->duty, u"专线报障"_s);
    QCOMPARE(m_book->find(seen.id)->note, u"周末转手机"_s);
    const qsizetype before = entries(u"guard"_s).size();
    must(m_commands->change(mine, mine));
    QCOMPARE(entries(u"guard"_s).size(), before);
}

void TestContactCommands::whatTheRulesRefuse()
{
    const auto codeOfAdding = [this](const Contact &contact) {
        auto saved = m_commands->add({contact});
        saved.waitForFinished();
        return saved.result() ? QString() : saved.result().error().code;
    };
    Contact nameless = carrier();
    nameless.name = u"  "_s;
    QCOMPARE(codeOfAdding(nameless), u"title_missing"_s);
    Contact odd = carrier();
    odd.ways.first().kind = u"pigeon"_s;
    QCOMPARE(codeOfAdding(odd), u"doc_invalid"_s);
    Contact many = carrier();
    many.ways.resize(21, {u"phone"_s, u"1"_s});
    QCOMPARE(codeOfAdding(many), u"doc_invalid"_s);
    Contact stranger = carrier();
    stranger.person = u"nobody"_s;
    QCOMPARE(codeOfAdding(stranger), u"person_unknown"_s);
}

void TestContactCommands::whoWasReachedIsVerified()
{
    const Contact made = added();
    QVERIFY(made.isVerificationDue(m_clock.now()));
    m_clock.pass(60s);
    const base::Instant called = m_clock.now();
    must(m_commands->called(made, u"010-5550 1234"_s, CallResult::Reached, {}));
    QTRY_VERIFY(m_book->find(made.id)->verifiedAt.has_value());
    const Contact &now = *m_book->find(made.id);
    QCOMPARE(*now.verifiedAt, called);
    QCOMPARE(now.verifiedBy, m_login);
    QCOMPARE(now.verifiedWay, u"010-5550 1234"_s);
    QVERIFY(!now.isVerificationDue(called + 29 * 24h));
    QVERIFY(now.isVerificationDue(called + 30 * 24h));
    const auto calls = entries(u"call"_s);
    QCOMPARE(calls.size(), 1);
    QCOMPARE(domain::text(calls.first(), "code"_L1), u"contact_reached"_s);
    QCOMPARE(domain::text(calls.first(), "author"_L1), m_login);
    QVERIFY(domain::uuid(calls.first(), "incident"_L1).isNull());
}

void TestContactCommands::whoWasNotReachedIsNot()
{
    const Contact made = added();
    must(m_commands->called(made, u"13900000001"_s, CallResult::NoAnswer, {}));
    must(m_commands->called(made, u"13900000001"_s, CallResult::Busy, {}));
    const auto calls = entries(u"call"_s);
    QCOMPARE(calls.size(), 2);
    QCOMPARE(domain::text(calls.at(0), "code"_L1), u"contact_no_answer"_s);
    QCOMPARE(domain::text(calls.at(1), "code"_L1), u"contact_busy"_s);
    m_book->load();
    QSignalSpy read(m_book.get(), &ContactBook::changed);
    QVERIFY(read.wait());
    QVERIFY(!m_book->find(made.id)->verifiedAt);
}

void TestContactCommands::aCallIsOfItsIncident()
{
    const Contact made = added();
    const QUuid mine = incident();
    const QUuid other = incident();
    Calls calls(*m_store, m_clock);
    calls.setIncident(mine);
    must(m_commands->called(made, u"13900000001"_s, CallResult::NoAnswer, mine));
    QTRY_VERIFY(calls.last(made.id) != nullptr);
    QCOMPARE(calls.last(made.id)->result, CallResult::NoAnswer);
    QCOMPARE(calls.last(made.id)->author, m_login);
    QCOMPARE(calls.last(made.id)->at, m_clock.now());
    QCOMPARE(domain::uuid(entries(u"call"_s).first(), "incident"_L1), mine);
    QSignalSpy read(&calls, &Calls::changed);
    calls.setIncident(other);
    QVERIFY(read.wait());
    QVERIFY(!calls.last(made.id));
    calls.setIncident({});
    QVERIFY(read.wait());
    QVERIFY(!calls.last(made.id));
    must(m_commands->called(made, u"13900000001"_s, CallResult::Busy, {}));
    QTRY_VERIFY(calls.last(made.id) != nullptr);
    m_clock.pass(25h); // a day later it is no news
    calls.setIncident({});
    QVERIFY(read.wait());
    QTRY_VERIFY(!calls.last(made.id));
}

void TestContactCommands::theLastCallOfAWay()
{
    const Contact made = added();
    const QUuid mine = incident();
    Calls calls(*m_store, m_clock);
    calls.setIncident(mine);
    must(m_commands->called(made, u"13900000001"_s, CallResult::Busy, mine));
    m_clock.pass(10s);
    must(m_commands->called(made, u"010-5550 1234"_s, CallResult::Reached, mine));
    QTRY_VERIFY(calls.last(made.id) && calls.last(made.id)->result == CallResult::Reached);
    QCOMPARE(calls.last(made.id, u"13900000001"_s)->result, CallResult::Busy);
    QVERIFY(!calls.last(made.id, u"other"_s));
}

void TestContactCommands::thoseWithARole()
{
    const QUuid mine = incident();
    Calls calls(*m_store, m_clock);
    calls.setIncident(mine);
    must(m_store->save({{.table = u"incident_role"_s,
                           .id = base::newId(m_clock.now()),
                           .set = {{u"incident"_s, base::toText(mine)}, {u"role"_s, u"commander"_s},
                               {u"person"_s, m_login}}}},
        {.login = m_login, .session = {}, .sessionKey = {}}));
    QTRY_COMPARE(calls.people(), QStringList({m_login}));
}

QTEST_GUILESS_MAIN(TestContactCommands)
#include "tst_contactcommands.moc"
