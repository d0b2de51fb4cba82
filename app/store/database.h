// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <optional>

namespace watchroom::store {

/// One SQLite connection with its prepared statements; made, used and destroyed on one thread.
/// A failed statement dooms the work under way as in PostgreSQL: later statements do nothing, reads
/// are empty, and transaction() or takeError() hand the first error out. So single calls need no
/// check.
class Database
{
public:
    enum class Access
    {
        Write, ///< the one connection that writes and checkpoints
        Query, ///< reads beside the writer
        Foreign, ///< reads a workspace that another program holds; no file is made
        Frozen, ///< reads a file nobody writes, on a disk that cannot be written
    };

    enum class Durability
    {
        OnDisk, ///< a commit outlives a power cut
        /// A power cut may undo the last commits, in order and each whole. For what the server has
        /// and what is asked of it again: the queue's marks, its results, pulled pages.
        AskedAgain,
    };

    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(
        const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The executed statement; null after an error. Step through it, then finish() it.
    [[nodiscard]] QSqlQuery *run(const QString &sql, const QVariantList &values = {});
    /// Frees the statement; damage met while stepping becomes the error.
    void finish(QSqlQuery &query);
    /// Returns how many rows were written.
    qint64 exec(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] QList<QVariantList> select(const QString &sql, const QVariantList &values = {});
    /// The first value of the first row; invalid where there is none.
    [[nodiscard]] QVariant value(const QString &sql, const QVariantList &values = {});

    /// Between transactions; an OnDisk commit takes all before it to the disk.
    void setDurability(Durability durability);
    void begin(const QString &how);
    /// Commits, or rolls back what is doomed.
    [[nodiscard]] base::Result<> commit();
    void rollback();
    [[nodiscard]] std::optional<base::Error> takeError();
    [[nodiscard]] bool failed() const { return m_error.has_value(); }

private:
    explicit Database(const QString &name);
    void fail(const QSqlError &error, const QString &what);
    [[nodiscard]] base::Result<> configure(Access access);

    QString m_name;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::optional<base::Error> m_error;
    Durability m_durability = Durability::OnDisk;
};

/// SQLite's word for what went wrong, as our kinds and codes (`disk_full`, `read_only`).
[[nodiscard]] base::Error toError(const QSqlError &error, const QString &what);

/// Runs `work` (returning a Result) in one transaction: all of it or nothing.
template <class Work>
auto transaction(Database &database, Work work,
    Database::Durability durability = Database::Durability::OnDisk) -> std::invoke_result_t<Work>
{
    using Answer = std::invoke_result_t<Work>;
    database.setDurability(durability);
    database.begin(QStringLiteral("BEGIN IMMEDIATE"));
    Answer answer = work();
    if (!answer) {
        database.rollback();
        return answer;
    }
    if (auto committed = database.commit(); !committed)
        return Answer(tl::unexpected<base::Error>(committed.error()));
    return answer;
}

} // namespace watchroom::store
