// SPDX-License-Identifier: GPL-3.0-or-later
// People and stations of ServerAdmin: a role to sign in with, and a row that says who it is.
#include "app/domain/codes.h"
#include "app/remote/scram.h"
#include "app/remote/serveradmin.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;
namespace codes = domain::codes;

namespace {

const auto kPersons = u"watchroom_person"_s;
const auto kStations = u"watchroom_station"_s;

tl::unexpected<Error> invalid(const QString &code, const QString &value)
{
    return base::failure(Error::Kind::Invalid, code + u": "_s + value, code, {{u"value"_s, value}});
}

bool isReserved(const QString &role)
{
    return role.startsWith("pg_"_L1) || role.startsWith("watchroom_"_L1)
        || QStringList{u"public"_s, u"none"_s, u"postgres"_s}.contains(role);
}

base::Result<> checkPerson(const NewPerson &person)
{
    static const QRegularExpression login(u"\\A[a-z][a-z0-9_.-]{0,62}\\z"_s);
    if (!login.match(person.login).hasMatch() || isReserved(person.login))
        return invalid(u"login_invalid"_s, person.login);
    if (person.name.trimmed().isEmpty())
        return invalid(u"name_missing"_s, person.login);
    if (!person.layer.isEmpty() && !codes::contains(codes::kLayers, person.layer))
        return invalid(u"layer_unknown"_s, person.layer);
    if (!person.group.isEmpty() && !codes::contains(codes::kGroups, person.group))
        return invalid(u"group_unknown"_s, person.group);
    for (const QString &right : person.rights) {
        if (!codes::contains(codes::kRights, right))
            return invalid(u"right_unknown"_s, right);
    }
    return {};
}

/// The name is the role's, at most 63 bytes long, and stands in a connection string.
bool isStationName(const QString &name)
{
    return !name.trimmed().isEmpty() && name.trimmed() == name && name.toUtf8().size() <= 63
        && !isReserved(name) && std::ranges::all_of(name, [](QChar c) {
               return c.isPrint() && c != u'$' && c != u'"' && c != u'\'' && c != u'\\';
           });
}

} // namespace

base::Result<> ServerAdmin::requireFreeRole(const QString &role, const QString &group)
{
    const QString name = m_connection.literal(role);
    const auto said = m_connection.value(
        u"SELECT CASE WHEN r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls"
        " OR r.rolreplication OR NOT pg_has_role(r.oid, %2, 'MEMBER') THEN 'foreign' ELSE 'ours' "
        "END"
        " FROM pg_roles r WHERE r.rolname = %1"_s.arg(name, m_connection.literal(group)));
    if (!said)
        return tl::unexpected(said.error());
    return *said == "foreign"_L1 ? invalid(u"login_reserved"_s, role) : base::Result<>{};
}

QString ServerAdmin::roleStatement(
    const QString &role, const QString &group, const QString &verifier) const
{
    // Members inherit: the group's right to call the functions is all a login has.
    const QString sql = uR"(
RESET ROLE;
DO $do$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %1) THEN
        CREATE ROLE %2 LOGIN INHERIT;
        GRANT %3 TO %2;
        GRANT %2 TO watchroom_owner; -- which must see whether it came over TLS
        ALTER ROLE %2 SET idle_in_transaction_session_timeout = '60s';
    END IF;
    ALTER ROLE %2 LOGIN;
END $do$;
)"_s.arg(m_connection.literal(role), AdminConnection::identifier(role), group);
    const QString password = verifier.isEmpty()
        ? QString{}
        : u"ALTER ROLE %1 PASSWORD %2;"_s.arg(
            AdminConnection::identifier(role), m_connection.literal(verifier));
    return sql + password + u" SET LOCAL ROLE watchroom_owner;"_s;
}

QString ServerAdmin::personStatement(const NewPerson &person) const
{
    const auto text = [this](const QString &value) {
        return m_connection.literal(value.isEmpty() ? QString() : value);
    };
    QString sql = uR"(
INSERT INTO app.person (id, login, name, layer, tech_group, active)
SELECT gen_random_uuid(), %1, %2, %3, %4, true
 WHERE NOT EXISTS (SELECT 1 FROM app.person WHERE login = %1 AND NOT deleted);
UPDATE app.person SET name = %2, layer = %3, tech_group = %4, active = true
 WHERE login = %1 AND NOT deleted
   AND (name, layer, tech_group, active) IS DISTINCT FROM (%2, %3, %4, true);
)"_s.arg(text(person.login), text(person.name.trimmed()), text(person.layer), text(person.group));
    for (const QString &right : person.rights)
        sql += uR"(
INSERT INTO app.person_right (id, person, right_name)
SELECT gen_random_uuid(), %1, %2 WHERE NOT EXISTS (SELECT 1 FROM app.person_right
    WHERE person = %1 AND right_name = %2 AND NOT deleted);
)"_s.arg(text(person.login), text(right));
    return sql;
}

base::Result<> ServerAdmin::addPerson(const NewPerson &person)
{
    if (const auto whole = requireSchema(); !whole)
        return whole;
    if (const auto checked = checkPerson(person); !checked)
        return checked;
    if (const auto free = requireFreeRole(person.login, kPersons); !free)
        return free;
    const QString verifier = person.password ? scramVerifier(*person.password) : QString{};
    return asSetup(roleStatement(person.login, kPersons, verifier) + personStatement(person));
}

QString ServerAdmin::enrolment(const QString &station, const QString &password) const
{
    QStringList parts;
    for (const auto key :
        {"host"_L1, "hostaddr"_L1, "port"_L1, "dbname"_L1, "sslmode"_L1, "sslrootcert"_L1}) {
        if (m_server.contains(key))
            parts.append(u"%1='%2'"_s.arg(key, m_server.value(key)));
    }
    parts.append(u"user='%1'"_s.arg(station));
    parts.append(u"password='%1'"_s.arg(password));
    return parts.join(u' ');
}

base::Result<QString> ServerAdmin::addStation(const QString &name, const QString &kind)
{
    if (const auto whole = requireSchema(); !whole)
        return tl::unexpected(whole.error());
    if (!isStationName(name))
        return invalid(u"name_invalid"_s, name);
    if (!codes::contains(codes::kStationKinds, kind))
        return invalid(u"kind_unknown"_s, kind);
    const auto taken =
        m_connection.value(u"SELECT 1 FROM app.station WHERE name = %1 AND NOT deleted UNION ALL"
                           " SELECT 1 FROM app.person WHERE login = %1 AND NOT deleted"_s.arg(
                               m_connection.literal(name)));
    if (!taken)
        return tl::unexpected(taken.error());
    if (!taken->isEmpty())
        return base::failure(Error::Kind::Conflict, name, u"name_taken"_s, {{u"value"_s, name}});
    if (const auto free = requireFreeRole(name, kStations); !free)
        return tl::unexpected(free.error());
    const QString password = randomPassword();
    const auto added = asSetup(roleStatement(name, kStations, scramVerifier(password))
        + u"INSERT INTO app.station (id, name, kind, active) VALUES (gen_random_uuid(), %1, %2, true)"_s
              .arg(m_connection.literal(name), m_connection.literal(kind)));
    if (!added)
        return tl::unexpected(added.error());
    return enrolment(name, password);
}

base::Result<> ServerAdmin::requirePerson(const QString &login)
{
    if (const auto whole = requireSchema(); !whole)
        return whole;
    const auto found =
        m_connection.value(u"SELECT 1 FROM app.person WHERE login = %1 AND NOT deleted"_s.arg(
            m_connection.literal(login)));
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return base::failure(
            Error::Kind::NotFound, login, u"person_unknown"_s, {{u"value"_s, login}});
    return requireFreeRole(login, kPersons);
}

base::Result<> ServerAdmin::setPassword(const QString &login, const QString &password)
{
    if (const auto found = requirePerson(login); !found)
        return found;
    if (password.isEmpty())
        return base::failure(Error::Kind::Invalid, u"empty password"_s, u"password_missing"_s);
    const auto set = m_connection.run(u"ALTER ROLE %1 PASSWORD %2"_s.arg(
        AdminConnection::identifier(login), m_connection.literal(scramVerifier(password))));
    return set ? base::Result<>{} : tl::unexpected(set.error());
}

base::Result<> ServerAdmin::disablePerson(const QString &login)
{
    if (const auto found = requirePerson(login); !found)
        return found;
    const QString name = m_connection.literal(login);
    return asSetup(
        u"UPDATE app.person SET active = false WHERE login = %1 AND NOT deleted AND active;"
        " UPDATE app.session SET ended = true WHERE person = %1 AND NOT ended;"
        " RESET ROLE; ALTER ROLE %2 NOLOGIN"_s.arg(name, AdminConnection::identifier(login)));
}

base::Result<int> ServerAdmin::closeSessions(const QString &login)
{
    if (const auto found = requirePerson(login); !found)
        return tl::unexpected(found.error());
    const QString open = u"person = %1 AND NOT ended"_s.arg(m_connection.literal(login));
    const auto count = m_connection.value(u"SELECT count(*) FROM app.session WHERE "_s + open);
    if (!count)
        return tl::unexpected(count.error());
    const auto closed = asSetup(u"UPDATE app.session SET ended = true WHERE "_s + open);
    if (!closed)
        return tl::unexpected(closed.error());
    return count->toInt();
}

} // namespace watchroom::remote
