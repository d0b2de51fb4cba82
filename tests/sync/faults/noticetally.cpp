// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/noticetally.h"

#include <numeric>

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {

const QStringList kBefalls{u"offline"_s, u"rollback"_s, u"rollback while a desk was cut off"_s,
    u"withdrawn"_s, u"brought back"_s, u"clock ahead"_s, u"clock behind"_s, u"two editors"_s,
    u"merged"_s, u"restart"_s, u"late text"_s};
const QStringList kSaid{u"newer"_s, u"withdrawn"_s, u"last followed"_s, u"run newer"_s,
    u"run withdrawn"_s, u"now"_s, u"critical"_s, u"later"_s, u"finished"_s};

QString listed(const QStringList &kinds, const QMap<QString, int> &counts)
{
    QStringList all;
    for (const QString &kind : kinds)
        all.append(kind + u' ' + QString::number(counts.value(kind)));
    return all.join(u", "_s);
}

} // namespace

void NoticeTally::count(const QString &kind, bool is, bool must)
{
    m_due[kind] += must ? 1 : 0;
    m_missed += must && !is ? 1 : 0;
    m_wrong += is && !must ? 1 : 0;
}

void NoticeTally::weigh(const Notice &is, const Notice &must)
{
    ++m_looks;
    count(u"newer"_s, is.newer, must.newer);
    count(u"withdrawn"_s, is.withdrawn, must.withdrawn);
    count(u"run newer"_s, is.runNewer, must.runNewer);
    count(u"run withdrawn"_s, is.runWithdrawn, must.runWithdrawn);
    // Another number, or another word, is one that is missing and one that is false.
    count(
        u"last followed"_s, is.followed == must.followed && must.followed != 0, must.followed != 0);
    count(u"last followed"_s, is.followed != must.followed && is.followed != 0, false);
    for (const auto &[id, word] : must.steps.asKeyValueRange())
        count(word, is.steps.value(id) == word, true);
    for (const auto &[id, word] : is.steps.asKeyValueRange())
        count(word, must.steps.value(id) != word, false);
}

void NoticeTally::add(const QSet<QString> &befell)
{
    ++m_scenarios;
    for (const QString &kind : befell)
        ++m_befell[kind];
}

QStringList NoticeTally::neverSeen() const
{
    QStringList never;
    for (const QString &kind : kBefalls)
        if (m_befell.value(kind) == 0)
            never.append(kind);
    for (const QString &kind : kSaid)
        if (m_due.value(kind) == 0)
            never.append(u"said: "_s + kind);
    return never;
}

QString NoticeTally::text() const
{
    return u"%1 scenarios, of them: %2; %3 looks, %4 notices due (%5), %6 missed, %7 false"_s
        .arg(m_scenarios)
        .arg(listed(kBefalls, m_befell))
        .arg(m_looks)
        .arg(std::accumulate(m_due.cbegin(), m_due.cend(), 0))
        .arg(listed(kSaid, m_due))
        .arg(m_missed)
        .arg(m_wrong);
}

} // namespace watchroom::test
