// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct raw {
	u32 words[2];
	u32 rest;
};

struct view {
	u32 low;
	u32 high;
};

void set(struct raw *raw)
{
	((struct view *)raw)->low = 1;
}

u32 get(const struct raw *raw)
{
	const struct view *view = (const void *)raw;

	return view->high;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a record seen as another type: any field of it may be meant
 * expect: set: access .* struct raw.words rw$
 * expect: set: access .* struct raw.rest rw$
 * expect: set: access .* struct view.low w$
 * expect: get: access .* struct raw.words r$
 * reject: get: access .* w$
 */
