// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part {
	int x;
	u8 name[16];
};

struct thing {
	struct part parts[4];
	struct part *list;
};

int use(int value);

void arrays(struct thing *t, int i)
{
	t->parts[i].x = 1;
	use(t->list[i].x);
	t->list[i].name[0] = 'a';
}

MODULE_LICENSE("GPL");
/*
 * check-name: an element of an array inside a record, and of one behind a pointer
 * expect: arrays: access .* struct thing.parts.x w$
 * expect: arrays: access .* struct part.x r$
 * expect: arrays: access .* struct thing.list r$
 * expect: arrays: access .* struct part.name w$
 */
