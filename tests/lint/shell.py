# SPDX-License-Identifier: GPL-3.0-or-later
"""Every shell script can at least be read by bash, and stops at its first failure."""
import subprocess

import tree


def check(path):
    findings = []
    read = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, check=False)
    if read.returncode != 0:
        findings.append(f"{path}: {read.stderr.strip()}")
    text = path.read_text(encoding="utf-8")
    if text.startswith("#!") and "set -e" not in text and "\nexec " not in text:
        findings.append(f"{path}: does not stop at its first failure (set -euo pipefail)")
    return findings


if __name__ == "__main__":
    base = tree.root()
    paths = tree.scripts(base) + [p for p in (base / ".ci").glob("*") if p.is_file()]
    tree.report([finding for path in sorted(set(paths)) for finding in check(path)])
