// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncengine.h"

#include "app/base/log.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <algorithm>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using base::lcSync;
using State = SyncStatus::State;

namespace {

constexpr auto kOwnPull = 10ms;
constexpr auto kBacklogPull = 2s;
constexpr auto kPing = 1s;

/// Trying again soon may mend it; nobody has to act.
bool isPassing(const Error &error)
{
    return error.kind == Error::Kind::Offline;
}

/// The connection lives and the same call may succeed later.
bool isBusy(const Error &error)
{
    return isPassing(error) && error.code == "server_busy"_L1;
}

/// Nothing more may be sent or taken until a person has mended it.
bool stopsEverything(const Error &error)
{
    return error.kind == Error::Kind::Denied || error.kind == Error::Kind::TooNew
        || error.code == "other_server"_L1 || error.code == "restamp_needed"_L1
        || error.code.startsWith("schema_"_L1);
}

/// This replica is a copy of another, or was set back: it goes on as a new client.
bool isForked(const Error &error)
{
    return error.code == "client_forked"_L1 || error.code == "op_gap"_L1;
}

/// The engine sets right by itself what it meets, and connects again.
bool isHealed(const Error &error)
{
    return error.code == "epoch_changed"_L1 || error.code == "far_behind"_L1 || isForked(error);
}

bool mayGoOn(const Error &error)
{
    return isPassing(error) || isHealed(error);
}

} // namespace

SyncEngine::Activity::Activity(const SyncSettings &settings)
    : backoff(settings.leastBackoff, settings.mostBackoff)
{
    timer.setSingleShot(true);
}

SyncEngine::SyncEngine(store::Store &store, std::unique_ptr<remote::Remote> remote,
    base::CorrectedClock &clock, const SyncSettings &settings)
    : m_store(store)
    , m_remote(std::move(remote))
    , m_clock(clock)
    , m_settings(settings)
    , m_session{.store = store, .remote = *m_remote}
    , m_pusher(m_session)
    , m_puller(m_session)
    , m_filler(m_session)
    , m_transfer(m_session)
    , m_pacer(150ms, this)
    , m_poll(this)
    , m_ownPull(this)
    , m_ping(this)
    , m_connecting(settings)
    , m_pushing(settings)
    , m_pulling(settings)
    , m_filling(settings)
    , m_beating(settings)
    , m_transferring(settings)
{
    connect(m_remote.get(), &remote::Remote::notified, &m_pacer, &Pacer::wake);
    connect(m_remote.get(), &remote::Remote::secretsHinted, this, &SyncEngine::secretsHinted);
    connect(m_remote.get(), &remote::Remote::lost, this, &SyncEngine::connectionLost);
    connect(&m_store, &store::Store::countsChanged, this, &SyncEngine::countsChanged);
    connect(&m_connecting.timer, &QTimer::timeout, this, &SyncEngine::tryToConnect);
    connect(&m_pushing.timer, &QTimer::timeout, this, &SyncEngine::runPush);
    connect(&m_pulling.timer, &QTimer::timeout, &m_pacer, &Pacer::wake);
    connect(&m_pacer, &Pacer::due, this, &SyncEngine::runPull);
    connect(&m_filling.timer, &QTimer::timeout, this, &SyncEngine::runFill);
    connect(&m_beating.timer, &QTimer::timeout, this, &SyncEngine::runBeat);
    connect(&m_transferring.timer, &QTimer::timeout, this, &SyncEngine::runTransfer);
    connect(&m_store, &store::Store::rowsChanged, this,
        [this](const QString &table, const QList<QUuid> &rows) {
            if (m_transfer.lookAt(table, rows))
                transferSoon();
        });
    m_ownPull.setSingleShot(true);
    connect(&m_ownPull, &QTimer::timeout, &m_pacer, &Pacer::wake);
    m_ping.setInterval(kPing);
    connect(&m_ping, &QTimer::timeout, this, &SyncEngine::runPing);
    m_poll.setInterval(settings.poll);
    connect(&m_poll, &QTimer::timeout, this, &SyncEngine::runPush);
    // Past the pacer: it would put off the wake-up that comes next.
    connect(&m_poll, &QTimer::timeout, this, &SyncEngine::runPull);
    m_status.since = m_clock.now();
}

SyncEngine::~SyncEngine()
{
    m_remote->disconnect(this);
    m_remote->close();
}

void SyncEngine::start()
{
    m_running = true;
    auto counts = m_store.counts();
    counts.waitForFinished();
    if (counts.resultCount() > 0)
        m_status.counts = counts.result();
    // A replica that was whole once serves the board without the server.
    const auto state = await(m_store.syncState());
    m_status.coreWhole = state && !state->value(store::state::kCursor).isEmpty();
    if (m_status.coreWhole)
        Q_EMIT coreReady();
    publish();
    tryToConnect();
}

void SyncEngine::wake()
{
    if (!m_running)
        return;
    if (!m_connected) {
        m_connecting.timer.start(0);
        return;
    }
    m_pacer.wake();
    if (!m_pushing.timer.isActive())
        m_pushing.timer.start(0);
}

void SyncEngine::setWantsLease(bool wants)
{
    m_beats.setWants(wants);
    if (m_connected && m_running)
        m_beating.timer.start(0);
}

void SyncEngine::tryToConnect()
{
    if (m_connected)
        return;
    if (const auto connected = connectNow(); !connected) {
        failed(m_connecting, connected.error());
        return;
    }
    succeeded(m_connecting);
    m_poll.start();
    m_ping.start();
    m_beating.timer.start(0);
    m_pushing.timer.start(0);
    if (m_filler.isActive())
        m_filling.timer.start(0);
    m_pacer.wake();
    publish();
}

base::Result<qint64> SyncEngine::pushStep()
{
    auto settled = m_pusher.step();
    if (settled) {
        m_pushed += *settled;
        m_drained = *settled == 0;
    }
    return settled;
}

base::Result<qint64> SyncEngine::pullStep()
{
    auto rows = m_puller.step(m_pusher.hasNext());
    if (rows) {
        m_pulled += *rows;
        m_status.lastContact = m_clock.now();
    }
    return rows;
}

void SyncEngine::runPush()
{
    if (!m_connected)
        return;
    const auto settled = pushStep();
    if (!settled) {
        failed(m_pushing, settled.error());
        return;
    }
    succeeded(m_pushing);
    if (*settled > 0)
        m_pushing.timer.start(0); // a backlog goes batch by batch, with pulls in between
    else
        transferSoon();
    // What the guards wrote beside my change; the others, just woken, ask first.
    if (*settled > 0 && !m_ownPull.isActive())
        m_ownPull.start(m_pusher.hasNext() ? kBacklogPull : kOwnPull);
    else if (*settled == 0 && m_ownPull.isActive())
        m_ownPull.start(kOwnPull);
    publish();
}

void SyncEngine::runPull()
{
    if (!m_connected || !m_puller.hasCursor() || m_pulling.timer.isActive())
        return;
    const auto rows = pullStep();
    if (!rows) {
        failed(m_pulling, rows.error());
        return;
    }
    succeeded(m_pulling);
    if (*rows == 0)
        m_transfer.askAgain(); // a wake-up without rows: a file may have come there
    transferSoon();
    publish();
}

void SyncEngine::runFill()
{
    if (!m_connected)
        return;
    const bool wasCore = !m_fillCursor.isEmpty();
    const auto step = fillStep();
    if (!step) {
        failed(m_filling, step.error());
        return;
    }
    succeeded(m_filling);
    if (m_filler.isActive() || !m_fillCursor.isEmpty())
        m_filling.timer.start(0);
    if (wasCore && m_fillCursor.isEmpty())
        m_pacer.wake();
    transferSoon();
    publish();
}

void SyncEngine::runBeat()
{
    if (!m_connected)
        return;
    QElapsedTimer timer;
    timer.start();
    const auto beat = m_remote->beat(
        m_session.client, {{u"lease"_s, m_beats.wants()}, {u"pending"_s, m_status.counts.pending}});
    if (!beat) {
        failed(m_beating, beat.error());
        return;
    }
    m_status.lag = std::chrono::milliseconds(timer.elapsed());
    succeeded(m_beating);
    applyBeat(*beat);
    takeSecrets(beat->secrets);
    if (isAuditDue())
        audit();
    m_beating.timer.start(m_beats.next(*beat));
    publish();
}

void SyncEngine::runPing()
{
    if (const auto answered = m_remote->ping(); !answered)
        failed(m_beating, answered.error());
}

void SyncEngine::wantAttachment(const domain::Attachment &attachment)
{
    m_transfer.want(attachment);
    transferSoon();
}

void SyncEngine::attachmentAdded()
{
    m_transfer.lookForOutgoing();
    transferSoon();
}

void SyncEngine::transferSoon()
{
    if (m_running && m_connected && !m_transferring.timer.isActive())
        m_transferring.timer.start(0);
}

void SyncEngine::runTransfer()
{
    // Rows first; each of them calls again when it has ended.
    if (!m_connected || m_filler.isActive() || m_pushing.timer.isActive()
        || m_status.counts.pending > 0)
        return;
    const auto more = m_transfer.step();
    if (!more) {
        failed(m_transferring, more.error());
        return;
    }
    succeeded(m_transferring);
    const QStringList arrived = m_transfer.takeArrived();
    for (const QString &hash : arrived)
        Q_EMIT attachmentArrived(hash);
    if (*more)
        transferSoon();
}

void SyncEngine::applyBeat(const remote::Beat &beat)
{
    // The server read its clock about half the way ago.
    m_clock.correct(beat.now + m_status.lag / 2);
    m_status.clockOffset = m_clock.wallOffset();
    m_status.stationsOnline = beat.stationsOnline;
    m_pacer.setInterval(beat.pullInterval); // others came and went since the hello
    m_status.online = beat.online;
    if (const auto lease = m_beats.take(beat))
        Q_EMIT leaseChanged(*lease);
}

void SyncEngine::countsChanged(const store::OutboxCounts &counts)
{
    m_status.counts = counts;
    if (m_running && m_connected && counts.pending > 0 && !m_pushing.timer.isActive())
        m_pushing.timer.start(0);
    if (m_running)
        publish();
}

void SyncEngine::connectionLost()
{
    if (m_connected)
        failed(m_connecting, Error{Error::Kind::Offline, u"connection lost"_s});
}

void SyncEngine::succeeded(Activity &activity)
{
    activity.error.reset();
    activity.backoff.reset();
    if (m_ping.isActive())
        m_ping.start(); // the connection has just shown that it lives
}

void SyncEngine::failed(Activity &activity, const Error &error)
{
    qCWarning(lcSync) << base::kindName(error.kind) << error.code << error.detail;
    activity.error = error;
    dropSecretsIfRevoked(error);
    const bool stopped = stopsEverything(error);
    const bool gone = !m_connected || !m_remote->isOpen() || (isPassing(error) && !isBusy(error))
        || error.code == "epoch_changed"_L1 || isForked(error);
    if (isForked(error)) {
        if (const auto renewed = await(m_store.becomeNewClient()); !renewed)
            activity.error = renewed.error();
    }
    if (error.code == "far_behind"_L1 && m_connected) {
        if (const auto began = beginFilling(); began) {
            activity.error.reset();
            if (m_running)
                m_filling.timer.start(0);
        }
    } else if (stopped || gone) {
        disconnectNow();
        // One that fails in the same way after each connection waits longer each time.
        const auto wait = stopped ? m_connecting.backoff.longest() : activity.backoff.next();
        // The connection's own failure tells the rest; when it lives again, theirs are void.
        m_connecting.error = error;
        if (m_running)
            m_connecting.timer.start(wait);
    } else if (m_running) {
        activity.timer.start(activity.backoff.next());
    }
    publish();
}

void SyncEngine::disconnectNow()
{
    m_remote->close();
    m_pusher.forgetNext();
    m_connected = false;
    m_poll.stop();
    m_ownPull.stop();
    m_ping.stop();
    m_pacer.stop();
    for (Activity *activity : {&m_pushing, &m_pulling, &m_filling, &m_beating, &m_transferring}) {
        activity->timer.stop();
        activity->error.reset();
    }
    if (const auto lease = m_beats.lose())
        Q_EMIT leaseChanged(*lease);
}

State SyncEngine::judgeState() const
{
    const auto needsPerson = [](const Activity *a) {
        return a->error && !isPassing(*a->error) && !isHealed(*a->error);
    };
    if (std::ranges::any_of(std::initializer_list<const Activity *>{&m_connecting, &m_pushing,
                                &m_pulling, &m_filling, &m_beating, &m_transferring},
            needsPerson))
        return State::NeedsAttention;
    if (!m_connected)
        return m_everConnected || m_connecting.error ? State::Offline : State::Connecting;
    if (!m_fillCursor.isEmpty())
        return State::Filling;
    const bool busy = m_pushing.error || m_pulling.error || m_filling.error;
    return busy || m_status.counts.pending > 0 ? State::Waiting : State::Synced;
}

void SyncEngine::publish()
{
    m_status.lastError.reset();
    for (const Activity *activity :
        {&m_connecting, &m_pushing, &m_pulling, &m_filling, &m_beating, &m_transferring}) {
        if (activity->error && !m_status.lastError)
            m_status.lastError = activity->error;
    }
    noteMonths();
    m_status.fillDone = m_filler.done();
    m_status.fillTotal = m_filler.total();
    const State state = judgeState();
    if (state != m_status.state) {
        m_status.state = state;
        m_status.since = m_clock.now();
    }
    if (m_status == m_published)
        return;
    m_published = m_status;
    Q_EMIT statusChanged(m_status);
}

SyncReport SyncEngine::syncOnce(std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    const qint64 pushedBefore = m_pushed;
    const qint64 pulledBefore = m_pulled;
    const auto note = [this](Activity &activity, const auto &result) {
        if (result)
            succeeded(activity);
        else
            failed(activity, result.error());
        return bool(result);
    };
    bool again = true;
    while (again && !deadline.hasExpired()) {
        if (!m_connected && !note(m_connecting, connectNow()))
            break;
        const auto pushed = pushStep();
        again = note(m_pushing, pushed) ? *pushed > 0 : mayGoOn(pushed.error());
        if (m_connected && m_filler.isActive())
            again = note(m_filling, fillStep()) || again;
        if (m_connected && m_puller.hasCursor()) {
            const auto pulled = pullStep();
            again = (note(m_pulling, pulled) ? *pulled > 0 : mayGoOn(pulled.error())) || again;
        }
    }
    while (m_connected && !deadline.hasExpired()) {
        const auto sent = m_transfer.sendStep();
        if (!note(m_transferring, sent) || !*sent)
            break;
    }
    SyncReport report;
    auto counts = m_store.counts();
    counts.waitForFinished();
    if (counts.resultCount() > 0)
        m_status.counts = counts.result();
    publish();
    report.state = m_status.state;
    report.pushed = m_pushed - pushedBefore;
    report.pulled = m_pulled - pulledBefore;
    report.counts = m_status.counts;
    report.error = m_status.lastError;
    return report;
}

} // namespace watchroom::sync
