// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int argument(int x) { return x; }

int uses(int x)
{
	if (0) {
inside:
		return argument(4);
	}
	if (!x)
		goto inside;
	return x;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a label keeps excluded code alive
 * expect: uses: call .* argument .*=4\)
 */
