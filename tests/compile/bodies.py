#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""bodies.py DRIVER HALF: that HALF is DRIVER with function bodies replaced.

Without the added #include and #line lines each half has the lines of the driver at
the same positions; outside of function bodies they are equal, and a body that
differs is one line followed by blank ones and by directives as they stood, or begins
with MDRV_SCOPE(), or has calls of sections where statements stood.  A section stands
before its function, between #line directives, and has the text of the lines that it
names.  Works on text alone, so that it does
not share a parser with the tool it checks: a body is what stands between a "{" and
a "}" that are alone in the first column.
"""
import re
import sys

ADDED = re.compile(r'^#include "mdrv-[^"]*"$')
DIRECTIVE = re.compile(r'^\s*#\s*(if|el|endif|define|undef|pragma|line|\d)|^.*\\$')
LINE = re.compile(r'^#line (\d+)$')


def check_section(path, section, before):
    """A section, from one #line to the next, is the driver's text, or replaced as a whole."""
    inner = next((i for i, text in enumerate(section) if i and LINE.match(text)), None)
    if not re.search(r'^static [^\n]*_section\d+\(', '\n'.join(section), re.M) or inner is None:
        sys.exit(f'not ok: {path}: lines added that are no section: {section}')
    number = int(LINE.match(section[inner])[1])
    text = section[inner + 1]
    if text and text != before[number - 1]:
        sys.exit(f'not ok: {path}: line {number} is {before[number - 1]!r}, the section has {text!r}')


def without_added(path, before):
    """The lines of the half that answer to the driver's, and how many were added."""
    lines, added, section = [], 0, None
    with open(path, encoding='utf-8') as file:
        for text in file.read().splitlines():
            line = LINE.match(text)
            back = line and int(line[1]) == len(lines) + 1
            if section and back and sum(bool(LINE.match(s)) for s in section) == 2:
                check_section(path, section, before)
                section = None
            elif section or (line and not back):
                if section and line and sum(bool(LINE.match(s)) for s in section) == 2:
                    check_section(path, section, before)
                    section = None
                section = (section or []) + [text]
            if section or line or ADDED.match(text):
                added += 1
            else:
                lines.append(text)
    return lines, added


def with_sections(old_body, new_body):
    """Nothing else is different but calls of sections in the place of statements."""
    different = [new for old, new in zip(old_body, new_body) if old != new]
    return any(re.search(r'\w_section\d+\(', new) for new in different) and not any(
        new and not re.search(r'\w_section\d+\(', new) for new in different)


def main():
    driver, half = sys.argv[1:]
    with open(driver, encoding='utf-8') as file:
        before = file.read().splitlines()
    after, added = without_added(half, before)
    if len(before) != len(after):
        sys.exit(f'not ok: {half}: {len(after)} lines of the driver instead of {len(before)}')
    start, bodies, replaced, bad = None, 0, 0, []
    for i, (old, new) in enumerate(zip(before, after)):
        if start is None and old == '{':
            start = i
        elif start is not None and old.startswith('}'):
            # what follows the brace (an attribute, say) belongs to the driver
            bodies += 1
            old_body, new_body = before[start:i + 1], after[start:i + 1]
            # a kept one may say first who owns what it takes
            new_body[0] = re.sub(r'^\{ MDRV_SCOPE\([^()]*\);$', '{', new_body[0])
            start = None
            if old_body == new_body:
                continue
            replaced += 1
            if with_sections(old_body, new_body):
                continue
            if not re.match(r'^\{.*\}', new_body[0]) or any(
                    n and not (n == o.strip() and DIRECTIVE.match(n)) for o, n in zip(old_body[1:], new_body[1:])):
                bad.append(f'{i + 1}: body neither kept nor replaced by one line: {new_body[0]}')
        elif start is None and old != new:
            bad.append(f'{i + 1}: {old!r} became {new!r}')
    if bad:
        sys.exit(f'not ok: {half}:\n' + '\n'.join(bad[:40]))
    if not replaced:
        sys.exit(f'not ok: {half}: no body was replaced')
    print(f'ok: {half}: {replaced} of {bodies} bodies replaced, {added} lines added')


main()
