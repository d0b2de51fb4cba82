// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/backoff.h"
#include "app/sync/blobtransfer.h"
#include "app/sync/filler.h"
#include "app/sync/leasebeat.h"
#include "app/sync/pacer.h"
#include "app/sync/puller.h"
#include "app/sync/pusher.h"
#include "app/sync/syncstatus.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace watchroom::sync {

struct SyncSettings
{
    std::chrono::milliseconds poll = std::chrono::seconds(15); ///< without any wake-up
    std::chrono::milliseconds leastBackoff = std::chrono::milliseconds(500);
    std::chrono::milliseconds mostBackoff = std::chrono::seconds(30);
    int monthsKept = 3; ///< of closed work, this month included
    std::chrono::seconds auditEvery = std::chrono::hours(24);
    bool wantsSecrets = false; ///< the team's, for whoever uses them
};

/// Carries the outbox to the server and brings the others' work back, for as long as it lives:
/// connects, fills, pushes, pulls and beats, each with its own failures, none blocking another.
/// Lives on the remote's thread, where calls block; see SyncService for the other threads.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    SyncEngine(store::Store &store, std::unique_ptr<remote::Remote> remote,
        base::CorrectedClock &clock, const SyncSettings &settings);
    ~SyncEngine() override;

    void start();
    /// Push, pull and fill until nothing is left or time is up; connects if need be.
    [[nodiscard]] SyncReport syncOnce(std::chrono::milliseconds timeout);
    /// The network came up, the machine woke: try now.
    void wake();
    void setWantsLease(bool wants);
    /// A person says that the server which `other_server` is about takes the place of the one
    /// known.
    void acceptServer();
    /// Fetches a month before the kept ones, "2026-01", and keeps it while the program runs.
    void askForMonth(const QString &part);
    /// Compares everything with the server now.
    void audit();
    /// Somebody looks at the frame of an attachment that is not here: it comes first.
    void wantAttachment(const domain::Attachment &attachment);
    /// One was attached here (store::BlobFolder).
    void attachmentAdded();

Q_SIGNALS:
    void statusChanged(const watchroom::sync::SyncStatus &status);
    void leaseChanged(const watchroom::sync::Lease &lease);
    void coreReady();
    /// What the server handed out, or why it does not; what was handed out before is void.
    void secretsChanged(const watchroom::base::Result<watchroom::remote::TeamSecretsPtr> &secrets);
    void attachmentArrived(const QString &hash);

private:
    /// An activity with failures of its own.
    struct Activity
    {
        explicit Activity(const SyncSettings &settings);
        QTimer timer; ///< the next attempt
        Backoff backoff;
        std::optional<base::Error> error;
    };

    [[nodiscard]] base::Result<> connectNow();
    [[nodiscard]] base::Result<> greet(bool renewed = false);
    [[nodiscard]] base::Result<bool> isSameClient(
        const store::SyncState &known, const remote::Hello &hello);
    [[nodiscard]] base::Result<> forgetIfOtherShare(
        const store::SyncState &known, const remote::Hello &hello);
    [[nodiscard]] base::Result<> startAs(const remote::Hello &hello);
    [[nodiscard]] base::Result<> beginFilling();
    [[nodiscard]] base::Result<> fillStep();
    [[nodiscard]] base::Result<> coreFilled();
    [[nodiscard]] base::Result<> allFilled();
    void fetchAskedMonths();
    void noteMonths();
    [[nodiscard]] bool isAuditDue() const;
    [[nodiscard]] base::Result<qint64> pushStep();
    [[nodiscard]] base::Result<qint64> pullStep();

    void tryToConnect();
    void runPush();
    void runPull();
    void runFill();
    void runBeat();
    void runTransfer();
    void transferSoon();
    void runPing();
    void countsChanged(const store::OutboxCounts &counts);
    void connectionLost();

    void succeeded(Activity &activity);
    void failed(Activity &activity, const base::Error &error);
    void disconnectNow();
    void publish();
    [[nodiscard]] SyncStatus::State judgeState() const;
    void applyBeat(const remote::Beat &beat);
    void takeSecrets(const QString &mark);
    void dropSecretsIfRevoked(const base::Error &error);
    void secretsHinted();

    store::Store &m_store;
    std::unique_ptr<remote::Remote> m_remote;
    base::CorrectedClock &m_clock;
    SyncSettings m_settings;
    SyncSession m_session;
    Pusher m_pusher;
    Puller m_puller;
    Filler m_filler;
    LeaseBeat m_beats;
    BlobTransfer m_transfer;
    Pacer m_pacer;
    QTimer m_poll;
    QTimer m_ownPull; ///< until what the server added to my own changes is asked for
    QTimer m_ping; ///< an idle connection that is dead must show too
    Activity m_connecting;
    Activity m_pushing;
    Activity m_pulling;
    Activity m_filling;
    Activity m_beating;
    Activity m_transferring;
    QStringList m_months; ///< that the server has and this station keeps
    QStringList m_serverMonths; ///< all that the server has
    QStringList m_askedMonths; ///< not begun yet
    QStringList m_fetchedMonths; ///< being filled
    QString m_window; ///< the oldest month kept when older ones were last dropped
    std::optional<QString> m_accepted; ///< epoch a person said yes to; empty: whatever comes next
    bool m_repairing = false; ///< what waits is sent before rows are compared
    bool m_drained = false; ///< the last push of this connection found nothing to send
    QString m_fillCursor; ///< of the moment filling began; empty: no core under way
    QString m_secretsMark; ///< of those handed on; empty: none yet
    bool m_running = false;
    bool m_connected = false;
    bool m_everConnected = false;
    SyncStatus m_status;
    SyncStatus m_published;
    qint64 m_pushed = 0;
    qint64 m_pulled = 0;
};

} // namespace watchroom::sync
