// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/remote/conninfo.h"

#include <QSqlDatabase>
#include <QStringList>

#include <functional>

namespace watchroom::remote {

/// A connection for setting the server up: whole files of SQL at once, an error of any statement
/// in them is told, no deadline of ours. Lives on one thread; calls block.
class AdminConnection
{
public:
    AdminConnection();
    ~AdminConnection();
    AdminConnection(const AdminConnection &) = delete;
    AdminConnection &operator=(const AdminConnection &) = delete;

    /// Errors: see connectError().
    [[nodiscard]] base::Result<> open(const ConnInfo &server);
    /// Runs all statements; the rows of the last, each as its first column. What a guard refuses
    /// is Denied with its code, a missing privilege Denied with `no_privilege`.
    [[nodiscard]] base::Result<QStringList> run(const QString &sql);
    /// The one value of a query; empty for NULL.
    [[nodiscard]] base::Result<QString> value(const QString &sql);
    /// `work` in one transaction, rolled back when it fails.
    [[nodiscard]] base::Result<> transaction(const std::function<base::Result<>()> &work);

    /// Whether something between here and the server keeps connections of its own.
    [[nodiscard]] base::Result<bool> isPooled();
    [[nodiscard]] QString literal(const QString &value) const;
    [[nodiscard]] static QString identifier(QString name);

private:
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace watchroom::remote
