// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which locks a function takes. One that it is given as an argument is known only to
 * its callers: they put their own argument in its place, through as many calls as it
 * takes. Inline functions of headers hand on all that they take: the driver's function
 * that calls them is where it shows.
 */
#include "locks_taken.h"

enum { TAKEN_MAX = 64, STEPS = 8 };

struct takings *takings_new(void)
{
	struct takings *takings = g_new0(struct takings, 1);

	takings->by_cfg = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
	return takings;
}

void takings_free(struct takings *takings)
{
	if (!takings)
		return;
	g_hash_table_unref(takings->by_cfg);
	g_free(takings);
}

static struct cfg_place argument(const struct cfg_op *op, unsigned int number)
{
	static const struct cfg_place nowhere;

	return number < op->arg_count ? op->args[number] : nowhere;
}

/* Look through functions that return what they are given, or a fixed place. */
static struct cfg_place resolve(const struct cfg *cfg, struct cfg_place place)
{
	static const struct cfg_place nowhere;
	int steps;

	for (steps = 0; place.kind == CFG_AT_RESULT && steps < STEPS; steps++) {
		const struct cfg_op *op = &cfg->ops[place.index];

		if (!op->body || op->body->returns.kind == CFG_AT_RESULT)
			return nowhere;
		place = op->body->returns;
		if (place.kind == CFG_AT_PARAM)
			place = argument(op, place.index);
	}
	return place.kind == CFG_AT_RESULT ? nowhere : place;
}

static void add(GArray *list, const struct taken *taken)
{
	guint i;

	for (i = 0; i < list->len; i++) {
		const struct taken *known = &g_array_index(list, struct taken, i);

		if (known->op == taken->op && known->fact == taken->fact &&
		    known->place.kind == taken->place.kind &&
		    known->place.index == taken->place.index &&
		    known->place.field == taken->place.field &&
		    known->place.name == taken->place.name)
			return;
	}
	g_array_append_vals(list, taken, 1);
}

/* What a helper takes, as its caller sees it. */
static void add_helper(struct takings *takings, const struct cfg *cfg, const struct cfg_op *op,
		       GArray *list)
{
	GArray *theirs = takings_of(takings, op->body);
	bool own = op->body->function && op->body->function->in_driver;
	guint i;

	for (i = 0; i < theirs->len && i < TAKEN_MAX; i++) {
		struct taken taken = g_array_index(theirs, struct taken, i);

		if (taken.place.kind == CFG_AT_PARAM) {
			taken.arg = taken.place.index;
			taken.place = resolve(cfg, argument(op, taken.place.index));
		} else if (own) {
			continue;
		}
		taken.op = op;
		taken.helper = op->body->function;
		add(list, &taken);
	}
}

GArray *takings_of(struct takings *takings, const struct cfg *cfg)
{
	GArray *list = g_hash_table_lookup(takings->by_cfg, cfg);
	unsigned int i;

	if (list)
		return list;
	list = g_array_new(FALSE, FALSE, sizeof(struct taken));
	g_hash_table_insert(takings->by_cfg, (gpointer)cfg, list);	/* ends recursion */
	for (i = 0; i < cfg->op_count; i++) {
		const struct cfg_op *op = &cfg->ops[i];
		struct taken taken = { .fact = op->fact, .op = op };

		if (op->kind != CFG_CALL)
			continue;
		if (op->fact && op->fact->is_lock && op->fact->begins) {
			taken.arg = op->fact->lock_arg;
			taken.place = resolve(cfg, argument(op, taken.arg));
			add(list, &taken);
		} else if (op->body) {
			add_helper(takings, cfg, op, list);
		}
	}
	return list;
}
