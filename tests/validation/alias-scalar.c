// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct stats {
	u32 good;
	u32 bad;
};

struct thing {
	int plain;
	struct stats stats;
};

static void bump(u32 *value)
{
	++*value;
}

void count(struct thing *t)
{
	u32 *good = &t->stats.good;

	*good = 1;
	bump(&t->stats.bad);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a pointer to a field may read and write it
 * expect: count: access .* struct thing.stats.good &$
 * expect: count: access .* struct thing.stats.bad &$
 */
