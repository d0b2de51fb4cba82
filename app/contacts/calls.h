// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/contacts/contactcommands.h"

#include <QObject>

namespace watchroom::contacts {

/// A call as the log has it.
struct Call
{
    QUuid contact;
    QString way;
    CallResult result = CallResult::Reached;
    QString author; ///< login
    std::optional<base::Instant> at;
    bool pending = false;
    friend bool operator==(const Call &, const Call &) = default;
};

/// What was called already of one incident, and who has a role in it; without an incident: the free
/// calls of the last day. Follows the log. Lives on the UI thread; reads on the reader's.
class Calls : public QObject
{
    Q_OBJECT

public:
    Calls(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    void setIncident(const QUuid &incident);
    [[nodiscard]] QUuid incident() const { return m_incident; }
    /// The last one by this way; an empty way: by any. Null: there was none. Valid until the event
    /// loop goes on.
    [[nodiscard]] const Call *last(const QUuid &contact, const QString &way = {}) const;
    [[nodiscard]] const QStringList &people() const { return m_found.people; } ///< logins

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    struct Found
    {
        QList<Call> calls; ///< the oldest first
        QStringList people;
    };
    [[nodiscard]] static base::Result<Found> find(
        store::Reader &reader, const QUuid &incident, base::Instant since);
    void load();

    store::Store &m_store;
    const base::Clock &m_clock;
    QUuid m_incident;
    Found m_found;
    quint64 m_asked = 0;
};

} // namespace watchroom::contacts
