// SPDX-License-Identifier: GPL-3.0-or-later
// `server check`: what is wrong with the server, as codes.
#include "app/remote/schemafiles.h"
#include "app/remote/serveradmin.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace watchroom::remote {

using namespace Qt::StringLiterals;

namespace {

/// A question whose every row is a finding; the row is the JSON of its parameters.
struct Question
{
    QLatin1StringView code;
    bool serious;
    QLatin1StringView sql;
};

constexpr std::array kServerQuestions{
    Question{"version_old"_L1, true,
        "SELECT jsonb_build_object('version', current_setting('server_version'))"
        " WHERE current_setting('server_version_num')::int < 150000"_L1},
    Question{"not_primary"_L1, true, "SELECT '{}' WHERE pg_is_in_recovery()"_L1},
    Question{"fsync_off"_L1, true,
        "SELECT jsonb_build_object('setting', s.name) FROM pg_settings s"
        " WHERE s.name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND s.setting = 'off'"_L1},
    Question{"no_tls"_L1, false,
        "SELECT '{}' WHERE current_setting('ssl') = 'off' AND current_setting('listen_addresses')"
        " NOT IN ('', 'localhost', '127.0.0.1', '::1')"_L1},
    Question{"no_standby"_L1, false,
        "SELECT '{}' WHERE NOT EXISTS (SELECT 1 FROM pg_stat_replication)"_L1},
    Question{"standby_asynchronous"_L1, false,
        "SELECT '{}' WHERE EXISTS (SELECT 1 FROM pg_stat_replication)"
        " AND current_setting('synchronous_standby_names') = ''"_L1},
    Question{"idle_transactions"_L1, false,
        "SELECT '{}' WHERE current_setting('idle_in_transaction_session_timeout') = '0'"_L1},
    Question{"passwords_md5"_L1, false,
        "SELECT '{}' WHERE current_setting('password_encryption') <> 'scram-sha-256'"_L1},
    Question{"public_database"_L1, true,
        "SELECT jsonb_build_object('privilege', a.privilege_type) FROM pg_database d,"
        " aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a"
        " WHERE d.datname = current_database() AND a.grantee = 0"_L1},
};

constexpr std::array kSchemaQuestions{
    Question{"restamp_needed"_L1, true,
        "SELECT '{}' WHERE sync.highest_xid() >= pg_snapshot_xmax(pg_current_snapshot())"_L1},
    Question{"no_admin"_L1, true,
        "SELECT '{}' WHERE NOT EXISTS (SELECT 1 FROM app.person p JOIN app.person_right r"
        " ON r.person = p.login AND r.right_name = 'admin' AND NOT r.deleted"
        " WHERE p.active AND NOT p.deleted)"_L1},
    Question{"no_policy"_L1, true, "SELECT '{}' WHERE NOT EXISTS (SELECT 1 FROM app.policy)"_L1},
    // Each console has one connection, and one more for a moment when somebody signs in.
    Question{"few_connections"_L1, true,
        "SELECT jsonb_build_object('now', current_setting('max_connections'), 'least', w.n)"
        " FROM (SELECT 20 + 2 * count(*) AS n FROM app.station WHERE active AND NOT deleted) w"
        " WHERE current_setting('max_connections')::int < w.n"_L1},
    Question{"no_backup"_L1, false, "SELECT '{}' FROM sync.meta WHERE backed_up_at IS NULL"_L1},
    Question{"backup_old"_L1, true,
        "SELECT jsonb_build_object('hours', floor(extract(epoch FROM now() - backed_up_at) / 3600))"
        " FROM sync.meta WHERE backed_up_at < now() - interval '26 hours'"_L1},
    Question{"role_missing"_L1, true,
        "SELECT jsonb_build_object('role', w.name) FROM (SELECT login FROM app.person WHERE active "
        "AND"
        " NOT deleted UNION SELECT name FROM app.station WHERE active AND NOT deleted) w (name)"
        " WHERE NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = w.name AND r.rolcanlogin)"_L1},
    Question{"role_powerful"_L1, true,
        "SELECT jsonb_build_object('role', r.rolname) FROM pg_roles r"
        " WHERE r.rolcanlogin AND NOT r.rolname = current_user"
        " AND (r.rolname IN (SELECT login FROM app.person) OR r.rolname IN (SELECT name FROM"
        " app.station)) AND (r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR r.rolreplication"
        " OR pg_has_role(r.oid, 'watchroom_owner', 'MEMBER'))"_L1},
    Question{"table_open"_L1, true,
        "SELECT jsonb_build_object('role', coalesce(g.rolname, 'PUBLIC'), 'table',"
        " c.oid::regclass::text) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a"
        " LEFT JOIN pg_roles g ON g.oid = a.grantee"
        " WHERE c.relnamespace IN ('app'::regnamespace, 'sync'::regnamespace)"
        " AND a.grantee <> c.relowner"_L1},
    Question{"function_open"_L1, true,
        "SELECT jsonb_build_object('function', p.oid::regprocedure::text) FROM pg_proc p"
        " WHERE p.pronamespace IN ('app'::regnamespace, 'sync'::regnamespace) AND EXISTS (SELECT 1"
        " FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)"_L1},
    Question{"trigger_off"_L1, true,
        "SELECT jsonb_build_object('table', t.tgrelid::regclass::text, 'trigger', t.tgname)"
        " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE c.relnamespace = 'app'::regnamespace AND t.tgenabled <> 'O'"_L1},
};

} // namespace

base::Result<std::optional<Finding>> ServerAdmin::checkClock()
{
    constexpr qint64 kBearable = 5'000; // ms; it decides nothing, but the record shows it
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const auto said =
        m_connection.value(u"SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)"_s);
    if (!said)
        return tl::unexpected(said.error());
    const qint64 here = (before + QDateTime::currentMSecsSinceEpoch()) / 2;
    const qint64 ahead = said->toLongLong() - here;
    if (std::abs(ahead) < kBearable)
        return std::nullopt;
    return Finding{u"clock_off"_s, {{u"seconds"_s, ahead / 1000}}};
}

base::Result<QList<Finding>> ServerAdmin::check()
{
    QList<Finding> findings;
    const auto ask = [&](const Question &question) -> base::Result<> {
        const auto rows = m_connection.run(QString(question.sql));
        if (!rows)
            return tl::unexpected(rows.error());
        for (const QString &row : *rows)
            findings.append({QString(question.code), QJsonDocument::fromJson(row.toUtf8()).object(),
                question.serious});
        return {};
    };
    for (const Question &question : kServerQuestions) {
        if (const auto asked = ask(question); !asked)
            return tl::unexpected(asked.error());
    }
    if (const auto clock = checkClock(); !clock)
        return tl::unexpected(clock.error());
    else if (*clock)
        findings.append(**clock);
    // Behind a pooler LISTEN hears nothing. Two statements that meet two backends would tell, but
    // do not when little is going on.
    if (m_connection.isPooled().value_or(false))
        findings.append({u"pooler"_s, {}});
    const auto applied = appliedVersions();
    if (!applied)
        return tl::unexpected(applied.error());
    const QList<SchemaFile> files = schemaFiles();
    if (applied->isEmpty()) {
        findings.append({u"schema_missing"_s, {}});
        return findings;
    }
    if (applied->constLast() > files.constLast().version) {
        findings.append({u"schema_too_new"_s, {{u"version"_s, applied->constLast()}}});
        return findings;
    }
    QJsonArray missing;
    for (const SchemaFile &file : files) {
        if (!applied->contains(file.version))
            missing.append(file.name);
    }
    if (const auto whole = requireSchema(); !missing.isEmpty() || !whole) {
        findings.append({u"schema_half"_s, {{u"missing"_s, missing}}});
        return findings;
    }
    for (const Question &question : kSchemaQuestions) {
        if (const auto asked = ask(question); !asked)
            return tl::unexpected(asked.error());
    }
    return findings;
}

} // namespace watchroom::remote
