# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: which files there are, and how a finding is told."""
import pathlib
import re
import sys

FOLDERS = ("app", "ui", "tests", "cmake", "packaging", "translations", ".ci")
SOURCES = (".cpp", ".h")


def root():
    return pathlib.Path(sys.argv[1]).resolve()


def files(base, *suffixes, folders=FOLDERS):
    """Files of the tree by suffix, sorted; without suffixes all of them."""
    found = []
    for folder in folders:
        for path in (base / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
                if not suffixes or path.suffix in suffixes:
                    found.append(path)
    return sorted(found)


def scripts(base):
    """Shell scripts, whatever they are called."""
    return [p for p in files(base) if p.suffix == ".sh" or first_line(p).endswith(("/bash", "/sh"))]


def first_line(path):
    with open(path, "rb") as stream:
        return stream.readline(200).decode("utf-8", "replace").rstrip()


def without_comments(text):
    """C++ with comments and the insides of strings blanked; lines keep their numbers."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.S)

    def blank(match):
        kept = '""' if match.group().startswith(('"', 'R"')) else ""
        return kept + "\n" * match.group().count("\n")

    return pattern.sub(blank, text)


def report(findings):
    """Prints what was found and ends the program with 1 if that is anything."""
    for finding in findings:
        print(finding)
    print(f"{len(findings)} found")
    sys.exit(1 if findings else 0)
