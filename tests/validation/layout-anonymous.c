// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	struct {
		char inner;
	};
	union {
		int as_int;
		void *pointer;
	} both;
};

int size(struct thing *t)
{
	return t->inner;
}

MODULE_LICENSE("GPL");
/*
 * check-name: anonymous members are fields without a name
 * expect: struct_thing: field : struct
 * expect: struct_thing: field both: union
 */
