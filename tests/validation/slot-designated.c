// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	int version;
	void (*open)(void);
};

static void designated(void) {}

const struct ops table = {
	.open = designated,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function in a designated initialiser
 * expect: designated: ref .* slot struct ops.open global=table
 */
