# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps of the lock analysis that can be left out, and an mdrv without one of them.

A mutant is one piece of text in one source file, replaced; the file is compiled with
the flags of the build, and linked before the library that has the original.
"""
import os
import re
import subprocess

SPLITTER = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                         '../../splitter'))

# File, what is left out, and how: old text (once in the file), new text.
TABLE = [
    ('analysis/regions_state.c', 'regions that begin', 'depths_change(depths, i, 1, 1, op);', ';'),
    ('analysis/regions_state.c', 'regions that end', 'depths_change(depths, i, -1, -1, op);', ';'),
    ('analysis/regions_state.c', 'what a constant says of a flag', 'return value->yes;',
     'return SIGN_ANY;'),
    ('analysis/regions_state.c', 'what a flag says', 'return state->cells[value->index];',
     'return SIGN_ANY;'),
    ('analysis/regions_state.c', 'what a comparison says of a flag',
     'state->cells[test->index] &= test->yes;', ';'),
    ('analysis/regions_state.c', 'that ways with the same locks agree on a flag',
     'into->cells[i] |= from->cells[i];', ';'),
    ('analysis/regions.c', 'that a try-lock may fail', 'add_outcome(out, from, op, &none, SIGN_ZERO);',
     ';'),
    ('analysis/regions.c', 'what the result of a try-lock says',
     'op->fact->try_lock ? SIGN_NONZERO : SIGN_ANY;', 'SIGN_ANY;'),
    ('analysis/regions.c', 'what a called function leaves held',
     'add_outcomes(analysis, out, from, op, op->body);',
     'add_outcome(out, from, op, &none, SIGN_ANY);'),
    ('analysis/regions.c', 'what a function called through a table leaves held',
     'add_outcomes(analysis, out, from, op, target_body(op, i));',
     'add_outcome(out, from, op, &none, SIGN_ANY);'),
    ('analysis/regions.c', 'what the result of a function says of what it leaves held',
     'state.cells[op->cell] = sign;', 'state.cells[op->cell] = SIGN_ANY;'),
    ('analysis/regions.c', 'flags that are set', 'state_set(STATE(states, i), op->cell, &op->value, params);',
     'STATE(states, i)->cells[op->cell] = SIGN_ANY;'),
    ('analysis/regions.c', 'ways that a flag excludes', '!state_take(&state, &edge->test, params) ||', ''),
    ('analysis/regions.c', 'another round of a loop', 'back |= edge->to <= number;', ';'),
    ('analysis/regions.c', 'that a call may be under a lock', 'call->held |= 1u << bit;', ';'),
    ('analysis/regions.c', 'who took the lock that a call is under',
     'describe_op(text, analysis->model, depths->by[bit]);', ';'),
    ('front/bitcode_cfg.c', 'comparisons', 'return comparison(builder, value, steps - 1);',
     'return value_unknown;'),
    ('front/bitcode_cfg.c', 'conversions of truth values',
     'return widened(builder, value, steps - 1);', 'return value_unknown;'),
]


class Mutant:
    def __init__(self, file, name, old, new):
        self.file, self.name, self.old, self.new = file, name, old, new
        self.path = os.path.join(SPLITTER, file)
        with open(self.path, encoding='utf-8') as source:
            self.text = source.read()
        if self.text.count(old) != 1:
            raise SystemExit(f'error: {file} has {self.text.count(old)} times "{old}"; '
                             'bring mutants.py up to date')
        self.where = f'{file}:{self.text[:self.text.index(old)].count(chr(10)) + 1}'

    def build(self, build, work):
        """The path of an mdrv without this step."""
        room = os.path.dirname(self.file)
        with open(f'{build}/splitter/{room}/CMakeFiles/splitter_{room}.dir/flags.make',
                  encoding='utf-8') as file:
            flags = ' '.join(re.findall(r'^C_\w+ = (.*)$', file.read(), re.M))
        with open(f'{build}/splitter/CMakeFiles/mdrv.dir/link.txt', encoding='utf-8') as file:
            link = file.read().strip()
        with open(f'{work}/mutant.c', 'w', encoding='utf-8') as file:
            file.write(self.text.replace(self.old, self.new))
        link = re.sub(r'-o \S+', f'-o {work}/mdrv {work}/mutant.o', link, count=1)
        for command in (f'cc {flags} -w -O1 -I{SPLITTER}/{room} -c {work}/mutant.c -o {work}/mutant.o',
                        link):
            subprocess.run(command, shell=True, check=True, cwd=f'{build}/splitter')
        return f'{work}/mdrv'


def all_mutants():
    return [Mutant(*entry) for entry in TABLE]
