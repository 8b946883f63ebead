// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*open)(void);
	void (*close)(void);
};

static void literal(void) {}

void setup(struct ops *ops)
{
	*ops = (struct ops){ .close = literal };
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function in a compound literal
 * expect: literal: ref .* slot struct ops.close in=setup
 */
