// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/incidents/timerkeeper.h"
#include "app/store/store.h"
#include "ui/shell/alarm.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace watchroom;
using namespace Qt::StringLiterals;
using ui::Alarm;

namespace {

/// A clock that stands still until it is moved.
class StillClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override
    {
        return base::Instant{std::chrono::seconds{m_seconds.load()}};
    }
    void advance(std::chrono::seconds by) { m_seconds += by.count(); }

private:
    std::atomic<qint64> m_seconds = 1'773'800'000;
};

} // namespace

/// What calls, what silences it, and what does not; over a real workspace.
class TestAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void redCallsUntilItIsAcknowledged();
    void yellowAndBlueDoNotCall();
    void claimingSilences();
    void raisingCallsAgain();
    void aLapsedAcknowledgementCallsAgain();
    void activityKeepsTheAcknowledgement();
    void aBreachIsToldOnce();
    void whatWasOverBeforeIsNoNews();
    void recoveredNoLongerCalls();
    void oneCallForAllTheOldestFirst();
    void mutedForAMinuteAndNotAcknowledged();
    void saysWhenItCannotSound();

private:
    QUuid open(const QString &title, const QString &level);
    void done(const incidents::SavedFuture &future);
    [[nodiscard]] QStringList calling() const;

    StillClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_login;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::Directory> m_directory;
    std::unique_ptr<incidents::IncidentCommands> m_commands;
    std::unique_ptr<incidents::IncidentsModel> m_model;
    std::unique_ptr<incidents::TimerKeeper> m_timers;
    std::unique_ptr<Alarm> m_alarm;
};

void TestAlarm::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto opened = store::Store::open(m_dir->path(), store::Store::Mode::Standalone, m_clock);
    QVERIFY(opened.has_value());
    m_store = std::move(*opened);
    const auto set =
        m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {}).result();
    QVERIFY(set.has_value());
    m_login = *set;
    m_directory = std::make_unique<incidents::Directory>(*m_store);
    m_commands = std::make_unique<incidents::IncidentCommands>(*m_store, m_clock,
        [this] { return store::Author{.login = m_login, .session = {}, .sessionKey = {}}; });
    m_model = std::make_unique<incidents::IncidentsModel>(
        *m_store, *m_directory, incidents::IncidentsModel::Scope::Open);
    m_timers = std::make_unique<incidents::TimerKeeper>(*m_store, m_clock);
    m_alarm = std::make_unique<Alarm>(*m_model, *m_timers, m_clock);
    QTRY_VERIFY(m_model->isLoaded());
}

void TestAlarm::cleanup()
{
    m_alarm.reset();
    m_timers.reset();
    m_model.reset();
    m_commands.reset();
    m_directory.reset();
    m_store.reset();
}

void TestAlarm::done(const incidents::SavedFuture &future)
{
    const auto saved = future.result();
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().code));
}

QUuid TestAlarm::open(const QString &title, const QString &level)
{
    const auto saved = m_commands->open({.title = title, .level = level}).result();
    const QUuid id =
        saved ? QUuid::fromString(saved->rows.first().value("id"_L1).toString()) : QUuid();
    if (!QTest::qWaitFor([&] { return m_model->find(id) != nullptr; }))
        qFatal("the incident did not come");
    return id;
}

QStringList TestAlarm::calling() const
{
    QStringList titles;
    for (const incidents::Incident &incident : m_alarm->calling())
        titles.append(incident.title);
    return titles;
}

void TestAlarm::redCallsUntilItIsAcknowledged()
{
    QSignalSpy changed(m_alarm.get(), &Alarm::callingChanged);
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    QTRY_COMPARE(calling(), QStringList{u"会诊中断"_s});
    QTRY_COMPARE(changed.count(), 1);
    done(m_commands->acknowledge(id));
    QTRY_VERIFY(calling().isEmpty());
    QTRY_COMPARE(changed.count(), 2);
}

void TestAlarm::yellowAndBlueDoNotCall()
{
    open(u"抖动"_s, u"yellow"_s);
    open(u"MOS 偏低"_s, u"blue"_s);
    QVERIFY(calling().isEmpty());
    QVERIFY(!m_alarm->isSounding());
}

void TestAlarm::claimingSilences()
{
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    done(m_commands->claim(id));
    QTRY_VERIFY(calling().isEmpty());
}

void TestAlarm::raisingCallsAgain()
{
    const QUuid id = open(u"抖动"_s, u"yellow"_s);
    done(m_commands->claim(id));
    QVERIFY(calling().isEmpty());
    // A rise cancels every acknowledgement: the others have not heard.
    done(m_commands->setLevel(id, u"red"_s));
    QTRY_COMPARE(calling(), QStringList{u"抖动"_s});
}

void TestAlarm::aLapsedAcknowledgementCallsAgain()
{
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    done(m_commands->claim(id));
    QTRY_VERIFY(m_timers->clocksOf(id).lapses);
    QVERIFY(calling().isEmpty());
    m_clock.advance(std::chrono::minutes(15)); // the policy's, for red
    QTRY_COMPARE(calling(), QStringList{u"会诊中断"_s});
    done(m_commands->acknowledge(id));
    QTRY_VERIFY(calling().isEmpty());
}

void TestAlarm::activityKeepsTheAcknowledgement()
{
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    done(m_commands->claim(id));
    m_clock.advance(std::chrono::minutes(14));
    done(m_commands->addEntry({.incident = id, .text = u"已联系运营商"_s}));
    const base::Instant written = m_clock.now();
    QTRY_COMPARE(m_timers->clocksOf(id).lapses, written + std::chrono::minutes(15));
    m_clock.advance(std::chrono::minutes(14));
    QVERIFY(!m_timers->hasLapsed(id));
}

void TestAlarm::aBreachIsToldOnce()
{
    QSignalSpy breached(m_alarm.get(), &Alarm::breached);
    const QUuid yellow = open(u"抖动"_s, u"yellow"_s);
    done(m_commands->claim(yellow));
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    done(m_commands->claim(id));
    done(m_commands->advance(id, {.to = u"assessment"_s})); // ten minutes
    QTRY_COMPARE(m_model->find(id)->stage, u"assessment"_s);
    QTRY_VERIFY(m_timers->clocksOf(id).lapses);
    m_clock.advance(std::chrono::minutes(10));
    QTRY_COMPARE(breached.count(), 1);
    QCOMPARE(breached.front().front().toUuid(), id);
    QVERIFY(calling().isEmpty());
    done(m_commands->addEntry({.incident = id, .text = u"还在查"_s}));
    m_clock.advance(std::chrono::minutes(6)); // the yellow one's Detection is over
    QTRY_COMPARE(m_timers->clocksOf(id).lapses, m_clock.now() + std::chrono::minutes(9));
    QCOMPARE(breached.count(), 1);
}

void TestAlarm::whatWasOverBeforeIsNoNews()
{
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    done(m_commands->claim(id));
    m_alarm.reset();
    m_clock.advance(std::chrono::minutes(3));
    m_alarm = std::make_unique<Alarm>(*m_model, *m_timers, m_clock);
    QSignalSpy breached(m_alarm.get(), &Alarm::breached);
    open(u"抖动"_s, u"yellow"_s);
    done(m_commands->addEntry({.incident = id, .text = u"还在查"_s}));
    QTRY_COMPARE(m_timers->clocksOf(id).lapses, m_clock.now() + std::chrono::minutes(15));
    QVERIFY(breached.isEmpty());
}

void TestAlarm::recoveredNoLongerCalls()
{
    const QUuid id = open(u"会诊中断"_s, u"red"_s);
    QTRY_COMPARE(calling().size(), 1);
    const store::Author station{};
    const auto recovered =
        m_store
            ->save({{.table = u"incident"_s,
                       .id = id,
                       .kind = domain::OperationKind::Update,
                       .set = {{u"recovered_at"_s, base::toIso(m_clock.now())}, {u"fence"_s, 1}}}},
                station)
            .result();
    QVERIFY2(recovered.has_value(), recovered ? "" : qPrintable(recovered.error().code));
    QTRY_VERIFY(calling().isEmpty());
}

void TestAlarm::oneCallForAllTheOldestFirst()
{
    open(u"第一起"_s, u"red"_s);
    m_clock.advance(std::chrono::seconds(30));
    open(u"第二起"_s, u"red"_s);
    QTRY_COMPARE(calling(), (QStringList{u"第一起"_s, u"第二起"_s}));
}

void TestAlarm::mutedForAMinuteAndNotAcknowledged()
{
    open(u"会诊中断"_s, u"red"_s);
    QTRY_COMPARE(calling().size(), 1);
    QCOMPARE(m_alarm->isSounding(), m_alarm->canSound());
    m_alarm->mute();
    QVERIFY(m_alarm->isMuted());
    QVERIFY(!m_alarm->isSounding());
    QCOMPARE(calling().size(), 1); // nobody has it yet
    m_clock.advance(std::chrono::seconds(59));
    QVERIFY(m_alarm->isMuted());
    m_clock.advance(std::chrono::seconds(1));
    QVERIFY(!m_alarm->isMuted());
    // Whatever happens next on the board lets it be heard again.
    open(u"抖动"_s, u"yellow"_s);
    QTRY_COMPARE(m_alarm->isSounding(), m_alarm->canSound());
}

void TestAlarm::saysWhenItCannotSound()
{
    // A machine without an output must never pass for one that sounds.
    open(u"会诊中断"_s, u"red"_s);
    QTRY_COMPARE(calling().size(), 1);
    QVERIFY(m_alarm->canSound() || !m_alarm->isSounding());
}

QTEST_MAIN(TestAlarm)
#include "tst_alarm.moc"
