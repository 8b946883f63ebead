// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct inner {
	u32 a;
	u32 b[2];
};

struct thing {
	struct inner now;
	struct inner before;
};

int compares(struct thing *t)
{
	return memcmp(&t->now, &t->before, sizeof(t->now));
}

MODULE_LICENSE("GPL");
/*
 * check-name: memcmp reads
 * expect: compares: access .* struct inner.b r$
 * reject: compares: access .* w$
 */
