// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*open)(void);
	void (*close)(void);
};

void calls(struct ops *ops)
{
	ops->open();
	(*ops->close)();
}

MODULE_LICENSE("GPL");
/*
 * check-name: calls through fields, with and without a star
 * expect: calls: call 11:2 slot struct ops.open
 * expect: calls: call 12:2 slot struct ops.close
 * reject: calls: call .* pointer
 */
