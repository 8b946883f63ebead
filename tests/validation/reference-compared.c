// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct device_state {
	void (*callback)(void);
};

static void compared(void) {}

int same(struct device_state *state)
{
	return state->callback == compared;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function that is only compared is used as a value all the same
 * expect: compared: ref .* in=same
 */
