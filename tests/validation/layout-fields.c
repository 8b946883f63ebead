// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u8 first;
	u64 wide;
	struct thing *next;
};

int size(struct thing *t)
{
	return t->first;
}

MODULE_LICENSE("GPL");
/*
 * check-name: size, alignment and offsets of a record
 * expect: struct_thing: record struct thing size 24 align 8 driver
 * expect: struct_thing: field first: u8 @0$
 * expect: struct_thing: field wide: u64 @64$
 * expect: struct_thing: field next: struct thing \* @128$
 */
