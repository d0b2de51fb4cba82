-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets and pending items: work with one owner, offered and accepted. Both have one guard, which
-- works on a ticket's row: a pending item has no label, number or link and waits for nobody.

CREATE TABLE app.ticket (
    LIKE sync.stamped INCLUDING DEFAULTS,
    label text, number bigint, title text, detail text, level text, tech_group text,
    incident uuid REFERENCES app.incident, owner text, offered_to text, state text, outcome text,
    next_action text, due_at timestamptz, contingency text, waiting_for text, url text,
    opened_by text, opened_at timestamptz, waiting_since timestamptz, waited_s bigint,
    carried bigint, closed_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.pending_item (
    LIKE sync.stamped INCLUDING DEFAULTS,
    title text, detail text, level text, tech_group text, incident uuid REFERENCES app.incident,
    owner text, offered_to text, state text, outcome text, next_action text, due_at timestamptz,
    contingency text, opened_by text, opened_at timestamptz, carried bigint,
    closed_at timestamptz,
    PRIMARY KEY (id)
);

SELECT sync.add_table(15, 'ticket', 'cas', 'incident');
SELECT sync.add_table(16, 'pending_item', 'cas', 'incident');
UPDATE sync.column_def SET unit = 'owner'
 WHERE tbl IN ('ticket', 'pending_item') AND col IN ('owner', 'offered_to');
UPDATE sync.column_def SET unit = 'state'
 WHERE tbl IN ('ticket', 'pending_item') AND col IN ('state', 'outcome');
UPDATE sync.column_def SET unit = 'waiting' WHERE tbl = 'ticket' AND col = 'waiting_for';
UPDATE sync.column_def SET origin = 'guard'
 WHERE tbl IN ('ticket', 'pending_item') AND col IN ('number', 'opened_by', 'opened_at',
     'waiting_since', 'waited_s', 'carried', 'closed_at');
UPDATE sync.column_def SET wall = false
 WHERE tbl IN ('ticket', 'pending_item') AND col IN ('title', 'detail', 'outcome', 'next_action',
     'contingency', 'waiting_for', 'url');

CREATE FUNCTION sync.note_work(w app.ticket, v_tbl text, v_code text, v_params jsonb DEFAULT '{}')
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.note(w.id, w.incident, v_code, v_params || jsonb_build_object('table', v_tbl,
        'work', w.id, 'label', w.label, 'title', w.title));
END $$;

-- What nobody owns is everybody's.
CREATE FUNCTION sync.may_work(w app.ticket) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN w.owner IS NULL OR w.owner = sync.ctx_actor() OR sync.senior();
END $$;

CREATE FUNCTION sync.work_words(w app.ticket) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.blank(w.title) THEN
        PERFORM sync.refuse('title_missing');
    ELSIF char_length(w.title) > 200 THEN
        PERFORM sync.refuse('title_too_long');
    END IF;
    IF sync.level_rank(w.level) IS NULL THEN
        PERFORM sync.refuse('level_unknown');
    ELSIF NOT sync.group_known(w.tech_group) THEN
        PERFORM sync.refuse('group_unknown');
    ELSIF NOT sync.one_of(w.state, 'open', 'done', 'dropped') THEN
        PERFORM sync.refuse('state_unknown');
    ELSIF char_length(w.detail) > 200000
        OR greatest(char_length(w.outcome), char_length(w.next_action),
            char_length(w.contingency)) > 2000 THEN
        PERFORM sync.refuse('too_large');
    ELSIF w.url !~ E'^https?://[^\\u0001-\\u0020\\u007f]+$' OR char_length(w.url) > 2000 THEN
        PERFORM sync.refuse('url_refused');
    ELSIF w.incident IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM app.incident i WHERE i.id = w.incident) THEN
        PERFORM sync.refuse('not_found', '{"column": "incident"}');
    END IF;
END $$;

CREATE FUNCTION sync.work_opening(w app.ticket, v_tbl text) RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_actor();
    IF w.state IS DISTINCT FROM 'open' AND w.state IS NOT NULL THEN
        w.state := 'not the first';
    ELSE
        w.state := 'open';
    END IF;
    PERFORM sync.work_words(w);
    IF w.owner <> sync.ctx_actor() THEN
        PERFORM sync.refuse('owner_other');
    ELSIF w.offered_to IS NOT NULL AND (w.offered_to IS NOT DISTINCT FROM w.owner
        OR NOT sync.active_person(w.offered_to)) THEN
        PERFORM sync.refuse('owner_unknown');
    END IF;
    w.outcome := NULL;
    w.closed_at := NULL;
    w.waiting_for := NULL;
    w.waiting_since := NULL;
    w.waited_s := 0;
    w.carried := 0;
    w.opened_by := sync.ctx_actor();
    w.opened_at := sync.guard_at();
    w.deleted := false;
    w.part := 'core';
    IF v_tbl = 'ticket' THEN
        w.number := nextval('app.incident_number');
    END IF;
    PERFORM sync.note_work(w, v_tbl, 'work_opened', jsonb_build_object('level', w.level));
    IF w.owner IS NOT NULL THEN
        PERFORM sync.note_work(w, v_tbl, 'work_claimed', jsonb_build_object('owner', w.owner));
    END IF;
    IF w.offered_to IS NOT NULL THEN
        PERFORM sync.note_work(w, v_tbl, 'work_offered', jsonb_build_object('to', w.offered_to));
    END IF;
    RETURN w;
END $$;

-- What was closed stays so; what is fixed stays; what only guards write is put back.
CREATE FUNCTION sync.work_frame(o app.ticket, w app.ticket) RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF o.state IS DISTINCT FROM 'open' THEN
        PERFORM sync.refuse('closed');
    END IF;
    PERFORM sync.guard_actor();
    IF w.deleted OR w.label IS DISTINCT FROM o.label
        OR o.incident IS NOT NULL AND w.incident IS DISTINCT FROM o.incident THEN
        PERFORM sync.refuse('immutable');
    END IF;
    w.number := o.number;
    w.opened_by := o.opened_by;
    w.opened_at := o.opened_at;
    w.waiting_since := o.waiting_since;
    w.waited_s := o.waited_s;
    w.carried := o.carried;
    w.closed_at := o.closed_at;
    w.part := o.part;
    PERFORM sync.work_words(w);
    RETURN w;
END $$;

-- Nobody is given work but by a senior: it is offered, and theirs when they take it.
CREATE FUNCTION sync.work_owner(o app.ticket, w app.ticket, v_tbl text) RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_mine boolean := coalesce(w.owner = sync.ctx_actor(), false);
    v_code text := 'work_handed';
BEGIN
    IF w.owner IS NOT DISTINCT FROM o.owner THEN
        RETURN w;
    END IF;
    w.offered_to := NULL;
    IF w.owner IS NULL THEN
        IF o.owner <> sync.ctx_actor() AND NOT sync.senior() THEN
            PERFORM sync.refuse('not_owner');
        END IF;
        PERFORM sync.note_work(w, v_tbl, 'work_released', jsonb_build_object('from', o.owner));
        RETURN w;
    ELSIF NOT v_mine AND NOT sync.senior() THEN
        PERFORM sync.refuse('owner_other');
    ELSIF NOT sync.active_person(w.owner) THEN
        PERFORM sync.refuse('owner_unknown');
    END IF;
    IF v_mine AND o.offered_to IS NOT DISTINCT FROM w.owner THEN
        v_code := 'work_accepted';
    ELSIF v_mine THEN
        v_code := CASE WHEN o.owner IS NULL THEN 'work_claimed' ELSE 'work_taken_over' END;
    END IF;
    PERFORM sync.note_work(w, v_tbl, v_code, CASE v_code
        WHEN 'work_claimed' THEN jsonb_build_object('owner', w.owner)
        ELSE jsonb_build_object('from', o.owner, 'to', w.owner) END);
    RETURN w;
END $$;

CREATE FUNCTION sync.work_offer(o app.ticket, w app.ticket, v_tbl text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_declined boolean := w.offered_to IS NULL AND o.offered_to = sync.ctx_actor();
BEGIN
    IF w.owner IS DISTINCT FROM o.owner OR w.offered_to IS NOT DISTINCT FROM o.offered_to THEN
        RETURN;
    ELSIF NOT v_declined AND NOT sync.may_work(w) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF w.offered_to IS NULL THEN
        PERFORM sync.note_work(w, v_tbl, CASE WHEN v_declined THEN 'work_declined'
            ELSE 'work_withdrawn' END, jsonb_build_object('to', o.offered_to));
        RETURN;
    ELSIF w.offered_to IS NOT DISTINCT FROM w.owner OR NOT sync.active_person(w.offered_to) THEN
        PERFORM sync.refuse('owner_unknown');
    END IF;
    PERFORM sync.note_work(w, v_tbl, 'work_offered', jsonb_build_object('to', w.offered_to));
END $$;

CREATE FUNCTION sync.work_resume(w app.ticket, v_tbl text, v_at timestamptz) RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_seconds bigint := coalesce(
        greatest(floor(extract(epoch FROM v_at - w.waiting_since)), 0), 0)::bigint;
BEGIN
    w.waiting_for := NULL;
    w.waiting_since := NULL;
    w.waited_s := coalesce(w.waited_s, 0) + v_seconds;
    PERFORM sync.note_work(w, v_tbl, 'work_resumed', jsonb_build_object('waited_s', v_seconds));
    RETURN w;
END $$;

CREATE FUNCTION sync.work_waiting(o app.ticket, w app.ticket, v_tbl text, v_at timestamptz)
RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF w.waiting_for IS NOT DISTINCT FROM o.waiting_for THEN
        RETURN w;
    ELSIF NOT sync.may_work(w) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF w.waiting_for IS NULL THEN
        RETURN sync.work_resume(w, v_tbl, v_at);
    ELSIF o.waiting_for IS NULL THEN
        w.waiting_since := v_at;
    END IF;
    PERFORM sync.note_work(w, v_tbl, 'work_waiting', jsonb_build_object('for', w.waiting_for));
    RETURN w;
END $$;

CREATE FUNCTION sync.work_texts(o app.ticket, w app.ticket, v_tbl text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF w.title IS DISTINCT FROM o.title THEN
        PERFORM sync.note_work(w, v_tbl, 'work_renamed', jsonb_build_object('from', o.title));
    END IF;
    IF w.incident IS DISTINCT FROM o.incident THEN
        PERFORM sync.note_work(w, v_tbl, 'work_linked');
    END IF;
    IF (w.next_action, w.due_at, w.contingency)
        IS DISTINCT FROM (o.next_action, o.due_at, o.contingency) THEN
        PERFORM sync.note_work(w, v_tbl, 'work_planned', jsonb_build_object('next_action',
            w.next_action, 'due_at', sync.iso(w.due_at), 'contingency', w.contingency));
    END IF;
END $$;

CREATE FUNCTION sync.work_end(w app.ticket, v_tbl text, v_at timestamptz) RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF w.state = 'open' THEN
        w.outcome := NULL;
        RETURN w;
    ELSIF w.owner IS NULL THEN
        PERFORM sync.refuse('not_claimed');
    ELSIF NOT sync.may_work(w) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF w.state = 'dropped' AND sync.blank(w.outcome) THEN
        PERFORM sync.refuse('reason_missing');
    END IF;
    IF w.waiting_for IS NOT NULL THEN
        w := sync.work_resume(w, v_tbl, v_at);
    END IF;
    w.offered_to := NULL;
    w.closed_at := v_at;
    w.part := sync.month(v_at);
    PERFORM sync.note_work(w, v_tbl, 'work_ended',
        jsonb_build_object('state', w.state, 'outcome', w.outcome));
    RETURN w;
END $$;

CREATE FUNCTION sync.work_update(o app.ticket, w app.ticket, v_tbl text) RETURNS app.ticket
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_at timestamptz := sync.guard_at(o.opened_at);
BEGIN
    w := sync.work_frame(o, w);
    w := sync.work_owner(o, w, v_tbl);
    PERFORM sync.work_offer(o, w, v_tbl);
    IF w.level <> o.level THEN
        IF NOT sync.may_work(w) THEN
            PERFORM sync.refuse('not_owner');
        END IF;
        PERFORM sync.note_work(w, v_tbl, 'work_level',
            jsonb_build_object('from', o.level, 'to', w.level));
    END IF;
    w := sync.work_waiting(o, w, v_tbl, v_at);
    PERFORM sync.work_texts(o, w, v_tbl);
    RETURN sync.work_end(w, v_tbl, v_at);
END $$;

CREATE FUNCTION sync.work_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    w app.ticket;
BEGIN
    PERFORM sync.forget_notes(new.id);
    w := jsonb_populate_record(NULL::app.ticket, to_jsonb(new));
    IF tg_op = 'INSERT' THEN
        w := sync.work_opening(w, tg_table_name);
    ELSIF sync.guard_writes() OR sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    ELSE
        w := sync.work_update(jsonb_populate_record(NULL::app.ticket, to_jsonb(old)), w,
            tg_table_name);
    END IF;
    RETURN jsonb_populate_record(new, to_jsonb(w));
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.ticket
    FOR EACH ROW EXECUTE FUNCTION sync.work_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.ticket
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.pending_item
    FOR EACH ROW EXECUTE FUNCTION sync.work_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.pending_item
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();

-- A program that knows these tables compares everything once: an earlier one pulled past their rows.
UPDATE sync.meta SET schema_max = 2;

SELECT sync.generate();
SELECT sync.close_doors();
