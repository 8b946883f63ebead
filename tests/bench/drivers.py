#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""For tests/bench/drivers: one driver's row, and the table of all rows.

    drivers.py row NAME PLAN MEASURED OBJECTS COUNTS ROW    make the row, as JSON
    drivers.py table ROW...                                 print the table

PLAN is plan.json; MEASURED what tests/bench/drivers-guest.sh printed; OBJECTS the
directory with the .gcno files of the user half; COUNTS that with its .gcda files,
below it somewhere.
"""
import collections
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

DOMAINS = ('user', 'both', 'kernel')


def read_gcov(objects, counts):
    """File name -> line -> how often it ran, of all objects that counted."""
    found = {}
    for folder, _, names in os.walk(counts):
        found.update({name: os.path.join(folder, name) for name in names})
    ran = collections.defaultdict(dict)
    with tempfile.TemporaryDirectory() as work:
        for name in sorted(n for n in os.listdir(objects) if n.endswith('.gcno')):
            data = name[:-5] + '.gcda'
            shutil.copy(os.path.join(objects, name), work)
            if data in found:
                shutil.copy(found[data], work)
            done = subprocess.run(['gcov-12', '--json-format', '--stdout', name], cwd=work,
                                  capture_output=True, text=True, check=True)
            for text in done.stdout.splitlines():
                for file in json.loads(text)['files']:
                    lines = ran[os.path.basename(file['file'])]
                    for line in file['lines']:
                        number = line['line_number']
                        lines[number] = max(lines.get(number, 0), line['count'])
    return ran


def coverage(plan, ran):
    """Lines of moved functions, how many of them ran, functions that never did."""
    total = hit = 0
    never = []
    for function in plan['functions']:
        if function['domain'] != 'user':
            continue
        lines = ran.get(os.path.basename(function['at']['file']), {})
        first = function['at']['line']
        here = [lines[n] for n in range(first, first + function['lines']) if n in lines]
        total += len(here)
        hit += sum(1 for count in here if count)
        if not any(here):
            never.append(function['name'])
    return {'lines': total, 'run': hit, 'never': never}


def split_sizes(plan):
    return {domain: [sum(1 for f in plan['functions'] if f['domain'] == domain),
                     sum(f['lines'] for f in plan['functions'] if f['domain'] == domain)]
            for domain in DOMAINS}


def read_measured(path):
    got = collections.defaultdict(list)
    with open(path, encoding='utf-8') as file:
        for line in file:
            key, *values = line.split()
            got[key].append(values)
    return got


def median_of(rows, *which):
    """Median of the last columns of the rows that begin with these words."""
    rows = [[float(v) for v in r[len(which):]] for r in rows if tuple(r[:len(which)]) == which]
    return [statistics.median(column) for column in zip(*rows)] if rows else None


def rates(measured):
    """Direction -> split over native, of bit/s and of processor time per megabyte."""
    result = {}
    for way in ('send', 'receive'):
        native = median_of(measured['rate'], 'native', way)
        split = median_of(measured['rate'], 'split', way)
        if native and split:
            result[way] = [split[0] / native[0], split[1] / native[1] if native[1] else None]
    return result


def make_row(name, plan, measured, objects, counts):
    with open(plan, encoding='utf-8') as file:
        plan = json.load(file)
    measured = read_measured(measured)
    calls = [[int(n), int(size)] for _, n, size in measured['op'] if int(n) > 0]
    return {
        'name': name,
        'sizes': split_sizes(plan),
        'init': {mode: median_of(measured['init'], mode) for mode in ('native', 'split')},
        'load': median_of(measured['load']),
        'open': median_of(measured['open']),
        'calls': calls, 'calls_in_all': len(measured['op']),
        'rates': rates(measured),
        'coverage': coverage(plan, read_gcov(objects, counts)),
    }


def sizes_text(row, which):
    return ' / '.join(str(row['sizes'][domain][which]) for domain in DOMAINS)


def crossing_text(pair):
    return f'{pair[0]:.0f}, {pair[1] / 1024:.1f} KiB' if pair else '-'


def call_text(row):
    calls = row['calls']
    if not calls:
        return '-'
    count = [n for n, _ in calls]
    return (f'{statistics.median(count):.0f} ({max(count)}), '
            f'{statistics.median(size for _, size in calls) / 1024:.1f} KiB')


def init_text(row):
    native, split = row['init']['native'], row['init']['split']
    return f'{native[0]:.0f} / {split[0]:.0f}' if native and split else '-'


def rate_text(row, which):
    return ' / '.join(f'{row["rates"][way][which]:.2f}' for way in ('send', 'receive')
                      if way in row['rates'] and row['rates'][way][which]) or '-'


def coverage_text(row):
    cover = row['coverage']
    return f'{100 * cover["run"] / cover["lines"]:.0f} %' if cover['lines'] else '-'


COLUMNS = (
    ('driver', lambda row: row['name']),
    ('functions user / both / kernel', lambda row: sizes_text(row, 0)),
    ('lines user / both / kernel', lambda row: sizes_text(row, 1)),
    ('load', lambda row: crossing_text(row['load'])),
    ('open', lambda row: crossing_text(row['open'])),
    ('a command (most)', call_text),
    ('init ms native / split', init_text),
    ('throughput', lambda row: rate_text(row, 0)),
    ('CPU per MB', lambda row: rate_text(row, 1)),
    ('moved lines run', coverage_text),
)


def table(rows):
    print('| ' + ' | '.join(title for title, _ in COLUMNS) + ' |')
    print('|' + ' --- |' * len(COLUMNS))
    for row in rows:
        print('| ' + ' | '.join(text(row) for _, text in COLUMNS) + ' |')
    print()
    for row in rows:
        never = row['coverage']['never']
        if never:
            print(f'{row["name"]}: moved, and never run: {", ".join(never)}')


def main():
    if sys.argv[1:2] == ['row'] and len(sys.argv) == 8:
        row = make_row(*sys.argv[2:7])
        with open(sys.argv[7], 'w', encoding='utf-8') as file:
            json.dump(row, file, indent=1)
    elif sys.argv[1:2] == ['table']:
        rows = []
        for path in sys.argv[2:]:
            with open(path, encoding='utf-8') as file:
                rows.append(json.load(file))
        table(rows)
    else:
        sys.exit(__doc__)


main()
