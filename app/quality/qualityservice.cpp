// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/qualityservice.h"

#include "app/base/whendone.h"
#include "app/quality/poller.h"

namespace watchroom::quality {

using namespace Qt::StringLiterals;

QualityService::QualityService(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_thread(u"quality"_s)
{
    m_poller =
        m_thread.run([this, &clock] { return new Poller(clock, m_thread.context()); }).result();
    connect(m_poller, &Poller::targetsChanged, this, &QualityService::targetsChanged);
    connect(m_poller, &Poller::updated, this, &QualityService::updated);
    connect(m_poller, &Poller::transitioned, this, &QualityService::transitioned);
    connect(m_poller, &Poller::sourceChanged, this, &QualityService::sourceChanged);
}

QualityService::~QualityService()
{
    m_thread.stop();
}

void QualityService::setSource(SourceFactory factory)
{
    m_thread.post([poller = m_poller, factory = std::move(factory)] {
        poller->setSource(factory ? factory() : nullptr);
    });
}

void QualityService::setAuthorization(const base::Result<QByteArray> &header)
{
    m_thread.post([poller = m_poller, header] { poller->setAuthorization(header); });
}

void QualityService::setRules(const QList<domain::Rule> &rules)
{
    m_thread.post([poller = m_poller, rules] { poller->setRules(rules); });
}

void QualityService::restore(const RuleEngine::Transitions &alerts)
{
    m_thread.post([poller = m_poller, alerts] { poller->restore(alerts); });
}

QFuture<base::Result<RangeData>> QualityService::range(const RangeRequest &request)
{
    auto promise = std::make_shared<QPromise<base::Result<RangeData>>>();
    promise->start();
    m_thread.post([poller = m_poller, request, promise] {
        base::whenDone(poller->range(request), poller, [promise](base::Result<RangeData> data) {
            promise->addResult(std::move(data));
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<RuleEngine::Transitions> QualityService::active()
{
    return m_thread.run([poller = m_poller] { return poller->active(); });
}

} // namespace watchroom::quality
