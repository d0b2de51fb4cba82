// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncservice.h"

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kListen = 250ms;
constexpr auto kSilent = 3s; // of a server that was asked; shown, and nothing is cut yet

} // namespace

SyncService::SyncService(store::Store &store, const MakeRemote &makeRemote,
    base::CorrectedClock &clock, const SyncSettings &settings, QObject *parent)
    : QObject(parent)
    , m_thread(u"remote"_s)
    , m_signInThread(u"sign-in"_s)
    , m_signIn(store.workspaceDir())
    , m_clock(clock)
{
    m_thread
        .run([&, this] {
            auto remote = makeRemote();
            m_remote = remote.get();
            m_engine = new SyncEngine(store, std::move(remote), clock, settings);
        })
        .waitForFinished();
    connect(m_engine, &SyncEngine::statusChanged, this, [this](const SyncStatus &status) {
        m_said = status;
        m_status = status;
        Q_EMIT statusChanged(status);
    });
    connect(&m_listening, &QTimer::timeout, this, &SyncService::listen);
    m_listening.start(kListen);
    connect(m_engine, &SyncEngine::leaseChanged, this, [this](const Lease &lease) {
        m_lease = lease;
        Q_EMIT leaseChanged(lease);
    });
    connect(m_engine, &SyncEngine::coreReady, this, &SyncService::coreReady);
    connect(m_engine, &SyncEngine::secretsChanged, this, &SyncService::secretsChanged);
    connect(m_engine, &SyncEngine::attachmentArrived, this, &SyncService::attachmentArrived);
}

SyncService::~SyncService()
{
    m_remote->abort();
    m_thread.run([engine = m_engine] { delete engine; }).waitForFinished();
    m_thread.stop();
    m_signInThread.stop();
}

void SyncService::start()
{
    QMetaObject::invokeMethod(m_engine, &SyncEngine::start, Qt::QueuedConnection);
}

void SyncService::listen()
{
    using State = SyncStatus::State;
    const bool silent = m_remote->silence() >= kSilent;
    const bool shown = m_status.state != m_said.state;
    if (silent == shown
        || (silent && (m_said.state == State::Offline || m_said.state == State::NeedsAttention)))
        return;
    m_status = m_said;
    if (silent) {
        m_status.state = State::Offline;
        m_status.since = m_clock.now();
        m_status.lastError =
            base::Error{base::Error::Kind::Offline, u"no answer"_s, u"timed_out"_s};
    }
    Q_EMIT statusChanged(m_status);
}

void SyncService::wake()
{
    QMetaObject::invokeMethod(m_engine, &SyncEngine::wake, Qt::QueuedConnection);
}

void SyncService::setWantsLease(bool wants)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, wants] { engine->setWantsLease(wants); },
        Qt::QueuedConnection);
}

void SyncService::acceptServer()
{
    QMetaObject::invokeMethod(m_engine, &SyncEngine::acceptServer, Qt::QueuedConnection);
}

void SyncService::askForMonth(const QString &part)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, part] { engine->askForMonth(part); }, Qt::QueuedConnection);
}

void SyncService::audit()
{
    QMetaObject::invokeMethod(m_engine, &SyncEngine::audit, Qt::QueuedConnection);
}

void SyncService::wantAttachment(const domain::Attachment &attachment)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, attachment] { engine->wantAttachment(attachment); },
        Qt::QueuedConnection);
}

void SyncService::attachmentAdded()
{
    QMetaObject::invokeMethod(m_engine, &SyncEngine::attachmentAdded, Qt::QueuedConnection);
}

QFuture<SyncReport> SyncService::syncOnce(std::chrono::milliseconds timeout)
{
    return m_thread.run([engine = m_engine, timeout] { return engine->syncOnce(timeout); });
}

QFuture<base::Result<remote::PersonSession>> SyncService::openPersonSession(
    const remote::ConnInfo &server, const QString &login, const QString &password,
    const QString &station)
{
    auto opening =
        m_signInThread.run([=, this] { return m_signIn.open(server, login, password, station); });
    // Afterwards: nobody waits for it.
    m_signInThread.post([this, password] { m_signIn.keepOpened(password); });
    return opening;
}

void SyncService::forgetSession(const QString &login)
{
    m_signInThread.post([this, login] { m_signIn.forget(login); });
}

} // namespace watchroom::sync
