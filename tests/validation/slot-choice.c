// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*open)(void);
};

static void first_choice(void) {}
static void second_choice(void) {}

void setup(struct ops *ops, int choose)
{
	ops->open = choose ? first_choice : second_choice;
}

MODULE_LICENSE("GPL");
/*
 * check-name: one of two functions assigned to a field
 * expect: first_choice: ref .* slot struct ops.open in=setup
 * expect: second_choice: ref .* slot struct ops.open in=setup
 */
