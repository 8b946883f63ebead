// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*open)(void);
};

static void first(void) { }
static void second(void) { }
static void third(void) { }

void run(struct ops *ops, int flag)
{
	(flag ? first : second)();
	ops->open = flag ? third : NULL;
	(flag ? ops->open : first)();
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call of a choice
 * expect: run: call 14:2 pointer .*TARGETS variable:first,variable:second$
 * expect: run: call 16:2 .*TARGETS slot:(first|third),slot:(first|third)$
 * reject: first: escape
 */
