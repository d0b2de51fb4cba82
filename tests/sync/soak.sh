#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long run of the fault tests (the short one runs with all tests), in five parts:
#   WATCHROOM_KILLS       kills of two clients (1,000)
#   WATCHROOM_OPERATIONS  operations of each of five clients, killed and cut off (10,000)
#   WATCHROOM_POWER_CUTS  cuts of a client's power (100); needs root and loop devices
#   WATCHROOM_HANDOVERS   handovers between two consoles, restarted and cut off (10,000)
#   WATCHROOM_NOTICES     scenarios of changed procedures, every notice held against an oracle (1,000)
# WATCHROOM_SEED=N is a run once more. A part whose number is 0 is left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
source packaging/lib.sh
prepare_environment
preset=${1:-release}
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --target tst_kills tst_handovers tst_notices
export WATCHROOM_KILLS=${WATCHROOM_KILLS:-1000}
export WATCHROOM_OPERATIONS=${WATCHROOM_OPERATIONS:-10000}
export WATCHROOM_POWER_CUTS=${WATCHROOM_POWER_CUTS:-100}
export WATCHROOM_HANDOVERS=${WATCHROOM_HANDOVERS:-10000}
export WATCHROOM_NOTICES=${WATCHROOM_NOTICES:-1000}
# QtTest ends a function after five minutes otherwise.
export QTEST_FUNCTION_TIMEOUT=86400000
parts=()
[ "$WATCHROOM_KILLS" = 0 ] || parts+=(clientsAndServerKilledAnywhere)
[ "$WATCHROOM_OPERATIONS" = 0 ] || parts+=(manyOperationsByFive)
[ "$WATCHROOM_POWER_CUTS" = 0 ] || parts+=(powerCutAnywhere)
faults=build/$preset/tests/sync/faults
[ "${#parts[@]}" -eq 0 ] || "$faults/tst_kills" -maxwarnings 0 "${parts[@]}"
[ "$WATCHROOM_HANDOVERS" = 0 ] || "$faults/tst_handovers" -maxwarnings 0
[ "$WATCHROOM_NOTICES" = 0 ] || "$faults/tst_notices" -maxwarnings 0
