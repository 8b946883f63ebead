# SPDX-License-Identifier: GPL-2.0-or-later
"""Which functions of a module are called in atomic context, as far as plain text shows.

On purpose simple, and on purpose nothing of the splitter's: words and brackets, no
types, no preprocessor, no flow but that of blocks that end in a jump.  Knows a list of
operations and registrations that the kernel uses in atomic context, calls by name, and
what stands between a visible lock and its unlock in one function.
"""
import re

TOKEN = re.compile(r'[A-Za-z_]\w*|->|[^\sA-Za-z_]')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
KEYWORDS = {'if', 'for', 'while', 'switch', 'return', 'sizeof', 'do', 'else', 'defined',
            'typeof', '__attribute__', 'case', 'goto'}

# Operations that the kernel calls in an interrupt, in a softirq or under a spinlock.
ATOMIC_SLOTS = set('''
    ndo_start_xmit ndo_select_queue ndo_features_check ndo_set_rx_mode ndo_tx_timeout
    ndo_poll_controller ndo_xdp_xmit ndo_rx_flow_steer
    urb_enqueue urb_dequeue get_frame_number
    queuecommand eh_timed_out
    start_tx stop_tx stop_rx set_mctrl get_mctrl enable_ms
    irq_mask irq_unmask irq_ack irq_mask_ack irq_eoi
    brightness_set
    '''.split())
# Registrations: number of the argument that runs in atomic context.
ATOMIC_ARGUMENTS = {
    'request_irq': 1, 'request_threaded_irq': 1, 'devm_request_irq': 2,
    'devm_request_threaded_irq': 2, 'pci_request_irq': 2, 'timer_setup': 1,
    'timer_setup_on_stack': 1, 'tasklet_setup': 1, 'tasklet_init': 1, 'netif_napi_add': 2,
    'netif_napi_add_weight': 2, 'netif_napi_add_tx': 2, 'call_rcu': 1, 'DEFINE_TIMER': 1,
    'DECLARE_TASKLET': 1, 'DECLARE_TASKLET_OLD': 1, 'usb_fill_control_urb': 6,
    'usb_fill_bulk_urb': 5, 'usb_fill_int_urb': 5,
}
OPEN = re.compile(r'^(raw_)?(spin_lock|read_lock|write_lock)(_bh|_irq|_irqsave|_nested)?$|'
                  r'^(rcu_read_lock|local_irq_(save|disable)|local_bh_disable|preempt_disable)$')
CLOSE = re.compile(r'^(raw_)?(spin_unlock|read_unlock|write_unlock)(_bh|_irq|_irqrestore)?$|'
                   r'^(rcu_read_unlock|local_irq_(restore|enable)|local_bh_enable|'
                   r'preempt_enable)$')
JUMPS = {'return', 'goto', 'break', 'continue'}


class Function:
    def __init__(self, name, file, line, body):
        self.name, self.file, self.line, self.body = name, file, line, body


def blank(match):
    """Comments go, strings stay as empty ones; lines keep their numbers."""
    return ('""' if match[0][0] in '"\'' else ' ') + '\n' * match[0].count('\n')


def plain_lines(text):
    """Lines without directives; of #if and #else, the first that is not #if 0."""
    text = COMMENT.sub(blank, text.replace('\\\n', ' \x01'))
    stack, lines = [], []
    for line in text.split('\n'):
        extra = line.count('\x01')
        word = re.match(r'\s*#\s*(\w+)\s*(.*)', line)
        if word and word[1] in ('if', 'ifdef', 'ifndef'):
            taken = not re.match(r'0\s*$', word[2])
            stack.append([taken, taken])
        elif word and word[1] in ('else', 'elif') and stack:
            stack[-1] = [not stack[-1][1], True]
        elif word and word[1] == 'endif' and stack:
            stack.pop()
        keep = not word and all(taken for taken, _ in stack)
        lines += [line.replace('\x01', ' ') if keep else ''] + [''] * extra
    return lines


def tokens(text):
    """(word, line) of a source file."""
    return [(match[0], number) for number, line in enumerate(plain_lines(text), 1)
            for match in TOKEN.finditer(line)]


def closing(words, start):
    """Where the bracket that opens at start closes."""
    pairs, depth = {'(': ')', '{': '}', '[': ']'}, 0
    left, right = words[start][0], pairs[words[start][0]]
    for i in range(start, len(words)):
        depth += (words[i][0] == left) - (words[i][0] == right)
        if not depth:
            return i
    return len(words) - 1


def functions(words, file):
    """Definitions: a name, brackets, a brace, outside of any other brace."""
    i, found = 0, []
    while i < len(words):
        word, line = words[i]
        if word == '{':
            i = closing(words, i) + 1
        elif word == '(' and i and re.match(r'[A-Za-z_]', words[i - 1][0]):
            end = closing(words, i)
            if end + 1 < len(words) and words[end + 1][0] == '{':
                last = closing(words, end + 1)
                found.append(Function(words[i - 1][0], file, words[i - 1][1],
                                      words[end + 1:last + 1]))
                i = last + 1
            else:
                i = end + 1
        else:
            i += 1
    return found


def arguments(words, start):
    """Words of each argument of the call whose bracket opens at start."""
    end, depth, parts = closing(words, start), 0, [[]]
    for word, _ in words[start + 1:end]:
        depth += (word in '([{') - (word in ')]}')
        if word == ',' and not depth:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def roots(words, file, names):
    """name -> why: what the kernel itself calls in atomic context."""
    found = {}
    for i, (word, line) in enumerate(words):
        follows = [words[i + k][0] if i + k < len(words) else '' for k in (1, 2, 3)]
        before = words[i - 1][0] if i else ''
        if before in ('.', '->') and follows[0] == '=' and follows[1] in names and \
                follows[2] in (',', ';', '}') and \
                (word in ATOMIC_SLOTS or word == 'function' and follows[2] == ';'):
            found.setdefault(follows[1], f'{file}:{line}: is .{word}')
        elif word in ATOMIC_ARGUMENTS and follows[0] == '(':
            parts = arguments(words, i + 1)
            number = ATOMIC_ARGUMENTS[word]
            target = [w for w in parts[number] if w != '&'] if number < len(parts) else []
            if len(target) == 1 and target[0] in names:
                found.setdefault(target[0], f'{file}:{line}: argument {number} of {word}()')
    return found


def calls(function, names):
    """(callee, line, lock or None) of direct calls; what is visibly held at each."""
    held, blocks, jumped = [], [], False
    body = function.body
    for i, (word, line) in enumerate(body):
        if word == '{':
            blocks.append(list(held))
        elif word == '}':
            before = blocks.pop() if blocks else []
            # A block that leaves says nothing about what comes after it.
            held = before if jumped else held
            jumped = False
        elif word in JUMPS:
            jumped = True
        elif word == ';':
            continue
        elif i + 1 < len(body) and body[i + 1][0] == '(' and re.match(r'[A-Za-z_]', word):
            if word not in KEYWORDS and not (body[i - 1][0] in ('.', '->')):
                jumped = jumped and statement_jumps(body, i)
            if OPEN.match(word):
                held = held + [f'{word}() at {function.file}:{line}']
            elif CLOSE.match(word):
                held = held[:-1]
            elif word in names and word != function.name and body[i - 1][0] not in ('.', '->'):
                yield word, line, held[-1] if held else None
        elif re.match(r'[A-Za-z_]', word) and body[i - 1][0] in ';{}':
            jumped = False


def statement_jumps(body, i):
    """Is the call at i part of a statement that begins with a jump?"""
    while i and body[i][0] not in ';{}':
        i -= 1
    return body[i + 1][0] in JUMPS


def atomic(sources):
    """name -> why it is called in atomic context, from {file name: text}."""
    words = {file: tokens(text) for file, text in sources.items()}
    defined = [function for file in sources for function in functions(words[file], file)]
    names = {function.name for function in defined}
    why = {}
    for file in sources:
        for name, reason in roots(words[file], file, names).items():
            why.setdefault(name, reason)
    edges = {}
    for function in defined:
        for callee, line, lock in calls(function, names):
            place = f'{function.file}:{line}'
            if lock:
                why.setdefault(callee, f'{place}: called from {function.name}() under {lock}')
            edges.setdefault(function.name, []).append((callee, place))
    queue = list(why)
    while queue:
        caller = queue.pop(0)
        for callee, place in edges.get(caller, []):
            if callee not in why:
                why[callee] = f'{place}: called from {caller}(), <- {why[caller]}'
                queue.append(callee)
    return why
