// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine connects, learns who it is to the server, and fills the replica.
#include "app/base/ids.h"
#include "app/base/log.h"
#include "app/sync/syncengine.h"

#include <algorithm>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using base::Error;
using base::lcSync;

namespace {

// Keys of the replica's state that are sync's own.
using store::state::kFill;
constexpr auto kFilledSchema = "schema"_L1;
constexpr auto kAudited = "audited"_L1;
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

/// A server that crashed gives the numbers of transactions again that left nothing on its disk (a
/// beat, one that failed), and a cursor may have counted them: rows written under such a number
/// would never come. As many are asked for again as it can have lost by far.
QString rewound(const QString &cursor)
{
    constexpr qulonglong kMostLost = 4096;
    constexpr qulonglong kFirst = 3;
    bool read = false;
    const qulonglong least = cursor.section(u':', 0, 0).toULongLong(&read);
    return read ? u"%1:%1:"_s.arg(std::max(least, kFirst + kMostLost) - kMostLost) : QString();
}

/// The database cluster in an epoch (sync.epoch()).
QStringView systemOf(QStringView epoch)
{
    return epoch.left(epoch.indexOf(u':'));
}

/// Data of another origin, or in a cluster never seen: perhaps a copy to try things on. What waits
/// here must not be sent there before somebody has said so.
bool isOther(const store::SyncState &known, const remote::Hello &hello)
{
    const QString epoch = known.value(store::state::kEpoch);
    const QString lineage = known.value(store::state::kLineage);
    return !epoch.isEmpty()
        && (systemOf(epoch) != systemOf(hello.epoch)
            || (!lineage.isEmpty() && lineage != base::toText(hello.lineage)));
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
    m_status.pooled = m_remote->isPooled();
    fetchAskedMonths();
    m_drained = false;
    m_everConnected = true;
    qCInfo(lcSync) << "connected, my last operation there" << m_session.lastOp;
    return {};
}

base::Result<> SyncEngine::greet(bool renewed)
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
    const auto same = isSameClient(*state, *hello);
    if (!same)
        return tl::unexpected(same.error());
    if (*same) {
        takeSecrets(hello->secrets);
        return startAs(*hello);
    }
    // A new client has sent nothing: whoever still says otherwise makes it up.
    if (renewed)
        return base::failure(Error::Kind::Corrupt, u"hello knows a new client"_s);
    return greet(true);
}

/// False: this replica is a new client now and must say hello again.
base::Result<bool> SyncEngine::isSameClient(
    const store::SyncState &known, const remote::Hello &hello)
{
    const bool accepted = m_accepted && (m_accepted->isEmpty() || *m_accepted == hello.epoch);
    if (isOther(known, hello) && !accepted)
        return base::failure(Error::Kind::Conflict, u"another server"_s, u"other_server"_s,
            {{u"known"_s, known.value(store::state::kEpoch)}, {u"found"_s, hello.epoch}});
    if (hello.lastOp > known.value(store::state::kHighest).toLongLong()) {
        qCWarning(lcSync) << "the server has operations I never made: this replica is a copy";
        const auto renewed = await(m_store.becomeNewClient());
        return renewed ? base::Result<bool>(false) : tl::unexpected(renewed.error());
    }
    const QString epoch = known.value(store::state::kEpoch);
    const bool wentBack = hello.lastOp < known.value(store::state::kLastOp).toLongLong();
    if (epoch.isEmpty() || (epoch == hello.epoch && !wentBack))
        return true;
    const auto met = await(m_store.meetEpoch(hello.epoch, hello.lastOp));
    if (!met)
        return tl::unexpected(met.error());
    qCWarning(lcSync) << "another epoch of the server; sending again" << met->requeued;
    m_puller.setCursor({});
    m_fillCursor.clear();
    m_filler.begin({});
    m_fetchedMonths.clear(); // they are filled with all others
    return !met->newClient;
}

/// A wall is shown less than a console, of the same versions: what was here from before must not
/// stay readable on a wall, and what a wall lacks must come when it is one no more.
base::Result<> SyncEngine::forgetIfOtherShare(
    const store::SyncState &known, const remote::Hello &hello)
{
    const auto isWall = [](const QString &kind) { return kind == "wall"_L1; };
    const QString kind = known.value(store::state::kKind);
    if (kind.isEmpty() || isWall(kind) == isWall(hello.kind))
        return {};
    qCWarning(lcSync) << "this station was" << kind << "and is" << hello.kind << "now";
    if (const auto forgotten = await(m_store.forgetRows()); !forgotten)
        return forgotten;
    m_puller.setCursor({});
    m_fillCursor.clear();
    m_filler.begin({});
    return await(m_store.setSyncState({{store::state::kCursor, {}}, {kFill, kCore}}));
}

base::Result<> SyncEngine::startAs(const remote::Hello &hello)
{
    const auto known = await(m_store.syncState());
    if (!known)
        return tl::unexpected(known.error());
    if (const auto share = forgetIfOtherShare(*known, hello); !share)
        return share;
    const auto state = await(m_store.syncState()); // as an epoch met left it
    if (!state)
        return tl::unexpected(state.error());
    m_accepted.reset();
    m_clock.correct(hello.now);
    m_session.epoch = hello.epoch;
    m_session.lastOp = hello.lastOp;
    m_session.sent = std::max(m_session.sent, hello.lastOp);
    m_session.oldestPart = oldestMonth(hello.now, m_settings.monthsKept);
    m_pacer.setInterval(hello.pullInterval);
    m_beats.setWall(hello.kind == "wall"_L1);
    m_status.serverEpoch = hello.epoch;
    m_repairing = !state->value(store::state::kRepair).isEmpty();
    m_status.lastAudit = base::fromIso(state->value(kAudited));
    m_serverMonths = hello.parts;
    m_serverMonths.removeAll(kCore);
    m_months.clear();
    std::ranges::copy_if(hello.parts, std::back_inserter(m_months),
        [this](const QString &part) { return !isOutside(m_session, part); });
    const bool otherSchema = state->value(kFilledSchema).toInt() != kSchema;
    QString cursor = state->value(store::state::kCursor);
    if (state->value(store::state::kStarted) != hello.started) {
        cursor = rewound(cursor);
        m_fillCursor = rewound(m_fillCursor);
    }
    if (!otherSchema && state->value(kFill) != kCore)
        m_puller.setCursor(cursor);
    if (state->value(kFill) == kMonths && !m_filler.isActive())
        m_filler.begin(m_months);
    if (m_window != m_session.oldestPart) { // at the first hello, and when a month began
        if (const auto moved =
                await(m_store.dropMonthsBefore(m_session.oldestPart, m_session.asked));
            !moved)
            return moved;
        m_window = m_session.oldestPart;
    }
    return await(m_store.setSyncState(
        {{store::state::kEpoch, hello.epoch}, {store::state::kLineage, base::toText(hello.lineage)},
            {store::state::kPrefix, hello.prefix}, {store::state::kStation, hello.station},
            {store::state::kKind, hello.kind}, {store::state::kStarted, hello.started},
            {store::state::kCursor, cursor}}));
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
    // What the server forgot comes back first, so that it is not taken out of the replica.
    if (m_repairing && !m_drained && !m_pushing.error)
        return {};
    const qint64 before = m_filler.rowsFetched();
    auto step = m_filler.step();
    m_pulled += m_filler.rowsFetched() - before;
    if (!step || m_filler.isActive())
        return step;
    return m_fillCursor.isEmpty() ? allFilled() : coreFilled();
}

base::Result<> SyncEngine::allFilled()
{
    if (!m_fetchedMonths.isEmpty()) { // that was no audit
        m_fetchedMonths.clear();
        fetchAskedMonths();
        return {};
    }
    m_status.auditRepaired = m_filler.rowsFetched() + m_filler.rowsDropped();
    m_status.lastAudit = m_clock.now();
    if (m_repairing) {
        if (const auto offered = m_transfer.offerAll(); !offered)
            qCWarning(lcSync) << "attachments not offered:" << offered.error().detail;
    }
    m_repairing = false;
    qCInfo(lcSync) << "replica compared," << m_filler.rowsFetched() << "rows fetched,"
                   << m_filler.rowsDropped() << "dropped";
    fetchAskedMonths();
    return await(m_store.setSyncState(
        {{kFill, {}}, {store::state::kRepair, {}}, {kAudited, base::toIso(*m_status.lastAudit)}}));
}

bool SyncEngine::isAuditDue() const
{
    return !m_filler.isActive() && m_fillCursor.isEmpty() && m_status.counts.pending == 0
        && m_status.lastAudit && m_clock.now() - *m_status.lastAudit >= m_settings.auditEvery;
}

void SyncEngine::audit()
{
    if (!m_connected || m_filler.isActive() || !m_fillCursor.isEmpty())
        return;
    m_filler.begin(QStringList{kCore} + m_months);
    m_filling.timer.start(0);
    publish();
}

void SyncEngine::askForMonth(const QString &part)
{
    if (!isOutside(m_session, part))
        return;
    m_session.asked.append(part);
    m_askedMonths.append(part);
    fetchAskedMonths();
    publish();
}

void SyncEngine::fetchAskedMonths()
{
    // After what is under way: an audit, the first filling.
    if (!m_connected || m_filler.isActive() || !m_fillCursor.isEmpty() || m_askedMonths.isEmpty())
        return;
    m_fetchedMonths = std::exchange(m_askedMonths, {});
    for (const QString &part : std::as_const(m_fetchedMonths)) {
        if (!m_months.contains(part))
            m_months.append(part);
    }
    m_filler.begin(m_fetchedMonths);
    m_filling.timer.start(0);
}

void SyncEngine::noteMonths()
{
    m_status.olderMonths.clear();
    std::ranges::copy_if(m_serverMonths, std::back_inserter(m_status.olderMonths),
        [this](const QString &part) { return isOutside(m_session, part); });
    m_status.olderMonths.sort();
    const QStringList under = m_fetchedMonths + m_askedMonths;
    m_status.monthFetched = under.isEmpty() ? QString() : under.constLast();
    m_status.oldestMonth = m_session.oldestPart;
    for (const QString &part : std::as_const(m_session.asked))
        m_status.oldestMonth = std::min(m_status.oldestMonth, part);
}

void SyncEngine::acceptServer()
{
    const auto &asked = m_connecting.error;
    m_accepted = asked && asked->code == "other_server"_L1
        ? asked->params.value("found"_L1).toString()
        : QString();
    wake();
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
    return m_filler.isActive() ? base::Result<>{} : allFilled();
}

} // namespace watchroom::sync
