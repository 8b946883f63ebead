/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The call graph of a partitioned driver, as reports walk it: edges with the
 * calls they come from, the way from an entry of the kernel to a function, and
 * which calls cross from one half to the other.
 */
#ifndef MDRV_GRAPH_H
#define MDRV_GRAPH_H

#include "context.h"
#include "plan.h"

/* One function of the driver can enter another by this call. */
struct edge {
	const struct function *from;
	const struct function *to;
	const struct call *call;
	bool indirect;		/* through a pointer, or a callback run by the callee */
	bool crosses;		/* from one half to the other */
};

struct graph {
	const struct partition *partition;
	GPtrArray *edges;	/* struct edge *, in source order of the callers */
	GHashTable *in;		/* struct function * -> GPtrArray of struct edge * */
	GHashTable *out;
	GHashTable *downcalls;	/* char * -> struct crossing *: what user code calls by them */
	bool found;		/* @ways is filled in: graph_chain() does when first asked */
	GHashTable *ways[8];	/* per bit of context: how each function is entered in it */
};

/* One link of a chain: @function is entered by @edge, or by the kernel as @entry says. */
struct link {
	const struct function *function;
	const struct edge *edge;
	const struct entry *entry;	/* only in the last link; NULL there: module load */
};

/* @plan: or NULL, then no downcalls to the kernel are known. */
struct graph *graph_new(const struct partition *partition, const struct plan *plan);
void graph_free(struct graph *graph);

/* Edges into and out of a function; never NULL. */
GPtrArray *graph_in(const struct graph *graph, const struct function *function);
GPtrArray *graph_out(const struct graph *graph, const struct function *function);

/**
 * graph_chain() - the shortest way by which a function is entered in a context
 * @graph:	the graph
 * @function:	where the way ends
 * @context:	one bit of enum context
 *
 * Return: struct link * from @function to the function that the kernel enters, for
 * g_ptr_array_unref(); empty if there is none.
 */
GPtrArray *graph_chain(struct graph *graph, const struct function *function,
		       unsigned int context);

/* The downcall to the kernel that this call becomes in the user half, or NULL. */
const struct crossing *graph_downcall(const struct graph *graph, const struct call *call);

#endif /* MDRV_GRAPH_H */
