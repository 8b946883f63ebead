// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct inner {
	u32 a;
	u32 b[2];
};

struct thing {
	struct {
		struct inner deep;
		int c;
	} group;
	struct inner *list;
};

void copies(struct thing *t)
{
	memcpy((void *)&t->group, t->list, sizeof(t->group));
}

MODULE_LICENSE("GPL");
/*
 * check-name: memcpy writes one record and reads the other, nested ones included
 * expect: copies: access .* \.deep.a w$
 * expect: copies: access .* \.c w$
 * expect: copies: access .* struct inner.a r$
 */
