#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a hot standby of a primary that primary.sh prepared. Usage, as the user that will own it:
#   standby.sh NEW_DATA_DIR NAME CONNINFO      # CONNINFO of the primary, user=replicator
# The password comes by libpq's own means (PGPASSWORD, ~/.pgpass).
set -euo pipefail
source "$(dirname "$0")/lib.sh"

data=${1:?data directory}
name=${2:?name of the standby, for example standby1}
primary=${3:?connection string of the primary}
[ ! -e "$data/PG_VERSION" ] || die "$data is a cluster already; nothing was changed"
slot=watchroom_${name//[^a-z0-9_]/_}
psql -X -q -d "$primary dbname=postgres replication=database" -c \
    "CREATE_REPLICATION_SLOT $slot PHYSICAL" 2>/dev/null || true # it may exist
pg_basebackup -D "$data" -R -X stream -c fast -S "$slot" -d "$primary application_name=$name"
use_settings "$data"
echo "Start it: pg_ctl -D $data start. When it has caught up, run synchronous.sh on the primary."
