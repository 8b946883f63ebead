// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What the flows of function pointers say about each call. Where a store is not
 * understood, functions of the right type whose address is taken are targets: the
 * last resort, and marked as such.
 */
#include <string.h>

#include "targets_flow.h"

struct resolver {
	struct model *model;
	const struct knowledge *knowledge;
	struct flows *flows;
	GHashTable *taken;	/* char *, canonical type -> GPtrArray of struct reference * */
	GHashTable *loose;	/* struct function *: stored nobody knows where */
	GHashTable *inlines;	/* struct function * -> GPtrArray of struct target *, or NULL */
};

static bool is_array_place(const struct place *place)
{
	if (place->kind == PLACE_FIELD)
		return place->field->type && place->field->type->kind == TYPE_ARRAY;
	return place->kind == PLACE_GLOBAL && place->global->type->kind == TYPE_ARRAY;
}

static enum target_how how_through(const struct place *place)
{
	if (is_array_place(place))
		return TARGET_ARRAY;
	switch (place->kind) {
	case PLACE_FIELD:
		return TARGET_SLOT;
	case PLACE_PARAM:
		return TARGET_ARGUMENT;
	case PLACE_CALL:
		return TARGET_RESULT;
	default:
		return TARGET_VARIABLE;
	}
}

const struct target *targets_find(const struct call *call, const struct function *function)
{
	guint i;

	for (i = 0; call->targets && i < call->targets->len; i++) {
		const struct target *target = call->targets->pdata[i];

		if (target->function == function)
			return target;
	}
	return NULL;
}

static void add_target(struct resolver *resolver, GPtrArray **targets, struct function *function,
		       enum target_how how, const struct reference *origin)
{
	struct target *target;
	guint i;

	if (!*targets)
		*targets = model_array(resolver->model);
	for (i = 0; i < (*targets)->len; i++) {
		if (((struct target *)(*targets)->pdata[i])->function == function)
			return;
	}
	target = model_alloc(resolver->model, sizeof(*target));
	target->function = function;
	target->how = how;
	target->origin = origin;
	g_ptr_array_add(*targets, target);
}

/* The last resort. With @loose only those that may be stored anywhere. */
static void add_by_type(struct resolver *resolver, struct call *call, bool loose)
{
	GPtrArray *taken = call->pointer && call->pointer->canonical ?
		g_hash_table_lookup(resolver->taken, call->pointer->canonical) : NULL;
	guint i;

	for (i = 0; taken && i < taken->len; i++) {
		const struct reference *reference = taken->pdata[i];

		if (!loose || g_hash_table_contains(resolver->loose, reference->target))
			add_target(resolver, &call->targets, reference->target, TARGET_TYPE,
				   reference);
	}
}

static bool settled_by_hint(struct resolver *resolver, struct call *call)
{
	const struct hint *hint = knowledge_hint(resolver->knowledge, call->caller->name);
	guint i;

	if (!hint || !hint->targets->len)
		return false;
	((struct hint *)hint)->used = true;
	for (i = 0; i < hint->targets->len; i++) {
		struct function *function = model_function(resolver->model,
							   hint->targets->pdata[i]);

		if (function)
			add_target(resolver, &call->targets, function, TARGET_HINT, NULL);
		call->outward |= !function || !function->in_driver;
	}
	return true;
}

static void resolve_pointer(struct resolver *resolver, struct call *call)
{
	struct place place = { .kind = PLACE_CALLEE, .call = call };
	const struct node *node = flows_find(resolver->flows, &place);
	enum target_how how = how_through(&call->through);
	unsigned int flags = node ? node->flags : NODE_UNKNOWN;
	guint i, known;

	for (i = 0; node && i < node->values->len; i++) {
		const struct value *value = node->values->pdata[i];

		add_target(resolver, &call->targets, value->function, how, value->origin);
		call->outward |= !value->function->in_driver;
	}
	known = call->targets ? call->targets->len : 0;
	call->outward |= (flags & NODE_OUTWARD) != 0;
	add_by_type(resolver, call, true);
	/* A local variable that nothing but NULL is ever assigned to. */
	if (call->through.kind == PLACE_LOCAL && !flags && !known)
		return;
	if ((flags & NODE_UNKNOWN) || (!known && !call->outward)) {
		if (settled_by_hint(resolver, call))
			return;
		add_by_type(resolver, call, false);
		call->by_type = call->targets != NULL;
		/* Functions of its type are not all that an unknown store may put there. */
		call->unresolved = !call->targets && !call->outward;
		call->outward |= call->by_type;
	}
}

static void resolve_call(struct resolver *resolver, struct call *call);

static void merge(struct resolver *resolver, GPtrArray **targets, GPtrArray *from,
		  enum target_how how)
{
	guint i;

	for (i = 0; from && i < from->len; i++) {
		const struct target *target = from->pdata[i];

		add_target(resolver, targets, target->function, how, target->origin);
	}
}

/* The driver's functions that an inline function of a header calls through pointers. */
static GPtrArray *inline_targets(struct resolver *resolver, const struct function *function)
{
	GPtrArray *targets = NULL;
	gpointer known;
	guint i;

	if (g_hash_table_lookup_extended(resolver->inlines, function, NULL, &known))
		return known;
	g_hash_table_insert(resolver->inlines, (gpointer)function, NULL);
	for (i = 0; i < function->calls->len; i++) {
		struct call *call = function->calls->pdata[i];

		resolve_call(resolver, call);
		merge(resolver, &targets, call->targets, TARGET_CALLBACK);
	}
	g_hash_table_insert(resolver->inlines, (gpointer)function, targets);
	return targets;
}

/* Callbacks that the callee runs before it returns. */
static void resolve_direct(struct resolver *resolver, struct call *call)
{
	struct place place = { .kind = PLACE_ARGUMENT, .call = call };
	const struct fact_arg *arg;
	const struct node *node;
	const char *name;
	guint i;

	if (call->callee->in_driver)
		return;
	for (; place.index < call->args->len; place.index++) {
		node = flows_find(resolver->flows, &place);
		if (!node || !node->values->len)
			continue;
		arg = targets_callback(resolver->knowledge, call, place.index, &name);
		for (i = 0; arg && (arg->context & CONTEXT_CALLER) && i < node->values->len; i++) {
			const struct value *value = node->values->pdata[i];

			add_target(resolver, &call->targets, value->function, TARGET_CALLBACK,
				   value->origin);
		}
	}
	if (call->callee->in_header && call->callee->defined)
		merge(resolver, &call->targets, inline_targets(resolver, call->callee),
		      TARGET_CALLBACK);
}

static void resolve_call(struct resolver *resolver, struct call *call)
{
	if (call->kind == CALL_DIRECT)
		resolve_direct(resolver, call);
	else if (!call->targets)
		resolve_pointer(resolver, call);
}

static void find_taken(struct resolver *resolver)
{
	guint i, j;

	for (i = 0; i < resolver->model->functions->len; i++) {
		const struct function *function = resolver->model->functions->pdata[i];
		const struct reference *first = NULL;
		GPtrArray *taken;

		for (j = 0; !first && j < function->references->len; j++) {
			const struct reference *reference = function->references->pdata[j];

			first = reference->tested ? NULL : reference;
		}
		if (!first || !function->type || !function->type->canonical)
			continue;
		taken = g_hash_table_lookup(resolver->taken, function->type->canonical);
		if (!taken) {
			taken = g_ptr_array_new();
			g_hash_table_insert(resolver->taken, (gpointer)function->type->canonical,
					    taken);
		}
		g_ptr_array_add(taken, (gpointer)first);
	}
	for (i = 0; i < resolver->flows->loose->len; i++)
		g_hash_table_add(resolver->loose,
				 ((struct reference *)resolver->flows->loose->pdata[i])->target);
}

static gint compare_escapes(gconstpointer left, gconstpointer right)
{
	const struct escape *a = *(struct escape *const *)left;
	const struct escape *b = *(struct escape *const *)right;
	int order = g_strcmp0(a->at.file, b->at.file);

	if (order)
		return order;
	if (a->at.line != b->at.line)
		return a->at.line < b->at.line ? -1 : 1;
	return a->at.column < b->at.column ? -1 : a->at.column > b->at.column;
}

/* What an earlier run has found. */
static void forget(struct function *function)
{
	guint i;

	function->escapes = NULL;
	for (i = 0; i < function->calls->len; i++) {
		struct call *call = function->calls->pdata[i];

		call->targets = NULL;
		call->outward = call->by_type = call->unresolved = false;
	}
}

static void resolve_all(struct resolver *resolver)
{
	struct model *model = resolver->model;
	guint i, j;

	for (i = 0; i < model->functions->len; i++)
		forget(model->functions->pdata[i]);
	resolver->flows = flows_new(model, resolver->knowledge);
	find_taken(resolver);
	for (i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];

		if (function->escapes)
			g_ptr_array_sort(function->escapes, compare_escapes);
		for (j = 0; function->in_driver && j < function->calls->len; j++)
			resolve_call(resolver, function->calls->pdata[j]);
	}
	flows_free(resolver->flows);
}

void targets_resolve(struct model *model, const struct knowledge *knowledge)
{
	struct resolver resolver = {
		.model = model,
		.knowledge = knowledge,
		.taken = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
					       (GDestroyNotify)g_ptr_array_unref),
		.loose = g_hash_table_new(g_direct_hash, g_direct_equal),
		.inlines = g_hash_table_new(g_direct_hash, g_direct_equal),
	};

	if (!model->resolved)
		resolve_all(&resolver);
	model->resolved = true;
	g_hash_table_unref(resolver.taken);
	g_hash_table_unref(resolver.loose);
	g_hash_table_unref(resolver.inlines);
}

const char *targets_how(enum target_how how)
{
	static const char *const names[] = {
		[TARGET_SLOT] = "slot", [TARGET_VARIABLE] = "variable", [TARGET_ARRAY] = "array",
		[TARGET_ARGUMENT] = "argument", [TARGET_RESULT] = "result",
		[TARGET_CALLBACK] = "callback", [TARGET_TYPE] = "type", [TARGET_HINT] = "hint",
	};

	return names[how];
}

const char *targets_through(struct model *model, const struct call *call)
{
	const struct place *place = &call->through;
	g_autofree char *text = NULL;
	const struct function *function;

	switch (place->kind) {
	case PLACE_FIELD:
		text = g_strdup_printf("%s.%s", model_owner(model, place->field),
				       place->field->name);
		break;
	case PLACE_GLOBAL:
		text = g_strdup_printf("'%s'", place->global->name);
		break;
	case PLACE_LOCAL:
		text = g_strdup_printf("'%s'", place->local->name);
		break;
	case PLACE_PARAM:
		function = place->function;
		text = g_strdup_printf("'%s', a parameter of %s()",
				       place->index < function->params->len ?
				       ((struct parameter *)
					function->params->pdata[place->index])->name : "?",
				       function->name);
		break;
	case PLACE_CALL:
		if (place->call->kind == CALL_DIRECT)
			text = g_strdup_printf("the result of %s()", place->call->callee->name);
		break;
	default:
		break;
	}
	return text ? model_intern(model, text) : "a pointer";
}

struct target_counts targets_count(const struct model *model)
{
	struct target_counts counts = { 0 };
	guint i, j;

	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		for (j = 0; function->in_driver && j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];

			if (call->kind == CALL_DIRECT)
				continue;
			counts.calls++;
			if (call->unresolved)
				counts.unresolved++;
			else if (call->by_type)
				counts.by_type++;
			else if (!call->targets && call->outward)
				counts.outward++;
			else if (call->kind == CALL_SLOT)
				counts.slot++;
			else
				counts.value++;
		}
	}
	return counts;
}
