// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/remote/conninfo.h"
#include "app/sync/signin.h"
#include "app/sync/syncengine.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace watchroom::sync {

/// The sync engine as the other threads see it: owns its thread, hands out its news. Lives on the
/// thread that made it, which its signals reach; ends before the store it was given.
class SyncService : public QObject
{
    Q_OBJECT

public:
    /// Makes the remote on the remote's own thread.
    using MakeRemote = std::function<std::unique_ptr<remote::Remote>()>;

    SyncService(store::Store &store, const MakeRemote &makeRemote, base::CorrectedClock &clock,
        const SyncSettings &settings = {}, QObject *parent = nullptr);
    /// Ends a running call at once and waits for the threads.
    ~SyncService() override;

    void start();
    void wake();
    void setWantsLease(bool wants);
    /// See SyncEngine.
    void acceptServer();
    void askForMonth(const QString &part);
    void audit();
    void wantAttachment(const domain::Attachment &attachment);
    void attachmentAdded();
    [[nodiscard]] const SyncStatus &status() const { return m_status; }
    [[nodiscard]] const Lease &lease() const { return m_lease; }

    /// Push, pull and fill until nothing is left or time is up; works without start() too.
    [[nodiscard]] QFuture<SyncReport> syncOnce(std::chrono::milliseconds timeout);
    /// Signs a person in beside the engine's own connection. Errors: see SignIn.
    [[nodiscard]] QFuture<base::Result<remote::PersonSession>> openPersonSession(
        const remote::ConnInfo &server, const QString &login, const QString &password,
        const QString &station);

    /// Signed out: their password opens their session no longer without the server.
    void forgetSession(const QString &login);

Q_SIGNALS:
    void statusChanged(const watchroom::sync::SyncStatus &status);
    void leaseChanged(const watchroom::sync::Lease &lease);
    /// Once: everything open is here, the board may show it. Also at a start without the server,
    /// when the replica was whole before.
    void coreReady();
    /// See SyncEngine; only where the settings want them.
    void secretsChanged(const watchroom::base::Result<watchroom::remote::TeamSecretsPtr> &secrets);
    void attachmentArrived(const QString &hash);

private:
    void listen();

    base::WorkerThread m_thread;
    base::WorkerThread m_signInThread;
    SignIn m_signIn; ///< on m_signInThread
    SyncEngine *m_engine = nullptr; ///< on m_thread, deleted there
    remote::Remote *m_remote = nullptr; ///< the engine's own, for abort()
    base::CorrectedClock &m_clock;
    QTimer m_listening;
    SyncStatus m_status; ///< as it is shown
    SyncStatus m_said; ///< by the engine, which says nothing while a call of its own waits
    Lease m_lease;
};

} // namespace watchroom::sync
