// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Functions that get out of the driver's hands: stored where the kernel or another
 * module reads, passed to their functions, or put where the analysis loses sight of
 * them. What only the driver itself reads and calls is no entry from outside.
 */
#include <string.h>

#include "targets_flow.h"

static const struct fact *fact_named(const struct knowledge *knowledge, const char *name)
{
	/* Not knowledge_fact(): to look is not yet to make use of it. */
	return name ? g_hash_table_lookup(knowledge->facts, name) : NULL;
}

const struct fact_arg *targets_callback(const struct knowledge *knowledge,
					const struct call *call, unsigned int index,
					const char **name)
{
	const char *callee = call->kind == CALL_DIRECT ? call->callee->name : NULL;
	const struct fact *fact = fact_named(knowledge, callee);
	const struct fact_arg *arg = fact ? fact_arg(fact->args, index) : NULL;

	*name = callee ? callee : "a function pointer";
	if (arg && arg->context)
		return arg;
	/* Registered by a macro: the fact counts arguments as the macro does. */
	fact = fact_named(knowledge, call->macro);
	arg = fact ? fact_arg(fact->args, index) : NULL;
	if (fact)
		*name = call->macro;
	return arg && arg->context ? arg : NULL;
}

/* One of the "..." after a text: that is the format, and no format calls anything. */
static bool is_printed(const struct call *call, unsigned int index)
{
	const struct function *callee = call->callee;
	const struct parameter *last = callee->params->len ?
		callee->params->pdata[callee->params->len - 1] : NULL;

	return callee->type && callee->type->variadic && index >= callee->params->len && last &&
	       last->type->kind == TYPE_POINTER && last->type->elem->is_char;
}

/* Returns false if only the driver's own code sees what is passed. */
static bool argument_escapes(const struct flows *flows, const struct place *place,
			     enum escape_kind *kind)
{
	struct place pointer = { .kind = PLACE_CALLEE, .call = place->call };
	const struct function *callee = place->call->callee;
	const struct node *node;
	const char *name;
	guint i;

	*kind = ESCAPE_ARGUMENT;
	if (targets_callback(flows->knowledge, place->call, place->index, &name))
		return true;
	if (place->call->kind == CALL_DIRECT && callee->defined) {
		*kind = ESCAPE_OTHER;
		return place->index >= callee->params->len &&
		       !is_printed(place->call, place->index);
	}
	if (place->call->kind == CALL_DIRECT)
		return !is_printed(place->call, place->index);
	node = flows_find(flows, &pointer);
	if (!node || node->flags || !node->values->len)
		return true;
	for (i = 0; i < node->values->len; i++) {
		if (!((struct value *)node->values->pdata[i])->function->defined)
			return true;
	}
	return false;
}

/*
 * Stored and never read, in a record of a header: for other modules, if there are any
 * that this one has to do with.
 */
static bool never_read(const struct flows *flows, const struct node *node)
{
	const struct record *owner = node->place.field->owner;

	return !flows->alone && !node->links->len && owner->at.file &&
	       g_str_has_suffix(owner->at.file, ".h");
}

static bool escapes_at(const struct flows *flows, const struct node *node,
		       enum escape_kind *kind)
{
	const struct place *place = &node->place;
	bool weak = flows_is_weak(node);

	*kind = ESCAPE_OTHER;
	switch (place->kind) {
	case PLACE_NONE:
		return true;
	case PLACE_FIELD:
		*kind = ESCAPE_SLOT;
		/* A number or void pointer that the driver makes a function of is data. */
		if (weak)
			return flows_is_outside(flows, place->field) && !flows_is_called(node);
		return flows_is_outside(flows, place->field) || never_read(flows, node);
	case PLACE_GLOBAL:
		if (flows_is_export(place->global))
			*kind = ESCAPE_EXPORT;
		return !node->links->len || (node->flags & NODE_OUTWARD);
	case PLACE_RESULT:
		return g_hash_table_contains(flows->entered, place->function) ||
		       (flows->model->partial && !place->function->is_static);
	case PLACE_ARGUMENT:
		return argument_escapes(flows, place, kind);
	default:
		return false;
	}
}

static bool add_escape(struct flows *flows, struct function *function,
		       const struct escape *escape)
{
	struct escape *copy;
	guint i;

	if (!function->in_driver || !function->defined)
		return false;
	copy = model_alloc(flows->model, sizeof(*copy));
	*copy = *escape;
	if (!function->escapes)
		function->escapes = model_array(flows->model);
	g_ptr_array_add(function->escapes, copy);
	if (!g_hash_table_add(flows->entered, function))
		return false;
	/* Whoever calls it passes what he likes. */
	for (i = 0; i < function->params->len; i++) {
		struct place param = { .kind = PLACE_PARAM, .index = i, .function = function };
		struct node *node = flows_find(flows, &param);

		if (node)
			flows_add_flag(flows, node, NODE_OUTWARD);
	}
	return true;
}

static bool scan_node(struct flows *flows, struct node *node)
{
	enum escape_kind kind;
	bool changed = false;

	if (node->escaped == node->values->len || !escapes_at(flows, node, &kind))
		return false;
	for (; node->escaped < node->values->len; node->escaped++) {
		const struct value *value = node->values->pdata[node->escaped];
		struct escape escape = { .kind = kind, .at = value->at };

		if (kind == ESCAPE_SLOT)
			escape.field = node->place.field;
		if (kind == ESCAPE_ARGUMENT) {
			escape.call = node->place.call;
			escape.arg = node->place.index;
		}
		changed |= add_escape(flows, value->function, &escape);
	}
	return changed;
}

bool flows_escape(struct flows *flows)
{
	bool changed = false;
	guint i;

	for (i = 0; i < flows->loose->len; i++) {
		const struct reference *reference = flows->loose->pdata[i];
		struct escape escape = { .kind = ESCAPE_OTHER, .at = reference->at };

		if (!g_hash_table_contains(flows->entered, reference->target))
			changed |= add_escape(flows, reference->target, &escape);
	}
	for (i = 0; i < flows->nodes->len; i++)
		changed |= scan_node(flows, flows->nodes->pdata[i]);
	return changed;
}
