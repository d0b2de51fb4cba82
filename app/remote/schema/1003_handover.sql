-- SPDX-License-Identifier: GPL-3.0-or-later
-- The watch is passed: a handover of the desk or of one position, what it keeps about each item, and
-- signatures over a frozen sheet. Here the tables, and how a handover begins; 1004 how it goes on,
-- 1005 its items and signatures.

CREATE TABLE app.handover (
    LIKE sync.stamped INCLUDING DEFAULTS,
    scope text, shift_at timestamptz, attempt bigint, label text, outgoing text, incoming text,
    outgoing_people jsonb, incoming_people jsonb, state text, sheet_hash text, reason text,
    remark text, seen boolean, fence bigint, number bigint, opened_by text,
    opened_at timestamptz, ended_by text, ended_at timestamptz, changes jsonb, seen_by text,
    seen_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.handover_item (
    LIKE sync.stamped INCLUDING DEFAULTS,
    handover uuid REFERENCES app.handover, about text, subject text, receiver text,
    next_action text, due_at timestamptz, contingency text, confirmed boolean, question text,
    answer text, result text, seen text, reason text, read_back jsonb, heard boolean, confirmed_by text,
    confirmed_at timestamptz, asked_by text, asked_at timestamptz, answered_by text,
    answered_at timestamptz, checked_by text, checked_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.handover_signature (
    LIKE sync.stamped INCLUDING DEFAULTS,
    handover uuid REFERENCES app.handover, meaning text, sheet_hash text, sheet jsonb, how text,
    station text, person text, signed_at timestamptz,
    PRIMARY KEY (id)
);
-- One live handover a scope, whatever two calls at the same moment see.
CREATE UNIQUE INDEX handover_live ON app.handover (scope)
    WHERE state IN ('draft', 'out_signed') AND NOT deleted;
CREATE INDEX handover_signature_of ON app.handover_signature (handover);

SELECT sync.add_table(21, 'handover', 'cas', 'day');
SELECT sync.add_table(22, 'handover_item', 'fields', 'day');
SELECT sync.add_table(23, 'handover_signature', 'append', 'day');
UPDATE sync.column_def SET unit = 'leads' WHERE tbl = 'handover'
   AND col IN ('outgoing', 'incoming', 'outgoing_people', 'incoming_people');
UPDATE sync.column_def SET unit = 'state'
 WHERE tbl = 'handover' AND col IN ('state', 'sheet_hash', 'reason', 'remark');
UPDATE sync.column_def SET unit = 'check'
 WHERE tbl = 'handover_item' AND col IN ('result', 'seen', 'reason');
UPDATE sync.column_def SET origin = 'request' WHERE tbl = 'handover' AND col = 'fence';
UPDATE sync.column_def SET origin = 'guard'
 WHERE tbl = 'handover' AND col IN ('number', 'opened_by', 'opened_at', 'ended_by', 'ended_at',
       'changes', 'seen_by', 'seen_at')
    OR tbl = 'handover_item' AND col IN ('confirmed_by', 'confirmed_at', 'asked_by', 'asked_at',
       'answered_by', 'answered_at', 'checked_by', 'checked_at')
    OR tbl = 'handover_signature' AND col IN ('person', 'signed_at');
UPDATE sync.column_def SET wall = false
 WHERE tbl = 'handover' AND col IN ('remark', 'changes')
    OR tbl = 'handover_item' AND col IN ('next_action', 'contingency', 'question', 'answer', 'seen',
       'read_back')
    OR tbl = 'handover_signature' AND col = 'sheet';

-- A member that is a text, else an empty one.
CREATE FUNCTION sync.jtext(v_object jsonb, v_member text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(v_object -> v_member) = 'string' THEN v_object ->> v_member
            ELSE '' END;

CREATE FUNCTION sync.note_handover(h app.handover, v_code text, v_params jsonb DEFAULT '{}')
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.note(h.id, NULL, v_code, v_params || jsonb_build_object('scope', h.scope, 'label',
        h.label, 'outgoing', h.outgoing, 'incoming', h.incoming, 'handover', h.id));
END $$;

CREATE FUNCTION sync.is_crew(v_people jsonb, v_lead text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF jsonb_typeof(v_people) IS DISTINCT FROM 'array' OR jsonb_array_length(v_people) > 100 THEN
        RETURN false;
    END IF;
    RETURN v_people @> to_jsonb(ARRAY[v_lead])
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_people) p
                         WHERE jsonb_typeof(p) <> 'string');
END $$;

CREATE FUNCTION sync.handover_leads(h app.handover) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF h.outgoing IS NOT DISTINCT FROM h.incoming OR NOT sync.active_person(h.outgoing)
        OR NOT sync.active_person(h.incoming) THEN
        PERFORM sync.refuse('person_unknown');
    ELSIF NOT sync.is_crew(h.outgoing_people, h.outgoing) THEN
        PERFORM sync.doc_invalid('outgoing_people');
    ELSIF NOT sync.is_crew(h.incoming_people, h.incoming) THEN
        PERFORM sync.doc_invalid('incoming_people');
    END IF;
END $$;

CREATE FUNCTION sync.handover_opening(h app.handover) RETURNS app.handover
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_actor();
    IF h.scope IS DISTINCT FROM 'desk' AND NOT sync.known_position(h.scope) THEN
        PERFORM sync.column_unknown('scope');
    ELSIF NOT coalesce(h.shift_at BETWEEN sync.guard_at() - interval '24 hours'
            AND sync.guard_at() + interval '24 hours', false) THEN
        PERFORM sync.refuse('time_wrong');
    ELSIF coalesce(h.attempt, 0) < 1 OR h.id IS DISTINCT FROM sync.derived_id('handover', h.scope,
            sync.iso(h.shift_at), h.attempt::text) THEN
        PERFORM sync.doc_invalid('id');
    ELSIF EXISTS (SELECT 1 FROM app.handover o WHERE o.scope = h.scope AND o.id <> h.id
            AND o.state IN ('draft', 'out_signed') AND NOT o.deleted) THEN
        PERFORM sync.refuse('handover_live');
    END IF;
    PERFORM sync.handover_leads(h);
    IF NOT sync.by_station() AND NOT sync.senior()
        AND sync.ctx_actor() NOT IN (h.outgoing, h.incoming) THEN
        PERFORM sync.refuse('not_party');
    END IF;
    h.sheet_hash := NULL;
    h.reason := NULL;
    h.remark := NULL;
    h.ended_by := NULL;
    h.ended_at := NULL;
    h.changes := NULL;
    h.seen_by := NULL;
    h.seen_at := NULL;
    h.state := 'draft';
    h.seen := false;
    h.deleted := false;
    h.opened_by := sync.ctx_actor();
    h.opened_at := sync.guard_at();
    h.number := nextval('app.incident_number');
    h.part := sync.month(h.shift_at);
    PERFORM sync.note_handover(h, 'handover_opened',
        jsonb_build_object('shift_at', sync.iso(h.shift_at)));
    RETURN h;
END $$;

CREATE FUNCTION sync.is_live(v_state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sync.one_of(v_state, 'draft', 'out_signed');

CREATE FUNCTION sync.handover_frame(o app.handover, h app.handover) RETURNS app.handover
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_actor();
    IF h.deleted OR (h.scope, h.shift_at, h.attempt, h.label)
            IS DISTINCT FROM (o.scope, o.shift_at, o.attempt, o.label)
        OR NOT sync.is_live(o.state) AND (h.state, h.outgoing, h.incoming,
                sync.absent(h.outgoing_people), sync.absent(h.incoming_people), h.sheet_hash,
                h.reason, h.remark)
            IS DISTINCT FROM (o.state, o.outgoing, o.incoming, sync.absent(o.outgoing_people),
                sync.absent(o.incoming_people), o.sheet_hash, o.reason, o.remark) THEN
        PERFORM sync.refuse('immutable');
    END IF;
    h.number := o.number;
    h.opened_by := o.opened_by;
    h.opened_at := o.opened_at;
    h.ended_by := o.ended_by;
    h.ended_at := o.ended_at;
    h.changes := o.changes;
    h.seen_by := o.seen_by;
    h.seen_at := o.seen_at;
    h.part := o.part;
    RETURN h;
END $$;

-- What was accepted is seen by the new lead, once; nothing else changes after the end.
CREATE FUNCTION sync.handover_seen(o app.handover, h app.handover, v_at timestamptz)
RETURNS app.handover
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_ended boolean := NOT sync.is_live(o.state);
BEGIN
    IF v_ended AND NOT sync.one_of(o.state, 'accepted', 'forced') THEN
        PERFORM sync.refuse('closed');
    ELSIF h.seen IS NOT DISTINCT FROM o.seen THEN
        IF v_ended THEN
            PERFORM sync.refuse('closed');
        END IF;
        RETURN h;
    ELSIF NOT v_ended OR NOT coalesce(h.seen, false) THEN
        PERFORM sync.refuse('immutable');
    ELSIF sync.ctx_actor() IS DISTINCT FROM o.incoming AND NOT sync.senior() THEN
        PERFORM sync.refuse('not_receiver');
    END IF;
    h.seen_by := sync.ctx_actor();
    h.seen_at := v_at;
    RETURN h;
END $$;

CREATE FUNCTION sync.handover_renamed(o app.handover, h app.handover) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF (h.outgoing, h.incoming, sync.absent(h.outgoing_people), sync.absent(h.incoming_people))
        IS NOT DISTINCT FROM (o.outgoing, o.incoming, sync.absent(o.outgoing_people),
            sync.absent(o.incoming_people)) THEN
        RETURN;
    ELSIF o.state IS DISTINCT FROM 'draft' THEN
        PERFORM sync.refuse('immutable');
    END IF;
    PERFORM sync.handover_leads(h);
    IF sync.ctx_actor() NOT IN (o.outgoing, o.incoming) AND NOT sync.senior() THEN
        PERFORM sync.refuse('not_party');
    END IF;
    PERFORM sync.note_handover(h, 'handover_leads');
END $$;

CREATE FUNCTION sync.is_signed(v_handover uuid, v_meaning text, v_person text, v_hash text)
RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM app.handover_signature s WHERE s.handover = v_handover
        AND s.meaning = v_meaning AND s.person = v_person
        AND s.sheet_hash = coalesce(v_hash, ''));
END $$;

CREATE FUNCTION sync.signed_sheet(v_handover uuid, v_hash text) RETURNS jsonb
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT s.sheet FROM app.handover_signature s WHERE s.handover = v_handover
        AND s.sheet_hash = v_hash AND jsonb_typeof(s.sheet) = 'object' LIMIT 1);
END $$;

SELECT sync.generate();
SELECT sync.close_doors();
