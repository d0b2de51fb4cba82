-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a handover keeps about each item and key system, and who may sign a sheet that says what.

CREATE FUNCTION sync.is_waive_reason(v_reason text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sync.one_of(v_reason, 'absent', 'no_access', 'known_fault', 'being_handled', 'other');

CREATE FUNCTION sync.handover_item_words(n app.handover_item, v_fixed boolean) RETURNS void
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
            'pending_item')
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

-- Who takes it confirms it; another plan, or another receiver, is confirmed anew.
CREATE FUNCTION sync.handover_item_confirmed(o app.handover_item, n app.handover_item,
    v_incoming text, v_at timestamptz) RETURNS app.handover_item
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF coalesce(n.confirmed, false) AND NOT coalesce(o.confirmed, false) THEN
        IF sync.ctx_actor() IS DISTINCT FROM n.receiver
            AND sync.ctx_actor() IS DISTINCT FROM v_incoming THEN
            PERFORM sync.refuse('not_receiver');
        END IF;
        n.confirmed_by := sync.ctx_actor();
        n.confirmed_at := v_at;
    ELSIF NOT coalesce(n.confirmed, false)
        OR (n.receiver, n.next_action, n.due_at, n.contingency)
            IS DISTINCT FROM (o.receiver, o.next_action, o.due_at, o.contingency) THEN
        n.confirmed := false;
        n.confirmed_by := NULL;
        n.confirmed_at := NULL;
    END IF;
    RETURN n;
END $$;

-- A question goes back to the owner; another question waits for another answer.
CREATE FUNCTION sync.handover_item_question(o app.handover_item, n app.handover_item,
    v_at timestamptz) RETURNS app.handover_item
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF n.question IS DISTINCT FROM o.question THEN
        n.answer := NULL;
        n.answered_by := NULL;
        n.answered_at := NULL;
        n.asked_by := CASE WHEN n.question IS NOT NULL THEN sync.ctx_actor() END;
        n.asked_at := CASE WHEN n.question IS NOT NULL THEN v_at END;
    ELSIF n.answer IS DISTINCT FROM o.answer THEN
        IF n.question IS NULL OR sync.blank(n.answer) THEN
            PERFORM sync.refuse('text_missing');
        END IF;
        n.answered_by := sync.ctx_actor();
        n.answered_at := v_at;
    END IF;
    RETURN n;
END $$;

CREATE FUNCTION sync.handover_item_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    n app.handover_item := new;
    o app.handover_item;
    v_at timestamptz := sync.guard_at();
    v_incoming text;
    v_outgoing text;
    v_fixed boolean := true;
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF sync.restamped(to_jsonb(old), to_jsonb(n)) THEN
            RETURN n;
        END IF;
        o := old;
        v_fixed := NOT n.deleted AND (n.handover, n.about, n.subject)
            IS NOT DISTINCT FROM (o.handover, o.about, o.subject);
        n.confirmed_by := o.confirmed_by;
        n.confirmed_at := o.confirmed_at;
        n.asked_by := o.asked_by;
        n.asked_at := o.asked_at;
        n.answered_by := o.answered_by;
        n.answered_at := o.answered_at;
        n.checked_by := o.checked_by;
        n.checked_at := o.checked_at;
    END IF;
    PERFORM sync.guard_actor();
    PERFORM sync.handover_item_words(n, v_fixed);
    SELECT h.outgoing, h.incoming, h.part INTO v_outgoing, v_incoming, n.part
      FROM app.handover h WHERE h.id = n.handover;
    n := sync.handover_item_confirmed(o, n, v_incoming, v_at);
    n := sync.handover_item_question(o, n, v_at);
    IF (n.result, n.seen, n.reason) IS DISTINCT FROM (o.result, o.seen, o.reason) THEN
        n.checked_by := sync.ctx_actor();
        n.checked_at := v_at;
    END IF;
    IF sync.absent(n.read_back) IS DISTINCT FROM sync.absent(o.read_back)
        AND coalesce(o.heard, false) THEN
        n.heard := false;
    END IF;
    IF coalesce(n.heard, false) AND NOT coalesce(o.heard, false)
        AND sync.ctx_actor() IS DISTINCT FROM v_outgoing THEN
        PERFORM sync.refuse('signature_other');
    END IF;
    n.heard := coalesce(n.heard, false);
    n.deleted := false;
    RETURN n;
END $$;

CREATE FUNCTION sync.sheet_refused(v_what text, v_subject text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.refuse('sheet_incomplete',
        jsonb_build_object('what', v_what, 'subject', nullif(v_subject, '')));
END $$;

CREATE FUNCTION sync.is_waived(v_sheet jsonb, v_rule text, v_subject text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN EXISTS (SELECT 1 FROM jsonb_array_elements(v_sheet -> 'waivers') w
    WHERE sync.jtext(w, 'rule') = v_rule AND sync.jtext(w, 'subject') = v_subject);

CREATE FUNCTION sync.is_list_of_objects(v_value jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF jsonb_typeof(v_value) IS DISTINCT FROM 'array' THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_value) e
        WHERE jsonb_typeof(e) <> 'object');
END $$;

CREATE FUNCTION sync.sheet_waivers(v_sheet jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    w jsonb;
BEGIN
    FOR w IN SELECT e FROM jsonb_array_elements(v_sheet -> 'waivers') WITH ORDINALITY AS t(e, o)
        ORDER BY o LOOP
        IF NOT sync.one_of(sync.jtext(w, 'rule'), 'not_confirmed', 'system', 'read_back',
                'red_unacknowledged')
            OR NOT sync.is_waive_reason(sync.jtext(w, 'reason'))
            OR sync.jtext(w, 'by') = sync.jtext(w, 'second')
            OR NOT sync.active_person(sync.jtext(w, 'by'))
            OR NOT sync.active_person(sync.jtext(w, 'second')) THEN
            PERFORM sync.sheet_refused('waiver', sync.jtext(w, 'rule'));
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION sync.sheet_items(v_sheet jsonb) RETURNS void
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
        v_work := sync.jtext(i, 'table') <> 'incident';
        IF sync.level_rank(sync.jtext(i, 'level')) IS NULL OR sync.blank(v_id)
            OR NOT sync.one_of(sync.jtext(i, 'table'), 'incident', 'ticket', 'pending_item') THEN
            PERFORM sync.doc_invalid('items');
        END IF;
        v_lack := CASE
            WHEN sync.blank(sync.jtext(i, 'receiver')) THEN 'receiver'
            WHEN v_work AND sync.blank(sync.jtext(i, 'next_action')) THEN 'next_action'
            WHEN v_work AND sync.blank(sync.jtext(i, 'due_at')) THEN 'due_at'
            WHEN sync.jtext(i, 'level') <> 'blue' AND sync.blank(sync.jtext(i, 'contingency'))
                THEN 'contingency'
            WHEN sync.blank(sync.jtext(i, 'confirmed_by'))
                AND NOT sync.is_waived(v_sheet, 'not_confirmed', v_id) THEN 'not_confirmed'
            WHEN NOT v_work AND sync.jtext(i, 'level') = 'red'
                AND sync.jtext(i, 'stage') = 'detection'
                AND NOT sync.is_waived(v_sheet, 'red_unacknowledged', v_id)
                THEN 'red_unacknowledged' END;
        IF v_lack IS NOT NULL THEN
            PERFORM sync.sheet_refused(v_lack, v_id);
        END IF;
    END LOOP;
END $$;

-- An instant as a sheet writes it; null where it is none.
CREATE FUNCTION sync.sheet_instant(v_text text) RETURNS timestamptz
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC'
AS $$
BEGIN
    IF v_text ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\.[0-9]{6}Z$'
        AND sync.is_date(left(v_text, 10)) THEN
        RETURN v_text::timestamptz;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION sync.sheet_systems(v_sheet jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_frozen timestamptz := sync.sheet_instant(sync.jtext(v_sheet, 'frozen_at'));
    s jsonb;
BEGIN
    IF v_frozen IS NULL THEN
        PERFORM sync.doc_invalid('frozen_at');
    END IF;
    FOR s IN SELECT e FROM jsonb_array_elements(v_sheet -> 'systems') WITH ORDINALITY AS t(e, o)
        ORDER BY o LOOP
        IF (sync.jtext(s, 'result') <> 'ok' OR NOT coalesce(sync.sheet_instant(sync.jtext(s, 'at'))
                BETWEEN v_frozen - interval '15 minutes' AND v_frozen, false))
            AND NOT sync.is_waived(v_sheet, 'system', sync.jtext(s, 'key')) THEN
            PERFORM sync.sheet_refused('system', sync.jtext(s, 'key'));
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION sync.sheet_rules(v_sheet jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_list text;
BEGIN
    FOREACH v_list IN ARRAY '{items,systems,read_back,waivers}'::text[] LOOP
        IF NOT sync.is_list_of_objects(v_sheet -> v_list) THEN
            PERFORM sync.doc_invalid(v_list);
        END IF;
    END LOOP;
    PERFORM sync.sheet_waivers(v_sheet);
    PERFORM sync.sheet_items(v_sheet);
    PERFORM sync.sheet_systems(v_sheet);
    IF (SELECT count(*) FROM jsonb_array_elements(v_sheet -> 'read_back') r
         WHERE r -> 'heard' = 'true'::jsonb) < least(5, jsonb_array_length(v_sheet -> 'items'))
        AND NOT sync.is_waived(v_sheet, 'read_back', '') THEN
        PERFORM sync.sheet_refused('read_back', NULL);
    END IF;
END $$;

CREATE FUNCTION sync.sheet_guard(s app.handover_signature, h app.handover) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF coalesce(s.sheet_hash, '') !~ '^[0-9a-f]{64}$' THEN
        PERFORM sync.doc_invalid('sheet_hash');
    ELSIF sync.absent(s.sheet) IS NULL THEN
        IF sync.signed_sheet(h.id, s.sheet_hash) IS NULL THEN
            PERFORM sync.refuse('sheet_changed');
        END IF;
        RETURN;
    ELSIF encode(sha256(convert_to(sync.canonical(s.sheet), 'UTF8')), 'hex') <> s.sheet_hash
        OR sync.jtext(s.sheet, 'id') <> h.id::text
        OR sync.jtext(s.sheet -> 'outgoing', 'lead') <> h.outgoing
        OR sync.jtext(s.sheet -> 'incoming', 'lead') <> h.incoming THEN
        PERFORM sync.refuse('sheet_changed');
    END IF;
    PERFORM sync.sheet_rules(s.sheet);
END $$;

CREATE FUNCTION sync.handover_signature_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    s app.handover_signature := new;
    h app.handover;
    v_me text := sync.ctx_actor();
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(s)) THEN
        RETURN s;
    END IF;
    PERFORM sync.forget_notes(s.id);
    PERFORM sync.guard_actor();
    IF tg_op = 'UPDATE' THEN
        PERFORM sync.refuse('immutable');
    ELSIF sync.by_station() THEN
        PERFORM sync.refuse('station_may_not');
    ELSIF NOT sync.one_of(s.meaning, 'handed_over', 'taken_over', 'witnessed')
        OR NOT sync.one_of(s.how, 'password', 'offline', 'paper', 'open_desk') THEN
        PERFORM sync.refuse('kind_unknown');
    END IF;
    IF s.how = 'offline' AND (SELECT p.doc -> 'offline_handover' FROM app.policy p
            WHERE NOT p.deleted ORDER BY p.version DESC LIMIT 1) = 'false' THEN
        PERFORM sync.refuse('offline_handover_forbidden');
    END IF;
    SELECT * INTO h FROM app.handover o WHERE o.id = s.handover;
    IF NOT FOUND THEN
        PERFORM sync.column_unknown('handover');
    ELSIF NOT (CASE s.meaning WHEN 'handed_over' THEN h.outgoing = v_me
            WHEN 'taken_over' THEN h.incoming = v_me
            ELSE v_me NOT IN (h.outgoing, h.incoming) END) THEN
        PERFORM sync.refuse('signature_other');
    END IF;
    PERFORM sync.sheet_guard(s, h);
    s.person := v_me;
    s.signed_at := sync.guard_at();
    s.deleted := false;
    s.part := h.part;
    PERFORM sync.note(s.id, NULL, 'handover_signed', jsonb_build_object('handover', s.handover,
        'scope', h.scope, 'label', h.label, 'meaning', s.meaning, 'sheet_hash', s.sheet_hash,
        'how', s.how));
    RETURN s;
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.handover_item
    FOR EACH ROW EXECUTE FUNCTION sync.handover_item_guard();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.handover_signature
    FOR EACH ROW EXECUTE FUNCTION sync.handover_signature_guard();
CREATE TRIGGER z_entries AFTER INSERT ON app.handover_signature
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();

UPDATE sync.meta SET schema_max = 4;

SELECT sync.close_doors();
