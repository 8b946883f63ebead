/* SPDX-License-Identifier: GPL-2.0-only */
struct state {
	spinlock_t lock;
	int count;
	u32 level;
};

static inline u32 inlined(const struct state *state)
{
	return state->level;
}

static u32 of_header(struct state *state, u32 add)
{
	return state->level + add;
}
