// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/roster/rosterstate.h"
#include "app/store/store.h"

#include <QObject>

namespace watchroom::roster {

/// The roster as it is now, read anew whenever one of its rows changes. Lives on the UI thread;
/// reads on the reader's.
class RosterBook : public QObject
{
    Q_OBJECT

public:
    RosterBook(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const RosterState &state() const { return m_state; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    void load();

    store::Store &m_store;
    const base::Clock &m_clock;
    RosterState m_state;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false; ///< a row changed while it was read
};

} // namespace watchroom::roster
