// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int plain;
	int other;
};

static struct thing one;
static int simple;

void take(void *p);

void globals(void)
{
	one.plain = simple;
	simple++;
	take(&one);
	take(&one.other);
}

MODULE_LICENSE("GPL");
/*
 * check-name: globals, and fields of a global record
 * expect: globals: access .* struct thing.plain w global=one
 * expect: globals: global .* simple rw$
 * expect: globals: global .* simple r$
 * expect: globals: global .* one &$
 * expect: globals: access .* struct thing.other & global=one
 */
