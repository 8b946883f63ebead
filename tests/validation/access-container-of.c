// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

struct counters {
	u32 good;
};

struct thing {
	int plain;
	struct counters stats;
};

int container(struct counters *c)
{
	return container_of(c, struct thing, stats)->plain;
}

MODULE_LICENSE("GPL");
/*
 * check-name: container_of leads to the outer record and accesses no member by itself
 * expect: container: access .* struct thing.plain r$
 * reject: container: access .* struct thing.stats
 */
