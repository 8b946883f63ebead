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

void clear(struct thing *t, struct stats *s, int which)
{
	void *memory = which ? (void *)t : s;

	memset(memory, 0, 4);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a pointer that may be one of two
 * expect: clear: access .* struct thing.plain w$
 * expect: clear: access .* struct stats.good w$
 */
