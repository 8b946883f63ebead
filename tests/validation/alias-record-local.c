// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct stats {
	u32 good;
	u32 bad;
};

struct thing {
	int plain;
	struct stats stats;
};

u32 local(void)
{
	struct stats own;
	u8 *bytes = (u8 *)&own;

	bytes[0] = 1;
	memset(&own, 0, sizeof(own));
	return own.good;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a local record used as bytes is nobody else's
 * reject: local: access .* w$
 */
