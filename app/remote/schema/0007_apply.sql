-- SPDX-License-Identifier: GPL-3.0-or-later
-- apply_changes: the only way to write. Order of locks: the client's row, chains by name, stripes
-- of inserted ids, rows by (table, id). (Measured with 16 clients: without it 0.3 calls a second and
-- deadlocks, with it none.)

-- The chain an operation asks for: of the incident it names, whether there is one or not.
CREATE FUNCTION sync.wanted_chain(v sync.incoming) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_incident uuid;
BEGIN
    IF (v).bad IS NOT NULL OR (v).known IS NOT NULL THEN
        RETURN NULL;
    ELSIF (v).chain IS NULL THEN
        -- That somebody released it is written down in any case.
        RETURN CASE WHEN (v).release_session IS NOT NULL THEN 'day' END;
    ELSIF (v).chain = 'day' THEN
        RETURN 'day';
    ELSIF (v).chain = 'self' THEN
        RETURN 'incident:' || (v).id;
    END IF;
    v_incident := sync.to_uuid((v).set ->> 'incident');
    IF v_incident IS NULL AND (v).kind IN ('update', 'delete') THEN
        v_incident := sync.to_uuid(sync.row_of((v).tbl, (v).id) ->> 'incident');
    END IF;
    RETURN coalesce('of:' || v_incident, 'day');
END $$;

-- The one it gets: of the day where the incident is neither there nor among those inserted.
CREATE FUNCTION sync.chain_for(v_wanted text, v_inserted uuid[]) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_incident uuid;
BEGIN
    IF v_wanted LIKE 'of:%' THEN
        v_incident := substr(v_wanted, 4);
        IF v_incident = ANY (v_inserted)
           OR EXISTS (SELECT 1 FROM app.incident i WHERE i.id = v_incident) THEN
            RETURN 'incident:' || v_incident;
        END IF;
    ELSIF v_wanted <> 'day' THEN
        RETURN v_wanted;
    END IF;
    RETURN 'day:' || sync.ctx_day();
END $$;

CREATE FUNCTION sync.chains_for(v_wanted text[], v_inserted uuid[]) RETURNS text[]
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN coalesce((
        SELECT array_agg(c.chain ORDER BY c.chain COLLATE "C")
          FROM (SELECT DISTINCT sync.chain_for(w, v_inserted) AS chain FROM unnest(v_wanted) w) c),
        '{}');
END $$;

CREATE FUNCTION sync.lock_for(v_ops sync.incoming[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_wanted text[];
    v_inserted uuid[];
    v_chains text[];
    r record;
BEGIN
    PERFORM set_config('watchroom.day', '', true);
    PERFORM set_config('watchroom.day', sync.ctx_day(), true);
    SELECT array_agg(DISTINCT w.chain) FILTER (WHERE w.chain IS NOT NULL),
           coalesce(array_agg(w.incident) FILTER (WHERE w.incident IS NOT NULL), '{}')
      INTO v_wanted, v_inserted
      FROM (SELECT sync.wanted_chain(o.v) AS chain,
                   CASE WHEN (o.v).tbl = 'incident' AND (o.v).kind = 'insert'
                        THEN (o.v).id END AS incident
              FROM (SELECT unnest(v_ops) AS v) o) w;
    v_chains := sync.chains_for(v_wanted, v_inserted);
    PERFORM sync.lock_chain(c.chain, false) FROM unnest(v_chains) c (chain);
    FOR r IN SELECT DISTINCT get_byte(uuid_send((o.v).id), 15) & 63 AS stripe
               FROM (SELECT unnest(v_ops) AS v) o
              WHERE (o.v).bad IS NULL AND (o.v).kind IN ('insert', 'append') ORDER BY 1 LOOP
        PERFORM sync.take_turn(r.stripe);
    END LOOP;
    FOR r IN SELECT DISTINCT (o.v).tbl COLLATE "C" AS tbl, (o.v).id AS id
               FROM (SELECT unnest(v_ops) AS v) o
              WHERE (o.v).bad IS NULL ORDER BY 1, 2 LOOP
        PERFORM sync.lock_row(r.tbl, r.id);
    END LOOP;
    -- While this waited, another may have made one of the incidents, or the day may have ended.
    IF NOT sync.chains_for(v_wanted, v_inserted) <@ v_chains
       OR 'day:' || sync.ctx('day') = ANY (v_chains)
          AND sync.ctx('day') <> sync.today() THEN
        RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'another chain is needed now';
    END IF;
END $$;

-- The row as the server has it, for tables whose rows a client edits.
CREATE FUNCTION sync.row_for_result(v sync.incoming) RETURNS jsonb
LANGUAGE sql
RETURN CASE WHEN (v).policy IN ('fields', 'cas') AND (v).id IS NOT NULL
            THEN coalesce(sync.row_of((v).tbl, (v).id), 'null') ELSE 'null' END;

CREATE FUNCTION sync.keep_result(v_client uuid, v sync.incoming, v_state text, v_code text,
                                 v_params jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_row jsonb := sync.row_for_result(v);
    v_ver jsonb := v_row -> 'ver';
    v_result jsonb;
BEGIN
    IF v_ver IS NULL AND v_state IN ('applied', 'already') THEN
        v_ver := to_jsonb(sync.ver_of((v).tbl, (v).id));
    END IF;
    -- A body nobody can read has no id of its own; a result always has one.
    v_result := jsonb_build_object(
        'op', coalesce((v).op, sync.derived_id('unreadable', (v).hash)), 'state', v_state,
        'ver', v_ver, 'code', v_code, 'params', coalesce(v_params, '{}'));
    INSERT INTO sync.applied_op (client_id, seq, hash, op, grp, deps, tbl, row_id, kind, units,
                                 state, result)
    -- What a wall sends is not made known by it: the one whose operation it is may still send it.
    VALUES (v_client, (v).seq, (v).hash,
            CASE WHEN v_code IS DISTINCT FROM 'wall_reads_only' THEN (v).op END,
            (v).grp, coalesce((v).deps, '{}'), (v).tbl, (v).id, (v).kind, coalesce((v).units, '{}'), v_state, v_result);
    IF v_state = 'conflict' THEN
        INSERT INTO sync.conflict (client_id, seq, op, tbl, row_id, actor, body, result)
        VALUES (v_client, (v).seq, (v).op, (v).tbl, (v).id, (v).actor, (v).body, v_result);
    END IF;
    RETURN v_result || jsonb_build_object('seq', (v).seq, 'row', v_row);
END $$;

-- What an exception means for the operation it came from; null for what fails the whole call.
CREATE FUNCTION sync.failure(v_class text, v_message text, v_detail text, v_constraint text)
RETURNS jsonb
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_what jsonb := coalesce(sync.to_json(v_detail), '{}');
BEGIN
    IF v_class = 'WR002' THEN
        RETURN jsonb_build_object('state', v_what -> 'state', 'code', v_message,
                                  'params', v_what -> 'params');
    ELSIF v_class IN ('40001', '40P01', '55P03', '25006', 'WR001')
          OR left(v_class, 2) IN ('57', '53', '08') THEN
        RETURN NULL;
    ELSIF v_class = 'P0001' AND v_message ~ '^[a-z_]{1,40}$' THEN
        RETURN jsonb_build_object('state', 'rejected', 'code', v_message,
            'params', CASE jsonb_typeof(v_what) WHEN 'object' THEN v_what ELSE '{}' END);
    ELSIF left(v_class, 2) IN ('22', '23', '54') OR v_class IN ('42501', '42703', 'P0001') THEN
        RETURN jsonb_build_object('state', 'rejected',
            'code', CASE WHEN v_class = '23503' THEN 'not_found' ELSE 'invalid_value' END,
            'params', jsonb_strip_nulls(jsonb_build_object('sqlstate', v_class,
                                        'constraint', nullif(v_constraint, ''))));
    END IF;
    -- Our own fault: the operation waits for a server that is mended.
    RAISE WARNING 'watchroom: % %', v_class, v_message;
    RETURN jsonb_build_object('state', 'held', 'code', 'server_fault',
                              'params', jsonb_build_object('sqlstate', v_class));
END $$;

-- Final results of operations that came before, under whatever number; a held one is tried again.
CREATE FUNCTION sync.mark_known(v_ops sync.incoming[]) RETURNS sync.incoming[]
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT o.k, a.hash, a.result FROM unnest(v_ops) WITH ORDINALITY
                  o (seq, body, hash, session, proof, release_session, release_proof, bad,
                     bad_params, op, grp, tbl, id, kind, base_ver, base, set, deps, needs, at,
                     actor, chain, policy, units, known, k)
               JOIN sync.applied_op a ON a.op = o.op
              WHERE a.state <> 'held' LOOP
        IF r.hash = (v_ops[r.k]).hash THEN
            v_ops[r.k].known := r.result;
        ELSE
            v_ops[r.k].bad := 'id_exists';
            v_ops[r.k].bad_params := '{"where": "op"}';
        END IF;
    END LOOP;
    RETURN v_ops;
END $$;

-- An operation and its result, stored. One that came before gives the result it had.
CREATE FUNCTION sync.run_and_keep(v_client uuid, v sync.incoming, v_caller text, v_kind text)
RETURNS jsonb
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_earlier jsonb := (v).known;
BEGIN
    IF v_earlier IS NULL THEN
        RETURN sync.keep_result(v_client, v, sync.run_operation(v, v_caller, v_kind), NULL, '{}');
    END IF;
    INSERT INTO sync.applied_op (client_id, seq, hash, op, grp, deps, tbl, row_id, kind, units,
                                 state, result)
    VALUES (v_client, (v).seq, (v).hash, (v).op, (v).grp, (v).deps, (v).tbl, (v).id, (v).kind,
            (v).units, v_earlier ->> 'state', v_earlier);
    RETURN v_earlier || jsonb_build_object('seq', (v).seq, 'row', sync.row_for_result(v));
END $$;

-- Runs all, without subtransactions as long as nothing fails. When something does, everything since
-- v_from is undone, what stood before its group runs again, then that group fails by itself.
CREATE FUNCTION sync.run_all(v_client uuid, v_ops sync.incoming[], v_caller text, v_kind text)
RETURNS jsonb[]
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_results jsonb[] := '{}';
    v_n integer := cardinality(v_ops);
    v_from integer := 1;
    v_to integer := v_n;
    v_at integer;
    v_last integer;
    v_failed jsonb;
    v_class text;
    v_message text;
    v_detail text;
    v_constraint text;
BEGIN
    WHILE v_from <= v_n LOOP
        v_failed := NULL;
        BEGIN
            v_at := v_from;
            WHILE v_at <= v_to LOOP
                v_results[v_at] := sync.run_and_keep(v_client, v_ops[v_at], v_caller, v_kind);
                v_at := v_at + 1;
            END LOOP;
        EXCEPTION WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS v_class = RETURNED_SQLSTATE, v_message = MESSAGE_TEXT,
                v_detail = PG_EXCEPTION_DETAIL, v_constraint = CONSTRAINT_NAME;
            v_failed := sync.failure(v_class, v_message, v_detail, v_constraint);
            IF v_failed IS NULL THEN
                RAISE;
            END IF;
        END;
        IF v_failed IS NULL THEN
            v_from := v_to + 1;
            v_to := v_n;
            CONTINUE;
        END IF;
        v_to := v_at;
        WHILE v_to > v_from AND (v_ops[v_to - 1]).grp = (v_ops[v_at]).grp LOOP
            v_to := v_to - 1;
        END LOOP;
        IF v_to > v_from THEN
            v_to := v_to - 1;
            CONTINUE;
        END IF;
        v_last := v_at;
        WHILE v_last < v_n AND (v_ops[v_last + 1]).grp = (v_ops[v_at]).grp LOOP
            v_last := v_last + 1;
        END LOOP;
        FOR k IN v_from .. v_last LOOP
            v_results[k] := sync.keep_result(v_client, v_ops[k], v_failed ->> 'state',
                CASE WHEN k = v_at THEN v_failed ->> 'code' ELSE 'follows_refused' END,
                CASE WHEN k = v_at THEN v_failed -> 'params'
                     ELSE jsonb_build_object('op', (v_ops[v_at]).op) END);
        END LOOP;
        v_from := v_last + 1;
        v_to := v_n;
    END LOOP;
    RETURN v_results;
END $$;

-- Splits a call: what was answered before is answered again; the rest must follow without a gap.
-- A client of which nothing came yet begins where it says: it may have been another one before.
CREATE FUNCTION sync.repeated(v_client sync.client, v_ops sync.incoming[]) RETURNS jsonb[]
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_results jsonb[] := '{}';
    v_next bigint := v_client.last_op + 1;
    v sync.incoming;
    a sync.applied_op;
BEGIN
    FOREACH v IN ARRAY v_ops LOOP
        IF v.seq > v_client.last_op THEN
            IF v_client.last_op = 0 AND v_next = 1 THEN
                v_next := v.seq;
            ELSIF v.seq <> v_next THEN
                PERFORM sync.stop('op_gap');
            END IF;
            v_next := v_next + 1;
            CONTINUE;
        END IF;
        SELECT o.* INTO a FROM sync.applied_op o
         WHERE o.client_id = v_client.client_id AND o.seq = v.seq;
        IF a.hash IS DISTINCT FROM v.hash THEN
            PERFORM sync.stop('client_forked');
        END IF;
        v_results := v_results
            || (a.result || jsonb_build_object('seq', v.seq, 'row', sync.row_for_result(v)));
    END LOOP;
    RETURN v_results;
END $$;

CREATE FUNCTION sync.touch_sessions(v_ops sync.incoming[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE sync.session s SET used_at = clock_timestamp()
      FROM (SELECT k.id FROM sync.session k
             WHERE k.id IN (SELECT sync.to_uuid((o.v).session) FROM (SELECT unnest(v_ops) AS v) o)
               AND k.revoked_at IS NULL
               AND k.used_at BETWEEN clock_timestamp() - interval '7 days'
                                 AND clock_timestamp() - interval '1 minute'
               FOR UPDATE SKIP LOCKED) t
     WHERE s.id = t.id;
END $$;

CREATE FUNCTION sync.read_operations(v_ops text) RETURNS sync.incoming[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_list jsonb;
    v_bytes bigint;
BEGIN
    -- Quoting a body at most doubles it; what is left is for the envelopes.
    IF octet_length(v_ops) > 5 * 1024 * 1024 THEN
        PERFORM sync.stop('too_large');
    END IF;
    v_list := v_ops::jsonb;
    IF jsonb_typeof(v_list) <> 'array' OR jsonb_array_length(v_list) > 500 THEN
        PERFORM sync.stop('too_large');
    END IF;
    SELECT sum(octet_length(e ->> 'body')) INTO v_bytes FROM jsonb_array_elements(v_list) e;
    IF v_bytes > 2 * 1024 * 1024 THEN
        PERFORM sync.stop('too_large');
    END IF;
    RETURN coalesce((SELECT array_agg(sync.read_operation(e.value) ORDER BY e.ordinality)
                       FROM jsonb_array_elements(v_list) WITH ORDINALITY e), '{}');
END $$;

-- Everything below is a look-up by key. A plan made while a table was still small would read all of
-- it for each operation, for as long as nothing makes a new one.
CREATE FUNCTION sync.apply_changes(v_client uuid, v_schema integer, v_epoch text, v_ops text)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
SET plan_cache_mode = force_generic_plan SET jit = off
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
    v_kind text := sync.caller_kind();
    v_row sync.client;
    v_all sync.incoming[];
    v_new sync.incoming[];
    v_results jsonb[];
    v_meta sync.meta;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION USING ERRCODE = '0A000', MESSAGE = 'apply_changes is read committed only';
    END IF;
    SELECT m.* INTO v_meta FROM sync.meta m;
    IF v_epoch IS DISTINCT FROM sync.epoch() THEN
        PERFORM sync.stop('epoch_changed');
    ELSIF coalesce(v_schema < v_meta.schema_min, true) THEN
        PERFORM sync.stop('schema_too_old');
    ELSIF v_schema > v_meta.schema_max THEN
        PERFORM sync.stop('schema_too_new');
    END IF;
    v_all := sync.read_operations(v_ops);
    SELECT c.* INTO v_row FROM sync.client c WHERE c.client_id = v_client FOR NO KEY UPDATE;
    IF v_row.login IS DISTINCT FROM session_user::text THEN
        PERFORM sync.stop('not_my_client');
    END IF;
    v_results := sync.repeated(v_row, v_all);
    SELECT array_agg(o.v ORDER BY (o.v).seq) INTO v_new
      FROM (SELECT unnest(v_all) AS v) o WHERE (o.v).seq > v_row.last_op;
    IF v_new IS NOT NULL THEN
        PERFORM sync.lock_for(v_new);
        v_results := v_results
            || sync.run_all(v_client, sync.mark_known(v_new), session_user, v_kind);
        PERFORM sync.touch_sessions(v_new);
        v_row.last_op := (v_new[cardinality(v_new)]).seq;
        UPDATE sync.client SET last_op = v_row.last_op, last_seen = clock_timestamp()
         WHERE client_id = v_client;
    END IF;
    IF v_kind = 'wall' THEN
        -- A result shows the row whole, with what walls never see.
        SELECT coalesce(array_agg(r.v - 'row'), '{}') INTO v_results FROM unnest(v_results) r (v);
    END IF;
    RETURN jsonb_build_object('last_op', v_row.last_op, 'results', to_jsonb(v_results))::text;
END $$;
