# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes, licence lines and words that have no place in the tree."""
import re

import tree

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
LICENSED = (".cpp", ".h", ".py", ".sh", ".sql", ".cmake", ".qss")
HARD_STOP = 500

# Where, what, why it is not wanted.
FORBIDDEN = [
    (("app", "ui"), r"\bq(Debug|Info|Warning|Critical)\s*\(", "log by category: qCWarning(lcStore)"),
    (("app", "ui"), r"\binstance\s*\(\s*\)", "no singletons: hand the reference in"),
    (("app", "ui"), r"\bqApp\b", "no singletons: hand the reference in"),
    (("app", "ui"), r"\bprocessEvents\s*\(", "no nested event loops"),
    (("app", "ui"), r"\.then\(\s*(this|[a-z]\w*)\s*,",
     "base::whenDone(future, context, ...): Qt 6.4 races with the end of the context"),
    (("tests/unit", "tests/ui", "tests/sync", "tests/parity", "tests/sources", "tests/mainjob",
      "tests/walk", "tests/fuzz", "tests/fakes"), r"\bsleep_(for|until)\s*\(|\b[mu]?sleep\s*\(|\bqSleep\s*\(|\bqWait\s*\(",
     "no sleeps in tests: QTRY_ or a spy"),
]
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME|XX" + r"X)\b")


def check_licence(relative, lines):
    head = lines[1:2] if lines and lines[0].startswith("#!") else lines[:1]
    if not head or LICENCE not in head[0]:
        return [f"{relative}: the first line is not the {LICENCE} line"]
    return []


def check_words(relative, text):
    findings = []
    code = tree.without_comments(text)
    for folders, pattern, why in FORBIDDEN:
        if relative.startswith(tuple(folder + "/" for folder in folders)):
            for match in re.finditer(pattern, code):
                line = code.count("\n", 0, match.start()) + 1
                findings.append(f"{relative}:{line}: {match.group()}: {why}")
    return findings


def check_file(relative, text):
    lines = text.splitlines()
    findings = []
    suffix = "." + relative.rsplit(".", 1)[-1]
    if suffix in LICENSED or relative.endswith("CMakeLists.txt"):
        findings += check_licence(relative, lines)
        if len(lines) > HARD_STOP:
            findings.append(f"{relative}: {len(lines)} lines; {HARD_STOP} is the stop: split it")
        for number, line in enumerate(lines, 1):
            if UNFINISHED.search(line):
                findings.append(f"{relative}:{number}: unfinished: {line.strip()}")
    if suffix in tree.SOURCES:
        findings += check_words(relative, text)
    return findings


def check(base):
    findings = []
    for path in tree.files(base, *LICENSED, ".txt"):
        findings += check_file(path.relative_to(base).as_posix(), path.read_text(encoding="utf-8"))
    return findings


if __name__ == "__main__":
    tree.report(check(tree.root()))
