// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/metricsource.h"

#include <QPromise>

#include <mutex>

namespace watchroom::fakes {

/// What a test and its source share: the test steers, the quality thread reads.
class Steering
{
public:
    enum class Mode
    {
        Answering,
        Silent, ///< it answers, but has nothing new
        Failing, ///< Offline `source_unreachable`
    };
    using Range = QPromise<base::Result<quality::RangeData>>;

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const;
    /// The value from now on of a metric at every target; without one it is 1.
    void setValue(const QString &metric, double value);
    [[nodiscard]] double value(const QString &metric) const;
    /// History is asked for and not answered until release().
    void hold();
    void release();
    [[nodiscard]] QList<quality::RangeRequest> requests() const;

private:
    friend class SteeredSource;
    struct Held
    {
        quality::RangeRequest request;
        std::shared_ptr<Range> promise;
    };
    QFuture<base::Result<quality::RangeData>> answer(const quality::RangeRequest &request);
    [[nodiscard]] base::Result<quality::RangeData> history(
        const quality::RangeRequest &request) const;

    mutable std::mutex m_mutex;
    Mode m_mode = Mode::Answering;
    QHash<QString, double> m_values;
    bool m_holding = false;
    std::vector<Held> m_held;
    QList<quality::RangeRequest> m_requests;
};

/// A source of four targets that says what a test wants, once a second. It offers every metric but
/// MOS. Lives on the quality thread.
class SteeredSource final : public quality::MetricSource
{
    Q_OBJECT

public:
    explicit SteeredSource(std::shared_ptr<Steering> steering);

    [[nodiscard]] QString key() const override { return QStringLiteral("steered"); }
    [[nodiscard]] QList<quality::TargetInfo> targets() const override;
    [[nodiscard]] QStringList metricCodes() const override;
    [[nodiscard]] std::chrono::seconds step() const override { return std::chrono::seconds{1}; }
    [[nodiscard]] QFuture<base::Result<quality::Poll>> poll(qint64 at) override;
    [[nodiscard]] QFuture<base::Result<quality::RangeData>> range(
        const quality::RangeRequest &request) override;

private:
    std::shared_ptr<Steering> m_steering;
};

} // namespace watchroom::fakes
