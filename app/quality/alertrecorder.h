// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/joining.h"
#include "app/quality/ruleengine.h"
#include "app/store/store.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>

namespace watchroom::quality {

/// Writes down what the rules found, for as long as this station holds the lease: the alert, the
/// incident it joins or opens, the incident's level when the alert's rises, and that it recovered
/// or came back. Idempotent: it compares with what is in the replica, and ids are deterministic.
/// Lives on the thread of its maker; one transition at a time.
class AlertRecorder : public QObject
{
    Q_OBJECT

public:
    /// The title of an incident that an alert opens; `target` is its row, empty when unknown.
    using Title = std::function<QString(const Transition &alert, const domain::Row &target)>;

    AlertRecorder(store::Store &store, const base::Clock &clock, Title title);

    /// The lease's fence while it is ours (a standalone workspace: 1); nothing: record nothing.
    void setFence(std::optional<qint64> fence);
    /// Transitions as they come, or everything that fires after the lease was won.
    void take(const RuleEngine::Transitions &transitions);
    /// The alerts of the replica that fire, for QualityService::restore().
    [[nodiscard]] QFuture<base::Result<RuleEngine::Transitions>> openAlerts();

Q_SIGNALS:
    /// Everything taken so far is saved or has failed.
    void settled();
    void failed(const watchroom::base::Error &error);

private:
    /// What one transition must know before it is written down.
    struct Facts
    {
        std::optional<domain::Row> open; ///< the alert of this rule and target that fires
        bool recorded = false; ///< an alert with this id exists already
        std::optional<domain::Row> target;
        QList<domain::Row> targets;
        QList<domain::Row> incidents; ///< not closed
        QList<domain::Row> linked; ///< of `incidents`, those of `open`
        QSet<QUuid> othersFiring; ///< incidents with another alert that still fires
        bool opened = false; ///< the incident this alert would open exists already
    };
    using Drafts = QList<store::Draft>;

    void next();
    void write(const Transition &transition, const Facts &facts);
    [[nodiscard]] static base::Result<Facts> lookUp(
        store::Reader &reader, const Transition &transition);
    [[nodiscard]] static base::Result<> lookUpLinks(store::Reader &reader, Facts &facts);
    [[nodiscard]] Drafts begin(const Transition &transition, const Facts &facts) const;
    [[nodiscard]] Drafts change(const Transition &transition, const Facts &facts) const;
    [[nodiscard]] Drafts end(const Transition &transition, const Facts &facts) const;
    [[nodiscard]] domain::Row alertRow(const Transition &transition) const;
    [[nodiscard]] store::Draft openIncident(
        const Transition &transition, const QUuid &id, const Facts &facts) const;
    void touchIncident(
        const domain::Row &incident, const Transition &transition, Drafts &drafts) const;
    [[nodiscard]] store::Draft draft(
        const QString &table, const QUuid &id, domain::OperationKind kind, domain::Row set) const;

    store::Store &m_store;
    const base::Clock &m_clock;
    Title m_title;
    std::optional<qint64> m_fence;
    std::deque<Transition> m_waiting;
    bool m_busy = false;
};

} // namespace watchroom::quality
