// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int plus(int a) { return a + 1; }
static int minus(int a) { return a - 1; }
static int other(int a) { return a; }

static int (*current_op)(int a) = plus;

void set(void)
{
	current_op = minus;
}

int run(int a)
{
	int (*op)(int a);

	op = current_op;
	return op(a) + current_op(a);
}

int unused(int a)
{
	int (*never)(int a) = other;

	return never == plus ? a : 0;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a variable reaches all that is ever assigned to it
 * expect: run: call 20:9 pointer .*TARGETS variable:(plus|minus),variable:(plus|minus)$
 * expect: run: call 20:17 pointer .*TARGETS variable:(plus|minus),variable:(plus|minus)$
 * reject: run: other|OUTWARD|BY-TYPE|UNRESOLVED
 * reject: plus: escape
 * reject: other: escape
 */
