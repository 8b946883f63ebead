// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The data flow of the lock analysis: which atomic regions may be open, and which
 * surely are, at each call. A function contributes to its callers the ways in which it
 * can return: what it leaves open or closed, and what its result says about that.
 */
#include <string.h>

#include "regions.h"
#include "regions_state.h"

/* One way in which a function returns. */
struct outcome {
	struct depths depths;
	unsigned char sign;	/* of the result */
};

/* The summary of a function. */
struct regions {
	bool busy;		/* being computed: a recursive call changes nothing */
	unsigned int count;	/* 0: never returns, or changes nothing */
	bool neutral;
	struct outcome outcomes[STATES_MAX];
};

struct analysis {
	struct model *model;
	const struct knowledge *knowledge;
	GHashTable *marked;	/* struct call *: has a state */
};

static const struct regions *summary_of(struct analysis *analysis, struct cfg *cfg);

/* The graph of a function that a call through a pointer reaches, or NULL. */
static struct cfg *target_body(const struct cfg_op *op, guint index)
{
	const struct call *call = !op->name && op->calls ? op->calls[0] : NULL;
	const struct target *target;

	if (!call || call->kind == CALL_DIRECT || !call->targets || index >= call->targets->len)
		return NULL;
	target = call->targets->pdata[index];
	return target->function->cfg;
}

static guint target_count(const struct cfg_op *op)
{
	const struct call *call = !op->name && op->calls ? op->calls[0] : NULL;

	return call && call->kind != CALL_DIRECT && call->targets ? call->targets->len : 0;
}

/* Does a call change what is held? */
static bool is_effective(struct analysis *analysis, const struct cfg_op *op)
{
	guint i;

	if (op->kind != CFG_CALL)
		return false;
	if (op->fact)
		return true;
	if (op->body)
		return !summary_of(analysis, op->body)->neutral;
	for (i = 0; i < target_count(op); i++) {
		struct cfg *body = target_body(op, i);

		if (body && !summary_of(analysis, body)->neutral)
			return true;
	}
	return false;
}

static void add_outcome(struct states *out, const struct path_state *from,
			const struct cfg_op *op, const struct depths *effect, unsigned char sign)
{
	struct path_state state = *from;
	int i;

	for (i = 0; i < HELD_BITS; i++) {
		if (effect->low[i] || effect->high[i])
			depths_change(&state.depths, i, effect->low[i], effect->high[i], op);
	}
	if (op->cell != CFG_NO_CELL)
		state.cells[op->cell] = sign;
	states_add(out, &state);
}

static void add_outcomes(struct analysis *analysis, struct states *out,
			 const struct path_state *from, const struct cfg_op *op, struct cfg *body)
{
	static const struct depths none;
	const struct regions *summary = summary_of(analysis, body);
	unsigned int i;

	if (summary->neutral)
		add_outcome(out, from, op, &none, SIGN_ANY);
	for (i = 0; i < summary->count; i++)
		add_outcome(out, from, op, &summary->outcomes[i].depths,
			    summary->outcomes[i].sign);
}

/* An operation that changes what is held, from one state to all that may follow. */
static void apply_call(struct analysis *analysis, struct states *out,
		       const struct path_state *from, const struct cfg_op *op)
{
	static const struct depths none;
	struct path_state state = *from;
	guint i;

	if (op->fact) {
		if (op->fact->try_lock)
			add_outcome(out, from, op, &none, SIGN_ZERO);
		depths_apply_fact(&state.depths, op->fact, op);
		if (op->cell != CFG_NO_CELL)
			state.cells[op->cell] = op->fact->try_lock ? SIGN_NONZERO : SIGN_ANY;
		states_add(out, &state);
		return;
	}
	if (op->body) {
		add_outcomes(analysis, out, from, op, op->body);
		return;
	}
	for (i = 0; i < target_count(op); i++) {
		if (target_body(op, i))
			add_outcomes(analysis, out, from, op, target_body(op, i));
		else
			add_outcome(out, from, op, &none, SIGN_ANY);
	}
}

static void apply(struct analysis *analysis, struct states *states, const struct cfg_op *op,
		  const unsigned char *params)
{
	struct states out;
	guint i;

	if (op->kind == CFG_SET || !is_effective(analysis, op)) {
		for (i = 0; op->cell != CFG_NO_CELL && i < states->list->len; i++) {
			if (op->kind == CFG_SET)
				state_set(STATE(states, i), op->cell, &op->value, params);
			else
				STATE(states, i)->cells[op->cell] = SIGN_ANY;
		}
		return;
	}
	out.list = g_array_new(FALSE, FALSE, sizeof(struct path_state));
	for (i = 0; i < states->list->len; i++)
		apply_call(analysis, &out, STATE(states, i), op);
	g_array_unref(states->list);
	states->list = out.list;
}

static struct states states_copy(const struct states *states)
{
	struct states copy = { g_array_new(FALSE, FALSE, sizeof(struct path_state)) };

	g_array_append_vals(copy.list, states->list->data, states->list->len);
	return copy;
}

/* The states at the entry of every block of a function. */
struct solution {
	const struct cfg *cfg;
	struct states *entries;
	bool *dirty;
};

static bool leave_block(struct analysis *analysis, struct solution *solution,
			const struct cfg_block *block, unsigned int number,
			const unsigned char *params)
{
	struct states states = states_copy(&solution->entries[number]);
	bool back = false;
	unsigned int i;
	guint j;

	for (i = block->first; i < block->end; i++)
		apply(analysis, &states, &solution->cfg->ops[i], params);
	for (i = 0; i < block->edge_count; i++) {
		const struct cfg_edge *edge = &block->edges[i];

		for (j = 0; j < states.list->len; j++) {
			struct path_state state = *STATE(&states, j);

			if (!state_take(&state, &edge->test, params) ||
			    !states_add(&solution->entries[edge->to], &state))
				continue;
			solution->dirty[edge->to] = true;
			back |= edge->to <= number;
		}
	}
	g_array_unref(states.list);
	return back;
}

static void solve(struct analysis *analysis, struct solution *solution, const struct cfg *cfg,
		  const unsigned char *params)
{
	struct path_state start = { 0 };
	bool again = true;
	unsigned int i;

	solution->cfg = cfg;
	solution->entries = g_new0(struct states, cfg->block_count);
	solution->dirty = g_new0(bool, cfg->block_count);
	for (i = 0; i < cfg->block_count; i++)
		solution->entries[i].list = g_array_new(FALSE, FALSE, sizeof(struct path_state));
	memset(start.cells, SIGN_ANY, sizeof(start.cells));
	states_add(&solution->entries[0], &start);
	solution->dirty[0] = true;
	while (again) {
		again = false;
		for (i = 0; i < cfg->block_count; i++) {
			if (!solution->dirty[i])
				continue;
			solution->dirty[i] = false;
			again |= leave_block(analysis, solution, &cfg->blocks[i], i, params);
		}
	}
}

static void solution_clear(struct solution *solution)
{
	unsigned int i;

	for (i = 0; i < solution->cfg->block_count; i++)
		g_array_unref(solution->entries[i].list);
	g_free(solution->entries);
	g_free(solution->dirty);
}

static void describe_op(GString *text, const struct model *model, const struct cfg_op *op);

static void add_return(struct regions *regions, const struct path_state *state,
		       unsigned char sign)
{
	unsigned int i;
	int bit;

	for (i = 0; i < regions->count; i++) {
		if (depths_equal(&regions->outcomes[i].depths, &state->depths)) {
			regions->outcomes[i].sign |= sign;
			return;
		}
	}
	if (regions->count < STATES_MAX) {
		regions->outcomes[regions->count].depths = state->depths;
		regions->outcomes[regions->count++].sign = sign;
		return;
	}
	for (bit = 0; bit < HELD_BITS; bit++) {
		struct depths *depths = &regions->outcomes[0].depths;

		for (i = 1; i < regions->count; i++) {
			const struct depths *other = &regions->outcomes[i].depths;

			depths->low[bit] = MIN(depths->low[bit], other->low[bit]);
			depths->high[bit] = MAX(depths->high[bit], other->high[bit]);
		}
		depths->low[bit] = MIN(depths->low[bit], state->depths.low[bit]);
		depths->high[bit] = MAX(depths->high[bit], state->depths.high[bit]);
	}
	regions->outcomes[0].sign = SIGN_ANY;
	regions->count = 1;
}

/* Note what is held at a call. */
static void mark_call(struct analysis *analysis, struct call *call, const struct states *states)
{
	unsigned int surely = ~0u;
	guint i;
	int bit;

	for (i = 0; i < states->list->len; i++) {
		const struct depths *depths = &STATE(states, i)->depths;

		for (bit = 0; bit < HELD_BITS; bit++) {
			if (depths->low[bit] <= 0)
				surely &= ~(1u << bit);
			if (depths->low[bit] < 0)
				call->dropped |= 1u << bit;
			if (depths->high[bit] <= 0)
				continue;
			call->held |= 1u << bit;
			if (!call->held_by && depths->by[bit]) {
				g_autoptr(GString) text = g_string_new(NULL);

				describe_op(text, analysis->model, depths->by[bit]);
				call->held_by = model_intern(analysis->model, text->str);
			}
		}
	}
	surely &= (1u << HELD_BITS) - 1;
	call->surely_held = g_hash_table_add(analysis->marked, call) ? surely :
			    call->surely_held & surely;
}

/* What a solution says about the calls of the function and about its returns. */
static void conclude(struct analysis *analysis, const struct solution *solution,
		     struct regions *regions)
{
	const struct cfg *cfg = solution->cfg;
	unsigned int i, j, k;

	for (i = 0; i < cfg->block_count; i++) {
		const struct cfg_block *block = &cfg->blocks[i];
		struct states states;

		if (!solution->entries[i].list->len)
			continue;
		states = states_copy(&solution->entries[i]);
		for (j = block->first; j < block->end; j++) {
			const struct cfg_op *op = &cfg->ops[j];

			for (k = 0; op->kind == CFG_CALL && op->calls && op->calls[k]; k++)
				mark_call(analysis, op->calls[k], &states);
			apply(analysis, &states, op, NULL);
		}
		for (j = 0; block->returns && j < states.list->len; j++)
			add_return(regions, STATE(&states, j),
				   state_value(STATE(&states, j), &block->result, NULL));
		g_array_unref(states.list);
	}
	regions->neutral = regions->count == 1 && depths_neutral(&regions->outcomes[0].depths);
}

static void note_effect(struct function *function, const struct regions *regions)
{
	unsigned int i;
	int bit;

	for (i = 0; i < regions->count; i++) {
		for (bit = 0; bit < HELD_BITS; bit++) {
			if (regions->outcomes[i].depths.high[bit] > 0)
				function->opens |= 1u << bit;
			if (regions->outcomes[i].depths.low[bit] < 0)
				function->closes |= 1u << bit;
		}
	}
}

static const struct regions *summary_of(struct analysis *analysis, struct cfg *cfg)
{
	static const struct regions neutral = { .neutral = true };
	struct regions *regions = cfg->regions;
	struct solution solution;
	bool effective = false;
	unsigned int i;

	if (regions)
		return regions->busy ? &neutral : regions;
	regions = model_alloc(analysis->model, sizeof(*regions));
	cfg->regions = regions;
	regions->busy = true;
	for (i = 0; i < cfg->op_count; i++)
		effective |= is_effective(analysis, &cfg->ops[i]);
	if (effective) {
		solve(analysis, &solution, cfg, NULL);
		conclude(analysis, &solution, regions);
		solution_clear(&solution);
		if (cfg->function)
			note_effect(cfg->function, regions);
	} else {
		regions->neutral = true;
	}
	regions->busy = false;
	return regions;
}

/* The call or macro invocation that is written at a place of the driver's source. */
static void append_written(GString *text, const struct source *source, unsigned int line,
			   unsigned int column)
{
	/* places are those of the text that the driver's author wrote */
	const char *p = source->original ? source->original : source->text, *begin;
	int depth = 0;

	while (line > 1 && (p = strchr(p, '\n'))) {
		p++;
		line--;
	}
	if (!p || !column || strlen(p) < column)
		return;
	for (begin = p += column - 1; *p && p - begin < 120; p++) {
		if (!depth && !strchr("( _->.", *p) && !g_ascii_isalnum(*p))
			break;
		if (!g_ascii_isspace(*p))
			g_string_append_c(text, *p);
		else if (text->len && text->str[text->len - 1] != ' ')
			g_string_append_c(text, ' ');
		depth += (*p == '(') - (*p == ')');
		if (*p == ')' && !depth)
			break;
	}
}

/* "spin_lock(&x->lock) at f.c:1:2", from the source where it is the driver's. */
static void describe_op(GString *text, const struct model *model, const struct cfg_op *op)
{
	g_autofree char *base = g_path_get_basename(op->at.file ? op->at.file : "?");
	const struct source *source = model_source(model, op->at.file);

	if (source)
		append_written(text, source, op->at.line, op->at.column);
	if (!text->len)
		g_string_append(text, op->name ? op->name : "?");
	g_string_append_printf(text, " at %s:%u:%u", base, op->at.line, op->at.column);
}

void regions_compute(struct model *model, const struct knowledge *knowledge)
{
	struct analysis analysis = {
		.model = model, .knowledge = knowledge,
		.marked = g_hash_table_new(NULL, NULL),
	};
	guint i;

	for (i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		if (function->cfg)
			summary_of(&analysis, function->cfg);
	}
	g_hash_table_unref(analysis.marked);
}

bool regions_sound(const char *name)
{
	static const char *const words[] = {
		"lock", "begin", "enter", "acquire", "get_cpu", "irqsave", "map_atomic",
		"irq_disable", "bh_disable", "preempt_disable", "fault_disable",
	};
	static const char *const others[] = { "unlock", "block", "clock" };
	g_autofree char *text = g_ascii_strdown(name, -1);
	char *at;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(others); i++) {
		while ((at = strstr(text, others[i])))
			memset(at, '.', strlen(others[i]));
	}
	for (i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strstr(text, words[i]))
			return true;
	}
	return false;
}
