-- SPDX-License-Identifier: GPL-3.0-or-later
-- The functions are the only door. Runs last; a later file that adds functions calls sync.close_doors().

CREATE FUNCTION sync.close_doors() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_door text;
BEGIN
    REVOKE ALL ON ALL TABLES IN SCHEMA app, sync FROM PUBLIC, watchroom_station, watchroom_person;
    REVOKE ALL ON ALL SEQUENCES IN SCHEMA app, sync FROM PUBLIC, watchroom_station, watchroom_person;
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app, sync FROM PUBLIC, watchroom_station, watchroom_person;
    GRANT USAGE ON SCHEMA sync TO watchroom_station, watchroom_person;
    FOREACH v_door IN ARRAY ARRAY[
        'hello(uuid, integer, text)', 'apply_changes(uuid, integer, text, text)',
        'pull(uuid, pg_snapshot)', 'digest(text, text)', 'list(text, text, text[])',
        'rows(text, uuid[])', 'beat(uuid, jsonb)', 'close_session(uuid)',
        'blob_put(uuid, text, integer, integer, text)', 'blob_get(uuid, text, integer)'] LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION sync.%s TO watchroom_station, watchroom_person',
                       v_door);
    END LOOP;
    GRANT EXECUTE ON FUNCTION sync.secrets() TO watchroom_station;
    GRANT EXECUTE ON FUNCTION sync.open_session(text), sync.list_secrets(),
        sync.secret_pad(integer), sync.set_secret(text, text, text, text[], text[]),
        sync.remove_secret(text), sync.list_conflicts(integer) TO watchroom_person;
END $$;
SELECT sync.close_doors();
