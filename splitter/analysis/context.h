/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * In which contexts each function of the driver can be entered, and by whom. The
 * analysis knows entries from the kernel (operations, callbacks), call edges, and
 * what is held at each call; what it cannot know counts as atomic.
 */
#ifndef MDRV_CONTEXT_H
#define MDRV_CONTEXT_H

#include "knowledge.h"
#include "plan.h"

/* One way in which the kernel enters a function. */
struct entry {
	const struct escape *escape;	/* how it got out of the driver's hands */
	const struct slot_fact *slot;	/* what is known about the operation, or NULL */
	const struct fact_arg *arg;	/* what is known about the callback argument, or NULL */
	const char *text;		/* "struct net_device_ops.ndo_open" */
	unsigned int context;		/* enum context */
	struct location at;
};

/* What is known about one function with a body. */
struct standing {
	struct function *function;
	GPtrArray *entries;		/* struct entry * */
	unsigned int contexts;		/* enum context, all callers included */
	struct reason *critical;	/* why it is critical, or NULL */
	struct reason *ambiguity;	/* an entry that nothing is known about, or NULL */
	struct call *takes;		/* its first call that starts an atomic region */
	bool unbalanced;		/* returns with that region open, or closes one */
};

struct contexts {
	struct model *model;
	struct knowledge *knowledge;
	GHashTable *by_function;	/* struct function * -> struct standing * */
	GPtrArray *standings;		/* the same, in the order of the model */
};

struct contexts *contexts_compute(struct model *model, struct knowledge *knowledge);
void contexts_free(struct contexts *contexts);
struct standing *contexts_of(const struct contexts *contexts, const struct function *function);

/*
 * Functions of the driver that a call can reach: its callee, or call->targets without
 * those of the kernel. How each is reached is in call->targets (targets.h).
 */
GPtrArray *contexts_targets(const struct contexts *contexts, const struct call *call);

/* Name of the record that a field is found in, looking out of anonymous members. */
const char *contexts_record(const struct contexts *contexts, const struct field *field);

/* The fact about the function or macro that a call is written as, or NULL. */
const struct fact *contexts_fact(const struct contexts *contexts, const struct call *call);

/* "hardirq", "softirq", ...: the most severe of @context. */
const char *context_name(unsigned int context);

/* A reason that lives as long as the model. */
struct reason *reason_new(struct model *model, enum reason_kind kind,
			  const struct location *at, struct function *via,
			  const char *format, ...) G_GNUC_PRINTF(5, 6);

#endif /* MDRV_CONTEXT_H */
