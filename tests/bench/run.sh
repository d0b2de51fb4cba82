#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures what README's table of figures says, beside the peers, in one run, and prints the table.
# Not part of continuous integration: figures are for people to compare, on a quiet machine.
#
#   tests/bench/run.sh [NAME...]    all of them, or: save sync board start chart pouchdb uplot
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/lib.sh

out=$PWD/build/bench
programs=build/release/tests/bench
wanted=("$@")

wants() { [ "${#wanted[@]}" -eq 0 ] || [[ " ${wanted[*]} " == *" $1 "* ]]; }

# One row of the table: figure, target, measured.
row() { printf '| %s | %s | %s |\n' "$@"; }

# Runs a bench that prints its own rows.
measure() # name, command...
{
    local name=$1
    shift
    wants "$name" || return 0
    say "$name" >&2
    "$@" 2>"$out/$name.log" | tee -a "$out/table.md" || {
        tail -5 "$out/$name.log" >&2
        fail "$name did not end well"
    }
}

on_display() { xvfb-run -a -s "-screen 0 1920x1080x24" dbus-run-session -- "$@"; }

run_pouchdb()
{
    local median tail
    read -r median tail < <(node "$out/peers/pouchdb.js" 300)
    row "the same in PouchDB: a document until the other client's feed has it, in memory" \
        "beside" "$median / $tail ms"
}

run_uplot()
{
    local page=$out/peers/page.html result
    node "$out/peers/uplot.js" >"$page"
    result=$(chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --window-size=1920,1080 --user-data-dir="$(mktemp -d -p "$out")" --dump-dom "$page" \
        | grep -o 'result: [0-9. ]*')
    row "the same in uPlot, headless Chromium: typical / noisy" "beside" \
        "$(awk '{print $2 " / " $3}' <<<"$result") ms"
}

install_peers()
{
    mkdir -p "$out/peers"
    cp tests/bench/peers/*.js tests/bench/peers/package.json "$out/peers/"
    [ -d "$out/peers/node_modules/uplot" ] && return
    say "Installing the peers from the npm registry" >&2
    (cd "$out/peers" && npm install --no-audit --no-fund --no-package-lock >"$out/npm.log" 2>&1) \
        || fail "the peers could not be installed: $(tail -2 "$out/npm.log")"
}

prepare_environment
{
    install_missing build run display test bench
    command -v npm >/dev/null || install_missing npm
    configure release
    say "Building the programs and the benches ($jobs at a time)"
    cmake --build --preset release -j "$jobs" --target watchroom watchroomctl benches
} >&2
mkdir -p "$out"
rm -f "$out/table.md"
if wants pouchdb || wants uplot; then install_peers; fi

row Figure Target Measured | tee "$out/table.md"
echo '|---|---|---|' | tee -a "$out/table.md"
export QT_QPA_PLATFORM=offscreen LANG=C.UTF-8
[ -x $programs/bench_save ] && measure save $programs/bench_save
measure sync $programs/bench_sync
measure pouchdb run_pouchdb
[ -x $programs/bench_board ] && measure board $programs/bench_board
[ -e $programs/bench_start ] && QT_QPA_PLATFORM=xcb measure start on_display $programs/bench_start
measure chart $programs/bench_chart
measure uplot run_uplot
printf '\n%s cores, %s GiB, %s, PostgreSQL and all peers on loopback, virtual display.\n' \
    "$(nproc)" "$(awk '/MemTotal/{printf "%d", $2/1048576}' /proc/meminfo)" \
    "$(. /etc/os-release && echo "$PRETTY_NAME")" | tee -a "$out/table.md"
