// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/workerthread.h"
#include "app/quality/ruleengine.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace watchroom::quality {

/// What one look at the source changed, for the screens.
struct QualityUpdate
{
    qint64 at = 0; ///< ms, floored to the source's step
    std::vector<Reading> readings = {};
    std::vector<SeriesStatus> statuses = {}; ///< of everything ever heard
    QStringList warnings = {};
    QList<std::pair<QString, base::Error>> problems = {}; ///< metric, why its query failed
};

/// How the source does, for the top strip.
struct SourceState
{
    QString key; ///< empty: no source is set
    bool answering = false;
    std::optional<base::Error> error = {};
    qint64 lastAnswer = 0; ///< ms; 0: never
    qint64 step = 0; ///< ms
};

class Poller;

/// Looks at the source at each of its steps, on a thread of its own, and lets the rules judge what
/// it says. Signals and futures reach the thread of whoever listens. Evaluating is for everybody's
/// own screen and sound; what is recorded is AlertRecorder's to decide.
class QualityService : public QObject
{
    Q_OBJECT

public:
    using SourceFactory = std::function<std::unique_ptr<MetricSource>()>;

    explicit QualityService(const base::Clock &clock, QObject *parent = nullptr);
    ~QualityService() override;

    /// Called on the quality thread; an empty factory takes the source away.
    void setSource(SourceFactory factory);
    /// Of the present source, which goes on with it; see MetricSource.
    void setAuthorization(const base::Result<QByteArray> &header);
    /// Alerts that fire go on firing where their rule still exists.
    void setRules(const QList<domain::Rule> &rules);
    /// Alerts from the replica that still fire (AlertRecorder::openAlerts).
    void restore(const RuleEngine::Transitions &alerts);

    /// Error: NotFound `source_none`; else the source's.
    [[nodiscard]] QFuture<base::Result<RangeData>> range(const RangeRequest &request);
    /// The alerts that fire now.
    [[nodiscard]] QFuture<RuleEngine::Transitions> active();

Q_SIGNALS:
    void targetsChanged(const QList<watchroom::quality::TargetInfo> &targets);
    void updated(const watchroom::quality::QualityUpdate &update);
    void transitioned(const std::vector<watchroom::quality::Transition> &transitions);
    void sourceChanged(const watchroom::quality::SourceState &state);

private:
    base::WorkerThread m_thread;
    Poller *m_poller; ///< on the thread, a child of its context
};

} // namespace watchroom::quality
