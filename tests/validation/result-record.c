// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	struct thing *next;
};

void *make(int mark);

struct thing *results(struct thing *t)
{
	struct thing *fresh = make(1);

	t->next = make(2);
	if (fresh)
		return make(3);
	return NULL;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what an untyped result is stored in says what it points at
 * expect: results: make .*=1\) used ->struct thing
 * expect: results: make .*=2\) used ->struct thing
 * expect: results: make .*=3\) used ->struct thing
 */
