// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/roster/rosterdesk.h"

#include "app/domain/walltime.h"
#include "tests/ui/standingclock.h"

#include <QSignalSpy>

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {
const QTimeZone &shanghai()
{
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}
} // namespace

base::Instant RosterDesk::at(int day, int hour, int minute)
{
    return domain::instantOf(
        QDateTime(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC), shanghai());
}

RosterDesk::RosterDesk()
    : StandaloneDesk(std::make_unique<StandingClock>(at(18, 14, 32)),
        {{u"li"_s, u"李泽"_s}, {u"zhou"_s, u"周敏"_s}, {u"wang"_s, u"王安然"_s}})
{
    m_book = std::make_unique<roster::RosterBook>(store(), clock());
    m_commands = std::make_unique<roster::RosterCommands>(store(), clock(), author());
    const ui::RosterNeeds needs{*m_book, *m_commands, directory(), clock(),
        [this] { return login(); }, [] { return shanghai(); },
        [this] { return language().isEnglish(); }};
    m_page = new ui::RosterPage(theme(), needs);
    show(m_page, {1376, 820},
        [this] { return m_book->isLoaded() && directory().people().size() == 4; });
}

// It looks at what this desk holds.
RosterDesk::~RosterDesk()
{
    delete m_page;
}

void RosterDesk::setNow(base::Instant now)
{
    static_cast<StandingClock &>(clock()).set(now);
    m_page->tick();
}

void RosterDesk::sitDown(const QString &login)
{
    StandaloneDesk::sitDown(login);
    m_page->refresh();
}

QUuid RosterDesk::must(const store::SavedFuture &saved)
{
    QSignalSpy read(m_book.get(), &roster::RosterBook::changed);
    const store::Saved done = StandaloneDesk::must(saved);
    if (!read.wait())
        qFatal("the book did not hear of it");
    return domain::uuid(done.rows.first(), "id"_L1);
}

QUuid RosterDesk::add(const domain::Rotation &rotation)
{
    return must(m_commands->saveRotation(rotation));
}

QUuid RosterDesk::add(const roster::NewChange &change)
{
    return must(m_commands->change(change));
}

void RosterDesk::rotate(const QString &position, const QStringList &day, const QStringList &night)
{
    domain::Rotation rotation;
    rotation.position = position;
    rotation.zone = "Asia/Shanghai";
    rotation.startsOn = QDate(2026, 3, 16);
    rotation.unit = domain::Rotation::Unit::Days;
    rotation.slot = u"day"_s;
    rotation.handoff = QTime(8, 0);
    rotation.hours = domain::DailyHours{QTime(8, 0), QTime(20, 0)};
    rotation.members = day;
    add(rotation);
    rotation.slot = u"night"_s;
    rotation.handoff = QTime(20, 0);
    rotation.hours = domain::DailyHours{QTime(20, 0), QTime(8, 0)};
    rotation.members = night;
    add(rotation);
}

} // namespace watchroom::test
