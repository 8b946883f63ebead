// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	int version;
	void (*open)(void);
};

static void positional(void) {}

struct ops table = { 1, positional, };

MODULE_LICENSE("GPL");
/*
 * check-name: a function in an initialiser without names
 * expect: positional: ref .* slot struct ops.open global=table
 */
