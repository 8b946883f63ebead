// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u16 low : 4;
	u16 high : 12;
};

void change(struct thing *t)
{
	t->low = 3;
	t->high++;
}

int test(const struct thing *t)
{
	return t->low;
}

MODULE_LICENSE("GPL");
/*
 * check-name: bit-fields one by one
 * expect: change: access .* struct thing.low w$
 * expect: change: access .* struct thing.high rw$
 * expect: test: access .* struct thing.low r$
 * reject: test: access .* struct thing.high
 */
