// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "tests/ui/alarm/desktop.h"
#include "tests/ui/alarm/soundcard.h"
#include "ui/shell/alarm.h"
#include "ui/style/theme.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::incidents;
using namespace Qt::StringLiterals;

/// What the room hears of a red incident: real sound out of a real sound server, and a real call of
/// the desktop's notification service. The functions are one story, in order.
class TestAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyRedIsLoud();
    void redSoundsAndNotifies();
    void acknowledgingEndsIt();
    void muteIsNoAcknowledgement();
    void whatStopsSoundingIsSaid();
    void cleanupTestCase();

private:
    [[nodiscard]] QUuid open(const QString &title, const QString &level);
    /// Something loud is played within ten seconds.
    [[nodiscard]] bool isLoud();
    /// Nothing at all was played for half a second.
    [[nodiscard]] bool isSilent();

    static constexpr int kLoud = 8000; ///< of 32767

    QTemporaryDir m_dir;
    test::SoundCard m_card;
    test::Desktop m_desktop;
    base::CorrectedClock m_clock;
    style::Theme m_theme; ///< brings the sounds with the other resources
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Directory> m_directory;
    std::unique_ptr<IncidentCommands> m_commands;
    std::unique_ptr<IncidentsModel> m_model;
    std::unique_ptr<TimerKeeper> m_timers;
    std::unique_ptr<ui::Alarm> m_alarm;
    QUuid m_first;
};

void TestAlarm::initTestCase()
{
    qputenv("PULSE_SERVER", m_card.address());
    QVERIFY(m_card.plug());
    QVERIFY(m_desktop.start());
    auto store = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, m_clock);
    QVERIFY(store);
    m_store = std::move(*store);
    QVERIFY(m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {}).result());
    m_directory = std::make_unique<Directory>(*m_store);
    m_commands = std::make_unique<IncidentCommands>(*m_store, m_clock,
        [] { return store::Author{.login = u"chen"_s, .session = {}, .sessionKey = {}}; });
    m_model = std::make_unique<IncidentsModel>(*m_store, *m_directory, IncidentsModel::Scope::Open);
    m_timers = std::make_unique<TimerKeeper>(*m_store, m_clock);
    m_alarm = std::make_unique<ui::Alarm>(*m_model, *m_timers, m_clock);
    QTRY_VERIFY(m_model->isLoaded());
    QVERIFY(m_alarm->canSound());
}

void TestAlarm::cleanupTestCase()
{
    m_alarm.reset();
    m_timers.reset();
    m_model.reset();
    m_store.reset();
}

QUuid TestAlarm::open(const QString &title, const QString &level)
{
    const auto saved = m_commands->open({.title = title, .level = level}).result();
    return saved ? domain::uuid(saved->rows.constFirst(), "id"_L1) : QUuid();
}

bool TestAlarm::isLoud()
{
    return QTest::qWaitFor([this] { return m_card.peak() > kLoud; }, 10'000);
}

bool TestAlarm::isSilent()
{
    using namespace std::chrono_literals;
    (void)m_card.peak(); // what was on its way
    return QTest::qWaitFor([this] { return m_card.recorded() >= 500ms; }, 5000)
        && m_card.peak() == 0;
}

void TestAlarm::onlyRedIsLoud()
{
    QVERIFY(!open(u"抖动升至 42 ms"_s, u"yellow"_s).isNull());
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(isSilent());
    QVERIFY(m_desktop.notifications().isEmpty());
}

void TestAlarm::redSoundsAndNotifies()
{
    m_first = open(u"上行丢包 6.8%"_s, u"red"_s);
    QVERIFY(isLoud());
    QCOMPARE(m_alarm->calling().size(), 1);
    QTRY_COMPARE(m_desktop.notifications().size(), 1);
    const QString told = m_desktop.notifications().constFirst();
    QVERIFY2(
        told.contains(u"上行丢包 6.8%"_s) && told.contains(u"Red: act now #2"_s), qPrintable(told));
}

void TestAlarm::acknowledgingEndsIt()
{
    QVERIFY(m_commands->claim(m_first).result());
    QTRY_VERIFY(m_alarm->calling().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(isSilent(), 10'000);
    QCOMPARE(m_desktop.notifications().size(), 1);
}

void TestAlarm::muteIsNoAcknowledgement()
{
    const QUuid second = open(u"MCU-02 板卡离线"_s, u"red"_s);
    QVERIFY(isLoud());
    m_alarm->mute();
    QVERIFY(m_alarm->isMuted());
    QTRY_VERIFY_WITH_TIMEOUT(isSilent(), 10'000);
    // It is still called for: a mute is no acknowledgement.
    QCOMPARE(m_alarm->calling().constFirst().id, second);
    QVERIFY(!m_model->find(second)->isAcknowledged());
    QTRY_COMPARE(m_desktop.notifications().size(), 2);
}

void TestAlarm::whatStopsSoundingIsSaid()
{
    // As after a restart of the program: the second one still calls.
    m_alarm = std::make_unique<ui::Alarm>(*m_model, *m_timers, m_clock);
    QSignalSpy said(m_alarm.get(), &ui::Alarm::canSoundChanged);
    QVERIFY(!open(u"核心交换机主备未接管"_s, u"red"_s).isNull());
    QVERIFY(isLoud());
    QVERIFY(said.isEmpty());
    m_card.unplug();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
    QCOMPARE(said.constFirst().constFirst().toBool(), false);
    QVERIFY(!m_alarm->canSound() && !m_alarm->isSounding());
    QCOMPARE(m_alarm->calling().size(), 2);
}

QTEST_MAIN(TestAlarm)
#include "tst_alarm.moc"
