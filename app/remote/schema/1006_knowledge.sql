-- SPDX-License-Identifier: GPL-3.0-or-later
-- The knowledge base: articles, their versions, who followed which, and contacts. The text of a
-- version travels as a file (sync.blob_put); what changed in its steps is in the row, so that it is
-- known ahead of the text. 1007 has the runs.

CREATE TABLE app.article (
    LIKE sync.stamped INCLUDING DEFAULTS,
    key text, title text, kind text, folder text, tags jsonb, owner text, deputy text,
    review_days bigint, targets jsonb, metrics jsonb, mode text, proposal jsonb, review_state text,
    remark text, version bigint, withdrawn boolean, withdrawn_reason text, reviewed boolean,
    proposed_by text, proposed_at timestamptz, reviewed_by text, reviewed_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.article_version (
    LIKE sync.stamped INCLUDING DEFAULTS,
    article uuid REFERENCES app.article, version bigint, title text, hash text, size bigint,
    steps jsonb, images jsonb, reason text, author text, published_by text,
    published_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.article_follow (
    LIKE sync.stamped INCLUDING DEFAULTS,
    article uuid REFERENCES app.article, person text, version bigint, followed_at timestamptz,
    PRIMARY KEY (id)
);
CREATE TABLE app.article_feedback (
    LIKE sync.stamped INCLUDING DEFAULTS,
    article uuid REFERENCES app.article, version bigint, incident uuid REFERENCES app.incident,
    helped boolean, text text, person text, said_at timestamptz,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX article_key ON app.article (key) WHERE NOT deleted;

SELECT sync.add_table(24, 'article', 'cas', 'day');
SELECT sync.add_table(25, 'article_version', 'guarded', 'day');
SELECT sync.add_table(26, 'article_follow', 'guarded', 'day');
SELECT sync.add_table(27, 'article_feedback', 'append', 'incident');
UPDATE sync.column_def SET unit = 'proposal'
 WHERE tbl = 'article' AND col IN ('proposal', 'review_state', 'remark');
UPDATE sync.column_def SET unit = 'withdrawn'
 WHERE tbl = 'article' AND col IN ('withdrawn', 'withdrawn_reason');
UPDATE sync.column_def SET origin = 'request' WHERE tbl = 'article' AND col = 'reviewed';
UPDATE sync.column_def SET origin = 'guard'
 WHERE tbl = 'article' AND col IN ('proposed_by', 'proposed_at', 'reviewed_by', 'reviewed_at')
    OR tbl = 'article_feedback' AND col IN ('person', 'said_at');
UPDATE sync.column_def SET wall = false
 WHERE tbl IN ('article', 'article_version', 'article_follow', 'article_feedback');

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.article_version
    FOR EACH ROW EXECUTE FUNCTION sync.stage_record_guard();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.article_follow
    FOR EACH ROW EXECUTE FUNCTION sync.stage_record_guard();

-- A member that is a whole number within the bounds.
CREATE FUNCTION sync.is_whole(v_value jsonb, v_least bigint, v_most bigint) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF v_value IS NULL OR jsonb_typeof(v_value) <> 'number' THEN
        RETURN false;
    END IF;
    RETURN (v_value #>> '{}')::numeric BETWEEN v_least AND v_most
        AND (v_value #>> '{}')::numeric = trunc((v_value #>> '{}')::numeric);
END $$;

CREATE FUNCTION sync.is_hash(v_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(v_text ~ '^[0-9a-f]{64}$', false);

-- Null, or at most v_most texts of 1 to 64 characters that are not blank.
CREATE FUNCTION sync.is_word_list(v_list jsonb, v_most integer) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.absent(v_list) IS NULL THEN
        RETURN true;
    ELSIF jsonb_typeof(v_list) <> 'array' OR jsonb_array_length(v_list) > v_most THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_list) w
        WHERE jsonb_typeof(w) <> 'string' OR sync.blank(w #>> '{}')
           OR char_length(w #>> '{}') > 64);
END $$;

CREATE FUNCTION sync.is_step(v_step jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN jsonb_typeof(v_step) = 'object'
        AND sync.jtext(v_step, 'id') ~ '^s[1-9][0-9]{0,3}$'
        AND NOT sync.blank(sync.jtext(v_step, 'text'))
        AND char_length(sync.jtext(v_step, 'text')) <= 500
        AND sync.is_hash(sync.jtext(v_step, 'hash'))
        AND (NOT v_step ? 'critical' OR jsonb_typeof(v_step -> 'critical') = 'boolean')
        AND (NOT v_step ? 'expect_s' OR sync.is_whole(v_step -> 'expect_s', 1, 86400));
END $$;

CREATE FUNCTION sync.are_steps(v_steps jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF v_steps IS NULL OR jsonb_typeof(v_steps) <> 'array' OR jsonb_array_length(v_steps) > 99 THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_steps) s WHERE NOT sync.is_step(s))
        AND jsonb_array_length(v_steps)
            = (SELECT count(DISTINCT s ->> 'id') FROM jsonb_array_elements(v_steps) s);
END $$;

CREATE FUNCTION sync.are_images(v_images jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF v_images IS NULL OR jsonb_typeof(v_images) <> 'array'
        OR jsonb_array_length(v_images) > 100 THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v_images) i
        WHERE NOT sync.blobs_ok(jsonb_build_array(i)) OR i ->> 'type' = 'application/pdf');
END $$;

CREATE FUNCTION sync.note_article(a app.article, v_code text, v_params jsonb DEFAULT '{}')
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.note(a.id, NULL, v_code,
        v_params || jsonb_build_object('article', a.id, 'key', a.key, 'title', a.title));
END $$;

-- Who answers for it, as it was; what nobody owns is everybody's.
CREATE FUNCTION sync.maintains(o app.article) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN sync.senior() OR coalesce(o.owner, sync.ctx_actor()) = sync.ctx_actor()
        OR coalesce(o.deputy = sync.ctx_actor(), false);
END $$;

CREATE FUNCTION sync.must_maintain(o app.article) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT sync.maintains(o) THEN
        PERFORM sync.refuse('not_owner');
    END IF;
END $$;

CREATE FUNCTION sync.article_words(o app.article, a app.article) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF coalesce(a.key, '') !~ '^[a-z0-9][a-z0-9-]{0,63}$' THEN
        PERFORM sync.doc_invalid('key');
    ELSIF NOT a.deleted AND EXISTS (SELECT 1 FROM app.article b
        WHERE b.key = a.key AND NOT b.deleted AND b.id <> a.id) THEN
        PERFORM sync.refuse('key_taken');
    ELSIF sync.blank(a.title) THEN
        PERFORM sync.refuse('title_missing');
    ELSIF char_length(a.title) > 200 THEN
        PERFORM sync.refuse('title_too_long');
    ELSIF NOT sync.one_of(a.kind, 'procedure', 'card', 'architecture', 'contacts',
            'help') THEN
        PERFORM sync.refuse('kind_unknown');
    ELSIF char_length(a.folder) > 200 THEN
        PERFORM sync.doc_invalid('folder');
    ELSIF NOT sync.is_word_list(a.tags, 20) THEN
        PERFORM sync.doc_invalid('tags');
    ELSIF NOT sync.is_word_list(a.targets, 50) THEN
        PERFORM sync.doc_invalid('targets');
    ELSIF NOT sync.is_word_list(a.metrics, 20) THEN
        PERFORM sync.doc_invalid('metrics');
    ELSIF a.mode IS NOT NULL AND NOT sync.one_of(a.mode, 'read_do', 'do_confirm') THEN
        PERFORM sync.doc_invalid('mode');
    ELSIF a.review_days NOT BETWEEN 1 AND 3650 THEN
        PERFORM sync.doc_invalid('review_days');
    ELSIF a.owner IS DISTINCT FROM o.owner AND a.owner IS NOT NULL
            AND NOT sync.active_person(a.owner) OR a.deputy IS DISTINCT FROM o.deputy
            AND a.deputy IS NOT NULL AND NOT sync.active_person(a.deputy) THEN
        PERFORM sync.refuse('person_unknown');
    END IF;
END $$;

CREATE FUNCTION sync.article_opening(a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.guard_actor();
    PERFORM sync.article_words(NULL, a);
    a.proposal := NULL;
    a.review_state := NULL;
    a.remark := NULL;
    a.withdrawn_reason := NULL;
    a.proposed_by := NULL;
    a.proposed_at := NULL;
    a.reviewed_by := NULL;
    a.reviewed_at := NULL;
    a.version := 0;
    a.withdrawn := false;
    a.deleted := false;
    a.part := 'core';
    PERFORM sync.note_article(a, 'article_opened', jsonb_build_object('kind', a.kind));
    RETURN a;
END $$;

CREATE FUNCTION sync.article_settings(o app.article, a app.article) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_columns jsonb;
BEGIN
    SELECT jsonb_agg(c ORDER BY ord) INTO v_columns
      FROM unnest(ARRAY['title', 'kind', 'folder', 'tags', 'owner', 'deputy', 'review_days',
                        'targets', 'metrics', 'mode']) WITH ORDINALITY AS n(c, ord)
     WHERE sync.absent(to_jsonb(o) -> c) IS DISTINCT FROM sync.absent(to_jsonb(a) -> c);
    IF v_columns IS NOT NULL THEN
        PERFORM sync.must_maintain(o);
        PERFORM sync.note_article(a, 'article_settings', jsonb_build_object('columns', v_columns));
    END IF;
END $$;

CREATE FUNCTION sync.check_proposal(o app.article, a app.article) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    p jsonb := a.proposal;
    v_version bigint := coalesce(o.version, 0);
BEGIN
    IF p IS NULL OR jsonb_typeof(p) <> 'object' THEN
        PERFORM sync.doc_invalid('proposal');
    ELSIF NOT sync.is_hash(sync.jtext(p, 'hash')) THEN
        PERFORM sync.doc_invalid('proposal.hash');
    ELSIF NOT sync.is_whole(p -> 'size', 1, 2097152) THEN
        PERFORM sync.doc_invalid('proposal.size');
    ELSIF NOT sync.are_steps(p -> 'steps') THEN
        PERFORM sync.doc_invalid('proposal.steps');
    ELSIF NOT sync.are_images(p -> 'images') THEN
        PERFORM sync.doc_invalid('proposal.images');
    ELSIF char_length(sync.jtext(p, 'reason')) > 500 THEN
        PERFORM sync.doc_invalid('proposal.reason');
    ELSIF a.kind = 'procedure' AND jsonb_array_length(p -> 'steps') = 0 THEN
        PERFORM sync.refuse('steps_missing');
    ELSIF NOT sync.is_whole(p -> 'base', v_version, v_version) THEN
        PERFORM sync.refuse('article_changed', jsonb_build_object('version', v_version));
    ELSIF v_version > 0 AND sync.blank(sync.jtext(p, 'reason')) THEN
        PERFORM sync.refuse('reason_missing');
    END IF;
END $$;

CREATE FUNCTION sync.forget_proposal(a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    a.proposal := NULL;
    a.review_state := NULL;
    a.remark := NULL;
    a.proposed_by := NULL;
    a.proposed_at := NULL;
    RETURN a;
END $$;

-- Somebody's text that waits for its review is not replaced by another's.
CREATE FUNCTION sync.not_anothers(o app.article) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF jsonb_typeof(o.proposal) = 'object' AND o.proposed_by IS DISTINCT FROM sync.ctx_actor()
        AND NOT sync.maintains(o) THEN
        PERFORM sync.refuse('in_review', jsonb_build_object('by', o.proposed_by));
    END IF;
END $$;

CREATE FUNCTION sync.article_propose(o app.article, a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF o.withdrawn THEN
        PERFORM sync.refuse('closed');
    END IF;
    PERFORM sync.check_proposal(o, a);
    PERFORM sync.not_anothers(o);
    a.review_state := 'in_review';
    a.remark := NULL;
    a.proposed_by := sync.ctx_actor();
    a.proposed_at := sync.guard_at();
    PERFORM sync.note_article(a, 'article_proposed', jsonb_build_object('version',
        coalesce(o.version, 0) + 1, 'reason', nullif(sync.jtext(a.proposal, 'reason'), '')));
    RETURN a;
END $$;

CREATE FUNCTION sync.article_give_back(o app.article, a app.article) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF coalesce(a.review_state <> 'returned' OR o.review_state <> 'in_review', true) THEN
        PERFORM sync.refuse('state_unknown');
    END IF;
    PERFORM sync.must_maintain(o);
    IF sync.blank(a.remark) THEN
        PERFORM sync.refuse('reason_missing');
    ELSIF char_length(a.remark) > 2000 THEN
        PERFORM sync.refuse('too_large');
    END IF;
    PERFORM sync.note_article(a, 'article_returned',
        jsonb_build_object('to', o.proposed_by, 'remark', a.remark));
END $$;

CREATE FUNCTION sync.article_proposal(o app.article, a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF a.proposal IS NOT DISTINCT FROM o.proposal THEN
        IF a.review_state IS DISTINCT FROM o.review_state THEN
            PERFORM sync.article_give_back(o, a);
        ELSE
            a.remark := o.remark;
        END IF;
        RETURN a;
    ELSIF a.proposal IS NOT NULL THEN
        RETURN sync.article_propose(o, a);
    END IF;
    PERFORM sync.not_anothers(o);
    PERFORM sync.note_article(a, 'article_unproposed');
    RETURN sync.forget_proposal(a);
END $$;

-- The version's row is written after the article's (z_article).
CREATE FUNCTION sync.article_publication(o app.article, a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_row jsonb;
BEGIN
    IF a.version IS NOT DISTINCT FROM o.version THEN
        RETURN a;
    ELSIF o.withdrawn THEN
        PERFORM sync.refuse('closed');
    ELSIF a.version IS DISTINCT FROM coalesce(o.version, 0) + 1 THEN
        PERFORM sync.refuse('version_taken');
    ELSIF a.review_state IS DISTINCT FROM 'in_review' THEN
        PERFORM sync.refuse('not_proposed');
    END IF;
    PERFORM sync.must_maintain(o);
    IF a.proposed_by = sync.ctx_actor() AND (SELECT p.doc -> 'article_review' FROM app.policy p
        WHERE NOT p.deleted ORDER BY p.version DESC LIMIT 1) = 'true' THEN
        PERFORM sync.refuse('review_other');
    END IF;
    PERFORM sync.check_proposal(o, a);
    v_row := jsonb_build_object('article', a.id, 'version', a.version, 'title', a.title,
        'hash', a.proposal -> 'hash', 'size', a.proposal -> 'size', 'steps',
        a.proposal -> 'steps', 'images', a.proposal -> 'images', 'reason',
        CASE WHEN jsonb_typeof(a.proposal -> 'reason') = 'string' THEN a.proposal -> 'reason' END,
        'author', a.proposed_by, 'published_by', sync.ctx_actor(), 'published_at',
        sync.iso(sync.guard_at()));
    PERFORM sync.note_left(a.id, v_row);
    PERFORM sync.note_article(a, 'article_published', jsonb_build_object('version', a.version,
        'author', a.proposed_by, 'reason', v_row -> 'reason', 'hash', v_row -> 'hash'));
    a := sync.forget_proposal(a);
    a.reviewed_by := sync.ctx_actor();
    a.reviewed_at := sync.guard_at();
    RETURN a;
END $$;

CREATE FUNCTION sync.article_review(o app.article, a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT coalesce(a.reviewed, false) THEN
        RETURN a;
    ELSIF coalesce(a.version, 0) < 1 THEN
        PERFORM sync.refuse('not_published');
    END IF;
    PERFORM sync.must_maintain(o);
    a.reviewed_by := sync.ctx_actor();
    a.reviewed_at := sync.guard_at();
    PERFORM sync.note_article(a, 'article_reviewed', jsonb_build_object('version', a.version));
    RETURN a;
END $$;

CREATE FUNCTION sync.article_withdrawal(o app.article, a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    a.withdrawn := coalesce(a.withdrawn, false);
    IF a.withdrawn IS NOT DISTINCT FROM o.withdrawn THEN
        a.withdrawn_reason := o.withdrawn_reason;
        RETURN a;
    END IF;
    PERFORM sync.must_maintain(o);
    IF NOT a.withdrawn THEN
        a.withdrawn_reason := NULL;
        PERFORM sync.note_article(a, 'article_restored');
        RETURN a;
    ELSIF sync.blank(a.withdrawn_reason) THEN
        PERFORM sync.refuse('reason_missing');
    ELSIF char_length(a.withdrawn_reason) > 2000 THEN
        PERFORM sync.refuse('too_large');
    END IF;
    PERFORM sync.note_article(a, 'article_withdrawn',
        jsonb_build_object('reason', a.withdrawn_reason));
    RETURN a;
END $$;

CREATE FUNCTION sync.article_update(o app.article, a app.article) RETURNS app.article
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    a.proposed_by := o.proposed_by;
    a.proposed_at := o.proposed_at;
    a.reviewed_by := o.reviewed_by;
    a.reviewed_at := o.reviewed_at;
    a.part := o.part;
    IF a.deleted AND coalesce(o.version, 0) > 0 THEN
        PERFORM sync.refuse('immutable');
    ELSIF o.deleted THEN
        PERFORM sync.refuse('closed');
    END IF;
    PERFORM sync.guard_actor();
    IF a.key IS DISTINCT FROM o.key THEN
        PERFORM sync.refuse('immutable');
    END IF;
    PERFORM sync.article_words(o, a);
    IF a.deleted THEN
        PERFORM sync.must_maintain(o);
        PERFORM sync.note_article(a, 'article_removed');
    END IF;
    PERFORM sync.article_settings(o, a);
    a := sync.article_proposal(o, a);
    a := sync.article_publication(o, a);
    a := sync.article_review(o, a);
    RETURN sync.article_withdrawal(o, a);
END $$;

CREATE FUNCTION sync.article_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    a app.article := new;
BEGIN
    PERFORM sync.forget_notes(a.id);
    IF tg_op = 'UPDATE' AND sync.restamped(to_jsonb(old), to_jsonb(new)) THEN
        RETURN new;
    END IF;
    a.proposal := sync.absent(a.proposal);
    IF tg_op = 'INSERT' THEN
        a := sync.article_opening(a);
    ELSE
        a := sync.article_update(old, a);
    END IF;
    a.reviewed := NULL;
    RETURN a;
END $$;

CREATE FUNCTION sync.z_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_row jsonb := sync.noted_left(new.id);
BEGIN
    IF v_row IS NOT NULL THEN
        PERFORM set_config('watchroom.guard_writes', 'on', true);
        INSERT INTO app.article_version (id, article, version, title, hash, size, steps, images,
            reason, author, published_by, published_at, part)
        SELECT sync.derived_id('article_version', new.id::text, r.version::text), r.article,
            r.version, r.title, r.hash, r.size, r.steps, r.images, r.reason, r.author,
            r.published_by, r.published_at, 'core'
          FROM jsonb_populate_record(NULL::app.article_version, v_row) r;
        PERFORM set_config('watchroom.guard_writes', '', true);
    END IF;
    PERFORM sync.write_notes(new.id);
    RETURN NULL;
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.article
    FOR EACH ROW EXECUTE FUNCTION sync.article_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.article
    FOR EACH ROW EXECUTE FUNCTION sync.z_article();
