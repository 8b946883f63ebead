// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int dead(int x) { return x; }
static int alive(int x) { return x; }

int uses(int x)
{
	if (0)
		return dead(1);
	return alive(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what a constant condition excludes is not called
 * reject: uses: call .* dead
 * expect: uses: call .* alive
 */
