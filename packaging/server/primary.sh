#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a cluster of its own ready to be the primary: our settings, a login for the standby, and TLS
# where a certificate is given. Usage, as the cluster's user:
#   primary.sh DATA_DIR --replication-network CIDR [--certificate FILE --key FILE]
# The password of the login "replicator" is read from standard input.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

data=${1:?data directory}
shift
network= certificate= key=
while [ $# -gt 0 ]; do
    case $1 in
        --replication-network) network=$2 ;;
        --certificate) certificate=$2 ;;
        --key) key=$2 ;;
        *) die "unknown option $1" ;;
    esac
    shift 2
done
[ -n "$network" ] || die "--replication-network is missing, for example 10.0.0.0/24"
[ -f "$data/PG_VERSION" ] || die "$data is no cluster; make one with initdb --data-checksums"
IFS= read -r password || true
[ -n "$password" ] || die "the password of the login replicator is read from standard input"

use_settings "$data"
if [ -n "$certificate" ]; then
    install -m 600 "$certificate" "$data/server.crt"
    install -m 600 "$key" "$data/server.key"
    printf "ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n" >>"$data/watchroom.conf"
fi
kind=$([ -n "$certificate" ] && echo hostssl || echo host)
line="$kind replication replicator $network scram-sha-256"
grep -qxF "$line" "$data/pg_hba.conf" || echo "$line" >>"$data/pg_hba.conf"
pg_ctl -D "$data" status >/dev/null || die "start the cluster first: pg_ctl -D $data start"
pg_ctl -D "$data" restart -m fast -w -s
# The socket is where the cluster says; the password travels as a verifier only.
socket=$(sed -n 5p "$data/postmaster.pid")
port=$(sed -n 4p "$data/postmaster.pid")
psql -X -q -v ON_ERROR_STOP=1 -v password="$password" -h "$socket" -p "$port" -d postgres <<'SQL'
SET password_encryption = 'scram-sha-256';
SELECT 'CREATE ROLE replicator LOGIN REPLICATION'
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'replicator') \gexec
ALTER ROLE replicator PASSWORD :'password';
SQL
echo "The primary is ready. Now run standby.sh on the other machine, then: synchronous.sh $data"
