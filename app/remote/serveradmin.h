// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/remote/adminconnection.h"
#include "app/remote/conninfo.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace watchroom::remote {

struct NewPerson
{
    QString login; ///< also the role's name
    QString name;
    QString layer; ///< command, technical, support; empty for none
    QString group; ///< network, audio_video, system; empty for none
    QStringList rights; ///< lead, command, admin
    std::optional<QString> password; ///< without one the person cannot sign in yet
};

/// What `server check` found; the sentence is made from the code in app/words.
struct Finding
{
    QString code;
    QJsonObject params;
    bool serious = true; ///< the service does not work, or is not safe, until it is mended
};

/// Sets the shared server up and looks after it, as a role that owns the database and may create
/// roles. Every command may be repeated. One thread; calls block. Errors: those of connectError();
/// Invalid `schema_missing`, `schema_half`; TooNew `schema_too_new` (this program is too old);
/// Denied `no_privilege`, or what a guard refuses (`last_admin`).
class ServerAdmin
{
public:
    [[nodiscard]] base::Result<> open(const ConnInfo &server);

    /// Roles, schema with its default policy and, where there are none, these rules (one document
    /// each, as of a rules file); names of the files that were applied.
    [[nodiscard]] base::Result<QStringList> install(const QList<QJsonObject> &rules = {});
    /// What is missing of the schema; the same names.
    [[nodiscard]] base::Result<QStringList> upgrade();
    [[nodiscard]] base::Result<QList<Finding>> check();
    /// After every restore: all rows get a fresh xid and the server a new incarnation, so that
    /// every client fills itself again.
    [[nodiscard]] base::Result<> adopt();

    /// Adds or changes a person; one that was disabled is active again. A right not named stays.
    /// Invalid: `login_invalid`, `name_missing`, `layer_unknown`, `group_unknown`, `right_unknown`,
    /// `login_reserved` (a role of that name exists and is none of ours).
    [[nodiscard]] base::Result<> addPerson(const NewPerson &person);
    /// A station's role and its enrolment line, a connection string with its password, given once.
    /// Invalid: `name_invalid`, `kind_unknown`; Conflict `name_taken`.
    [[nodiscard]] base::Result<QString> addStation(const QString &name, const QString &kind);
    [[nodiscard]] base::Result<> setPassword(const QString &login, const QString &password);
    /// Cannot sign in any more, and what is still to be carried for them is held.
    [[nodiscard]] base::Result<> disablePerson(const QString &login);
    /// Revokes the person's sessions; how many were open.
    [[nodiscard]] base::Result<int> closeSessions(const QString &login);

private:
    [[nodiscard]] base::Result<std::optional<Finding>> checkClock();
    [[nodiscard]] base::Result<> makeRoles();
    [[nodiscard]] base::Result<> closeDatabase();
    [[nodiscard]] base::Result<> letOwnerSeeLogins();
    [[nodiscard]] base::Result<> makeExtension();
    [[nodiscard]] base::Result<QStringList> applyMissing();
    [[nodiscard]] base::Result<> applyFile(const struct SchemaFile &file);
    [[nodiscard]] base::Result<> seed(const QList<QJsonObject> &rules);
    [[nodiscard]] base::Result<> finish();
    [[nodiscard]] base::Result<QList<int>> appliedVersions();
    [[nodiscard]] base::Result<> requireSchema();
    /// `sql` as the owner, judged as server set-up.
    [[nodiscard]] base::Result<> asSetup(const QString &sql);
    [[nodiscard]] base::Result<> requirePerson(const QString &login);
    [[nodiscard]] base::Result<> requireFreeRole(const QString &role, const QString &group);
    [[nodiscard]] QString roleStatement(
        const QString &role, const QString &group, const QString &verifier) const;
    [[nodiscard]] QString personStatement(const NewPerson &person) const;
    [[nodiscard]] QString enrolment(const QString &station, const QString &password) const;

    ConnInfo m_server;
    AdminConnection m_connection;
};

} // namespace watchroom::remote
