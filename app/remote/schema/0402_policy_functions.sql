-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a version of the policy says: limits, deadlines, and which documents are whole.

CREATE FUNCTION sync.policy_doc(v_version bigint) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT p.doc FROM app.policy p WHERE p.version = v_version AND NOT p.deleted);

-- When a limit that begins at v_from ends; null for no limit. Working days are Monday to Friday
-- after v_from's day, until the end of the working day, by the wall clock of the policy's zone.
CREATE FUNCTION sync.deadline(v_doc jsonb, v_limit jsonb, v_from timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_zone text := v_doc ->> 'zone';
    v_day date;
    v_left integer;
BEGIN
    IF v_limit ? 's' THEN
        RETURN v_from + make_interval(secs => (v_limit ->> 's')::bigint);
    ELSIF NOT coalesce(v_limit ? 'working_days', false) THEN
        RETURN NULL;
    END IF;
    v_day := (v_from AT TIME ZONE v_zone)::date;
    v_left := (v_limit ->> 'working_days')::integer;
    WHILE v_left > 0 LOOP
        v_day := v_day + 1;
        IF extract(isodow FROM v_day) <= 5 THEN
            v_left := v_left - 1;
        END IF;
    END LOOP;
    RETURN (v_day + (v_doc ->> 'workday_end')::time) AT TIME ZONE v_zone;
END $$;

-- The deadline of a stage of an incident of this level and policy version that begins at v_from.
CREATE FUNCTION sync.stage_due(v_version bigint, v_level text, v_stage text, v_from timestamptz)
RETURNS timestamptz
LANGUAGE sql STABLE
RETURN sync.deadline(sync.policy_doc(v_version),
    sync.policy_doc(v_version) #> ARRAY['levels', v_level, 'limits', v_stage], v_from);

-- A list of the policy for a level ('may_skip', 'status_parties', ...) as an array of texts.
CREATE FUNCTION sync.policy_list(v_version bigint, v_level text, v_list text) RETURNS text[]
LANGUAGE sql STABLE
RETURN ARRAY(SELECT jsonb_array_elements_text(
    sync.policy_doc(v_version) #> ARRAY['levels', v_level, v_list]));

-- The checks below answer the path of the first member that is missing or wrong, or null. Members
-- they do not know are left alone.

CREATE FUNCTION sync.doc_integer(v_doc jsonb, v_min bigint, v_max bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(v_doc) = 'number'
    THEN v_doc::numeric BETWEEN v_min AND v_max AND v_doc::numeric = trunc(v_doc::numeric)
    ELSE false END;

CREATE FUNCTION sync.doc_text(v_doc jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(jsonb_typeof(v_doc) = 'string' AND NOT sync.blank(v_doc #>> '{}'), false);

-- An array of texts, none blank, all of v_words where words are given.
CREATE FUNCTION sync.doc_texts(v_doc jsonb, v_words text[] DEFAULT NULL) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(v_doc) = 'array' THEN NOT EXISTS (
        SELECT 1 FROM jsonb_array_elements(v_doc) AS e
        WHERE NOT sync.doc_text(e) OR NOT coalesce(e #>> '{}' = ANY (v_words), true))
    ELSE false END;

CREATE FUNCTION sync.doc_time(v_doc jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(jsonb_typeof(v_doc) = 'string'
    AND (v_doc #>> '{}') ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', false);

CREATE FUNCTION sync.limit_problem(v_limit jsonb) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN jsonb_typeof(v_limit) = 'null' THEN NULL
    WHEN coalesce(jsonb_typeof(v_limit) <> 'object', true) THEN ''
    WHEN (v_limit ? 's') = (v_limit ? 'working_days') THEN ''
    WHEN v_limit ? 's' AND NOT sync.doc_integer(v_limit -> 's', 1, 316224000) THEN '.s'
    WHEN v_limit ? 'working_days' AND NOT sync.doc_integer(v_limit -> 'working_days', 1, 1000)
        THEN '.working_days'
    END;

CREATE FUNCTION sync.level_problem(v_level jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_stages text[] := '{detection,assessment,diagnosis,recovery,notification,review}';
    v_stage text;
    v_problem text;
BEGIN
    IF coalesce(jsonb_typeof(v_level) <> 'object', true) THEN
        RETURN '';
    ELSIF NOT sync.doc_integer(v_level -> 'acknowledge_s', 1, 316224000) THEN
        RETURN '.acknowledge_s';
    ELSIF NOT sync.doc_integer(v_level -> 'acknowledge_lease_s', 1, 316224000) THEN
        RETURN '.acknowledge_lease_s';
    ELSIF NOT sync.doc_texts(v_level -> 'told') THEN
        RETURN '.told';
    ELSIF NOT sync.doc_texts(v_level -> 'unacknowledged') THEN
        RETURN '.unacknowledged';
    ELSIF coalesce(jsonb_typeof(v_level -> 'limits') <> 'object', true) THEN
        RETURN '.limits';
    END IF;
    FOREACH v_stage IN ARRAY v_stages LOOP
        v_problem := sync.limit_problem(v_level #> ARRAY['limits', v_stage]);
        IF v_problem IS NOT NULL THEN
            RETURN '.limits.' || v_stage || v_problem;
        END IF;
    END LOOP;
    RETURN CASE
        WHEN NOT sync.doc_texts(v_level -> 'may_skip', v_stages) THEN '.may_skip'
        WHEN NOT sync.doc_texts(v_level -> 'status_parties') THEN '.status_parties'
        WHEN coalesce(jsonb_typeof(v_level -> 'status_every_s') <> 'null', true)
            AND NOT sync.doc_integer(v_level -> 'status_every_s', 1, 316224000)
            THEN '.status_every_s'
        WHEN jsonb_typeof(v_level -> 'status_quiet') = 'null' THEN NULL
        WHEN coalesce(jsonb_typeof(v_level -> 'status_quiet') <> 'object', true)
            THEN '.status_quiet'
        WHEN NOT sync.doc_time(v_level #> '{status_quiet,from}') THEN '.status_quiet.from'
        WHEN NOT sync.doc_time(v_level #> '{status_quiet,to}') THEN '.status_quiet.to'
        END;
END $$;

CREATE FUNCTION sync.policy_problem(v_doc jsonb) RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_level text;
    v_problem text;
BEGIN
    IF NOT sync.doc_text(v_doc -> 'zone') OR NOT EXISTS (
        SELECT 1 FROM pg_timezone_names z WHERE z.name = v_doc ->> 'zone') THEN
        RETURN 'zone';
    ELSIF NOT sync.doc_time(v_doc -> 'workday_end') THEN
        RETURN 'workday_end';
    ELSIF v_doc ? 'offline_handover' AND jsonb_typeof(v_doc -> 'offline_handover') <> 'boolean' THEN
        RETURN 'offline_handover';
    ELSIF v_doc ? 'article_review' AND jsonb_typeof(v_doc -> 'article_review') <> 'boolean' THEN
        RETURN 'article_review';
    ELSIF coalesce(jsonb_typeof(v_doc -> 'levels') <> 'object', true) THEN
        RETURN 'levels';
    END IF;
    FOREACH v_level IN ARRAY '{blue,yellow,red}'::text[] LOOP
        v_problem := sync.level_problem(v_doc #> ARRAY['levels', v_level]);
        IF v_problem IS NOT NULL THEN
            RETURN 'levels.' || v_level || v_problem;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION sync.doc_number(v_doc jsonb) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN jsonb_typeof(v_doc) = 'number' THEN v_doc::numeric END;

-- v_lower is the `on` of the level below; v_sign is 1 for a rule of direction above, else -1.
CREATE FUNCTION sync.rule_level_problem(v_level jsonb, v_sign integer, v_lower numeric) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN jsonb_typeof(v_level) <> 'object' THEN ''
    WHEN sync.doc_number(v_level -> 'on') IS NULL THEN '.on'
    WHEN sync.doc_number(v_level -> 'off') IS NULL
        OR v_sign * (v_level -> 'off')::numeric > v_sign * (v_level -> 'on')::numeric THEN '.off'
    WHEN NOT sync.doc_integer(v_level -> 'for', 0, 604800) THEN '.for'
    WHEN NOT sync.doc_integer(v_level -> 'clear', 0, 604800) THEN '.clear'
    WHEN v_sign * (v_level -> 'on')::numeric <= v_sign * v_lower THEN '.on'
    END;

CREATE FUNCTION sync.rule_problem(v_doc jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_level text;
    v_value jsonb;
    v_problem text;
    v_lower numeric;
    v_sign integer := CASE v_doc ->> 'direction' WHEN 'below' THEN -1 ELSE 1 END;
BEGIN
    IF NOT sync.doc_text(v_doc -> 'name') THEN
        RETURN 'name';
    ELSIF NOT sync.doc_text(v_doc -> 'metric') THEN
        RETURN 'metric';
    ELSIF NOT sync.one_of(v_doc ->> 'group', 'network', 'audio_video', 'system') THEN
        RETURN 'group';
    ELSIF NOT sync.one_of(v_doc ->> 'direction', 'above', 'below') THEN
        RETURN 'direction';
    ELSIF NOT sync.doc_integer(v_doc -> 'step', 1, 3600) THEN
        RETURN 'step';
    ELSIF coalesce(jsonb_typeof(v_doc -> 'levels') <> 'object', true) THEN
        RETURN 'levels';
    END IF;
    FOREACH v_level IN ARRAY '{blue,yellow,red}'::text[] LOOP
        v_value := sync.absent(v_doc #> ARRAY['levels', v_level]);
        CONTINUE WHEN v_value IS NULL;
        v_problem := sync.rule_level_problem(v_value, v_sign, v_lower);
        IF v_problem IS NOT NULL THEN
            RETURN 'levels.' || v_level || v_problem;
        END IF;
        v_lower := (v_value -> 'on')::numeric;
    END LOOP;
    v_value := sync.absent(v_doc -> 'contingency');
    RETURN CASE WHEN v_lower IS NULL THEN 'levels'
        WHEN NOT sync.doc_integer(v_doc -> 'no_data_for', 1, 604800) THEN 'no_data_for'
        WHEN v_value IS NOT NULL AND (NOT sync.doc_text(v_value)
            OR char_length(v_doc ->> 'contingency') > 2000) THEN 'contingency' END;
END $$;
