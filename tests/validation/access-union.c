// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	union {
		int number;
		void *pointer;
	};
};

int use(int value);

void members(struct thing *t)
{
	use(t->number);
	t->pointer = NULL;
}

MODULE_LICENSE("GPL");
/*
 * check-name: members of an anonymous union are fields of their own
 * expect: members: access .* struct thing..number r$
 * expect: members: access .* struct thing..pointer w$
 */
