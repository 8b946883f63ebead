// SPDX-License-Identifier: GPL-2.0-or-later
/* The call graph of a partitioned driver: edges, chains, crossings. */
#include "graph.h"
#include "knowledge.h"

static void append(GHashTable *table, const struct function *function, struct edge *edge)
{
	GPtrArray *list = g_hash_table_lookup(table, function);

	if (!list) {
		list = g_ptr_array_new();
		g_hash_table_insert(table, (gpointer)function, list);
	}
	g_ptr_array_add(list, edge);
}

static GPtrArray *edges_of(GHashTable *table, const struct function *function)
{
	static GPtrArray *none;
	GPtrArray *list = g_hash_table_lookup(table, function);

	if (!list && !none)
		none = g_ptr_array_new();
	return list ? list : none;
}

GPtrArray *graph_in(const struct graph *graph, const struct function *function)
{
	return edges_of(graph->in, function);
}

GPtrArray *graph_out(const struct graph *graph, const struct function *function)
{
	return edges_of(graph->out, function);
}

/* What is in both halves calls within its own; all else crosses if the halves differ. */
static bool crosses(const struct graph *graph, const struct edge *edge)
{
	const struct decision *from = partition_of(graph->partition, edge->from);
	const struct decision *to = partition_of(graph->partition, edge->to);

	if (!from || !to || to->domain == DOMAIN_BOTH)
		return false;
	if (from->domain == DOMAIN_BOTH)
		return to->needs_downcall;
	return from->domain != to->domain;
}

static void add_edges(struct graph *graph, const struct call *call)
{
	g_autoptr(GPtrArray) targets = contexts_targets(graph->partition->contexts, call);
	guint i;

	for (i = 0; i < targets->len; i++) {
		struct edge *edge = g_new0(struct edge, 1);

		edge->from = call->caller;
		edge->to = targets->pdata[i];
		edge->call = call;
		edge->indirect = call->kind != CALL_DIRECT || call->callee != edge->to;
		edge->crosses = crosses(graph, edge);
		g_ptr_array_add(graph->edges, edge);
		append(graph->out, edge->from, edge);
		append(graph->in, edge->to, edge);
	}
}

struct graph *graph_new(const struct partition *partition, const struct plan *plan)
{
	struct graph *graph = g_new0(struct graph, 1);
	guint i, j;

	graph->partition = partition;
	graph->edges = g_ptr_array_new_with_free_func(g_free);
	graph->in = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	graph->out = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	graph->downcalls = g_hash_table_new(g_str_hash, g_str_equal);
	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];

		for (j = 0; j < decision->function->calls->len; j++)
			add_edges(graph, decision->function->calls->pdata[j]);
	}
	for (i = 0; plan && i < plan->downcalls->len; i++) {
		struct crossing *crossing = plan->downcalls->pdata[i];

		g_hash_table_insert(graph->downcalls, (gpointer)crossing->name, crossing);
	}
	return graph;
}

void graph_free(struct graph *graph)
{
	guint i;

	if (!graph)
		return;
	for (i = 0; i < G_N_ELEMENTS(graph->ways); i++)
		g_clear_pointer(&graph->ways[i], g_hash_table_unref);
	g_ptr_array_unref(graph->edges);
	g_hash_table_unref(graph->in);
	g_hash_table_unref(graph->out);
	g_hash_table_unref(graph->downcalls);
	g_free(graph);
}

const struct crossing *graph_downcall(const struct graph *graph, const struct call *call)
{
	const struct decision *decision = partition_of(graph->partition, call->caller);
	const struct crossing *crossing = NULL;

	if (!decision || decision->domain == DOMAIN_KERNEL)
		return NULL;
	if (call->macro)
		crossing = g_hash_table_lookup(graph->downcalls, call->macro);
	if (!crossing && call->kind == CALL_DIRECT)
		crossing = g_hash_table_lookup(graph->downcalls, call->callee->name);
	return crossing;
}

/* A function entered in a context: a state of the search from all entries. */
struct state {
	const struct function *function;
	unsigned int context;
	const struct edge *edge;	/* by which it was reached first, or NULL */
	const struct state *before;	/* where that call is made */
	const struct entry *entry;	/* the first: what the kernel enters it as */
};

static void visit(struct graph *graph, GQueue *queue, const struct state *how)
{
	GHashTable **seen = &graph->ways[__builtin_ctz(how->context)];

	if (!*seen)
		*seen = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	if (g_hash_table_contains(*seen, how->function))
		return;
	how = g_memdup2(how, sizeof(*how));
	g_hash_table_insert(*seen, (gpointer)how->function, (gpointer)how);
	g_queue_push_tail(queue, (gpointer)how);
}

static void visit_entries(struct graph *graph, GQueue *queue, const struct standing *standing)
{
	const struct function *function = standing->function;
	struct state state = { .function = function, .context = CONTEXT_PROCESS };
	guint i;

	if (function->is_init || function->is_exit)
		visit(graph, queue, &state);
	for (i = 0; i < standing->entries->len; i++) {
		unsigned int contexts;

		state.entry = standing->entries->pdata[i];
		contexts = state.entry->context & ~CONTEXT_CALLER;
		for (; contexts; contexts &= contexts - 1) {
			state.context = contexts & -contexts;
			visit(graph, queue, &state);
		}
	}
}

/* The rules by which contexts flow: under a lock, process context is atomic. */
static void visit_callees(struct graph *graph, GQueue *queue, const struct state *state)
{
	GPtrArray *out = graph_out(graph, state->function);
	guint i;

	for (i = 0; i < out->len; i++) {
		const struct edge *edge = out->pdata[i];
		struct state next = {
			.function = edge->to, .context = state->context, .edge = edge,
			.before = state,
		};

		if (!edge->call->held || state->context != CONTEXT_PROCESS)
			visit(graph, queue, &next);
		next.context = CONTEXT_ATOMIC;
		if (edge->call->held)
			visit(graph, queue, &next);
	}
}

/* The shortest ways from all entries to all functions, in one walk. */
static void find_ways(struct graph *graph)
{
	GPtrArray *standings = graph->partition->contexts->standings;
	g_autoptr(GQueue) queue = g_queue_new();
	guint i;

	for (i = 0; i < standings->len; i++)
		visit_entries(graph, queue, standings->pdata[i]);
	while (!g_queue_is_empty(queue))
		visit_callees(graph, queue, g_queue_pop_head(queue));
}

GPtrArray *graph_chain(struct graph *graph, const struct function *function,
		       unsigned int context)
{
	GPtrArray *chain = g_ptr_array_new_with_free_func(g_free);
	GHashTable *seen;
	const struct state *state;

	if (!graph->found)
		find_ways(graph);
	graph->found = true;
	seen = graph->ways[__builtin_ctz(context)];
	state = seen ? g_hash_table_lookup(seen, function) : NULL;
	for (; state; state = state->before) {
		struct link *link = g_new0(struct link, 1);

		link->function = state->function;
		link->edge = state->edge;
		link->entry = state->entry;
		g_ptr_array_add(chain, link);
	}
	return chain;
}
