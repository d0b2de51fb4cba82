-- SPDX-License-Identifier: GPL-3.0-or-later
-- What triggers know of the operation under way, and small helpers. The settings are local to a
-- transaction and set by apply_changes before each operation; only the owner writes tables without.

CREATE FUNCTION sync.iso(v_at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN pg_catalog.to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

CREATE FUNCTION sync.ctx(v_name text) RETURNS text
LANGUAGE sql STABLE
RETURN nullif(pg_catalog.current_setting('watchroom.' || v_name, true), '');

CREATE FUNCTION sync.ctx_op() RETURNS uuid
LANGUAGE sql STABLE RETURN sync.ctx('op')::uuid;

CREATE FUNCTION sync.ctx_actor() RETURNS text
LANGUAGE sql STABLE RETURN coalesce(sync.ctx('actor'), session_user::text);

-- person, station or setup
CREATE FUNCTION sync.ctx_kind() RETURNS text
LANGUAGE sql STABLE RETURN coalesce(sync.ctx('actor_kind'), 'person');

-- The station that carried a person's operation; null where nobody did.
CREATE FUNCTION sync.ctx_carrier() RETURNS text
LANGUAGE sql STABLE RETURN sync.ctx('carrier');

-- The instant the operation claims, not yet clamped.
CREATE FUNCTION sync.ctx_at() RETURNS timestamptz
LANGUAGE sql VOLATILE RETURN coalesce(sync.ctx('at')::timestamptz, pg_catalog.clock_timestamp());

CREATE FUNCTION sync.ctx_fence() RETURNS bigint
LANGUAGE sql STABLE RETURN sync.ctx('fence')::bigint;

-- A lease that has run out but was not taken by another still counts.
CREATE FUNCTION sync.ctx_fence_holds() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce((SELECT l.fence > 0 AND l.fence = sync.ctx_fence() FROM sync.lease l), false);

-- UUIDv5 of the parts joined by a line feed, in Watchroom's name space: equal to base::derivedId.
CREATE FUNCTION sync.derived_id(VARIADIC v_parts text[]) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_hash bytea := substring(crypto.digest(
        '\x6f1c5e0a54c14f0e9b3d2a7c1d88e051'::bytea
            || convert_to(array_to_string(v_parts, E'\n', ''), 'UTF8'), 'sha1') FROM 1 FOR 16);
BEGIN
    v_hash := set_byte(v_hash, 6, (get_byte(v_hash, 6) & 15) | 80);
    v_hash := set_byte(v_hash, 8, (get_byte(v_hash, 8) & 63) | 128);
    RETURN encode(v_hash, 'hex')::uuid;
END $$;

-- A string as QJsonDocument writes it: \" \\ \b \f \n \r \t, other controls as \u001f.
CREATE FUNCTION sync.canonical_text(v_text text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN pg_catalog.to_json(v_text)::text;

-- Clients read numbers as 64-bit integers or doubles, so what is neither is brought to a double.
CREATE FUNCTION sync.canonical_number(v_number numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN v_number % 1 = 0 AND abs(v_number) < 9223372036854775808
            THEN trim_scale(v_number)::text
            ELSE trim_scale(v_number::double precision::text::numeric)::text END;

-- Keys sorted by code point, no blanks: the bytes that enter a hash; equal to domain::canonicalJson.
CREATE FUNCTION sync.canonical(v_json jsonb) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp SET extra_float_digits = 1
AS $$
BEGIN
    IF jsonb_typeof(v_json) = 'object' THEN
        RETURN '{' || coalesce((
            SELECT string_agg(sync.canonical_text(e.key) || ':' || sync.canonical(e.value), ','
                              ORDER BY e.key COLLATE "C")
              FROM jsonb_each(v_json) e), '') || '}';
    ELSIF jsonb_typeof(v_json) = 'array' THEN
        RETURN '[' || coalesce((
            SELECT string_agg(sync.canonical(e.value), ',' ORDER BY e.ordinality)
              FROM jsonb_array_elements(v_json) WITH ORDINALITY e), '') || ']';
    END IF;
    RETURN CASE jsonb_typeof(v_json)
        WHEN 'string' THEN sync.canonical_text(v_json #>> '{}')
        WHEN 'number' THEN sync.canonical_number((v_json #>> '{}')::numeric)
        ELSE v_json::text
    END;
END $$;

-- The one way to say no: a code word and what its sentence fills in.
CREATE FUNCTION sync.refuse(v_code text, v_params jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = v_code,
        DETAIL = coalesce(v_params, '{}')::text;
END $$;

-- A guard's entry in the record: the v_ordinal-th of this operation. Call it in AFTER triggers only.
CREATE FUNCTION sync.add_entry(v_incident uuid, v_ordinal integer, v_code text, v_params jsonb)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO app.log_entry (id, incident, kind, code, params, happened_at)
    VALUES (CASE WHEN sync.ctx_op() IS NULL THEN gen_random_uuid()
                 ELSE sync.derived_id('entry', sync.ctx_op()::text, v_ordinal::text) END,
            v_incident, 'guard', v_code, coalesce(v_params, '{}'),
            least(sync.ctx_at(), clock_timestamp()));
END $$;
