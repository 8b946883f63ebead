/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The split plan: where each function of the driver goes and why, and what has
 * to cross between the halves. partition.c makes the decisions, wire.c derives
 * the tables; the code generator prints them and decides nothing.
 */
#ifndef MDRV_PLAN_H
#define MDRV_PLAN_H

#include "model.h"

struct locks;

enum domain {
	DOMAIN_KERNEL,
	DOMAIN_USER,
	DOMAIN_BOTH,		/* compiled into both halves: runs where it is called */
};

/* Stable identifiers in JSON; extend at the end. */
enum reason_kind {
	REASON_ROOT,		/* critical root: callback in atomic context */
	REASON_REACHED,		/* called from a critical function */
	REASON_LOCK_HELD,	/* called with a spinlock, IRQs off, RCU ... */
	REASON_TAKES_LOCK,	/* takes a spinlock shared with atomic context */
	REASON_PINNED,		/* unmarshallable: @text says what */
	REASON_AMBIGUOUS,	/* not known to be safe; @hint settles it */
	REASON_HINT,		/* a hint put it there */
	REASON_NO_FAILURE,	/* called from the kernel half and cannot report failure */
	REASON_MODULE,		/* init/exit boilerplate of a macro, exported symbol ... */
	REASON_MOVABLE,		/* process context, everything can be marshalled */
	REASON_HELPER,		/* small helper needed on both sides */
	REASON_UNREACHED,	/* nobody calls it */
};

/* One link of the chain that put a function where it is. */
struct reason {
	enum reason_kind kind;
	const char *text;	/* one line without a final period */
	struct location at;
	struct function *via;	/* next function of the chain, or NULL */
	const char *hint;	/* YAML text that would settle an ambiguity, or NULL */
	bool section;		/* what stands at @at may be a section of a function that moves */
};

struct contexts;

struct decision {
	struct function *function;
	enum domain domain;
	GPtrArray *reasons;	/* struct reason *; the first decides */
	unsigned int contexts;	/* enum context bits in which it may be entered */
	bool entry;		/* the kernel can call it (its address is taken) */
	bool needs_upcall;	/* user, and reachable from the kernel or the kernel half */
	bool needs_downcall;	/* kernel, and called by user code */
};

/* Result of the analysis; owned by the caller, refers to the model. */
struct partition {
	const struct model *model;
	const struct knowledge *knowledge;
	struct contexts *contexts;	/* entries and call edges; owned by the partition */
	GPtrArray *decisions;	/* struct decision *, in source order */
	GHashTable *by_function;
	GPtrArray *ambiguities;	/* struct reason * */
	GPtrArray *assumptions;	/* struct reason * */
	struct locks *locks;	/* locks.h: who takes which, in which contexts */
	GPtrArray *sleeps;	/* struct sleep_bug *: calls that sleep in atomic context */
	GPtrArray *blockers;		/* struct blocker *: blockers.h; NULL: nobody asked */
	unsigned int hints_used;
	unsigned int hints_total;
};

struct decision *partition_of(const struct partition *partition,
			      const struct function *function);

/* How one parameter or result crosses. */
enum pass_kind {
	PASS_VOID,
	PASS_INT,		/* integers, enums, bool; user-space addresses (@user); */
				/* the bytes of a record of integers (@type) */
	PASS_PTR,		/* tracked object of @record */
	PASS_STR,		/* const char * */
	PASS_FN,		/* function pointer */
	PASS_BUF,		/* bytes: @length, @access; by value in downcalls */
	PASS_FORMAT,		/* printf format and its varargs: crosses as "%s", text */
	PASS_DROP,		/* does not cross: the other side supplies @text */
	PASS_SETS,		/* address of a pointer to @record, which a downcall sets */
};

struct pass {
	enum pass_kind kind;
	unsigned int record;	/* wire record number */
	const char *record_name; /* PTR: C spelling of the pointee; NULL: void; */
				/* "bytes": memory without a type */
	struct record *pointee;	/* PTR: the same in the model, or NULL */
	unsigned int access;	/* MDRV_R, MDRV_W */
	const char *length;	/* C expression in parameter names */
	const char *max;	/* INT of a downcall: C expression, or NULL */
	bool user;		/* INT: an address of the caller's, of @length bytes, or NULL */
	bool nullable;
	bool typed;		/* PTR of a downcall: not to be passed as another record, too */
	struct wire_record *around; /* PTR of an upcall: user code looks at this around it, */
	const char *around_path; /* of which it is that member; or NULL */
	const char *text;
	struct parameter *param; /* NULL for the result */
	struct type *type;
};

/* On every way through an upcall on which it does not fail: */
struct wire_must {
	struct crossing *call;	/* this downcall is made; or NULL: */
	const struct pass *pass; /* what this parameter points at, */
	struct wire_record *record; /* one of these, */
	struct wire_field *field; /* has a pointer there that is not NULL */
	unsigned int number;	/* of the field */
};

/* An upcall or a downcall. */
struct crossing {
	struct function *function;
	const char *name;	/* name in the source, or of the replaced inline/macro */
	GPtrArray *params;	/* struct pass * */
	struct pass result;
	unsigned int mode;	/* upcalls: enum mdrv_mode */
	int owner;		/* upcalls: parameter that owns acquisitions, or -1 */
	const char *failure;	/* C expression returned without a user half, or NULL */
	const char *guarded;	/* upcalls: C expression returned to who must not wait, or NULL */
	const char *torn;	/* upcalls: C statement when it released things and was torn */
	GPtrArray *allowed;	/* upcalls: struct crossing *, downcalls of its closure, */
	GPtrArray *allocates;	/* numbers of the records that it allocates, */
	bool frees;		/* whether it frees memory */
	GPtrArray *must;	/* upcalls: struct wire_must *: what it has done if it succeeds */
	const struct fact *fact; /* downcalls: what the knowledge base says, or NULL */
	bool is_inline;		/* downcall to a header inline: interposed by macro */
	bool in_driver;		/* downcall to a kept function */
	GPtrArray *needs;	/* of that, char *: classes that it releases in any case, */
				/* and that crash or hang it if they are not held; or NULL */
	bool is_macro;		/* downcall to a macro: @function is made up from @fact */
	const char *home;	/* path of the source that gets its stub and handler */
	GPtrArray *users;	/* downcalls: char *, paths of the sources that call it */
	unsigned int number;
};

enum wire_kind { WIRE_INT, WIRE_BITS, WIRE_BYTES, WIRE_PTR, WIRE_STR, WIRE_FN };

struct wire_field {
	enum wire_kind kind;
	const char *path;	/* C member designator from the record: "stats.rx_errors" */
	const char *name;	/* "record.path" */
	const char *elem_type;	/* C spelling of one element, for sizeof and get/set */
	bool in_tail;		/* path starts in the private area, not the base record */
	bool is_array;
	bool is_signed;
	bool follow;
	bool is_text;		/* BYTES: must hold a NUL */
	unsigned int access;
	unsigned int target;
	const char *target_name; /* PTR: C spelling of the pointee, "bytes" or NULL */
	struct record *pointee;
	const char *why;	/* PTR, STR, FN: how that is known, or NULL: not at all */
	struct location why_at;	/* of the fact or hint; no file: of the declaration */
	const char *length;	/* PTR to bytes: how many, a C constant expression */
	uint64_t count;		/* elements, 1 for a scalar */
	const char *array;	/* designator of the array that the elements are of */
	struct field *source;	/* as declared, or NULL: a global of no record type */
	unsigned int blank;	/* pointers that the user half writes: MDRV_BLANK_*, what */
				/* it may store besides something valid */
	uint64_t least;		/* PTR to bytes or void: bytes that kept code expects there; */
				/* INT with MDRV_BLANK_MOST: no more than this */
	struct wire_record *expects; /* PTR to void: what is stored there, if that is known */
	struct type *type;	/* of one element */
	struct location at;	/* first use that put it here */
};

struct wire_place {
	unsigned int record;
	const char *path;	/* "" for the record itself or the start of the tail */
	bool in_tail;
	bool is_array;		/* @path ends in an element, "[0]", or goes through one: */
	const char *array;	/* then designator of that array, else NULL */
	uint64_t count;
	const char *record_name;
};

struct wire_record {
	unsigned int number;
	const char *name;	/* "struct net_device" */
	const char *ident;	/* C identifier: "net_device", "net_device_cp_private" */
	const char *ctype;	/* for sizeof and offsetof: "struct x", "typeof(global)" */
	bool incomplete;	/* no sizeof */
	const char *home;	/* path of the source where the type is in sight */
	struct global *global;	/* the record of this global, or NULL */
	struct record *record;
	struct record *tail;	/* private area, or NULL */
	const char *tail_offset; /* C expression, e.g. "ALIGN(sizeof(struct net_device), 32)" */
	unsigned int base;	/* number of the record without the tail, or 0 */
	bool plain;
	GPtrArray *fields;	/* struct wire_field * */
	GPtrArray *places;	/* struct wire_place *, [0] is itself */
};

struct wire_global {
	struct global *global;
	unsigned int record;	/* number of @own */
	struct wire_record *own; /* without fields if only its address matters */
};

/* A kernel function that kept code calls and that passes through ours. */
struct wire_passage {
	struct function *function;
	const char *home;
	GPtrArray *users;	/* char *: paths of the sources that call it */
};

/* How a class of acquisition is undone. */
struct wire_undo {
	const struct fact *fact;
	const char *home;
	bool late;		/* may outlive its owner's release: a callback gives it back */
};

/* An operation of kept code that takes, or releases, what belongs to an argument of it. */
struct wire_scope {
	const struct function *function;
	unsigned int mode;	/* enum mdrv_mode */
	const struct parameter *owner;
};

struct wire_site {
	const struct function *function;
	const char *file;
	unsigned int line;
	unsigned int record;
};

/*
 * A pointer to an @inner, if @when holds for it, points at the member @path of an
 * @outer: the user half looks at that by container_of().
 */
struct wire_enclosure {
	struct wire_record *inner;
	struct wire_record *outer;
	const char *path;
	const char *when;	/* C condition over $0, the pointer; NULL: always */
	struct location at;
};

struct plan {
	const struct model *model;
	const struct partition *partition;
	GPtrArray *records;	/* struct wire_record *; number 1 is at index 0 */
	GPtrArray *functions;	/* struct function * that cross as pointers */
	GPtrArray *globals;	/* struct wire_global * */
	GPtrArray *upcalls;	/* struct crossing * */
	GPtrArray *downcalls;	/* struct crossing * */
	GPtrArray *sites;	/* struct wire_site * */
	unsigned int device;	/* number of struct device if a site is of managed memory, or 0 */
	GPtrArray *undos;	/* struct wire_undo *: one per class of acquisition in use */
	GPtrArray *interposed;	/* struct wire_passage *: kernel functions that kept code calls */
				/* and that acquire, release or free what is tracked */
	GPtrArray *scopes;	/* struct wire_scope * */
	GPtrArray *traps;	/* struct function *: user-half externs nobody may reach */
	GPtrArray *absent;	/* struct global *: the same, named in initialisers */
	GPtrArray *locals;	/* struct function *: run from the user half's library */
	GPtrArray *enclosures;	/* struct wire_enclosure * */
	GPtrArray *reached;	/* struct function *: all code that runs in the user half */
	char hash[65];		/* interface hash: SHA-256 over the canonical wire text */
};

#endif /* MDRV_PLAN_H */
