// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct counters {
	u32 good;
};

struct thing {
	int plain;
	struct counters stats;
};

int use(int value);

void others(struct thing *t)
{
	use((*t).plain);
	(*&t->stats).good = 1;
}

MODULE_LICENSE("GPL");
/*
 * check-name: other spellings of the arrow
 * expect: others: access .* struct thing.plain r$
 * expect: others: access .* struct thing.stats &$
 * expect: others: access .* struct counters.good w$
 */
