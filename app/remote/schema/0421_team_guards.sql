-- SPDX-License-Identifier: GPL-3.0-or-later
-- Guards of what a team is and agrees on: person, person_right, station, session, policy, rule,
-- source, target. The server's set-up may write all but the last two.

CREATE FUNCTION sync.guard_admin() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_actor_or_setup();
    IF NOT sync.by_setup()
        AND NOT (sync.by_person() AND sync.has_right(sync.ctx_actor(), 'admin')) THEN
        PERFORM sync.refuse('not_admin');
    END IF;
END $$;

CREATE FUNCTION sync.guard_senior() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_actor_or_setup();
    IF NOT sync.by_setup() AND NOT sync.senior() THEN
        PERFORM sync.refuse('not_senior');
    END IF;
END $$;

-- Somebody active is admin by another row than v_lost, and is not v_leaving.
CREATE FUNCTION sync.other_admin(v_lost uuid, v_leaving text) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (SELECT 1 FROM app.person_right r
    WHERE r.right_name = 'admin' AND NOT r.deleted AND r.id IS DISTINCT FROM v_lost
        AND r.person IS DISTINCT FROM v_leaving AND sync.active_person(r.person));

-- Two admins who disable each other at the same moment: the second waits and then sees the first.
CREATE FUNCTION sync.lock_admins() RETURNS void
LANGUAGE sql
BEGIN ATOMIC
    SELECT sync.take_turn(64);
END;

CREATE FUNCTION sync.person_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_admin();
    IF NOT new.deleted AND EXISTS (SELECT 1 FROM app.person p
        WHERE p.login = new.login AND NOT p.deleted AND p.id <> new.id) THEN
        PERFORM sync.refuse('login_taken');
    END IF;
    IF tg_op = 'UPDATE' THEN
        IF new.login IS DISTINCT FROM old.login THEN
            PERFORM sync.refuse('immutable');
        ELSIF coalesce(old.active, false) AND NOT old.deleted
            AND (new.deleted OR NOT coalesce(new.active, false))
            AND sync.has_right(old.login, 'admin') THEN
            PERFORM sync.lock_admins();
            IF NOT sync.other_admin(NULL, old.login) THEN
                PERFORM sync.refuse('last_admin');
            END IF;
        END IF;
    END IF;
    new.part := 'core';
    RETURN new;
END $$;

CREATE FUNCTION sync.person_right_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_admin();
    IF tg_op = 'UPDATE' THEN
        IF coalesce(old.right_name = 'admin', false) AND NOT old.deleted
            AND (new.deleted OR (new.right_name, new.person)
                IS DISTINCT FROM (old.right_name, old.person))
            AND sync.active_person(old.person) THEN
            PERFORM sync.lock_admins();
            IF NOT sync.other_admin(old.id, NULL) THEN
                PERFORM sync.refuse('last_admin');
            END IF;
        END IF;
    END IF;
    new.part := 'core';
    RETURN new;
END $$;

-- A lead may switch a station off; the rest, and switching it on again, is an administrator's.
CREATE FUNCTION sync.station_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_revoked boolean := false;
BEGIN
    PERFORM sync.forget_notes(new.id);
    IF tg_op = 'UPDATE' THEN
        v_revoked := old.active AND NOT new.active AND (new.name, new.kind, new.deleted)
            IS NOT DISTINCT FROM (old.name, old.kind, old.deleted);
    END IF;
    IF v_revoked THEN
        PERFORM sync.guard_senior();
    ELSE
        PERFORM sync.guard_admin();
    END IF;
    IF NOT new.deleted AND EXISTS (SELECT 1 FROM app.station s
        WHERE s.name = new.name AND NOT s.deleted AND s.id <> new.id) THEN
        PERFORM sync.refuse('name_taken');
    ELSIF tg_op = 'UPDATE' THEN
        IF new.name IS DISTINCT FROM old.name THEN
            PERFORM sync.refuse('immutable');
        END IF;
    END IF;
    new.part := 'core';
    IF v_revoked THEN
        PERFORM sync.note(new.id, NULL, 'station_revoked', jsonb_build_object('station', new.name));
    END IF;
    RETURN new;
END $$;

-- Opened by open_session alone (no operation can); ended by the person, or by a lead.
CREATE FUNCTION sync.session_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        IF NOT sync.by_setup() THEN
            PERFORM sync.refuse('guarded');
        END IF;
        new.part := 'core';
        RETURN new;
    ELSIF sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    PERFORM sync.guard_actor_or_setup();
    IF old.ended OR (new.person, new.station, new.opened_at, new.deleted)
            IS DISTINCT FROM (old.person, old.station, old.opened_at, old.deleted)
        OR NOT coalesce(new.ended, false) THEN
        PERFORM sync.refuse('immutable');
    ELSIF NOT sync.by_setup() AND new.person IS DISTINCT FROM sync.ctx_actor() THEN
        PERFORM sync.guard_senior();
    END IF;
    new.ended_at := sync.guard_at(old.opened_at);
    new.ended_by := sync.ctx_actor();
    new.part := sync.month(new.ended_at);
    IF new.ended_by NOT IN (new.person, new.station) THEN
        PERFORM sync.note(new.id, NULL, 'session_revoked',
            jsonb_build_object('person', new.person, 'station', new.station));
    END IF;
    RETURN new;
END $$;

CREATE FUNCTION sync.z_session() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE sync.session s SET revoked_at = coalesce(s.revoked_at, clock_timestamp())
     WHERE s.id = new.id AND new.ended;
    PERFORM sync.write_notes(new.id);
    RETURN NULL;
END $$;

CREATE FUNCTION sync.policy_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_problem text;
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    PERFORM sync.guard_senior();
    IF tg_op = 'UPDATE' THEN
        PERFORM sync.refuse('immutable');
    ELSIF new.version IS DISTINCT FROM
        (SELECT coalesce(max(p.version), 0) + 1 FROM app.policy p) THEN
        PERFORM sync.refuse('version_taken');
    END IF;
    v_problem := sync.policy_problem(new.doc);
    IF v_problem IS NOT NULL THEN
        PERFORM sync.refuse('doc_invalid', jsonb_build_object('where', v_problem));
    END IF;
    new.part := 'core';
    new.deleted := false;
    PERFORM sync.note(new.id, NULL, 'policy_changed', jsonb_build_object('version', new.version));
    RETURN new;
END $$;

CREATE FUNCTION sync.rule_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_problem text;
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    PERFORM sync.guard_senior();
    IF tg_op = 'UPDATE' THEN
        PERFORM sync.refuse('immutable');
    ELSIF new.version IS DISTINCT FROM (SELECT coalesce(max(r.version), 0) + 1 FROM app.rule r
        WHERE r.name IS NOT DISTINCT FROM new.name) THEN
        PERFORM sync.refuse('version_taken');
    END IF;
    v_problem := sync.rule_problem(new.doc);
    IF v_problem IS NULL AND new.doc ->> 'name' IS DISTINCT FROM new.name THEN
        v_problem := 'name';
    END IF;
    IF v_problem IS NOT NULL THEN
        PERFORM sync.refuse('doc_invalid', jsonb_build_object('where', v_problem));
    END IF;
    new.part := 'core';
    new.deleted := false;
    PERFORM sync.note(new.id, NULL, 'rule_changed',
        jsonb_build_object('name', new.name, 'version', new.version));
    RETURN new;
END $$;

CREATE FUNCTION sync.source_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.guard_actor();
    PERFORM sync.guard_senior();
    new.part := 'core';
    RETURN new;
END $$;

CREATE FUNCTION sync.target_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.guard_actor();
    PERFORM sync.guard_senior();
    IF NOT new.deleted AND EXISTS (SELECT 1 FROM app.target t
        WHERE t.key = new.key AND NOT t.deleted AND t.id <> new.id) THEN
        PERFORM sync.refuse('key_taken');
    ELSIF NOT sync.one_of(new.kind, 'source', 'region', 'egress', 'site') THEN
        PERFORM sync.refuse('kind_unknown');
    END IF;
    new.part := 'core';
    RETURN new;
END $$;

DO $$
DECLARE
    v_tbl text;
BEGIN
    FOREACH v_tbl IN ARRAY
        '{person,person_right,station,session,policy,rule,source,target}'::text[] LOOP
        EXECUTE format('CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.%I '
            'FOR EACH ROW EXECUTE FUNCTION sync.%I()', v_tbl, v_tbl || '_guard');
    END LOOP;
END $$;
CREATE TRIGGER z_entries AFTER UPDATE ON app.station
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
CREATE TRIGGER z_session AFTER UPDATE ON app.session
    FOR EACH ROW EXECUTE FUNCTION sync.z_session();
CREATE TRIGGER z_entries AFTER INSERT ON app.policy
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
CREATE TRIGGER z_entries AFTER INSERT ON app.rule
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
