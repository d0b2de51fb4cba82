# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of this folder; run as the user that owns the cluster (postgres).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

die() { echo "$(basename "$0"): $*" >&2; exit 1; }

# PGBIN: where initdb and pg_basebackup are; Debian keeps them out of PATH.
if [ -z "${PGBIN:-}" ]; then
    PGBIN=$(command -v initdb >/dev/null && dirname "$(command -v initdb)" \
        || ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
fi
[ -x "$PGBIN/pg_ctl" ] || die "PostgreSQL's programs are not found: install postgresql or set PGBIN"
export PATH=$PGBIN:$PATH

# Appends our settings once; what a cluster sets after them wins.
use_settings() # data directory
{
    local conf=$1/postgresql.conf
    grep -q "watchroom.conf" "$conf" 2>/dev/null || echo "include = 'watchroom.conf'" >>"$conf"
    cp "$here/settings.conf" "$1/watchroom.conf"
}
