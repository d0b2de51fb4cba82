// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverkeeper.h"

#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/base/whendone.h"

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Result;
using domain::OperationKind;

namespace {

constexpr std::chrono::seconds kBeat{1};
constexpr std::chrono::milliseconds kSoon{100}; // what a person changed is seen at once
constexpr auto kAgain = 1min; // what could not be written is tried again
constexpr auto kAtLeast = 6h; // the roster comes nearer without any change

} // namespace

HandoverKeeper::HandoverKeeper(store::Store &store, const base::Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &HandoverKeeper::tick);
    m_timer.start(kBeat);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &HandoverKeeper::tick);
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        static const QStringList kTables{u"handover"_s, u"check_in"_s, u"position"_s, u"rotation"_s,
            u"roster_override"_s, u"person"_s};
        if (!kTables.contains(table))
            return;
        m_changed = true;
        if (!m_soon.isActive())
            m_soon.start();
    });
}

void HandoverKeeper::setFence(std::optional<qint64> fence)
{
    m_fence = fence;
    if (m_fence && std::exchange(m_undecided, false))
        m_changed = true;
}

void HandoverKeeper::tick()
{
    if (m_changed || !m_next || *m_next <= m_clock.now())
        look();
}

void HandoverKeeper::look()
{
    if (m_looking)
        return;
    m_looking = true;
    m_changed = false;
    m_decided = 0;
    base::whenDone(m_store.read<Look>([now = m_clock.now()](
                                          store::Reader &reader) { return lookAt(reader, now); }),
        this, [this](const Result<Look> &look) {
            if (look)
                take(*look);
            else
                finish(tl::unexpected(look.error()));
        });
}

Result<HandoverKeeper::Look> HandoverKeeper::lookAt(store::Reader &reader, base::Instant now)
{
    const auto facts = readHandoverFacts(reader, now);
    if (!facts)
        return tl::unexpected(facts.error());
    Look look{.facts = *facts, .due = dueHandovers(*facts, now), .unwritten = {}};
    for (const HandoverDue &due : std::as_const(look.due)) {
        if (due.kind != HandoverDue::Kind::Entry) {
            look.unwritten.append(due);
            continue;
        }
        const auto entry = reader.row(u"log_entry", due.id);
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            look.unwritten.append(due);
    }
    return look;
}

void HandoverKeeper::take(const Look &look)
{
    const base::Instant now = m_clock.now();
    m_facts = look.facts;
    m_next = std::min(nextHandover(m_facts, now).value_or(now + kAtLeast), now + kAtLeast);
    announce(look.due);
    m_undecided = !m_fence && !look.unwritten.isEmpty();
    m_toWrite = m_fence ? look.unwritten : QList<HandoverDue>();
    writeNext();
}

void HandoverKeeper::announce(const QList<HandoverDue> &due)
{
    QSet<QUuid> holds;
    for (const HandoverDue &one : due) {
        if (one.kind == HandoverDue::Kind::Begin)
            continue;
        holds.insert(one.id);
        if (m_announced.contains(one.id))
            continue;
        const WatchedHandover &handover = one.handover;
        const auto until =
            std::chrono::duration_cast<std::chrono::minutes>(handover.shiftAt - one.at);
        Q_EMIT reminderDue({.handover = handover.id,
            .scope = handover.scope,
            .label = handover.label,
            .outgoing = handover.outgoing,
            .incoming = handover.incoming,
            .code = one.code,
            .params = one.params,
            .shiftAt = handover.shiftAt,
            .minutes = until.count()});
    }
    m_announced = holds;
}

// One after the other, each saved for itself: one that is refused keeps none of the others back.
void HandoverKeeper::writeNext()
{
    if (m_toWrite.isEmpty() || !m_fence)
        return finish({});
    const HandoverDue due = m_toWrite.takeFirst();
    base::whenDone(m_store.save({draftOf(due)}, {}), this,
        [this, code = due.code](const Result<store::Saved> &saved) {
            if (saved) {
                ++m_decided;
            } else {
                qCWarning(base::lcHandover) << code << "was not recorded:" << saved.error().code;
                m_next = m_clock.now() + kAgain;
                Q_EMIT failed(saved.error());
            }
            writeNext();
        });
}

store::Draft HandoverKeeper::draftOf(const HandoverDue &due) const
{
    store::Draft draft;
    if (due.kind == HandoverDue::Kind::Begin) {
        draft = openingOf(*m_facts.next);
    } else if (due.kind == HandoverDue::Kind::Expire) {
        draft = {.table = u"handover"_s,
            .id = due.handover.id,
            .kind = OperationKind::Update,
            .set = {{u"state"_s, u"expired"_s}}};
    } else {
        draft = {.table = u"log_entry"_s,
            .id = due.id,
            .kind = OperationKind::Append,
            .set = {{u"kind"_s, u"timer"_s}, {u"code"_s, due.code}, {u"params"_s, due.params},
                {u"happened_at"_s, base::toIso(due.at)}}};
    }
    draft.set.insert("fence"_L1, *m_fence);
    return draft;
}

void HandoverKeeper::finish(const Result<> &ended)
{
    m_looking = false;
    if (!ended) {
        m_next = m_clock.now() + kAgain;
        Q_EMIT failed(ended.error());
    }
    Q_EMIT looked(m_decided);
}

} // namespace watchroom::handover
