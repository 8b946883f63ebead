/* SPDX-License-Identifier: GPL-2.0-only */
#include <linux/types.h>

struct span { u32 low, high; };
extern u32 state_level, state_limit;
extern struct span state_range;
extern int (*state_step)(int v);
u32 *state_total(void);
int state_up(int v);
int state_down(int v);

static inline void state_set(u32 level)
{
	state_level = level;
	state_range.low = level / 2;
}

static inline u32 *state_high(void)
{
	return &state_range.high;
}
