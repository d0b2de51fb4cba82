// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/timelinemodel.h"

#include <QObject>

namespace watchroom::incidents {

/// What was written last into the record of any incident, here or elsewhere, since the program
/// started. UI thread; one read at a time, however many entries arrive.
class LatestEntry : public QObject
{
    Q_OBJECT

public:
    explicit LatestEntry(store::Store &store, QObject *parent = nullptr);

    /// None: nothing happened yet.
    [[nodiscard]] const std::optional<Entry> &entry() const { return m_entry; }
    [[nodiscard]] QUuid incident() const { return m_incident; }

Q_SIGNALS:
    void changed();

private:
    void read();

    store::Store &m_store;
    std::optional<Entry> m_entry;
    QUuid m_incident;
    QList<QUuid> m_waiting;
    bool m_reading = false;
};

} // namespace watchroom::incidents
