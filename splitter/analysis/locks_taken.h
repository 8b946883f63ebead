/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Private to locks*.c: which locks a function takes, in terms of its own places. */
#ifndef MDRV_LOCKS_TAKEN_H
#define MDRV_LOCKS_TAKEN_H

#include "cfg.h"
#include "knowledge.h"

/* A lock that a function takes, itself or by a helper that it names the lock to. */
struct taken {
	struct cfg_place place;	/* of the lock, as the function sees it */
	const struct fact *fact; /* the primitive */
	const struct cfg_op *op; /* the operation of this function: the primitive or a helper */
	unsigned int arg;	/* argument of @op that leads to the lock */
	struct function *helper; /* that @op calls; NULL for the primitive */
};

struct takings {
	GHashTable *by_cfg;	/* struct cfg * -> GArray of struct taken */
};

struct takings *takings_new(void);
void takings_free(struct takings *takings);
/* All that the function takes; the array belongs to @takings. */
GArray *takings_of(struct takings *takings, const struct cfg *cfg);

#endif /* MDRV_LOCKS_TAKEN_H */
