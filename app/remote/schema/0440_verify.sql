-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record, recomputed where it lies: for administrators (audit verify), who compute it again
-- elsewhere, since whoever owns the database owns this function too.

CREATE FUNCTION sync.broken(v_chain text, v_n bigint, v_reason text) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('chain', v_chain, 'n', v_n, 'reason', v_reason);

-- The first entry of the chain that is not as recorded; null: whole, and it ends as v_end says.
CREATE FUNCTION sync.verify_chain(v_end sync.log_chain) RETURNS jsonb
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1
AS $$
DECLARE
    e app.log_entry;
    v_next bigint := 1;
    v_head text := repeat('0', 64);
BEGIN
    FOR e IN SELECT l.* FROM app.log_entry l WHERE l.chain = (v_end).chain ORDER BY l.n LOOP
        IF e.n > v_next THEN
            RETURN sync.broken((v_end).chain, v_next, 'missing');
        ELSIF e.n < v_next THEN
            RETURN sync.broken((v_end).chain, e.n, 'repeated');
        END IF;
        v_head := sync.entry_hash(v_head, e);
        IF e.hash IS DISTINCT FROM v_head THEN
            RETURN sync.broken((v_end).chain, e.n, 'altered');
        END IF;
        v_next := v_next + 1;
    END LOOP;
    IF v_next <= (v_end).n THEN
        RETURN sync.broken((v_end).chain, v_next, 'missing');
    ELSIF v_next > (v_end).n + 1 OR v_head <> (v_end).head THEN
        RETURN sync.broken((v_end).chain, least(v_next, (v_end).n + 1), 'altered');
    END IF;
    RETURN NULL;
END $$;

-- {chains, entries, broken}: all chains, those of incidents that no end is kept of included.
CREATE FUNCTION sync.verify_record() RETURNS jsonb
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    c sync.log_chain;
    v_broken jsonb;
BEGIN
    FOR c IN SELECT coalesce(k.chain, e.chain), coalesce(k.n, 0), coalesce(k.head, repeat('0', 64))
               FROM sync.log_chain k
               FULL JOIN (SELECT DISTINCT l.chain FROM app.log_entry l) e ON e.chain = k.chain
              ORDER BY 1 LOOP
        v_broken := sync.verify_chain(c);
        EXIT WHEN v_broken IS NOT NULL;
    END LOOP;
    RETURN jsonb_build_object(
        'chains', (SELECT count(DISTINCT l.chain) FROM app.log_entry l),
        'entries', (SELECT count(*) FROM app.log_entry), 'broken', v_broken);
END $$;
