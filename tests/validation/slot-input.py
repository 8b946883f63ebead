#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""slot-input.py --mdrv PROGRAM --kdir KDIR 'struct x' HEADER... >context-x.c

Print an input with a function in every slot of a record that the knowledge base
knows, with the prototype that the kernel's headers give it, and the contexts that
mdrv takes from the knowledge base now.  Whoever adds the file has compared them with
the kernel; from then on it holds the knowledge base to them.
"""
import argparse
import os
import re
import sys
import tempfile
import textwrap

import inputs

POINTER = re.compile(r'^(.*?)\(\*\)\((.*)\)$')
# Names of types of functions and of pointers to them.
NAMES = {
    'irq_handler_t': 'irqreturn_t (*)(int, void *)',
    'work_func_t': 'void (*)(struct work_struct *)',
    'notifier_fn_t': 'int (*)(struct notifier_block *, unsigned long, void *)',
    'rq_end_io_fn *': 'enum rq_end_io_ret (*)(struct request *, blk_status_t)',
    'ata_prereset_fn_t': 'int (*)(struct ata_link *, unsigned long)',
    'ata_reset_fn_t': 'int (*)(struct ata_link *, unsigned int *, unsigned long)',
    'ata_postreset_fn_t': 'void (*)(struct ata_link *, unsigned int *)',
    'usb_complete_t': 'void (*)(struct urb *)',
    'dma_async_tx_callback': 'void (*)(void *)',
    'dma_async_tx_callback_result': 'void (*)(void *, const struct dmaengine_result *)',
}


def split_parameters(text):
    """Types of parameters; those of callbacks have commas in brackets."""
    depth, parts = 0, ['']
    for char in text:
        depth += (char in '([') - (char in ')]')
        if char == ',' and not depth:
            parts.append('')
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


def declare(kind, name):
    """A parameter of that type."""
    pointer = re.search(r'\(\*+\)', kind)
    if pointer:
        return kind[:pointer.end() - 1] + name + kind[pointer.end() - 1:]
    array = re.search(r'\[', kind)
    if array:
        return f'{kind[:array.start()].rstrip()} {name}{kind[array.start():]}'
    return kind + ('' if kind.endswith('*') else ' ') + name


def definition(name, result, parameters):
    result = result.strip()
    declared = [declare(kind, f'p{i}') if kind not in ('void', '...') else kind
                for i, kind in enumerate(parameters)]
    head = f'static {declare(result, "on_" + name)}({", ".join(declared)})'
    lines = textwrap.wrap(head, 96, subsequent_indent=' ' * 8, break_long_words=False)
    head = '\n'.join(lines).replace(' ' * 8, '\t')
    record = re.match(r'(struct|union) \w+$', result)
    value = f'({result}){{ 0 }}' if record else '0'
    body = '' if result == 'void' else f'\treturn {value};\n'
    return f'{head}\n{{\n{body}}}\n'


def fields(dump, record):
    """Name and type of each function pointer."""
    for line in dump.lines.get(record.replace(' ', '_'), []):
        match = re.match(r'^  field (\w+): (.*) @\d+$', line)
        kind = match and NAMES.get(match[2], match[2])
        if kind and POINTER.match(kind):
            yield match[1], kind


def run(text, arguments, flags):
    with tempfile.NamedTemporaryFile('w', suffix='.c', dir=inputs.HERE, prefix='slot-',
                                     encoding='utf-8') as file:
        file.write(text + '/*\n * check-name: draft\n * note: .\n */\n')
        file.flush()
        result = inputs.Input(file.name).run(arguments.mdrv, flags)
    if result.status:
        sys.exit(f'{result.stderr}{text}')
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--mdrv', required=True)
    parser.add_argument('--kdir', required=True)
    parser.add_argument('--define', default='', help='text before the includes')
    parser.add_argument('record')
    parser.add_argument('header', nargs='+')
    arguments = parser.parse_args()
    flags = inputs.Flags(arguments.kdir)
    head = '// SPDX-License-Identifier: GPL-2.0-only\n#include <linux/module.h>\n'
    head += ''.join(f'#include <{header}>\n' for header in arguments.header) + '\n'
    first = run(f'{head}int size({arguments.record} *p)\n{{\n\treturn sizeof(*p);\n}}\n'
                f'{arguments.record} *pointer;\nint use(void) {{ return *(char *)pointer; }}\n',
                arguments, flags)
    known = {name.split('.', 1)[1] for category, name in first.facts.values()
             if category == 'slot' and name.startswith(arguments.record + '.')}
    slots = [(name, kind) for name, kind in fields(first, arguments.record)
             if '*' in known or name in known]
    missing = sorted(known - {'*'} - {name for name, _ in slots})
    if missing:
        print(f'{arguments.record}: no slot {", ".join(missing)}', file=sys.stderr)
    if not slots:
        sys.exit(f'{arguments.record}: no slots')
    body = ''
    for name, kind in slots:
        result, parameters = POINTER.match(kind).groups()
        body += definition(name, result, split_parameters(parameters)) + '\n'
    body += f'{arguments.record} table = {{\n'
    body += ''.join(f'\t.{name} = on_{name},\n' for name, _ in slots) + '};\n'
    result = run(head + body, arguments, flags)
    print(f'{head}{body}\nMODULE_LICENSE("GPL");\n/*')
    print(f' * check-name: contexts of the operations of {arguments.record}')
    for name, _ in slots:
        contexts = ' '.join(result.function(f'on_{name}')['contexts'])
        print(f' * context: on_{name}: {contexts}')
    print(' */')


if __name__ == '__main__':
    main()
