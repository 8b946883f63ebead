// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

struct thing {
	int plain;
	int number;
};

int use(int value);

void once(struct thing *t)
{
	use(READ_ONCE(t->plain));
	WRITE_ONCE(t->number, 1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: READ_ONCE and WRITE_ONCE are a read and a write, no address-taking
 * expect: once: access .* struct thing.plain r$
 * expect: once: access .* struct thing.number w$
 * reject: once: access .* struct thing.(plain|number) .*&
 */
