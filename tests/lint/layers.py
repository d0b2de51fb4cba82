# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the arrows of ARCHITECTURE.md: which folder may include which, and what of Qt."""
import os
import pathlib
import re

import tree

BASE = ["app/base"]
DOMAIN = BASE + ["app/domain"]
SYNC = DOMAIN + ["app/store", "app/remote", "app/sync"]
WORDS = DOMAIN + ["app/words"]
ARTICLES = DOMAIN + ["app/articles"]
FEATURES = ["app/incidents", "app/tickets", "app/roster", "app/handover", "app/quality", "app/stations", "app/undelivered", "app/exports", "app/contacts", "app/knowledge"]
WIDGETS = WORDS + ["ui/style", "ui/widgets"]

ALLOWED = {
    "app/base": BASE,
    "app/domain": DOMAIN,
    "app/store": DOMAIN + ["app/store"],
    "app/remote": DOMAIN + ["app/remote"],
    "app/sync": SYNC,
    "app/words": WORDS,
    "app/incidents": SYNC + ["app/words", "app/incidents"],
    "app/tickets": SYNC + ["app/words", "app/tickets"],
    "app/roster": SYNC + ["app/words", "app/roster"],
    "app/handover": SYNC + ["app/words", "app/handover"],
    "app/quality": SYNC + ["app/words", "app/quality"],
    "app/stations": SYNC + ["app/words", "app/stations"],
    "app/undelivered": SYNC + ["app/words", "app/undelivered"],
    "app/exports": DOMAIN + ["app/store", "app/exports"],
    "app/contacts": SYNC + ["app/words", "app/contacts"],
    "app/articles": ARTICLES,
    "app/knowledge": SYNC + ["app/words", "app/articles", "app/knowledge"],
    "app/programs": ["app", "ui"],
    "ui/sheets": WORDS + ["app/store", "app/exports", "app/handover", "ui/sheets"],
    "ui/style": WIDGETS,
    "ui/widgets": WIDGETS,
    "ui/forms": WIDGETS + ["app/store", "ui/forms"],
    "ui/handover": SYNC + ["app/words", "ui/style", "ui/widgets", "ui/forms", "ui/sheets", "ui/handover"] + FEATURES,
    "ui/shell": SYNC + ["app/words", "ui"] + FEATURES,
}
SCREEN = SYNC + ["app/words", "app/articles", "ui/style", "ui/widgets", "ui/forms"] + FEATURES
SQL_FOLDERS = ("app/store", "app/remote", "app/programs")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def folder_of(relative):
    return "/".join(pathlib.PurePosixPath(relative).parts[:2])


def allowed_for(folder):
    if folder in ALLOWED:
        return ALLOWED[folder]
    return SCREEN + [folder] if folder.startswith("ui/") else None


def within(included, folders):
    return any(included.startswith(folder + "/") for folder in folders)


def window_headers():
    """The class headers of QtGui and QtWidgets, which Debian's include root offers to everybody."""
    names = set()
    for directory in os.environ.get("QT_HEADERS", "").split(":"):
        for module in ("QtGui", "QtWidgets"):
            path = pathlib.Path(directory) / module
            if path.is_dir():
                names.update(entry.name for entry in path.iterdir())
    return names


def check_own(relative, included, base):
    folder = folder_of(relative)
    if not (base / included).is_file():
        return [] if included.endswith(".moc") else [f'{relative}: "{included}" is not from the root']
    allowed = allowed_for(folder)
    if allowed is not None and not within(included, allowed):
        return [f"{relative}: {folder} may not include {included}"]
    return []


def check_qt(relative, included, windows):
    folder = folder_of(relative)
    name = included.split("/")[-1]
    findings = []
    module = included.split("/")[0]
    if folder.startswith("app/") and folder != "app/programs":
        if module in ("QtGui", "QtWidgets") or ("/" not in included and name in windows):
            findings.append(f"{relative}: <{included}> belongs to windows; app/ has none")
    if name.startswith(("QSql", "QtSql")) and not relative.startswith("tests/"):
        if folder not in SQL_FOLDERS:
            findings.append(f"{relative}: <{included}> is SQL; only {', '.join(SQL_FOLDERS)} speak it")
    return findings


def check(base, windows):
    findings = []
    for path in tree.files(base, *tree.SOURCES, folders=("app", "ui", "tests")):
        relative = path.relative_to(base).as_posix()
        for mark, included in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if mark == '"':
                findings += check_own(relative, included, base)
            else:
                findings += check_qt(relative, included, windows)
    return findings


if __name__ == "__main__":
    headers = window_headers()
    if "QWidget" not in headers:
        raise SystemExit("QT_HEADERS does not lead to Qt's headers")
    tree.report(check(tree.root(), headers))
