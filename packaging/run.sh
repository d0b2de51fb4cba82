#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the console on a demo workspace. Without a display it
# uses a virtual one and leaves screenshots in build/tour.
#
#   packaging/run.sh            all of that
#   packaging/run.sh --tour     take the screenshots although there is a display
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/lib.sh

tour=0
for argument in "$@"; do
    case $argument in
    --tour) tour=1 ;;
    *) fail "unknown argument $argument; the only one is --tour" ;;
    esac
done

program() { find build/release/app/programs -type f -name "$1" -perm -u+x 2>/dev/null | head -1; }

# Runs a command on a virtual display and a session bus of its own.
on_virtual_display()
{
    local number runtime status=0
    runtime=$(mktemp -d)
    exec 3<>"$runtime/display" # opened both ways, so that reading does not end early
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp >"$runtime/xvfb.log" 2>&1 &
    local xvfb=$!
    for _ in $(seq 100); do
        number=$(cat "$runtime/display")
        [ -n "$number" ] && break
        kill -0 "$xvfb" 2>/dev/null || fail "Xvfb did not start: $(tail -1 "$runtime/xvfb.log")"
        sleep 0.1
    done
    exec 3>&-
    DISPLAY=:$number XDG_RUNTIME_DIR=$runtime QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \
        dbus-run-session -- "$@" || status=$?
    kill "$xvfb"
    wait "$xvfb" 2>/dev/null || true
    rm -rf "$runtime"
    return "$status"
}

prepare_environment
install_missing build run display
configure release
say "Building the programs ($jobs at a time)"
cmake --build --preset release -j "$jobs" --target watchroom watchroomctl

console=$(program watchroom)
[ -n "$console" ] || fail "the console was not built"

if [ "$tour" -eq 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    workspace=${XDG_DATA_HOME:-$HOME/.local/share}/watchroom/demo
    mkdir -p "$workspace"
    say "Opening the console on the demo workspace $workspace"
    exec "$console" --workspace "$workspace" --demo
fi

out=$PWD/build/tour
say "No display is used: the console runs on a virtual one, screenshots go to $out"
rm -rf "$out"
mkdir -p "$out"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
on_virtual_display "$console" --workspace "$scratch/demo" --demo --tour "$out" \
    || fail "the console ended before its tour did"
pictures=$(find "$out" -name '*.png' | wc -l)
[ "$pictures" -gt 0 ] || fail "no screenshot was taken"
say "$pictures screenshots are in $out"
