// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	int (*step)(int a);
};

static int idle(int a) { return a; }

int run(struct ops *ops)
{
	if (ops->step == idle || !idle)
		return 1;
	return 0;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a comparison with a function gives nobody its address
 * expect: idle: ref .*tested
 * reject: idle: escape
 */
