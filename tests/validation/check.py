#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""check.py --mdrv PROGRAM --kdir KDIR [-j N] [FILE...]: run inputs and compare."""
import argparse
import concurrent.futures
import os
import subprocess
import sys

import inputs


def verdict(entry, arguments, flags):
    """passed, known or failed; and lines to print."""
    try:
        result = entry.run(arguments.mdrv, flags)
        problems = entry.problems(result)
    except (subprocess.TimeoutExpired, ValueError) as error:
        problems = [str(error)]
    name = f'{entry.label}: {entry.settings.get("check-name", "")}'
    known = entry.settings.get('check-known-to-fail')
    if known and not problems:
        return 'failed', [f'not ok: {name}', f'    known to fail ({known}), but passes']
    if known and not entry.faults:
        return 'known', [f'known to fail: {name} ({known})']
    if problems:
        return 'failed', [f'not ok: {name}'] + [f'    {problem}' for problem in problems]
    return 'passed', [f'ok: {name}']


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--mdrv', required=True)
    parser.add_argument('--kdir', required=True)
    parser.add_argument('-j', type=int, default=os.cpu_count(), help='inputs at once')
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_args()
    entries = inputs.all_inputs(arguments.files)
    flags = inputs.Flags(arguments.kdir)
    counts = {'passed': 0, 'known': 0, 'failed': 0}
    with concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
        for outcome, lines in pool.map(lambda e: verdict(e, arguments, flags), entries):
            counts[outcome] += 1
            print('\n'.join(lines), flush=True)
    print(f'{len(entries)} inputs: {counts["passed"]} passed, {counts["known"]} known to fail, '
          f'{counts["failed"]} failed')
    return 1 if counts['failed'] or not entries else 0


if __name__ == '__main__':
    sys.exit(main())
