-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is calling, greeting, sessions, presence and the lease. Errors of a call have SQLSTATE WR001
-- and one word as their message.

CREATE FUNCTION sync.stop(v_word text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'WR001', MESSAGE = v_word;
END $$;

-- console, wall, agent, or person; an active station's or person's own login and nobody else.
CREATE FUNCTION sync.caller_kind() RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_kind text;
BEGIN
    SELECT s.kind INTO v_kind FROM app.station s
     WHERE s.name = session_user AND s.active AND NOT s.deleted;
    IF v_kind IS NULL AND EXISTS (SELECT 1 FROM app.person p
            WHERE p.login = session_user AND p.active AND NOT p.deleted) THEN
        v_kind := 'person';
    END IF;
    IF v_kind IS NULL THEN
        PERFORM sync.stop('not_a_station');
    END IF;
    RETURN v_kind;
END $$;

-- System, timeline, this very database, schema and incarnation: a dump restored into the same
-- database changes only the last two, a copied database (CREATE DATABASE ... TEMPLATE) only the
-- database. plpgsql keeps its plan; SQL would be planned at each call.
CREATE FUNCTION sync.epoch() RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT c.system_identifier || ':' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
                   || ':' || d.oid || '.' || 'sync.meta'::regclass::oid || ':' || m.incarnation
              FROM pg_control_system() c, sync.meta m, pg_database d
             WHERE d.datname = current_database());
END $$;

-- The stations that were heard within 30 s, by name.
CREATE FUNCTION sync.online() RETURNS text[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT coalesce(array_agg(DISTINCT p.login), '{}') FROM sync.presence p
             WHERE p.kind <> 'person' AND p.at > clock_timestamp() - interval '30 seconds');
END $$;

-- Milliseconds between two pulls of one station while changes go on: all of them together ask at
-- most 500 times a second, which is a third of one core.
CREATE FUNCTION sync.pull_interval(v_stations integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN greatest(20, 2 * v_stations);
END $$;

-- A1 to A9, B1 ... Z9, AA1 ...
CREATE FUNCTION sync.prefix_of(v_n bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_rest bigint := (v_n - 1) / 9;
    v_letters text := '';
BEGIN
    LOOP
        v_letters := chr(65 + (v_rest % 26)::integer) || v_letters;
        v_rest := v_rest / 26 - 1;
        EXIT WHEN v_rest < 0;
    END LOOP;
    RETURN v_letters || ((v_n - 1) % 9 + 1);
END $$;

CREATE FUNCTION sync.own_client(v_client uuid) RETURNS sync.client
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v sync.client;
BEGIN
    SELECT c.* INTO v FROM sync.client c WHERE c.client_id = v_client;
    IF v.login IS DISTINCT FROM session_user::text THEN
        PERFORM sync.stop('not_my_client');
    END IF;
    RETURN v;
END $$;

-- These functions write rows outside of any operation; settings a caller made count for nothing.
CREATE FUNCTION sync.begin_own() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM set_config('watchroom.op', '', true), set_config('watchroom.at', '', true),
            set_config('watchroom.actor', session_user, true),
            set_config('watchroom.actor_kind', 'setup', true),
            set_config('watchroom.carrier', '', true), set_config('watchroom.day', '', true),
            set_config('watchroom.released_by', '', true),
            set_config('watchroom.entries', '', true),
            set_config('watchroom.guard_writes', '', true);
END $$;

CREATE FUNCTION sync.hello(v_client uuid, v_schema integer, v_app text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
AS $$
DECLARE
    v_kind text := sync.caller_kind();
    v_meta sync.meta;
    v_row sync.client;
BEGIN
    SELECT m.* INTO v_meta FROM sync.meta m;
    IF NOT v_meta.ready THEN
        PERFORM sync.stop('schema_half');
    END IF;
    IF sync.highest_xid() >= pg_snapshot_xmax(pg_current_snapshot()) THEN
        PERFORM sync.stop('restamp_needed');
    END IF;
    SELECT c.* INTO v_row FROM sync.client c WHERE c.client_id = v_client;
    IF NOT FOUND THEN
        INSERT INTO sync.client (client_id, login, prefix, schema, app)
        VALUES (v_client, session_user, sync.prefix_of(nextval('sync.client_prefix')), v_schema,
                left(coalesce(v_app, ''), 100))
        ON CONFLICT (client_id) DO NOTHING;
    END IF;
    v_row := sync.own_client(v_client);
    UPDATE sync.client SET schema = v_schema, app = left(coalesce(v_app, ''), 100),
                           last_seen = clock_timestamp()
     WHERE client_id = v_client;
    RETURN jsonb_build_object('epoch', sync.epoch(), 'lineage', v_meta.lineage,
        'last_op', v_row.last_op,
        'prefix', v_row.prefix, 'schema_min', v_meta.schema_min, 'schema_max', v_meta.schema_max,
        'now', sync.iso(clock_timestamp()),
        'pull_interval', sync.pull_interval(cardinality(sync.online())),
        'kind', v_kind, 'station', session_user::text,
        'secrets', sync.secrets_mark(session_user, v_kind),
        'started', sync.iso(pg_postmaster_start_time()),
        'parts', to_jsonb(coalesce(sync.months(), '{}')))::text;
END $$;

-- Called on the person's own short connection: the key is handed out once. The station that will
-- carry the person's operations must exist.
CREATE FUNCTION sync.open_session(v_station text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
AS $$
DECLARE
    v_id uuid := gen_random_uuid();
    v_key bytea := crypto.gen_random_bytes(32);
BEGIN
    IF sync.caller_kind() <> 'person' THEN
        PERFORM sync.refuse('not_active');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM app.station s
                    WHERE s.name = v_station AND s.active AND NOT s.deleted
                      AND s.kind <> 'wall') THEN
        PERFORM sync.stop('not_a_station');
    END IF;
    INSERT INTO sync.session (id, person, station, key)
    VALUES (v_id, session_user, v_station, v_key);
    PERFORM sync.begin_own();
    INSERT INTO app.session (id, person, station, opened_at, ended)
    VALUES (v_id, session_user, v_station, clock_timestamp(), false);
    RETURN jsonb_build_object('session', v_id, 'key', encode(v_key, 'hex'),
        'person', session_user::text, 'now', sync.iso(clock_timestamp()))::text;
END $$;

-- By the person, or by the station the session was opened for, when that person signs out. True if
-- it was open.
CREATE FUNCTION sync.close_session(v_session uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
AS $$
BEGIN
    PERFORM sync.caller_kind();
    PERFORM sync.begin_own();
    UPDATE app.session s SET ended = true
     WHERE s.id = v_session AND NOT s.ended AND session_user::text IN (s.person, s.station);
    RETURN FOUND;
END $$;

-- Presence, a clock sample and the lease. A console or agent that evaluates rules says
-- {"lease": true}: it then takes the lease if that is free, was its own, or is a console's while
-- it is an agent. {"lease": false} gives it back.
CREATE FUNCTION sync.beat(v_client uuid, v_state jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD' SET synchronous_commit = off
AS $$
DECLARE
    v_kind text := sync.caller_kind();
    v_lease sync.lease;
    v_online text[];
BEGIN
    PERFORM sync.own_client(v_client);
    IF length(v_state::text) > 4096 THEN
        PERFORM sync.stop('too_large');
    END IF;
    INSERT INTO sync.presence (client_id, login, kind, state, at)
    VALUES (v_client, session_user, v_kind, coalesce(v_state, '{}'), clock_timestamp())
    ON CONFLICT (client_id) DO UPDATE SET state = excluded.state, at = excluded.at,
                                          kind = excluded.kind;
    v_online := sync.online();
    v_lease := sync.take_lease(v_client, v_kind, coalesce(v_state -> 'lease', 'null'));
    IF v_lease.client_id IS NOT DISTINCT FROM v_client AND EXISTS (SELECT 1 FROM sync.meta m
            WHERE m.tidied_at < clock_timestamp() - interval '1 hour') THEN
        PERFORM sync.tidy();
    END IF;
    RETURN jsonb_build_object('now', sync.iso(clock_timestamp()),
        'stations_online', cardinality(v_online), 'online', to_jsonb(v_online),
        'pull_interval', sync.pull_interval(cardinality(v_online)),
        'secrets', sync.secrets_mark(session_user, v_kind),
        'lease', jsonb_build_object('holder', v_lease.holder, 'fence', v_lease.fence,
            'mine', v_lease.ends_at > clock_timestamp()
                    AND v_lease.client_id IS NOT DISTINCT FROM v_client,
            'ends', CASE WHEN isfinite(v_lease.ends_at) THEN sync.iso(v_lease.ends_at) END))::text;
END $$;

-- Called by whoever made a backup and looked that it is whole, as the owner.
CREATE FUNCTION sync.note_backup() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE sync.meta SET backed_up_at = clock_timestamp();
END $$;

-- What is kept for retries goes after 90 days, some of it at a time, by whoever holds the lease.
CREATE FUNCTION sync.tidy() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_until timestamptz := clock_timestamp() - interval '90 days';
BEGIN
    UPDATE sync.meta SET tidied_at = clock_timestamp();
    DELETE FROM sync.applied_op WHERE ctid = ANY (ARRAY(
        SELECT a.ctid FROM sync.applied_op a WHERE a.at < v_until LIMIT 5000));
    DELETE FROM sync.produced WHERE ctid = ANY (ARRAY(
        SELECT p.ctid FROM sync.produced p WHERE p.at < v_until LIMIT 5000));
    DELETE FROM sync.session s WHERE s.used_at < v_until;
    DELETE FROM sync.blob b
     WHERE NOT b.whole AND b.at < clock_timestamp() - interval '7 days';
END $$;

CREATE FUNCTION sync.take_lease(v_client uuid, v_kind text, v_wanted jsonb) RETURNS sync.lease
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_lease sync.lease;
    v_rank integer := CASE v_kind WHEN 'agent' THEN 2 WHEN 'console' THEN 1 ELSE 0 END;
    v_mine boolean;
    v_free boolean;
BEGIN
    SELECT l.* INTO v_lease FROM sync.lease l;
    v_mine := v_lease.client_id IS NOT DISTINCT FROM v_client;
    v_free := v_lease.ends_at <= clock_timestamp() OR v_rank > v_lease.rank;
    IF v_rank = 0 OR NOT (v_mine OR v_free AND v_wanted = 'true') THEN
        RETURN v_lease;
    END IF;
    SELECT l.* INTO v_lease FROM sync.lease l FOR UPDATE;
    v_mine := v_lease.client_id IS NOT DISTINCT FROM v_client;
    v_free := v_lease.ends_at <= clock_timestamp() OR v_rank > v_lease.rank;
    IF v_mine AND v_wanted = 'false' THEN
        UPDATE sync.lease SET ends_at = least(ends_at, clock_timestamp());
    ELSIF v_wanted = 'true' AND (v_mine OR v_free) THEN
        UPDATE sync.lease SET holder = session_user, client_id = v_client, rank = v_rank,
            fence = fence + CASE WHEN v_mine THEN 0 ELSE 1 END,
            ends_at = clock_timestamp() + interval '8 seconds';
    END IF;
    SELECT l.* INTO v_lease FROM sync.lease l;
    RETURN v_lease;
END $$;
