-- SPDX-License-Identifier: GPL-3.0-or-later
-- Losing operations, for leads: each has its card at the station that sent it; this is where they are
-- found when that station is gone.

-- [{at, station, actor, table, row, op, result, body}], the newest first, at most 1,000.
CREATE FUNCTION sync.list_conflicts(v_most integer) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
AS $$
BEGIN
    PERFORM sync.require_lead();
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('at', sync.iso(c.at), 'station', c.login,
                'actor', c.actor, 'table', c.tbl, 'row', c.row_id, 'op', c.op,
                'result', c.result, 'body', c.body) ORDER BY c.at DESC, c.id), '[]')
              FROM (SELECT x.*, k.login FROM sync.conflict x
                      LEFT JOIN sync.client k ON k.client_id = x.client_id
                     ORDER BY x.at DESC, x.id
                     LIMIT greatest(least(coalesce(v_most, 100), 1000), 0)) c)::text;
END $$;
