-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reading: what changed since a snapshot, and filling by digest. Walls get less, by one list.

-- The rows v_since did not see, each {"t", "r"}, then {"cursor", "last_op", "epoch", "now"}. STABLE,
-- so that rows and cursor come from one snapshot: a VOLATILE function would lose rows. Without a
-- snapshot: only the cursor. Always by the index on xid and planned once: of a snapshot it does not
-- know the planner expects a third of the table.
CREATE FUNCTION sync.pull(v_client uuid, v_since pg_snapshot) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
SET plan_cache_mode = force_generic_plan SET jit = off
SET enable_seqscan = off SET enable_bitmapscan = off
AS $$
DECLARE
    v_wall boolean := sync.caller_kind() = 'wall';
    v_row sync.client := sync.own_client(v_client);
    v_n bigint;
BEGIN
    -- A cursor of the future sees everything until then, and a client with it would miss it all.
    IF pg_snapshot_xmax(v_since) > pg_snapshot_xmax(pg_current_snapshot()) THEN
        PERFORM sync.stop('far_behind');
    END IF;
    IF v_since IS NOT NULL THEN
        RETURN QUERY SELECT p FROM sync.pull_rows(v_since, v_wall, 20001) p;
        GET DIAGNOSTICS v_n = ROW_COUNT;
        IF v_n > 20000 THEN
            PERFORM sync.stop('far_behind');
        END IF;
    END IF;
    RETURN NEXT jsonb_build_object('cursor', pg_current_snapshot(), 'last_op', v_row.last_op,
        'epoch', sync.epoch(), 'now', sync.iso(clock_timestamp()))::text;
END $$;

CREATE FUNCTION sync.digest(v_part text, v_tbl text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
AS $$
BEGIN
    PERFORM sync.caller_kind();
    RETURN jsonb_build_object('buckets', coalesce(sync.buckets(v_tbl, v_part), '{}'))::text;
END $$;

-- A bucket: the last byte of the id, two hex digits.
CREATE FUNCTION sync.list(v_part text, v_tbl text, v_buckets text[]) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
AS $$
BEGIN
    PERFORM sync.caller_kind();
    RETURN coalesce(sync.bucket_rows(v_tbl, v_part,
        ARRAY(SELECT get_byte(decode(b, 'hex'), 0) FROM unnest(v_buckets) b)), '[]')::text;
END $$;

CREATE FUNCTION sync.rows(v_tbl text, v_ids uuid[]) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
SET extra_float_digits = 1 SET datestyle = 'ISO, YMD'
AS $$
BEGIN
    IF cardinality(v_ids) > 1000 THEN
        PERFORM sync.stop('too_large');
    END IF;
    RETURN coalesce(sync.rows_of(v_tbl, v_ids, sync.caller_kind() = 'wall'), '[]')::text;
END $$;
