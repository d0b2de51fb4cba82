#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One backup: a dump of the database and the logins, looked at whether it can be read, and noted in
# the database so that `watchroomctl server check` tells its age. Nightly, from cron or a timer:
#   backup.sh CONNINFO TARGET_DIR [KEEP_DAYS]    # as the database's owner; default 14 days
# The dump holds the team secrets in clear: whoever has it has them. Keep it where passwords are
# kept, encrypt what leaves the machine, and set all of them anew when one was lost. With
# WITHOUT_SECRETS=yes it holds none; after a restore a lead sets them again.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

conninfo=${1:?connection string}
target=${2:?directory}
keep=${3:-14}
mkdir -p "$target"
chmod 700 "$target"
stamp=$(date -u +%Y%m%dT%H%M%SZ)
work=$target/.$stamp.part
trap 'rm -rf "$work"' EXIT
mkdir "$work"
umask 077
pg_dump -Fc ${WITHOUT_SECRETS:+--exclude-table-data=sync.secret} -d "$conninfo" -f "$work/watchroom.dump"
# Whoever may not read password hashes gets the roles without them.
pg_dumpall -d "$conninfo" --roles-only -f "$work/roles.sql" 2>/dev/null ||
    pg_dumpall -d "$conninfo" --roles-only --no-role-passwords -f "$work/roles.sql"
pg_restore -l "$work/watchroom.dump" >"$work/contents.txt"
grep -q "TABLE DATA app log_entry" "$work/contents.txt" ||
    die "the dump holds no record"
mv "$work" "$target/$stamp"
trap - EXIT
psql -X -q -v ON_ERROR_STOP=1 -d "$conninfo" -c \
    "SET ROLE watchroom_owner" -c "SELECT sync.note_backup()" >/dev/null
find "$target" -maxdepth 1 -type d -name '20*Z' -mtime "+$keep" -exec rm -rf {} +
echo "$target/$stamp"
