// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * States of the lock analysis. Ways that lead to the same depths are one state, and
 * know of a cell only what holds on all of them; ways with different depths stay
 * apart, so that "if (locked) unlock" undoes just what "if (locked) lock" did.
 */
#include <string.h>

#include "regions_state.h"

static bool covers(const struct depths *outer, const struct depths *inner)
{
	int i;

	for (i = 0; i < HELD_BITS; i++) {
		if (outer->low[i] > inner->low[i] || outer->high[i] < inner->high[i])
			return false;
	}
	return true;
}

bool depths_equal(const struct depths *a, const struct depths *b)
{
	return !memcmp(a->low, b->low, sizeof(a->low)) &&
	       !memcmp(a->high, b->high, sizeof(a->high));
}

bool depths_neutral(const struct depths *depths)
{
	static const struct depths none;

	return depths_equal(depths, &none);
}

static bool join_cells(struct path_state *into, const struct path_state *from)
{
	bool changed = false;
	int i;

	for (i = 0; i < CFG_CELLS; i++) {
		changed |= from->cells[i] & ~into->cells[i];
		into->cells[i] |= from->cells[i];
	}
	return changed;
}

static void join_depths(struct depths *into, const struct depths *from)
{
	int i;

	for (i = 0; i < HELD_BITS; i++) {
		if (from->high[i] > into->high[i])
			into->by[i] = from->by[i];
		into->low[i] = MIN(into->low[i], from->low[i]);
		into->high[i] = MAX(into->high[i], from->high[i]);
	}
}

bool states_add(struct states *states, const struct path_state *state)
{
	guint i;

	for (i = 0; i < states->list->len; i++) {
		if (covers(&STATE(states, i)->depths, &state->depths))
			return join_cells(STATE(states, i), state);
	}
	g_array_append_vals(states->list, state, 1);
	if (states->list->len <= STATES_MAX)
		return true;
	for (i = 1; i < states->list->len; i++) {
		join_depths(&STATE(states, 0)->depths, &STATE(states, i)->depths);
		join_cells(STATE(states, 0), STATE(states, i));
	}
	g_array_set_size(states->list, 1);
	return true;
}

void depths_change(struct depths *depths, int bit, int low, int high, const struct cfg_op *by)
{
	if (high > 0 && depths->high[bit] <= 0)
		depths->by[bit] = by;
	depths->low[bit] = CLAMP(depths->low[bit] + low, -DEEPEST, DEEPEST);
	depths->high[bit] = CLAMP(depths->high[bit] + high, -DEEPEST, DEEPEST);
}

void depths_apply_fact(struct depths *depths, const struct fact *fact, const struct cfg_op *op)
{
	int i;

	for (i = 0; i < HELD_BITS; i++) {
		if (fact->begins & 1u << i)
			depths_change(depths, i, 1, 1, op);
		if (fact->ends & 1u << i)
			depths_change(depths, i, -1, -1, op);
	}
}

unsigned char state_value(const struct path_state *state, const struct cfg_value *value,
			  const unsigned char *params)
{
	unsigned char cell;

	switch (value->kind) {
	case CFG_CONST:
		return value->yes;
	case CFG_PARAM:
		return params ? params[value->index] : SIGN_ANY;
	case CFG_CELL:
		return state->cells[value->index];
	case CFG_TRUTH:
		cell = state->cells[value->index];
		return (cell & value->yes ? SIGN_POSITIVE : 0) |
		       (cell & value->no ? SIGN_ZERO : 0);
	default:
		return SIGN_ANY;
	}
}

void state_set(struct path_state *state, unsigned char cell, const struct cfg_value *value,
	       const unsigned char *params)
{
	state->cells[cell] = state_value(state, value, params);
}

bool state_take(struct path_state *state, const struct cfg_value *test,
		const unsigned char *params)
{
	if (test->kind == CFG_TRUTH) {
		state->cells[test->index] &= test->yes;
		return state->cells[test->index];
	}
	return state_value(state, test, params) & SIGN_NONZERO;
}
