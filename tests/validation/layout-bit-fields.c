// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u8 first;
	u16 low : 4, high : 12;
};

int size(struct thing *t)
{
	return t->low;
}

MODULE_LICENSE("GPL");
/*
 * check-name: bit-fields have an offset and a width in bits
 * expect: struct_thing: field low: u16 @8 :4$
 * expect: struct_thing: field high: u16 @16 :12$
 */
