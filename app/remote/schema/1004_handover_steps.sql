-- SPDX-License-Identifier: GPL-3.0-or-later
-- A handover's steps. Accepting is one operation on the handover's row; its guard moves in the same
-- transaction whatever is still with those who leave, and says what differs from the sheet.

-- Who goes: of the outgoing people those who are not of the incoming ones.
CREATE FUNCTION sync.leaving(h app.handover) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN coalesce((SELECT array_agg(p) FROM jsonb_array_elements_text((h).outgoing_people) p
    WHERE NOT (h).incoming_people ? p), '{}');

-- Of who leaves, or red and nobody's.
CREATE FUNCTION sync.work_goes(v_leaving text[], v_owner text, v_level text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(v_owner = ANY (v_leaving), v_level = 'red', false);

CREATE FUNCTION sync.sheet_item(v_sheet jsonb, v_tbl text, v_id uuid) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN (SELECT i FROM jsonb_array_elements(v_sheet -> 'items') WITH ORDINALITY AS t(i, o)
    WHERE i ->> 'table' = v_tbl AND i ->> 'id' = v_id::text ORDER BY o DESC LIMIT 1);

-- By the sheet, where that person is there and stays; else the lead.
CREATE FUNCTION sync.work_receiver(h app.handover, v_leaving text[], v_item jsonb) RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_named text := sync.jtext(v_item, 'receiver');
BEGIN
    IF v_named <> ALL (v_leaving) AND sync.active_person(v_named) THEN
        RETURN v_named;
    END IF;
    RETURN h.incoming;
END $$;

CREATE FUNCTION sync.handover_change(v_tbl text, v_id text, v_label text, v_title text, v_from text,
    v_to text, v_why text) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('table', v_tbl, 'id', v_id, 'label', v_label, 'title', v_title, 'from',
    v_from, 'to', v_to, 'why', v_why);

-- How a row that moves, or stays, differs from what the sheet says; null: not at all.
CREATE FUNCTION sync.handover_difference(v_owner text, v_item jsonb, v_goes boolean, v_to text)
RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN v_goes AND v_owner IS NULL THEN 'red_unowned'
    WHEN v_goes AND v_item IS NULL THEN 'not_on_sheet'
    WHEN v_goes AND sync.jtext(v_item, 'receiver') <> v_to THEN 'receiver_gone'
    WHEN NOT v_goes AND v_item IS NOT NULL
        AND to_jsonb(v_owner) IS DISTINCT FROM sync.absent(v_item -> 'owner')
        AND v_owner IS DISTINCT FROM sync.jtext(v_item, 'receiver') THEN 'taken' END;

-- What is on the sheet and open no more.
CREATE FUNCTION sync.handover_ended(v_sheet jsonb, v_tbl text, v_open uuid[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN coalesce((SELECT jsonb_agg(sync.handover_change(v_tbl, e.i ->> 'id',
        nullif(sync.jtext(e.i, 'label'), ''), nullif(sync.jtext(e.i, 'title'), ''),
        nullif(sync.jtext(e.i, 'owner'), ''), NULL, 'ended') ORDER BY e.i ->> 'id' COLLATE "C")
      FROM (SELECT DISTINCT ON (i ->> 'id') i
              FROM jsonb_array_elements(v_sheet -> 'items') WITH ORDINALITY AS t(i, o)
             WHERE i ->> 'table' = v_tbl AND i ->> 'id' <> ALL (v_open::text[])
             ORDER BY i ->> 'id', o DESC) e), '[]');

-- Says what moves, an entry each, and answers what differs from the sheet.
CREATE FUNCTION sync.handover_incidents(h app.handover, v_sheet jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_leaving text[] := sync.leaving(h);
    v_open uuid[] := '{}';
    v_changes jsonb := '[]';
    v_item jsonb;
    v_to text;
    v_why text;
    v_role text;
    i app.incident;
BEGIN
    FOR i IN SELECT * FROM app.incident c WHERE c.stage <> 'closed' ORDER BY c.id LOOP
        v_open := v_open || i.id;
        v_item := sync.sheet_item(v_sheet, 'incident', i.id);
        v_to := sync.work_receiver(h, v_leaving, v_item);
        v_why := sync.handover_difference(i.owner, v_item,
            sync.work_goes(v_leaving, i.owner, i.level), v_to);
        IF v_why IS NOT NULL THEN
            v_changes := v_changes || sync.handover_change('incident', i.id::text, i.label,
                i.title, CASE v_why WHEN 'taken' THEN nullif(sync.jtext(v_item, 'owner'), '')
                    ELSE i.owner END, CASE v_why WHEN 'taken' THEN i.owner ELSE v_to END, v_why);
        END IF;
        IF i.owner = ANY (v_leaving) THEN
            PERFORM sync.note(h.id, i.id, 'handed_to',
                jsonb_build_object('from', i.owner, 'to', v_to));
        ELSIF i.owner IS NULL AND i.level = 'red' THEN
            PERFORM sync.note(h.id, i.id, 'claimed', jsonb_build_object('owner', v_to));
        END IF;
        FOR v_role IN SELECT r.role FROM app.incident_role r WHERE r.incident = i.id
            AND NOT r.deleted AND r.person = ANY (v_leaving) ORDER BY r.id LOOP
            PERFORM sync.note(h.id, i.id, 'role_given',
                jsonb_build_object('role', v_role, 'person', v_to));
        END LOOP;
    END LOOP;
    RETURN v_changes || sync.handover_ended(v_sheet, 'incident', v_open);
END $$;

CREATE FUNCTION sync.handover_work(h app.handover, v_sheet jsonb, v_tbl text) RETURNS jsonb
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_leaving text[] := sync.leaving(h);
    v_open uuid[] := '{}';
    v_changes jsonb := '[]';
    v_goes boolean;
    v_item jsonb;
    v_to text;
    v_why text;
    v_row jsonb;
    w app.ticket;
BEGIN
    FOR v_row IN EXECUTE format('SELECT to_jsonb(t) FROM app.%I t WHERE t.state = ''open'''
        ' ORDER BY t.id', v_tbl) LOOP
        w := jsonb_populate_record(NULL::app.ticket, v_row);
        v_open := v_open || w.id;
        v_item := sync.sheet_item(v_sheet, v_tbl, w.id);
        v_to := sync.work_receiver(h, v_leaving, v_item);
        v_goes := sync.work_goes(v_leaving, w.owner, w.level);
        v_why := sync.handover_difference(w.owner, v_item, v_goes, v_to);
        IF v_why IS NOT NULL THEN
            v_changes := v_changes || sync.handover_change(v_tbl, w.id::text, w.label, w.title,
                CASE v_why WHEN 'taken' THEN nullif(sync.jtext(v_item, 'owner'), '')
                    ELSE w.owner END, CASE v_why WHEN 'taken' THEN w.owner ELSE v_to END, v_why);
        END IF;
        IF v_goes THEN
            PERFORM sync.note(h.id, w.incident, 'work_handed', jsonb_build_object('from', w.owner,
                'to', v_to, 'table', v_tbl, 'work', w.id, 'label', w.label, 'title', w.title));
        END IF;
    END LOOP;
    RETURN v_changes || sync.handover_ended(v_sheet, v_tbl, v_open);
END $$;

-- The same, done.
CREATE FUNCTION sync.handover_move(h app.handover, v_sheet jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_leaving text[] := sync.leaving(h);
    v_tbl text;
BEGIN
    UPDATE app.incident_role r SET person = sync.work_receiver(h, v_leaving,
            sync.sheet_item(v_sheet, 'incident', r.incident))
      FROM app.incident i
     WHERE i.id = r.incident AND i.stage <> 'closed' AND NOT r.deleted
       AND r.person = ANY (v_leaving);
    UPDATE app.incident i SET owner = n.owner, acknowledged_by = n.owner,
            acknowledged_at = h.ended_at
      FROM (SELECT c.id, sync.work_receiver(h, v_leaving,
                       sync.sheet_item(v_sheet, 'incident', c.id)) AS owner
              FROM app.incident c) n
     WHERE n.id = i.id AND i.stage <> 'closed' AND sync.work_goes(v_leaving, i.owner, i.level);
    FOREACH v_tbl IN ARRAY '{pending_item,ticket}'::text[] LOOP
        EXECUTE format($sql$
            UPDATE app.%I t SET carried = coalesce(t.carried, 0) + (n.item IS NOT NULL)::integer,
                   owner = CASE WHEN n.goes THEN sync.work_receiver($1, $2, n.item)
                                ELSE t.owner END,
                   offered_to = CASE WHEN n.goes THEN NULL ELSE t.offered_to END
              FROM (SELECT w.id, sync.sheet_item($3, $4, w.id) AS item,
                           sync.work_goes($2, w.owner, w.level) AS goes
                      FROM app.%I w WHERE w.state = 'open') n
             WHERE n.id = t.id AND (n.goes OR n.item IS NOT NULL)$sql$, v_tbl, v_tbl)
            USING h, v_leaving, v_sheet, v_tbl;
    END LOOP;
END $$;

-- All that may move, table by table in the order in which operations lock rows.
CREATE FUNCTION sync.handover_lock() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM 1 FROM app.incident i WHERE i.stage <> 'closed' ORDER BY i.id FOR UPDATE;
    PERFORM 1 FROM app.incident_role r JOIN app.incident i ON i.id = r.incident
      WHERE i.stage <> 'closed' ORDER BY r.id FOR UPDATE OF r;
    PERFORM 1 FROM app.pending_item p WHERE p.state = 'open' ORDER BY p.id FOR UPDATE;
    PERFORM 1 FROM app.ticket t WHERE t.state = 'open' ORDER BY t.id FOR UPDATE;
END $$;

CREATE FUNCTION sync.handover_pass(h app.handover, v_at timestamptz) RETURNS app.handover
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_sheet jsonb := coalesce(sync.signed_sheet(h.id, h.sheet_hash), '{"items": []}');
    v_before jsonb := sync.noted();
    v_moved jsonb;
BEGIN
    PERFORM sync.handover_lock();
    h.ended_by := sync.ctx_actor();
    h.ended_at := v_at;
    h.changes := sync.handover_incidents(h, v_sheet)
        || sync.handover_work(h, v_sheet, 'pending_item')
        || sync.handover_work(h, v_sheet, 'ticket');
    -- The handover's own entry comes first and counts the others.
    v_moved := sync.noted();
    PERFORM set_config('watchroom.entries', v_before::text, true);
    PERFORM sync.note_handover(h, 'handover_' || h.state, jsonb_build_object('sheet_hash',
        h.sheet_hash, 'reason', h.reason, 'moved',
        jsonb_array_length(v_moved) - jsonb_array_length(v_before), 'changes',
        jsonb_array_length(h.changes)));
    PERFORM set_config('watchroom.entries', (sync.noted()
        || coalesce((SELECT jsonb_agg(e ORDER BY o)
                       FROM jsonb_array_elements(v_moved) WITH ORDINALITY AS t(e, o)
                      WHERE o > jsonb_array_length(v_before)), '[]'))::text, true);
    RETURN h;
END $$;

CREATE FUNCTION sync.may_step(h app.handover) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_outgoing boolean := h.outgoing = sync.ctx_actor();
    v_incoming boolean := h.incoming = sync.ctx_actor();
BEGIN
    RETURN CASE h.state
        WHEN 'draft' THEN v_outgoing OR v_incoming OR sync.senior()
        WHEN 'out_signed' THEN v_outgoing
        WHEN 'accepted' THEN v_incoming
        WHEN 'refused' THEN v_incoming
        WHEN 'extended' THEN v_outgoing OR sync.senior()
        WHEN 'expired' THEN sync.by_station() OR sync.senior()
        ELSE NOT v_outgoing AND sync.by_person()
            AND sync.has_right(sync.ctx_actor(), 'command', 'admin') END;
END $$;

CREATE FUNCTION sync.handover_reason(h app.handover) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF h.state = 'refused' AND NOT sync.one_of(h.reason, 'unfit', 'not_briefed', 'not_stable',
            'orders_unclear', 'other')
        OR h.state = 'extended' AND NOT sync.one_of(h.reason, 'no_show', 'not_stable',
            'relief_unfit', 'agreed', 'other')
        OR h.state = 'forced' AND NOT sync.one_of(h.reason, 'outgoing_gone', 'outgoing_unfit',
            'no_answer', 'other') THEN
        PERFORM sync.refuse('reason_missing');
    END IF;
END $$;

CREATE FUNCTION sync.handover_step(o app.handover, h app.handover, v_at timestamptz)
RETURNS app.handover
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF h.state IS NOT DISTINCT FROM o.state THEN
        IF h.sheet_hash IS DISTINCT FROM o.sheet_hash THEN
            PERFORM sync.refuse('immutable');
        END IF;
        RETURN h;
    ELSIF NOT sync.one_of(h.state, 'draft', 'out_signed', 'accepted', 'refused', 'extended',
            'expired', 'forced') THEN
        PERFORM sync.refuse('state_unknown');
    ELSIF NOT sync.may_step(h) THEN
        PERFORM sync.refuse('not_party');
    END IF;
    PERFORM sync.handover_reason(h);
    IF h.state IN ('out_signed', 'accepted', 'forced') THEN
        IF h.state <> 'forced'
                AND NOT sync.is_signed(h.id, 'handed_over', h.outgoing, h.sheet_hash)
            OR h.state <> 'out_signed'
                AND NOT sync.is_signed(h.id, 'taken_over', h.incoming, h.sheet_hash) THEN
            PERFORM sync.refuse('signature_missing');
        ELSIF h.state = 'out_signed' THEN
            RETURN h;
        END IF;
        RETURN sync.handover_pass(h, v_at);
    END IF;
    h.sheet_hash := NULL;
    IF h.state <> 'draft' THEN
        h.ended_by := sync.ctx_actor();
        h.ended_at := v_at;
    END IF;
    PERFORM sync.note_handover(h, CASE h.state WHEN 'draft' THEN 'handover_recalled'
        ELSE 'handover_' || h.state END, jsonb_build_object('reason', h.reason));
    RETURN h;
END $$;

CREATE FUNCTION sync.handover_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    h app.handover := new;
    v_at timestamptz;
BEGIN
    PERFORM sync.forget_notes(h.id);
    IF tg_op = 'INSERT' THEN
        h := sync.handover_opening(h);
    ELSIF sync.restamped(to_jsonb(old), to_jsonb(h)) THEN
        RETURN h;
    ELSE
        v_at := sync.guard_at(old.opened_at);
        h := sync.handover_frame(old, h);
        h := sync.handover_seen(old, h, v_at);
        PERFORM sync.handover_renamed(old, h);
        IF char_length(h.remark) > 2000 THEN
            PERFORM sync.refuse('too_large');
        END IF;
        h := sync.handover_step(old, h, v_at);
    END IF;
    h.fence := NULL;
    RETURN h;
END $$;

CREATE FUNCTION sync.handover_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'UPDATE' AND new.ended_at IS NOT NULL AND old.ended_at IS NULL
        AND new.state IN ('accepted', 'forced') THEN
        PERFORM set_config('watchroom.guard_writes', 'on', true);
        PERFORM sync.handover_move(new,
            coalesce(sync.signed_sheet(new.id, new.sheet_hash), '{"items": []}'));
        PERFORM set_config('watchroom.guard_writes', 'off', true);
    END IF;
    PERFORM sync.write_notes(new.id);
    RETURN NULL;
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.handover
    FOR EACH ROW EXECUTE FUNCTION sync.handover_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.handover
    FOR EACH ROW EXECUTE FUNCTION sync.handover_entries();
SELECT sync.close_doors();
