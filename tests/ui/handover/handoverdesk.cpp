// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/handover/handoverdesk.h"

#include "app/base/ids.h"
#include "app/domain/walltime.h"
#include "app/words/terms.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using tickets::NewWork;
using tickets::WorkKind;

namespace {
const QTimeZone &shanghai()
{
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}
} // namespace

base::Instant HandoverDesk::at(int day, int hour, int minute)
{
    return domain::instantOf(
        QDateTime(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC), shanghai());
}

HandoverDesk::HandoverDesk()
    : m_clock(at(18, 19, 41))
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
    m_language.use(words::Language::Code::Chinese);
    m_theme.setTextSize(style::TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_directory = std::make_unique<incidents::Directory>(*m_store);
    m_roster = std::make_unique<roster::RosterBook>(*m_store, m_clock);
    m_rosterCommands = std::make_unique<roster::RosterCommands>(*m_store, m_clock, author);
    m_work = std::make_unique<tickets::WorkCommands>(*m_store, m_clock, author);
    m_incidents = std::make_unique<incidents::IncidentCommands>(*m_store, m_clock, author);
    m_book = std::make_unique<handover::HandoverBook>(*m_store, m_clock);
    m_commands = std::make_unique<handover::HandoverCommands>(*m_store, m_clock, author);
    addPeople();
    addRoster();
    const ui::HandoverNeeds needs{.store = *m_store,
        .book = *m_book,
        .commands = *m_commands,
        .work = *m_work,
        .directory = *m_directory,
        .roster = *m_roster,
        .clock = m_clock,
        .me = [this] { return m_login; },
        .zone = [] { return shanghai(); },
        .position = [](const QString &code) { return words::position(code); },
        .station = [] { return u"desk-03"_s; },
        .sources =
            [] {
                return QList<handover::SheetSource>{
                    {.name = u"Prometheus"_s, .state = u"ok"_s, .since = {}}};
            },
        .awaySince = [this]() -> std::optional<base::Instant> {
            return m_away ? std::optional(at(18, 19, 36)) : std::nullopt;
        },
        .passwords = true,
        .prove =
            [](const QString &login, const QString &password,
                const ui::HandoverNeeds::Proved &answer) {
                // The login is the password here; who checks it for real is the console's.
                if (password == login)
                    answer(ui::Signer{
                        {.login = login, .session = {}, .sessionKey = {}}, u"password"_s});
                else
                    answer(
                        base::failure(base::Error::Kind::Denied, u"wrong"_s, u"password_wrong"_s));
            }};
    m_page = new ui::HandoverPage(m_theme, needs);
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    m_window.resize(1376, 820);
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window) || !QTest::qWaitFor([this] {
            return m_book->isLoaded() && m_roster->isLoaded() && m_directory->people().size() == 6
                && m_roster->state().roster.rotations.size() == 4;
        }))
        qFatal("the desk did not open");
}

void HandoverDesk::addPeople()
{
    const QList<std::pair<QString, QString>> colleagues{{u"liu"_s, u"刘洋"_s}, {u"li"_s, u"李泽"_s},
        {u"zhou"_s, u"周敏"_s}, {u"gao"_s, u"高婷"_s}, {u"luo"_s, u"罗晨"_s}};
    for (const auto &[login, name] : colleagues)
        must(m_store->save(
            {{.table = u"person"_s,
                .id = base::newId(m_clock.now()),
                .set = {{u"login"_s, login}, {u"name"_s, name}, {u"active"_s, true}}}},
            {.login = m_login, .session = {}, .sessionKey = {}}));
}

void HandoverDesk::addRoster()
{
    const auto add = [this](const QString &position, const QString &day, const QString &night) {
        for (const auto &[slot, from, until, who] :
            {std::tuple(u"day"_s, 8, 20, day), std::tuple(u"night"_s, 20, 8, night)}) {
            domain::Rotation rotation;
            rotation.position = position;
            rotation.zone = "Asia/Shanghai";
            rotation.startsOn = QDate(2026, 3, 16);
            rotation.unit = domain::Rotation::Unit::Days;
            rotation.slot = slot;
            rotation.handoff = QTime(from, 0);
            rotation.hours = domain::DailyHours{QTime(from, 0), QTime(until, 0)};
            rotation.members = {who};
            must(m_rosterCommands->saveRotation(rotation));
        }
    };
    add(u"shift_lead"_s, u"chen"_s, u"liu"_s);
    add(u"network"_s, u"li"_s, u"luo"_s);
}

store::Saved HandoverDesk::must(const store::SavedFuture &saved)
{
    auto done = saved;
    done.waitForFinished();
    if (!done.result())
        qFatal("refused: %s", qPrintable(done.result().error().code));
    return *done.result();
}

void HandoverDesk::settle()
{
    // The book reads after each change; what was asked now is behind what it asked before.
    for (int i = 0; i < 3; ++i) {
        auto read = m_store->read<int>([](store::Reader &) { return base::Result<int>(0); });
        read.waitForFinished();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
}

void HandoverDesk::setNow(base::Instant now)
{
    m_clock.set(now);
    m_page->tick();
}

void HandoverDesk::sitDown(const QString &login)
{
    m_login = login;
    m_page->refresh();
    m_page->begin();
}

void HandoverDesk::goAway(bool away)
{
    m_away = away;
    m_page->refresh();
}

template <class Do>
void HandoverDesk::as(const QString &login, Do act)
{
    const QString before = std::exchange(m_login, login);
    act();
    m_login = before;
}

void HandoverDesk::open()
{
    must(m_commands->open({.scope = u"desk"_s,
        .shiftAt = at(18, 20),
        .attempt = 1,
        .outgoing = u"chen"_s,
        .incoming = u"liu"_s,
        .outgoingPeople = {u"chen"_s, u"li"_s, u"zhou"_s},
        .incomingPeople = {u"liu"_s, u"gao"_s, u"luo"_s}}));
    if (!QTest::qWaitFor([this] { return m_book->state() && m_book->state()->isLive(); }))
        qFatal("the book did not hear of the handover");
}

QUuid HandoverDesk::ticket(const QString &title, const QString &level, const QString &owner,
    const QString &next, int dueHour, const QString &contingency)
{
    NewWork work{.kind = WorkKind::Ticket, .title = title, .level = level, .claim = true};
    if (!next.isEmpty())
        work.plan.nextAction = next;
    if (dueHour >= 0)
        work.plan.dueAt = at(18, dueHour, 30);
    if (!contingency.isEmpty())
        work.plan.contingency = contingency;
    QUuid id;
    as(owner, [&] { id = domain::uuid(must(m_work->open(work)).rows.first(), "id"_L1); });
    return id;
}

QUuid HandoverDesk::pending(const QString &title, const QString &level, const QString &owner,
    const QString &next, int dueHour)
{
    NewWork work{.kind = WorkKind::PendingItem, .title = title, .level = level, .claim = true};
    if (!next.isEmpty())
        work.plan.nextAction = next;
    if (dueHour >= 0)
        work.plan.dueAt = at(18, dueHour, 30);
    QUuid id;
    as(owner, [&] { id = domain::uuid(must(m_work->open(work)).rows.first(), "id"_L1); });
    return id;
}

QUuid HandoverDesk::incident(const QString &title, const QString &level, const QString &owner)
{
    QUuid id;
    as(owner, [&] {
        id = domain::uuid(
            must(m_incidents->open({.title = title, .level = level})).rows.first(), "id"_L1);
        must(m_incidents->claim(id));
    });
    return id;
}

void HandoverDesk::prepare()
{
    const QUuid red = ticket(u"MCU-02 板卡更换，备件 21:30 到"_s, u"red"_s, u"li"_s,
        u"等备件到场"_s, 21, u"若更换前新开四方会诊，则改走 MCU-05"_s);
    const QUuid yellow = ticket(u"备用出口切换申请，待院方批准"_s, u"yellow"_s, u"li"_s,
        u"等院方批准"_s, 20, u"若 20:30 未批，则报指挥协调层"_s);
    const QUuid blue =
        ticket(u"会诊预约短信延迟回访"_s, u"blue"_s, u"zhou"_s, u"回访三家医院"_s, 22);
    const QUuid note = pending(u"录制集群扩容排期"_s, u"blue"_s, u"zhou"_s, u"确认窗口"_s, 23);
    const QUuid event = incident(u"上海电信上行丢包"_s, u"yellow"_s, u"chen"_s);
    open();
    const QUuid id = state().id;
    const auto each = [&](const QUuid &subject, const QString &table, const QString &receiver) {
        as(u"chen"_s, [&] {
            handover::ItemChange change{.receiver = receiver};
            if (table == "incident"_L1) {
                change.nextAction = u"催运营商结论"_s;
                change.contingency = u"若丢包再超过 5%，则切换备用出口"_s;
            }
            must(m_commands->setItem(id, table, subject, change));
        });
        as(receiver, [&] { must(m_commands->setItem(id, table, subject, {.confirmed = true})); });
    };
    each(red, u"ticket"_s, u"gao"_s);
    each(yellow, u"ticket"_s, u"liu"_s);
    each(blue, u"ticket"_s, u"luo"_s);
    each(note, u"pending_item"_s, u"gao"_s);
    each(event, u"incident"_s, u"liu"_s);
    as(u"chen"_s, [&] {
        for (const QString &key : {u"sound"_s, u"hotline"_s, u"backup_line"_s, u"wall"_s})
            must(m_commands->check(id, key, u"ok"_s, {}));
    });
    if (!QTest::qWaitFor([this] {
            return m_book->state()->items.size() == 5
                && std::ranges::all_of(m_book->state()->items, &handover::HandoverItem::confirmed)
                && m_book->state()->systems.last().result == "ok"_L1;
        }))
        qFatal("the book did not hear of the items");
    for (const handover::HandoverItem &item : m_book->state()->items) {
        as(u"liu"_s, [&] {
            must(m_commands->setItem(id, item.facts.table, item.facts.id,
                {.readBack = handover::SheetReadBack{.table = item.facts.table,
                     .id = item.facts.id,
                     .dueAt = item.facts.dueAt,
                     .nextAction = item.facts.nextAction,
                     .owner = item.facts.receiver}}));
        });
        as(u"chen"_s, [&] {
            must(m_commands->setItem(id, item.facts.table, item.facts.id, {.heard = true}));
        });
    }
    if (!QTest::qWaitFor(
            [this] { return handover::missingOf(*m_book->state(), m_clock.now()).isEmpty(); }))
        qFatal("something is wanting: %s",
            qPrintable(handover::missingOf(*m_book->state(), m_clock.now()).first().what));
}

QStringList HandoverDesk::entries()
{
    auto rows = m_store->read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"log_entry"_s, u"kind = 'guard'"_s, {}, u"ORDER BY rowid"_s);
    });
    rows.waitForFinished();
    const base::Result<QList<domain::Row>> read = rows.result();
    QStringList codes;
    for (const domain::Row &row : *read)
        codes.append(domain::text(row, "code"_L1));
    return codes;
}

void HandoverDesk::picture(const QString &name)
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
