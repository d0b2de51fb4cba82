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

# One picture of the first window, for as long as there is no tour.
photograph()
{
    on_virtual_display bash -c '
        openbox & manager=$!
        "$1" --workspace "$2" --demo & console=$!
        for _ in $(seq 200); do
            xwininfo -root -tree 2>/dev/null | grep -q "\"watchroom\"" && break
            kill -0 "$console" 2>/dev/null || exit 1
            sleep 0.1
        done
        sleep 2
        import -window root "$3/console.png"
        kill "$console" "$manager"
        wait "$console" || true' photograph "$1" "$2" "$3"
}

prepare_environment
install_missing build run display
configure release
targets=()
for target in watchroom watchroomctl; do
    ninja -C build/release -t query "$target" >/dev/null 2>&1 && targets+=("$target")
done
say "Building ${targets[*]:-what there is} ($jobs at a time)"
cmake --build --preset release -j "$jobs" --target "${targets[@]:-all}"

console=$(program watchroom)
if [ -z "$console" ]; then
    say "Built. The console (watchroom) is not part of this tree yet: there is no window to open."
    ctl=$(program watchroomctl)
    [ -n "$ctl" ] && echo "The command line is there: $ctl --help"
    exit 0
fi

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
if [ -x tests/ui/tour ] && [ -f tests/ui/tour ]; then
    on_virtual_display tests/ui/tour "$console" "$scratch" "$out"
else
    photograph "$console" "$scratch" "$out" || fail "the console ended before it showed a window"
fi
pictures=$(find "$out" -name '*.png' | wc -l)
[ "$pictures" -gt 0 ] || fail "no screenshot was taken"
say "$pictures screenshots are in $out"
