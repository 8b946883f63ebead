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

static void *forward(void *memory)
{
	return memory;
}

static void *inside(struct thing *t)
{
	return &t->stats;
}

void by_forward(struct stats *s, void *other)
{
	u8 *bytes = forward(s), *foreign = forward(other);

	bytes[0] = 1;
	foreign[0] = 1;
}

void by_inside(struct thing *t)
{
	memset(inside(t), 0, sizeof(t->stats));
}

int passes_on(struct thing *t)
{
	return forward(t) != NULL;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a pointer that a function returns is still one to the record
 * expect: by_forward: access .* struct stats.good w$
 * expect: inside: access .* struct stats.bad w$
 * reject: passes_on: access
 */
