// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sync/longtransaction.h"

#include "tests/bench/figures.h"

namespace watchroom::bench {

using namespace Qt::StringLiterals;

LongTransaction::LongTransaction(const QString &conninfo, const QString &change)
    : m_connection({.info = *remote::ConnInfo::parse(conninfo)})
{
    demand(m_connection.open().has_value(), u"psql"_s);
    auto begun = m_connection.fetch(u"BEGIN"_s);
    if (begun) // the guards ask who it is
        begun = m_connection.fetch(u"SELECT set_config('watchroom.actor_kind', 'person', true),"
                                   " set_config('watchroom.actor', 'chen', true)"_s);
    if (begun)
        begun = m_connection.fetch(change);
    demand(
        begun.has_value(), u"a long transaction: "_s + (begun ? QString() : begun.error().detail));
}

void LongTransaction::commit()
{
    demand(m_connection.fetch(u"COMMIT"_s).has_value(), u"a late commit"_s);
}

} // namespace watchroom::bench
