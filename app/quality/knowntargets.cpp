// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/knowntargets.h"

#include <algorithm>

namespace watchroom::quality {

using namespace Qt::StringLiterals;

void KnownTargets::setListed(const QList<TargetInfo> &targets)
{
    m_listed = targets;
    m_heard.clear();
    renew();
}

void KnownTargets::setRows(const QList<TargetInfo> &targets)
{
    if (targets == m_rows)
        return;
    m_rows = targets;
    renew();
}

void KnownTargets::renew()
{
    m_keys.clear();
    for (const TargetInfo &target : named())
        m_keys.insert(target.key);
    m_heard.subtract(m_keys);
    Q_EMIT changed();
}

void KnownTargets::hear(const QualityUpdate &update)
{
    const auto before = m_heard.size();
    for (const Reading &reading : update.readings) {
        if (!m_keys.contains(reading.target))
            m_heard.insert(reading.target);
    }
    if (m_heard.size() != before)
        Q_EMIT changed();
}

QList<TargetInfo> KnownTargets::targets() const
{
    QList<TargetInfo> all = named();
    QStringList strangers(m_heard.begin(), m_heard.end());
    std::ranges::sort(strangers);
    for (const QString &key : std::as_const(strangers))
        all.append({.key = key, .kind = u"site"_s, .name = key});
    return all;
}

} // namespace watchroom::quality
