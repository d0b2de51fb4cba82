-- SPDX-License-Identifier: GPL-3.0-or-later
-- Triggers of every synced table. They fire in the order of their names: a_guard (verdict),
-- b_append, b_stamp, c_chain; after the write z_entries (what guards write) and z_produced.

-- Whatever the writer sent, the server says who, when and which version.
CREATE FUNCTION sync.stamp() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.id <> OLD.id THEN
            PERFORM sync.refuse('immutable', '{"column": "id"}');
        END IF;
        NEW.rev := OLD.rev + 1;
    ELSE
        NEW.rev := 1;
        NEW.deleted := false;
    END IF;
    NEW.ver := gen_random_uuid();
    NEW.xid := pg_current_xact_id();
    NEW.part := coalesce(NEW.part, 'core');
    NEW.updated_by := sync.ctx_actor();
    NEW.carried_by := sync.ctx_carrier();
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;

-- A row of an append-only table may move to another part, and nothing else.
CREATE FUNCTION sync.append_only() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_stamps CONSTANT text[] :=
        '{rev,ver,xid,part,updated_by,carried_by,updated_at}';
BEGIN
    IF to_jsonb(NEW) - v_stamps IS DISTINCT FROM to_jsonb(OLD) - v_stamps THEN
        PERFORM sync.refuse('immutable', jsonb_build_object('table', TG_TABLE_NAME));
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION sync.keep() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '42501',
        MESSAGE = format('rows of %s are never removed; mark them deleted', TG_TABLE_NAME);
END $$;

-- A day that a later one has sealed gets no more: where the clock was set back, or a standby with
-- an earlier one took over, entries go on in the last.
CREATE FUNCTION sync.today() RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN greatest(to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD') COLLATE "C",
        substr((SELECT max(c.chain) FROM sync.log_chain c
                 WHERE c.chain >= 'day:' AND c.chain < 'day;'), 5));
END $$;

-- The day a call writes to is fixed when its chains are locked.
CREATE FUNCTION sync.ctx_day() RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN coalesce(sync.ctx('day'), sync.today());
END $$;

CREATE FUNCTION sync.take_turn(v_n integer) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM 1 FROM sync.turn t WHERE t.n = v_n FOR UPDATE;
END $$;

-- Makes a chain if it is new and locks it. A new day's chain locks the day it will seal first: both
-- in the order of their names. Inside an operation only what was locked before may be waited for.
CREATE FUNCTION sync.lock_chain(v_chain text, v_nowait boolean) RETURNS sync.log_chain
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_end sync.log_chain;
    v_before text;
    v_patience text;
BEGIN
    IF v_nowait THEN
        SELECT c.* INTO v_end FROM sync.log_chain c WHERE c.chain = v_chain FOR UPDATE NOWAIT;
    ELSE
        SELECT c.* INTO v_end FROM sync.log_chain c WHERE c.chain = v_chain FOR UPDATE;
    END IF;
    IF FOUND THEN
        RETURN v_end;
    END IF;
    IF v_chain LIKE 'day:%' THEN
        SELECT c.chain INTO v_before FROM sync.log_chain c
         WHERE c.chain LIKE 'day:%' AND c.chain < v_chain COLLATE "C"
         ORDER BY c.chain DESC LIMIT 1;
        IF v_before IS NOT NULL THEN
            PERFORM sync.lock_chain(v_before, v_nowait);
        END IF;
    END IF;
    -- It waits for another who is making the same chain.
    IF v_nowait THEN
        v_patience := current_setting('lock_timeout');
        PERFORM set_config('lock_timeout', '1ms', true);
    END IF;
    INSERT INTO sync.log_chain (chain) VALUES (v_chain) ON CONFLICT DO NOTHING;
    IF v_nowait THEN
        PERFORM set_config('lock_timeout', v_patience, true);
    END IF;
    RETURN sync.lock_chain(v_chain, v_nowait);
END $$;

CREATE FUNCTION sync.micros(v_at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN ((extract(epoch FROM v_at) * 1000000)::bigint)::text;

-- ARCHITECTURE.md, "Record".
CREATE FUNCTION sync.entry_hash(v_previous text, v_entry app.log_entry) RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_bytes bytea := '\x01'::bytea || decode(v_previous, 'hex') || int8send(v_entry.n);
    v_field text;
    v_part bytea;
BEGIN
    FOREACH v_field IN ARRAY ARRAY[v_entry.id::text, v_entry.incident::text, v_entry.author,
            v_entry.carrier, sync.micros(v_entry.recorded_at), sync.micros(v_entry.happened_at),
            v_entry.kind, v_entry.channel, v_entry.code,
            CASE WHEN v_entry.params IS NOT NULL THEN sync.canonical(v_entry.params) END,
            v_entry.text, v_entry.corrects::text,
            CASE WHEN v_entry.blobs IS NOT NULL THEN sync.canonical(v_entry.blobs) END] LOOP
        v_part := convert_to(v_field, 'UTF8');
        v_bytes := v_bytes || CASE WHEN v_part IS NULL THEN '\xffffffff'::bytea
                                   ELSE int4send(octet_length(v_part)) || v_part END;
    END LOOP;
    RETURN encode(sha256(v_bytes), 'hex');
END $$;

-- Takes the entry's place in its chain. Under the chain's lock, after looking whether it exists.
CREATE FUNCTION sync.number_entry() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_end sync.log_chain;
    v_sealed jsonb;
BEGIN
    NEW.chain := CASE WHEN NEW.incident IS NULL THEN 'day:' || sync.ctx_day()
                      ELSE 'incident:' || NEW.incident::text END;
    v_end := sync.lock_chain(NEW.chain, sync.ctx_op() IS NOT NULL);
    IF EXISTS (SELECT 1 FROM app.log_entry e WHERE e.id = NEW.id) THEN
        RAISE EXCEPTION USING ERRCODE = '23505', MESSAGE = 'entry exists';
    END IF;
    NEW.n := v_end.n + 1;
    IF NEW.n = 1 AND NEW.incident IS NULL THEN
        SELECT jsonb_build_object('chain', c.chain, 'n', c.n, 'head', c.head) INTO v_sealed
          FROM sync.log_chain c
         WHERE c.chain LIKE 'day:%' AND c.chain < NEW.chain COLLATE "C" AND c.n > 0
         ORDER BY c.chain DESC LIMIT 1;
        IF v_sealed IS NOT NULL THEN
            NEW.params := coalesce(NEW.params, '{}') || jsonb_build_object('sealed', v_sealed);
        END IF;
    END IF;
    NEW.author := sync.ctx_actor();
    NEW.carrier := sync.ctx_carrier();
    NEW.recorded_at := clock_timestamp();
    NEW.happened_at := coalesce(NEW.happened_at, least(sync.ctx_at(), NEW.recorded_at));
    NEW.hash := sync.entry_hash(v_end.head, NEW);
    UPDATE sync.log_chain SET n = NEW.n, head = NEW.hash WHERE chain = NEW.chain;
    RETURN NEW;
END $$;

DO $$
DECLARE
    v record;
BEGIN
    FOR v IN SELECT tbl, policy FROM sync.table_def ORDER BY ord LOOP
        EXECUTE format('CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON app.%I
            FOR EACH ROW EXECUTE FUNCTION sync.stamp()', v.tbl);
        EXECUTE format('CREATE TRIGGER a_keep BEFORE DELETE OR TRUNCATE ON app.%I
            FOR EACH STATEMENT EXECUTE FUNCTION sync.keep()', v.tbl);
        IF v.policy = 'append' THEN
            EXECUTE format('CREATE TRIGGER b_append BEFORE UPDATE ON app.%I
                FOR EACH ROW EXECUTE FUNCTION sync.append_only()', v.tbl);
        END IF;
    END LOOP;
END $$;
CREATE TRIGGER c_chain BEFORE INSERT ON app.log_entry
    FOR EACH ROW EXECUTE FUNCTION sync.number_entry();
