// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/prometheusclient.h"

#include "app/base/log.h"

#include <QNetworkReply>
#include <QPromise>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrlQuery>

#include <functional>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;

namespace {

constexpr qsizetype kMostAtOnce = 4;

/// "1700000000.250": seconds as Prometheus reads them.
QString seconds(qint64 ms)
{
    return u"%1.%2"_s.arg(ms / 1000).arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

/// Form encoding by hand: QUrlQuery leaves "+" as it is, which a server reads as a blank.
QByteArray form(const QList<std::pair<QByteArray, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body += '&';
        body += name + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}

tl::unexpected<Error> superseded()
{
    return failure(Error::Kind::Conflict, u"a newer request took its place"_s, u"superseded"_s);
}

tl::unexpected<Error> unreachable(const QUrl &url, QNetworkReply *reply)
{
    if (reply->error() == QNetworkReply::SslHandshakeFailedError)
        return failure(Error::Kind::Denied, reply->errorString(), u"source_certificate"_s);
    return failure(Error::Kind::Offline, reply->errorString(), u"source_unreachable"_s,
        {{u"host"_s, url.host()}, {u"port"_s, url.port(url.scheme() == "https"_L1 ? 443 : 80)}});
}

tl::unexpected<Error> refusedBy(int status, const Error &read)
{
    const QString detail = u"HTTP %1; %2"_s.arg(status).arg(read.detail);
    const QJsonObject params{{u"status"_s, status}};
    // A JSON error of the API says more than its status does.
    const bool spoken = read.kind != Error::Kind::Corrupt;
    if (spoken)
        return failure(read.kind, detail, read.code, read.params);
    if (status >= 500 || status == 429)
        return failure(Error::Kind::Offline, detail, u"source_unavailable"_s, params);
    return failure(Error::Kind::Corrupt, detail, u"source_not_prometheus"_s, params);
}

/// Series of later pieces are appended to those with the same labels.
void join(QueryAnswer &whole, QueryAnswer piece)
{
    whole.warnings.append(piece.warnings);
    whole.warnings.removeDuplicates();
    for (LabeledSamples &series : piece.series) {
        const auto same = std::ranges::find(whole.series, series.labels, &LabeledSamples::labels);
        if (same == whole.series.end()) {
            whole.series.push_back(std::move(series));
            continue;
        }
        same->times.insert(same->times.end(), series.times.begin(), series.times.end());
        same->values.insert(same->values.end(), series.values.begin(), series.values.end());
    }
}

} // namespace

struct PrometheusClient::Job
{
    enum class End
    {
        Ours,
        Deadline,
        TooLarge,
        Superseded
    };

    QLatin1StringView path;
    QByteArray body;
    std::chrono::milliseconds timeout{};
    QString slot = {};
    bool urgent = false;
    std::function<void(Answer)> done = {};
    End end = End::Ours;
};

/// The pieces of one range on their way to one answer.
struct PrometheusClient::Gathering
{
    QPromise<Answer> promise;
    std::vector<QueryAnswer> pieces;
    std::size_t left = 0;
    bool over = false;

    void take(std::size_t index, Answer answer)
    {
        if (over)
            return;
        if (answer) {
            pieces[index] = std::move(*answer);
            if (--left > 0)
                return;
            QueryAnswer whole;
            for (QueryAnswer &piece : pieces)
                join(whole, std::move(piece));
            answer = std::move(whole);
        }
        over = true;
        promise.addResult(std::move(answer));
        promise.finish();
    }
};

PrometheusClient::PrometheusClient(SourceSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_network.setAutoDeleteReplies(false);
    connect(&m_network, &QNetworkAccessManager::finished, this, &PrometheusClient::finish);
}

PrometheusClient::~PrometheusClient()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const JobPtr &job : waiting)
        job->done(superseded());
    const QList<QNetworkReply *> replies = m_running.keys();
    for (QNetworkReply *reply : replies) {
        m_running.value(reply)->end = Job::End::Superseded;
        reply->abort();
    }
}

QFuture<PrometheusClient::Answer> PrometheusClient::instant(const QString &promql, qint64 at)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto job = std::make_shared<Job>(Job{.path = "/api/v1/query"_L1,
        .body = form({{"query", promql}, {"time", seconds(at)},
            {"timeout", u"%1ms"_s.arg(m_settings.instantTimeout.count())}}),
        .timeout = m_settings.instantTimeout,
        .urgent = true,
        .done = [promise](Answer answer) {
            promise->addResult(std::move(answer));
            promise->finish();
        }});
    enqueue(job);
    return promise->future();
}

QFuture<PrometheusClient::Answer> PrometheusClient::range(
    const QString &promql, const StepPlan &plan, const QString &slot)
{
    if (!slot.isEmpty())
        supersede(slot);
    const std::vector<Span> spans = splitSpan(plan);
    auto gathering = std::make_shared<Gathering>();
    gathering->promise.start();
    gathering->pieces.resize(spans.size());
    gathering->left = spans.size();
    if (spans.empty()) {
        gathering->left = 1;
        gathering->pieces.resize(1);
        gathering->take(0, QueryAnswer{});
    }
    for (std::size_t i = 0; i < spans.size(); ++i) {
        enqueue(std::make_shared<Job>(Job{.path = "/api/v1/query_range"_L1,
            .body = form({{"query", promql}, {"start", seconds(spans[i].from)},
                {"end", seconds(spans[i].to)}, {"step", seconds(plan.step)},
                {"timeout", u"%1ms"_s.arg(m_settings.rangeTimeout.count())}}),
            .timeout = m_settings.rangeTimeout,
            .slot = slot,
            .done = [gathering, i](Answer answer) { gathering->take(i, std::move(answer)); }}));
    }
    return gathering->promise.future();
}

void PrometheusClient::enqueue(const JobPtr &job)
{
    auto place = m_waiting.end();
    if (job->urgent)
        place = std::ranges::find_if(m_waiting, [](const JobPtr &other) { return !other->urgent; });
    m_waiting.insert(place, job);
    startNext();
}

void PrometheusClient::startNext()
{
    while (!m_waiting.empty() && m_running.size() < kMostAtOnce) {
        const JobPtr job = m_waiting.front();
        m_waiting.pop_front();
        start(job);
    }
}

void PrometheusClient::supersede(const QString &slot)
{
    std::vector<JobPtr> ended;
    std::erase_if(m_waiting, [&](const JobPtr &job) {
        if (job->slot == slot)
            ended.push_back(job);
        return job->slot == slot;
    });
    for (const JobPtr &job : ended)
        job->done(superseded());
    const QList<QNetworkReply *> replies = m_running.keys();
    for (QNetworkReply *reply : replies) {
        const JobPtr job = m_running.value(reply);
        if (job && job->slot == slot) {
            job->end = Job::End::Superseded;
            reply->abort();
        }
    }
}

QNetworkRequest PrometheusClient::request(QLatin1StringView path) const
{
    QUrl url = m_settings.url;
    QString prefix = url.path();
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"watchroom/" WATCHROOM_VERSION ""_s);
    // gzip makes the server five times slower on a large range; and nothing to inflate is no bomb.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_settings.authorization.isEmpty())
        request.setRawHeader("Authorization", m_settings.authorization);
    if (!m_settings.caFile.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(m_settings.caFile);
        request.setSslConfiguration(tls);
    }
    return request;
}

void PrometheusClient::start(const JobPtr &job)
{
    QNetworkReply *reply = m_network.post(request(job->path), job->body);
    m_running.insert(reply, job);
    // Our own deadline: Qt's transfer time-out begins anew with every byte that drips in.
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [job, reply] {
        job->end = Job::End::Deadline;
        reply->abort();
    });
    deadline->start(job->timeout);
    const qint64 largest = m_settings.largestAnswer;
    connect(reply, &QNetworkReply::readyRead, reply, [job, reply, largest] {
        if (reply->bytesAvailable() > largest && job->end == Job::End::Ours) {
            job->end = Job::End::TooLarge;
            reply->abort();
        }
    });
}

void PrometheusClient::finish(QNetworkReply *reply)
{
    const JobPtr job = m_running.take(reply);
    reply->deleteLater();
    if (!job)
        return;
    Answer answer = read(*job, reply);
    if (!answer && answer.error().code != "superseded"_L1)
        qCInfo(base::lcQuality) << "a query failed:" << answer.error().code;
    startNext();
    job->done(std::move(answer));
}

PrometheusClient::Answer PrometheusClient::read(const Job &job, QNetworkReply *reply) const
{
    switch (job.end) {
    case Job::End::Superseded:
        return superseded();
    case Job::End::Deadline:
        return failure(Error::Kind::Offline, u"no answer in time"_s, u"source_timeout"_s,
            {{u"seconds"_s, static_cast<double>(job.timeout.count()) / 1000.0}});
    case Job::End::TooLarge:
        return failure(Error::Kind::Invalid, u"the answer is too large"_s, u"source_too_large"_s,
            {{u"bytes"_s, m_settings.largestAnswer}});
    case Job::End::Ours:
        break;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return unreachable(m_settings.url, reply);
    if (status == 401 || status == 403)
        return failure(Error::Kind::Denied, u"HTTP %1"_s.arg(status), u"source_credentials"_s,
            {{u"status"_s, status}});
    const bool good = status >= 200 && status < 300;
    if (good && reply->error() != QNetworkReply::NoError)
        return failure(Error::Kind::Corrupt, reply->errorString(), u"source_truncated"_s);
    Answer answer = parseAnswer(reply->readAll());
    if (good)
        return answer;
    if (answer)
        return failure(Error::Kind::Corrupt, u"HTTP %1 with a good answer"_s.arg(status),
            u"source_not_prometheus"_s, {{u"status"_s, status}});
    return refusedBy(status, answer.error());
}

} // namespace watchroom::quality
