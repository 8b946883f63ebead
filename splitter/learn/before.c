// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which calls come before a point. A call that sleeps proves process context if no
 * region was open at it relative to the start of the function: as it would be a bug in
 * atomic context, none was open absolutely, and what is open later was opened later.
 */
#include <string.h>

#include "before.h"
#include "regions.h"

/* The states at the entries of all blocks, and where the function returns. */
struct solution {
	struct before *entries;
	struct before end;	/* at its returns, all taken together */
	bool busy;
};

struct history {
	const struct knowledge *knowledge;
	GHashTable *solutions;	/* struct cfg * -> struct solution * */
};

static void solution_free(gpointer data)
{
	struct solution *solution = data;

	g_free(solution->entries);
	g_free(solution);
}

struct history *history_new(const struct knowledge *knowledge)
{
	struct history *history = g_new0(struct history, 1);

	history->knowledge = knowledge;
	history->solutions = g_hash_table_new_full(NULL, NULL, NULL, solution_free);
	return history;
}

void history_free(struct history *history)
{
	g_hash_table_unref(history->solutions);
	g_free(history);
}

static bool has_argument(const struct call *call, const char *text)
{
	guint i;

	for (i = 0; i < call->args->len; i++) {
		const struct argument *argument = call->args->pdata[i];

		if (!g_strcmp0(argument->text, text))
			return true;
	}
	return false;
}

/*
 * A sleeping lock, or an allocation that may wait. Of other functions that may sleep it
 * is not known that they complain, so callers may live with what mostly works.
 */
static bool sleeps_surely(const struct history *history, const struct cfg_op *op)
{
	const struct fact *fact = op->name ? knowledge_fact(history->knowledge, op->name) : NULL;

	if (!fact || !op->calls || !op->calls[0])
		return false;
	if (fact->sleeps && fact->scoped && fact->acquires)
		return true;
	return fact->sleeps_if && has_argument(op->calls[0], fact->sleeps_if);
}

/* Nothing is open there that was not open when the function was entered, nor less. */
static bool is_level(const struct cfg_op *op)
{
	guint i;

	for (i = 0; op->calls && op->calls[i]; i++) {
		if (op->calls[i]->held || op->calls[i]->dropped)
			return false;
	}
	return op->calls && op->calls[0];
}

static const struct solution *solve(struct history *history, const struct cfg *cfg);

/*
 * May it return with a region open that nobody knows of? What has a body is known by
 * it; what has a fact, by that; of the rest only the name tells anything.
 */
static bool is_doubtful(struct history *history, const struct cfg_op *op)
{
	const struct call *call = op->calls ? op->calls[0] : NULL;

	if (op->fact || (op->name && knowledge_fact(history->knowledge, op->name)))
		return false;
	if (op->body)
		return solve(history, op->body)->end.doubt;
	if (op->name)
		return regions_sound(op->name);
	return call && call->slot && regions_sound(call->slot->name);
}

static void step(struct history *history, struct before *state, const struct cfg_op *op)
{
	if (op->kind != CFG_CALL || !state->reached)
		return;
	if (is_level(op) && (sleeps_surely(history, op) ||
			     (op->body && !op->fact && solve(history, op->body)->end.proof))) {
		state->proof = op;
		state->doubt = NULL;
	} else if (is_doubtful(history, op)) {
		state->doubt = op;
	}
}

/* Ways meet: true if that says something new about @into. */
static bool join(struct before *into, const struct before *from)
{
	struct before old = *into;

	if (!from->reached)
		return false;
	if (!into->reached) {
		*into = *from;
		return true;
	}
	if (!from->proof)
		into->proof = NULL;
	if (!into->doubt)
		into->doubt = from->doubt;
	return old.proof != into->proof || old.doubt != into->doubt;
}

static bool leave_block(struct history *history, const struct cfg *cfg,
			struct solution *solution, unsigned int number)
{
	const struct cfg_block *block = &cfg->blocks[number];
	struct before state = solution->entries[number];
	bool changed = false;
	unsigned int i;

	for (i = block->first; i < block->end; i++)
		step(history, &state, &cfg->ops[i]);
	for (i = 0; i < block->edge_count; i++)
		changed |= join(&solution->entries[block->edges[i].to], &state);
	if (block->returns)
		join(&solution->end, &state);
	return changed;
}

static const struct solution *solve(struct history *history, const struct cfg *cfg)
{
	static const struct cfg_op recursion = { .kind = CFG_CALL, .name = "a recursive call" };
	static const struct solution unknown = { .end.doubt = &recursion };
	struct solution *solution = g_hash_table_lookup(history->solutions, cfg);
	bool changed = true;
	unsigned int i;

	if (solution)
		return solution->busy ? &unknown : solution;
	solution = g_new0(struct solution, 1);
	g_hash_table_insert(history->solutions, (gpointer)cfg, solution);
	solution->busy = true;
	solution->entries = g_new0(struct before, MAX(cfg->block_count, 1));
	solution->entries[0].reached = true;
	while (changed) {
		changed = false;
		for (i = 0; i < cfg->block_count; i++)
			changed |= leave_block(history, cfg, solution, i);
	}
	solution->busy = false;
	return solution;
}

/* Does the operation stand for the call? */
static bool stands_for(const struct cfg_op *op, const struct call *call)
{
	guint i;

	for (i = 0; op->kind == CFG_CALL && op->calls && op->calls[i]; i++) {
		if (op->calls[i] == call)
			return true;
	}
	return false;
}

bool history_before(struct history *history, const struct call *call, struct before *before)
{
	const struct cfg *cfg = call->caller ? call->caller->cfg : NULL;
	const struct solution *solution;
	unsigned int i, j;

	memset(before, 0, sizeof(*before));
	if (!cfg)
		return false;
	solution = solve(history, cfg);
	for (i = 0; i < cfg->block_count; i++) {
		struct before state = solution->entries[i];

		for (j = cfg->blocks[i].first; j < cfg->blocks[i].end; j++) {
			if (stands_for(&cfg->ops[j], call))
				join(before, &state);
			step(history, &state, &cfg->ops[j]);
		}
	}
	return before->reached;
}

char *history_words(const struct cfg_op *op)
{
	const struct call *call = op->calls ? op->calls[0] : NULL;
	const char *name = op->name ? op->name :
			   call && call->slot ? call->slot->name : "a pointer";

	return g_strdup_printf("%s() in line %u", name, op->at.line);
}
