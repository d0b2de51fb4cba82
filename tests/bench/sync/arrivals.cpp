// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sync/arrivals.h"

#include "app/store/store.h"

#include <memory>

namespace watchroom::bench {

Arrivals::Arrivals()
{
    m_clock.start();
}

void Arrivals::watch(const store::Store &replica)
{
    // A guard or a closing may change a row once more: only its first arrival counts.
    const auto seen = std::make_shared<QSet<QUuid>>();
    connect(&replica, &store::Store::rowsChanged, this,
        [this, seen](const QString &, const QList<QUuid> &ids) {
            for (const QUuid &id : ids) {
                const auto sent = m_sent.find(id);
                if (sent == m_sent.end() || sent->missing == 0 || seen->contains(id))
                    continue;
                seen->insert(id);
                m_took.append(double(m_clock.nsecsElapsed() - sent->at) / 1e6);
                --sent->missing;
                --m_missing;
            }
        });
}

void Arrivals::sent(const QUuid &row, int copies)
{
    m_sent.insert(row, {m_clock.nsecsElapsed(), copies});
    m_missing += copies;
}

} // namespace watchroom::bench
