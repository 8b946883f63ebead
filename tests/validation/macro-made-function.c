// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int helper(int x) { return x; }

#define MAKE_GETTER(name) static int get_##name(void) { return helper(0); }
MAKE_GETTER(made)

int written(void)
{
	return get_made();
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function that a macro defines
 * expect: get_made: function get_made .* from-macro
 * reject: written: from-macro
 */
