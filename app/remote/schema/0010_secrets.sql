-- SPDX-License-Identifier: GPL-3.0-or-later
-- Team secrets: credentials of sources, tokens of robots, SMTP. A lead sets them and nobody reads
-- one back but the stations it is for. Not a synced table, and its values are in no operation and
-- no entry.
--
-- A value must not reach the server's log either. A bind parameter would: log_statement and
-- log_min_duration_statement write parameters out. So the person first asks for a one-time pad, an
-- answer, which no log shows, and sends the value masked by it. The pad lives in a setting of that
-- connection until then. Generic plans keep the value out of what auto_explain prints.

CREATE TABLE sync.secret (
    name text PRIMARY KEY,
    kind text NOT NULL,
    value text NOT NULL,
    station_kinds text[] NOT NULL,
    stations text[] NOT NULL,
    set_by text NOT NULL,
    set_at timestamptz NOT NULL,
    version uuid NOT NULL
);

CREATE FUNCTION sync.is_private(v_address inet, v_tls boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(v_tls, false) OR v_address IS NULL OR v_address <<= '127.0.0.0/8'
    OR v_address <<= '::1/128' OR v_address <<= '::ffff:127.0.0.0/104';

-- TLS, a socket of this machine, or loopback. What pg_stat_ssl says of a login only its members
-- see: the set-up makes the owner one of each (ServerAdmin). Where it does not see, it says no.
CREATE FUNCTION sync.require_private() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.is_private(inet_client_addr(),
            (SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid())) THEN
        PERFORM sync.stop('secrets_need_tls');
    END IF;
END $$;

CREATE FUNCTION sync.require_lead() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.caller_kind() <> 'person' OR NOT sync.has_right(session_user, 'lead', 'admin') THEN
        PERFORM sync.refuse('not_lead');
    END IF;
END $$;

-- By the kind of the station or by its name; a person is none.
CREATE FUNCTION sync.is_for(s sync.secret, v_station text, v_kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN v_kind <> 'person'
    AND (v_kind = ANY ((s).station_kinds) OR v_station = ANY ((s).stations));

-- Changes whenever what a station is given does, and says nothing else.
CREATE FUNCTION sync.secrets_mark(v_station text, v_kind text) RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT coalesce(encode(sha256(convert_to(string_agg(s.name || E'\n' || s.version,
                E'\n' ORDER BY s.name COLLATE "C"), 'UTF8')), 'hex'), 'none')
              FROM sync.secret s WHERE sync.is_for(s, v_station, v_kind));
END $$;

-- {mark, secrets: [{name, kind, value}]}: what the calling station may use.
CREATE FUNCTION sync.secrets() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_kind text := sync.caller_kind();
BEGIN
    IF v_kind = 'person' THEN
        PERFORM sync.stop('not_a_station');
    END IF;
    PERFORM sync.require_private();
    RETURN jsonb_build_object('mark', sync.secrets_mark(session_user, v_kind), 'secrets',
        (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'kind', s.kind,
                'value', s.value) ORDER BY s.name), '[]')
           FROM sync.secret s WHERE sync.is_for(s, session_user, v_kind)))::text;
END $$;

-- [{name, kind, station_kinds, stations, set_by, set_at}]: for leads, without the values.
CREATE FUNCTION sync.list_secrets() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
AS $$
BEGIN
    PERFORM sync.require_lead();
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'kind', s.kind,
                'station_kinds', s.station_kinds, 'stations', s.stations, 'set_by', s.set_by,
                'set_at', sync.iso(s.set_at)) ORDER BY s.name COLLATE "C"), '[]')
              FROM sync.secret s)::text;
END $$;

-- So many random bytes, in hex, that the next set_secret of this connection takes off the value.
CREATE FUNCTION sync.secret_pad(v_bytes integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_pad text := '';
BEGIN
    PERFORM sync.require_lead();
    PERFORM sync.require_private();
    IF v_bytes IS NULL OR v_bytes < 1 OR v_bytes > 8192 THEN
        PERFORM sync.refuse('secret_too_large', '{"bytes": 8192}');
    END IF;
    WHILE length(v_pad) < 2 * v_bytes LOOP
        v_pad := v_pad || encode(crypto.gen_random_bytes(64), 'hex');
    END LOOP;
    v_pad := left(v_pad, 2 * v_bytes);
    PERFORM set_config('watchroom.pad', v_pad, false);
    RETURN v_pad;
END $$;

-- The bytes without the mask and the zeros at their end, as text. Byte by byte and without a query.
CREATE FUNCTION sync.unmask(v_masked text, v_pad text) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_bytes bytea;
    v_key bytea;
    v_end integer := 0;
BEGIN
    IF v_pad IS NULL OR length(v_masked) IS DISTINCT FROM length(v_pad) THEN
        PERFORM sync.refuse('secret_invalid');
    END IF;
    v_bytes := decode(v_masked, 'hex');
    v_key := decode(v_pad, 'hex');
    FOR i IN 0 .. length(v_bytes) - 1 LOOP
        v_bytes := set_byte(v_bytes, i, get_byte(v_bytes, i) # get_byte(v_key, i));
        IF get_byte(v_bytes, i) <> 0 THEN
            v_end := i + 1;
        END IF;
    END LOOP;
    RETURN convert_from(substring(v_bytes FROM 1 FOR v_end), 'UTF8');
EXCEPTION -- the server's own message would quote bytes
    WHEN data_exception THEN
        PERFORM sync.refuse('secret_invalid');
END $$;

-- Nothing may fail after this: the message of a violated constraint quotes the row.
CREATE FUNCTION sync.check_secret(v sync.secret) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_name text;
BEGIN
    IF sync.blank((v).name) OR btrim((v).name) <> (v).name OR length((v).name) > 63
        OR (v).name ~ '[[:cntrl:]]' THEN
        PERFORM sync.refuse('secret_name_invalid');
    ELSIF NOT sync.one_of((v).kind, 'source', 'robot', 'smtp') THEN
        PERFORM sync.refuse('secret_kind_unknown');
    ELSIF sync.blank((v).value) THEN
        PERFORM sync.refuse('secret_empty');
    ELSIF (v).value ~ '[[:cntrl:]]' THEN
        PERFORM sync.refuse('secret_invalid');
    ELSIF coalesce(cardinality((v).station_kinds), 0) + coalesce(cardinality((v).stations), 0) = 0 THEN
        PERFORM sync.refuse('secret_for_nobody');
    ELSIF NOT (v).station_kinds <@ '{console,agent,wall}' OR cardinality((v).stations) > 200
        OR array_position((v).station_kinds, NULL) IS NOT NULL THEN
        PERFORM sync.refuse('kind_unknown');
    END IF;
    FOREACH v_name IN ARRAY (v).stations LOOP
        IF NOT EXISTS (SELECT 1 FROM app.station s WHERE s.name = v_name AND NOT s.deleted) THEN
            PERFORM sync.refuse('station_unknown', jsonb_build_object('value', v_name));
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION sync.secret_entry(v_code text, v_params jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.begin_own();
    PERFORM sync.add_entry(NULL, 0, v_code, v_params);
END $$;

-- v_masked: the value's UTF-8 bytes, zeros at the end as one likes, XOR the pad, in hex. NULL for
-- the others: as they were; of a new secret, for consoles and agents.
CREATE FUNCTION sync.set_secret(v_name text, v_kind text, v_masked text, v_station_kinds text[],
    v_stations text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    v_pad text := sync.ctx('pad');
    v sync.secret;
    v_new boolean;
BEGIN
    PERFORM set_config('watchroom.pad', '', false);
    PERFORM sync.require_lead();
    PERFORM sync.require_private();
    SELECT s.* INTO v FROM sync.secret s WHERE s.name = v_name FOR UPDATE;
    v_new := NOT FOUND;
    v.name := v_name;
    v.kind := coalesce(v_kind, v.kind);
    v.station_kinds := CASE WHEN v_station_kinds IS NULL AND v_stations IS NULL
        THEN coalesce(v.station_kinds, '{console,agent}') ELSE coalesce(v_station_kinds, '{}') END;
    v.stations := CASE WHEN v_station_kinds IS NULL AND v_stations IS NULL
        THEN coalesce(v.stations, '{}') ELSE coalesce(v_stations, '{}') END;
    v.value := sync.unmask(v_masked, v_pad);
    v.set_by := session_user;
    v.set_at := clock_timestamp();
    v.version := gen_random_uuid();
    PERFORM sync.check_secret(v);
    INSERT INTO sync.secret SELECT (v).*
    ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, value = excluded.value,
        station_kinds = excluded.station_kinds, stations = excluded.stations,
        set_by = excluded.set_by, set_at = excluded.set_at, version = excluded.version;
    PERFORM sync.secret_entry(CASE WHEN v_new THEN 'secret_set' ELSE 'secret_replaced' END,
        jsonb_build_object('name', v.name, 'kind', v.kind));
END $$;

CREATE FUNCTION sync.remove_secret(v_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
AS $$
DECLARE
    v_kind text;
BEGIN
    PERFORM sync.require_lead();
    DELETE FROM sync.secret s WHERE s.name = v_name RETURNING s.kind INTO v_kind;
    IF v_kind IS NULL THEN
        PERFORM sync.refuse('secret_unknown', jsonb_build_object('value', v_name));
    END IF;
    PERFORM sync.secret_entry('secret_removed', jsonb_build_object('name', v_name, 'kind', v_kind));
END $$;
