#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From now on the primary confirms only what a standby has on its disk. Run it when one follows; with
# none, every save would wait. Usage, as the cluster's user: synchronous.sh DATA_DIR [on|off]
set -euo pipefail
source "$(dirname "$0")/lib.sh"

data=${1:?data directory}
socket=$(sed -n 5p "$data/postmaster.pid")
port=$(sed -n 4p "$data/postmaster.pid")
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$socket" -p "$port" -d postgres -c "$1"; }
if [ "${2:-on}" = off ]; then
    sql "ALTER SYSTEM RESET synchronous_standby_names"
    sql "SELECT pg_reload_conf()" >/dev/null
    echo "The primary no longer waits for a standby."
    exit
fi
[ "$(sql "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")" -gt 0 ] ||
    die "no standby follows yet; nothing was changed"
sql "ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'"
sql "SELECT pg_reload_conf()" >/dev/null
echo "The primary waits for a standby. Check: watchroomctl server check"
