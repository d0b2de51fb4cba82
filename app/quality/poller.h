// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"

#include <QTimer>

namespace watchroom::quality {

/// The part of QualityService that lives on the quality thread: source, engine and their beat.
class Poller : public QObject
{
    Q_OBJECT

public:
    Poller(const base::Clock &clock, QObject *parent);

    void setSource(std::unique_ptr<MetricSource> source);
    /// See MetricSource; the source is looked at again at once.
    void setAuthorization(const base::Result<QByteArray> &header);
    void setRules(const QList<domain::Rule> &rules);
    void restore(const RuleEngine::Transitions &alerts);
    [[nodiscard]] QFuture<base::Result<RangeData>> range(const RangeRequest &request);
    [[nodiscard]] RuleEngine::Transitions active() const { return m_engine.active(); }

Q_SIGNALS:
    void targetsChanged(const QList<watchroom::quality::TargetInfo> &targets);
    void updated(const watchroom::quality::QualityUpdate &update);
    void transitioned(const std::vector<watchroom::quality::Transition> &transitions);
    void sourceChanged(const watchroom::quality::SourceState &state);

private:
    void look();
    void scheduleNext();
    void renewEngine();
    void take(const base::Result<Poll> &poll, qint64 at);
    void finish(QualityUpdate update, const RuleEngine::Transitions &transitions);
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] qint64 step() const;

    const base::Clock &m_clock;
    QList<domain::Rule> m_rules;
    std::unique_ptr<MetricSource> m_source;
    RuleEngine m_engine;
    QTimer m_timer;
    SourceState m_state;
    quint64 m_generation = 0; ///< answers of a source that was taken away are dropped
    qint64 m_lastLook = 0;
    bool m_looking = false;
};

} // namespace watchroom::quality
