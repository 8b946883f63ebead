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

void change(struct thing *t)
{
	t->plain += 2;
	t->stats.good--;
	t->stats.bad <<= t->plain;
}

void chain(struct thing *t)
{
	t->plain = t->stats.good = 1;
}

MODULE_LICENSE("GPL");
/*
 * check-name: an assignment with an operator reads and writes
 * expect: change: access .* struct thing.plain rw$
 * expect: change: access .* struct thing.stats.good rw$
 * expect: change: access .* struct thing.stats.bad rw$
 * expect: chain: access .* struct thing.plain w$
 * expect: chain: access .* struct thing.stats.good w$
 */
