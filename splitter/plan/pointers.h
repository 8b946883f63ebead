/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many pointers cross, and what had to be known for each. */
#ifndef MDRV_POINTERS_H
#define MDRV_POINTERS_H

#include "plan.h"

struct pointer_counts {
	unsigned int automatic;	/* settled by the analysis and the facts about the kernel */
	unsigned int hinted;	/* settled by a hint about the driver */
	unsigned int ambiguous;	/* not settled: these keep a function in the kernel */
};

/* @plan may be NULL: then only the last is known. */
struct pointer_counts pointers_count(const struct partition *partition, const struct plan *plan);

#endif /* MDRV_POINTERS_H */
