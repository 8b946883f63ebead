#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Does the suite notice when a rule is taken away?

mutate.py --mdrv PROGRAM --kdir KDIR --annotations DIR --build DIR
	--sample N [--seed S]	a sample, drawn from each category of rule
	--all			every rule, and which of them nothing tests
	--only REGEX		of those, the ones whose name matches

Categories: slot (an operation in a table), callback (a function that takes one),
region (a function that begins or ends an atomic region): each an entry of the
knowledge base, deleted in a copy of it; transfer: a step of the lock analysis, left
out of a copy of its source.  Inputs that consult the rule are run until one fails.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pickle
import random
import re
import shutil
import sys
import tempfile

import inputs
import mutants

CATEGORIES = ('slot', 'callback', 'region')


def fingerprint(arguments, entries):
    """Of all that the baseline depends on."""
    digest = hashlib.sha256()
    for path in [arguments.mdrv] + sorted(
            os.path.join(where, name) for where, _, names in os.walk(arguments.annotations)
            for name in names) + [__file__, inputs.__file__]:
        with open(path, 'rb') as file:
            digest.update(file.read())
    for entry in entries:
        digest.update(entry.label.encode() + entry.text.encode())
    return digest.hexdigest()


def measure(arguments, entries, flags):
    """What every input consults; those that fail as things are tell nothing."""
    consulted, facts, failing = {}, {}, set()

    def one(entry):
        result = entry.run(arguments.mdrv, flags, arguments.annotations)
        return entry, result, entry.problems(result)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for entry, result, problems in pool.map(one, entries):
            if problems:
                failing.add(entry.label)
                continue
            facts.update(result.facts)
            consulted[entry.label] = result.consulted
    return {'facts': facts, 'consulted': consulted, 'failing': failing}


def baseline(arguments, entries, flags):
    """measure(), remembered in the build directory until something changes."""
    cache = os.path.join(arguments.build, 'validation-baseline.pickle')
    mark = fingerprint(arguments, entries)
    try:
        with open(cache, 'rb') as file:
            known, result = pickle.load(file)
        if known == mark:
            return result
    except (OSError, ValueError, EOFError, pickle.UnpicklingError):
        pass
    result = measure(arguments, entries, flags)
    with open(cache, 'wb') as file:
        pickle.dump((mark, result), file)
    return result


def without(lines, number):
    """The lines of a YAML file without the entry that begins at line number."""
    def indent(text):
        return len(text) - len(text.lstrip(' '))

    def counts(text):
        return text.strip() and not text.lstrip().startswith('#')

    start, depth = number - 1, indent(lines[number - 1])
    end = start + 1
    while end < len(lines) and (not counts(lines[end]) or indent(lines[end]) > depth):
        end += 1
    rest = lines[:start] + lines[end:]
    # A record whose last entry is gone goes as well, and so does a section.
    before = next((i for i in range(start - 1, -1, -1) if counts(rest[i])), None)
    after = next((rest[i] for i in range(start, len(rest)) if counts(rest[i])), '---')
    if depth and before is not None and indent(rest[before]) < depth and indent(after) < depth:
        return without(rest, before + 1)
    return rest


class Knowledge:
    """A rule of the knowledge base; its mutant is the base without it."""
    def __init__(self, category, name, at, users):
        self.category, self.name, self.at, self.users = category, name, at, users
        path, line, _ = at.rsplit(':', 2)
        self.path, self.line = path, int(line)
        self.where = f'{os.path.basename(path)}:{line}'

    def survives(self, arguments, flags, work):
        copy = os.path.join(work, 'annotations')
        shutil.copytree(arguments.annotations, copy)
        path = os.path.join(copy, os.path.relpath(self.path, arguments.annotations))
        with open(path, encoding='utf-8') as file:
            lines = file.read().splitlines(keepends=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.writelines(without(lines, self.line))
        return first_failure(self.users, arguments.mdrv, flags, copy)


class Transfer:
    """A step of the lock analysis; its mutant is an mdrv without it."""
    category = 'transfer'

    def __init__(self, mutant, users):
        self.mutant, self.users = mutant, users
        self.name, self.where = mutant.name, mutant.where

    def survives(self, arguments, flags, work):
        mdrv = self.mutant.build(arguments.build, work)
        return first_failure(self.users, mdrv, flags, arguments.annotations)


def first_failure(users, mdrv, flags, annotations):
    """The input that notices and what it says, or None."""
    for entry in users:
        result = entry.run(mdrv, flags, annotations)
        problems = entry.problems(result)
        # A knowledge base that cannot be read any more is the mutation's own fault.
        if any('annotations/' in text for text in result.texts('error')):
            raise SystemExit(f'error: the mutated annotations are broken: {result.stderr}')
        if problems:
            return entry, problems[0]
    return None


def rules(entries, base):
    """Every rule, with the inputs that consult it, the most particular ones first."""
    width = {label: len(facts) for label, facts in base['consulted'].items()}
    users = {}
    for entry in entries:
        for at in base['consulted'].get(entry.label, ()):
            users.setdefault(at, []).append(entry)
    found = []
    for at, (category, name) in sorted(base['facts'].items()):
        if category in CATEGORIES:
            found.append(Knowledge(category, name, at, sorted(
                users.get(at, []), key=lambda entry: width[entry.label])))
    locking = [entry for entry in entries if entry.label not in base['failing'] and
               re.match(r'lock-|region-', entry.label)]
    return found + [Transfer(mutant, locking) for mutant in mutants.all_mutants()]


def draw(found, count, seed):
    """Some of each category, and the rest from all."""
    generator = random.Random(seed)
    pool, chosen = list(found), []
    for category in CATEGORIES + ('transfer', 'transfer'):
        some = [rule for rule in pool if rule.category == category]
        if some and len(chosen) < count:
            chosen.append(generator.choice(some))
            pool.remove(chosen[-1])
    return chosen + generator.sample(pool, min(len(pool), count - len(chosen)))


def judge(rule, arguments, flags):
    with tempfile.TemporaryDirectory(prefix='mdrv-mutate-') as work:
        return rule, rule.survives(arguments, flags, work) if rule.users else None


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ('--mdrv', '--kdir', '--annotations', '--build'):
        parser.add_argument(option, required=True)
    parser.add_argument('--sample', type=int)
    parser.add_argument('--seed', type=int, default=random.SystemRandom().randrange(100000))
    parser.add_argument('--all', action='store_true')
    parser.add_argument('--only', default='')
    arguments = parser.parse_args()
    arguments.annotations = os.path.realpath(arguments.annotations)
    entries = inputs.all_inputs()
    flags = inputs.Flags(arguments.kdir)
    base = baseline(arguments, entries, flags)
    for label in sorted(base['failing']):
        print(f'left out, it fails as things are: {label}')
    found = [rule for rule in rules(entries, base)
             if re.search(arguments.only, f'{rule.category} {rule.name}')]
    names = {rule.name for rule in found}
    # Without an operation of its own, "*" of the same record answers, often alike.
    covered = [rule for rule in found if rule.users and
               (rule.category != 'slot' or rule.name.endswith('.*') or
                rule.name.split('.')[0] + '.*' not in names)]
    chosen = found if arguments.all else draw(covered, arguments.sample or 10, arguments.seed)
    if not arguments.all:
        print(f'seed {arguments.seed}: {len(chosen)} of {len(covered)} rules; '
              f'{len(found) - len(covered)} that no input consults, or that "*" of the same '
              'record stands in for, are not drawn')
    score = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for rule, failure in pool.map(lambda r: judge(r, arguments, flags), chosen):
            noticed, total = score.get(rule.category, (0, 0))
            score[rule.category] = (noticed + bool(failure), total + 1)
            if failure:
                if not arguments.all:
                    print(f'ok: without {rule.category} {rule.name} ({rule.where}), '
                          f'{failure[0].label} fails: {failure[1]}', flush=True)
            else:
                why = f'all {len(rule.users)} that consult it pass' if rule.users else \
                      'no input consults it'
                print(f'not ok: without {rule.category} {rule.name} ({rule.where}): {why}',
                      flush=True)
    for category, (noticed, total) in sorted(score.items()):
        print(f'{category}: {noticed} of {total} noticed')
    return 0 if score and all(a == b for a, b in score.values()) else 1


if __name__ == '__main__':
    sys.exit(main())
