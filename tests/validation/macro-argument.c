// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#define call_it(x) helper(x)

static int helper(int x) { return x; }
static int argument(int x) { return x; }

int uses(void)
{
	return call_it(argument(2));
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call in the argument of a macro is the driver's own
 * expect: uses: call .* helper .* macro=call_it
 * expect: uses: call .* argument .*=2\)
 * reject: uses: call .* argument .* macro=
 */
