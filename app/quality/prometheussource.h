// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/backoff.h"
#include "app/quality/mapping.h"
#include "app/quality/prometheusclient.h"

#include <memory>
#include <optional>

namespace watchroom::quality {

/// A Prometheus-compatible server as a source of values, by a mapping. Lives on the quality thread.
/// After a failure it is left alone for a while: poll() then repeats the error without a call.
class PrometheusSource final : public MetricSource
{
    Q_OBJECT

public:
    PrometheusSource(const QString &key, Mapping mapping, SourceSettings settings);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] QList<TargetInfo> targets() const override { return m_mapping.targets; }
    [[nodiscard]] QStringList metricCodes() const override;
    [[nodiscard]] std::chrono::seconds step() const override { return m_mapping.interval; }
    [[nodiscard]] QFuture<base::Result<Poll>> poll(qint64 at) override;
    [[nodiscard]] QFuture<base::Result<RangeData>> range(const RangeRequest &request) override;
    void setAuthorization(const base::Result<QByteArray> &header) override;

private:
    struct Gathering;

    void ask(const std::shared_ptr<Gathering> &gathering);
    void conclude(Gathering &gathering);
    [[nodiscard]] QString targetOf(const LabeledSamples &series) const;

    QString m_key;
    Mapping m_mapping;
    PrometheusClient m_client;
    QHash<QString, QString> m_targetOfLabel; ///< where label and key differ
    Backoff m_backoff;
    std::optional<base::Error> m_lastError;
    std::optional<base::Error> m_withheld; ///< why there is nothing to be let in with
};

} // namespace watchroom::quality
