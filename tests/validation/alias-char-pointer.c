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

void poke(struct thing *t)
{
	char *bytes = (char *)t;

	bytes[3] = 1;
}

char peek(const struct thing *t, int offset)
{
	return *((const char *)t + offset);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a record seen as bytes: all of its fields
 * expect: poke: access .* struct thing.plain w$
 * expect: poke: access .* struct thing.stats.bad w$
 * expect: peek: access .* struct thing.stats.bad r$
 * reject: peek: access .* w$
 */
