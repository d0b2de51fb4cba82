-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rules of an incident's update, one function a rule, in the order of ARCHITECTURE.md,
-- "Guards". Each takes the row before (o) and the row as it stands after the rules above (i),
-- refuses or completes it, and notes the entries to be written.

CREATE FUNCTION sync.level_rank(v_level text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_position('{blue,yellow,red}'::text[], v_level);

CREATE FUNCTION sync.stage_rank(v_stage text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_position(
    '{detection,assessment,diagnosis,recovery,notification,review,closed}'::text[], v_stage);

-- The codes of the stages strictly between two.
CREATE FUNCTION sync.stages_between(v_from integer, v_to integer) RETURNS SETOF text
LANGUAGE sql IMMUTABLE
RETURN unnest(('{detection,assessment,diagnosis,recovery,notification,review,closed}'::text[])
    [v_from + 1:v_to - 1]);

CREATE FUNCTION sync.owner_or_senior(i app.incident) RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce((i).owner = sync.ctx_actor(), false) OR sync.senior();

-- Texts and words that an insert and an update check alike.
CREATE FUNCTION sync.incident_words(i app.incident) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.blank(i.title) THEN
        PERFORM sync.refuse('title_missing');
    ELSIF char_length(i.title) > 200 THEN
        PERFORM sync.refuse('title_too_long');
    END IF;
END $$;

CREATE FUNCTION sync.group_known(v_group text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN v_group IS NULL OR sync.one_of(v_group, 'network', 'audio_video', 'system');

-- Rule 2: a station raises the level and says when the metrics recovered, nothing else.
CREATE FUNCTION sync.incident_by_station(o app.incident, i app.incident) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_free text[] := '{level,recovered_at,level_reason,stage_reason,stage_note,fence,part,number,
        opened_by,stage_n,stage_entered_at,due_at,waiting_since,waited_s,group_moves,closed_at}';
BEGIN
    RETURN sync.unstamped(to_jsonb(o)) - v_free = sync.unstamped(to_jsonb(i)) - v_free
        AND coalesce(sync.level_rank(i.level) >= sync.level_rank(o.level), false);
END $$;

-- Rules 1 to 4; guard columns are put back.
CREATE FUNCTION sync.incident_frame(o app.incident, i app.incident) RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF o.stage = 'closed' THEN
        PERFORM sync.refuse('closed');
    END IF;
    PERFORM sync.guard_actor();
    IF sync.by_station() AND NOT sync.incident_by_station(o, i) THEN
        PERFORM sync.refuse('station_may_not');
    END IF;
    IF (i.label, i.drill, i.opened_at, i.policy_version, i.previous, i.deleted)
        IS DISTINCT FROM (o.label, o.drill, o.opened_at, o.policy_version, o.previous, o.deleted)
    THEN
        PERFORM sync.refuse('immutable');
    END IF;
    i.number := o.number;
    i.opened_by := o.opened_by;
    i.stage_n := o.stage_n;
    i.stage_entered_at := o.stage_entered_at;
    i.due_at := o.due_at;
    i.waiting_since := o.waiting_since;
    i.waited_s := o.waited_s;
    i.group_moves := o.group_moves;
    i.closed_at := o.closed_at;
    i.part := o.part;
    PERFORM sync.incident_words(i);
    IF NOT sync.group_known(i.tech_group) THEN
        PERFORM sync.refuse('group_unknown');
    ELSIF sync.level_rank(i.level) IS NULL THEN
        PERFORM sync.refuse('level_unknown');
    ELSIF sync.stage_rank(i.stage) IS NULL THEN
        PERFORM sync.refuse('stage_unknown');
    END IF;
    RETURN i;
END $$;

-- Rules 5 and 6: who owns it, who has heard.
CREATE FUNCTION sync.incident_owner(o app.incident, i app.incident, v_at timestamptz)
RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_actor text := sync.ctx_actor();
BEGIN
    IF i.owner IS NOT DISTINCT FROM o.owner THEN
        RETURN i;
    END IF;
    IF i.owner IS NULL THEN
        IF o.owner IS DISTINCT FROM v_actor AND NOT sync.senior() THEN
            PERFORM sync.refuse('not_owner');
        END IF;
        i.acknowledged_by := o.acknowledged_by;
        i.acknowledged_at := o.acknowledged_at;
        PERFORM sync.note(i.id, i.id, 'released', jsonb_build_object('from', o.owner));
        RETURN i;
    END IF;
    IF i.owner <> v_actor AND NOT coalesce(o.owner = v_actor, false) AND NOT sync.senior() THEN
        PERFORM sync.refuse('owner_other');
    ELSIF NOT sync.active_person(i.owner) THEN
        PERFORM sync.refuse('owner_unknown');
    END IF;
    i.acknowledged_by := i.owner;
    i.acknowledged_at := v_at;
    IF o.owner IS NULL THEN
        PERFORM sync.note(i.id, i.id, 'claimed', jsonb_build_object('owner', i.owner));
    ELSE
        PERFORM sync.note(i.id, i.id,
            CASE WHEN i.owner = v_actor THEN 'taken_over' ELSE 'handed_to' END,
            jsonb_build_object('from', o.owner, 'to', i.owner));
    END IF;
    RETURN i;
END $$;

CREATE FUNCTION sync.incident_acknowledged(o app.incident, i app.incident) RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF i.owner IS DISTINCT FROM o.owner
        OR (i.acknowledged_by, i.acknowledged_at)
            IS NOT DISTINCT FROM (o.acknowledged_by, o.acknowledged_at) THEN
        RETURN i;
    END IF;
    IF i.acknowledged_by IS DISTINCT FROM sync.ctx_actor() THEN
        PERFORM sync.refuse('acknowledge_other');
    END IF;
    i.acknowledged_at := greatest(
        least(coalesce(i.acknowledged_at, sync.guard_at(o.stage_entered_at)), now()),
        o.acknowledged_at);
    PERFORM sync.note(i.id, i.id, 'acknowledged');
    RETURN i;
END $$;

-- Rule 7. least() passes over null, which is right for raising: no limit is the latest of all. A
-- deadline stands while waiting and gets the whole wait when that ends.
CREATE FUNCTION sync.incident_level(o app.incident, i app.incident, v_at timestamptz)
RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_change jsonb := jsonb_build_object('from', o.level, 'to', i.level);
    v_due timestamptz;
BEGIN
    IF i.level = o.level THEN
        RETURN i;
    ELSIF sync.level_rank(i.level) > sync.level_rank(o.level) THEN
        i.acknowledged_by := NULL;
        i.acknowledged_at := NULL;
        i.due_at := least(o.due_at,
            sync.stage_due(i.policy_version, i.level, o.stage, least(v_at, o.waiting_since)));
        PERFORM sync.note(i.id, i.id, 'level_raised', v_change);
        RETURN i;
    END IF;
    IF NOT sync.owner_or_senior(i) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF NOT sync.one_of(i.level_reason, 'misjudged', 'impact_ended', 'scope_smaller',
        'duplicate', 'other') THEN
        PERFORM sync.refuse('reason_missing');
    END IF;
    v_due := sync.stage_due(i.policy_version, i.level, o.stage,
        o.stage_entered_at + make_interval(secs => coalesce(o.waited_s, 0)));
    i.due_at := CASE WHEN o.due_at IS NULL OR v_due IS NULL THEN NULL
        ELSE greatest(o.due_at, v_due) END;
    PERFORM sync.note(i.id, i.id, 'level_lowered',
        v_change || jsonb_build_object('reason', i.level_reason));
    RETURN i;
END $$;

-- Ends waiting at v_at: whole seconds are counted apart and put on the clock.
CREATE FUNCTION sync.incident_resume(i app.incident, v_at timestamptz) RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_seconds bigint := coalesce(
        greatest(floor(extract(epoch FROM v_at - i.waiting_since)), 0), 0)::bigint;
BEGIN
    i.waiting_for := NULL;
    i.waiting_since := NULL;
    i.waited_s := coalesce(i.waited_s, 0) + v_seconds;
    i.due_at := i.due_at + make_interval(secs => v_seconds);
    PERFORM sync.note(i.id, i.id, 'resumed', jsonb_build_object('waited_s', v_seconds));
    RETURN i;
END $$;

-- Rule 8: waiting on a third party.
CREATE FUNCTION sync.incident_waiting(o app.incident, i app.incident, v_at timestamptz)
RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF i.waiting_for IS NOT DISTINCT FROM o.waiting_for THEN
        RETURN i;
    ELSIF NOT sync.owner_or_senior(i) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF i.waiting_for IS NULL THEN
        RETURN sync.incident_resume(i, v_at);
    ELSIF o.waiting_for IS NULL THEN
        i.waiting_since := v_at;
    END IF;
    PERFORM sync.note(i.id, i.id, 'waiting', jsonb_build_object('for', i.waiting_for));
    RETURN i;
END $$;

-- Rule 9: the third move between groups within a stage is for a senior to decide.
CREATE FUNCTION sync.incident_group(o app.incident, i app.incident) RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF i.tech_group IS NOT DISTINCT FROM o.tech_group THEN
        RETURN i;
    END IF;
    IF i.tech_group IS NOT NULL AND o.tech_group IS NOT NULL THEN
        i.group_moves := coalesce(o.group_moves, 0) + 1;
        IF i.group_moves >= 3 AND NOT sync.senior() THEN
            PERFORM sync.refuse('group_third_move');
        END IF;
    END IF;
    PERFORM sync.note(i.id, i.id, 'group_changed',
        jsonb_build_object('from', o.tech_group, 'to', i.tech_group));
    RETURN i;
END $$;

-- Rule 10: results, each with its entry.
CREATE FUNCTION sync.incident_results(o app.incident, i app.incident) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF i.level_confirmed
        AND (i.sites, i.level_confirmed) IS DISTINCT FROM (o.sites, o.level_confirmed) THEN
        PERFORM sync.note(i.id, i.id, 'assessed',
            jsonb_build_object('sites', i.sites, 'level', i.level));
    END IF;
    IF i.cause IS DISTINCT FROM o.cause THEN
        PERFORM sync.note(i.id, i.id, 'cause_stated', jsonb_build_object('cause', i.cause));
    END IF;
    IF i.verified IS DISTINCT FROM o.verified THEN
        PERFORM sync.note(i.id, i.id, 'recovery_verified', jsonb_build_object('how', i.verified));
    END IF;
    IF i.told IS DISTINCT FROM o.told THEN
        PERFORM sync.note(i.id, i.id, 'parties_told', jsonb_build_object('parties', i.told));
    END IF;
    IF i.recovered_at IS DISTINCT FROM o.recovered_at THEN
        PERFORM sync.note(i.id, i.id,
            CASE WHEN i.recovered_at IS NULL THEN 'relapsed' ELSE 'recovered' END);
    END IF;
    IF i.title IS DISTINCT FROM o.title THEN
        PERFORM sync.note(i.id, i.id, 'title_changed',
            jsonb_build_object('from', o.title, 'to', i.title));
    END IF;
END $$;
