#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test: all of them under ASan and UBSan, those
# with the label tsan again under TSan, clang-tidy on what changed. The last line counts them.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/lib.sh

tidy_limit=${WATCHROOM_TIDY_SECONDS:-600}
passed=0
failed=0
failures=()

count() # number passed, number failed
{
    passed=$((passed + $1))
    failed=$((failed + $2))
}

# ctest with a report that is counted; an end without a report is a failure too.
run_tests() # preset, further arguments of ctest
{
    local preset=$1 report=$PWD/build/$1/report.xml total bad
    shift
    rm -f "$report"
    ctest --preset "$preset" -j "$jobs" --no-tests=ignore --output-junit "$report" "$@" || true
    if [ ! -f "$report" ]; then
        count 0 1
        failures+=("$preset: ctest ended without a report")
        return
    fi
    total=$(sed -n 's/^[[:space:]]*tests="\([0-9]*\)".*/\1/p' "$report" | head -1)
    bad=$(grep -c '<testcase.*status="fail"' "$report" || true)
    count $((total - bad)) "$bad"
    while read -r name; do
        failures+=("$preset: $name")
    done < <(sed -n 's/.*<testcase name="\([^"]*\)".*status="fail".*/\1/p' "$report")
}

run_asan()
{
    configure asan
    say "Building everything with ASan and UBSan ($jobs at a time)"
    cmake --build --preset asan -j "$jobs"
    say "Running every test"
    ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1} \
        UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1} run_tests asan
}

run_tsan()
{
    local tests
    configure tsan
    mapfile -t tests < <(ctest --test-dir build/tsan -N -L tsan \
        | sed -n 's/^ *Test *#[0-9]*: *//p')
    if [ "${#tests[@]}" -eq 0 ]; then
        say "No test has the label tsan yet"
        return
    fi
    say "Building ${#tests[@]} tests with TSan"
    cmake --build --preset tsan -j "$jobs" --target "${tests[@]}"
    say "Running them"
    TSAN_OPTIONS="suppressions=$PWD/packaging/tsan.supp second_deadlock_stack=1 die_after_fork=0" \
        run_tests tsan
}

# The sources that changed since the branch began, or in the last commits of main itself.
changed_sources()
{
    local base
    base=${WATCHROOM_BASE:-$(git merge-base HEAD origin/main 2>/dev/null || true)}
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
        base=$(git rev-parse -q --verify HEAD~20 || git rev-list --max-parents=0 HEAD | tail -1)
    fi
    git diff --name-only --diff-filter=d "$base" -- 'app/*.cpp' 'ui/*.cpp'
}

# One file; a result is kept until the file, a header or the rules change.
tidy_one()
{
    local key stamp
    key=$(cat "$1" .clang-tidy "$tidy_headers" | sha256sum | cut -d' ' -f1)
    stamp=build/tidy/$key
    [ -f "$stamp" ] && return 0
    if clang-tidy -p build/asan --quiet --warnings-as-errors='*' \
        --extra-arg=-Wno-unknown-warning-option "$1" >"$stamp.log" 2>/dev/null; then
        touch "$stamp"
        rm -f "$stamp.log"
    else
        echo "clang-tidy: $1"
        cat "$stamp.log"
        return 1
    fi
}

run_tidy()
{
    local files status=0
    git rev-parse -q --verify HEAD >/dev/null 2>&1 || {
        say "Not a git work tree: clang-tidy has nothing to compare with"
        return
    }
    mapfile -t files < <(changed_sources)
    [ "${#files[@]}" -gt 0 ] || return 0
    say "clang-tidy on ${#files[@]} changed sources (at most $tidy_limit s)"
    mkdir -p build/tidy
    tidy_headers=$PWD/build/tidy/headers
    git ls-files -s '*.h' >"$tidy_headers"
    git diff HEAD -- '*.h' >>"$tidy_headers"
    export tidy_headers
    export -f tidy_one
    printf '%s\0' "${files[@]}" \
        | timeout "$tidy_limit" xargs -0 -P "$jobs" -n 1 bash -c 'tidy_one "$1"' tidy || status=$?
    case $status in
    0) count 1 0 ;;
    124) echo "The time is up; what was not looked at is looked at next time." ;;
    *)
        count 0 1
        failures+=(clang-tidy)
        ;;
    esac
}

prepare_environment
install_missing build run display test
run_asan
run_tsan
run_tidy

say "Done"
for failure in "${failures[@]}"; do
    echo "failed: $failure"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
