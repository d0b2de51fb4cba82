// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/timerkeeper.h"

#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/base/whendone.h"

namespace watchroom::incidents {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;

namespace {

constexpr std::chrono::seconds kBeat{1};
constexpr std::chrono::milliseconds kSoon{100}; // what a person changed is seen at once
constexpr qsizetype kFew = 20; // a storm waits for the beat
constexpr qsizetype kSome = 100; // incidents a read, so that others' reads come in between
constexpr qsizetype kMostChanged = 500; // after more, all that are open are looked at

/// The open ones, or those the entries are of.
Result<QList<QUuid>> incidentsOf(
    const store::Reader &reader, const std::optional<QList<QUuid>> &entries)
{
    const auto rows = entries
        ? reader.query(u"SELECT incident FROM log_entry WHERE id "_s + store::kInList,
            {store::listOf(*entries)})
        : reader.query(u"SELECT id AS incident FROM incident WHERE stage <> 'closed'"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    // An entry that is gone was refused by the server: whose clock it was, nobody knows any more.
    if (entries && rows->size() < entries->size())
        return incidentsOf(reader, std::nullopt);
    QList<QUuid> found;
    for (const QJsonObject &row : *rows)
        found.append(domain::uuid(row, "incident"_L1));
    return found;
}

} // namespace

TimerKeeper::TimerKeeper(store::Store &store, const base::Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &TimerKeeper::look);
    m_timer.start(kBeat);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (!m_atAll && m_incidents.size() + m_entries.size() <= kFew)
            look();
    });
    connect(&m_store, &store::Store::rowsChanged, this, &TimerKeeper::rowsChanged);
}

void TimerKeeper::setFence(std::optional<qint64> fence)
{
    m_fence = fence;
    if (m_fence && std::exchange(m_undecided, false))
        m_atAll = true;
}

IncidentClocks TimerKeeper::clocksOf(const QUuid &incident) const
{
    return m_clocks.value(incident);
}

bool TimerKeeper::hasLapsed(const QUuid &incident) const
{
    const auto lapses = clocksOf(incident).lapses;
    return lapses && *lapses <= m_clock.now();
}

void TimerKeeper::rowsChanged(const QString &table, const QList<QUuid> &ids)
{
    if (table != "incident"_L1 && table != "log_entry"_L1 && table != "policy"_L1)
        return;
    if (!m_soon.isActive())
        m_soon.start();
    if (m_atAll)
        return;
    if (table == "incident"_L1)
        m_incidents.unite(QSet<QUuid>(ids.begin(), ids.end()));
    else if (table == "log_entry"_L1)
        m_entries.unite(QSet<QUuid>(ids.begin(), ids.end()));
    m_atAll = table == "policy"_L1 || m_incidents.size() + m_entries.size() > kMostChanged;
    if (m_atAll) {
        m_incidents.clear();
        m_entries.clear();
    }
}

void TimerKeeper::look()
{
    if (m_looking)
        return;
    m_looking = true;
    m_decided = 0;
    findIncidents();
}

void TimerKeeper::findIncidents()
{
    if (!m_atAll && m_entries.isEmpty())
        return lookAtSome();
    std::optional<QList<QUuid>> entries;
    if (!std::exchange(m_atAll, false))
        entries = std::exchange(m_entries, {}).values();
    base::whenDone(m_store.read<QList<QUuid>>([entries](const store::Reader &reader) {
        return incidentsOf(reader, entries);
    }),
        this, [this](const Result<QList<QUuid>> &found) {
            if (!found) {
                m_atAll = true;
                return finish(tl::unexpected(found.error()));
            }
            m_incidents.unite(QSet<QUuid>(found->begin(), found->end()));
            lookAtSome();
        });
}

void TimerKeeper::lookAtSome()
{
    const base::Instant now = m_clock.now();
    for (auto it = m_clocks.begin(); it != m_clocks.end(); ++it) {
        if (it->next && *it->next <= now) {
            m_incidents.insert(it.key());
            it->next.reset();
        }
    }
    if (m_incidents.isEmpty())
        return finish({});
    QList<QUuid> some = m_incidents.values();
    some.resize(std::min(some.size(), kSome));
    for (const QUuid &id : std::as_const(some))
        m_incidents.remove(id);
    base::whenDone(m_store.read<TimerLook>([some, now](store::Reader &reader) {
        return lookAtTimers(reader, some, now);
    }),
        this, [this, some](const Result<TimerLook> &look) {
            if (look)
                return write(some, *look);
            m_incidents.unite(QSet<QUuid>(some.begin(), some.end()));
            finish(tl::unexpected(look.error()));
        });
}

void TimerKeeper::write(const QList<QUuid> &incidents, const TimerLook &look)
{
    for (const QUuid &id : incidents) {
        if (const auto clocks = look.clocks.find(id); clocks != look.clocks.end())
            m_clocks.insert(id, *clocks);
        else
            m_clocks.remove(id);
    }
    Q_EMIT clocksChanged();
    if (look.due.isEmpty() || !m_fence) {
        m_undecided = m_undecided || !look.due.isEmpty();
        return lookAtSome();
    }
    QList<store::Draft> drafts;
    for (const TimerDue &timer : look.due) {
        const Row set{{u"incident"_s, base::toText(timer.incident)}, {u"kind"_s, u"timer"_s},
            {u"code"_s, timer.code}, {u"params"_s, timer.params},
            {u"happened_at"_s, base::toIso(timer.at)}, {u"fence"_s, *m_fence}};
        drafts.append({.table = u"log_entry"_s,
            .id = timer.entry,
            .kind = domain::OperationKind::Append,
            .set = set});
    }
    const auto count = static_cast<int>(drafts.size());
    base::whenDone(m_store.save(drafts, {}), this,
        [this, incidents, count](const Result<store::Saved> &saved) {
            if (saved) {
                m_decided += count;
                return lookAtSome();
            }
            qCWarning(base::lcIncidents) << "timers were not recorded:" << saved.error().code;
            m_incidents.unite(QSet<QUuid>(incidents.begin(), incidents.end()));
            finish(tl::unexpected(saved.error()));
        });
}

void TimerKeeper::finish(const Result<> &ended)
{
    m_looking = false;
    if (!ended)
        Q_EMIT failed(ended.error());
    else if (!m_entries.isEmpty())
        m_soon.start(); // what changed meanwhile
    Q_EMIT looked(m_decided);
}

} // namespace watchroom::incidents
