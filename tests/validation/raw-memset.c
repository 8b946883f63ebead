// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct inner {
	u32 a;
	u32 b[2];
};

struct thing {
	struct inner now;
};

void sets(struct thing *t)
{
	memset(&t->now, 0, sizeof(t->now));
}

MODULE_LICENSE("GPL");
/*
 * check-name: memset writes every field of the record
 * expect: sets: access .* struct inner.a w$
 * expect: sets: access .* struct inner.b w$
 * reject: sets: access .* r$
 */
