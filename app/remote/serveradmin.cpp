// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/serveradmin.h"

#include "app/domain/row.h"
#include "app/remote/schemafiles.h"

#include <algorithm>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

// "watchroom" in one number: two set-ups of one server never run at the same time.
const auto kLock = u"SELECT pg_advisory_xact_lock(8603989115)"_s;

base::Result<> done(const base::Result<QStringList> &ran)
{
    return ran ? base::Result<>{} : tl::unexpected(ran.error());
}

} // namespace

base::Result<> ServerAdmin::open(const ConnInfo &server)
{
    m_server = server;
    return m_connection.open(server);
}

base::Result<QStringList> ServerAdmin::install(const QList<QJsonObject> &rules)
{
    auto prepared = m_connection.transaction([this]() -> base::Result<> {
        if (const auto locked = m_connection.run(kLock); !locked)
            return tl::unexpected(locked.error());
        if (const auto made = makeRoles(); !made)
            return made;
        if (const auto closed = closeDatabase(); !closed)
            return closed;
        return makeExtension();
    });
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto applied = applyMissing();
    if (!applied)
        return applied;
    if (const auto seeded = seed(rules); !seeded)
        return tl::unexpected(seeded.error());
    if (const auto finished = finish(); !finished)
        return tl::unexpected(finished.error());
    return applied;
}

base::Result<QStringList> ServerAdmin::upgrade()
{
    if (const auto there = m_connection.value(u"SELECT to_regclass('sync.schema_version')"_s);
        !there)
        return tl::unexpected(there.error());
    else if (there->isEmpty())
        return base::failure(Error::Kind::Invalid, u"no schema sync"_s, u"schema_missing"_s);
    if (const auto closed = m_connection.transaction([this] { return closeDatabase(); }); !closed)
        return tl::unexpected(closed.error());
    if (const auto seen = letOwnerSeeLogins(); !seen)
        return tl::unexpected(seen.error());
    auto applied = applyMissing();
    if (!applied)
        return applied;
    if (const auto finished = finish(); !finished)
        return tl::unexpected(finished.error());
    return applied;
}

base::Result<> ServerAdmin::makeRoles()
{
    // A role that may create roles may join one it did not make (PostgreSQL 15).
    return done(m_connection.run(uR"(
DO $$
DECLARE
    v_role text;
BEGIN
    FOREACH v_role IN ARRAY '{watchroom_owner,watchroom_station,watchroom_person}'::text[] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = v_role) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
        END IF;
    END LOOP;
    IF NOT pg_has_role(current_user, 'watchroom_owner', 'USAGE') THEN
        EXECUTE format('GRANT watchroom_owner TO %I', current_user);
    END IF;
END $$)"_s));
}

base::Result<> ServerAdmin::closeDatabase()
{
    // A dump or a copy of the database does not carry these.
    return done(m_connection.run(uR"(
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, watchroom_station, watchroom_person',
                   current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO watchroom_station, watchroom_person',
                   current_database());
    EXECUTE format('GRANT CREATE, CONNECT ON DATABASE %I TO watchroom_owner', current_database());
    IF EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = 'public'
                  AND pg_has_role(current_user, n.nspowner, 'USAGE')) THEN
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
    END IF;
END $$)"_s));
}

base::Result<> ServerAdmin::letOwnerSeeLogins()
{
    // Whether a connection has TLS is told to members of its login only; team secrets ask.
    return done(m_connection.run(uR"(
DO $$
DECLARE
    v_role text;
BEGIN
    FOR v_role IN SELECT DISTINCT r.rolname FROM pg_roles r JOIN pg_auth_members m ON m.member = r.oid
        WHERE m.roleid::regrole::text IN ('watchroom_station', 'watchroom_person')
          AND NOT pg_has_role('watchroom_owner', r.oid, 'USAGE') LOOP
        EXECUTE format('GRANT %I TO watchroom_owner', v_role);
    END LOOP;
END $$)"_s));
}

base::Result<> ServerAdmin::makeExtension()
{
    const auto made = m_connection.run(u"SET LOCAL ROLE watchroom_owner;"
                                       " CREATE SCHEMA IF NOT EXISTS crypto;"
                                       " CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA crypto;"
                                       " RESET ROLE"_s);
    if (!made)
        return tl::unexpected(made.error());
    const auto where = m_connection.value(u"SELECT extnamespace::regnamespace FROM pg_extension"
                                          " WHERE extname = 'pgcrypto'"_s);
    if (!where)
        return tl::unexpected(where.error());
    if (*where != "crypto"_L1)
        return base::failure(Error::Kind::Invalid, u"pgcrypto is in schema "_s + *where,
            u"pgcrypto_elsewhere"_s, {{u"schema"_s, *where}});
    return {};
}

base::Result<QList<int>> ServerAdmin::appliedVersions()
{
    const auto there = m_connection.value(u"SELECT to_regclass('sync.schema_version')"_s);
    if (!there)
        return tl::unexpected(there.error());
    QList<int> versions;
    if (there->isEmpty())
        return versions;
    const auto rows = m_connection.run(u"SELECT version FROM sync.schema_version ORDER BY 1"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const QString &row : *rows)
        versions.append(row.toInt());
    return versions;
}

base::Result<QStringList> ServerAdmin::applyMissing()
{
    const QList<SchemaFile> files = schemaFiles();
    const auto applied = appliedVersions();
    if (!applied)
        return tl::unexpected(applied.error());
    for (const int version : *applied) {
        if (!std::ranges::any_of(files, [version](const auto &f) { return f.version == version; }))
            return base::failure(Error::Kind::TooNew, u"schema has version %1"_s.arg(version),
                u"schema_too_new"_s, {{u"version"_s, version}});
    }
    QStringList names;
    for (const SchemaFile &file : files) {
        if (applied->contains(file.version))
            continue;
        if (const auto ran = applyFile(file); !ran)
            return tl::unexpected(ran.error());
        names.append(file.name);
    }
    return names;
}

base::Result<> ServerAdmin::applyFile(const SchemaFile &file)
{
    return m_connection.transaction([&]() -> base::Result<> {
        if (const auto locked = m_connection.run(kLock); !locked)
            return tl::unexpected(locked.error());
        const auto applied = appliedVersions();
        if (!applied)
            return tl::unexpected(applied.error());
        if (applied->contains(file.version)) // by another set-up, while this one waited
            return {};
        QString sql = u"SET LOCAL ROLE watchroom_owner; "_s;
        if (!applied->isEmpty())
            sql += u"UPDATE sync.meta SET ready = false; "_s;
        auto ran = m_connection.run(sql + file.sql);
        if (!ran) {
            ran.error().detail.prepend(file.name + u": "_s);
            return tl::unexpected(ran.error());
        }
        return done(m_connection.run(
            u"INSERT INTO sync.schema_version (version, name, program) VALUES (%1, %2, %3)"_s.arg(
                QString::number(file.version), m_connection.literal(file.name),
                m_connection.literal(QStringLiteral(WATCHROOM_VERSION)))));
    });
}

base::Result<> ServerAdmin::asSetup(const QString &sql)
{
    const QString context = u"SET LOCAL ROLE watchroom_owner;"
                            " SELECT set_config('watchroom.actor_kind', 'setup', true),"
                            " set_config('watchroom.actor', session_user, true);"_s;
    return m_connection.transaction([&]() -> base::Result<> {
        if (const auto locked = m_connection.run(kLock + u';' + context); !locked)
            return tl::unexpected(locked.error());
        return done(m_connection.run(sql));
    });
}

base::Result<> ServerAdmin::seed(const QList<QJsonObject> &rules)
{
    if (rules.isEmpty())
        return {};
    // One statement: the second rule must not see that the table is no longer empty.
    QStringList values;
    for (const QJsonObject &rule : rules)
        values.append(u"(%1::jsonb)"_s.arg(
            m_connection.literal(QString::fromUtf8(domain::canonicalJson(rule)))));
    return asSetup(
        u"INSERT INTO app.rule (id, name, version, doc, enabled)"
        " SELECT sync.derived_id('rule', d.doc ->> 'name', '1'), d.doc ->> 'name', 1, d.doc, true"
        " FROM (VALUES %1) d (doc) WHERE NOT EXISTS (SELECT 1 FROM app.rule)"_s.arg(
            values.join(u", "_s)));
}

base::Result<> ServerAdmin::finish()
{
    return asSetup(
        u"SELECT sync.close_doors(); UPDATE sync.meta SET ready = true WHERE NOT ready"_s);
}

base::Result<> ServerAdmin::requireSchema()
{
    const auto applied = appliedVersions();
    if (!applied)
        return tl::unexpected(applied.error());
    if (applied->isEmpty())
        return base::failure(Error::Kind::Invalid, u"no schema sync"_s, u"schema_missing"_s);
    const auto ready = m_connection.value(u"SELECT ready FROM sync.meta"_s);
    if (!ready)
        return tl::unexpected(ready.error());
    if (*ready != "true"_L1)
        return base::failure(Error::Kind::Invalid, u"set-up unfinished"_s, u"schema_half"_s);
    return {};
}

base::Result<> ServerAdmin::adopt()
{
    if (const auto whole = requireSchema(); !whole)
        return whole;
    if (const auto closed = m_connection.transaction([this] { return closeDatabase(); }); !closed)
        return closed;
    if (const auto seen = letOwnerSeeLogins(); !seen)
        return seen;
    // ver and rev stay: what nobody changed is no conflict.
    return asSetup(uR"(
DO $$
DECLARE
    v_tbl text;
BEGIN
    FOR v_tbl IN SELECT tbl FROM sync.table_def ORDER BY ord LOOP
        EXECUTE format('ALTER TABLE app.%I DISABLE TRIGGER USER', v_tbl);
        EXECUTE format('UPDATE app.%I SET xid = pg_current_xact_id()', v_tbl);
        EXECUTE format('ALTER TABLE app.%I ENABLE TRIGGER USER', v_tbl);
    END LOOP;
    UPDATE sync.meta SET incarnation = gen_random_uuid();
    UPDATE sync.lease SET fence = fence + 1, ends_at = '-infinity', client_id = NULL, rank = 0;
    DELETE FROM sync.presence;
END $$)"_s);
}

} // namespace watchroom::remote
