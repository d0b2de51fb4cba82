#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/server on real clusters: a primary, a synchronous standby, a backup, the primary lost,
# the standby promoted, and the backup restored into a new database. $1: watchroomctl.
set -euo pipefail
ctl=$1
scripts=$(cd "$(dirname "$0")/../../../packaging/server" && pwd)
work=$(mktemp -d)
chmod 755 "$work"
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
started=()
finish() {
    for data in "${started[@]}"; do
        as "$bin/pg_ctl" -D "$data" stop -m immediate -s || true
    done
    rm -rf "$work"
}
trap finish EXIT
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
fail() { echo "FAIL: $*" >&2; exit 1; }
is() { [ "$1" = "$2" ] || fail "$3: \"$1\", not \"$2\""; }

# The scripts are read by the cluster's own user, who may not see this checkout.
cp -r "$scripts" "$work/server"
mkdir "$work/run" "$work/clusters" "$work/backups"
[ "$(id -u)" = 0 ] && chown -R postgres "$work/run" "$work/clusters" "$work/backups"
primary=$work/clusters/primary
standby=$work/clusters/standby
port=$(free_port)
as "$bin/initdb" -D "$primary" --data-checksums -U postgres --auth-local=trust --auth-host=scram-sha-256 \
    --locale=C.UTF-8 -E UTF8 >/dev/null
printf "port = %s\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '%s'\n" "$port" "$work/run" \
    | as tee -a "$primary/postgresql.conf" >/dev/null
started+=("$primary")
as "$bin/pg_ctl" -D "$primary" -l "$work/run/primary.log" -w -s start
for _ in 1 2; do # twice: it may be run again
    echo "replica secret" | as "$work/server/primary.sh" "$primary" --replication-network 127.0.0.1/32 >/dev/null
done
super="host=$work/run port=$port user=postgres"
as psql -X -q -d "$super dbname=postgres" -c "CREATE DATABASE watchroom" \
    -c "CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'keeper secret'" -c "ALTER DATABASE watchroom OWNER TO keeper"

# Nothing waits for a standby that is not there.
as "$work/server/synchronous.sh" "$primary" 2>/dev/null && fail "synchronous without a standby"
PGPASSWORD="replica secret" as "$work/server/standby.sh" "$standby" standby1 \
    "host=127.0.0.1 port=$port user=replicator" >/dev/null
standby_port=$(free_port)
sed -i "s/^port = .*/port = $standby_port/" "$standby/postgresql.conf"
started+=("$standby")
as "$bin/pg_ctl" -D "$standby" -l "$work/run/standby.log" -w -s start
until as psql -X -A -t -d "$super dbname=postgres" -c "SELECT state FROM pg_stat_replication" | grep -q streaming; do :; done
as "$work/server/synchronous.sh" "$primary" >/dev/null

export PGPASSWORD="keeper secret"
owner="host=127.0.0.1 port=$port dbname=watchroom user=keeper"
"$ctl" --workspace "$work/ctl" server install --server "$owner" >/dev/null
echo "chen's secret" | "$ctl" --workspace "$work/ctl" server add-person chen --name 陈 --right admin \
    --password-stdin --server "$owner" >/dev/null
codes=$("$ctl" --json --workspace "$work/ctl" server check --server "$owner" | python3 -c \
    'import json, sys; print(" ".join(sorted(f["code"] for f in json.load(sys.stdin))))') || true
is "$codes" "no_backup" "what the check finds of this set-up"

backup=$(as env PGPASSWORD="$PGPASSWORD" "$work/server/backup.sh" "$owner" "$work/backups")
"$ctl" --json --workspace "$work/ctl" server check --server "$owner" >/dev/null || fail "the check after a backup"
# What is confirmed after the backup is on the standby, whatever becomes of the primary.
person="host=127.0.0.1,127.0.0.1 port=$port,$standby_port dbname=watchroom user=chen"
PGPASSWORD="chen's secret" "$ctl" --workspace "$work/chen" workspace init --server "$person" >/dev/null
chen() { PGPASSWORD="chen's secret" "$ctl" --json --workspace "$work/chen" "$@"; }
chen sync --wait 20 >/dev/null
chen incident open --title 丢包 --level yellow >/dev/null
is "$(chen sync | python3 -c 'import json, sys; print(json.load(sys.stdin)["pending"])')" 0 "pending"
as "$bin/pg_ctl" -D "$primary" stop -m immediate -s
as "$bin/pg_ctl" -D "$standby" promote -w -s
as "$work/server/synchronous.sh" "$standby" off >/dev/null
is "$(chen sync --wait 20 | python3 -c 'import json, sys; print(json.load(sys.stdin)["state"])')" synced "after the failover"
chen incident open --title 抖动 --level yellow >/dev/null
is "$(chen incident list | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" 2 "incidents"

# The backup, restored into the same database: what it lacks comes from the workspace that has it.
super="host=$work/run port=$standby_port user=postgres dbname=watchroom"
cp "$ctl" "$work/watchroomctl"
chmod 755 "$work/watchroomctl"
as env HOME="$work/run" WATCHROOMCTL="$work/watchroomctl" "$work/server/restore.sh" "$backup" "$super" >/dev/null
count() { as psql -X -A -t -d "$super" -c "SELECT count(*) FROM app.incident"; }
is "$(count)" 0 "incidents in the backup"
is "$(chen sync --wait 20 | python3 -c 'import json, sys; print(json.load(sys.stdin)["state"])')" synced "after the restore"
is "$(count)" 2 "incidents after the restore"
PGPASSWORD="keeper secret" "$ctl" --workspace "$work/ctl" audit verify --full \
    --server "host=127.0.0.1 port=$standby_port dbname=watchroom user=keeper" >/dev/null || fail "the record"
echo "server set-up, failover, backup and restore: all as wanted"
