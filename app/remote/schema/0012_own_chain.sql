-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an operation owes to those it follows, its own chain: their fate, and that it is in no
-- dispute with them. The chain itself is looked through only where something of the row was refused
-- or changed meanwhile.

-- All operations these follow, themselves included.
CREATE FUNCTION sync.own_chain(v_deps uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_chain uuid[] := v_deps;
    v_next uuid[] := v_deps;
BEGIN
    LOOP
        -- Whoever carried it, its body says the same: one, by the index, for each of them.
        SELECT array_agg(DISTINCT d.dep) INTO v_next
          FROM unnest(v_next) n (op)
         CROSS JOIN LATERAL (SELECT o.deps FROM sync.applied_op o WHERE o.op = n.op LIMIT 1) a
         CROSS JOIN LATERAL unnest(a.deps) d (dep)
         WHERE d.dep <> ALL (v_chain);
        IF v_next IS NULL THEN
            RETURN v_chain;
        END IF;
        v_chain := v_chain || v_next;
    END LOOP;
END $$;

-- A dependent shares the fate of one it follows: in the row that one inserts, or in a unit both
-- touch. Needs must all have come about.
CREATE FUNCTION sync.check_fate(v sync.incoming) RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_chain uuid[];
    v_op uuid;
    v_state text;
BEGIN
    SELECT n.op, coalesce(a.state, 'rejected') INTO v_op, v_state
      FROM unnest((v).needs) n (op)
      LEFT JOIN LATERAL (SELECT b.state FROM sync.applied_op b WHERE b.op = n.op
                          ORDER BY b.state = 'held' LIMIT 1) a ON true
     WHERE coalesce(a.state, 'rejected') IN ('rejected', 'conflict', 'held') LIMIT 1;
    IF v_op IS NULL AND cardinality((v).deps) > 0
       AND EXISTS (SELECT 1 FROM sync.applied_op a WHERE a.row_id = (v).id
                      AND a.state IN ('rejected', 'conflict', 'held')) THEN
        v_chain := sync.own_chain((v).deps);
        SELECT a.op, a.state INTO v_op, v_state
          FROM sync.applied_op a
         WHERE a.op = ANY (v_chain) AND a.state IN ('rejected', 'conflict', 'held')
           AND a.tbl = (v).tbl AND a.row_id = (v).id
           AND (a.kind IN ('insert', 'append') OR a.units && (v).units)
           AND NOT EXISTS (SELECT 1 FROM sync.applied_op b WHERE b.op = a.op
                              AND b.state NOT IN ('rejected', 'conflict', 'held'))
         LIMIT 1;
    END IF;
    IF v_op IS NOT NULL THEN
        PERFORM sync.give_up(v_state, 'follows_refused', jsonb_build_object('op', v_op));
    END IF;
END $$;

-- Columns of the touched units whose present value is neither what the operation knew, nor what
-- it sets.
CREATE FUNCTION sync.differing(v sync.incoming, v_now jsonb, v_base jsonb, v_set jsonb)
RETURNS text[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT array_agg(c.col ORDER BY c.ord)
              FROM sync.column_def c
             WHERE c.tbl = (v).tbl AND c.unit = ANY ((v).units) AND c.origin = 'client'
               AND (v_now -> c.col) IS DISTINCT FROM (v_base -> c.col)
               AND (v_now -> c.col) IS DISTINCT FROM coalesce(v_set -> c.col, v_base -> c.col));
END $$;

-- Of those the ones that its own chain did not leave so either.
CREATE FUNCTION sync.disputed(v sync.incoming, v_now jsonb) RETURNS text[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_cols text[] := sync.differing(v, v_now, (v).base, (v).set);
    v_chain uuid[];
BEGIN
    -- Mostly none, as it was sent; then by type, then by where it came from.
    IF v_cols IS NOT NULL THEN
        v_cols := sync.differing(v, v_now, sync.typed((v).tbl, (v).base),
                                 sync.typed((v).tbl, (v).set));
    END IF;
    IF v_cols IS NULL OR cardinality((v).deps) = 0 THEN
        RETURN v_cols;
    END IF;
    v_chain := sync.own_chain((v).deps);
    RETURN (SELECT array_agg(c.col ORDER BY c.n)
              FROM unnest(v_cols) WITH ORDINALITY c (col, n)
              LEFT JOIN LATERAL (
                    SELECT p.vals -> c.col AS val FROM sync.produced p
                     WHERE p.op = ANY (v_chain) AND p.tbl = (v).tbl AND p.row_id = (v).id
                       AND p.vals ? c.col
                     ORDER BY p.rev DESC LIMIT 1) mine ON true
             WHERE mine.val IS NULL OR (v_now -> c.col) IS DISTINCT FROM mine.val);
END $$;

CREATE FUNCTION sync.left_by(v_ops uuid[], v sync.incoming, v_ver uuid) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM sync.produced p WHERE p.op = ANY (v_ops) AND p.tbl = (v).tbl
                      AND p.row_id = (v).id AND p.ver = v_ver);
END $$;

-- Nobody but the operation's own chain has written the row since the operation saw it.
CREATE FUNCTION sync.only_mine(v sync.incoming, v_ver uuid) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_chain uuid[];
BEGIN
    IF v_ver IS NOT DISTINCT FROM (v).base_ver THEN
        RETURN true;
    ELSIF cardinality((v).deps) = 0 THEN
        RETURN false;
    -- Mostly by what it follows itself; else by the whole chain.
    ELSIF NOT EXISTS (SELECT 1 FROM sync.applied_op a
                       WHERE a.row_id = (v).id AND a.state = 'merged') THEN
        RETURN sync.left_by((v).deps, v, v_ver)
            OR sync.left_by(sync.own_chain((v).deps), v, v_ver);
    END IF;
    v_chain := sync.own_chain((v).deps);
    RETURN sync.left_by(v_chain, v, v_ver)
        AND NOT EXISTS (SELECT 1 FROM sync.applied_op a
                         WHERE a.op = ANY (v_chain) AND a.row_id = (v).id AND a.state = 'merged');
END $$;
