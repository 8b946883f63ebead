// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct inner {
	u32 a;
};

static struct thing {
	struct inner now;
	struct inner list[2];
} one;

void sets(void)
{
	memset(&one, 0xff, sizeof(one));
}

MODULE_LICENSE("GPL");
/*
 * check-name: memset of a global record
 * expect: sets: access .* struct thing.now.a w global=one$
 * expect: sets: access .* struct thing.list.a w global=one$
 */
