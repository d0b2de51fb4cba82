# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format decides how C++ looks: every source is as it would leave it."""
import subprocess

import tree

base = tree.root()
paths = [str(path) for path in tree.files(base, *tree.SOURCES, folders=("app", "ui", "tests"))]
run = subprocess.run(["clang-format", "--dry-run", "--Werror", *paths], cwd=base,
                     capture_output=True, text=True, check=False)
wrong = sorted({line.split(":")[0] for line in run.stderr.splitlines() if "clang-format" in line})
if run.returncode != 0 and not wrong:
    raise SystemExit(run.stderr)
tree.report([f"{path}: run clang-format -i" for path in wrong])
