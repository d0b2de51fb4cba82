// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/handover/handoverdesk.h"

#include "app/base/ids.h"
#include "app/domain/values.h"
#include "app/domain/walltime.h"
#include "app/words/terms.h"
#include "tests/ui/standingclock.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QTest>

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
    : StandaloneDesk(std::make_unique<StandingClock>(at(18, 19, 41)),
        {{u"liu"_s, u"刘洋"_s}, {u"li"_s, u"李泽"_s}, {u"zhou"_s, u"周敏"_s}, {u"gao"_s, u"高婷"_s},
            {u"luo"_s, u"罗晨"_s}})
{
    m_roster = std::make_unique<roster::RosterBook>(store(), clock());
    m_rosterCommands = std::make_unique<roster::RosterCommands>(store(), clock(), author());
    m_work = std::make_unique<tickets::WorkCommands>(store(), clock(), author());
    m_incidents = std::make_unique<incidents::IncidentCommands>(store(), clock(), author());
    m_book = std::make_unique<handover::HandoverBook>(store(), clock());
    m_attachments = std::make_unique<incidents::Attachments>(workspace());
    m_commands = std::make_unique<handover::HandoverCommands>(store(), clock(), author());
    addRoster();
    const ui::HandoverNeeds needs{.store = store(),
        .book = *m_book,
        .commands = *m_commands,
        .work = *m_work,
        .attachments = *m_attachments,
        .directory = directory(),
        .roster = *m_roster,
        .clock = clock(),
        .me = [this] { return login(); },
        .zone = [] { return shanghai(); },
        .position = [](const QString &code) { return words::position(code); },
        .station = [] { return u"desk-03"_s; },
        .sources =
            [] {
                return QList<handover::SheetSource>{
                    {.name = u"Prometheus"_s, .state = u"ok"_s, .since = {}}};
            },
        .places = [] { return QList{std::pair(u"bj-mcu"_s, u"北京 MCU 集群"_s)}; },
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
    m_page = new ui::HandoverPage(theme(), needs);
    show(m_page, {1376, 820}, [this] {
        return m_book->isLoaded() && m_roster->isLoaded() && directory().people().size() == 6
            && m_roster->state().roster.rotations.size() == 4;
    });
}

// It looks at what this desk holds.
HandoverDesk::~HandoverDesk()
{
    delete m_page;
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

void HandoverDesk::settle()
{
    // The book reads after each change; what was asked now is behind what it asked before.
    for (int i = 0; i < 3; ++i) {
        auto read = store().read<int>([](store::Reader &) { return base::Result<int>(0); });
        read.waitForFinished();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
}

void HandoverDesk::setNow(base::Instant now)
{
    static_cast<StandingClock &>(clock()).set(now);
    m_page->tick();
}

void HandoverDesk::sitDown(const QString &login)
{
    StandaloneDesk::sitDown(login);
    m_page->refresh();
    m_page->begin();
}

void HandoverDesk::sign(ui::SignatureBox &box, const QString &password)
{
    auto *field = box.findChild<QLineEdit *>(u"signaturePassword"_s);
    QTRY_VERIFY(field->isVisible() && field->isEnabled());
    field->setText(password);
    QTest::keyClick(field, Qt::Key_Return);
}

void HandoverDesk::goAway(bool away)
{
    m_away = away;
    m_page->refresh();
}

template <class Do>
void HandoverDesk::as(const QString &login, Do act)
{
    const QString before = this->login();
    StandaloneDesk::sitDown(login);
    act();
    StandaloneDesk::sitDown(before);
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

QUuid HandoverDesk::procedure(const QString &title, const QString &owner, const QUuid &incident)
{
    const QUuid article = base::newId(now());
    const QUuid run = base::newId(now());
    const auto step = [](const QString &id, const QString &text) {
        return QJsonObject{{u"id"_s, id}, {u"text"_s, text}, {u"hash"_s, QString(64, u'a')}};
    };
    const QJsonObject proposal{{u"base"_s, 0}, {u"hash"_s, QString(64, u'b')}, {u"size"_s, 9},
        {u"steps"_s, QJsonArray{step(u"s1"_s, u"核对告警"_s), step(u"s2"_s, u"切换出口"_s)}},
        {u"images"_s, QJsonArray{}}};
    const auto save = [&](const QString &table, const QUuid &id, const domain::Row &set,
                          domain::OperationKind kind = domain::OperationKind::Insert) {
        must(store().save({{.table = table, .id = id, .kind = kind, .set = set}}, author()()));
    };
    as(owner, [&] {
        save(u"article"_s, article,
            {{u"key"_s, base::toText(article)}, {u"title"_s, title}, {u"kind"_s, u"procedure"_s}});
        save(u"article"_s, article, {{u"proposal"_s, proposal}, {u"version"_s, 1}},
            domain::OperationKind::Update);
        save(u"procedure_run"_s, run,
            {{u"article"_s, base::toText(article)}, {u"version"_s, 1}, {u"mode"_s, u"read_do"_s},
                {u"owner"_s, owner}, {u"incident"_s, domain::orNull(incident)}});
    });
    return run;
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
    if (!QTest::qWaitFor([this] { return handover::missingOf(*m_book->state(), now()).isEmpty(); }))
        qFatal("something is wanting: %s",
            qPrintable(handover::missingOf(*m_book->state(), now()).first().what));
}

} // namespace watchroom::test
