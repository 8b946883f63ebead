// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part {
	int x;
};

struct thing {
	void *pointer;
};

void casts(struct thing *t)
{
	((struct part *)t->pointer)->x = 1;
}

MODULE_LICENSE("GPL");
/*
 * check-name: behind a cast the access is one to the record that the cast names
 * expect: casts: access .* struct part.x w$
 * expect: casts: access .* struct thing.pointer r$
 */
