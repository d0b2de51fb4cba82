-- SPDX-License-Identifier: GPL-3.0-or-later
-- Synced tables (schema app), as domain/tables.cpp lists them, and what sync itself keeps (schema
-- sync). Runs as watchroom_owner, in one transaction, like every numbered file here.

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA app;
CREATE SCHEMA sync;

CREATE TABLE sync.schema_version (
    version integer PRIMARY KEY,
    name text NOT NULL,
    program text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One row. ready is false while a set-up or an upgrade is under way. lineage stays with the data
-- through dumps, restores and copies; incarnation is new after each (server adopt).
CREATE TABLE sync.meta (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    lineage uuid NOT NULL DEFAULT gen_random_uuid(),
    incarnation uuid NOT NULL DEFAULT gen_random_uuid(),
    schema_min integer NOT NULL DEFAULT 1,
    schema_max integer NOT NULL DEFAULT 1,
    ready boolean NOT NULL DEFAULT false,
    tidied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    backed_up_at timestamptz
);
INSERT INTO sync.meta DEFAULT VALUES;

-- chain says which chain an operation on the table writes to: self (the row is the incident),
-- incident (its column incident), day, or none.
CREATE TABLE sync.table_def (
    tbl text PRIMARY KEY,
    ord integer NOT NULL UNIQUE,
    policy text NOT NULL CHECK (policy IN ('fields', 'cas', 'append', 'guarded')),
    chain text CHECK (chain IN ('self', 'incident', 'day'))
);

CREATE TABLE sync.column_def (
    tbl text NOT NULL REFERENCES sync.table_def,
    col text NOT NULL,
    ord integer NOT NULL,
    type text NOT NULL
        CHECK (type IN ('uuid', 'text', 'integer', 'real', 'boolean', 'instant', 'json')),
    unit text NOT NULL,
    origin text NOT NULL CHECK (origin IN ('client', 'guard', 'request')),
    wall boolean NOT NULL,
    PRIMARY KEY (tbl, col)
);

-- What every synced row has; stamped by the server whatever the writer sent.
CREATE TABLE sync.stamped (
    id uuid NOT NULL,
    rev bigint NOT NULL,
    ver uuid NOT NULL,
    xid xid8 NOT NULL,
    deleted boolean NOT NULL DEFAULT false,
    part text NOT NULL DEFAULT 'core',
    updated_by text NOT NULL,
    carried_by text,
    updated_at timestamptz NOT NULL
);

CREATE TABLE app.person (
    LIKE sync.stamped INCLUDING DEFAULTS,
    login text, name text, layer text, tech_group text, phone text, active boolean
);
CREATE TABLE app.person_right (
    LIKE sync.stamped INCLUDING DEFAULTS,
    person text, right_name text
);
CREATE TABLE app.station (
    LIKE sync.stamped INCLUDING DEFAULTS,
    name text, kind text, active boolean
);
CREATE TABLE app.policy (
    LIKE sync.stamped INCLUDING DEFAULTS,
    version bigint, doc jsonb
);
CREATE TABLE app.source (
    LIKE sync.stamped INCLUDING DEFAULTS,
    name text, kind text, url text, mapping jsonb, enabled boolean
);
CREATE TABLE app.target (
    LIKE sync.stamped INCLUDING DEFAULTS,
    key text, parent text, kind text, name text, name_en text, enabled boolean
);
CREATE TABLE app.rule (
    LIKE sync.stamped INCLUDING DEFAULTS,
    name text, version bigint, doc jsonb, enabled boolean
);
CREATE TABLE app.alert (
    LIKE sync.stamped INCLUDING DEFAULTS,
    rule text, target text, metric text, tech_group text, level text, state text,
    value double precision, no_data boolean, starts_at timestamptz, ended_at timestamptz,
    fence bigint
);
CREATE TABLE app.incident (
    LIKE sync.stamped INCLUDING DEFAULTS,
    label text, number bigint, title text, level text, level_reason text,
    stage text, stage_reason text, stage_note text, owner text,
    acknowledged_by text, acknowledged_at timestamptz, waiting_for text,
    target text, tech_group text, sites jsonb, level_confirmed boolean,
    cause text, verified text, told jsonb, recovered_at timestamptz, drill boolean,
    previous uuid, policy_version bigint, opened_at timestamptz, fence bigint,
    opened_by text, stage_n bigint, stage_entered_at timestamptz, due_at timestamptz,
    waiting_since timestamptz, waited_s bigint, group_moves bigint, closed_at timestamptz
);
CREATE TABLE app.incident_role (
    LIKE sync.stamped INCLUDING DEFAULTS,
    incident uuid, role text, person text
);
CREATE TABLE app.incident_alert (
    LIKE sync.stamped INCLUDING DEFAULTS,
    incident uuid, alert uuid, fence bigint
);
CREATE TABLE app.stage_record (
    LIKE sync.stamped INCLUDING DEFAULTS,
    incident uuid, n bigint, stage text, owner text, entered_at timestamptz,
    due_at timestamptz, left_at timestamptz, waited_s bigint, reason text, note text
);
CREATE TABLE app.log_entry (
    LIKE sync.stamped INCLUDING DEFAULTS,
    incident uuid, kind text, channel text, code text, params jsonb, text text,
    happened_at timestamptz, corrects uuid, blobs jsonb, fence bigint,
    author text, carrier text, recorded_at timestamptz, chain text, n bigint, hash text
);

-- Who is signed in where; the keys are in sync.session.
CREATE TABLE app.session (
    LIKE sync.stamped INCLUDING DEFAULTS,
    person text, station text, opened_at timestamptz, ended boolean, ended_at timestamptz,
    ended_by text
);

INSERT INTO sync.table_def (ord, tbl, policy, chain) VALUES
    (1, 'person', 'fields', NULL),
    (2, 'person_right', 'fields', NULL),
    (3, 'station', 'fields', 'day'),
    (4, 'policy', 'append', 'day'),
    (5, 'source', 'fields', NULL),
    (6, 'target', 'fields', NULL),
    (7, 'rule', 'append', 'day'),
    (8, 'alert', 'cas', NULL),
    (9, 'incident', 'cas', 'self'),
    (10, 'incident_role', 'fields', 'incident'),
    (11, 'incident_alert', 'append', 'incident'),
    (12, 'stage_record', 'guarded', 'incident'),
    (13, 'log_entry', 'append', 'incident'),
    (14, 'session', 'fields', 'day');

-- Types follow from the columns themselves; what they cannot tell is set below.
INSERT INTO sync.column_def (tbl, col, ord, type, unit, origin, wall)
SELECT t.tbl, a.attname,
       row_number() OVER (PARTITION BY t.tbl ORDER BY a.attnum),
       CASE a.atttypid::regtype::text
           WHEN 'uuid' THEN 'uuid' WHEN 'text' THEN 'text' WHEN 'bigint' THEN 'integer'
           WHEN 'double precision' THEN 'real' WHEN 'boolean' THEN 'boolean'
           WHEN 'timestamp with time zone' THEN 'instant' WHEN 'jsonb' THEN 'json' END,
       a.attname, 'client', true
  FROM sync.table_def t
  JOIN pg_catalog.pg_attribute a ON a.attrelid = ('app.' || t.tbl)::regclass
 WHERE a.attnum > 0 AND NOT a.attisdropped
   AND a.attname NOT IN (SELECT s.attname FROM pg_catalog.pg_attribute s
                          WHERE s.attrelid = 'sync.stamped'::regclass);

UPDATE sync.column_def SET unit = 'state'
 WHERE tbl = 'alert' AND col IN ('level', 'state', 'value', 'no_data', 'ended_at');
UPDATE sync.column_def SET unit = 'level' WHERE tbl = 'incident' AND col IN ('level', 'level_reason');
UPDATE sync.column_def SET unit = 'stage'
 WHERE tbl = 'incident' AND col IN ('stage', 'stage_reason', 'stage_note');
UPDATE sync.column_def SET unit = 'acknowledged'
 WHERE tbl = 'incident' AND col IN ('acknowledged_by', 'acknowledged_at');
UPDATE sync.column_def SET unit = 'waiting' WHERE tbl = 'incident' AND col = 'waiting_for';
UPDATE sync.column_def SET origin = 'request'
 WHERE col = 'fence'
    OR (tbl = 'incident' AND col IN ('level_reason', 'stage_reason', 'stage_note'));
UPDATE sync.column_def SET origin = 'guard'
 WHERE (tbl = 'incident' AND col IN ('number', 'opened_by', 'stage_n', 'stage_entered_at', 'due_at',
                                     'waiting_since', 'waited_s', 'group_moves', 'closed_at'))
    OR (tbl = 'log_entry' AND col IN ('author', 'carrier', 'recorded_at', 'chain', 'n', 'hash'))
    OR (tbl = 'session' AND col IN ('ended_at', 'ended_by'));
UPDATE sync.column_def SET wall = false
 WHERE tbl = 'session' OR (tbl, col) IN (('person', 'phone'), ('incident', 'stage_note'), ('incident', 'cause'),
                      ('incident', 'verified'), ('stage_record', 'note'), ('log_entry', 'params'),
                      ('log_entry', 'text'), ('log_entry', 'blobs'));

-- The last byte of the id is the row's bucket in a digest.
DO $$
DECLARE
    v_tbl text;
BEGIN
    FOR v_tbl IN SELECT tbl FROM sync.table_def ORDER BY ord LOOP
        EXECUTE format('ALTER TABLE app.%I ADD PRIMARY KEY (id)', v_tbl);
        EXECUTE format('CREATE INDEX %I ON app.%I (xid)', v_tbl || '_xid', v_tbl);
        EXECUTE format('CREATE INDEX %I ON app.%I (part, get_byte(uuid_send(id), 15))',
                       v_tbl || '_bucket', v_tbl);
    END LOOP;
END $$;

CREATE UNIQUE INDEX person_login ON app.person (login) WHERE NOT deleted;
CREATE UNIQUE INDEX person_right_once ON app.person_right (person, right_name) WHERE NOT deleted;
CREATE UNIQUE INDEX station_name ON app.station (name) WHERE NOT deleted;
CREATE UNIQUE INDEX policy_version ON app.policy (version);
CREATE UNIQUE INDEX rule_version ON app.rule (name, version);
CREATE UNIQUE INDEX target_key ON app.target (key) WHERE NOT deleted;
CREATE UNIQUE INDEX stage_record_n ON app.stage_record (incident, n);
CREATE UNIQUE INDEX log_entry_n ON app.log_entry (chain, n);
CREATE INDEX log_entry_incident ON app.log_entry (incident);
CREATE INDEX incident_role_incident ON app.incident_role (incident);
CREATE INDEX session_open ON app.session (person, station) WHERE NOT ended;
CREATE INDEX incident_alert_incident ON app.incident_alert (incident);

ALTER TABLE app.incident_role ADD FOREIGN KEY (incident) REFERENCES app.incident;
ALTER TABLE app.incident_alert ADD FOREIGN KEY (incident) REFERENCES app.incident;
ALTER TABLE app.incident_alert ADD FOREIGN KEY (alert) REFERENCES app.alert;
ALTER TABLE app.stage_record ADD FOREIGN KEY (incident) REFERENCES app.incident;
ALTER TABLE app.log_entry ADD FOREIGN KEY (incident) REFERENCES app.incident;

-- Short numbers of incidents; gaps are allowed.
CREATE SEQUENCE app.incident_number;

-- Who pushes: a workspace. Its prefix opens the labels it gives (A3-7).
CREATE SEQUENCE sync.client_prefix;
CREATE TABLE sync.client (
    client_id uuid PRIMARY KEY,
    login text NOT NULL,
    prefix text NOT NULL UNIQUE,
    last_op bigint NOT NULL DEFAULT 0,
    schema integer NOT NULL,
    app text NOT NULL DEFAULT '',
    first_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE sync.session (
    id uuid PRIMARY KEY,
    person text NOT NULL,
    station text NOT NULL,
    key bytea NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at timestamptz
);
CREATE INDEX session_person ON sync.session (person);

-- The answer to each operation, for retries; deps and units tell its dependents what it was about.
CREATE TABLE sync.applied_op (
    client_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash text NOT NULL,
    op uuid,
    grp uuid,
    deps uuid[] NOT NULL DEFAULT '{}',
    tbl text,
    row_id uuid,
    kind text,
    units text[] NOT NULL DEFAULT '{}',
    state text NOT NULL,
    result jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client_id, seq)
);
CREATE INDEX applied_op_op ON sync.applied_op (op);
-- Few are: whether a row has any tells whether its operations' chains must be looked through.
CREATE INDEX applied_op_refused ON sync.applied_op (row_id)
 WHERE state IN ('rejected', 'conflict', 'held');
CREATE INDEX applied_op_merged ON sync.applied_op (row_id) WHERE state = 'merged';
CREATE INDEX applied_op_at ON sync.applied_op USING brin (at);

-- What an operation left behind, its guards' writes included: a client never conflicts with itself.
CREATE TABLE sync.produced (
    op uuid NOT NULL,
    tbl text NOT NULL,
    row_id uuid NOT NULL,
    rev bigint NOT NULL,
    ver uuid NOT NULL,
    vals jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (op, tbl, row_id, rev)
);
CREATE INDEX produced_at ON sync.produced USING brin (at);

-- Losing operations, whole.
CREATE TABLE sync.conflict (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    client_id uuid NOT NULL,
    seq bigint NOT NULL,
    op uuid,
    tbl text,
    row_id uuid,
    actor text,
    body text NOT NULL,
    result jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE sync.log_chain (
    chain text COLLATE "C" PRIMARY KEY,
    n bigint NOT NULL DEFAULT 0,
    head text NOT NULL DEFAULT repeat('0', 64)
);

-- Who acts for all: rules, timers. One row; the fence grows with each new holder.
-- Whoever must be alone locks a row of it: 0 to 63 by an inserted id, 64 for administrators. An advisory
-- lock would do, but every login may hold those, for as long as it likes.
CREATE TABLE sync.turn (n integer PRIMARY KEY);
INSERT INTO sync.turn SELECT generate_series(0, 64);

CREATE TABLE sync.lease (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    holder text,
    client_id uuid,
    rank integer NOT NULL DEFAULT 0,
    fence bigint NOT NULL DEFAULT 0,
    ends_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO sync.lease DEFAULT VALUES;

CREATE UNLOGGED TABLE sync.presence (
    client_id uuid PRIMARY KEY,
    login text NOT NULL,
    kind text NOT NULL,
    state jsonb NOT NULL,
    at timestamptz NOT NULL
);
