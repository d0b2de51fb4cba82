// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/operation.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QStringList>

namespace watchroom::tests {

/// One connection that calls the server's functions as they are, without Watchroom's own client:
/// what it sends and what comes back is the wire form. One thread.
class Caller
{
public:
    explicit Caller(QString conninfo, const QUuid &client = QUuid::createUuid());
    ~Caller();
    Caller(const Caller &) = delete;
    Caller &operator=(const Caller &) = delete;

    /// Connects and says hello.
    [[nodiscard]] bool open();
    [[nodiscard]] bool connectOnly();
    [[nodiscard]] QUuid client() const { return m_client; }
    [[nodiscard]] const QJsonObject &greeting() const { return m_greeting; }

    /// The first column of all rows; on an error none, and state() and error() say why.
    QStringList lines(const QString &sql);
    QString value(const QString &sql);
    [[nodiscard]] QString state() const { return m_state; } ///< SQLSTATE; empty after a success
    [[nodiscard]] QString error() const { return m_error; } ///< the message's first line

    /// Every later operation carries this session's proof.
    void signIn(const QUuid &session, const QByteArray &key);
    [[nodiscard]] QJsonObject envelope(const domain::Operation &operation);
    /// The answer as it is; an empty object on an error.
    QJsonObject apply(const QJsonArray &envelopes);
    QList<domain::OperationResult> push(const QList<domain::Operation> &operations);
    domain::OperationResult push(const domain::Operation &operation);

    /// Rows by "table/id", from the cursor kept; the cursor moves on.
    QHash<QString, domain::Row> pull();
    [[nodiscard]] domain::Row row(const QString &table, const QUuid &id);

    qint64 nextSeq = 1;

private:
    QString m_conninfo;
    QUuid m_client;
    QString m_name;
    QSqlDatabase m_database;
    QJsonObject m_greeting;
    QString m_cursor;
    QString m_state;
    QString m_error;
    QUuid m_session;
    QByteArray m_key;
};

/// Operations as a client makes them, each its own group.
[[nodiscard]] domain::Operation insertOf(const QString &table, const domain::Row &set,
    const QString &actor, const QUuid &id = QUuid::createUuid());
/// `base` and `base_ver` are taken from the row as the maker sees it.
[[nodiscard]] domain::Operation updateOf(
    const QString &table, const domain::Row &seen, const domain::Row &set, const QString &actor);
[[nodiscard]] domain::Operation deleteOf(
    const QString &table, const domain::Row &seen, const QString &actor);
/// The state as a word of the wire: "applied".
[[nodiscard]] QString word(const domain::OperationResult &result);
[[nodiscard]] QStringList words(const QList<domain::OperationResult> &results);

} // namespace watchroom::tests
