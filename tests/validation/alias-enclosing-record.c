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

struct base {
	int kind;
};

struct derived {
	struct base base;
	int more;
};

int up(struct stats *s)
{
	return container_of(s, struct thing, stats)->plain;
}

int down(struct base *base)
{
	return ((struct derived *)base)->more;
}

int first(struct derived *derived)
{
	return ((struct base *)derived)->kind;
}

MODULE_LICENSE("GPL");
/*
 * check-name: container_of() and casts to the first member are no other view of the memory
 * expect: up: access .* struct thing.plain r$
 * reject: up: access .* struct stats
 * expect: down: access .* struct derived.more r$
 * reject: down: access .* struct base
 * expect: first: access .* struct base.kind r$
 * reject: first: access .* struct derived.more
 */
