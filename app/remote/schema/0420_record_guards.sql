-- SPDX-License-Identifier: GPL-3.0-or-later
-- Guards of what belongs to an incident and of what machines report: stage_record, log_entry,
-- incident_role, alert, incident_alert.

CREATE FUNCTION sync.stage_record_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.guard_writes()
        AND NOT (tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new))) THEN
        PERFORM sync.refuse('guarded');
    END IF;
    RETURN new;
END $$;

CREATE FUNCTION sync.log_entry_words(e app.log_entry) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.by_station() AND NOT sync.one_of(e.kind, 'timer', 'machine')
        OR sync.by_person()
        AND NOT sync.one_of(e.kind, 'note', 'call', 'message', 'status', 'correction') THEN
        PERFORM sync.refuse('kind_unknown');
    ELSIF sync.blank(e.text) AND sync.blank(e.code) THEN
        PERFORM sync.refuse('text_missing');
    ELSIF char_length(e.text) > 200000 THEN
        PERFORM sync.refuse('too_large');
    ELSIF e.channel IS NOT NULL
        AND NOT sync.one_of(e.channel, 'phone', 'im', 'onsite', 'other') THEN
        PERFORM sync.refuse('channel_unknown');
    ELSIF e.corrects IS NULL AND e.kind = 'correction'
        OR e.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM app.log_entry c
            WHERE c.id = e.corrects AND c.incident IS NOT DISTINCT FROM e.incident) THEN
        PERFORM sync.refuse('corrects_unknown');
    ELSIF NOT sync.blobs_ok(e.blobs) THEN
        PERFORM sync.refuse('attachment_refused');
    END IF;
END $$;

-- What a person typed arrives whatever became of its incident: then in the day's chain.
CREATE FUNCTION sync.log_entry_place(e app.log_entry) RETURNS app.log_entry
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_part text;
BEGIN
    IF e.incident IS NOT NULL THEN
        SELECT i.part INTO v_part FROM app.incident i WHERE i.id = e.incident;
    END IF;
    IF v_part IS NULL AND e.incident IS NOT NULL THEN
        e.params := CASE WHEN jsonb_typeof(e.params) = 'object' THEN e.params ELSE '{}' END
            || jsonb_build_object('incident', e.incident);
        e.incident := NULL;
    END IF;
    e.part := coalesce(v_part, left(sync.ctx_day(), 7));
    e.happened_at := least(coalesce(e.happened_at, sync.guard_at()), now());
    e.deleted := false;
    e.fence := NULL;
    RETURN e;
END $$;

CREATE FUNCTION sync.log_entry_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    e app.log_entry := new;
    v_own boolean := sync.guard_writes() OR sync.by_setup();
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF NOT sync.moved(to_jsonb(old), to_jsonb(e))
            AND NOT sync.restamped(to_jsonb(old), to_jsonb(e)) THEN
            PERFORM sync.guard_actor();
            PERFORM sync.refuse('immutable');
        END IF;
        RETURN e;
    END IF;
    e.params := sync.absent(e.params);
    e.blobs := sync.absent(e.blobs);
    IF NOT v_own OR e.kind IS DISTINCT FROM 'guard' THEN
        PERFORM sync.guard_actor();
        PERFORM sync.log_entry_words(e);
    END IF;
    RETURN sync.log_entry_place(e);
END $$;

CREATE FUNCTION sync.incident_role_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    r app.incident_role := new;
    v_change text;
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF sync.guard_writes() OR sync.restamped(to_jsonb(old), to_jsonb(r)) THEN
            RETURN r;
        END IF;
    END IF;
    PERFORM sync.forget_notes(r.id);
    PERFORM sync.guard_actor();
    IF sync.by_station() THEN
        PERFORM sync.refuse('station_may_not');
    ELSIF NOT sync.one_of(r.role, 'commander', 'technical_network', 'technical_audio_video',
        'technical_system', 'scribe') THEN
        PERFORM sync.refuse('role_unknown');
    ELSIF NOT EXISTS (SELECT 1 FROM app.incident i WHERE i.id = r.incident) THEN
        PERFORM sync.refuse('not_found', '{"column": "incident"}');
    END IF;
    r.part := sync.part_of(r.incident);
    v_change := CASE WHEN r.deleted THEN 'role_left' ELSE 'role_given' END;
    IF tg_op = 'INSERT' OR r.deleted IS DISTINCT FROM old.deleted
        OR NOT r.deleted AND (r.role, r.person) IS DISTINCT FROM (old.role, old.person) THEN
        PERFORM sync.note(r.id, r.incident, v_change,
            jsonb_build_object('role', r.role, 'person', r.person));
    END IF;
    RETURN r;
END $$;

CREATE FUNCTION sync.alert_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    a app.alert := new;
BEGIN
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(a)) THEN
        RETURN a;
    END IF;
    PERFORM sync.guard_actor();
    IF NOT sync.by_station() THEN
        PERFORM sync.refuse('station_only');
    END IF;
    IF tg_op = 'UPDATE' THEN
        IF old.ended_at IS NOT NULL THEN
            PERFORM sync.refuse('closed');
        ELSIF (a.rule, a.target, a.metric, a.starts_at, a.deleted)
            IS DISTINCT FROM (old.rule, old.target, old.metric, old.starts_at, old.deleted) THEN
            PERFORM sync.refuse('immutable');
        END IF;
    END IF;
    IF NOT sync.one_of(a.state, 'firing', 'cleared') THEN
        PERFORM sync.refuse('state_unknown');
    ELSIF a.state = 'cleared' THEN
        a.ended_at := coalesce(a.ended_at, sync.guard_at());
    END IF;
    a.part := coalesce(sync.month(a.ended_at), 'core');
    a.fence := NULL;
    RETURN a;
END $$;

CREATE FUNCTION sync.incident_alert_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    l app.incident_alert := new;
    a app.alert;
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF sync.moved(to_jsonb(old), to_jsonb(l)) OR sync.restamped(to_jsonb(old), to_jsonb(l)) THEN
            RETURN l;
        END IF;
    END IF;
    PERFORM sync.forget_notes(l.id);
    PERFORM sync.guard_actor();
    IF NOT sync.by_station() THEN
        PERFORM sync.refuse('station_only');
    ELSIF tg_op = 'UPDATE' THEN
        PERFORM sync.refuse('immutable');
    ELSIF NOT EXISTS (SELECT 1 FROM app.incident i WHERE i.id = l.incident) THEN
        PERFORM sync.refuse('not_found', '{"column": "incident"}');
    END IF;
    SELECT * INTO a FROM app.alert WHERE id = l.alert;
    IF NOT FOUND THEN
        PERFORM sync.refuse('not_found', '{"column": "alert"}');
    END IF;
    PERFORM sync.note(l.id, l.incident, 'alert_joined', jsonb_build_object('alert', l.alert,
        'rule', a.rule, 'target', a.target, 'level', a.level, 'value', a.value));
    l.part := sync.part_of(l.incident);
    l.deleted := false;
    l.fence := NULL;
    RETURN l;
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.stage_record
    FOR EACH ROW EXECUTE FUNCTION sync.stage_record_guard();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.log_entry
    FOR EACH ROW EXECUTE FUNCTION sync.log_entry_guard();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.incident_role
    FOR EACH ROW EXECUTE FUNCTION sync.incident_role_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.incident_role
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.alert
    FOR EACH ROW EXECUTE FUNCTION sync.alert_guard();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.incident_alert
    FOR EACH ROW EXECUTE FUNCTION sync.incident_alert_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.incident_alert
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
