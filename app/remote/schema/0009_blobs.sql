-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments: files named by the SHA-256 of their bytes, in pieces of 256 KiB, up to 20 MiB. An
-- upload belongs to the login that began it, so that nobody can spoil another's.

CREATE TABLE sync.blob (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    size integer NOT NULL CHECK (size BETWEEN 1 AND 20971520),
    login text NOT NULL,
    pieces integer NOT NULL DEFAULT 0, -- that are here, from the first on
    whole boolean NOT NULL DEFAULT false,
    at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE UNIQUE INDEX ON sync.blob (hash) WHERE whole;
CREATE UNIQUE INDEX ON sync.blob (hash, login) WHERE NOT whole;

CREATE TABLE sync.blob_piece (
    blob bigint NOT NULL REFERENCES sync.blob ON DELETE CASCADE,
    n integer NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (blob, n));
ALTER TABLE sync.blob_piece ALTER data SET STORAGE EXTERNAL; -- images and PDF are compressed

-- Walls show no attachments.
CREATE FUNCTION sync.blob_caller(v_client uuid, v_hash text) RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF sync.caller_kind() = 'wall' THEN
        PERFORM sync.stop('not_for_walls');
    END IF;
    PERFORM sync.own_client(v_client);
    IF v_hash IS NULL OR v_hash !~ '^[0-9a-f]{64}$' THEN
        PERFORM sync.stop('blob_refused');
    END IF;
END $$;

-- Piece v_n of v_hash as base64; NULL only asks. What the next piece is, and whether all are here:
-- a piece out of its turn changes nothing. The last one is taken if the whole has this hash, else
-- all of it is dropped and the call says blob_damaged.
CREATE FUNCTION sync.blob_put(v_client uuid, v_hash text, v_size integer, v_n integer, v_data text)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    c_piece CONSTANT integer := 262144;
    v_upload sync.blob;
    v_bytes bytea;
BEGIN
    PERFORM sync.blob_caller(v_client, v_hash);
    IF v_size IS NULL OR v_size NOT BETWEEN 1 AND 20971520 THEN
        PERFORM sync.stop('too_large');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(v_hash, 9));
    IF EXISTS (SELECT 1 FROM sync.blob b WHERE b.hash = v_hash AND b.whole) THEN
        RETURN '{"next": 0, "whole": true}';
    END IF;
    SELECT b.* INTO v_upload FROM sync.blob b
     WHERE b.hash = v_hash AND b.login = session_user AND NOT b.whole;
    IF v_data IS NULL OR coalesce(v_upload.pieces, 0) IS DISTINCT FROM v_n THEN
        RETURN jsonb_build_object('next', coalesce(v_upload.pieces, 0), 'whole', false)::text;
    END IF;
    v_bytes := decode(v_data, 'base64');
    IF coalesce(v_upload.size, v_size) <> v_size
        OR octet_length(v_bytes) <> least(c_piece, v_size - v_n * c_piece) THEN
        PERFORM sync.stop('blob_refused');
    END IF;
    IF v_upload.id IS NULL THEN
        IF (SELECT coalesce(sum(b.size), 0) FROM sync.blob b
             WHERE b.login = session_user AND NOT b.whole) + v_size > 209715200 THEN
            PERFORM sync.stop('server_busy'); -- finish what was begun; tidied after a week
        END IF;
        INSERT INTO sync.blob (hash, size, login) VALUES (v_hash, v_size, session_user)
        RETURNING * INTO v_upload;
    END IF;
    INSERT INTO sync.blob_piece (blob, n, data) VALUES (v_upload.id, v_n, v_bytes);
    UPDATE sync.blob SET pieces = v_n + 1, at = clock_timestamp() WHERE id = v_upload.id;
    IF (v_n + 1) * c_piece < v_size THEN
        RETURN jsonb_build_object('next', v_n + 1, 'whole', false)::text;
    END IF;
    IF encode(sha256((SELECT string_agg(p.data, ''::bytea ORDER BY p.n)
                        FROM sync.blob_piece p WHERE p.blob = v_upload.id)), 'hex') <> v_hash THEN
        DELETE FROM sync.blob WHERE id = v_upload.id;
        RETURN '{"next": 0, "whole": false, "damaged": true}';
    END IF;
    UPDATE sync.blob SET whole = true WHERE id = v_upload.id;
    DELETE FROM sync.blob WHERE hash = v_hash AND NOT whole; -- the same from others
    RETURN '{"next": 0, "whole": true}';
END $$;

-- Piece v_n as base64; NULL: the file is not here, or not yet.
CREATE FUNCTION sync.blob_get(v_client uuid, v_hash text, v_n integer) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM sync.blob_caller(v_client, v_hash);
    RETURN (SELECT encode(p.data, 'base64') FROM sync.blob b
              JOIN sync.blob_piece p ON p.blob = b.id AND p.n = v_n
             WHERE b.hash = v_hash AND b.whole);
END $$;

-- What an entry may name: at most ten files {hash, name, size, type} that can be shown in place.
CREATE FUNCTION sync.blobs_ok(v_blobs jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    b jsonb;
BEGIN
    IF v_blobs IS NULL THEN
        RETURN true;
    ELSIF jsonb_typeof(v_blobs) <> 'array' OR jsonb_array_length(v_blobs) > 10 THEN
        RETURN false;
    END IF;
    FOR b IN SELECT e FROM jsonb_array_elements(v_blobs) e LOOP
        IF jsonb_typeof(b) <> 'object'
            OR (SELECT count(*) FROM jsonb_object_keys(b)) <> 4
            OR coalesce(jsonb_typeof(b->'hash') <> 'string' OR b->>'hash' !~ '^[0-9a-f]{64}$', true)
            OR coalesce(jsonb_typeof(b->'name') <> 'string'
                OR char_length(b->>'name') NOT BETWEEN 1 AND 200, true)
            OR coalesce(jsonb_typeof(b->'size') <> 'number' OR b->>'size' !~ '^[0-9]{1,8}$', true)
            OR (b->>'size')::integer NOT BETWEEN 1 AND 20971520
            OR coalesce(jsonb_typeof(b->'type') <> 'string' OR b->>'type' NOT IN
                ('image/png', 'image/jpeg', 'application/pdf'), true) THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
END $$;
