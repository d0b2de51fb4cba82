#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The figures of sync beside the client that asks a sequence for what is new, in one run, as one
# table in Markdown. It fails where something was lost, doubled or differs from the server. On a
# quiet machine; everything it leaves is in build/bench.
#
#   tests/bench/sync.sh                     all of it, with a transaction held for 10 minutes
#   tests/bench/sync.sh --short             the same in few minutes: what is held is held 20 s
#   tests/bench/sync.sh [--short] SUBJECT...   only these: latency fleet fill push crowd histories
#                                           dead frozen failover naive operations
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/lib.sh

held=600 seconds=60 operations=10000
if [ "${1:-}" = --short ]; then
    held=20 seconds=10 operations=200
    shift
fi
[ $# -gt 0 ] || set -- latency fleet fill push crowd histories dead frozen failover naive operations

prepare_environment
install_missing build run test
configure release
say "Building ($jobs at a time)"
cmake --build --preset release -j "$jobs" --target bench_sync_figures tst_kills
bin=$PWD/build/release/tests/bench/bench_sync_figures
out=$PWD/build/bench
mkdir -p "$out"
figures=$out/sync.txt
: >"$figures"
: >"$out/sync.log"

figure()
{
    say "$*"
    "$bin" "$@" 2>>"$out/sync.log" | tee -a "$figures" || fail "$1: $(tail -1 "$out/sync.log")"
}

for subject in "$@"; do
    case $subject in
    latency)
        figure latency 1 "$seconds" "$held"
        figure latency 50 "$seconds"
        ;;
    fleet) figure fleet 200 20 "$seconds" ;;
    naive) figure naive "$seconds" "$held" ;;
    operations)
        # Five clients that are killed, cut off and lose replies, and a server that is.
        say "operations: $operations for each of five clients"
        WATCHROOM_OPERATIONS=$operations QTEST_FUNCTION_TIMEOUT=86400000 \
            build/release/tests/sync/faults/tst_kills -maxwarnings 0 manyOperationsByFive \
            2>&1 | tee -a "$out/sync.log" | tail -5 || fail "operations: see $out/sync.log"
        echo "operations_each $operations" >>"$figures"
        ;;
    *) figure "$subject" ;;
    esac
done
say "Figures (load $(cut -d' ' -f1-3 /proc/loadavg))"
python3 tests/bench/sync_table.py "$figures"
