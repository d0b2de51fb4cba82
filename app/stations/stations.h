// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QObject>

namespace watchroom::stations {

/// Somebody signed in at a station.
struct Session
{
    QUuid id;
    QString person; ///< login
    base::Instant openedAt;
};

struct Station
{
    QUuid id;
    QString name;
    QString kind; ///< code word
    bool active = true;
    QList<Session> sessions; ///< open ones, oldest first
};

/// The stations of the team, who is signed in where, and what a lead may end. UI thread.
class Stations : public QObject
{
    Q_OBJECT

public:
    using Author = std::function<store::Author()>;

    Stations(store::Store &store, Author author, QObject *parent = nullptr);

    [[nodiscard]] const QList<Station> &stations() const { return m_stations; } ///< by name

    /// One's own, or anybody's by a lead; what the person does afterwards under it is held.
    [[nodiscard]] QFuture<base::Result<store::Saved>> endSession(const QUuid &session);
    /// Ends what else this person has open at this station: a console that crashed left it, and
    /// nobody has its key since `kept` was opened. What was signed under it and waits goes first.
    void endLeftBehind(const QString &person, const QString &station, const QUuid &kept);
    /// By a lead; an administrator switches it on again.
    [[nodiscard]] QFuture<base::Result<store::Saved>> switchOff(const QUuid &station);

Q_SIGNALS:
    void changed();

private:
    void load();

    store::Store &m_store;
    Author m_author;
    QList<Station> m_stations;
};

} // namespace watchroom::stations
