#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""settle.py --mdrv PROGRAM --kdir KDIR [FILE...]: do the hints that mdrv asks for settle it?"""
import argparse
import os
import re
import sys
import tempfile

import inputs


def hints_of(result):
    return [reason['hint'] for reason in result.plan.get('ambiguities', []) if reason.get('hint')]


def run_with(entry, arguments, flags, hints):
    """One more run, each hint in a file of its own."""
    with tempfile.TemporaryDirectory(prefix='mdrv-settle-') as work:
        options = []
        for i, hint in enumerate(hints):
            path = os.path.join(work, f'{i}.yaml')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(hint + '\n')
            options += ['--hints', path]
        before = entry.settings.get('check-flags', '')
        entry.settings['check-flags'] = ' '.join([before] + options)
        try:
            return entry.run(arguments.mdrv, flags)
        finally:
            entry.settings['check-flags'] = before


def problems(entry, arguments, flags):
    function, *words = entry.settings['check-settle'].split()
    words = dict(word.split('=', 1) for word in words)
    first = entry.run(arguments.mdrv, flags)
    hints = sorted(set(hints_of(first)))
    if not hints:
        return ['no ambiguity has a hint']
    found = []
    filled = hints
    for word, value in words.items():
        if not any(re.search(rf'\b{word}\b', hint) for hint in hints):
            found.append(f'no hint has the word {word}: {hints}')
        filled = [re.sub(rf'\b{word}\b', value.replace('+', ' '), hint) for hint in filled]
    result = run_with(entry, arguments, flags, filled)
    if result.status:
        return found + [f'refused: {filled}: {result.stderr.strip()}']
    found += [f'not settled by {filled}: {inputs.reason_text(reason)}'
              for reason in result.plan['ambiguities']]
    domains = {f['name']: f['domain'] for f in result.plan['functions']}
    if domains.get(function) != 'user':
        found.append(f'{function}() is in the domain {domains.get(function)}: {filled}')
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--mdrv', required=True)
    parser.add_argument('--kdir', required=True)
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_args()
    entries = [entry for entry in inputs.all_inputs(arguments.files)
               if 'check-settle' in entry.settings]
    flags = inputs.Flags(arguments.kdir)
    failed = not entries
    for entry in entries:
        found = problems(entry, arguments, flags)
        print('\n    '.join([f'{"not ok" if found else "ok"}: {entry.label}'] + found), flush=True)
        failed |= bool(found)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
