// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/noticedesk.h"

#include "app/knowledge/advicefacts.h"
#include "app/knowledge/freshness.h"

#include <QTest>

namespace watchroom::test {

using namespace std::chrono_literals;
using namespace knowledge;
using Change = StepProgress::Change;

namespace {

constexpr int kPatience = 30'000; ///< ms
/// Soon again, so that a world is short.
const sync::SyncSettings kSettings{.poll = 100ms, .leastBackoff = 20ms, .mostBackoff = 100ms};

remote::ConnInfo through(remote::ConnInfo server, const fakes::CutProxy &proxy)
{
    server.set("port"_L1, QString::number(proxy.port()));
    return server;
}

QString wordOf(Change change)
{
    static const QHash<Change, QString> words{{Change::Now, u"now"_s},
        {Change::Critical, u"critical"_s}, {Change::Later, u"later"_s},
        {Change::Finished, u"finished"_s}};
    return words.value(change);
}

} // namespace

NoticeDesk::NoticeDesk(const remote::ConnInfo &server, quint16 port)
    : m_proxy(port)
    , m_desk(through(server, m_proxy), 15s, kSettings)
{
}

void NoticeDesk::open()
{
    store::Store &store = *m_desk.replica;
    const auto author = [this] { return m_desk.author(); };
    m_library = std::make_unique<Library>(store);
    m_book = std::make_unique<RunBook>(store);
    m_articles = std::make_unique<ArticleCommands>(store, m_desk.clock, author);
    m_runs = std::make_unique<RunCommands>(store, m_desk.clock, author);
    QObject::connect(m_desk.service.get(), &sync::SyncService::attachmentArrived, m_library.get(),
        &Library::noteArrival);
    m_desk.service->start();
}

QString NoticeDesk::begin(
    const remote::ConnInfo &server, const QString &station, const QString &login)
{
    if (const QString trouble = m_desk.enter(server, station, login); !trouble.isEmpty())
        return trouble;
    open();
    const auto isSynced = [this] {
        return m_desk.service->status().state == sync::SyncStatus::State::Synced;
    };
    return QTest::qWaitFor(isSynced, kPatience) ? QString() : u"a desk does not get in step"_s;
}

void NoticeDesk::cut()
{
    m_cut = true;
    m_proxy.cut(true);
}

void NoticeDesk::heal()
{
    m_cut = false;
    m_proxy.heal();
    m_desk.service->wake();
}

void NoticeDesk::restart()
{
    m_runs.reset();
    m_articles.reset();
    m_book.reset();
    m_library.reset();
    m_desk.restart([](const QString &) {});
    open();
}

void NoticeDesk::setClockOff(std::chrono::hours ahead)
{
    m_desk.clock.correct(base::CorrectedClock().now() + ahead);
}

std::chrono::microseconds NoticeDesk::clockOff() const
{
    return m_desk.clock.now() - base::CorrectedClock().now();
}

QHash<QUuid, int> NoticeDesk::followed() const
{
    return m_desk.replica
        ->read<QHash<QUuid, int>>([login = m_desk.author().login](store::Reader &reader) {
            return lastFollowed(reader, login);
        })
        .result()
        .value_or(QHash<QUuid, int>());
}

Notice NoticeDesk::says(
    const QUuid &article, const QUuid &run, const QHash<QUuid, int> &followed) const
{
    Notice notice;
    const ShelfEntry *entry = m_library->find(article);
    if (!entry)
        return notice;
    const auto now = m_desk.clock.now();
    const Freshness fresh = freshnessOf(entry->article, entry->copyVersion,
        {.standalone = false, .online = !m_cut, .checkedAt = now - 1min}, now);
    notice.newer = fresh.standing == Freshness::Standing::NewerKnown;
    notice.withdrawn = fresh.standing == Freshness::Standing::Withdrawn;
    const int last = followed.value(article);
    notice.followed = last < fresh.newestVersion ? last : 0;
    const RunState *state = run.isNull() ? nullptr : m_book->find(run);
    if (!state)
        return notice;
    notice.runNewer = state->progress.isNewer();
    notice.runWithdrawn = state->withdrawn;
    for (const StepProgress &step : state->progress.steps)
        if (step.change != Change::None)
            notice.steps.insert(step.step.id, wordOf(step.change));
    return notice;
}

} // namespace watchroom::test
