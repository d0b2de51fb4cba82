// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine connects, learns who it is to the server, and fills the replica.
#include "app/base/log.h"
#include "app/sync/syncengine.h"

#include <algorithm>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using base::Error;
using base::lcSync;

namespace {

// Keys of the replica's state that are sync's own.
constexpr auto kFill = "fill"_L1; ///< what is not filled yet: core, months; absent: nothing
constexpr auto kFilledSchema = "schema"_L1;
const auto kCore = u"core"_s;
const auto kMonths = u"months"_s;

tl::unexpected<Error> epochChanged(const QString &detail)
{
    return base::failure(Error::Kind::Conflict, detail, u"epoch_changed"_s);
}

/// The oldest month kept, "2026-01".
QString oldestMonth(base::Instant now, int monthsKept)
{
    using namespace std::chrono;
    const year_month_day today{floor<days>(now)};
    const year_month oldest = year_month{today.year(), today.month()} - months{monthsKept - 1};
    return QString::asprintf("%04d-%02u", int(oldest.year()), unsigned(oldest.month()));
}

} // namespace

base::Result<> SyncEngine::connectNow()
{
    auto step = m_remote->open();
    if (step)
        step = greet();
    if (step && !m_puller.hasCursor() && m_fillCursor.isEmpty())
        step = beginFilling();
    if (!step)
        return step;
    m_connected = true;
    m_everConnected = true;
    qCInfo(lcSync) << "connected, my last operation there" << m_session.lastOp;
    return {};
}

base::Result<> SyncEngine::greet()
{
    const auto state = await(m_store.syncState());
    if (!state)
        return tl::unexpected(state.error());
    m_session.client = QUuid::fromString(state->value(store::state::kClient));
    const auto hello = m_remote->hello(m_session.client, kSchema);
    if (!hello)
        return tl::unexpected(hello.error());
    if (hello->schemaMin > kSchema)
        return base::failure(Error::Kind::TooNew, u"server's schema"_s, u"schema_too_old"_s);
    if (hello->schemaMax < kSchema)
        return base::failure(Error::Kind::Invalid, u"server's schema"_s, u"schema_too_new"_s);
    const QString known = state->value(store::state::kEpoch);
    if (!known.isEmpty() && known != hello->epoch)
        return epochChanged(u"epoch of hello"_s);
    if (hello->lastOp < state->value(store::state::kLastOp).toLongLong())
        return epochChanged(u"the server forgot my operations"_s);
    m_clock.correct(hello->now);
    m_session.epoch = hello->epoch;
    m_session.lastOp = hello->lastOp;
    m_session.oldestPart = oldestMonth(hello->now, m_settings.monthsKept);
    m_pacer.setInterval(hello->pullInterval);
    m_beats.setWall(hello->kind == "wall"_L1);
    m_status.serverEpoch = hello->epoch;
    m_months.clear();
    std::ranges::copy_if(hello->parts, std::back_inserter(m_months),
        [this](const QString &part) { return !isOutside(m_session, part); });
    const bool otherSchema = state->value(kFilledSchema).toInt() != kSchema;
    if (!otherSchema && state->value(kFill) != kCore)
        m_puller.setCursor(state->value(store::state::kCursor));
    if (state->value(kFill) == kMonths && !m_filler.isActive())
        m_filler.begin(m_months);
    return await(m_store.setSyncState({{store::state::kEpoch, hello->epoch},
        {store::state::kPrefix, hello->prefix}, {store::state::kStation, hello->station}}));
}

base::Result<> SyncEngine::beginFilling()
{
    // What changes from here on is pulled afterwards, so filling may take its time.
    const auto moment = m_remote->pull(m_session.client, {});
    if (!moment)
        return tl::unexpected(moment.error());
    if (moment->epoch != m_session.epoch)
        return epochChanged(u"epoch while filling"_s);
    const auto noted = await(m_store.setSyncState({{kFill, kCore}}));
    if (!noted)
        return noted;
    m_puller.setCursor({});
    m_fillCursor = moment->cursor;
    m_filler.begin({kCore});
    return {};
}

base::Result<> SyncEngine::fillStep()
{
    const qint64 before = m_filler.rowsFetched();
    auto step = m_filler.step();
    m_pulled += m_filler.rowsFetched() - before;
    if (!step || m_filler.isActive())
        return step;
    if (!m_fillCursor.isEmpty())
        return coreFilled();
    qCInfo(lcSync) << "replica filled," << m_filler.rowsFetched() << "rows fetched";
    return await(m_store.setSyncState({{kFill, QString()}}));
}

base::Result<> SyncEngine::coreFilled()
{
    auto kept = await(m_store.applyPage({}, m_fillCursor, 0));
    if (kept) {
        kept = await(
            m_store.setSyncState({{kFill, kMonths}, {kFilledSchema, QString::number(kSchema)}}));
    }
    if (!kept)
        return kept;
    m_puller.setCursor(std::exchange(m_fillCursor, {}));
    m_filler.begin(m_months);
    m_status.lastContact = m_clock.now();
    if (!std::exchange(m_status.coreWhole, true))
        Q_EMIT coreReady();
    if (!m_filler.isActive())
        return await(m_store.setSyncState({{kFill, QString()}}));
    return {};
}

} // namespace watchroom::sync
