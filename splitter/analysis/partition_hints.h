/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The state of one run of the partition, and the hints held against its result. */
#ifndef MDRV_PARTITION_HINTS_H
#define MDRV_PARTITION_HINTS_H

#include "context.h"
#include "partition_rules.h"

/* One function while its half is being found. */
struct choice {
	struct standing *standing;
	struct decision *decision;
	GPtrArray *body;		/* struct reason *: why its body cannot move */
	GPtrArray *entry;		/* struct reason *: why the kernel cannot enter it there */
	GPtrArray *callers;		/* struct call * of the driver that reach it */
	struct reason *twice;		/* why it cannot be in both halves, or NULL */
	struct function *kept_for;	/* the kernel-half function that needs it, or NULL */
	struct location kept_at;
	bool reached;			/* by an entry from the kernel */
	bool settled;			/* was in both halves and is not needed in the user half */
};

struct split {
	struct model *model;
	struct knowledge *knowledge;
	struct partition *partition;
	struct contexts *contexts;
	struct rules *rules;
	GHashTable *choices;		/* struct function * -> struct choice * */
	GPtrArray *order;		/* struct choice *, in source order */
};

/* False after errors: a hint contradicts what the analysis knows. */
bool partition_check_hints(struct split *split);

#endif /* MDRV_PARTITION_HINTS_H */
