// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct inner {
	u32 a;
};

int on_stack(void)
{
	struct inner local;

	memset(&local, 0, sizeof(local));
	return local.a;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a record on the stack is nobody else's
 * reject: on_stack: ^  access .* w
 */
