// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

struct inner {
	u32 a;
	u32 b[2];
};

u32 reinterprets(struct inner *to, struct inner *from)
{
	((u8 *)to)[3] = 1;
	return *(u16 *)from;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a record that is used as bytes is read or written as a whole
 * expect: reinterprets: access .* struct inner.b w$
 * expect: reinterprets: access .* struct inner.a r$
 */
