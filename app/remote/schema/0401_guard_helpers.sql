-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every guard needs: who acts, when, and the entries that wait from the verdict (BEFORE) to
-- the writing (AFTER). A verdict is never null: whatever may be is coalesced.

-- Nothing but white space, as QChar::isSpace() sees it, whatever the collation of the database.
CREATE FUNCTION sync.blank(v_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(coalesce(v_text, ''),
    E' \t\n\u000b\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009'
    '\u200a\u2028\u2029\u202f\u205f\u3000') = '';

CREATE FUNCTION sync.one_of(v_word text, VARIADIC v_words text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(v_word = ANY (v_words), false);

-- JSON's null is absence, as SQL's.
CREATE FUNCTION sync.absent(v_value jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(v_value) = 'null' THEN NULL ELSE v_value END;

-- The operation's instant within [v_from, now]; v_from wins where a clock was set back.
CREATE FUNCTION sync.guard_at(v_from timestamptz DEFAULT NULL) RETURNS timestamptz
LANGUAGE sql VOLATILE
RETURN greatest(least(sync.ctx_at(), now()), v_from);

CREATE FUNCTION sync.month(v_at timestamptz) RETURNS text
LANGUAGE sql STABLE
RETURN to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM');

CREATE FUNCTION sync.active_person(v_login text) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM app.person p
        WHERE p.login = v_login AND coalesce(p.active, false) AND NOT p.deleted);
END $$;

CREATE FUNCTION sync.has_right(v_login text, VARIADIC v_rights text[]) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM app.person_right r
        WHERE r.person = v_login AND r.right_name = ANY (v_rights) AND NOT r.deleted);
END $$;

CREATE FUNCTION sync.by_person() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(sync.ctx_kind() = 'person', false);

CREATE FUNCTION sync.by_station() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(sync.ctx_kind() = 'station', false);

-- The server's own set-up functions: they write people, stations, policy and rules, nothing else.
CREATE FUNCTION sync.by_setup() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(sync.ctx_kind() = 'setup', false);

CREATE FUNCTION sync.senior() RETURNS boolean
LANGUAGE sql STABLE
RETURN sync.by_person() AND sync.has_right(sync.ctx_actor(), 'lead', 'command', 'admin');

-- Rule 1 of every table.
CREATE FUNCTION sync.guard_actor() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.by_station() THEN
        IF NOT coalesce(sync.ctx_fence_holds(), false) THEN
            PERFORM sync.refuse('old_fence');
        END IF;
    ELSIF NOT sync.by_person()
        OR sync.ctx('released_by') IS NULL AND NOT sync.active_person(sync.ctx_actor()) THEN
        PERFORM sync.refuse('not_active');
    END IF;
END $$;

-- Rule 1 where the server's set-up may write too.
CREATE FUNCTION sync.guard_actor_or_setup() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.by_setup() THEN
        PERFORM sync.guard_actor();
    END IF;
END $$;

-- A row without its stamps.
CREATE FUNCTION sync.unstamped(v_row jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN v_row - '{rev,ver,xid,updated_by,carried_by,updated_at}'::text[];

-- The owner's restamping (server adopt) changes no value and is no change.
CREATE FUNCTION sync.restamped(v_old jsonb, v_new jsonb) RETURNS boolean
LANGUAGE sql STABLE
RETURN sync.by_setup() AND sync.unstamped(v_old) = sync.unstamped(v_new);

-- True while a trigger of ours writes what follows from a change. The depth is what counts: no
-- login can make a trigger, whatever it sets.
CREATE FUNCTION sync.guard_writes() RETURNS boolean
LANGUAGE sql STABLE
RETURN pg_trigger_depth() > 1
    AND coalesce(current_setting('watchroom.guard_writes', true) = 'on', false);

-- A change of nothing but `part`: the one that rows which never change may have, by a guard.
CREATE FUNCTION sync.moved(v_old jsonb, v_new jsonb) RETURNS boolean
LANGUAGE sql STABLE
RETURN sync.guard_writes()
    AND sync.unstamped(v_old) - 'part' = sync.unstamped(v_new) - 'part';

-- The part of what belongs to an incident.
CREATE FUNCTION sync.part_of(v_incident uuid) RETURNS text
LANGUAGE sql STABLE
RETURN coalesce((SELECT i.part FROM app.incident i WHERE i.id = v_incident), 'core');

-- Notes: entries to be written, each with its row, because one statement may touch many rows.
CREATE FUNCTION sync.noted() RETURNS jsonb
LANGUAGE sql STABLE
RETURN coalesce(sync.ctx('entries'), '[]')::jsonb;

-- Notes that no AFTER trigger took (ON CONFLICT DO NOTHING) must not join the row's next change.
CREATE FUNCTION sync.forget_notes(v_row uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_rest jsonb;
BEGIN
    IF sync.ctx('entries') IS NULL THEN
        RETURN;
    END IF;
    SELECT jsonb_agg(e ORDER BY o) INTO v_rest
        FROM jsonb_array_elements(sync.noted()) WITH ORDINALITY AS t(e, o)
        WHERE e ->> 'row' IS DISTINCT FROM v_row::text;
    PERFORM set_config('watchroom.entries', coalesce(v_rest::text, ''), true);
END $$;

CREATE FUNCTION sync.note(v_row uuid, v_incident uuid, v_code text, v_params jsonb DEFAULT '{}')
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM set_config('watchroom.entries', (sync.noted() || jsonb_build_object('row', v_row,
        'incident', v_incident, 'code', v_code, 'params', v_params))::text, true);
END $$;

-- How an incident left its stage: a note without a code, which is no entry.
CREATE FUNCTION sync.note_left(v_row uuid, v_left jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM set_config('watchroom.entries',
        (sync.noted() || jsonb_build_object('row', v_row, 'left', v_left))::text, true);
END $$;

CREATE FUNCTION sync.noted_left(v_row uuid) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT e -> 'left' FROM jsonb_array_elements(sync.noted()) AS e
    WHERE e ->> 'row' = v_row::text AND e ? 'left');

-- Writes a row's notes, in the order of the rules, and forgets them. It may run inside another
-- guard's writing (a closed incident moves its roles), so the setting is given back as it was.
CREATE FUNCTION sync.write_notes(v_row uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_note jsonb;
    v_ordinal integer := 0;
    v_notes jsonb := sync.noted();
    v_writing text := coalesce(current_setting('watchroom.guard_writes', true), '');
BEGIN
    PERFORM sync.forget_notes(v_row);
    PERFORM set_config('watchroom.guard_writes', 'on', true);
    FOR v_note IN SELECT e FROM jsonb_array_elements(v_notes) WITH ORDINALITY AS t(e, o)
        WHERE e ->> 'row' = v_row::text AND e ? 'code' ORDER BY o
    LOOP
        PERFORM sync.add_entry((v_note ->> 'incident')::uuid, v_ordinal, v_note ->> 'code',
            v_note -> 'params');
        v_ordinal := v_ordinal + 1;
    END LOOP;
    PERFORM set_config('watchroom.guard_writes', v_writing, true);
END $$;

-- The AFTER trigger of a table that has entries and nothing else to write.
CREATE FUNCTION sync.z_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.write_notes(new.id);
    RETURN NULL;
END $$;
