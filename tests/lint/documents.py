# SPDX-License-Identifier: GPL-3.0-or-later
"""The two READMEs say the same, links lead somewhere, and every named file exists."""
import re

import tree

LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


def outline(text):
    """Levels of the headings in order, and the code blocks as they are."""
    parts = re.split(r"^```.*$", text, flags=re.M)
    prose = "\n".join(parts[0::2])
    return [len(mark) for mark in re.findall(r"^(#+) ", prose, re.M)], [c.strip() for c in parts[1::2]]


def commands(blocks):
    """Code blocks without their remarks, which are in the reader's language."""
    return [[re.sub(r"\s+# .*$", "", line).rstrip() for line in block.splitlines()] for block in blocks]


def compare(english, chinese):
    findings = []
    english_levels, english_blocks = outline(english)
    chinese_levels, chinese_blocks = outline(chinese)
    if english_levels != chinese_levels:
        findings.append(f"README.zh_CN.md has headings {chinese_levels}, README.md {english_levels}")
    if commands(english_blocks) != commands(chinese_blocks):
        findings.append("README.zh_CN.md and README.md show different commands")
    return findings


def check_links(base, name):
    text = (base / name).read_text(encoding="utf-8")
    return [f"{name}: {target} does not exist" for target in LINK.findall(text)
            if "://" not in target and not (base / target).exists()]


if __name__ == "__main__":
    root = tree.root()
    names = ["README.md", "README.zh_CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md"]
    missing = [f"{name} is missing" for name in names + ["LICENSE"] if not (root / name).is_file()]
    if missing:
        tree.report(missing)
    found = compare(*((root / name).read_text(encoding="utf-8") for name in names[:2]))
    for document in names:
        found += check_links(root, document)
    tree.report(found)
