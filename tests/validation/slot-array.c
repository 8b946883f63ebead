// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*open)(void);
	void (*close)(void);
};

static void element(void) {}

struct ops array[] = {
	[1] = { .close = element },
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function in an array of tables
 * expect: element: ref .* slot struct ops.close global=array
 */
