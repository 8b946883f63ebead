// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct counters {
	u32 good;
	u32 bad;
};

struct thing {
	struct counters stats;
};

u64 wider(struct thing *t)
{
	return *(u64 *)&t->stats.good;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a read through a wider type reaches the neighbour of the field
 * expect: wider: access .* struct thing.stats.good &$
 * expect: wider: access .* struct counters.bad r$
 */
