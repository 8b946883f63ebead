// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

struct outside;

struct thing {
	u8 first;
	u16 low : 4, high : 12;
	u64 wide;
	struct {
		char inner;
	};
	union {
		int as_int;
		struct outside *pointer;
	} both;
	spinlock_t lock;
	u8 tail[];
};

struct grouped {
	int before;
	struct_group(group,
		int one;
		int two;
	);
	int after;
};

int groups(struct grouped *g)
{
	g->one = g->group.two;
	return g->after;
}

int size(struct thing *t)
{
	return t->tail[0];
}

MODULE_LICENSE("GPL");
/*
 * check-name: layout of records
 * expect: struct_thing: record struct thing size [0-9]+ align 8 driver
 * expect: struct_thing: field first: u8 @0$
 * expect: struct_thing: field low: u16 @8 :4$
 * expect: struct_thing: field high: u16 @16 :12$
 * expect: struct_thing: field wide: u64 @64$
 * expect: struct_thing: field : struct
 * expect: struct_thing: field both: union
 * expect: struct_thing: field tail: u8\[\] @
 * expect: groups: access .* struct grouped...one w$
 * expect: groups: access .* struct grouped..group.two r$
 * expect: groups: access .* struct grouped.after r$
 * expect: size: access .* struct thing.tail r$
 * expect: struct_spinlock: record struct spinlock
 * expect: struct_outside: record struct outside .* incomplete
 */
