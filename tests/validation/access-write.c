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
	unsigned int mode : 3;
	u32 ring[8];
};

void writes(struct thing *t)
{
	t->stats.bad++;
	t->mode |= 2;
	t->shared->good = t->shared->bad;
	t->ring[t->plain] = 3;
}

MODULE_LICENSE("GPL");
/*
 * check-name: assignment writes, an update reads and writes, an index is read
 * expect: writes: access .* struct thing.stats.bad rw$
 * expect: writes: access .* struct thing.mode rw$
 * expect: writes: access .* struct counters.good w$
 * expect: writes: access .* struct counters.bad r$
 * expect: writes: access .* struct thing.ring w$
 * expect: writes: access .* struct thing.plain r$
 * reject: writes: access .* struct thing.plain .*w
 */
