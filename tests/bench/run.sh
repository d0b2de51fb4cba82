#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the benchmarks, runs each several times beside what it is compared with, and prints one
# table of medians in Markdown. Everything it needs and leaves is in build/bench.
#
#   tests/bench/run.sh            three rounds
#   tests/bench/run.sh ROUNDS
#   tests/bench/run.sh ROUNDS NAME...   only these: save slow key start sync arrival chart sheet handover search palette article
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/lib.sh

rounds=${1:-3}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- save slow key start sync arrival chart sheet handover search
out=$PWD/build/bench
bin=$PWD/build/release/tests/bench
figures=$out/figures.txt

prepare_environment
purposes=(build run display test bench)
command -v npm >/dev/null || purposes+=(npm)
install_missing "${purposes[@]}"
configure release
say "Building the benchmarks ($jobs at a time)"
cmake --build --preset release -j "$jobs" --target watchroom bench_chart bench_sync bench_save \
    bench_board bench_arrival bench_mapped bench_slowdisk bench_sheet bench_handover \
    bench_search bench_palette bench_article

say "Fetching what they are compared with"
mkdir -p "$out/npm"
(
    cd "$out/npm"
    [ -f package.json ] || echo '{"name": "peers", "private": true}' >package.json
    xargs npm install --silent --no-audit --no-fund --no-package-lock --no-save \
        <../../../tests/bench/peers/packages.txt
)

board=$out/board
if [ ! -f "$board/workspace.json" ]; then
    say "Making a workspace of 2,000 open and 20,000 closed incidents"
    rm -rf "$out/filling"
    QT_QPA_PLATFORM=offscreen "$bin/bench_board" fill "$out/filling" 2000 20000
    mv "$out/filling" "$board"
fi

scratch=$(mktemp -d "$out/scratch.XXXXXX")
finish()
{
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT

# A display of its own, without a window manager.
start_display()
{
    exec 3<>"$scratch/display" # opened both ways, so that reading does not end early
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp >"$scratch/xvfb.log" 2>&1 &
    xvfb=$!
    local number=
    for _ in $(seq 100); do
        number=$(cat "$scratch/display")
        [ -n "$number" ] && break
        kill -0 "$xvfb" 2>/dev/null || fail "Xvfb did not start: $(tail -1 "$scratch/xvfb.log")"
        sleep 0.1
    done
    exec 3>&-
    export DISPLAY=:$number
}

# What is measured writes into a copy.
fresh_board()
{
    rm -rf "$scratch/board"
    cp -r "$board" "$scratch/board"
}

# Folders of its own, so that nobody's settings are used or changed.
alone()
{
    rm -rf "$scratch/home"
    mkdir -p "$scratch/home"
    HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/home XDG_CONFIG_HOME=$scratch/home/config \
        XDG_CACHE_HOME=$HOME/.cache XDG_DATA_HOME=$scratch/home/data \
        dbus-run-session -- "$@" 2>>"$out/stderr.log"
}

offscreen() { QT_QPA_PLATFORM=offscreen alone "$@"; }

measure_save()
{
    fresh_board
    offscreen "$bin/bench_save" "$scratch/board" save
}

measure_slow()
{
    fresh_board
    offscreen env LD_PRELOAD="$bin/libbench_slowdisk.so" WATCHROOM_FSYNC_MS=20 \
        "$bin/bench_save" "$scratch/board" slow
}

measure_key()
{
    fresh_board
    offscreen "$bin/bench_board" key "$scratch/board"
}

measure_start()
{
    local console=build/release/app/programs/console/watchroom
    fresh_board
    alone "$bin/bench_mapped" bench 0 "$bin/bench_board" start "$scratch/board"
    alone "$bin/bench_mapped" watchroom 4000 "$console" --workspace "$scratch/board"
    alone "$bin/bench_mapped" keepassxc 4000 keepassxc --config "$scratch/home/keepassxc.ini" \
        --localconfig "$scratch/home/local.ini"
}

measure_sync()
{
    "$bin/bench_sync" 300 2>>"$out/stderr.log"
    (cd "$out/npm" && node ../../../tests/bench/peers/pouchdb.mjs 300 2>>"$out/stderr.log")
}

measure_arrival() { offscreen "$bin/bench_arrival"; }

measure_sheet() { offscreen "$bin/bench_sheet"; }
measure_handover() { offscreen "$bin/bench_handover"; }
measure_palette() { offscreen "$bin/bench_palette"; }
measure_article() { offscreen "$bin/bench_article"; }
measure_search() { "$bin/bench_search" 2>>"$out/stderr.log"; }

measure_chart()
{
    offscreen "$bin/bench_chart"
    (cd "$out/npm" && node ../../../tests/bench/peers/uplot.mjs "$(command -v chromium)")
}

: >"$figures"
: >"$out/stderr.log"
start_display
for round in $(seq "$rounds"); do
    say "Round $round of $rounds"
    for name in "$@"; do
        "measure_$name" >"$scratch/figures" || fail "$name: $(tail -3 "$out/stderr.log")"
        # A service that the session bus starts may speak in between.
        grep -E '^[a-z0-9_]+ [0-9.]+$' "$scratch/figures" | tee -a "$figures"
    done
done
say "Medians of $rounds rounds"
python3 tests/bench/table.py "$figures"
