# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh and test.sh share. Sourced; the caller has set -euo pipefail and stands in the
# root of the source tree.

say() { printf '\n== %s\n' "$*"; }

fail()
{
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# A bare root has no locale and sometimes no HOME, where ccache keeps its files.
prepare_environment()
{
    export LANG=${LANG:-C.UTF-8}
    if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
        HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
        if [ -z "$HOME" ] || [ ! -w "$HOME" ]; then
            HOME=$PWD/build/home
            mkdir -p "$HOME"
        fi
        export HOME
    fi
    # Two clones of one source share what was compiled: paths are kept relative.
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    mkdir -p build
    jobs=$(nproc)
}

# The packages of the given purposes, one a line.
packages()
{
    local purpose
    for purpose in "$@"; do
        sed -n "s/^$purpose //p" packaging/packages.txt
    done | tr ' ' '\n' | sort -u
}

missing_packages()
{
    local package
    while read -r package; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] \
            || echo "$package"
    done < <(packages "$@")
}

# The commands root runs. Nothing that is installed here may start as a service or make a
# database cluster: tests start their own servers and end them.
install_script()
{
    cat <<'END'
set -e
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
if [ ! -e /etc/postgresql-common ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
fi
apt-get -q -o DPkg::Lock::Timeout=300 update
apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold \
    --no-install-recommends install "$@"
END
}

as_root() # script, its arguments
{
    local script=$1
    shift
    if [ "$(id -u)" -eq 0 ]; then
        bash -c "$script" watchroom "$@"
    elif command -v sudo >/dev/null; then
        sudo bash -c "$script" watchroom "$@"
    else
        su -c "bash -c $(printf '%q' "$script") watchroom $(printf '%q ' "$@")"
    fi
}

install_missing()
{
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi
    command -v apt-get >/dev/null || fail "this is not Debian; install by hand: ${missing[*]}"
    say "Installing ${#missing[@]} packages (as root)"
    echo "${missing[*]}"
    if ! as_root "$(install_script)" "${missing[@]}"; then
        fail "the packages could not be installed; as root: apt-get install ${missing[*]}"
    fi
}

# Always: a folder that is new in the tree is only seen by configuring again, and it takes seconds.
configure()
{
    say "Configuring build/$1"
    cmake --preset "$1" >"build/configure-$1.log" 2>&1 || {
        cat "build/configure-$1.log"
        fail "build/$1 could not be configured"
    }
}
