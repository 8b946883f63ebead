# SPDX-License-Identifier: GPL-2.0-or-later
"""Modules of a kernel tree, by the text of its Makefiles: a source file of each."""
import os
import re

ENTRY = re.compile(r'^obj-\$\((CONFIG_\w+)\)\s*[:+]?=\s*(.*)$')


def modular(kdir):
    """Options that the configuration sets to m."""
    with open(os.path.join(kdir, 'include/config/auto.conf'), encoding='utf-8') as file:
        return set(re.findall(r'^(CONFIG_\w+)=m$', file.read(), re.M))


def source_of(directory, name, text):
    """The .c file of module name: its own, or the first of those it is made of."""
    path = os.path.join(directory, f'{name}.c')
    parts = re.search(rf'^{re.escape(name)}-(?:y|objs)\s*[:+]?=\s*(\S+)\.o', text, re.M)
    if parts:
        path = os.path.join(directory, f'{parts[1]}.c')
    return path if os.path.exists(path) else None


def find(tree, parts, kdir):
    """Paths of sources, one for each module below the parts of the tree."""
    wanted, found = modular(kdir), []
    for part in parts:
        for directory, _, names in os.walk(os.path.join(tree, part)):
            name = next((n for n in ('Kbuild', 'Makefile') if n in names), None)
            if not name:
                continue
            with open(os.path.join(directory, name), encoding='utf-8') as file:
                text = file.read().replace('\\\n', ' ')
            for line in text.splitlines():
                match = ENTRY.match(line)
                if not match or match[1] not in wanted:
                    continue
                for word in match[2].split():
                    source = word.endswith('.o') and source_of(directory, word[:-2], text)
                    if source:
                        found.append(source)
    return sorted(set(found))
