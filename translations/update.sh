#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the texts of the sources into translations/*.ts; with --check changes nothing and fails
# when the files lack a text, keep one that is gone, or hold one that is not translated.
set -euo pipefail
cd "$(dirname "$0")/.."

lupdate=/usr/lib/qt6/bin/lupdate
lrelease=/usr/lib/qt6/bin/lrelease
command -v "$lupdate" >/dev/null || lupdate=lupdate
command -v "$lrelease" >/dev/null || lrelease=lrelease

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp translations/*.ts "$work" 2>/dev/null || true

# English is the source language: its file holds the plural forms only.
update() # language, further options
{
    local language=$1
    shift
    "$lupdate" -silent -I . -no-obsolete -locations none -extensions cpp,h -target-language "$language" \
        "$@" app ui -ts "$work/watchroom_$language.ts"
}
mkdir -p ui
update zh_CN
update en -pluralonly

failed=0
for language in zh_CN en; do
    file=watchroom_$language.ts
    open=$(grep -c 'type="unfinished"' "$work/$file" || true)
    if [ "${1:-}" = --check ]; then
        if ! cmp -s "translations/$file" "$work/$file"; then
            diff "translations/$file" "$work/$file" | head -40 || true
            echo "translations/$file is not what the sources say: run translations/update.sh"
            failed=1
        fi
    else
        cmp -s "translations/$file" "$work/$file" || cp "$work/$file" "translations/$file"
    fi
    "$lrelease" "$work/$file" -qm "$work/$language.qm"
    if [ "$open" -ne 0 ]; then
        echo "translations/$file: $open texts are not translated:"
        grep -B3 'type="unfinished"' "$work/$file" | grep '<source>' | head -40 || true
        failed=1
    fi
done
exit "$failed"
