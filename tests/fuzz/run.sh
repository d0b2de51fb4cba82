#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes what reads other programs' data: run.sh [SECONDS] [NAME...], 600 seconds each and all of
# them unless told. Fails on a finding, whose input is then in build/fuzz/found. What is worth
# keeping goes into tests/fuzz/corpus/NAME by hand, after `-merge=1`; tst_fuzz_corpus reads it.
set -euo pipefail
cd "$(dirname "$0")/../.."
source packaging/lib.sh
prepare_environment

seconds=${1:-600}
shift || true
names=("$@")
if [ "${#names[@]}" -eq 0 ]; then
    mapfile -t names < <(ls tests/fuzz/corpus)
fi

install_missing build fuzz
say "Building build/fuzz"
cmake -S . -B build/fuzz -G Ninja \
    -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" \
    -DWATCHROOM_FUZZ=ON -DWATCHROOM_SANITIZE=fuzzer-no-link,address,undefined \
    >build/configure-fuzz.log 2>&1 || {
    cat build/configure-fuzz.log
    fail "build/fuzz could not be configured"
}
cmake --build build/fuzz -j"$jobs" --target "${names[@]/#/fuzz_}"

# Qt's own pools are freed by nobody; leaks of ours show in the tests.
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1
export QT_QPA_PLATFORM=offscreen TMPDIR=${TMPDIR:-/tmp}
mkdir -p build/fuzz/found
found=()
for name in "${names[@]}"; do
    say "$name, $seconds s"
    kept=build/fuzz/corpus/$name
    mkdir -p "$kept"
    # The most a call may carry is 2 MiB; what is wrong shows in less.
    options=(-max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048
        -artifact_prefix="build/fuzz/found/$name-" -print_final_stats=1 -dict=tests/fuzz/json.dict)
    if ! "build/fuzz/tests/fuzz/fuzz_$name" "${options[@]}" "$kept" "tests/fuzz/corpus/$name" \
        >"build/fuzz/$name.log" 2>&1; then
        tail -n 40 "build/fuzz/$name.log"
        found+=("$name")
    fi
    grep -E 'cov: .*(DONE|pulse)' "build/fuzz/$name.log" | tail -n 1 || true
    grep -E 'stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' \
        "build/fuzz/$name.log" || true
done
if [ "${#found[@]}" -gt 0 ]; then
    fail "findings in: ${found[*]}; inputs in build/fuzz/found"
fi
say "No finding"
