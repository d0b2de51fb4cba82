// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/engine/desk.h"

#include <QHash>
#include <QRandomGenerator>

#include <functional>
#include <memory>
#include <vector>

namespace watchroom::test {

/// An operation a desk was told is saved.
struct Told
{
    QUuid op;
    QString table;
    QUuid row;
    QString text; ///< of a note: what must be found in it
};

/// Five people at five desks who do random things, seeded: notes, incidents, titles, causes,
/// claims, targets, roles, deletions. Remembers what each was told and holds the server and every
/// replica against it.
class Crew
{
public:
    using Way = std::function<remote::ConnInfo(int number)>;

    /// `way`: how the desk of that number, from 1, reaches the server.
    Crew(const Way &way, quint32 seed, int desks = 5,
        std::chrono::milliseconds deadline = std::chrono::seconds(15));

    /// Everybody signs in, by `direct`, and is in step. Empty: done.
    [[nodiscard]] QString begin(const Way &direct);
    /// So many operations by random desks; before each, `fault` may do its worst.
    void work(int operations, const std::function<void(int)> &fault = {});
    /// One random operation of a desk, from 0.
    void act(std::size_t desk);
    /// Waits until nothing is on its way and every replica equals the server. Empty: it is so.
    [[nodiscard]] QString settle(
        const fakes::PgCluster &cluster, const QString &database, int patience = 60'000) const;
    enum class Refused
    {
        OnCards, ///< at the desk where it was made
        OnServer, ///< it knows of it; the card may have gone with a disk that was set back
    };
    /// Holds the server against what was told. Empty: nothing is lost, doubled or overwritten.
    [[nodiscard]] QString verdict(const fakes::PgCluster &cluster, const QString &database,
        Refused refused = Refused::OnCards) const;
    /// What was done and what became of it, for the log.
    [[nodiscard]] QString counts(const fakes::PgCluster &cluster, const QString &database) const;
    /// Notes on the desk at that place, so that a test may wait for them elsewhere.
    [[nodiscard]] QUuid note(std::size_t desk, const QString &text);

    [[nodiscard]] std::size_t size() const { return m_desks.size(); }
    [[nodiscard]] Desk &desk(std::size_t at) { return *m_desks.at(at); }
    [[nodiscard]] qsizetype told() const { return m_told.size(); }
    [[nodiscard]] QRandomGenerator &random() { return m_random; }

private:
    [[nodiscard]] bool save(std::size_t desk, const store::Draft &draft);
    [[nodiscard]] QUuid anyOf(std::size_t desk, const QString &table);
    void actOnIncident(std::size_t desk);
    void actOnTarget(std::size_t desk);
    void actOnRole(std::size_t desk);

    std::vector<std::unique_ptr<Desk>> m_desks;
    QRandomGenerator m_random;
    QList<Told> m_told;
    QHash<QString, int> m_refused; ///< by the rules here, at once
    int m_words = 0;
};

/// What the server must never hold, whoever worked: a doubled effect, a lost losing text, a broken
/// record. Empty: it does not.
[[nodiscard]] QString impossibleThere(const fakes::PgCluster &cluster, const QString &database);
/// Every value the crew writes, a row a line, sorted: of the server, of a desk.
[[nodiscard]] QString wordsOf(const fakes::PgCluster &cluster, const QString &database);
[[nodiscard]] QString wordsOf(const Desk &desk);

// In a function of a test: the crew's work is whole, there and everywhere.
#define WHOLE(crew, cluster)                                                                       \
    do {                                                                                           \
        QCOMPARE((crew).settle(cluster, m_database), QString());                                   \
        QCOMPARE((crew).verdict(cluster, m_database), QString());                                  \
        qInfo().noquote() << (crew).counts(cluster, m_database);                                   \
    } while (false)

} // namespace watchroom::test
