// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/metricsource.h"

#include <QHash>

namespace watchroom::quality {

/// The demo workspace's source: what a service of a dozen sites might look like. Every value is a
/// function of seed, target, metric and time alone, so that history and the newest values agree
/// and two stations see the same. Every few minutes something happens. Lives on the quality thread.
class Simulator final : public MetricSource
{
    Q_OBJECT

public:
    explicit Simulator(quint32 seed, const QString &key = QStringLiteral("demo"));

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] QList<TargetInfo> targets() const override { return m_targets; }
    [[nodiscard]] QStringList metricCodes() const override;
    [[nodiscard]] std::chrono::seconds step() const override { return std::chrono::seconds{5}; }
    [[nodiscard]] QFuture<base::Result<Poll>> poll(qint64 at) override;
    [[nodiscard]] QFuture<base::Result<RangeData>> range(const RangeRequest &request) override;

    /// NaN while the target says nothing. Times are floored to step().
    [[nodiscard]] double value(const QString &target, const QString &metric, qint64 time) const;

private:
    struct Trouble;

    [[nodiscard]] Trouble trouble(std::size_t site, qint64 time) const;

    QString m_key;
    quint32 m_seed;
    QList<TargetInfo> m_targets;
    QStringList m_measured; ///< keys of egresses and sites
    QHash<QString, std::size_t> m_indexOf;
    QHash<QString, QString> m_egressOf;
};

} // namespace watchroom::quality
