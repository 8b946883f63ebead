/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Private to targets*.c: the graph of places, and the functions that reach each. */
#ifndef MDRV_TARGETS_FLOW_H
#define MDRV_TARGETS_FLOW_H

#include "targets.h"

/* What else may be in a place. */
enum {
	NODE_OUTWARD = 1,	/* functions of the kernel or of another module */
	NODE_UNKNOWN = 2,	/* anything: a store is not understood */
};

struct value {
	struct function *function;
	const struct reference *origin;
	struct location at;	/* where it was put into this place */
};

struct node {
	struct place place;
	GPtrArray *values;	/* struct value *, in the order found */
	GHashTable *known;	/* the same by function; NULL while there is none */
	GArray *links;		/* struct link */
	unsigned int flags;
	guint bound;		/* values that a call has been bound to */
	guint escaped;		/* values that have been found to escape */
	bool queued;
};

struct flows {
	struct model *model;
	const struct knowledge *knowledge;
	GHashTable *by_place;	/* struct place -> struct node */
	GPtrArray *nodes;	/* the same, in the order of creation */
	GQueue *queue;
	GHashTable *entered;	/* struct function *: called by who knows whom */
	GHashTable *shared;	/* char *: headers that other modules include as well */
	bool alone;		/* no other module calls this one, nor the other way round */
	GPtrArray *loose;	/* struct reference *: addresses taken, nobody knows what for */
};

/* All flows of the model, followed to the end; function->escapes is filled. */
struct flows *flows_new(struct model *model, const struct knowledge *knowledge);
void flows_free(struct flows *flows);
/* The node of a place, or NULL. */
struct node *flows_find(const struct flows *flows, const struct place *place);

/* For targets_escape.c */
void flows_add_flag(struct flows *flows, struct node *node, unsigned int flag);
bool flows_is_weak(const struct node *node);
/* Is it copied to what is declared as a function pointer, or called? */
bool flows_is_called(const struct node *node);
bool flows_is_outside(const struct flows *flows, const struct field *field);

/* Is it what EXPORT_SYMBOL() defines? The name is the same in all kernels since 4.19. */
bool flows_is_export(const struct global *global);

/* targets_escape.c: fill function->escapes; returns true if a function was not entered before. */
bool flows_escape(struct flows *flows);

#endif /* MDRV_TARGETS_FLOW_H */
