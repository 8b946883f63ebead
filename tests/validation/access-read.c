// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct counters {
	u32 good;
	u32 bad;
};

struct thing {
	int plain;
	struct counters stats;
	struct counters *shared;
	unsigned int flag : 1;
	struct thing *next;
};

int use(int value);

void reads(struct thing *t)
{
	use(t->plain);
	if (t->flag)
		use(t->stats.good + t->shared->bad);
	use(t->next->next->plain);
}

MODULE_LICENSE("GPL");
/*
 * check-name: fields that are only read, through pointers and inside each other
 * expect: reads: access .* struct thing.plain r$
 * expect: reads: access .* struct thing.flag r$
 * expect: reads: access .* struct thing.stats.good r$
 * expect: reads: access .* struct counters.bad r$
 * expect: reads: access .* struct thing.shared r$
 * expect: reads: access .* struct thing.next r$
 * reject: reads: access .* (w|rw|&)$
 */
