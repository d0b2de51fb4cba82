-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is on duty when: positions, rotations with their members in order, and what differs from them
-- for a while. Shifts are computed (app/domain/roster.h), here nothing needs them. Check-ins say who
-- was really there.

CREATE TABLE app.position (
    LIKE sync.stamped INCLUDING DEFAULTS,
    code text, name text, name_en text, ord bigint, needed boolean,
    PRIMARY KEY (id)
);
CREATE TABLE app.rotation (
    LIKE sync.stamped INCLUDING DEFAULTS,
    position text, slot text, zone text, starts_on text, handoff text, unit text, every bigint,
    hours_from text, hours_until text, members jsonb, ends_on text,
    PRIMARY KEY (id)
);
CREATE TABLE app.roster_override (
    LIKE sync.stamped INCLUDING DEFAULTS,
    kind text, position text, person text, replaces text, begins_at timestamptz,
    ends_at timestamptz, other_position text, other_begins_at timestamptz,
    other_ends_at timestamptz, reason text, state text, asked_by text, asked_at timestamptz,
    asked_of text, answered_by text, answered_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.check_in (
    LIKE sync.stamped INCLUDING DEFAULTS,
    position text, person text, checked_at timestamptz,
    PRIMARY KEY (id)
);
CREATE INDEX position_code ON app.position (code);

SELECT sync.add_table(17, 'position', 'fields', 'day');
SELECT sync.add_table(18, 'rotation', 'fields', 'day');
SELECT sync.add_table(19, 'roster_override', 'cas', 'day');
SELECT sync.add_table(20, 'check_in', 'append', 'day');
UPDATE sync.column_def SET unit = 'turn'
 WHERE tbl = 'rotation' AND col IN ('zone', 'starts_on', 'handoff', 'unit', 'every');
UPDATE sync.column_def SET unit = 'hours'
 WHERE tbl = 'rotation' AND col IN ('hours_from', 'hours_until');
UPDATE sync.column_def SET origin = 'guard'
 WHERE tbl = 'roster_override'
   AND col IN ('asked_by', 'asked_at', 'asked_of', 'answered_by', 'answered_at')
    OR tbl = 'check_in' AND col IN ('person', 'checked_at');
UPDATE sync.column_def SET wall = false WHERE tbl = 'roster_override' AND col = 'reason';

CREATE FUNCTION sync.known_position(v_code text) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM app.position p WHERE p.code = v_code AND NOT p.deleted);
END $$;

CREATE FUNCTION sync.doc_invalid(v_where text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.refuse('doc_invalid', jsonb_build_object('where', v_where));
END $$;

CREATE FUNCTION sync.column_unknown(v_column text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.refuse('not_found', jsonb_build_object('column', v_column));
END $$;

-- A date that is one: year 1000 to 2999, a month, a day it has.
CREATE FUNCTION sync.is_date(v_text text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_first date;
BEGIN
    IF v_text IS NULL OR v_text !~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' THEN
        RETURN false;
    END IF;
    v_first := make_date(left(v_text, 4)::integer, substr(v_text, 6, 2)::integer, 1);
    RETURN right(v_text, 2)::integer
        <= extract(day FROM v_first + interval '1 month' - interval '1 day');
END $$;

CREATE FUNCTION sync.is_time(v_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(v_text ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', false);

CREATE FUNCTION sync.position_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    PERFORM sync.guard_senior();
    IF tg_op = 'UPDATE' AND new.code IS DISTINCT FROM old.code THEN
        PERFORM sync.refuse('immutable');
    ELSIF coalesce(new.code, '') !~ '^[a-z][a-z0-9_]{0,31}$' THEN
        PERFORM sync.doc_invalid('code');
    ELSIF NOT new.deleted AND EXISTS (SELECT 1 FROM app.position p
        WHERE p.code = new.code AND NOT p.deleted AND p.id <> new.id) THEN
        PERFORM sync.refuse('name_taken');
    ELSIF sync.blank(new.name) OR char_length(new.name) > 60 THEN
        PERFORM sync.doc_invalid('name');
    ELSIF char_length(new.name_en) > 60 THEN
        PERFORM sync.doc_invalid('name_en');
    END IF;
    new.part := 'core';
    new.needed := coalesce(new.needed, false);
    IF NOT sync.by_setup() THEN
        PERFORM sync.note(new.id, NULL, CASE WHEN new.deleted THEN 'position_removed'
            ELSE 'position_changed' END,
            jsonb_build_object('code', new.code, 'name', new.name, 'needed', new.needed));
    END IF;
    RETURN new;
END $$;

CREATE FUNCTION sync.rotation_words(r app.rotation) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.known_position(r.position) THEN
        PERFORM sync.column_unknown('position');
    ELSIF sync.blank(r.slot) OR char_length(r.slot) > 60 THEN
        PERFORM sync.doc_invalid('slot');
    ELSIF coalesce(r.zone, '') !~ '^[A-Za-z0-9_+/-]{1,64}$' THEN
        PERFORM sync.doc_invalid('zone');
    ELSIF NOT sync.is_date(r.starts_on) THEN
        PERFORM sync.doc_invalid('starts_on');
    ELSIF r.ends_on IS NOT NULL
        AND (NOT sync.is_date(r.ends_on) OR r.ends_on COLLATE "C" < r.starts_on COLLATE "C") THEN
        PERFORM sync.doc_invalid('ends_on');
    ELSIF NOT sync.is_time(r.handoff) THEN
        PERFORM sync.doc_invalid('handoff');
    ELSIF NOT sync.one_of(r.unit, 'hours', 'days', 'weeks') THEN
        PERFORM sync.doc_invalid('unit');
    ELSIF r.every IS NULL OR r.every NOT BETWEEN 1 AND 1000 THEN
        PERFORM sync.doc_invalid('every');
    ELSIF NOT (r.hours_from IS NULL AND r.hours_until IS NULL
        OR sync.is_time(r.hours_from) AND sync.is_time(r.hours_until)) THEN
        PERFORM sync.doc_invalid('hours');
    END IF;
END $$;

CREATE FUNCTION sync.rotation_members(v_members jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_count integer;
    v_names text[];
BEGIN
    IF jsonb_typeof(v_members) IS DISTINCT FROM 'array' THEN
        PERFORM sync.doc_invalid('members');
    END IF;
    v_count := jsonb_array_length(v_members);
    SELECT array_agg(DISTINCT m #>> '{}') FILTER (WHERE jsonb_typeof(m) = 'string') INTO v_names
      FROM jsonb_array_elements(v_members) m;
    IF v_count NOT BETWEEN 1 AND 50 OR v_count IS DISTINCT FROM cardinality(v_names) THEN
        PERFORM sync.doc_invalid('members');
    ELSIF EXISTS (SELECT 1 FROM unnest(v_names) n WHERE NOT sync.active_person(n)) THEN
        PERFORM sync.refuse('person_unknown');
    END IF;
END $$;

CREATE FUNCTION sync.rotation_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    PERFORM sync.guard_actor();
    PERFORM sync.guard_senior();
    PERFORM sync.rotation_words(new);
    PERFORM sync.rotation_members(new.members);
    new.part := 'core';
    PERFORM sync.note(new.id, NULL,
        CASE WHEN new.deleted THEN 'rotation_removed' ELSE 'rotation_changed' END,
        jsonb_build_object('position', new.position, 'slot', new.slot, 'zone', new.zone,
            'starts_on', new.starts_on, 'handoff', new.handoff, 'unit', new.unit, 'every',
            new.every, 'hours_from', new.hours_from, 'hours_until', new.hours_until, 'members',
            new.members, 'ends_on', new.ends_on));
    RETURN new;
END $$;

CREATE FUNCTION sync.note_override(v app.roster_override, v_code text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.note(v.id, NULL, v_code, jsonb_build_object('kind', v.kind, 'position',
        v.position, 'person', v.person, 'replaces', v.replaces, 'begins_at',
        sync.iso(v.begins_at), 'ends_at', sync.iso(v.ends_at), 'other_position',
        v.other_position, 'other_begins_at', sync.iso(v.other_begins_at), 'other_ends_at',
        sync.iso(v.other_ends_at), 'reason', v.reason));
END $$;

CREATE FUNCTION sync.is_span(v_from timestamptz, v_until timestamptz) RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(v_from < v_until AND v_until - v_from <= interval '366 days', false);

CREATE FUNCTION sync.listed_person(v_login text) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM app.person p WHERE p.login = v_login AND NOT p.deleted);
END $$;

-- When, where and who, by the kind. Who was switched off may be stood in for, and stands in for
-- nobody.
CREATE FUNCTION sync.override_words(v app.roster_override) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_swap boolean := v.kind = 'swap';
BEGIN
    IF NOT sync.is_span(v.begins_at, v.ends_at)
        OR v_swap AND NOT sync.is_span(v.other_begins_at, v.other_ends_at) THEN
        PERFORM sync.refuse('time_wrong');
    ELSIF NOT (v.position IS NULL AND v.kind IN ('leave', 'cover'))
        AND NOT sync.known_position(v.position) THEN
        PERFORM sync.column_unknown('position');
    ELSIF v_swap AND NOT sync.known_position(v.other_position) THEN
        PERFORM sync.column_unknown('other_position');
    ELSIF NOT sync.active_person(v.person)
        OR v_swap AND (v.replaces IS NOT DISTINCT FROM v.person
            OR NOT sync.active_person(v.replaces))
        OR v.replaces IS NOT NULL AND (v.replaces = v.person
            OR NOT sync.listed_person(v.replaces)) THEN
        PERFORM sync.refuse('person_unknown');
    END IF;
END $$;

CREATE FUNCTION sync.concerns_actor(v app.roster_override) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN coalesce(sync.ctx_actor() IN (v.person, v.replaces), false);
END $$;

CREATE FUNCTION sync.override_opening(v app.roster_override) RETURNS app.roster_override
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_me text := sync.ctx_actor();
BEGIN
    PERFORM sync.guard_actor();
    IF sync.by_station() THEN
        PERFORM sync.refuse('station_may_not');
    ELSIF NOT sync.one_of(v.kind, 'leave', 'cover', 'swap', 'temporary') THEN
        PERFORM sync.refuse('kind_unknown');
    END IF;
    IF v.kind <> 'swap' THEN
        v.other_position := NULL;
        v.other_begins_at := NULL;
        v.other_ends_at := NULL;
    END IF;
    IF v.kind = 'leave' THEN
        v.position := NULL;
    END IF;
    IF v.kind NOT IN ('swap', 'cover') THEN
        v.replaces := NULL;
    END IF;
    PERFORM sync.override_words(v);
    IF NOT sync.senior() AND (v.kind = 'temporary' OR NOT sync.concerns_actor(v)) THEN
        PERFORM sync.refuse('not_senior');
    ELSIF char_length(v.reason) > 2000 THEN
        PERFORM sync.refuse('too_large');
    END IF;
    v.asked_of := CASE
        WHEN sync.senior() OR v.kind = 'leave' THEN NULL
        WHEN v.person <> v_me THEN v.person
        WHEN v.kind = 'swap' THEN v.replaces END;
    v.state := CASE WHEN v.asked_of IS NULL THEN 'accepted' ELSE 'asked' END;
    v.asked_by := v_me;
    v.asked_at := sync.guard_at();
    v.answered_by := CASE WHEN v.asked_of IS NULL THEN v_me END;
    v.answered_at := CASE WHEN v.asked_of IS NULL THEN v.asked_at END;
    v.deleted := false;
    v.part := 'core';
    PERFORM sync.note_override(v,
        CASE WHEN v.asked_of IS NULL THEN 'roster_changed' ELSE 'roster_asked' END);
    RETURN v;
END $$;

-- Nothing but the state and the end changes.
CREATE FUNCTION sync.override_frame(o app.roster_override, v app.roster_override)
RETURNS app.roster_override
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF o.state IN ('declined', 'cancelled') THEN
        PERFORM sync.refuse('closed');
    END IF;
    PERFORM sync.guard_actor();
    IF sync.by_station() THEN
        PERFORM sync.refuse('station_may_not');
    ELSIF v.deleted OR (v.kind, v.position, v.person, v.replaces, v.begins_at, v.other_position,
            v.other_begins_at, v.other_ends_at, v.reason)
        IS DISTINCT FROM (o.kind, o.position, o.person, o.replaces, o.begins_at, o.other_position,
            o.other_begins_at, o.other_ends_at, o.reason) THEN
        PERFORM sync.refuse('immutable');
    END IF;
    v.asked_by := o.asked_by;
    v.asked_at := o.asked_at;
    v.asked_of := o.asked_of;
    v.answered_by := o.answered_by;
    v.answered_at := o.answered_at;
    v.part := o.part;
    RETURN v;
END $$;

CREATE FUNCTION sync.may_take_back(v app.roster_override) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN sync.senior() OR sync.concerns_actor(v)
        OR coalesce(v.asked_by = sync.ctx_actor(), false);
END $$;

-- The past stays as it was: what is in force is cut short from now on.
CREATE FUNCTION sync.override_end(o app.roster_override, v app.roster_override, v_at timestamptz)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF v.ends_at IS NOT DISTINCT FROM o.ends_at THEN
        RETURN;
    ELSIF o.state IS DISTINCT FROM 'accepted' OR v.state IS DISTINCT FROM o.state
        OR v.kind = 'swap' THEN
        PERFORM sync.refuse('immutable');
    ELSIF NOT coalesce(v.ends_at > v.begins_at AND v.ends_at < o.ends_at AND v.ends_at >= v_at,
            false) THEN
        PERFORM sync.refuse('time_wrong');
    ELSIF NOT sync.may_take_back(v) THEN
        PERFORM sync.refuse('not_owner');
    END IF;
    PERFORM sync.note_override(v, 'roster_shortened');
END $$;

CREATE FUNCTION sync.override_answer(o app.roster_override, v app.roster_override,
    v_at timestamptz) RETURNS app.roster_override
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF v.state IS NOT DISTINCT FROM o.state THEN
        RETURN v;
    ELSIF o.state = 'asked' AND sync.one_of(v.state, 'accepted', 'declined') THEN
        IF NOT sync.senior() AND v.asked_of IS DISTINCT FROM sync.ctx_actor() THEN
            PERFORM sync.refuse('not_asked');
        ELSIF v.state = 'accepted' AND v.ends_at <= v_at THEN
            PERFORM sync.refuse('time_wrong');
        END IF;
        v.answered_by := sync.ctx_actor();
        v.answered_at := v_at;
        PERFORM sync.note_override(v, 'roster_' || v.state);
        RETURN v;
    ELSIF v.state IS DISTINCT FROM 'cancelled' THEN
        PERFORM sync.refuse('state_unknown');
    ELSIF NOT sync.may_take_back(v) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF o.state = 'accepted' AND v.begins_at <= v_at THEN
        PERFORM sync.refuse('already_begun');
    END IF;
    PERFORM sync.note_override(v, 'roster_cancelled');
    RETURN v;
END $$;

CREATE FUNCTION sync.roster_override_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_at timestamptz;
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    IF tg_op = 'INSERT' THEN
        RETURN sync.override_opening(new);
    END IF;
    v_at := sync.guard_at(old.asked_at);
    new := sync.override_frame(old, new);
    PERFORM sync.override_end(old, new, v_at);
    RETURN sync.override_answer(old, new, v_at);
END $$;

CREATE FUNCTION sync.check_in_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    PERFORM sync.guard_actor();
    IF tg_op = 'UPDATE' THEN
        PERFORM sync.refuse('immutable');
    ELSIF NOT sync.known_position(new.position) THEN
        PERFORM sync.column_unknown('position');
    ELSIF sync.by_station() THEN
        PERFORM sync.refuse('station_may_not');
    END IF;
    new.person := sync.ctx_actor();
    new.checked_at := sync.guard_at();
    new.deleted := false;
    new.part := sync.month(new.checked_at);
    PERFORM sync.note(new.id, NULL, 'checked_in', jsonb_build_object('position', new.position));
    RETURN new;
END $$;

DO $$
DECLARE
    v_tbl text;
BEGIN
    FOREACH v_tbl IN ARRAY '{position,rotation,roster_override,check_in}'::text[] LOOP
        EXECUTE format('CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.%I '
            'FOR EACH ROW EXECUTE FUNCTION sync.%I()', v_tbl, v_tbl || '_guard');
        EXECUTE format('CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.%I '
            'FOR EACH ROW EXECUTE FUNCTION sync.z_entries()', v_tbl);
    END LOOP;
END $$;

UPDATE sync.meta SET schema_max = 3;

SELECT sync.generate();

-- What a team begins with; app/domain/rosterrows.cpp holds the same, tests/parity compares them.
SELECT set_config('watchroom.actor_kind', 'setup', true), set_config('watchroom.actor', 'setup', true);
INSERT INTO app.position (id, code, name, name_en, ord, needed)
SELECT sync.derived_id('position', p.code), p.code, p.name, p.name_en, p.ord, p.ord = 1
  FROM (VALUES (1, 'shift_lead', '值班长', 'Shift lead'), (2, 'network', '网络', 'Network'),
               (3, 'audio_video', '音视频', 'Audio and video'), (4, 'system', '系统', 'System'),
               (5, 'scribe', '记录', 'Scribe'), (6, 'coordinator', '资源协调', 'Coordinator'))
       AS p(ord, code, name, name_en);
SELECT set_config('watchroom.actor_kind', '', true), set_config('watchroom.actor', '', true);

SELECT sync.close_doors();
