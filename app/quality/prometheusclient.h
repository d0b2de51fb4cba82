// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/quality/sampleparser.h"
#include "app/quality/steps.h"

#include <QFuture>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

class QNetworkReply;

namespace watchroom::quality {

/// Where a Prometheus-compatible API is and how it is spoken to. Secrets stay in memory.
struct SourceSettings
{
    QUrl url; ///< with the path prefix, without /api
    QByteArray authorization =
        {}; ///< the whole header's value ("Bearer ...", "Basic ..."), or empty
    std::optional<base::Error> withheld = {}; ///< nothing is asked until an authorization is set
    QString caFile = {}; ///< PEM, beside the system's certificates
    std::chrono::milliseconds instantTimeout{5000};
    std::chrono::milliseconds rangeTimeout{15000};
    qint64 largestAnswer = 64 * 1024 * 1024;
};

/// The query API over HTTP: at most four calls at a time, instant ones first, each under a deadline
/// of our own (a server's time-out was seen to take 70 s of a promised 1). Lives on the quality
/// thread. Errors beside parseAnswer()'s: Offline `source_unreachable {host, port}`,
/// `source_timeout {seconds}`, `source_unavailable {status}`; Denied `source_credentials {status}`,
/// `source_certificate`; Corrupt `source_not_prometheus {status}`, `source_truncated`; Invalid
/// `source_too_large {bytes}`; Conflict `superseded`.
class PrometheusClient : public QObject
{
    Q_OBJECT

public:
    using Answer = base::Result<QueryAnswer>;

    explicit PrometheusClient(SourceSettings settings, QObject *parent = nullptr);
    ~PrometheusClient() override;

    [[nodiscard]] QFuture<Answer> instant(const QString &promql, qint64 at);
    /// Split where it has more points than a server gives at once, joined again. A later call with
    /// the same `slot` ends an earlier one.
    [[nodiscard]] QFuture<Answer> range(
        const QString &promql, const StepPlan &plan, const QString &slot = {});

    /// For requests from now on.
    void setAuthorization(const QByteArray &header) { m_settings.authorization = header; }
    [[nodiscard]] int running() const { return static_cast<int>(m_running.size()); }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }

private:
    struct Job;
    struct Gathering;
    using JobPtr = std::shared_ptr<Job>;

    void enqueue(const JobPtr &job);
    void startNext();
    void start(const JobPtr &job);
    void finish(QNetworkReply *reply);
    void supersede(const QString &slot);
    [[nodiscard]] QNetworkRequest request(QLatin1StringView path) const;
    [[nodiscard]] Answer read(const Job &job, QNetworkReply *reply) const;

    SourceSettings m_settings;
    QNetworkAccessManager m_network;
    std::deque<JobPtr> m_waiting;
    QHash<QNetworkReply *, JobPtr> m_running;
};

} // namespace watchroom::quality
