#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts a backup into a database, new or the one that is there, and adopts it: every station then
# compares everything and sends again what the server lost. Usage, as a superuser of the cluster:
#   restore.sh BACKUP_DIR CONNINFO [--roles]     # --roles: a new cluster; logins are made too
# The stations must not be connected meanwhile; they wait and come back by themselves.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

backup=${1:?backup directory}
conninfo=${2:?connection string}
[ -f "$backup/watchroom.dump" ] || die "$backup holds no watchroom.dump"
ctl=${WATCHROOMCTL:-watchroomctl}
command -v "$ctl" >/dev/null || die "watchroomctl is not found; set WATCHROOMCTL"
if [ "${3:-}" = --roles ]; then
    # The superuser of this cluster exists already.
    psql -X -q -d "$conninfo" -f "$backup/roles.sql" 2>&1 | grep -v "already exists" >&2 || true
fi
pg_restore --clean --if-exists --exit-on-error --single-transaction -d "$conninfo" \
    "$backup/watchroom.dump"
"$ctl" server adopt --server "$conninfo"
"$ctl" audit verify --full --server "$conninfo"
