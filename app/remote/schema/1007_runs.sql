-- SPDX-License-Identifier: GPL-3.0-or-later
-- Following a procedure: a run pins a version; what is said of it is appended and never refused for
-- what has become of the run. Then whether an article helped, and contacts.

CREATE TABLE app.procedure_run (
    LIKE sync.stamped INCLUDING DEFAULTS,
    article uuid REFERENCES app.article, version bigint, incident uuid REFERENCES app.incident,
    mode text, owner text, state text, now_version bigint, started_by text,
    started_at timestamptz, ended_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.run_event (
    LIKE sync.stamped INCLUDING DEFAULTS,
    run uuid REFERENCES app.procedure_run, incident uuid, kind text, step text, version bigint,
    against bigint, reason text, text text, blobs jsonb, happened_at timestamptz, author text,
    PRIMARY KEY (id)
);
CREATE TABLE app.contact (
    LIKE sync.stamped INCLUDING DEFAULTS,
    kind text, name text, org text, duty text, person text, ways jsonb, targets jsonb, tags jsonb,
    note text, reached text, verified_way text, verified_by text, verified_at timestamptz,
    PRIMARY KEY (id)
);
CREATE INDEX run_event_of ON app.run_event (run);

SELECT sync.add_table(28, 'procedure_run', 'cas', 'incident');
SELECT sync.add_table(29, 'run_event', 'append', 'incident');
SELECT sync.add_table(30, 'contact', 'fields', 'day');
UPDATE sync.column_def SET origin = 'guard'
 WHERE tbl = 'procedure_run'
   AND col IN ('state', 'now_version', 'started_by', 'started_at', 'ended_at')
    OR tbl = 'run_event' AND col = 'author'
    OR tbl = 'contact' AND col IN ('verified_way', 'verified_by', 'verified_at');
UPDATE sync.column_def SET origin = 'request' WHERE tbl = 'contact' AND col = 'reached';
UPDATE sync.column_def SET wall = false WHERE tbl IN ('procedure_run', 'run_event', 'contact');

CREATE FUNCTION sync.version_of(v_article uuid, v_version bigint) RETURNS app.article_version
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v app.article_version;
BEGIN
    SELECT * INTO v FROM app.article_version a
     WHERE a.id = sync.derived_id('article_version', v_article::text, v_version::text);
    RETURN v;
END $$;

CREATE FUNCTION sync.known_incident(v_incident uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF v_incident IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM app.incident i WHERE i.id = v_incident) THEN
        PERFORM sync.column_unknown('incident');
    END IF;
END $$;

CREATE FUNCTION sync.run_params(r app.procedure_run, v app.article_version) RETURNS jsonb
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN jsonb_build_object('run', r.id, 'article', r.article, 'title', v.title, 'version',
        v.version, 'mode', r.mode, 'by', sync.ctx_actor());
END $$;

-- The person's newest version of the article from now on.
CREATE FUNCTION sync.follow(v_article uuid, v_version bigint, v_at timestamptz) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO app.article_follow AS f (id, article, person, version, followed_at, part)
    VALUES (sync.derived_id('article_follow', v_article::text, sync.ctx_actor()), v_article,
        sync.ctx_actor(), v_version, v_at, 'core')
    ON CONFLICT (id) DO UPDATE
        SET version = excluded.version, followed_at = excluded.followed_at
        WHERE f.version <= excluded.version;
END $$;

CREATE FUNCTION sync.run_opening(r app.procedure_run) RETURNS app.procedure_run
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v app.article_version := sync.version_of(r.article, r.version);
BEGIN
    PERFORM sync.guard_actor();
    PERFORM sync.known_incident(r.incident);
    IF v.id IS NULL THEN
        PERFORM sync.column_unknown('version');
    ELSIF jsonb_array_length(v.steps) = 0 THEN
        PERFORM sync.refuse('steps_missing');
    ELSIF NOT sync.one_of(r.mode, 'read_do', 'do_confirm') THEN
        PERFORM sync.doc_invalid('mode');
    ELSIF r.owner IS DISTINCT FROM sync.ctx_actor() THEN
        PERFORM sync.refuse('owner_other');
    END IF;
    r.state := 'running';
    r.now_version := r.version;
    r.started_by := sync.ctx_actor();
    r.started_at := sync.guard_at();
    r.ended_at := NULL;
    r.deleted := false;
    r.part := 'core';
    PERFORM sync.note(r.id, r.incident, 'procedure_started', sync.run_params(r, v));
    RETURN r;
END $$;

CREATE FUNCTION sync.run_update(o app.procedure_run, r app.procedure_run)
RETURNS app.procedure_run
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF o.state IS DISTINCT FROM 'running' THEN
        PERFORM sync.refuse('closed');
    END IF;
    PERFORM sync.guard_actor();
    r.state := o.state;
    r.now_version := o.now_version;
    r.started_by := o.started_by;
    r.started_at := o.started_at;
    r.ended_at := o.ended_at;
    r.part := o.part;
    IF r.deleted OR (r.article, r.version, r.incident, r.mode)
        IS DISTINCT FROM (o.article, o.version, o.incident, o.mode) THEN
        PERFORM sync.refuse('immutable');
    ELSIF r.owner IS NOT DISTINCT FROM o.owner THEN
        RETURN r;
    ELSIF r.owner IS DISTINCT FROM sync.ctx_actor() AND NOT sync.senior() THEN
        PERFORM sync.refuse('owner_other');
    ELSIF NOT sync.active_person(r.owner) THEN
        PERFORM sync.refuse('owner_unknown');
    END IF;
    PERFORM sync.note(r.id, r.incident, 'procedure_taken_over',
        sync.run_params(r, sync.version_of(r.article, r.now_version))
        || jsonb_build_object('from', o.owner, 'to', r.owner));
    RETURN r;
END $$;

CREATE FUNCTION sync.run_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        PERFORM sync.forget_notes(new.id);
        RETURN sync.run_opening(new);
    ELSIF sync.guard_writes() OR sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(new.id);
    RETURN sync.run_update(old, new);
END $$;

CREATE FUNCTION sync.z_run() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        PERFORM set_config('watchroom.guard_writes', 'on', true);
        PERFORM sync.follow(new.article, new.version, new.started_at);
        PERFORM set_config('watchroom.guard_writes', '', true);
    END IF;
    IF tg_op = 'INSERT' OR NOT sync.guard_writes() THEN
        PERFORM sync.write_notes(new.id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION sync.step_number(v_steps jsonb, v_step text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT n FROM jsonb_array_elements(v_steps) WITH ORDINALITY AS s(step, n)
             WHERE step ->> 'id' = v_step ORDER BY n LIMIT 1);
END $$;

CREATE FUNCTION sync.event_words(e app.run_event, v app.article_version,
    v_against app.article_version) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.one_of(e.kind, 'done', 'undone', 'failed', 'not_applicable', 'note', 'switched',
        'kept', 'not_needed', 'finished', 'stopped') THEN
        PERFORM sync.refuse('kind_unknown');
    ELSIF v.id IS NULL THEN
        PERFORM sync.column_unknown('version');
    ELSIF e.kind = 'kept' AND v_against.id IS NULL THEN
        PERFORM sync.column_unknown('against');
    ELSIF (e.step IS NOT NULL OR sync.one_of(e.kind, 'done', 'undone', 'failed',
            'not_applicable', 'kept', 'not_needed'))
        AND sync.step_number(v.steps, e.step) IS NULL THEN
        PERFORM sync.refuse('step_unknown');
    ELSIF e.reason IS NOT NULL AND NOT sync.one_of(e.reason, 'other_equipment', 'no_access',
            'already_so', 'too_late', 'told_to', 'recovered', 'other')
        OR sync.one_of(e.kind, 'not_applicable', 'kept', 'not_needed', 'stopped')
            AND coalesce(e.reason, 'other') = 'other' AND sync.blank(e.text) THEN
        PERFORM sync.refuse('reason_missing');
    ELSIF e.kind = 'note' AND sync.blank(e.text) AND e.blobs IS NULL THEN
        PERFORM sync.refuse('text_missing');
    ELSIF char_length(e.text) > 2000 THEN
        PERFORM sync.refuse('too_large');
    ELSIF NOT sync.blobs_ok(e.blobs) THEN
        PERFORM sync.refuse('attachment_refused');
    END IF;
END $$;

CREATE FUNCTION sync.event_entry(e app.run_event, r app.procedure_run, v app.article_version)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    n bigint := sync.step_number(v.steps, e.step);
BEGIN
    IF e.incident IS NULL AND NOT sync.one_of(e.kind, 'finished', 'stopped') THEN
        RETURN;
    END IF;
    PERFORM sync.note(e.id, e.incident, 'procedure_' || e.kind, sync.run_params(r, v)
        || jsonb_build_object('n', n, 'step', v.steps -> (n - 1)::integer -> 'text',
               'against', e.against, 'reason', e.reason, 'text', e.text, 'blobs', e.blobs));
END $$;

CREATE FUNCTION sync.run_event_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    e app.run_event := new;
    r app.procedure_run;
    v app.article_version;
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF NOT sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
            PERFORM sync.refuse('immutable');
        END IF;
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(e.id);
    PERFORM sync.guard_actor();
    e.blobs := sync.absent(e.blobs);
    SELECT * INTO r FROM app.procedure_run p WHERE p.id = e.run;
    IF r.id IS NULL THEN
        PERFORM sync.column_unknown('run');
    ELSIF e.incident IS DISTINCT FROM r.incident THEN
        PERFORM sync.doc_invalid('incident');
    END IF;
    v := sync.version_of(r.article, e.version);
    e.against := CASE WHEN e.kind = 'kept' THEN e.against END;
    PERFORM sync.event_words(e, v, sync.version_of(r.article, e.against));
    e.happened_at := least(coalesce(e.happened_at, sync.guard_at()), now());
    e.author := sync.ctx_actor();
    e.deleted := false;
    e.part := sync.month(sync.guard_at());
    PERFORM sync.event_entry(e, r, v);
    RETURN e;
END $$;

-- What it does to its run; what ended stays as it ended.
CREATE FUNCTION sync.z_run_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_at timestamptz := sync.guard_at();
    v_article uuid;
BEGIN
    IF tg_op = 'UPDATE' THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('watchroom.guard_writes', 'on', true);
    IF new.kind IN ('finished', 'stopped') THEN
        UPDATE app.procedure_run SET state = new.kind, ended_at = v_at, part = sync.month(v_at)
         WHERE id = new.run AND state = 'running';
    ELSIF new.kind = 'switched' THEN
        UPDATE app.procedure_run SET now_version = new.version
         WHERE id = new.run AND state = 'running' RETURNING article INTO v_article;
        IF v_article IS NOT NULL THEN
            PERFORM sync.follow(v_article, new.version, v_at);
        END IF;
    END IF;
    PERFORM set_config('watchroom.guard_writes', '', true);
    PERFORM sync.write_notes(new.id);
    RETURN NULL;
END $$;

CREATE FUNCTION sync.article_feedback_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    f app.article_feedback := new;
    v app.article_version;
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF NOT sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
            PERFORM sync.refuse('immutable');
        END IF;
        RETURN new;
    END IF;
    PERFORM sync.forget_notes(f.id);
    PERFORM sync.guard_actor();
    PERFORM sync.known_incident(f.incident);
    v := sync.version_of(f.article, f.version);
    IF v.id IS NULL THEN
        PERFORM sync.column_unknown('version');
    ELSIF f.helped IS NULL THEN
        PERFORM sync.doc_invalid('helped');
    ELSIF char_length(f.text) > 2000 THEN
        PERFORM sync.refuse('too_large');
    END IF;
    f.person := sync.ctx_actor();
    f.said_at := sync.guard_at();
    f.deleted := false;
    f.part := 'core';
    PERFORM sync.note(f.id, f.incident,
        CASE WHEN f.helped THEN 'article_helped' ELSE 'article_helped_not' END,
        jsonb_build_object('article', f.article, 'title', v.title, 'version', v.version,
            'text', f.text));
    RETURN f;
END $$;

CREATE FUNCTION sync.are_ways(v_ways jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.absent(v_ways) IS NULL THEN
        RETURN true;
    ELSIF jsonb_typeof(v_ways) <> 'array' OR jsonb_array_length(v_ways) > 20 THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_ways) w
        WHERE NOT sync.one_of(sync.jtext(w, 'kind'), 'phone', 'mobile', 'im', 'email', 'other')
           OR sync.blank(sync.jtext(w, 'value')) OR char_length(sync.jtext(w, 'value')) > 200
           OR w ? 'note' AND jsonb_typeof(w -> 'note') <> 'string'
           OR char_length(sync.jtext(w, 'note')) > 200);
END $$;

CREATE FUNCTION sync.contact_words(o app.contact, c app.contact) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.one_of(c.kind, 'person', 'party') THEN
        PERFORM sync.refuse('kind_unknown');
    ELSIF sync.blank(c.name) THEN
        PERFORM sync.refuse('title_missing');
    ELSIF greatest(char_length(c.name), char_length(c.org), char_length(c.duty)) > 200 THEN
        PERFORM sync.refuse('title_too_long');
    ELSIF char_length(c.note) > 2000 THEN
        PERFORM sync.refuse('too_large');
    ELSIF NOT sync.are_ways(c.ways) THEN
        PERFORM sync.doc_invalid('ways');
    ELSIF NOT sync.is_word_list(c.targets, 50) THEN
        PERFORM sync.doc_invalid('targets');
    ELSIF NOT sync.is_word_list(c.tags, 20) THEN
        PERFORM sync.doc_invalid('tags');
    ELSIF c.person IS NOT NULL AND c.person IS DISTINCT FROM o.person
        AND NOT sync.active_person(c.person) THEN
        PERFORM sync.refuse('person_unknown');
    END IF;
END $$;

CREATE FUNCTION sync.note_contact(o app.contact, c app.contact) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_told text[] := ARRAY['kind', 'name', 'org', 'duty', 'person', 'ways', 'targets', 'tags',
                           'note'];
    v_params jsonb;
    v_same boolean;
BEGIN
    SELECT jsonb_object_agg(t, sync.absent(to_jsonb(c) -> t)),
           bool_and(sync.absent(to_jsonb(c) -> t) IS NOT DISTINCT FROM sync.absent(to_jsonb(o) -> t))
      INTO v_params, v_same FROM unnest(v_told) t;
    IF o.id IS NULL OR c.deleted IS DISTINCT FROM o.deleted OR NOT v_same THEN
        PERFORM sync.note(c.id, NULL, CASE WHEN c.deleted THEN 'contact_removed'
            ELSE 'contact_changed' END, v_params || jsonb_build_object('contact', c.id));
    END IF;
END $$;

CREATE FUNCTION sync.contact_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    o app.contact;
    c app.contact := new;
BEGIN
    IF tg_op = 'UPDATE' THEN
        IF sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
            RETURN new;
        END IF;
        o := old;
    END IF;
    PERFORM sync.forget_notes(c.id);
    PERFORM sync.guard_actor();
    PERFORM sync.contact_words(o, c);
    c.verified_way := o.verified_way;
    c.verified_by := o.verified_by;
    c.verified_at := o.verified_at;
    c.part := 'core';
    PERFORM sync.note_contact(o, c);
    IF NOT sync.blank(c.reached) THEN
        IF char_length(c.reached) > 200 THEN
            PERFORM sync.doc_invalid('reached');
        END IF;
        c.verified_way := c.reached;
        c.verified_by := sync.ctx_actor();
        c.verified_at := sync.guard_at();
        PERFORM sync.note(c.id, NULL, 'contact_verified',
            jsonb_build_object('contact', c.id, 'name', c.name, 'way', c.reached));
    END IF;
    c.reached := NULL;
    RETURN c;
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.procedure_run
    FOR EACH ROW EXECUTE FUNCTION sync.run_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.procedure_run
    FOR EACH ROW EXECUTE FUNCTION sync.z_run();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.run_event
    FOR EACH ROW EXECUTE FUNCTION sync.run_event_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.run_event
    FOR EACH ROW EXECUTE FUNCTION sync.z_run_event();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.article_feedback
    FOR EACH ROW EXECUTE FUNCTION sync.article_feedback_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.article_feedback
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.contact
    FOR EACH ROW EXECUTE FUNCTION sync.contact_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.contact
    FOR EACH ROW EXECUTE FUNCTION sync.z_entries();

UPDATE sync.meta SET schema_max = 5;

SELECT sync.generate();
SELECT sync.close_doors();
