-- SPDX-License-Identifier: GPL-3.0-or-later
-- A procedure that is being followed is handed over with its step, like other work: an item of the
-- sheet with a receiver, taken by whoever comes when the watch passes.

CREATE OR REPLACE FUNCTION sync.handover_item_words(n app.handover_item, v_fixed boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    h app.handover;
BEGIN
    IF sync.by_station() THEN
        PERFORM sync.refuse('station_may_not');
    ELSIF NOT v_fixed THEN
        PERFORM sync.refuse('immutable');
    ELSIF NOT sync.one_of(n.about, 'system', 'waiver', 'paper', 'incident', 'ticket',
            'pending_item', 'procedure_run')
        OR (n.about = 'paper' AND NOT sync.one_of(n.subject, 'handed_over', 'taken_over')) THEN
        PERFORM sync.refuse('kind_unknown');
    ELSIF sync.blank(n.subject) OR char_length(n.subject) > 64 THEN
        PERFORM sync.doc_invalid('subject');
    ELSIF n.handover IS NULL OR n.id IS DISTINCT FROM
        sync.derived_id('handover_item', n.handover::text, n.about, n.subject) THEN
        PERFORM sync.doc_invalid('id');
    END IF;
    SELECT * INTO h FROM app.handover o WHERE o.id = n.handover;
    IF NOT FOUND THEN
        PERFORM sync.column_unknown('handover');
    ELSIF NOT sync.is_live(h.state) THEN
        PERFORM sync.refuse('closed');
    ELSIF NOT sync.senior() AND NOT coalesce(h.outgoing_people ? sync.ctx_actor(), false)
        AND NOT coalesce(h.incoming_people ? sync.ctx_actor(), false) THEN
        PERFORM sync.refuse('not_party');
    ELSIF greatest(char_length(n.next_action), char_length(n.contingency),
            char_length(n.question), char_length(n.answer), char_length(n.seen)) > 2000 THEN
        PERFORM sync.refuse('too_large');
    ELSIF n.result IS NOT NULL AND NOT sync.one_of(n.result, 'ok', 'failed', 'unchecked') THEN
        PERFORM sync.refuse('state_unknown');
    ELSIF n.reason IS NOT NULL AND NOT sync.is_waive_reason(n.reason) THEN
        PERFORM sync.refuse('reason_missing');
    ELSIF n.receiver IS NOT NULL AND NOT sync.active_person(n.receiver) THEN
        PERFORM sync.refuse('person_unknown');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION sync.sheet_items(v_sheet jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    i jsonb;
    v_id text;
    v_work boolean;
    v_lack text;
BEGIN
    FOR i IN SELECT e FROM jsonb_array_elements(v_sheet -> 'items') WITH ORDINALITY AS t(e, o)
        ORDER BY o LOOP
        v_id := sync.jtext(i, 'id');
        v_work := sync.one_of(sync.jtext(i, 'table'), 'ticket', 'pending_item');
        IF sync.level_rank(sync.jtext(i, 'level')) IS NULL OR sync.blank(v_id)
            OR NOT (v_work OR sync.one_of(sync.jtext(i, 'table'), 'incident', 'procedure_run')) THEN
            PERFORM sync.doc_invalid('items');
        END IF;
        v_lack := CASE
            WHEN sync.blank(sync.jtext(i, 'receiver')) THEN 'receiver'
            WHEN v_work AND sync.blank(sync.jtext(i, 'next_action')) THEN 'next_action'
            WHEN v_work AND sync.blank(sync.jtext(i, 'due_at')) THEN 'due_at'
            WHEN sync.jtext(i, 'level') <> 'blue' AND sync.jtext(i, 'table') <> 'procedure_run'
                AND sync.blank(sync.jtext(i, 'contingency')) THEN 'contingency'
            WHEN sync.blank(sync.jtext(i, 'confirmed_by'))
                AND NOT sync.is_waived(v_sheet, 'not_confirmed', v_id) THEN 'not_confirmed'
            WHEN sync.jtext(i, 'table') = 'incident' AND sync.jtext(i, 'level') = 'red'
                AND sync.jtext(i, 'stage') = 'detection'
                AND NOT sync.is_waived(v_sheet, 'red_unacknowledged', v_id)
                THEN 'red_unacknowledged' END;
        IF v_lack IS NOT NULL THEN
            PERFORM sync.sheet_refused(v_lack, v_id);
        END IF;
    END LOOP;
END $$;

-- Named by its procedure, at the version that is followed.
CREATE FUNCTION sync.handover_runs(h app.handover, v_sheet jsonb) RETURNS jsonb
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
    v app.article_version;
    r app.procedure_run;
BEGIN
    FOR r IN SELECT * FROM app.procedure_run p WHERE p.state = 'running' ORDER BY p.id LOOP
        v_open := v_open || r.id;
        v := sync.version_of(r.article, r.now_version);
        v_item := sync.sheet_item(v_sheet, 'procedure_run', r.id);
        v_to := sync.work_receiver(h, v_leaving, v_item);
        v_goes := sync.work_goes(v_leaving, r.owner, NULL);
        v_why := sync.handover_difference(r.owner, v_item, v_goes, v_to);
        IF v_why IS NOT NULL THEN
            v_changes := v_changes || sync.handover_change('procedure_run', r.id::text, NULL,
                v.title, CASE v_why WHEN 'taken' THEN nullif(sync.jtext(v_item, 'owner'), '')
                    ELSE r.owner END, CASE v_why WHEN 'taken' THEN r.owner ELSE v_to END, v_why);
        END IF;
        IF v_goes THEN
            PERFORM sync.note(h.id, r.incident, 'procedure_taken_over', sync.run_params(r, v)
                || jsonb_build_object('from', r.owner, 'to', v_to));
        END IF;
    END LOOP;
    RETURN v_changes || sync.handover_ended(v_sheet, 'procedure_run', v_open);
END $$;

-- The same, done.
CREATE OR REPLACE FUNCTION sync.handover_move(h app.handover, v_sheet jsonb) RETURNS void
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
    UPDATE app.procedure_run r SET owner = sync.work_receiver(h, v_leaving,
            sync.sheet_item(v_sheet, 'procedure_run', r.id))
     WHERE r.state = 'running' AND r.owner = ANY (v_leaving);
END $$;

CREATE OR REPLACE FUNCTION sync.handover_lock() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM 1 FROM app.incident i WHERE i.stage <> 'closed' ORDER BY i.id FOR UPDATE;
    PERFORM 1 FROM app.incident_role r JOIN app.incident i ON i.id = r.incident
      WHERE i.stage <> 'closed' ORDER BY r.id FOR UPDATE OF r;
    PERFORM 1 FROM app.pending_item p WHERE p.state = 'open' ORDER BY p.id FOR UPDATE;
    PERFORM 1 FROM app.ticket t WHERE t.state = 'open' ORDER BY t.id FOR UPDATE;
    PERFORM 1 FROM app.procedure_run r WHERE r.state = 'running' ORDER BY r.id FOR UPDATE;
END $$;

CREATE OR REPLACE FUNCTION sync.handover_pass(h app.handover, v_at timestamptz) RETURNS app.handover
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
        || sync.handover_work(h, v_sheet, 'ticket')
        || sync.handover_runs(h, v_sheet);
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

UPDATE sync.meta SET schema_max = 6;

SELECT sync.close_doors();
