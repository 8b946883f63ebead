// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The format of the knowledge base, as tables: the reader is driven by them
 * (knowledge_yaml.c, knowledge_load.c), and the JSON Schema is printed from them.
 */
#include "knowledge_yaml.h"

static const struct word context_words[] = {
	{ "process", CONTEXT_PROCESS },
	{ "atomic", CONTEXT_ATOMIC },
	{ "softirq", CONTEXT_SOFTIRQ },
	{ "hardirq", CONTEXT_HARDIRQ },
	{ NULL, 0 }
};

static const struct word learnt_words[] = {
	{ "process", CONTEXT_PROCESS },
	{ "atomic", CONTEXT_ATOMIC },
	{ "unknown", CONTEXT_UNKNOWN },
	{ "unproven", CONTEXT_UNPROVEN },
	{ NULL, 0 }
};

static const struct word callback_words[] = {
	{ "process", CONTEXT_PROCESS },
	{ "atomic", CONTEXT_ATOMIC },
	{ "softirq", CONTEXT_SOFTIRQ },
	{ "hardirq", CONTEXT_HARDIRQ },
	{ "caller", CONTEXT_CALLER },
	{ NULL, 0 }
};

static const struct word held_words[] = {
	{ "spinlock", HELD_SPINLOCK },
	{ "irq_off", HELD_IRQ_OFF },
	{ "bh_off", HELD_BH_OFF },
	{ "rcu", HELD_RCU },
	{ "preempt_off", HELD_PREEMPT_OFF },
	{ NULL, 0 }
};

static const struct word route_words[] = {
	{ "downcall", ROUTE_DOWNCALL },
	{ "local", ROUTE_LOCAL },
	{ "pinned", ROUTE_PINNED },
	{ NULL, 0 }
};

static const struct word arg_words[] = {
	{ "buffer", 0 }, { "out", 0 }, { "inout", 0 }, { "string", 0 }, { "user", 0 },
	{ "opaque", 0 }, { "callback", 0 }, { "object", 0 }, { "region", 0 }, { "drop", 0 },
	{ "value", 0 }, { "constant", 0 }, { "sets", 0 }, { NULL, 0 }
};

static const struct word field_words[] = {
	{ "buffer", 0 }, { "string", 0 }, { "opaque", 0 }, { "skip", 0 }, { "void", 0 },
	{ "member", 0 }, { "lent", 0 }, { NULL, 0 }
};

static const struct word mode_words[] = { { "undo", 0 }, { "release", 0 }, { NULL, 0 } };

static const struct word domain_words[] = {
	{ "kernel", 0 }, { "user", 0 }, { "both", 0 }, { NULL, 0 }
};

static const struct key head_keys[] = {
	{ "source", KEY_SOURCE, offsetof(struct head, origin.source), NULL,
	  "File of the kernel tree where the facts of this document can be read up." },
	{ "kernel", KEY_KERNEL, offsetof(struct head, origin.kernel), NULL,
	  "Kernels that the entries of this document hold for." },
	{ "covers", KEY_KERNEL, offsetof(struct head, covers), NULL,
	  "Kernels that all files of the directory together describe; once." },
	{ NULL, 0, 0, NULL, NULL }
};

/* Keys of @type, a record with a struct origin. */
#define ORIGIN_KEYS(type) \
	{ "source", KEY_SOURCE, offsetof(type, origin.source), NULL, \
	  "File of the kernel tree where this can be read up; default: the document's." }, \
	{ "kernel", KEY_KERNEL, offsetof(type, origin.kernel), NULL, \
	  "Kernels that this holds for; default: the document's." }

static const struct key fact_keys[] = {
	{ "route", KEY_ROUTE, offsetof(struct fact, route), route_words,
	  "What a user half does instead of calling it; default: decided by analysis." },
	{ "why", KEY_TEXT, offsetof(struct fact, why), NULL,
	  "Why its callers stay in the kernel, for the report." },
	{ "begins", KEY_FLAGS, offsetof(struct fact, begins), held_words,
	  "Starts a region in which a thread must not sleep." },
	{ "ends", KEY_FLAGS, offsetof(struct fact, ends), held_words, "Ends such a region." },
	{ "lock", KEY_BOOL, offsetof(struct fact, is_lock), NULL,
	  "Takes a lock: argument 0, or the one that lock_arg tells." },
	{ "lock_arg", KEY_INT, offsetof(struct fact, lock_arg), NULL,
	  "Argument that is the lock." },
	{ "try", KEY_BOOL, offsetof(struct fact, try_lock), NULL,
	  "The region begins only if the result is true." },
	{ "sleeps", KEY_BOOL, offsetof(struct fact, sleeps), NULL,
	  "May sleep, whatever its arguments: a call in atomic context is a bug." },
	{ "sleeps_if", KEY_TEXT, offsetof(struct fact, sleeps_if), NULL,
	  "May sleep if an argument is written so: GFP_KERNEL." },
	{ "asks_context", KEY_BOOL, offsetof(struct fact, asks_context), NULL,
	  "Tells its caller in which context it runs: what depends on it is not warned about." },
	{ "fails", KEY_BOOL, offsetof(struct fact, fails), NULL,
	  "What it returns is an error, whatever it is given: whoever returns that has failed." },
	{ "format", KEY_INT, offsetof(struct fact, format), NULL,
	  "Argument that is a printf format of those after it." },
	{ "via", KEY_TEXT, offsetof(struct fact, via), NULL,
	  "Stand-in of the runtime that generated code calls instead." },
	{ "frees", KEY_INT, offsetof(struct fact, frees), NULL,
	  "Argument whose object is freed." },
	{ "tail", KEY_TAIL, 0, NULL,
	  "Allocates a record with a private area of the driver behind it." },
	{ "alloc_size", KEY_INT, offsetof(struct fact, alloc_size), NULL,
	  "Argument that is the size of an allocation." },
	{ "alloc_count", KEY_INT, offsetof(struct fact, alloc_count), NULL,
	  "Argument that says how many of that size an allocation is of." },
	{ "alloc_text", KEY_BOOL, offsetof(struct fact, alloc_text), NULL,
	  "Allocates a string, as long as its text." },
	{ "alloc_device", KEY_INT, offsetof(struct fact, alloc_device), NULL,
	  "Argument that is the device whose memory an allocation is: the device core frees it." },
	{ "gives", KEY_TEXT, offsetof(struct fact, gives), NULL,
	  "C expression: bytes of the memory that it allocates and returns, 0 if it cannot be "
	  "said. Kept code that calls it tells the runtime that they are in use again." },
	{ "bit", KEY_TEXT, offsetof(struct fact, bit), NULL,
	  "Changes a bit, argument 0 of the word at argument 1, atomically: set, clear, "
	  "test-and-set or other." },
	{ "debug", KEY_TEXT, offsetof(struct fact, debug), NULL,
	  "struct x: where argument 0 is a part of one, it is the branch of a debug message, "
	  "which user halves are built without." },
	{ "failure", KEY_TEXT, offsetof(struct fact, failure), NULL,
	  "C expression: what it returns when there is nobody to answer." },
	{ "missable", KEY_TEXT, offsetof(struct fact, missable), NULL,
	  "Why a release that leaves the call out does no harm." },
	{ "acquires", KEY_TEXT, offsetof(struct fact, acquires), NULL,
	  "Class of the resource that it takes." },
	{ "releases", KEY_TEXT, offsetof(struct fact, releases), NULL,
	  "Class of the resource that it gives back." },
	{ "also", KEY_TEXTS, offsetof(struct fact, also), NULL,
	  "Classes whose instance of the same keys goes with it, or becomes part of it." },
	{ "also_if", KEY_TEXT, offsetof(struct fact, also_if), NULL,
	  "C condition, true before the call, under which 'also' holds; default: always." },
	{ "managed", KEY_TEXT, offsetof(struct fact, managed), NULL,
	  "C condition: the driver core gives back what was taken, so nobody else may." },
	{ "scoped", KEY_BOOL, offsetof(struct fact, scoped), NULL,
	  "A lock: must not outlive the upcall that takes it." },
	{ "owned", KEY_BOOL, offsetof(struct fact, owned), NULL,
	  "A lock of a thread, which must not return to user space with it." },
	{ "strict", KEY_BOOL, offsetof(struct fact, strict), NULL,
	  "Crashes or hangs if what it acquires is held, or what it releases is not." },
	{ "requires", KEY_TEXT, offsetof(struct fact, requires), NULL,
	  "C condition over the arguments, true before the call: else it crashes or hangs." },
	{ "lock_map", KEY_TEXT, offsetof(struct fact, lock_map), NULL,
	  "Initialises a lock, argument 0, and its class: C expression, the lockdep_map of that." },
	{ "undo", KEY_TEXT, offsetof(struct fact, undo), NULL,
	  "C statement that gives back what was taken." },
	{ "keys", KEY_COUNT, offsetof(struct fact, keys), NULL,
	  "How many of the first entries of 'log' identify the instance." },
	{ "log", KEY_TEXTS, offsetof(struct fact, log), NULL,
	  "C expressions whose values 'undo' needs." },
	{ "when", KEY_TEXT, offsetof(struct fact, when), NULL,
	  "C condition that it succeeded; default: result 0, or a valid pointer." },
	{ "before", KEY_TEXT, offsetof(struct fact, before), NULL,
	  "C statement that precedes a call by code that stays in the kernel." },
	{ "after", KEY_TEXT, offsetof(struct fact, after), NULL,
	  "C statement that follows a successful call by code that stays in the kernel." },
	{ "args", KEY_ARGS, offsetof(struct fact, args), NULL, "Arguments, by number." },
	ORIGIN_KEYS(struct fact),
	{ NULL, 0, 0, NULL, NULL }
};

static const struct key slot_keys[] = {
	{ "context", KEY_FLAGS, offsetof(struct slot_fact, context), context_words,
	  "Every context in which the kernel calls it." },
	{ "hot", KEY_BOOL, offsetof(struct slot_fact, hot), NULL,
	  "On the data path: stays in the kernel even in process context." },
	{ "mode", KEY_WORD, offsetof(struct slot_fact, mode), mode_words,
	  "undo: what it acquired is given back if it fails; release: in any case." },
	{ "owner", KEY_INT, offsetof(struct slot_fact, owner), NULL,
	  "Argument that owns what is acquired." },
	{ "failure", KEY_TEXT, offsetof(struct slot_fact, failure), NULL,
	  "C expression: what it returns when there is nobody to answer." },
	{ "args", KEY_ARGS, offsetof(struct slot_fact, args), NULL, "Arguments, by number." },
	{ "pairs", KEY_TEXT, offsetof(struct slot_fact, pairs), NULL,
	  "The operation that releases what this one takes: struct x.field." },
	{ "pinned", KEY_TEXT, offsetof(struct slot_fact, pinned), NULL,
	  "Why its functions stay in the kernel all the same." },
	{ "torn", KEY_TEXT, offsetof(struct slot_fact, torn), NULL,
	  "C statement that mends what a user half leaves that dies within the call." },
	{ "lossy", KEY_TEXT, offsetof(struct slot_fact, lossy), NULL,
	  "Why a call that nobody answers does no harm." },
	{ "guarded", KEY_TEXT, offsetof(struct slot_fact, guarded), NULL,
	  "C expression: the answer to a rare caller that must not wait; it may move, and the "
	  "kernel half asks how it is called." },
	ORIGIN_KEYS(struct slot_fact),
	{ NULL, 0, 0, NULL, NULL }
};

static const struct key learnt_keys[] = {
	{ "context", KEY_FLAGS, offsetof(struct slot_fact, context), learnt_words,
	  "process: proven of every call; atomic: of some call it may be; unproven: no call." },
	{ "pinned", KEY_TEXT, offsetof(struct slot_fact, pinned), NULL,
	  "Why its functions stay in the kernel all the same." },
	{ "calls", KEY_NUMBER, offsetof(struct slot_fact, calls), NULL,
	  "How many calls decide; the first of them are listed." },
	{ "sites", KEY_TEXTS, offsetof(struct slot_fact, sites), NULL,
	  "Calls that decide: FILE:LINE: evidence." },
	ORIGIN_KEYS(struct slot_fact),
	{ NULL, 0, 0, NULL, NULL }
};

static const struct key field_keys[] = {
	{ "kind", KEY_WORD, offsetof(struct field_fact, kind), field_words,
	  "What the field is to a user half." },
	{ "length", KEY_TEXT, offsetof(struct field_fact, length), NULL,
	  "Bytes: a number or a C expression." },
	{ "target", KEY_TEXT, offsetof(struct field_fact, target), NULL,
	  "struct x: what a void * points at." },
	{ "when", KEY_TEXT, offsetof(struct field_fact, when), NULL,
	  "Of a member that is a record: C condition on $0, a pointer to such a record, that it "
	  "points at the member." },
	ORIGIN_KEYS(struct field_fact),
	{ NULL, 0, 0, NULL, NULL }
};

/* Keys of struct hint_entry. */
static const struct key hint_keys[] = {
	{ "domain", KEY_WORD, offsetof(struct hint_entry, hint.domain), domain_words,
	  "Where the function is to be." },
	{ "context", KEY_FLAGS, offsetof(struct hint_entry, hint.context), context_words,
	  "Every context in which it is called from outside." },
	{ "failure", KEY_TEXT, offsetof(struct hint_entry, hint.failure), NULL,
	  "C expression: what it returns when there is nobody to answer." },
	{ "why", KEY_TEXT, offsetof(struct hint_entry, hint.why), NULL,
	  "Why, for the report." },
	{ "args", KEY_ARGS, offsetof(struct hint_entry, hint.args), NULL,
	  "Arguments, by number or by parameter." },
	{ "targets", KEY_TEXTS, offsetof(struct hint_entry, hint.targets), NULL,
	  "What its indirect calls of unknown target reach; kernel: nothing of the driver." },
	{ "acquires", KEY_TEXT, offsetof(struct hint_entry, effects.acquires), NULL,
	  "Class of the resource that it takes." },
	{ "releases", KEY_TEXT, offsetof(struct hint_entry, effects.releases), NULL,
	  "Class of the resource that it gives back." },
	{ "scoped", KEY_BOOL, offsetof(struct hint_entry, effects.scoped), NULL,
	  "A lock: must not outlive the upcall that takes it." },
	{ "undo", KEY_TEXT, offsetof(struct hint_entry, effects.undo), NULL,
	  "C statement that gives back what was taken." },
	{ "keys", KEY_COUNT, offsetof(struct hint_entry, effects.keys), NULL,
	  "How many of the first entries of 'log' identify the instance." },
	{ "log", KEY_TEXTS, offsetof(struct hint_entry, effects.log), NULL,
	  "C expressions whose values 'undo' needs." },
	{ "when", KEY_TEXT, offsetof(struct hint_entry, effects.when), NULL,
	  "C condition that it succeeded; default: result 0, or a valid pointer." },
	{ NULL, 0, 0, NULL, NULL }
};

static const struct key arg_keys[] = {
	{ "kind", KEY_WORD, offsetof(struct fact_arg, kind), arg_words, "What crosses." },
	{ "length", KEY_TEXT, offsetof(struct fact_arg, length), NULL,
	  "Bytes: a C expression over $0, $1 ... and, of a result, $r." },
	{ "record", KEY_TEXT, offsetof(struct fact_arg, record), NULL,
	  "struct x: what a void * is, or one that the callee sets." },
	{ "text", KEY_TEXT, offsetof(struct fact_arg, text), NULL,
	  "C expression that is passed instead of a dropped argument." },
	{ "max", KEY_TEXT, offsetof(struct fact_arg, max), NULL,
	  "C expression: the greatest number that cannot crash or hang the callee." },
	{ "field", KEY_TEXT, offsetof(struct fact_arg, field), NULL,
	  "struct x.y: whoever passes anything but the value of this field stays." },
	{ "own", KEY_BOOL, offsetof(struct fact_arg, own), NULL,
	  "On the caller's stack: whoever passes anything else stays." },
	{ "nullable", KEY_BOOL, offsetof(struct fact_arg, nullable), NULL, "May be NULL." },
	{ "typed", KEY_BOOL, offsetof(struct fact_arg, typed), NULL,
	  "A void pointer that is one record at all calls; a callback that is the driver's." },
	{ "context", KEY_FLAGS, offsetof(struct fact_arg, context), callback_words,
	  "Every context in which a callback is called; caller: within the call." },
	{ "pinned", KEY_TEXT, offsetof(struct fact_arg, pinned), NULL,
	  "Why a callback stays in the kernel all the same." },
	{ NULL, 0, 0, NULL, NULL }
};

static const struct key tail_keys[] = {
	{ "argument", KEY_INT, offsetof(struct fact, tail), NULL,
	  "Argument that is the size of the private area." },
	{ "record", KEY_TEXT, offsetof(struct fact, tail_record), NULL,
	  "struct x: the record that is allocated." },
	{ "offset", KEY_TEXT, offsetof(struct fact, tail_offset), NULL,
	  "C expression: where in the allocation the private area begins." },
	{ "private", KEY_TEXT, offsetof(struct fact, tail_private), NULL,
	  "struct x: the private area, if it is always that; default: what the size is of." },
	{ NULL, 0, 0, NULL, NULL }
};

/* How what is acquired is undone; one text for all that lack a part of it. */
#define ACQUIRES_FIX "acquires; add 'undo', 'log' and 'keys' to say how it is undone"
#define RELEASES_FIX "releases; add 'log' and 'keys' to say which instance"

static const struct rule fact_rules[] = {
	{ "route", "pinned", NULL, { "why" },
	  "is pinned without a reason; add 'why: ...' for the report" },
	{ "acquires", NULL, NULL, { "undo" }, ACQUIRES_FIX },
	{ "acquires", NULL, "scoped", { "log", "keys" }, ACQUIRES_FIX },
	{ "releases", NULL, "scoped", { "log", "keys" }, RELEASES_FIX },
	{ "also", NULL, NULL, { "log", "keys" }, RELEASES_FIX },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

static const struct rule slot_rules[] = {
	{ NULL, NULL, NULL, { "context" }, "has no context; add 'context: process'" },
	{ "mode", NULL, NULL, { "owner" },
	  "has a 'mode' and needs 'owner: N', the argument that owns what is acquired" },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

static const struct rule learnt_rules[] = {
	{ NULL, NULL, NULL, { "context" }, "has no context; run mdrv learn again" },
	{ "context", "process", NULL, { "sites" },
	  "is said to be called in process context without evidence; run mdrv learn again" },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

static const struct rule field_rules[] = {
	{ NULL, NULL, NULL, { "kind" }, "has no kind; add 'kind: buffer' or the like" },
	{ "kind", "buffer", NULL, { "length" },
	  "is a buffer and needs its size; add 'length: BYTES'" },
	{ "kind", "member", NULL, { "when" },
	  "is a member that is told by a condition; add 'when: CONDITION'" },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

static const struct rule hint_rules[] = {
	{ "acquires", NULL, NULL, { "undo" }, ACQUIRES_FIX },
	{ "acquires", NULL, "scoped", { "log", "keys" }, ACQUIRES_FIX },
	{ "releases", NULL, "scoped", { "log", "keys" }, RELEASES_FIX },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

#define LENGTH_FIX "needs its size; add 'length: BYTES' ($0, $1 ... are the arguments)"

static const struct rule arg_rules[] = {
	{ "kind", "buffer", NULL, { "length" }, LENGTH_FIX },
	{ "kind", "out", NULL, { "length" }, LENGTH_FIX },
	{ "kind", "inout", NULL, { "length" }, LENGTH_FIX },
	{ "kind", "callback", NULL, { "context" },
	  "is a callback and needs the context it is called in; add 'context: process'" },
	{ "kind", "drop", NULL, { "text" },
	  "is dropped and needs what is passed instead; add 'text: \"NULL\"'" },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

static const struct rule tail_rules[] = {
	{ NULL, NULL, NULL, { "argument", "record", "offset" },
	  "needs 'argument', 'record' and 'offset'" },
	{ NULL, NULL, NULL, { NULL }, NULL }
};

static const struct rule no_rules[] = { { NULL, NULL, NULL, { NULL }, NULL } };

const struct shape knowledge_shapes[SHAPES] = {
	[SHAPE_HEAD] = { "head", "key of a document", head_keys, no_rules },
	[SHAPE_FACT] = { "fact", "key of a kernel function", fact_keys, fact_rules },
	[SHAPE_SLOT] = { "slot", "key of an operation", slot_keys, slot_rules },
	[SHAPE_LEARNT] = { "learnt", "key of a learnt operation", learnt_keys, learnt_rules },
	[SHAPE_FIELD] = { "field", "key of a field", field_keys, field_rules },
	[SHAPE_HINT] = { "hint", "key of a driver function", hint_keys, hint_rules },
	[SHAPE_ARG] = { "argument", "key of an argument", arg_keys, arg_rules },
	[SHAPE_TAIL] = { "tail", "key of 'tail'", tail_keys, tail_rules },
};

const struct section knowledge_fact_sections[] = {
	{ "functions", SECTION_NAMED, SHAPE_FACT,
	  "Functions, inlines and macros of the kernel, by name." },
	{ "slots", SECTION_MEMBERS, SHAPE_SLOT,
	  "Function pointers of records; \"*\": all that are not named." },
	{ "learnt", SECTION_MEMBERS, SHAPE_LEARNT,
	  "Function pointers of records, as mdrv learn found them called." },
	{ "learnt_functions", SECTION_NAMED, SHAPE_LEARNT,
	  "Functions that modules export, as mdrv learn found them called." },
	{ "fields", SECTION_MEMBERS, SHAPE_FIELD, "Fields of records." },
	{ "local", SECTION_LIST, SHAPES, "What the user half's library provides." },
	{ "handles", SECTION_LIST, SHAPES,
	  "Types that are a void * which only the kernel looks behind; it may be NULL." },
	{ "tables", SECTION_LIST, SHAPES,
	  "Tags of structs: const struct x ** is an array that ends with NULL, which nobody who is "
	  "given it writes; it may be NULL." },
	{ NULL, 0, 0, NULL }
};

const struct section knowledge_hint_sections[] = {
	{ "functions", SECTION_NAMED, SHAPE_HINT, "Functions of the driver, by name." },
	{ "slots", SECTION_MEMBERS, SHAPE_SLOT, "Function pointers of the driver's records." },
	{ "fields", SECTION_MEMBERS, SHAPE_FIELD, "Fields of the driver's records." },
	{ "kernel", SECTION_NAMED, SHAPE_FACT,
	  "Functions of the kernel that the annotations do not know yet." },
	{ NULL, 0, 0, NULL }
};
