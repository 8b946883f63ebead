// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u32 count;
	u8 tail[];
};

int size(struct thing *t)
{
	return t->tail[0];
}

MODULE_LICENSE("GPL");
/*
 * check-name: an array without a size at the end of a record
 * expect: struct_thing: field tail: u8\[\] @32$
 * expect: size: access .* struct thing.tail r$
 */
