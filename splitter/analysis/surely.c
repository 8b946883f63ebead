// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Ways through a function that agree on which results are errors are one: it has surely done
 * what all of them have. So the ways on which something failed stay apart from the others,
 * as far as they are told from them by what is returned in the end, or by what a function
 * that is looked into has returned.
 */
#include <string.h>

#include "regions_state.h"
#include "surely.h"

enum {
	WAYS_MAX = 64,
	GIVEN_MAX = 8,
	SIGN_SAID = 8,		/* beside enum sign: a number above 0 that the code says itself */
};

/* Ways to one point. */
struct way {
	struct surely_set done;
	struct path_state values;	/* of these, the cells */
};

/* What is told apart of a value. */
enum class { CLASS_ERROR, CLASS_NONZERO, CLASS_SAID, CLASS_OTHER, CLASSES };

/* A function returns with a result of one class. */
struct ending {
	bool possible;
	struct surely_set done;
	unsigned char sign;
};

/* What a function does when it is given values of these signs. */
struct summary {
	const struct cfg *cfg;
	unsigned char params[GIVEN_MAX];
	struct ending endings[CLASSES];
	GPtrArray *cleared;		/* struct field *: may have been set to NULL */
};

struct surely {
	surely_classify classify;
	void *data;
	GArray *events;			/* struct surely_event, by number */
	GHashTable *summaries;		/* struct summary: a set */
};

/* One function at work. */
struct walk {
	struct surely *s;
	const struct cfg *cfg;
	const unsigned char *params;	/* signs */
	bool telling[CFG_CELLS];	/* ways that differ in its class stay apart */
	GArray **entries;		/* of struct way, by block */
	bool *dirty;
	GPtrArray *cleared;
	bool lost;			/* too many ways */
};

#define WAY(list, i) (&g_array_index(list, struct way, i))

static void set_add(struct surely_set *set, unsigned int n)
{
	if (n < SURELY_EVENTS)
		set->words[n / 64] |= 1ULL << n % 64;
}

static bool set_has(const struct surely_set *set, unsigned int n)
{
	return n < SURELY_EVENTS && set->words[n / 64] >> n % 64 & 1;
}

/* Return: whether @into has lost any. */
static bool set_meet(struct surely_set *into, const struct surely_set *other)
{
	bool changed = false;

	for (int i = 0; i < SURELY_WORDS; i++) {
		changed |= into->words[i] & ~other->words[i];
		into->words[i] &= other->words[i];
	}
	return changed;
}

static bool same_root(const struct cfg_root *a, const struct cfg_root *b)
{
	return a->known == b->known && a->param == b->param && a->offset == b->offset;
}

static unsigned int event_number(struct surely *s, const struct surely_event *event)
{
	for (guint i = 0; i < s->events->len; i++) {
		const struct surely_event *other =
			&g_array_index(s->events, struct surely_event, i);

		if (other->call == event->call && same_root(&other->root, &event->root))
			return i;
	}
	g_array_append_vals(s->events, event, 1);
	return s->events->len - 1;
}

static enum class class_of(unsigned char sign)
{
	if (sign & SIGN_ZERO)
		return CLASS_OTHER;
	if (sign & SIGN_SAID)
		return CLASS_SAID;
	return sign == SIGN_NEGATIVE ? CLASS_ERROR : CLASS_NONZERO;
}

static unsigned char sign_of(const struct walk *w, const struct way *way,
			     const struct cfg_value *value)
{
	unsigned char sign = state_value(&way->values, value, w->params);

	return value->kind == CFG_CONST && sign & SIGN_POSITIVE ? sign | SIGN_SAID : sign;
}

/* Take an edge; false if it cannot be taken. */
static bool take(const struct walk *w, struct way *way, const struct cfg_value *test)
{
	unsigned char *cell = test->kind == CFG_TRUTH ? &way->values.cells[test->index] : NULL;
	unsigned char said = cell ? *cell & SIGN_SAID : 0;

	if (!state_take(&way->values, test, w->params))
		return false;
	if (cell && *cell & SIGN_POSITIVE)
		*cell |= said;
	return true;
}

static bool is_apart(const struct walk *w, const struct way *a, const struct way *b)
{
	for (unsigned int i = 0; i < w->cfg->cell_count; i++) {
		if (w->telling[i] &&
		    class_of(a->values.cells[i]) != class_of(b->values.cells[i]))
			return true;
	}
	return false;
}

static bool join(struct way *into, const struct way *way)
{
	bool changed = set_meet(&into->done, &way->done);

	for (int i = 0; i < CFG_CELLS; i++) {
		changed |= way->values.cells[i] & ~into->values.cells[i];
		into->values.cells[i] |= way->values.cells[i];
	}
	return changed;
}

/* Return: whether that says something new. */
static bool add_way(struct walk *w, GArray *list, const struct way *way)
{
	for (guint i = 0; i < list->len; i++) {
		if (!is_apart(w, WAY(list, i), way))
			return join(WAY(list, i), way);
	}
	if (list->len == WAYS_MAX) {
		w->lost = true;
		return false;
	}
	g_array_append_vals(list, way, 1);
	return true;
}

/* Also the cells that what one of @cells holds is copied from, or to (@onward). */
static void follow_copies(const struct cfg *cfg, bool *cells, bool onward)
{
	bool again = true;

	while (again) {
		again = false;
		for (unsigned int i = 0; i < cfg->op_count; i++) {
			const struct cfg_op *op = &cfg->ops[i];
			unsigned int from = onward ? op->value.index : op->cell;
			unsigned int to = onward ? op->cell : op->value.index;

			if (op->kind != CFG_SET || op->value.kind != CFG_CELL || !cells[from] ||
			    cells[to])
				continue;
			cells[to] = true;
			again = true;
		}
	}
}

/* The cells that a result may come from. */
static void find_results(const struct cfg *cfg, bool *cells)
{
	for (unsigned int i = 0; i < cfg->block_count; i++)
		if (cfg->blocks[i].returns && cfg->blocks[i].result.kind == CFG_CELL)
			cells[cfg->blocks[i].result.index] = true;
	follow_copies(cfg, cells, false);
}

/* With (@all) what functions that are looked into have returned. */
static void find_telling(struct walk *w, bool all)
{
	const struct cfg *cfg = w->cfg;
	bool results[CFG_CELLS] = { false };

	for (unsigned int i = 0; all && i < cfg->op_count; i++)
		if (cfg->ops[i].kind == CFG_CALL && cfg->ops[i].body &&
		    cfg->ops[i].cell != CFG_NO_CELL)
			w->telling[cfg->ops[i].cell] = true;
	follow_copies(cfg, w->telling, true);
	find_results(cfg, results);
	for (unsigned int i = 0; i < CFG_CELLS; i++)
		w->telling[i] |= results[i];
}

/* A field that may be NULL from here on. */
static void clear(struct walk *w, struct way *way, const struct field *field)
{
	for (guint i = 0; i < w->s->events->len && i < SURELY_EVENTS; i++) {
		const struct surely_event *event =
			&g_array_index(w->s->events, struct surely_event, i);

		if (!event->call && event->field == field)
			way->done.words[i / 64] &= ~(1ULL << i % 64);
	}
	if (!g_ptr_array_find(w->cleared, field, NULL))
		g_ptr_array_add(w->cleared, (gpointer)field);
}

static void apply_store(struct walk *w, struct way *way, const struct cfg_op *op)
{
	struct surely_event event = { .root = op->root, .field = op->into.field };

	if (!op->into.field)
		return;
	if (state_value(&way->values, &op->value, w->params) & SIGN_ZERO)
		clear(w, way, op->into.field);
	else if (op->root.known)
		set_add(&way->done, event_number(w->s, &event));
}

static void add_ending(struct ending *ending, const struct surely_set *done, unsigned char sign)
{
	if (ending->possible)
		set_meet(&ending->done, done);
	else
		ending->done = *done;
	ending->possible = true;
	ending->sign |= sign;
}

/* What a callee has done, by its own parameters, in terms of the caller's. */
static void add_done(struct walk *w, struct way *way, const struct cfg_op *op,
		     const struct ending *ending)
{
	for (guint i = 0; i < w->s->events->len && i < SURELY_EVENTS; i++) {
		struct surely_event event =
			g_array_index(w->s->events, struct surely_event, i);
		int64_t offset = event.root.offset;

		if (!set_has(&ending->done, i))
			continue;
		if (!event.call) {
			if (event.root.param >= op->given_count ||
			    !op->given[event.root.param].root.known)
				continue;
			event.root = op->given[event.root.param].root;
			event.root.offset += offset;
		}
		set_add(&way->done, event_number(w->s, &event));
	}
}

static void apply_ending(struct walk *w, GArray *out, const struct way *from,
			 const struct cfg_op *op, const struct ending *ending)
{
	struct way way = *from;

	if (!ending->possible)
		return;
	add_done(w, &way, op, ending);
	if (op->cell != CFG_NO_CELL)
		way.values.cells[op->cell] = ending->sign;
	add_way(w, out, &way);
}

static const struct summary *summary_of(struct surely *s, const struct cfg *cfg,
					const unsigned char *params);

/* A call of code that is looked into. */
static void apply_inside(struct walk *w, GArray *out, const struct way *from,
			 const struct cfg_op *op)
{
	unsigned char params[GIVEN_MAX];
	const struct summary *summary;
	struct ending all = { 0 };
	struct way way = *from;

	memset(params, SIGN_ANY, sizeof(params));
	for (unsigned int i = 0; i < MIN(op->given_count, GIVEN_MAX); i++)
		params[i] = state_value(&from->values, &op->given[i].value, w->params);
	summary = summary_of(w->s, op->body, params);
	for (guint i = 0; i < summary->cleared->len; i++)
		clear(w, &way, summary->cleared->pdata[i]);
	for (int i = 0; i < CLASSES; i++) {
		const struct ending *ending = &summary->endings[i];

		if (op->cell != CFG_NO_CELL)
			apply_ending(w, out, &way, op, ending);
		else if (ending->possible)
			add_ending(&all, &ending->done, ending->sign);
	}
	apply_ending(w, out, &way, op, &all);
}

static void apply_call(struct walk *w, GArray *out, const struct way *from,
		       const struct cfg_op *op)
{
	struct surely_event event = { 0 };
	struct way way = *from;
	enum surely_kind kind = w->s->classify(w->s->data, op, &event.call);

	if (kind == SURELY_INSIDE && op->body && op->body->block_count) {
		apply_inside(w, out, from, op);
		return;
	}
	if (kind == SURELY_EVENT)
		set_add(&way.done, event_number(w->s, &event));
	if (op->cell != CFG_NO_CELL)
		way.values.cells[op->cell] = SIGN_ANY;
	add_way(w, out, &way);
}

/* Return: the ways after it; @ways is gone. */
static GArray *apply(struct walk *w, GArray *ways, const struct cfg_op *op)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct way));

	for (guint i = 0; i < ways->len; i++) {
		struct way way = *WAY(ways, i);

		if (op->kind == CFG_CALL) {
			apply_call(w, out, &way, op);
			continue;
		}
		if (op->kind == CFG_STORE)
			apply_store(w, &way, op);
		else if (op->cell != CFG_NO_CELL)
			way.values.cells[op->cell] = sign_of(w, &way, &op->value);
		add_way(w, out, &way);
	}
	g_array_unref(ways);
	return out;
}

static GArray *through(struct walk *w, unsigned int number)
{
	const struct cfg_block *block = &w->cfg->blocks[number];
	GArray *ways = g_array_copy(w->entries[number]);

	for (unsigned int i = block->first; i < block->end; i++)
		ways = apply(w, ways, &w->cfg->ops[i]);
	return ways;
}

/* Return: whether an earlier block has to be looked at again. */
static bool leave_block(struct walk *w, unsigned int number)
{
	const struct cfg_block *block = &w->cfg->blocks[number];
	g_autoptr(GArray) ways = through(w, number);
	bool back = false;

	for (unsigned int i = 0; i < block->edge_count; i++) {
		const struct cfg_edge *edge = &block->edges[i];

		for (guint j = 0; j < ways->len; j++) {
			struct way way = *WAY(ways, j);

			if (!take(w, &way, &edge->test) ||
			    !add_way(w, w->entries[edge->to], &way))
				continue;
			w->dirty[edge->to] = true;
			back |= edge->to <= number;
		}
	}
	return back;
}

static void solve(struct walk *w)
{
	struct way start = { 0 };
	bool again = true;

	memset(start.values.cells, SIGN_ANY, sizeof(start.values.cells));
	add_way(w, w->entries[0], &start);
	w->dirty[0] = true;
	while (again && !w->lost) {
		again = false;
		for (unsigned int i = 0; i < w->cfg->block_count && !w->lost; i++) {
			if (!w->dirty[i])
				continue;
			w->dirty[i] = false;
			again |= leave_block(w, i);
		}
	}
}

static void conclude(struct walk *w, struct summary *summary)
{
	for (unsigned int i = 0; i < w->cfg->block_count && !w->lost; i++) {
		const struct cfg_block *block = &w->cfg->blocks[i];
		g_autoptr(GArray) ways = NULL;

		if (!block->returns || !w->entries[i]->len)
			continue;
		ways = through(w, i);
		for (guint j = 0; j < ways->len; j++) {
			const struct way *way = WAY(ways, j);
			unsigned char sign = sign_of(w, way, &block->result);

			add_ending(&summary->endings[class_of(sign)], &way->done, sign);
		}
	}
}

static guint summary_hash(gconstpointer key)
{
	const struct summary *summary = key;
	guint hash = g_direct_hash(summary->cfg);

	for (int i = 0; i < GIVEN_MAX; i++)
		hash = hash * 31 + summary->params[i];
	return hash;
}

static gboolean summary_equal(gconstpointer a, gconstpointer b)
{
	const struct summary *left = a, *right = b;

	return left->cfg == right->cfg && !memcmp(left->params, right->params, GIVEN_MAX);
}

static void summary_free(gpointer data)
{
	struct summary *summary = data;

	g_ptr_array_unref(summary->cleared);
	g_free(summary);
}

/* Return: whether it could be done; ways may be too many. */
static bool summarise(struct surely *s, struct summary *summary, bool all)
{
	const struct cfg *cfg = summary->cfg;
	unsigned char params[256];
	struct walk w = {
		.s = s, .cfg = cfg, .params = params, .cleared = summary->cleared,
		.entries = g_new0(GArray *, cfg->block_count),
		.dirty = g_new0(bool, cfg->block_count),
	};
	struct summary found = { 0 };

	memset(params, SIGN_ANY, sizeof(params));
	memcpy(params, summary->params, GIVEN_MAX);
	for (unsigned int i = 0; i < cfg->block_count; i++)
		w.entries[i] = g_array_new(FALSE, FALSE, sizeof(struct way));
	find_telling(&w, all);
	solve(&w);
	conclude(&w, &found);
	for (unsigned int i = 0; i < cfg->block_count; i++)
		g_array_unref(w.entries[i]);
	g_free(w.entries);
	g_free(w.dirty);
	if (!w.lost)
		memcpy(summary->endings, found.endings, sizeof(found.endings));
	return !w.lost;
}

static const struct summary *summary_of(struct surely *s, const struct cfg *cfg,
					const unsigned char *params)
{
	struct summary key = { .cfg = cfg }, *summary;

	memcpy(key.params, params, GIVEN_MAX);
	summary = g_hash_table_lookup(s->summaries, &key);
	if (summary)
		return summary;
	summary = g_new0(struct summary, 1);
	*summary = key;
	summary->cleared = g_ptr_array_new();
	/* What a recursive call is told: nothing is sure. */
	summary->endings[CLASS_OTHER] = (struct ending){ .possible = true, .sign = SIGN_ANY };
	g_hash_table_add(s->summaries, summary);
	if (!summarise(s, summary, true))
		summarise(s, summary, false);
	return summary;
}

static void add_sure(GArray *found, const struct surely *s, const struct summary *summary,
		     bool positive)
{
	struct ending all = { 0 };

	for (int i = positive ? CLASS_NONZERO : CLASS_SAID; i < CLASSES; i++)
		if (summary->endings[i].possible)
			add_ending(&all, &summary->endings[i].done, 0);
	for (guint i = 0; i < s->events->len; i++)
		if (all.possible && set_has(&all.done, i))
			g_array_append_val(found, g_array_index(s->events, struct surely_event, i));
}

GArray *surely_done(struct cfg *cfg, surely_classify classify, void *data, bool positive)
{
	struct surely s = {
		.classify = classify, .data = data,
		.events = g_array_new(FALSE, FALSE, sizeof(struct surely_event)),
		.summaries = g_hash_table_new_full(summary_hash, summary_equal, summary_free,
						   NULL),
	};
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct surely_event));
	unsigned char params[GIVEN_MAX];
	const struct summary *summary;

	memset(params, SIGN_ANY, sizeof(params));
	summary = summary_of(&s, cfg, params);
	add_sure(found, &s, summary, positive);
	g_hash_table_unref(s.summaries);
	g_array_unref(s.events);
	return found;
}
