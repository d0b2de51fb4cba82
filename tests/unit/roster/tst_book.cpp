// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/roster/rosterbook.h"
#include "app/roster/rostercommands.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;

namespace {

/// Noon of 18 March 2026 in Shanghai, for ever.
class NoonClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override
    {
        return *base::fromIso(u"2026-03-18T04:00:00Z");
    }
};

} // namespace

/// The roster is read anew whenever one of its rows changes.
class TestRosterBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void beginsWithTheFirstPositions();
    void followsRotations();
    void followsChangesAndTheirAnswers();
    void followsCheckIns();
    void whoIsSwitchedOffIsNotOnDuty();

private:
    QUuid must(const store::SavedFuture &saved);
    QUuid rotate(const QStringList &members);

    NoonClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<roster::RosterCommands> m_commands;
    std::unique_ptr<roster::RosterBook> m_book;
    QString m_login;
    QUuid m_zhou;
};

void TestRosterBook::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = store::Store::open(m_dir->path(), store::Store::Mode::Standalone, m_clock);
    QVERIFY(store.has_value());
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    m_login = *set.result();
    const auto author = [this] {
        return store::Author{.login = m_login, .session = {}, .sessionKey = {}};
    };
    m_zhou = base::newId(m_clock.now());
    auto colleague = m_store->save(
        {{.table = u"person"_s,
            .id = m_zhou,
            .set = {{u"login"_s, u"zhou"_s}, {u"name"_s, u"周敏"_s}, {u"active"_s, true}}}},
        author());
    colleague.waitForFinished();
    QVERIFY(colleague.result().has_value());
    m_commands = std::make_unique<roster::RosterCommands>(*m_store, m_clock, author);
    m_book = std::make_unique<roster::RosterBook>(*m_store, m_clock);
    QTRY_VERIFY(m_book->isLoaded());
}

void TestRosterBook::cleanup()
{
    m_book.reset();
    m_commands.reset();
    m_store.reset();
    m_dir.reset();
}

QUuid TestRosterBook::must(const store::SavedFuture &saved)
{
    auto done = saved;
    done.waitForFinished();
    if (!done.result())
        qFatal("refused: %s", qPrintable(done.result().error().code));
    return domain::uuid(done.result()->rows.first(), "id"_L1);
}

QUuid TestRosterBook::rotate(const QStringList &members)
{
    domain::Rotation rotation;
    rotation.position = u"network"_s;
    rotation.slot = u"day"_s;
    rotation.zone = "Asia/Shanghai";
    rotation.startsOn = QDate(2026, 3, 16);
    rotation.handoff = QTime(8, 0);
    rotation.unit = domain::Rotation::Unit::Days;
    rotation.members = members;
    return must(m_commands->saveRotation(rotation));
}

void TestRosterBook::beginsWithTheFirstPositions()
{
    QStringList codes;
    for (const domain::Position &position : m_book->state().positions)
        codes.append(position.code);
    QCOMPARE(codes,
        (QStringList{u"shift_lead"_s, u"network"_s, u"audio_video"_s, u"system"_s, u"scribe"_s,
            u"coordinator"_s}));
    QVERIFY(m_book->state().rotations().isEmpty());
    QCOMPARE(m_book->state().active, (QSet<QString>{u"chen"_s, u"zhou"_s}));
}

void TestRosterBook::followsRotations()
{
    QSignalSpy changed(m_book.get(), &roster::RosterBook::changed);
    const QUuid id = rotate({u"zhou"_s});
    QTRY_COMPARE(m_book->state().rotations().size(), 1);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(m_book->state().rotations().first().members, QStringList{u"zhou"_s});
    must(m_commands->endRotation(id, QDate(2026, 3, 20)));
    QTRY_COMPARE(m_book->state().rotations().first().endsOn, QDate(2026, 3, 20));
    must(m_commands->removeRotation(id));
    QTRY_VERIFY(m_book->state().rotations().isEmpty());
}

void TestRosterBook::followsChangesAndTheirAnswers()
{
    rotate({u"chen"_s});
    m_login = u"zhou"_s;
    const base::Instant now = m_clock.now();
    const QUuid id = must(m_commands->change({.kind = u"cover"_s,
        .position = u"network"_s,
        .person = u"chen"_s,
        .replaces = u"zhou"_s,
        .from = now + std::chrono::hours(1),
        .until = now + std::chrono::hours(2)}));
    QTRY_COMPARE(m_book->state().changes.size(), 1);
    QCOMPARE(m_book->state().changes.first().state, u"asked"_s);
    QCOMPARE(m_book->state().changes.first().askedOf, u"chen"_s);
    QVERIFY(m_book->state().roster.overrides.isEmpty());
    m_login = u"chen"_s;
    must(m_commands->accept(id));
    QTRY_COMPARE(m_book->state().roster.overrides.size(), 1);
}

void TestRosterBook::followsCheckIns()
{
    must(m_commands->checkIn(u"network"_s));
    QTRY_COMPARE(m_book->state().checkIns.size(), 1);
    const roster::CheckIn &there = m_book->state().checkIns.first();
    QCOMPARE(there.person, u"chen"_s);
    QCOMPARE(there.position, u"network"_s);
    QCOMPARE(there.at, m_clock.now());
}

void TestRosterBook::whoIsSwitchedOffIsNotOnDuty()
{
    rotate({u"zhou"_s});
    QTRY_COMPARE(m_book->state().rotations().size(), 1);
    const auto on = [this] {
        const auto now = m_clock.now();
        return domain::onDuty(
            domain::shiftsOf(m_book->state().roster, now, now + base::Seconds(1)), now)
            .first()
            .person;
    };
    QCOMPARE(on(), u"zhou"_s);
    must(m_store->save({{.table = u"person"_s,
                           .id = m_zhou,
                           .kind = domain::OperationKind::Update,
                           .set = {{u"active"_s, false}}}},
        {.login = u"chen"_s, .session = {}, .sessionKey = {}}));
    QTRY_COMPARE(on(), QString());
}

QTEST_GUILESS_MAIN(TestRosterBook)

#include "tst_book.moc"
