// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*close)(void);
};

static int cast_away(int x) { return x; }

const struct ops table = {
	.close = (void (*)(void))cast_away,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function that is cast to the type of its slot
 * expect: cast_away: ref .* slot struct ops.close global=table
 */
