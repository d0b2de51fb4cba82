-- SPDX-License-Identifier: GPL-3.0-or-later
-- What must be one static statement a table is written by sync.generate() from table_def and
-- column_def: dynamic statements would be planned again at each call. Every later file that
-- changes a table ends with SELECT sync.generate().

CREATE FUNCTION sync.columns_of(v_tbl text, v_origins text[]) RETURNS text[]
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT array_agg(c.col ORDER BY c.ord) FROM sync.column_def c
     WHERE c.tbl = v_tbl AND c.origin = ANY (v_origins);
END;

-- One branch a table, what is written most near the front: v_statement with %2$I the table and %3$s what v_extra says of it.
CREATE FUNCTION sync.branches(v_statement text, v_extra jsonb DEFAULT '{}') RETURNS text
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT string_agg(format('    %1$s v_tbl = %2$L THEN' || E'\n' || v_statement || E'\n',
                             CASE WHEN t.first THEN 'IF' ELSE 'ELSIF' END, t.tbl,
                             v_extra ->> t.tbl), '' ORDER BY t.ord DESC)
           || '    END IF;'
      FROM (SELECT d.tbl, d.ord, d.ord = max(d.ord) OVER () AS first FROM sync.table_def d) t;
END;

-- Row t of the table as it is read, for walls without what they do not get: a text that nobody looks
-- into here, half the work of a jsonb.
CREATE FUNCTION sync.read_expression(v_tbl text, v_wall boolean) RETURNS text
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE WHEN count(*) <= 50
                THEN 'json_build_object(' || string_agg(format('%L, %s', p.col,
                         format(CASE p.type WHEN 'instant' THEN 'sync.iso(t.%I)' ELSE 't.%I' END, p.col)),
                         ', ' ORDER BY p.ord) || ')'
                ELSE format('(sync.%I(t) - %L::text[])::json', 'j_' || v_tbl,
                         ARRAY(SELECT h.col FROM sync.column_def h
                                WHERE h.tbl = v_tbl AND v_wall AND NOT h.wall)) END
      FROM (SELECT c.col, c.type, c.ord FROM sync.column_def c
             WHERE c.tbl = v_tbl AND (c.wall OR NOT v_wall)
            UNION ALL
            VALUES ('id', 'uuid', -8), ('rev', 'integer', -7), ('ver', 'uuid', -6),
                   ('deleted', 'boolean', -5), ('part', 'text', -4),
                   ('updated_by', 'text', -3), ('carried_by', 'text', -2),
                   ('updated_at', 'instant', -1)) p;
END;

-- jsonb_build_object takes 50 pairs, so a row is put together in pieces.
CREATE FUNCTION sync.row_expression(v_tbl text) RETURNS text
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT string_agg('jsonb_build_object(' || piece.pairs || ')', ' || ' ORDER BY piece.k)
      FROM (
        SELECT (p.ord + 8) / 40 AS k,
               string_agg(format('%L, %s', p.col,
                                 format(CASE p.type WHEN 'instant' THEN 'sync.iso((v_row).%I)'
                                                    ELSE '(v_row).%I' END, p.col)),
                          ', ' ORDER BY p.ord) AS pairs
          FROM (SELECT c.col, c.type, c.ord FROM sync.column_def c WHERE c.tbl = v_tbl
                UNION ALL
                VALUES ('id', 'uuid', -8), ('rev', 'integer', -7), ('ver', 'uuid', -6),
                       ('deleted', 'boolean', -5), ('part', 'text', -4),
                       ('updated_by', 'text', -3), ('carried_by', 'text', -2),
                       ('updated_at', 'instant', -1)) p
         GROUP BY 1) piece;
END;

CREATE FUNCTION sync.quoted_list(v_names text[], v_prefix text) RETURNS text
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT string_agg(v_prefix || quote_ident(u.name), ', ' ORDER BY u.ordinality)
      FROM unnest(v_names) WITH ORDINALITY u (name, ordinality);
END;

-- What an update changed of what clients write, as in the row's jsonb.
CREATE FUNCTION sync.changes_expression(v_tbl text) RETURNS text
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT string_agg(format('CASE WHEN NEW.%1$I IS DISTINCT FROM OLD.%1$I'
               ' THEN jsonb_build_object(%1$L, %2$s) ELSE ''{}'' END', c.col,
               format(CASE c.type WHEN 'instant' THEN 'sync.iso(NEW.%I)' ELSE 'NEW.%I' END, c.col)),
               E'\n            || ' ORDER BY c.ord)
      FROM sync.column_def c WHERE c.tbl = v_tbl AND c.origin = 'client';
END;

CREATE FUNCTION sync.generate_rows() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $generate$
DECLARE
    v record;
BEGIN
    FOR v IN SELECT * FROM sync.table_def ORDER BY ord LOOP
        -- A row as it travels.
        EXECUTE format($f$
CREATE OR REPLACE FUNCTION sync.%I(v_row app.%I) RETURNS jsonb
LANGUAGE sql STABLE RETURN %s $f$, 'j_' || v.tbl, v.tbl, sync.row_expression(v.tbl));
        -- What an operation leaves behind: a stranger's values in other columns are not its own.
        CONTINUE WHEN v.policy NOT IN ('fields', 'cas');
        EXECUTE format($f$
CREATE OR REPLACE FUNCTION sync.%1$I() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_vals jsonb;
BEGIN
    IF TG_OP = 'INSERT' THEN
        v_vals := sync.%3$I(NEW);
    ELSE
        v_vals := %4$s;
    END IF;
    INSERT INTO sync.produced (op, tbl, row_id, rev, ver, vals)
    VALUES (sync.ctx_op(), %2$L, NEW.id, NEW.rev, NEW.ver, v_vals);
    RETURN NULL;
END $$ $f$, 'produced_' || v.tbl, v.tbl, 'j_' || v.tbl, sync.changes_expression(v.tbl));
        EXECUTE format($f$
CREATE OR REPLACE TRIGGER z_produced AFTER INSERT OR UPDATE ON app.%I FOR EACH ROW
WHEN (sync.ctx_op() IS NOT NULL) EXECUTE FUNCTION sync.%I() $f$, v.tbl, 'produced_' || v.tbl);
    END LOOP;
END $generate$;

CREATE FUNCTION sync.generate_writers() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $generate$
DECLARE
    v_writable jsonb;
    v_assigned jsonb;
BEGIN
    SELECT jsonb_object_agg(t.tbl, sync.quoted_list(w.cols, '')),
           jsonb_object_agg(t.tbl, format('(%s) = (SELECT %s', sync.quoted_list(w.cols, ''),
                                          sync.quoted_list(w.cols, 'p.')))
      INTO v_writable, v_assigned
      FROM sync.table_def t,
           LATERAL (SELECT sync.columns_of(t.tbl, '{client,request}') AS cols) w;

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.row_of(v_tbl text, v_id uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        RETURN (SELECT sync.j_%2$s(t) FROM app.%2$I t WHERE t.id = v_id);') || '
    RETURN NULL;
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.ver_of(v_tbl text, v_id uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        RETURN (SELECT t.ver FROM app.%2$I t WHERE t.id = v_id);') || '
    RETURN NULL;
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.lock_row(v_tbl text, v_id uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        PERFORM 1 FROM app.%2$I t WHERE t.id = v_id FOR NO KEY UPDATE;') || '
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.insert_row(v_tbl text, v_id uuid, v_set jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        INSERT INTO app.%2$I (id, %3$s) SELECT v_id, %3$s
          FROM jsonb_populate_record(NULL::app.%2$I, v_set);', v_writable) || '
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.update_row(v_tbl text, v_id uuid, v_set jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        UPDATE app.%2$I t SET %3$s FROM jsonb_populate_record(t, v_set) p)
         WHERE t.id = v_id;', v_assigned) || '
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.delete_row(v_tbl text, v_id uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        UPDATE app.%2$I t SET deleted = true WHERE t.id = v_id;') || '
END $$';

    -- Values as they would come back from the table, to compare by type.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.typed(v_tbl text, v_values jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_all jsonb;
BEGIN
' || sync.branches('        v_all := sync.j_%2$s(jsonb_populate_record(NULL::app.%2$I, v_values));') || '
    RETURN coalesce((SELECT jsonb_object_agg(k, v_all -> k) FROM jsonb_object_keys(v_values) k), ''{}'');
END $$';
END $generate$;

CREATE FUNCTION sync.generate_readers() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $generate$
DECLARE
    v_pull text;
    v_ahead text;
    v_parts text;
    v_read jsonb;
BEGIN
    SELECT jsonb_object_agg(t.tbl, format('CASE WHEN v_wall THEN %s ELSE %s END',
               sync.read_expression(t.tbl, true), sync.read_expression(t.tbl, false)))
      INTO v_read FROM sync.table_def t;

    SELECT string_agg(format($f$
    RETURN QUERY
    SELECT json_build_object('t', %1$L, 'r', %2$s)::text
      FROM app.%1$I t
     WHERE t.xid >= v_floor AND NOT pg_visible_in_snapshot(t.xid, v_since)
     LIMIT v_left;
    GET DIAGNOSTICS v_n = ROW_COUNT;
    v_left := v_left - v_n;
    $f$, t.tbl, v_read ->> t.tbl), '' ORDER BY t.ord),
           string_agg(format('(SELECT max(t.xid) FROM app.%I t)', t.tbl), ', '),
           string_agg(format('SELECT DISTINCT t.part FROM app.%I t WHERE t.part <> ''core''', t.tbl),
                      ' UNION ')
      INTO v_pull, v_ahead, v_parts
      FROM sync.table_def t;

    -- Everything the snapshot did not see, at most v_left rows. STABLE: one snapshot for all.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.pull_rows(v_since pg_snapshot, v_wall boolean, v_left bigint)
RETURNS SETOF text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_floor xid8 := pg_snapshot_xmin(v_since);
    v_n bigint;
BEGIN
' || v_pull || '
END $$';

    -- The highest xid any row carries.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.highest_xid() RETURNS xid8
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT max(x) FROM unnest(ARRAY[' || v_ahead || ']) x);
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.months() RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT array_agg(p.part ORDER BY p.part DESC) FROM (' || v_parts || ') p);
END $$';

    -- {bucket: [count, xor of ver]}
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.buckets(v_tbl text, v_part text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches($f$        RETURN (SELECT jsonb_object_agg(lpad(to_hex(b.bucket), 2, '0'),
                                          b.n || ':' || sync.hex_of(b.ver)) FROM (
            SELECT get_byte(uuid_send(t.id), 15) AS bucket, count(*) AS n,
                   bit_xor(('x' || replace(t.ver::text, '-', ''))::bit(128)) AS ver
              FROM app.%2$I t WHERE t.part = v_part GROUP BY 1) b);$f$) || '
    RETURN NULL;
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.bucket_rows(v_tbl text, v_part text, v_buckets integer[])
RETURNS json LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        RETURN (SELECT json_agg(json_build_array(t.id, t.ver)) FROM app.%2$I t
            WHERE t.part = v_part AND get_byte(uuid_send(t.id), 15) = ANY (v_buckets));') || '
    RETURN NULL;
END $$';

    EXECUTE 'CREATE OR REPLACE FUNCTION sync.rows_of(v_tbl text, v_ids uuid[], v_wall boolean)
RETURNS json LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
' || sync.branches('        RETURN (SELECT json_agg(%3$s)
            FROM app.%2$I t WHERE t.id = ANY (v_ids));', v_read) || '
    RETURN NULL;
END $$';
END $generate$;

CREATE FUNCTION sync.hex_of(v_bits bit(128)) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lpad(to_hex(substring(v_bits FROM 1 FOR 64)::bit(64)::bigint), 16, '0')
    || lpad(to_hex(substring(v_bits FROM 65 FOR 64)::bit(64)::bigint), 16, '0');

CREATE FUNCTION sync.generate() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.generate_rows();
    PERFORM sync.generate_writers();
    PERFORM sync.generate_readers();
END $$;

SELECT sync.generate();
