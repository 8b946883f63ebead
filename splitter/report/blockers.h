/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What would move most if it were no obstacle: by partitions made as if it were not. */
#ifndef MDRV_BLOCKERS_H
#define MDRV_BLOCKERS_H

#include "knowledge.h"
#include "plan.h"

struct blocker {
	char *name;		/* as lift_name() has it, or a kind of them */
	bool is_kind;		/* all obstacles of that kind together */
	unsigned int functions;	/* that would move besides those that do, */
	unsigned int lines;	/* and lines of them */
};

/*
 * Obstacles that keep something, the most costly first (struct blocker *). The plan is
 * not made again: what it would take back counts as moved.
 */
GPtrArray *blockers_find(struct model *model, struct knowledge *knowledge,
			 const struct partition *partition);

#endif /* MDRV_BLOCKERS_H */
