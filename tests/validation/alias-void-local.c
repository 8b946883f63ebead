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

void clear(struct thing *t)
{
	void *memory = &t->stats;

	memset(memory, 0, sizeof(t->stats));
}

MODULE_LICENSE("GPL");
/*
 * check-name: a record behind a void * is used where that pointer is
 * expect: clear: access .* struct stats.good w$
 * expect: clear: access .* struct stats.bad w$
 * reject: clear: access .* struct thing.plain
 */
