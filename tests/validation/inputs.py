# SPDX-License-Identifier: GPL-2.0-or-later
"""An input of the validation suite: its expectations, one run of mdrv, what does not hold."""
import json
import os
import re
import shlex
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
OWN_HEADERS = os.path.normpath(os.path.join(HERE, '../lib/include'))

# Expectations about something that has a name, and about the whole.
NAMED = {'expect', 'reject', 'domain', 'reason', 'context', 'plan'}
GENERAL = {'ambiguity', 'assumption', 'error', 'warning', 'note'}
SETTINGS = {'check-name', 'check-flags', 'check-status', 'check-known-to-fail',
            'check-settle'}
LINE = re.compile(r'^([a-z-]+): *(.*)$')
SUBJECT = re.compile(r'^(\S+): *(.*)$')
LAST_COMMENT = re.compile(r'.*^/\*\n(.*?)^ \*/$', re.M | re.S)
MESSAGE = re.compile(r'^(.*?): (error|warning|note): (.*)$')


class Flags:
    """What a module is compiled with: over the kernel's headers, or over our own."""
    def __init__(self, kdir):
        self.kdir = os.path.realpath(kdir)
        with tempfile.TemporaryDirectory() as work:
            with open(f'{work}/Kbuild', 'w', encoding='utf-8') as file:
                file.write('obj-m := validated.o\n')
            with open(f'{work}/validated.c', 'w', encoding='utf-8'):
                pass
            text = subprocess.run(['make', '-nk', '-C', self.kdir, f'M={work}', 'modules'],
                                  capture_output=True, text=True, check=False).stdout
        command = re.search(r'; *(\S+ -Wp,-M\S* .*?) -c -o ', text)
        if not command:
            raise SystemExit(f'error: Kbuild in {kdir} says no flags')
        self.kernel = [self._real(word) for word in shlex.split(command[1])
                       if not word.startswith('-Wp,-M')]

    def _real(self, word):
        if word.startswith('-I') and word[2:3] not in ('', '/'):
            return '-I' + os.path.join(self.kdir, word[2:])
        return os.path.join(self.kdir, word) if word.startswith('./') else word

    def of(self, path, text):
        """The compilation database of one file."""
        name = os.path.basename(path)[:-2]
        flags = [word.replace('validated', name.replace('-', '_')) for word in self.kernel]
        if re.search(r'^#include <kernel\.h>', text, re.M):
            flags = ['cc', '-nostdinc', f'-I{OWN_HEADERS}', '-std=gnu11', '-D__KERNEL__',
                     f'-D__KBUILD_MODNAME=kmod_{name.replace("-", "_")}']
        return [{'file': path, 'directory': self.kdir, 'arguments': flags}]


class Result:
    """What one run of mdrv said."""
    def __init__(self, status, stderr, plan, dump):
        self.status, self.stderr, self.plan = status, stderr, plan
        self.lines, self.facts, self.consulted = {}, {}, set()
        names = []
        for line in dump.splitlines():
            word = line.split(' ')
            if word[0] == 'fact':
                # The name is last: that of a record's member has a space in it.
                self.facts[word[3]] = (word[1], ' '.join(word[4:]))
                if word[2] == 'consulted':
                    self.consulted.add(word[3])
            elif word[0] in ('function', 'global', 'record'):
                names = [word[1] + '_' + word[2] if word[0] == 'record' else word[1]]
                if word[0] != 'record':
                    names.append(f'{names[0]}@{os.path.basename(word[2].split(":")[0])}')
            elif not line.startswith('  '):
                names = []
            for name in names:
                self.lines.setdefault(name, []).append(line)
        self.messages = [match.groups() for match in map(MESSAGE.match, stderr.splitlines())
                         if match]

    def function(self, name):
        name, _, file = name.partition('@')
        for function in self.plan.get('functions', []):
            if function['name'] == name and (
                    not file or os.path.basename(function['at']['file']) == file):
                return function
        return None

    def texts(self, kind):
        """What an expectation about the whole is compared with."""
        if kind in ('error', 'warning', 'note'):
            return [f'{where}: {text}' for where, severity, text in self.messages
                    if severity == kind]
        key = 'ambiguities' if kind == 'ambiguity' else 'assumptions'
        return [reason_text(reason) for reason in self.plan.get(key, [])]

    def value(self, path):
        """plan: a.b.c: an element of an array is found by its name or number."""
        value = self.plan
        for key in path.split('.'):
            if isinstance(value, list):
                value = next((entry for i, entry in enumerate(value) if str(i) == key or
                              isinstance(entry, dict) and entry.get('name') == key), None)
            else:
                value = value.get(key) if isinstance(value, dict) else None
        return value if isinstance(value, str) else json.dumps(value)


def reason_text(reason):
    at = reason['at']
    text = f'{reason["kind"]}: {reason["text"]} (at {os.path.basename(at["file"] or "?")}:' \
           f'{at["line"]}:{at["column"]})'
    if 'via' in reason:
        text += f' via {reason["via"]}'
    if 'hint' in reason:
        text += f' hint {reason["hint"]}'
    return text


class Input:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.is_dir = os.path.isdir(path)
        self.file = os.path.join(self.path, 'main.c') if self.is_dir else self.path
        self.label = os.path.relpath(self.file, HERE)
        with open(self.file, encoding='utf-8') as file:
            self.text = file.read()
        self.settings, self.expectations, self.faults = {}, [], []
        comment = LAST_COMMENT.match(self.text)
        for line in comment[1].splitlines() if comment else []:
            self._read(line[3:])
        if not self.settings.get('check-name'):
            self.faults.append('has no check-name')
        if not self.expectations:
            self.faults.append('says nothing to check')

    def _read(self, line):
        match = LINE.match(line)
        kind, rest = match.groups() if match else (None, None)
        plain = kind[3:] if kind and kind.startswith('no-') else kind
        if kind in SETTINGS:
            self.settings[kind] = rest
            return
        subject = SUBJECT.match(rest) if plain in NAMED else None
        try:
            if subject:
                re.compile(subject[2])
                self.expectations.append((kind, subject[1], subject[2]))
            elif plain in GENERAL:
                re.compile(rest)
                self.expectations.append((kind, None, rest))
            else:
                self.faults.append(f'not an expectation: "{line}"')
        except re.error as error:
            self.faults.append(f'bad expression in "{line}": {error}')

    def run(self, mdrv, flags, annotations=None):
        """Dump and plan by one run: a module of one file without asking Kbuild again."""
        with tempfile.TemporaryDirectory(prefix='mdrv-validate-') as work:
            command = [os.path.abspath(mdrv), 'analyze', self.path, '--kdir', flags.kdir, '--format', 'json',
                       f'--dump-model-to={work}/dump']
            if not self.is_dir:
                with open(f'{work}/db.json', 'w', encoding='utf-8') as file:
                    json.dump(flags.of(self.path, self.text), file)
                command[2] = HERE
                command += ['--database', f'{work}/db.json']
            if annotations:
                command += ['--annotations', annotations]
            command += shlex.split(self.settings.get('check-flags', ''))
            done = subprocess.run(command, capture_output=True, text=True, timeout=120,
                                  cwd=HERE, check=False)
            dump = ''
            if os.path.exists(f'{work}/dump'):
                with open(f'{work}/dump', encoding='utf-8') as file:
                    dump = file.read()
            plan = json.loads(done.stdout) if done.returncode == 0 and done.stdout else {}
        return Result(done.returncode, done.stderr, plan, dump)

    def problems(self, result):
        """What does not hold, a line each."""
        bad = []
        if result.status != int(self.settings.get('check-status', '0')):
            bad.append(f'exit status {result.status}')
        expected = {'error': [], 'warning': []}
        for kind, subject, pattern in self.expectations:
            if kind in expected:
                expected[kind].append(pattern)
            bad += check(result, kind, subject, pattern)
        for kind, patterns in expected.items():
            bad += [f'{kind} that no expectation allows: {text}' for text in result.texts(kind)
                    if not any(re.search(pattern, text) for pattern in patterns)]
        if bad:
            bad += result.stderr.splitlines()[:20] if result.status else []
        return self.faults + bad


def check(result, kind, subject, pattern):
    """One expectation; [] if it holds."""
    negated = kind == 'reject' or kind.startswith('no-')
    plain = {'reject': 'expect'}.get(kind, kind[3:] if negated else kind)
    if plain in ('domain', 'context', 'reason'):
        function = result.function(subject)
        if not function:
            return [f'no function {subject}']
        if plain == 'domain':
            texts, pattern = [function['domain']], f'^{pattern}$'
        elif plain == 'context':
            texts = [' '.join(sorted(function['contexts']))]
            pattern = '^' + ' '.join(sorted(pattern.split())) + '$'
        else:
            texts = [reason_text(reason) for reason in function['reasons']]
    elif plain == 'expect':
        if subject not in result.lines:
            return [f'no {subject}']
        texts = result.lines[subject]
    elif plain == 'plan':
        texts = [result.value(subject)]
    else:
        texts = result.texts(plain)
    hits = [text for text in texts if re.search(pattern, text)]
    what = f'{plain} of {subject}' if subject else plain
    if negated:
        return [f'not expected: {what}: {hit}' for hit in hits]
    if hits:
        return []
    shown = '' if plain == 'expect' else ''.join(f'; is: {text}' for text in texts[:6] or ['none'])
    return [f'expected: {what}: {pattern}{shown}']


def all_inputs(names=()):
    """Those named, or every .c file and every directory with a main.c."""
    if not names:
        names = sorted(name for name in os.listdir(HERE) if name.endswith('.c') or
                       os.path.exists(os.path.join(HERE, name, 'main.c')))
        names = [os.path.join(HERE, name) for name in names]
    return [Input(name) for name in names]
