// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace watchroom::sync {

using std::chrono::milliseconds;

Backoff::Backoff(milliseconds least, milliseconds most, Random random)
    : m_least(least)
    , m_most(most)
    , m_step(least)
    , m_random(
          random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); })
{
}

milliseconds Backoff::next()
{
    const milliseconds step = m_step;
    m_step = std::min(m_step * 2, m_most);
    const milliseconds half = step / 2;
    return half + milliseconds(static_cast<qint64>(m_random() * double(half.count())));
}

void Backoff::reset()
{
    m_step = m_least;
}

} // namespace watchroom::sync
