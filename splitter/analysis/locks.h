/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The locks of a driver that are taken without sleeping (spinlocks and their kin):
 * where each one is taken, how, and in which contexts. A lock is one field of a
 * record, whatever the object, or one global; what cannot be told is a lock of its
 * own, named by the text of its argument.
 */
#ifndef MDRV_LOCKS_H
#define MDRV_LOCKS_H

#include "context.h"

/* What is off while the lock is held; stable identifiers in JSON. */
enum lock_variant {
	LOCK_PLAIN,		/* spin_lock() */
	LOCK_BH,		/* bottom halves: spin_lock_bh() */
	LOCK_IRQ,		/* interrupts, on again afterwards: spin_lock_irq() */
	LOCK_IRQSAVE,		/* interrupts, as before afterwards: spin_lock_irqsave() */
};

/* Who takes a lock, the most severe of them; stable identifiers in JSON. */
enum lock_class {
	LOCK_UNREACHED,		/* nobody that is ever called */
	LOCK_PROCESS,		/* process context only, never within another atomic region */
	LOCK_ATOMIC,		/* process context, also within other atomic regions */
	LOCK_SOFTIRQ,
	LOCK_HARDIRQ,
	LOCK_UNKNOWN,		/* perhaps in contexts that are not known, but no known hardirq */
};

struct lock;

/* One place where a lock is taken. */
struct lock_site {
	struct lock *lock;
	struct location at;
	struct function *function; /* of the driver: the place is in its body */
	struct call *call;	/* that takes it; for @helper: the call of that function */
	struct function *helper; /* takes the lock that it is given as an argument, or NULL */
	const char *primitive;	/* "spin_lock_irqsave" */
	const char *text;	/* the argument as written: "&cp->lock" */
	enum lock_variant variant;
	bool tries;		/* may fail: spin_trylock() */
	unsigned int held;	/* enum held: may be open there already */
	unsigned int contexts;	/* enum context in which this place may run */
};

struct lock {
	const char *name;	/* "struct cp_private.lock", "cp_lock" or an expression */
	bool known;		/* a field or a global; else @name is mere text */
	bool outside;		/* the kernel may take it as well: whose it is, or who has it */
	struct field *field;	/* innermost, or NULL */
	struct global *global;	/* or NULL */
	GPtrArray *sites;	/* struct lock_site *, at least one */
	unsigned int contexts;	/* enum context, of all sites */
	enum lock_class class;
};

struct locks {
	GPtrArray *locks;	/* struct lock *, by name */
	GHashTable *by_call;	/* struct call * -> struct lock_site * */
};

struct locks *locks_compute(struct contexts *contexts);
void locks_free(struct locks *locks);

/*
 * The lock called @name: in full, or the field alone ("lock", "cp_private.lock") if
 * that is enough to tell it; NULL if there is none or more than one.
 */
const struct lock *locks_find(const struct locks *locks, const char *name);

/* The site that a call is, or NULL: its lock, and how it is written. */
const struct lock_site *locks_at(const struct locks *locks, const struct call *call);

/* Another place that takes the same lock, outside @self, in the most severe context. */
const struct lock_site *locks_sharer(const struct lock *lock, const struct function *self);

const char *lock_class_name(enum lock_class class);	/* "process", "softirq", ... */
const char *lock_variant_name(enum lock_variant variant);	/* "plain", "irqsave", ... */

#endif /* MDRV_LOCKS_H */
