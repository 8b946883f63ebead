#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""check-moved.py --mdrv PROGRAM --kdir KDIR --tree SOURCE [--seed N] [--count N] [FILE...]

Every function that a plan moves to the user half, looked at by a second checker that
shares nothing with the first (textual.py).  Of modules chosen at random, or of those
whose source files are named.  Where the two disagree the case is explained in the
file "explanations", or it is a failure.
"""
import argparse
import concurrent.futures
import json
import os
import random
import subprocess
import sys

import modules
import textual

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ['drivers/net', 'drivers/watchdog', 'drivers/hwmon', 'drivers/input', 'drivers/usb',
         'drivers/block', 'drivers/char', 'drivers/rtc', 'drivers/leds', 'drivers/scsi',
         'drivers/tty', 'drivers/i2c', 'drivers/spi', 'drivers/mmc', 'sound/pci', 'sound/usb']


def explanations():
    """'MODULE FUNCTION' -> why the simple checker is wrong there."""
    found = {}
    with open(os.path.join(HERE, 'explanations'), encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                key, _, why = line.partition(': ')
                found[key] = why.strip()
    return found


def moved(source, arguments):
    """The report about the module of a source file, or what mdrv complains of."""
    command = [arguments.mdrv, 'analyze', source, '--kdir', arguments.kdir, '--format', 'json']
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        return None, 'no answer within 300 s'
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if ' error: ' in line]
        return None, errors[0] if errors else f'status {done.returncode}'
    return json.loads(done.stdout), None


def disagreements(source, arguments):
    """(report or None, lines to print, those that nothing explains)."""
    report, complaint = moved(source, arguments)
    if not report:
        return None, [f'not analysed: {source}: {complaint}'], 0
    known = explanations()
    paths = {function['at']['file'] for function in report['functions']}
    sources = {}
    for path in sorted(paths):
        with open(path, encoding='utf-8', errors='replace') as file:
            sources[os.path.relpath(path, arguments.tree)] = file.read()
    atomic = textual.atomic(sources)
    lines, open_cases = [], 0
    for function in report['functions']:
        why = atomic.get(function['name'])
        if function['domain'] != 'user' or not why:
            continue
        key = f'{report["module"]} {function["name"]}'
        reasons = '; '.join(reason['text'] for reason in function['reasons'])
        open_cases += key not in known
        lines += [f'{"explained" if key in known else "disagree"}: {key}',
                  f'    plan: {function["domain"]}: {reasons}', f'    text: {why}']
        if key in known:
            lines.append(f'    because: {known[key]}')
    return report, lines, open_cases


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--mdrv', required=True)
    parser.add_argument('--kdir', required=True)
    parser.add_argument('--tree', required=True)
    parser.add_argument('--seed', type=int, default=random.SystemRandom().randrange(100000))
    parser.add_argument('--count', type=int, default=20)
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_args()
    chosen = arguments.files
    if not chosen:
        every = modules.find(arguments.tree, PARTS, arguments.kdir)
        chosen = random.Random(arguments.seed).sample(every, arguments.count)
        print(f'seed {arguments.seed}: {len(chosen)} of {len(every)} modules')
    analysed = functions = movable = bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, (report, lines, count) in zip(chosen, pool.map(
                lambda source: disagreements(source, arguments), chosen)):
            user = sum(f['domain'] == 'user' for f in report['functions']) if report else 0
            total = len(report['functions']) if report else 0
            print(f'{os.path.relpath(source, arguments.tree)}: {user} of {total} functions move')
            print(''.join(f'{line}\n' for line in lines), end='', flush=True)
            analysed += bool(report)
            functions, movable, bad = functions + total, movable + user, bad + count
    print(f'{analysed} of {len(chosen)} modules analysed: {movable} of {functions} functions move, '
          f'{bad} unexplained disagreements')
    # Too few modules to say anything are no agreement.
    return 1 if bad or analysed * 10 < len(chosen) * 9 else 0


if __name__ == '__main__':
    sys.exit(main())
