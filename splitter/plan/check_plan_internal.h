/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shared by the parts of the closing check. */
#ifndef MDRV_CHECK_PLAN_INTERNAL_H
#define MDRV_CHECK_PLAN_INTERNAL_H

#include <string.h>

#include "check_plan.h"

struct check_work {
	const struct check *check;
	GPtrArray *findings;
	GHashTable *reached;	/* struct function * */
	GHashTable *looked_at;	/* struct record *: user code touches fields by a pointer to it */
	GHashTable *many;	/* struct field * -> struct call *, see check_many_of() */
	GHashTable *shown;	/* struct field * -> struct wire_field *, one of those it is */
};

/* @in does what cannot be given; of an inline, those of the driver that use it. */
void check_blame(const struct check_work *w, struct function *in, const struct location *at,
		 const char *text);

/* The downcall that @call is, or NULL. */
const struct crossing *check_downcall(const struct check_work *w, const struct call *call);

/* Is there a @base, or anything if that is NULL, with a @tail as its private area? */
bool check_has_tail(const struct check_work *w, const struct record *base,
		    const struct record *tail);

/* What @function, which runs in the user half, looks at that is not there. */
void check_absent(const struct check_work *w, struct function *function);

/* What it frees. */
void check_frees(const struct check_work *w, struct function *function);

/* What it allocates of more than the runtime gives, or of what it cannot give. */
GHashTable *check_many_of(const struct check_work *w);
void check_allocations(const struct check_work *w, struct function *function);

/* What it writes behind pointers without a record. */
void check_written(const struct check_work *w, struct function *function);

/* What it looks at beside the first record behind a pointer. */
void check_besides(const struct check_work *w, struct function *function);

/* Addresses that it hands to downcalls. */
void check_arguments(const struct check_work *w, struct function *function);

/* @value may be the address of a record on the stack of whoever has called @function. */
void check_local(const struct check_work *w, struct function *function, const struct call *call,
		 const struct crossing *crossing, const struct argument *value);

/* Addresses that it lets cross as numbers. */
void check_addresses(const struct check_work *w, struct function *function);

/* Addresses of one thing that become pointers to another. */
void check_recasts(const struct check_work *w);

#endif /* MDRV_CHECK_PLAN_INTERNAL_H */
