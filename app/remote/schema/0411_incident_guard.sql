-- SPDX-License-Identifier: GPL-3.0-or-later
-- The guard of incidents: insert, change of stage (rule 11), and the pair of triggers.

CREATE FUNCTION sync.incident_opening(i app.incident) RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_at timestamptz := sync.guard_at();
BEGIN
    PERFORM sync.guard_actor();
    PERFORM sync.incident_words(i);
    IF sync.level_rank(i.level) IS NULL THEN
        PERFORM sync.refuse('level_unknown');
    ELSIF i.stage <> 'detection' THEN
        PERFORM sync.refuse('stage_first');
    ELSIF NOT sync.group_known(i.tech_group) THEN
        PERFORM sync.refuse('group_unknown');
    ELSIF i.owner IS NOT NULL AND NOT sync.by_person() THEN
        PERFORM sync.refuse('station_may_not');
    ELSIF i.owner <> sync.ctx_actor() THEN
        PERFORM sync.refuse('owner_other');
    END IF;
    IF i.policy_version IS NULL THEN
        i.policy_version := (SELECT max(p.version) FROM app.policy p WHERE NOT p.deleted);
    END IF;
    IF sync.policy_doc(i.policy_version) IS NULL THEN
        PERFORM sync.refuse('policy_unknown');
    END IF;
    IF i.opened_at IS NULL OR i.opened_at >= v_at OR i.opened_at < now() - interval '24 hours' THEN
        i.opened_at := v_at;
    END IF;
    i.deleted := false;
    i.part := 'core';
    i.opened_by := sync.ctx_actor();
    i.stage := 'detection';
    i.stage_n := 1;
    i.stage_entered_at := v_at;
    i.due_at := sync.stage_due(i.policy_version, i.level, 'detection', v_at);
    i.waiting_for := NULL;
    i.waiting_since := NULL;
    i.waited_s := 0;
    i.group_moves := 0;
    i.drill := coalesce(i.drill, false);
    i.level_confirmed := coalesce(i.level_confirmed, false);
    i.cause := NULL;
    i.verified := NULL;
    i.told := NULL;
    i.closed_at := NULL;
    i.recovered_at := NULL;
    i.acknowledged_by := i.owner;
    i.acknowledged_at := CASE WHEN i.owner IS NOT NULL THEN v_at END;
    i.number := nextval('app.incident_number');
    PERFORM sync.note(i.id, i.id, 'incident_opened',
        jsonb_build_object('label', i.label, 'level', i.level, 'target', i.target));
    IF i.owner IS NOT NULL THEN
        PERFORM sync.note(i.id, i.id, 'claimed', jsonb_build_object('owner', i.owner));
    END IF;
    RETURN i;
END $$;

-- The gate of the stage that is left: refuses while its result is missing.
CREATE FUNCTION sync.incident_gate(v_stage text, i app.incident) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_missing jsonb;
BEGIN
    IF v_stage = 'detection' AND i.acknowledged_by IS NULL THEN
        PERFORM sync.refuse('gate_acknowledge');
    ELSIF v_stage = 'assessment' THEN
        v_missing := to_jsonb(array_remove(ARRAY[
            CASE WHEN coalesce(jsonb_typeof(i.sites) <> 'array', true) THEN 'sites' END,
            CASE WHEN NOT coalesce(i.level_confirmed, false) THEN 'level_confirmed' END,
            CASE WHEN i.tech_group IS NULL THEN 'tech_group' END], NULL));
        IF v_missing <> '[]' THEN
            PERFORM sync.refuse('gate_assessment', jsonb_build_object('missing', v_missing));
        END IF;
    ELSIF v_stage = 'diagnosis' AND sync.blank(i.cause) THEN
        PERFORM sync.refuse('gate_cause');
    ELSIF v_stage = 'recovery' AND sync.blank(i.verified) THEN
        PERFORM sync.refuse('gate_verified');
    ELSIF v_stage = 'notification' THEN
        SELECT coalesce(jsonb_agg(p.party ORDER BY p.ord), '[]') INTO v_missing
            FROM unnest(sync.policy_list(i.policy_version, i.level, 'status_parties'))
                WITH ORDINALITY AS p(party, ord)
            WHERE NOT coalesce(jsonb_typeof(i.told) = 'array' AND i.told ? p.party, false);
        IF v_missing <> '[]' THEN
            PERFORM sync.refuse('gate_told', jsonb_build_object('missing', v_missing));
        END IF;
    END IF;
END $$;

-- Rule 11, a to e: may it go there?
CREATE FUNCTION sync.incident_may_move(o app.incident, i app.incident) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_from integer := sync.stage_rank(o.stage);
    v_to integer := sync.stage_rank(i.stage);
    v_reasoned boolean := sync.one_of(i.stage_reason,
        'not_needed', 'done_elsewhere', 'duplicate', 'false_alarm', 'other');
BEGIN
    IF i.owner IS NULL THEN
        PERFORM sync.refuse('not_claimed');
    ELSIF NOT sync.owner_or_senior(i) THEN
        PERFORM sync.refuse('not_owner');
    ELSIF v_to < v_from THEN
        IF NOT sync.one_of(i.stage_reason, 'new_findings', 'wrong_diagnosis', 'not_recovered',
            'came_back', 'other') THEN
            PERFORM sync.refuse('reason_missing');
        END IF;
        RETURN;
    ELSIF v_to > v_from + 1 THEN
        IF NOT v_reasoned AND EXISTS (SELECT 1 FROM sync.stages_between(v_from, v_to) AS s(stage)
            WHERE s.stage <> ALL (sync.policy_list(i.policy_version, i.level, 'may_skip'))) THEN
            PERFORM sync.refuse('reason_missing');
        ELSIF v_reasoned AND o.stage <> 'recovery' THEN
            RETURN;
        END IF;
    END IF;
    PERFORM sync.incident_gate(o.stage, i);
END $$;

-- What rule 11 stamps. The record of the stage that is left travels with the notes.
CREATE FUNCTION sync.incident_stage(o app.incident, i app.incident, v_at timestamptz)
RETURNS app.incident
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_change jsonb := jsonb_build_object('from', o.stage, 'reason', i.stage_reason);
BEGIN
    IF i.stage = o.stage THEN
        RETURN i;
    END IF;
    PERFORM sync.incident_may_move(o, i);
    IF i.waiting_for IS NOT NULL THEN
        i := sync.incident_resume(i, v_at);
    END IF;
    PERFORM sync.note_left(i.id, jsonb_build_object('left_at', v_at, 'waited_s', i.waited_s,
        'reason', i.stage_reason, 'note', i.stage_note, 'owner', i.owner));
    i.stage_n := o.stage_n + 1;
    i.stage_entered_at := v_at;
    i.waited_s := 0;
    i.group_moves := 0;
    IF sync.stage_rank(i.stage) < sync.stage_rank(o.stage) AND sync.stage_rank(i.stage) <= 4 THEN
        i.verified := NULL;
    END IF;
    IF i.stage = 'closed' THEN
        i.closed_at := v_at;
        i.due_at := NULL;
        i.part := sync.month(v_at);
        PERFORM sync.note(i.id, i.id, 'incident_closed', v_change);
    ELSE
        i.due_at := sync.stage_due(i.policy_version, i.level, i.stage, v_at);
        PERFORM sync.note(i.id, i.id, 'stage_changed',
            v_change || jsonb_build_object('to', i.stage, 'n', i.stage_n));
    END IF;
    RETURN i;
END $$;

CREATE FUNCTION sync.incident_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    i app.incident := new;
    v_at timestamptz;
BEGIN
    PERFORM sync.forget_notes(i.id);
    i.sites := sync.absent(i.sites);
    i.told := sync.absent(i.told);
    IF tg_op = 'INSERT' THEN
        i := sync.incident_opening(i);
    ELSIF sync.guard_writes() OR sync.restamped(to_jsonb(old), to_jsonb(i)) THEN
        RETURN i;
    ELSE
        v_at := sync.guard_at(old.stage_entered_at);
        i := sync.incident_frame(old, i);
        i := sync.incident_owner(old, i, v_at);
        i := sync.incident_acknowledged(old, i);
        i := sync.incident_level(old, i, v_at);
        i := sync.incident_waiting(old, i, v_at);
        i := sync.incident_group(old, i);
        PERFORM sync.incident_results(old, i);
        i := sync.incident_stage(old, i, v_at);
    END IF;
    i.level_reason := NULL;
    i.stage_reason := NULL;
    i.stage_note := NULL;
    i.fence := NULL;
    RETURN i;
END $$;

-- A stage begins: its record, as the incident's row has it.
CREATE FUNCTION sync.begin_stage(i app.incident) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO app.stage_record (id, incident, n, stage, owner, entered_at, due_at, waited_s)
    VALUES (sync.derived_id('stage_record', (i).id::text, (i).stage_n::text), (i).id, (i).stage_n,
        (i).stage, (i).owner, (i).stage_entered_at, (i).due_at, 0);
END;

CREATE FUNCTION sync.leave_stage(o app.incident, v_left jsonb) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
    UPDATE app.stage_record SET left_at = (v_left ->> 'left_at')::timestamptz,
        waited_s = (v_left ->> 'waited_s')::bigint, reason = v_left ->> 'reason',
        note = v_left ->> 'note', owner = v_left ->> 'owner'
    WHERE incident = (o).id AND n = (o).stage_n;
END;

-- What belongs to a closed incident moves to its month with it.
CREATE FUNCTION sync.move_part(i app.incident) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
    UPDATE app.stage_record SET part = (i).part WHERE incident = (i).id AND part <> (i).part;
    UPDATE app.incident_role SET part = (i).part WHERE incident = (i).id AND part <> (i).part;
    UPDATE app.incident_alert SET part = (i).part WHERE incident = (i).id AND part <> (i).part;
    UPDATE app.log_entry SET part = (i).part WHERE incident = (i).id AND part <> (i).part;
END;

CREATE FUNCTION sync.incident_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_left jsonb := sync.noted_left(new.id);
    v_writing text := coalesce(current_setting('watchroom.guard_writes', true), '');
BEGIN
    PERFORM set_config('watchroom.guard_writes', 'on', true);
    IF v_left IS NOT NULL THEN
        PERFORM sync.leave_stage(old, v_left);
    END IF;
    IF new.stage <> 'closed' AND (tg_op = 'INSERT' OR v_left IS NOT NULL) THEN
        PERFORM sync.begin_stage(new);
    END IF;
    PERFORM sync.write_notes(new.id);
    IF tg_op = 'UPDATE' AND new.part IS DISTINCT FROM old.part THEN
        PERFORM sync.move_part(new);
    END IF;
    PERFORM set_config('watchroom.guard_writes', v_writing, true);
    RETURN NULL;
END $$;

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON app.incident
    FOR EACH ROW EXECUTE FUNCTION sync.incident_guard();
CREATE TRIGGER z_entries AFTER INSERT OR UPDATE ON app.incident
    FOR EACH ROW EXECUTE FUNCTION sync.incident_entries();
