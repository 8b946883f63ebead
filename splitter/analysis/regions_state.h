/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Private to regions*.c and surely.c: what may be so at one point of a function. */
#ifndef MDRV_REGIONS_STATE_H
#define MDRV_REGIONS_STATE_H

#include "cfg.h"
#include "knowledge.h"

enum {
	HELD_BITS = 5,
	DEEPEST = 7,		/* ends loops that only take a lock */
	STATES_MAX = 8,		/* kept apart at one point; more become one */
};

/*
 * How deep we are in each kind of atomic region (a bit of enum held), relative to the
 * start of the function: at least @low, at most @high; and which call began it.
 */
struct depths {
	signed char low[HELD_BITS];
	signed char high[HELD_BITS];
	const struct cfg_op *by[HELD_BITS];
};

/* Ways to a point that agree on what is held, and what they say about the cells. */
struct path_state {
	struct depths depths;
	unsigned char cells[CFG_CELLS];	/* enum sign */
};

/* Ways that differ in what is held are kept apart: later tests may tell them apart. */
struct states {
	GArray *list;		/* struct path_state; empty: not reached */
};

#define STATE(states, i) (&g_array_index((states)->list, struct path_state, i))

/* Add one way; returns true if that says something new. */
bool states_add(struct states *states, const struct path_state *state);
/* Change the depth of one kind of region. */
void depths_change(struct depths *depths, int bit, int low, int high, const struct cfg_op *by);
void depths_apply_fact(struct depths *depths, const struct fact *fact, const struct cfg_op *op);
bool depths_equal(const struct depths *a, const struct depths *b);
bool depths_neutral(const struct depths *depths);

/* Assign a value; @params are the signs of the parameters, or NULL. */
void state_set(struct path_state *state, unsigned char cell, const struct cfg_value *value,
	       const unsigned char *params);
unsigned char state_value(const struct path_state *state, const struct cfg_value *value,
			  const unsigned char *params);
/* Take an edge; false if it cannot be taken in this state. */
bool state_take(struct path_state *state, const struct cfg_value *test,
		const unsigned char *params);

#endif /* MDRV_REGIONS_STATE_H */
