// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part {
	int x;
	u8 name[16];
};

struct thing {
	struct part part;
};

int use(int value);

void whole(struct thing *t, struct part *p, struct part *q)
{
	struct part local = t->part;

	*p = *q;
	use(local.x);
}

MODULE_LICENSE("GPL");
/*
 * check-name: assigning a record reads and writes all its fields
 * expect: whole: access .* struct thing.part r$
 * expect: whole: access .* struct part.x w$
 * expect: whole: access .* struct part.x r$
 * expect: whole: access .* struct part.name w$
 */
