// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct device_state {
	void (*callback)(void);
};

static void assigned(void) {}
static void by_address(void) {}

void setup(struct device_state *state)
{
	state->callback = assigned;
	state->callback = &by_address;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function assigned to a field
 * expect: assigned: ref .* slot struct device_state.callback in=setup
 * expect: by_address: ref .* slot struct device_state.callback in=setup
 */
