# SPDX-License-Identifier: GPL-2.0-or-later
"""knowledge_sources.py KERNEL_SOURCE VERSION FILE...

For every fact in the annotation files that holds for kernel VERSION: the source
that it names exists in that kernel, and names the function, or the record and its
field. What is called mdrv_ is in a header of ours of that name. Prints what does not hold, then how many facts were looked up.
"""
import os
import re
import sys

import yaml

OURS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../annotations")
SECTIONS = {"functions", "slots", "fields"}


class Words:
    """The words of each source file, read once."""

    def __init__(self, top):
        self.top = top
        self.files = {}

    def of(self, source):
        if source not in self.files:
            path = os.path.join(self.top, source)
            words = None
            if os.path.isfile(path):
                with open(path, errors="replace") as file:
                    words = set(re.findall(r"\w+", file.read()))
            self.files[source] = words
        return self.files[source]


def version_of(text):
    major, minor = re.match(r"(\d+)\.(\d+)", text).groups()
    return int(major), int(minor)


def holds(kernel, version):
    for limit in (kernel or "").split():
        if limit.startswith(">=") and version < version_of(limit[2:]):
            return False
        if limit.startswith("<") and version >= version_of(limit[1:]):
            return False
    return True


def entries(document):
    """(line-independent name, words that must occur, keys) of each fact."""
    for name, keys in (document.get("functions") or {}).items():
        yield name, [name], keys
    for section in ("slots", "fields"):
        for record, members in (document.get(section) or {}).items():
            record, dot, field = record.partition(".")
            if dot:
                members = {field: members}
            for field, keys in members.items():
                words = [record.split()[1]] + ([field] if field != "*" else [])
                yield f"{record}.{field}", words, keys


def check(path, words, ours, version):
    count = 0
    problems = []
    with open(path) as file:
        documents = [d for d in yaml.load_all(file, yaml.BaseLoader) if d]
    for document in documents:
        for name, wanted, keys in entries(document):
            keys = keys or {}
            source = keys.get("source", document.get("source"))
            if not holds(keys.get("kernel", document.get("kernel")), version):
                continue
            count += 1
            found = (ours if name.startswith("mdrv_") else words).of(source)
            if found is None:
                problems.append(f"{path}: {name}: no file {source}")
                continue
            for word in wanted:
                if word not in found:
                    problems.append(f"{path}: {name}: {source} does not name {word}")
    return count, problems


def main():
    top, version, *paths = sys.argv[1:]
    words, ours = Words(top), Words(OURS)
    total = 0
    bad = []
    for path in paths:
        count, problems = check(path, words, ours, version_of(version))
        total += count
        bad += problems
    print("\n".join(bad))
    print(f"{total} facts, {len(words.files)} sources")
    return 1 if bad or not total else 0


sys.exit(main())
