// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int plain;
	u32 list[4];
};

int use(int value);

void sizes(struct thing *t)
{
	use(sizeof(t->list));
	use(__builtin_types_compatible_p(typeof(t->plain), int));
}

MODULE_LICENSE("GPL");
/*
 * check-name: operands of sizeof and typeof are not evaluated, hence no accesses
 * expect: sizes: call .* use
 * reject: sizes: ^  access
 */
