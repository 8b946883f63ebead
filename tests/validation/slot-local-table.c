// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*open)(void);
};

static void local_table(void) {}

void setup(void)
{
	struct ops local = { .open = local_table };

	local.open();
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function in a table on the stack
 * expect: local_table: ref .* slot struct ops.open in=setup
 * expect: setup: call .* slot struct ops.open
 */
