// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/conninfo.h"
#include "app/store/store.h"

#include <QHash>
#include <QProcess>
#include <QSet>
#include <QString>

#include <memory>

namespace watchroom::test {

/// A faultclient, and what it said is saved through all its lives.
class KilledClient
{
public:
    KilledClient(QString folder, QString station, store::Author author);

    /// It does so many operations, drains and ends by itself.
    [[nodiscard]] bool start(const remote::ConnInfo &server, quint32 seed, int operations);
    /// Takes in what it said.
    void listen();
    /// Empty, or why it is a wedge: it had ended by itself before it was killed.
    [[nodiscard]] QString kill();
    /// Stops it where it is, between two calls of the system; whether all of it stands.
    [[nodiscard]] bool hold() const;
    void letGo() const;
    [[nodiscard]] bool isRunning() const;
    /// It has done all it was told to, and all of it has arrived.
    [[nodiscard]] bool hasEndedWell() const;
    [[nodiscard]] bool waitForEnd(int ms);

    /// Its operations that wait for a person.
    [[nodiscard]] QSet<QString> inTray() const;
    [[nodiscard]] const QSet<QString> &saved() const { return m_saved; }
    [[nodiscard]] const QHash<QString, int> &refused() const { return m_refused; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &station() const { return m_station; }
    [[nodiscard]] const QString &lastWords() const { return m_lastWords; }
    /// Not empty: it found its replica damaged.
    [[nodiscard]] const QString &damage() const { return m_damage; }

private:
    QString m_folder;
    QString m_station;
    store::Author m_author;
    std::unique_ptr<QProcess> m_process;
    QSet<QString> m_saved;
    QHash<QString, int> m_refused;
    QByteArray m_heard;
    QString m_lastWords;
    QString m_damage;
};

} // namespace watchroom::test
