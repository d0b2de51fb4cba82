// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterbook.h"

#include "app/base/whendone.h"

namespace watchroom::roster {

using namespace Qt::StringLiterals;

RosterBook::RosterBook(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        static const QStringList kTables{
            u"person"_s, u"position"_s, u"rotation"_s, u"roster_override"_s, u"check_in"_s};
        if (kTables.contains(table))
            load();
    });
    load();
}

void RosterBook::load()
{
    m_stale = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    const auto ask = [now = m_clock.now()](
                         store::Reader &reader) { return readRoster(reader, now); };
    base::whenDone(m_store.read<RosterState>(ask), this, [this](const auto &read) {
        m_reading = false;
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        m_state = *read;
        m_loaded = true;
        Q_EMIT changed();
        if (m_stale)
            load();
    });
}

} // namespace watchroom::roster
