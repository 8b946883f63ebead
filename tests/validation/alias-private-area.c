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

static void *private(const struct thing *t)
{
	return (char *)t + sizeof(struct thing);
}

static struct stats *next(struct thing *t)
{
	return (struct stats *)(t + 1);
}

void clear(struct thing *t)
{
	memset(private(t), 0, 8);
	next(t)->good = 1;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what lies behind the end of a record is none of its fields
 * expect: clear: access .* struct stats.good w$
 * reject: clear: access .* struct thing
 * reject: private: access
 * reject: next: access
 */
