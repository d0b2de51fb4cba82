// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/roster/rosterdesk.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/domain/walltime.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

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
    : m_clock(at(18, 14, 32))
{
    auto store = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, m_clock);
    if (!store)
        qFatal("open: %s", qPrintable(store.error().detail));
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"chen"_s, .name = u"陈思远"_s}, {});
    set.waitForFinished();
    m_login = *set.result();
    const auto author = [this] {
        return store::Author{.login = m_login, .session = {}, .sessionKey = {}};
    };
    const QList<std::pair<QString, QString>> colleagues{
        {u"li"_s, u"李泽"_s}, {u"zhou"_s, u"周敏"_s}, {u"wang"_s, u"王安然"_s}};
    for (const auto &[login, name] : colleagues) {
        auto saved = m_store->save(
            {{.table = u"person"_s,
                .id = base::newId(m_clock.now()),
                .set = {{u"login"_s, login}, {u"name"_s, name}, {u"active"_s, true}}}},
            author());
        saved.waitForFinished();
        if (!saved.result())
            qFatal("person: %s", qPrintable(saved.result().error().code));
    }
    m_language.use(words::Language::Code::Chinese);
    m_theme.setTextSize(style::TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_directory = std::make_unique<incidents::Directory>(*m_store);
    m_book = std::make_unique<roster::RosterBook>(*m_store, m_clock);
    m_commands = std::make_unique<roster::RosterCommands>(*m_store, m_clock, author);
    const ui::RosterNeeds needs{*m_book, *m_commands, *m_directory, m_clock,
        [this] { return m_login; }, [] { return shanghai(); },
        [this] { return m_language.isEnglish(); }};
    m_page = new ui::RosterPage(m_theme, needs);
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    m_window.resize(1376, 820);
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window) || !QTest::qWaitFor([this] {
            return m_book->isLoaded() && m_directory->people().size() == 4;
        }))
        qFatal("the desk did not open");
}

void RosterDesk::setNow(base::Instant now)
{
    m_clock.set(now);
    m_page->tick();
}

void RosterDesk::sitDown(const QString &login)
{
    m_login = login;
    m_page->refresh();
}

QUuid RosterDesk::must(const store::SavedFuture &saved)
{
    QSignalSpy read(m_book.get(), &roster::RosterBook::changed);
    auto done = saved;
    done.waitForFinished();
    if (!done.result())
        qFatal("refused: %s", qPrintable(done.result().error().code));
    if (!read.wait())
        qFatal("the book did not hear of it");
    return domain::uuid(done.result()->rows.first(), "id"_L1);
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

QStringList RosterDesk::entries()
{
    auto rows = m_store->read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"log_entry", u"kind = 'guard'"_s, {}, u"ORDER BY rowid"_s);
    });
    rows.waitForFinished();
    const base::Result<QList<domain::Row>> read = rows.result();
    QStringList codes;
    for (const domain::Row &row : *read)
        codes.append(domain::text(row, "code"_L1));
    return codes;
}

void RosterDesk::picture(const QString &name)
{
    const QString dir = qEnvironmentVariable("WATCHROOM_PICTURES");
    if (dir.isEmpty())
        return;
    for (const auto &[kind, look] : {std::pair(style::ThemeKind::Light, u"light"_s),
             std::pair(style::ThemeKind::Dark, u"dark"_s)}) {
        m_theme.setKind(kind);
        for (int i = 0; i < 5; ++i) // layouts settle
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        if (!m_window.grab().save(u"%1/%2-%3.png"_s.arg(dir, name, look)))
            qFatal("the picture cannot be written");
    }
}

} // namespace watchroom::test
