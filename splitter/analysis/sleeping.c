// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Where a driver may sleep although it must not. A call in a region that is surely
 * open is one; so is a call in a function that is called from such a region or in
 * atomic context, if it does not depend on what the function was told, or finds out,
 * about its context, and if the function did not end the region before.
 */
#include <string.h>

#include "cfg.h"
#include "diag.h"
#include "sleeping.h"

/* The first call of a function that may sleep whoever calls it. */
struct sleeper {
	const struct cfg_op *op; /* NULL: none */
	struct cfg *next;	/* the callee that sleeps, or NULL: the operation itself does */
};

struct search {
	struct contexts *contexts;
	GHashTable *sleepers;	/* struct cfg * -> struct sleeper * */
	GHashTable *reported;	/* struct cfg_op * */
	GPtrArray *bugs;
};

/* Is an argument of a call written as @text? */
static bool has_argument(const struct cfg_op *op, const char *text)
{
	const struct call *call = op->calls ? op->calls[0] : NULL;
	guint i;

	for (i = 0; call && i < call->args->len; i++) {
		const struct argument *argument = call->args->pdata[i];

		if (!g_strcmp0(argument->text, text))
			return true;
	}
	return false;
}

static const struct fact *fact_of(const struct search *search, const struct cfg_op *op)
{
	return op->kind == CFG_CALL && op->name ?
	       knowledge_fact(search->contexts->knowledge, op->name) : NULL;
}

static bool op_sleeps(const struct search *search, const struct cfg_op *op)
{
	const struct fact *fact = fact_of(search, op);

	return fact && (fact->sleeps || (fact->sleeps_if && has_argument(op, fact->sleeps_if)));
}

/* The body in which a call may sleep; what facts describe is judged by them alone. */
static struct cfg *body_of(const struct search *search, const struct cfg_op *op)
{
	const struct fact *fact = fact_of(search, op);

	return fact && (fact->sleeps_if || fact->asks_context) ? NULL : op->body;
}

/* Mark in @guarded what cannot be reached without one of the edges of block @without. */
static void guard(const struct cfg *cfg, unsigned int without, unsigned int edge, bool *guarded)
{
	g_autofree bool *seen = g_new0(bool, cfg->block_count);
	g_autofree unsigned int *stack = g_new(unsigned int, cfg->block_count);
	unsigned int i, depth = 0;

	stack[depth++] = 0;
	seen[0] = true;
	while (depth) {
		unsigned int at = stack[--depth];

		for (i = 0; i < cfg->blocks[at].edge_count; i++) {
			unsigned int to = cfg->blocks[at].edges[i].to;

			if (seen[to] || (at == without && i == edge))
				continue;
			seen[to] = true;
			stack[depth++] = to;
		}
	}
	for (i = 0; i < cfg->block_count; i++)
		guarded[i] |= !seen[i];
}

/* Blocks that are reached only if what the function is told or asks says so, or never. */
static bool *guarded_blocks(const struct cfg *cfg)
{
	bool *guarded = g_new0(bool, cfg->block_count);
	unsigned int i, j;

	guard(cfg, cfg->block_count, 0, guarded);
	for (i = 0; i < cfg->block_count; i++) {
		for (j = 0; cfg->blocks[i].asks && j < cfg->blocks[i].edge_count; j++)
			guard(cfg, i, j, guarded);
	}
	return guarded;
}

/* May the function have ended a region of its callers at this operation? */
static bool may_be_dropped(const struct cfg *cfg, const struct cfg_op *op)
{
	unsigned int i;

	for (i = 0; op->calls && op->calls[i]; i++) {
		if (op->calls[i]->dropped)
			return true;
	}
	return !op->calls && cfg->function && cfg->function->closes;
}

static const struct sleeper *sleeper_of(struct search *search, struct cfg *cfg)
{
	struct sleeper *sleeper = g_hash_table_lookup(search->sleepers, cfg);
	g_autofree bool *guarded = NULL;
	unsigned int i, j;

	if (sleeper)
		return sleeper;
	sleeper = g_new0(struct sleeper, 1);
	g_hash_table_insert(search->sleepers, cfg, sleeper);	/* ends recursion */
	for (i = 0; i < cfg->block_count; i++) {
		for (j = cfg->blocks[i].first; j < cfg->blocks[i].end; j++) {
			const struct cfg_op *op = &cfg->ops[j];
			bool sleeps = op_sleeps(search, op);
			struct cfg *body = sleeps || op->kind != CFG_CALL ? NULL :
					   body_of(search, op);

			if ((!sleeps && (!body || !sleeper_of(search, body)->op)) ||
			    may_be_dropped(cfg, op))
				continue;
			if (!guarded)
				guarded = guarded_blocks(cfg);
			if (guarded[i])
				continue;
			sleeper->op = op;
			sleeper->next = body;
			return sleeper;
		}
	}
	return sleeper;
}

static void report(struct search *search, struct cfg *cfg, const struct cfg_op *op,
		   struct cfg *next, const char *why)
{
	struct model *model = search->contexts->model;
	struct sleep_bug *bug = model_alloc(model, sizeof(*bug));
	g_autofree char *text = NULL;

	bug->steps = model_array(model);
	while (next) {
		const struct sleeper *sleeper = sleeper_of(search, next);

		/* What an inline of the kernel does is the doing of its caller. */
		if (!next->function || !next->function->in_driver)
			break;
		g_ptr_array_insert(bug->steps, 0,
				   reason_new(model, REASON_LOCK_HELD, &op->at, cfg->function,
					      "%s() calls %s()", cfg->name, next->name));
		cfg = next;
		op = sleeper->op;
		next = sleeper->next;
	}
	if (!g_hash_table_add(search->reported, (gpointer)op))
		return;
	text = g_strdup_printf("%s() may sleep, but %s", op->name, why);
	bug->at = op->at;
	bug->in = cfg->function;
	bug->callee = op->name;
	bug->text = model_intern(model, text);
	g_ptr_array_add(search->bugs, bug);
}

/* Calls of a function within regions that it began itself. */
static void search_regions(struct search *search, const struct standing *standing)
{
	struct cfg *cfg = standing->function->cfg;
	unsigned int i;

	for (i = 0; i < cfg->op_count; i++) {
		const struct cfg_op *op = &cfg->ops[i];
		const struct call *call = op->kind == CFG_CALL && op->calls ? op->calls[0] : NULL;
		g_autofree char *why = NULL;
		struct cfg *body;

		if (!call || !call->surely_held)
			continue;
		body = body_of(search, op);
		why = g_strdup_printf("%s() is in the region begun by %s", cfg->name,
				      call->held_by);
		if (op_sleeps(search, op))
			report(search, cfg, op, NULL, why);
		else if (body && sleeper_of(search, body)->op)
			report(search, cfg, op, body, why);
	}
}

/* The way in which the kernel calls a function, if never in process context. */
static const struct entry *atomic_entry(const struct standing *standing)
{
	const struct entry *found = NULL;
	guint i;

	for (i = 0; i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];

		if (entry->context & ~CONTEXT_CRITICAL)
			return NULL;
		if (!found || entry->context > found->context)
			found = entry;
	}
	return found;
}

/* Calls of a function that the kernel calls in atomic context. */
static void search_entry(struct search *search, const struct standing *standing)
{
	const struct entry *entry = atomic_entry(standing);
	struct cfg *cfg = standing->function->cfg;
	const struct sleeper *sleeper;
	g_autofree char *why = NULL;

	if (!entry || standing->function->is_init || standing->function->is_exit)
		return;
	sleeper = sleeper_of(search, cfg);
	if (!sleeper->op)
		return;
	why = g_strdup_printf("%s() is called in %s context: %s", cfg->name,
			      context_name(entry->context), entry->text);
	report(search, cfg, sleeper->op, sleeper->next, why);
}

GPtrArray *sleeping_find(struct contexts *contexts)
{
	struct search search = {
		.contexts = contexts, .bugs = g_ptr_array_new(),
		.sleepers = g_hash_table_new_full(NULL, NULL, NULL, g_free),
		.reported = g_hash_table_new(NULL, NULL),
	};
	guint i;

	for (i = 0; i < contexts->standings->len; i++) {
		const struct standing *standing = contexts->standings->pdata[i];

		if (!standing->function->cfg)
			continue;
		search_regions(&search, standing);
		search_entry(&search, standing);
	}
	g_hash_table_unref(search.sleepers);
	g_hash_table_unref(search.reported);
	return search.bugs;
}

void sleeping_warn(GPtrArray *bugs)
{
	guint i, j;

	for (i = 0; i < bugs->len; i++) {
		const struct sleep_bug *bug = bugs->pdata[i];

		diag_warning(&bug->at, "%s", bug->text);
		for (j = 0; j < bug->steps->len; j++) {
			const struct reason *step = bug->steps->pdata[j];

			diag_note(&step->at, "%s", step->text);
		}
	}
}
