#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""bodies.py DRIVER HALF: that HALF is DRIVER with function bodies replaced.

Outside of function bodies only added lines may differ, and they must be
#include lines or marker comments.  Works on text alone, so that it does not
share a parser with the tool it checks: a body is what stands between a "{" and a
"}" that are alone in the first column.
"""
import difflib
import re
import sys

ADDED = re.compile(r'^\s*(#\s*include\s+[<"].*[>"]|/\*.*\*/)?\s*$')


def outline(path):
    """The lines outside of bodies, and the list of bodies."""
    outside, bodies, body = [], [], None
    with open(path, encoding='utf-8') as file:
        for line in file:
            if body is not None:
                if line.startswith('}'):
                    bodies.append(''.join(body))
                    outside.append('{ body }\n')
                    outside.append(line)
                    body = None
                else:
                    body.append(line)
            elif line.rstrip() == '{':
                body = []
            else:
                outside.append(line)
    return outside, bodies


def main():
    driver, half = sys.argv[1:]
    before, bodies = outline(driver)
    after, replaced = outline(half)
    bad = []
    added = 0
    for line in difflib.ndiff(before, after):
        if line.startswith('- ') or (line.startswith('+ ') and not ADDED.match(line[2:])):
            bad.append(line)
        added += line.startswith('+ ')
    if len(bodies) != len(replaced):
        bad.append(f'{len(bodies)} functions became {len(replaced)}\n')
    if bad:
        sys.exit(f'not ok: {half} differs outside of function bodies:\n' + ''.join(bad[:40]))
    changed = sum(a != b for a, b in zip(bodies, replaced))
    if not changed:
        sys.exit(f'not ok: {half}: no body was replaced')
    print(f'ok: {half}: {changed} of {len(bodies)} bodies replaced, {added} lines added outside')


main()
