-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a later file adds a synced table: it creates app.<table> with sync.stamped's columns and its
-- key, calls this, says which columns have a unit, another origin or are not for walls, makes its
-- guard, and ends with SELECT sync.generate() and sync.close_doors().

CREATE FUNCTION sync.add_table(v_ord integer, v_tbl text, v_policy text, v_chain text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO sync.table_def (ord, tbl, policy, chain) VALUES (v_ord, v_tbl, v_policy, v_chain);
    INSERT INTO sync.column_def (tbl, col, ord, type, unit, origin, wall)
    SELECT v_tbl, a.attname, row_number() OVER (ORDER BY a.attnum),
           CASE a.atttypid::regtype::text
               WHEN 'uuid' THEN 'uuid' WHEN 'text' THEN 'text' WHEN 'bigint' THEN 'integer'
               WHEN 'double precision' THEN 'real' WHEN 'boolean' THEN 'boolean'
               WHEN 'timestamp with time zone' THEN 'instant' WHEN 'jsonb' THEN 'json' END,
           a.attname, 'client', true
      FROM pg_attribute a
     WHERE a.attrelid = format('app.%I', v_tbl)::regclass AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attname NOT IN (SELECT s.attname FROM pg_attribute s
                              WHERE s.attrelid = 'sync.stamped'::regclass);
    EXECUTE format('CREATE INDEX %I ON app.%I (xid)', v_tbl || '_xid', v_tbl);
    EXECUTE format('CREATE INDEX %I ON app.%I (part, get_byte(uuid_send(id), 15))',
                   v_tbl || '_bucket', v_tbl);
    EXECUTE format('CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON app.%I
        FOR EACH ROW EXECUTE FUNCTION sync.stamp()', v_tbl);
    EXECUTE format('CREATE TRIGGER a_keep BEFORE DELETE OR TRUNCATE ON app.%I
        FOR EACH STATEMENT EXECUTE FUNCTION sync.keep()', v_tbl);
    IF v_policy = 'append' THEN
        EXECUTE format('CREATE TRIGGER b_append BEFORE UPDATE ON app.%I
            FOR EACH ROW EXECUTE FUNCTION sync.append_only()', v_tbl);
    END IF;
END $$;
