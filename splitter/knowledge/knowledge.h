/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The knowledge base: facts about the kernel's interfaces (annotations/linux)
 * and hints about one driver (annotations/drivers, --hints). One loader, one
 * schema, described in annotations/README.md; every fact has a location.
 */
#ifndef MDRV_KNOWLEDGE_H
#define MDRV_KNOWLEDGE_H

#include <stdio.h>

#include "knowledge_kernel.h"
#include "model.h"

/* Contexts in which a function may be entered; bits. */
enum context {
	CONTEXT_PROCESS = 1,	/* may sleep */
	CONTEXT_ATOMIC = 2,	/* a lock held, preemption or BHs disabled */
	CONTEXT_SOFTIRQ = 4,
	CONTEXT_HARDIRQ = 8,
	CONTEXT_UNKNOWN = 16,
	CONTEXT_CALLER = 32,	/* callbacks: runs within the call that it is passed to */
	CONTEXT_UNPROVEN = 64,	/* learnt: no call was found */
};
#define CONTEXT_CRITICAL (CONTEXT_ATOMIC | CONTEXT_SOFTIRQ | CONTEXT_HARDIRQ)

/* What the user half does when it wants to call a kernel function. */
enum route {
	ROUTE_DEFAULT,		/* decide by analysis: downcall for externs, */
				/* local for pure inlines */
	ROUTE_DOWNCALL,
	ROUTE_LOCAL,		/* provided by the user half's library or inline */
	ROUTE_PINNED,		/* callers stay in the kernel; @why */
};

/* Where a kernel-wide fact can be read up, and for which kernels it holds. */
struct origin {
	const char *source;	/* path in the kernel tree; NULL in hints */
	struct kernel_range kernel;
};

#define ARG_RESULT	(-1)
#define ARG_BY_NAME	(-2)	/* until knowledge_check() has resolved the name */

/* A fact about one argument or the result. */
struct fact_arg {
	int index;		/* parameter, from 0; -1: the result; ARG_BY_NAME */
	const char *name;	/* hints: parameter name, or NULL if given by number */
	struct location at;
	const char *kind;	/* "buffer", "out", "inout", "string", "user", "opaque", */
				/* "callback", "object", "region", "drop", "value", */
				/* "constant", "sets" or NULL */
	const char *length;	/* C expression over $0, $1 ...: bytes */
	const char *record;	/* "struct x": what a void * is */
	const char *text;	/* drop: what the kernel half passes instead */
	const char *max;	/* C expression: greatest number that does no harm */
	const char *field;	/* "struct x.y": the value of this field, or its caller stays */
	bool own;		/* on the caller's stack, or the caller stays */
	bool nullable;
	bool typed;		/* one record wherever it is passed, or its caller stays */
	unsigned int context;	/* callback: enum context */
	const char *pinned;	/* callback: why it stays in the kernel all the same */
};

/* A fact about a kernel function, macro or inline. */
struct fact {
	const char *name;
	struct location at;
	enum route route;
	const char *why;
	unsigned int begins;	/* enum held: starts an atomic region */
	unsigned int ends;	/* enum held: ends one */
	bool is_lock;		/* takes a spinlock: argument @lock_arg */
	int lock_arg;
	bool try_lock;		/* region begins if the result is true */
	bool sleeps;
	const char *sleeps_if;	/* argument, as written, with which it does: "GFP_KERNEL" */
	bool asks_context;	/* callers ask it whether they may sleep */
	bool fails;		/* what it returns is an error, whatever it is given */
	int format;		/* index of a printf format, or -1 */
	const char *via;	/* runtime stand-in to call instead */
	int frees;		/* argument whose object is freed, or -1 */
	int tail;		/* index of the size-of-private-area argument, or -1 */
	const char *tail_record;/* "struct net_device": the record that gets the tail */
	const char *tail_offset;/* C expression */
	const char *tail_private; /* "struct x": what the private area always is, or NULL */
	int alloc_device;	/* index of the device that managed memory is of, or -1 */
	int alloc_size;		/* index of the size argument of an allocator, or -1 */
	int alloc_count;	/* of how many of that it allocates, or -1 */
	bool alloc_text;	/* it allocates a string */
	const char *gives;	/* C expression: bytes of memory that its result points at, 0: */
				/* not known; or NULL: it allocates none */
	const char *bit;	/* changes one atomically: set, clear, test-and-set, other */
	const char *debug;	/* record that argument 0 is a part of where it is the branch of */
				/* a debug message, or NULL */
	const char *failure;	/* C expression */
	const char *missable;	/* why a release that leaves the call out does no harm */
	const char *acquires;	/* class */
	const char *releases;	/* class */
	GPtrArray *also;	/* char *: classes of which it takes over or gives back the */
				/* instance with the same keys */
	const char *also_if;	/* C condition for that, or NULL: always */
	const char *managed;	/* C condition: the driver core gives it back by itself */
	const char *requires;	/* C condition over its arguments, or NULL */
	const char *lock_map;	/* C expression: the lockdep_map of the lock, argument 0, that it */
				/* initialises, or NULL */
	bool strict;		/* acquires only what is not held, or releases what is */
	bool scoped;		/* must not outlive the upcall that acquired it: a lock */
	bool owned;		/* ... of a thread, which cannot return to user space with it */
	const char *undo;	/* C statement over $0... and $r (result) */
	int keys;		/* leading log arguments that identify an instance */
	GPtrArray *log;		/* char *: C expressions logged for @undo: "$0", "$r" */
	const char *when;	/* success condition over $r; default "!$r" or "$r" by type */
	const char *before;	/* C statements around a call that kept code makes: they tell */
	const char *after;	/* the runtime of it; @after: if it has succeeded; or NULL */
	GPtrArray *args;	/* struct fact_arg * */
	bool is_hint;		/* from a hints file, not from annotations/linux */
	struct origin origin;
};

/* A fact about a function pointer field: "struct net_device_ops.ndo_open". */
struct slot_fact {
	const char *record;
	const char *field;	/* "*" for all slots of the record */
	struct location at;
	unsigned int context;	/* enum context */
	bool hot;		/* data path: critical even in process context */
	const char *mode;	/* "undo", "release" or NULL */
	int owner;		/* parameter whose address owns acquisitions, or -1 */
	const char *failure;
	GPtrArray *args;	/* struct fact_arg * */
	const char *pairs;	/* "struct x.slot": the slot that releases what this takes */
	const char *pinned;	/* why its functions stay in the kernel all the same */
	const char *torn;	/* C statement: mends what a user half leaves that dies in it */
	const char *lossy;	/* why a call that nobody answers does no harm, or NULL */
	const char *guarded;	/* C expression: answer to a rare caller in atomic context, */
				/* which does not count; or NULL */
	bool is_hint;		/* from a hints file, not from annotations/linux */
	bool learnt;		/* from annotations/learnt: only context and pinned; @sites */
	GPtrArray *sites;	/* char *: learnt from calls, of which these decide; or NULL */
	int calls;		/* how many decide; only the first are in @sites */
	struct origin origin;
};

/* A fact about a field of a kernel record. */
struct field_fact {
	const char *record;
	const char *field;
	struct location at;
	const char *kind;	/* "buffer", "string", "opaque", "skip", "void", "member", "lent" */
	const char *when;	/* member: C condition over $0, a pointer to its type: it is it */
	const char *length;	/* bytes, a number or C constant expression */
	const char *target;	/* "struct x": what a void * points at */
	bool is_hint;
	struct origin origin;
};

/* A hint about a function of one driver. */
struct hint {
	const char *function;
	struct location at;
	const char *domain;	/* "kernel", "user", "both" or NULL */
	unsigned int context;	/* as what it is called, or 0 */
	const char *failure;
	const char *why;
	GPtrArray *args;
	GPtrArray *targets;	/* char *: what its indirect calls of unknown target reach; */
				/* "kernel": nothing of the driver. Empty: not said */
	const struct fact *effects; /* what calls of it acquire or release, or NULL; */
				/* owned by the facts */
	bool used;
};

#define KERNEL_NEWEST	(-2U)	/* in every range that is open above */

struct knowledge {
	unsigned int kernel;	/* version to load facts for, set before loading; */
				/* KERNEL_NEWEST unless set */
	bool guards;		/* the kernel can tell whether it may wait: set before loading; */
				/* otherwise no operation is guarded */
	struct kernel_range covers; /* kernels that the files claim to know, once loaded */
	struct location covers_at;
	GHashTable *facts;	/* name -> struct fact */
	GHashTable *slots;	/* "struct x.field" -> struct slot_fact */
	GHashTable *learnt;	/* the same, by mdrv learn: where @slots says nothing; and */
				/* functions, by their name alone */
	GHashTable *fields;	/* "struct x.field" -> struct field_fact */
	GHashTable *hints;	/* function -> struct hint */
	GHashTable *local;	/* names that the user half's library provides */
	GHashTable *handles;	/* names of types: a void * that only the kernel looks behind */
	GHashTable *tables;	/* tags of structs: arrays of pointers to such that end with */
				/* NULL, and that nobody writes who is given one */
	GPtrArray *files;	/* char *: what was loaded */
	GHashTable *described;	/* "function NAME" -> GPtrArray: all entries of all files */
	GHashTable *consulted;	/* kernel facts that a lookup has found: the set in use */
	GStringChunk *strings;
};

struct knowledge *knowledge_new(void);
void knowledge_free(struct knowledge *knowledge);

/**
 * knowledge_load() - read one YAML file into the knowledge base
 * @knowledge:	the knowledge base
 * @path:	file
 * @is_hints:	the file holds hints about a driver, not kernel facts
 *
 * Problems are reported as located diagnostics (diag.h), all of them.
 * Return: true if there was no error.
 */
bool knowledge_load(struct knowledge *knowledge, const char *path, bool is_hints);
/* Print the JSON Schema of facts about the kernel, or of hints; false: no space left. */
bool knowledge_print_schema(FILE *to, bool is_hints);
/* All *.yaml of a directory, in name order: facts, which must name their sources. */
bool knowledge_load_dir(struct knowledge *knowledge, const char *dir);
/*
 * What mdrv learn wrote below @dir for the kernel that is loaded for, if anything. After
 * the other facts.
 */
bool knowledge_load_learnt(struct knowledge *knowledge, const char *dir);
/* Do the files claim to know the kernel that they were loaded for? */
bool knowledge_check_kernel(const struct knowledge *knowledge, const char *kdir,
			    const char *release);
/*
 * A function that the driver defines itself is not the kernel's of that name: forget
 * what is known about that. Before anything else looks at the facts.
 */
void knowledge_forget_own(struct knowledge *knowledge, struct model *model);
/* Do hints and facts name functions, parameters and fields that exist? */
bool knowledge_check(struct knowledge *knowledge, const struct model *model);

const struct fact *knowledge_fact(const struct knowledge *knowledge, const char *name);
/* A fact that says nothing yet, of a function that is in no file; forgotten by its name. */
struct fact *knowledge_add(struct knowledge *knowledge, const char *name);
void knowledge_forget(struct knowledge *knowledge, const char *name);
/* What every fact begins as. */
void knowledge_fact_init(struct fact *fact, const char *name);
const struct slot_fact *knowledge_slot(const struct knowledge *knowledge,
				       const char *record, const char *field);
/* How other modules call a function that is exported, as was learnt, or NULL. */
const struct slot_fact *knowledge_entered(const struct knowledge *knowledge,
					  const char *function);
const struct field_fact *knowledge_field(const struct knowledge *knowledge,
					 const char *record, const char *field);
const struct hint *knowledge_hint(const struct knowledge *knowledge, const char *function);
/* How many kernel-wide facts this driver needed so far. */
unsigned int knowledge_facts_used(const struct knowledge *knowledge);
/* The kernel-wide facts, a line each, and which were consulted: for tests of the facts. */
void knowledge_dump(FILE *to, const struct knowledge *knowledge);
const struct fact_arg *fact_arg(GPtrArray *args, int index);
/* A macro can cross as a whole only if its fact knows each of its arguments. */
bool fact_lists_all(const struct fact *fact);

#endif /* MDRV_KNOWLEDGE_H */
