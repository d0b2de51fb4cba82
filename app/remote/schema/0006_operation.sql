-- SPDX-License-Identifier: GPL-3.0-or-later
-- One operation: reading it without ever failing, then running it. What refuses one raises WR002
-- (state, code, parameters) or is a guard's P0001; apply_changes makes the result of it.

CREATE TYPE sync.incoming AS (
    seq bigint, body text, hash text, session text, proof text, release_session text,
    release_proof text, bad text, bad_params jsonb,
    op uuid, grp uuid, tbl text, id uuid, kind text, base_ver uuid, base jsonb, set jsonb,
    deps uuid[], needs uuid[], at text, actor text, chain text, policy text, units text[],
    known jsonb
);

CREATE FUNCTION sync.give_up(v_state text, v_code text, v_params jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'WR002', MESSAGE = v_code,
        DETAIL = jsonb_build_object('state', v_state, 'params', v_params)::text;
END $$;

CREATE FUNCTION sync.to_uuid(v_text text) RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN v_text ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
            THEN v_text::uuid END;

CREATE FUNCTION sync.to_uuids(v_list jsonb) RETURNS uuid[]
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF jsonb_typeof(v_list) IS DISTINCT FROM 'array' OR v_list = '[]' THEN
        RETURN '{}';
    END IF;
    RETURN (SELECT coalesce(array_agg(u.id) FILTER (WHERE u.id IS NOT NULL), '{}')
              FROM (SELECT sync.to_uuid(e) AS id FROM jsonb_array_elements_text(v_list) e) u);
END $$;

CREATE FUNCTION sync.to_json(v_text text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN v_text::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN NULL;
END $$;

CREATE FUNCTION sync.is_instant(v_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(v_text ~
    '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$', false);

-- An operation whose body makes no sense has `bad` set and is refused when its turn comes.
CREATE FUNCTION sync.read_operation(v_envelope jsonb) RETURNS sync.incoming
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v sync.incoming;
    j jsonb;
BEGIN
    v.seq := (v_envelope ->> 'seq')::bigint;
    v.body := v_envelope ->> 'body';
    IF v.seq IS NULL OR v.body IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = 'an envelope has seq and body';
    END IF;
    v.hash := encode(sha256(convert_to(v.body, 'UTF8')), 'hex');
    v.session := v_envelope ->> 'session';
    v.proof := v_envelope ->> 'proof';
    v.release_session := v_envelope #>> '{release,session}';
    v.release_proof := v_envelope #>> '{release,proof}';
    j := sync.to_json(v.body);
    v.op := sync.to_uuid(j ->> 'op');
    v.grp := sync.to_uuid(j ->> 'grp');
    v.tbl := j ->> 'tbl';
    v.id := sync.to_uuid(j ->> 'id');
    v.kind := j ->> 'kind';
    v.base_ver := sync.to_uuid(j ->> 'base_ver');
    v.set := coalesce(nullif(j -> 'set', 'null'), '{}');
    v.base := coalesce(nullif(j -> 'base', 'null'), '{}');
    v.deps := sync.to_uuids(j -> 'dep');
    v.needs := sync.to_uuids(j -> 'needs');
    v.at := j ->> 'at';
    v.actor := nullif(j ->> 'actor', '');
    v.units := '{}';
    SELECT t.chain, t.policy INTO v.chain, v.policy FROM sync.table_def t WHERE t.tbl = v.tbl;
    v.bad_params := CASE
        WHEN j IS NULL OR jsonb_typeof(j) <> 'object' THEN '{"where": "body"}'
        WHEN v.op IS NULL THEN '{"where": "op"}'
        WHEN v.grp IS NULL THEN '{"where": "grp"}'
        WHEN v.id IS NULL THEN '{"where": "id"}'
        WHEN coalesce(v.kind, '') NOT IN ('insert', 'update', 'delete', 'append') THEN
            '{"where": "kind"}'
        WHEN jsonb_typeof(v.set) <> 'object' THEN '{"where": "set"}'
        WHEN jsonb_typeof(v.base) <> 'object' THEN '{"where": "base"}'
        WHEN NOT sync.is_instant(v.at) THEN '{"where": "at"}'
        ELSE NULL END;
    IF octet_length(v.body) > 262144 THEN
        v.bad := 'too_large';
        v.bad_params := '{"limit": 262144}';
    ELSIF v.bad_params IS NOT NULL THEN
        v.bad := 'invalid_value';
    ELSIF v.policy IS NULL THEN
        v.bad := 'unknown_table';
        v.bad_params := jsonb_build_object('table', left(v.tbl, 100));
    ELSIF v.kind = 'update' THEN
        SELECT coalesce(array_agg(DISTINCT c.unit), '{}') INTO v.units
          FROM sync.column_def c WHERE c.tbl = v.tbl AND v.set ? c.col;
    END IF;
    RETURN v;
END $$;

-- What every client can read and reckon with: at most 64 levels, and numbers that a 64-bit integer or
-- a double holds. (A client's reader stops at 1,024 levels and at 1e400: one such value in a row
-- would have stopped every client's pull.)
CREATE FUNCTION sync.json_fits(v_value jsonb, v_depth integer DEFAULT 0) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp SET extra_float_digits = 1
AS $$
DECLARE
    v_number numeric;
BEGIN
    CASE jsonb_typeof(v_value)
        WHEN 'object' THEN
            RETURN v_depth < 64 AND coalesce((SELECT bool_and(sync.json_fits(e.value, v_depth + 1))
                                                FROM jsonb_each(v_value) e), true);
        WHEN 'array' THEN
            RETURN v_depth < 64 AND coalesce((SELECT bool_and(sync.json_fits(e, v_depth + 1))
                                                FROM jsonb_array_elements(v_value) e), true);
        WHEN 'number' THEN
            v_number := (v_value #>> '{}')::numeric;
            RETURN v_number % 1 = 0 AND abs(v_number) < 9223372036854775808
                OR v_number::double precision::text::numeric = v_number;
        ELSE
            RETURN true;
    END CASE;
END $$;

CREATE FUNCTION sync.value_fits(v_type text, v_value jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_kind text := jsonb_typeof(v_value);
    v_text text := v_value #>> '{}';
BEGIN
    IF v_kind = 'null' THEN
        RETURN true;
    ELSIF v_type = 'json' THEN
        RETURN sync.json_fits(v_value);
    ELSIF v_type = 'boolean' THEN
        RETURN v_kind = 'boolean';
    ELSIF v_type = 'real' THEN
        RETURN v_kind = 'number';
    ELSIF v_type = 'integer' THEN
        RETURN v_kind = 'number' AND v_text::numeric % 1 = 0;
    ELSIF v_kind <> 'string' OR v_type = 'text' THEN
        RETURN v_kind = 'string';
    ELSIF v_type = 'uuid' THEN
        RETURN sync.to_uuid(v_text) IS NOT NULL;
    END IF;
    -- An instant. In another zone or era it would have no text of four digits, and be hashed as
    -- another.
    RETURN sync.is_instant(v_text) AND v_text::timestamptz >= '0001-01-01T00:00:00Z'
        AND v_text::timestamptz < '10000-01-01T00:00:00Z';
END $$;

CREATE FUNCTION sync.check_columns(v sync.incoming) RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    r record;
BEGIN
    SELECT k.* INTO r
      FROM (SELECT e.key, CASE WHEN c.type IS NULL THEN 'unknown_column'
                               WHEN c.origin = 'guard' THEN 'guard_only'
                               WHEN NOT sync.value_fits(c.type, e.value) THEN 'invalid_value'
                               WHEN c.type = 'text' AND length(e.value #>> '{}') > 200000
                                   THEN 'too_large' END AS wrong
              FROM jsonb_each((v).set) e
              LEFT JOIN sync.column_def c ON c.tbl = (v).tbl AND c.col = e.key) k
     WHERE k.wrong IS NOT NULL
     ORDER BY k.key COLLATE "C" LIMIT 1;
    IF FOUND THEN
        PERFORM sync.give_up('rejected', r.wrong, jsonb_build_object('column', left(r.key, 100))
            || CASE r.wrong WHEN 'too_large' THEN '{"limit": 200000}' ELSE '{}' END::jsonb);
    END IF;
END $$;

-- What is wrong with a proof by this session; null: nothing, and v_person is whose it is.
CREATE FUNCTION sync.check_proof(v_session text, v_proof text, v_signed text, v_caller text,
                                 OUT v_person text, OUT v_wrong text)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    s sync.session;
BEGIN
    SELECT k.* INTO s FROM sync.session k WHERE k.id = sync.to_uuid(v_session);
    v_person := s.person;
    IF s.id IS NULL OR v_caller NOT IN (s.station, s.person) THEN
        v_wrong := 'session_unknown';
    ELSIF s.revoked_at IS NOT NULL THEN
        v_wrong := 'session_revoked';
    ELSIF s.used_at < clock_timestamp() - interval '7 days' THEN
        v_wrong := 'session_expired';
    ELSIF v_proof IS DISTINCT FROM encode(crypto.hmac(convert_to(v_signed, 'UTF8'), s.key, 'sha256'),
                                          'hex') THEN
        v_wrong := 'proof_wrong';
    END IF;
END $$;

-- The lead who vouches for the operation; null: nobody does.
CREATE FUNCTION sync.released_by(v sync.incoming, v_caller text) RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_lead record;
BEGIN
    IF (v).release_session IS NULL OR NOT EXISTS (SELECT 1 FROM app.person p
            WHERE p.login = (v).actor AND NOT p.deleted) THEN
        RETURN NULL;
    END IF;
    v_lead := sync.check_proof((v).release_session, (v).release_proof,
        E'release\n' || (v).op::text || E'\n' || (v).hash, v_caller);
    RETURN CASE WHEN v_lead.v_wrong IS NULL AND v_lead.v_person <> (v).actor
                     AND sync.active_person(v_lead.v_person)
                     AND sync.has_right(v_lead.v_person, 'lead', 'command', 'admin')
                THEN v_lead.v_person END;
END $$;

-- Whom the operation is judged as: by its session's proof, by a lead's release, or by the
-- connection it came on.
CREATE FUNCTION sync.authenticate(v sync.incoming, v_caller text, v_kind text, OUT v_actor text,
                                  OUT v_actor_kind text, OUT v_released_by text)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_said record;
BEGIN
    v_actor := v_caller;
    v_actor_kind := CASE v_kind WHEN 'person' THEN 'person' ELSE 'station' END;
    IF (v).session IS NULL AND coalesce((v).actor, v_caller) = v_caller THEN
        RETURN;
    END IF;
    v_said := sync.check_proof((v).session, (v).proof, (v).op::text || E'\n' || (v).hash, v_caller);
    IF v_said.v_wrong IS NULL AND (v).actor IS DISTINCT FROM v_said.v_person THEN
        v_said.v_wrong := 'proof_wrong';
    END IF;
    IF v_said.v_wrong IS NOT NULL THEN
        v_released_by := sync.released_by(v, v_caller);
        IF v_released_by IS NULL THEN
            PERFORM sync.give_up('held', v_said.v_wrong, jsonb_build_object('person', (v).actor));
        END IF;
    END IF;
    v_actor := (v).actor;
    v_actor_kind := 'person';
END $$;

CREATE FUNCTION sync.run_insert(v sync.incoming) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.ver_of((v).tbl, (v).id) IS NULL THEN
        PERFORM sync.insert_row((v).tbl, (v).id, (v).set);
        RETURN 'applied';
    END IF;
    -- The same decision made at two places, or the same words sent twice.
    IF substr((v).id::text, 15, 1) = '5'
       OR sync.row_of((v).tbl, (v).id) @> sync.typed((v).tbl, (v).set) THEN
        RETURN 'already';
    END IF;
    PERFORM sync.give_up('rejected', 'id_exists');
END $$;

CREATE FUNCTION sync.run_update(v sync.incoming) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_now jsonb := sync.row_of((v).tbl, (v).id);
    v_ver uuid := v_now ->> 'ver';
    v_missing text;
    v_fields text[];
    v_unchanged boolean;
BEGIN
    IF v_now IS NULL THEN
        PERFORM sync.give_up('rejected', 'not_found');
    ELSIF (v_now ->> 'deleted')::boolean THEN
        PERFORM sync.give_up('conflict', 'deleted');
    END IF;
    SELECT c.col INTO v_missing FROM sync.column_def c
     WHERE c.tbl = (v).tbl AND c.unit = ANY ((v).units) AND c.origin = 'client'
       AND NOT (v).base ? c.col ORDER BY c.ord LIMIT 1;
    IF v_missing IS NOT NULL THEN
        PERFORM sync.give_up('rejected', 'base_missing', jsonb_build_object('column', v_missing));
    END IF;
    v_unchanged := sync.only_mine(v, v_ver);
    IF v_ver IS DISTINCT FROM (v).base_ver THEN
        v_fields := sync.disputed(v, v_now);
        IF v_fields IS NOT NULL THEN
            PERFORM sync.give_up('conflict', 'conflict', jsonb_build_object(
                'fields', to_jsonb(v_fields), 'by', v_now ->> 'updated_by',
                'at', v_now ->> 'updated_at'));
        END IF;
    END IF;
    PERFORM sync.update_row((v).tbl, (v).id, (v).set);
    RETURN CASE WHEN v_unchanged THEN 'applied' ELSE 'merged' END;
END $$;

CREATE FUNCTION sync.run_delete(v sync.incoming) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_now jsonb := sync.row_of((v).tbl, (v).id);
BEGIN
    IF v_now IS NULL THEN
        PERFORM sync.give_up('rejected', 'not_found');
    ELSIF (v_now ->> 'deleted')::boolean THEN
        RETURN 'already';
    ELSIF NOT sync.only_mine(v, (v_now ->> 'ver')::uuid) THEN
        PERFORM sync.give_up('conflict', 'conflict', jsonb_build_object('fields', '[]'::jsonb,
            'by', v_now ->> 'updated_by', 'at', v_now ->> 'updated_at'));
    END IF;
    PERFORM sync.delete_row((v).tbl, (v).id);
    RETURN 'applied';
END $$;

CREATE FUNCTION sync.set_context(v sync.incoming, v_actor text, v_actor_kind text, v_caller text,
                                 v_released_by text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM set_config('watchroom.op', (v).op::text, true),
            set_config('watchroom.actor', v_actor, true),
            set_config('watchroom.actor_kind', v_actor_kind, true),
            set_config('watchroom.carrier',
                       CASE WHEN v_actor = v_caller THEN '' ELSE v_caller END, true),
            set_config('watchroom.at', (v).at, true),
            set_config('watchroom.fence', coalesce((v).set ->> 'fence', ''), true),
            set_config('watchroom.released_by', coalesce(v_released_by, ''), true),
            set_config('watchroom.entries', '', true),
            set_config('watchroom.guard_writes', '', true);
END $$;

-- Who vouched for whose change, in the record of its incident or of the day; the lead is the author.
CREATE FUNCTION sync.add_release(v sync.incoming, v_lead text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_chain text := sync.chain_for(sync.wanted_chain(v), '{}');
    v_incident uuid := CASE WHEN v_chain LIKE 'incident:%' THEN substr(v_chain, 10)::uuid END;
BEGIN
    -- An entry of the server's own, as at set-up; run_operation sets all of it anew.
    PERFORM set_config('watchroom.actor', v_lead, true),
            set_config('watchroom.actor_kind', 'setup', true);
    PERFORM sync.add_entry(v_incident, 1000, 'vouched_for',
        jsonb_build_object('person', (v).actor, 'table', (v).tbl, 'row', (v).id, 'at', (v).at));
END $$;

-- Runs one operation; its state, or an exception.
CREATE FUNCTION sync.run_operation(v sync.incoming, v_caller text, v_kind text) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_who record;
    v_state text;
BEGIN
    IF (v).bad IS NOT NULL THEN
        PERFORM sync.give_up('rejected', (v).bad, (v).bad_params);
    ELSIF v_kind = 'wall' THEN
        PERFORM sync.give_up('rejected', 'wall_reads_only');
    END IF;
    v_who := sync.authenticate(v, v_caller, v_kind);
    IF (v).policy = 'guarded' OR (v).policy = 'append' AND (v).kind IN ('update', 'delete')
       OR (v).policy <> 'append' AND (v).kind = 'append' THEN
        PERFORM sync.give_up('rejected', 'guard_only', jsonb_build_object('table', (v).tbl));
    END IF;
    PERFORM sync.check_columns(v);
    IF cardinality((v).deps) > 0 OR cardinality((v).needs) > 0 THEN
        PERFORM sync.check_fate(v);
    END IF;
    PERFORM sync.set_context(v, v_who.v_actor, v_who.v_actor_kind, v_caller, v_who.v_released_by);
    v_state := CASE (v).kind
        WHEN 'update' THEN sync.run_update(v)
        WHEN 'delete' THEN sync.run_delete(v)
        ELSE sync.run_insert(v) END;
    IF v_who.v_released_by IS NOT NULL THEN
        PERFORM sync.add_release(v, v_who.v_released_by);
    END IF;
    RETURN v_state;
END $$;
