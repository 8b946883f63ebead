// SPDX-License-Identifier: GPL-2.0-only
#include "state.h"

u32 state_level, state_limit = 10;
struct span state_range;
static u32 total;

int state_up(int v) { return v + 1; }
int state_down(int v) { return v - 1; }
int (*state_step)(int v) = state_up;

u32 *state_total(void)
{
	return &total;
}
