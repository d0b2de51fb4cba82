// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/noticeworld.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

namespace watchroom::test {

namespace {

constexpr int kPatience = 30'000; ///< ms
constexpr int kSides = 2;
constexpr int kUsuallyThere = 70; ///< per cent of the texts that come with their rows
constexpr int kMostHours = 72; ///< that a clock is wrong

} // namespace

NoticeWorld::NoticeWorld(
    SharedServer &server, QRandomGenerator &random, NoticeTally &tally, int scenarios)
    : m_server(server)
    , m_random(random)
    , m_tally(tally)
    , m_texts(random)
    , m_acts(random, m_texts, m_desks)
    , m_scenarios(std::size_t(scenarios))
{
}

NoticeWorld::~NoticeWorld()
{
    for (auto &desk : m_desks)
        desk.reset();
    (void)m_server.query(
        u"postgres"_s, u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(m_database));
}

QString NoticeWorld::begin()
{
    m_database = m_server.newDatabase();
    const QStringList people{u"chen"_s, u"zhou"_s};
    for (int side = 0; side < kSides; ++side) {
        const QString station = u"desk-%1"_s.arg(side + 1);
        const auto info = m_server.station(station, m_database);
        auto &desk = m_desks[std::size_t(side)];
        desk = std::make_unique<NoticeDesk>(info, quint16(m_server.cluster.port()));
        if (const QString trouble = desk->begin(info, station, people.at(side)); !trouble.isEmpty())
            return trouble;
    }
    for (NoticeScenario &scenario : m_scenarios)
        if (const QString trouble = m_acts.open(scenario); !trouble.isEmpty())
            return trouble;
    const QString trouble = m_acts.keepTexts(m_scenarios, 100);
    return trouble.isEmpty() ? settle() : trouble;
}

QString NoticeWorld::live()
{
    const int early = m_random.bounded(kSides);
    const int hours = 1 + m_random.bounded(kMostHours);
    const int sign = m_random.bounded(2) == 0 ? 1 : -1;
    const Step again = [this] { return startAgain(); };
    const Step back = [this] { return goBack(); };
    QList<Step> steps{[this] { return round(); }, again, back,
        [=, this] { return cutOff(early, sign * hours, again); },
        [=, this] { return cutOff(1 - early, -sign * hours, back); }};
    std::shuffle(steps.begin(), steps.end(), m_random);
    steps.prepend([this] { return round(); });
    steps.prepend([this] { return begin(); });
    for (const auto &step : std::as_const(steps))
        if (const QString trouble = step(); !trouble.isEmpty())
            return trouble;
    for (const NoticeScenario &scenario : m_scenarios)
        m_tally.add(scenario.befell);
    return {};
}

/// A desk is alone for some rounds, in which nobody corrects its clock.
QString NoticeWorld::cutOff(int side, int hours, const Step &meanwhile)
{
    NoticeDesk &desk = at(side);
    desk.cut();
    desk.setClockOff(std::chrono::hours(hours));
    const Step alone = [this] { return round(); };
    for (const Step &step : {alone, meanwhile, alone})
        if (const QString trouble = step(); !trouble.isEmpty())
            return trouble;
    desk.heal();
    return round();
}

QString NoticeWorld::startAgain()
{
    const int side = m_random.bounded(kSides);
    at(side).restart();
    for (NoticeScenario &scenario : m_scenarios)
        if (!scenario.sides[std::size_t(side)].run.isNull())
            scenario.befell.insert(u"restart"_s);
    const auto isLoaded = [&] { return at(side).runs().isLoaded(); };
    return QTest::qWaitFor(isLoaded, kPatience) ? round() : u"a start does not end"_s;
}

/// What is done in one round is lost on the server, and sent again.
QString NoticeWorld::goBack()
{
    const std::array cut{at(0).isCut(), at(1).isCut()};
    const auto heal = [&] {
        for (int side = 0; side < kSides; ++side)
            if (!cut[std::size_t(side)])
                at(side).heal();
    };
    for (const auto &desk : m_desks)
        desk->cut();
    if (!m_server.cluster.terminateConnections(m_database))
        return QString::fromUtf8(m_server.cluster.error());
    const QString backup = m_server.cluster.copyDatabase(m_database);
    if (backup.isEmpty())
        return QString::fromUtf8(m_server.cluster.error());
    heal();
    m_willBeLost = true;
    QString trouble = round();
    m_willBeLost = false;
    for (const auto &desk : m_desks)
        desk->cut();
    if (trouble.isEmpty())
        trouble = putBack(backup);
    heal();
    if (trouble.isEmpty())
        trouble = settle();
    if (trouble.isEmpty())
        look();
    return trouble;
}

QString NoticeWorld::putBack(const QString &backup)
{
    const QString super = m_server.cluster.superConninfo(u"postgres"_s);
    for (const QString &sql : {u"DROP DATABASE %1 WITH (FORCE);"_s.arg(m_database),
             u"ALTER DATABASE %1 RENAME TO %2;"_s.arg(backup, m_database)})
        if (const auto output = m_server.cluster.psql(super, sql); output.exitCode != 0)
            return output.err;
    remote::ServerAdmin admin;
    const auto opened =
        admin.open(*remote::ConnInfo::parse(m_server.cluster.adminConninfo(m_database)));
    if (!opened)
        return opened.error().detail;
    const auto adopted = admin.adopt();
    return adopted ? QString() : adopted.error().detail;
}

QString NoticeWorld::round()
{
    for (NoticeScenario &scenario : m_scenarios) {
        if (const QString trouble = m_acts.act(scenario); !trouble.isEmpty())
            return trouble;
        if (m_willBeLost)
            scenario.befell.insert(at(0).isCut() || at(1).isCut()
                    ? u"rollback while a desk was cut off"_s
                    : u"rollback"_s);
    }
    QString trouble = m_acts.keepTexts(m_scenarios, kUsuallyThere);
    if (trouble.isEmpty())
        trouble = settle();
    if (trouble.isEmpty())
        look();
    return trouble;
}

/// Whoever is connected has everything, and sent everything.
QString NoticeWorld::settle()
{
    const QDeadlineTimer deadline(kPatience);
    const auto everyone = [this](const std::function<bool(const NoticeDesk &)> &is) {
        return std::ranges::all_of(
            m_desks, [&is](const auto &desk) { return desk->isCut() || is(*desk); });
    };
    const auto isSent = [](const NoticeDesk &desk) {
        return desk.desk().replica->counts().result().pending == 0;
    };
    bool equal = false;
    while (!equal && !deadline.hasExpired()) {
        (void)QTest::qWaitFor([&] { return everyone(isSent); }, kPatience);
        const QString there = serverContents(m_server, m_database);
        const auto isEqual = [&there](const NoticeDesk &desk) {
            return desk.desk().contents() == there;
        };
        equal = QTest::qWaitFor([&] { return everyone(isEqual); }, 500);
    }
    if (!equal)
        return u"the desks do not get equal to the server"_s;
    if (const QString trouble = readPublished(); !trouble.isEmpty())
        return trouble;
    if (!QTest::qWaitFor([this] { return areTextsThere(); }, kPatience))
        return u"the texts do not arrive"_s;
    learn();
    return {};
}

} // namespace watchroom::test
