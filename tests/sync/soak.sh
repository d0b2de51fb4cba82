#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long run of the fault tests: 1,000 kills by default (the short one, of 30, runs with all
# tests). WATCHROOM_KILLS=N another number, WATCHROOM_SEED=N a run once more.
set -euo pipefail
cd "$(dirname "$0")/../.."
source packaging/lib.sh
prepare_environment
preset=${1:-release}
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --target tst_kills
export WATCHROOM_KILLS=${WATCHROOM_KILLS:-1000}
# QtTest ends a function after five minutes otherwise.
export QTEST_FUNCTION_TIMEOUT=86400000
exec "build/$preset/tests/sync/faults/tst_kills" -maxwarnings 0
