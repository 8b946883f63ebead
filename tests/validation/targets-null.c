// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int taken(int a) { return a; }
int (*stored)(int a) = taken;

int run(int a)
{
	int (*op)(int a) = NULL;

	if (op)
		return op(a);
	return stored(a);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a local variable that only NULL is assigned to calls nothing
 * reject: run: call 12:.*(TARGETS|UNRESOLVED|OUTWARD)
 * expect: run: call 13:.*TARGETS variable:taken$
 * plan: indirect_calls.unresolved: ^0$
 */
