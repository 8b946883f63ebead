// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The functions that reach each place: a graph of places with the copies between
 * them, flow-insensitive, one place for a field of all objects of its record. Calls
 * are bound to the functions that reach their callee while the graph is followed.
 */
#include <string.h>

#include "targets_flow.h"

struct link {
	struct node *to;
	struct location at;
	guint done;		/* values that have been handed on */
};

static guint place_hash(gconstpointer key)
{
	const struct place *place = key;

	return g_direct_hash(place->field) * 31 + place->kind * 7 + place->index;
}

static gboolean place_equal(gconstpointer a, gconstpointer b)
{
	return !memcmp(a, b, sizeof(struct place));
}

struct node *flows_find(const struct flows *flows, const struct place *place)
{
	return g_hash_table_lookup(flows->by_place, place);
}

static void push(struct flows *flows, struct node *node)
{
	if (node->queued)
		return;
	node->queued = true;
	g_queue_push_tail(flows->queue, node);
}

void flows_add_flag(struct flows *flows, struct node *node, unsigned int flag)
{
	if ((node->flags & flag) == flag)
		return;
	node->flags |= flag;
	push(flows, node);
}

static const struct type *node_type(const struct node *node)
{
	const struct place *place = &node->place;

	switch (place->kind) {
	case PLACE_FIELD:
		return place->field->type;
	case PLACE_GLOBAL:
		return place->global->type;
	case PLACE_LOCAL:
		return place->local->type;
	case PLACE_PARAM:
		if (place->index < place->function->params->len)
			return ((struct parameter *)
				place->function->params->pdata[place->index])->type;
		return NULL;
	case PLACE_RESULT:
		return place->function->type ? place->function->type->elem : NULL;
	case PLACE_ARGUMENT:
	case PLACE_CALL:
	case PLACE_CALLEE:
	case PLACE_NONE:
		break;
	}
	return NULL;
}

/* Of a type that hides functions: not every copy of it has been recorded. */
bool flows_is_weak(const struct node *node)
{
	const struct type *type = node_type(node);

	return type && !type->carries;
}

bool flows_is_called(const struct node *node)
{
	guint i;

	for (i = 0; i < node->links->len; i++) {
		const struct node *to = g_array_index(node->links, struct link, i).to;

		if (to->place.kind == PLACE_CALLEE || (node_type(to) && !flows_is_weak(to)))
			return true;
	}
	return false;
}

/* Do others than the driver's own files read and fill the records of @field? */
bool flows_is_outside(const struct flows *flows, const struct field *field)
{
	const struct record *owner = field->owner;

	if (!owner || !owner->in_driver ||
	    (flows->model->partial && owner->at.file && g_str_has_suffix(owner->at.file, ".h")) ||
	    (owner->at.file && g_hash_table_contains(flows->shared, owner->at.file)))
		return true;
	/* A hint says as what others call it. */
	return knowledge_slot(flows->knowledge, model_owner(flows->model, field), field->name);
}

static struct node *node_at(struct flows *flows, const struct place *place);

static void add_link(struct flows *flows, struct node *from, struct node *to,
		     const struct location *at)
{
	struct link link = { .to = to, .at = *at };
	guint i;

	for (i = 0; i < from->links->len; i++) {
		if (g_array_index(from->links, struct link, i).to == to)
			return;
	}
	if (from == to)
		return;
	g_array_append_val(from->links, link);
	push(flows, from);
}

static void link_places(struct flows *flows, const struct place *from, const struct place *to,
			const struct location *at)
{
	add_link(flows, node_at(flows, from), node_at(flows, to), at);
}

/* What is stored through it comes back. */
static bool points_at_pointer(const struct type *type)
{
	return type->kind == TYPE_POINTER && type->elem->carries;
}

/* Argument @node of a call goes to the parameter of a function that the call reaches. */
static void bind_argument(struct flows *flows, struct node *node, struct function *callee)
{
	struct place param = {
		.kind = PLACE_PARAM, .index = node->place.index, .function = callee,
	};

	if (!callee->defined || param.index >= callee->params->len)
		return;
	link_places(flows, &node->place, &param, &node->place.call->at);
	if (points_at_pointer(((struct parameter *)callee->params->pdata[param.index])->type))
		link_places(flows, &param, &node->place, &node->place.call->at);
}

static void bind_result(struct flows *flows, struct node *node, struct function *callee)
{
	struct place result = { .kind = PLACE_RESULT, .function = callee };

	if (!callee->defined) {
		flows_add_flag(flows, node, NODE_OUTWARD | NODE_UNKNOWN);
		return;
	}
	link_places(flows, &result, &node->place, &node->place.call->at);
	if (callee->type && points_at_pointer(callee->type->elem))
		link_places(flows, &node->place, &result, &node->place.call->at);
}

/* What the kind of a place says at once about what is in it. */
static void node_init(struct flows *flows, struct node *node)
{
	const struct place *place = &node->place;
	const char *name;

	if (flows_is_weak(node))
		flows_add_flag(flows, node, NODE_UNKNOWN);
	switch (place->kind) {
	case PLACE_FIELD:
		if (flows_is_outside(flows, place->field))
			flows_add_flag(flows, node, NODE_OUTWARD);
		break;
	case PLACE_GLOBAL:
		if ((!place->global->in_driver && !place->global->scope) ||
		    (flows->model->partial && !place->global->is_static))
			flows_add_flag(flows, node, NODE_OUTWARD);
		break;
	case PLACE_PARAM:
		if (g_hash_table_contains(flows->entered, place->function) ||
		    (flows->model->partial && !place->function->is_static))
			flows_add_flag(flows, node, NODE_OUTWARD);
		break;
	case PLACE_ARGUMENT:
		if (place->call->kind == CALL_DIRECT &&
		    !targets_callback(flows->knowledge, place->call, place->index, &name))
			bind_argument(flows, node, place->call->callee);
		break;
	case PLACE_CALL:
		if (place->call->kind == CALL_DIRECT)
			bind_result(flows, node, place->call->callee);
		break;
	default:
		break;
	}
}

static struct node *node_at(struct flows *flows, const struct place *place)
{
	struct node *node = flows_find(flows, place);

	if (node)
		return node;
	node = g_new0(struct node, 1);
	node->place = *place;
	node->values = g_ptr_array_new_with_free_func(g_free);
	node->links = g_array_new(FALSE, FALSE, sizeof(struct link));
	g_hash_table_insert(flows->by_place, &node->place, node);
	g_ptr_array_add(flows->nodes, node);
	node_init(flows, node);
	return node;
}

static void node_free(gpointer data)
{
	struct node *node = data;

	g_ptr_array_unref(node->values);
	g_array_unref(node->links);
	if (node->known)
		g_hash_table_unref(node->known);
	g_free(node);
}

static void add_value(struct flows *flows, struct node *node, const struct value *value,
		      const struct location *at)
{
	struct value *copy;

	if (!node->known)
		node->known = g_hash_table_new(g_direct_hash, g_direct_equal);
	if (!g_hash_table_add(node->known, value->function))
		return;
	copy = g_memdup2(value, sizeof(*value));
	copy->at = *at;
	g_ptr_array_add(node->values, copy);
	push(flows, node);
}

/* A call through a pointer that @callee has reached. */
static void bind_call(struct flows *flows, struct call *call, struct function *callee)
{
	struct place place = { .kind = PLACE_CALL, .call = call };
	struct node *node = flows_find(flows, &place);
	guint i;

	if (node)
		bind_result(flows, node, callee);
	place.kind = PLACE_ARGUMENT;
	for (i = 0; i < call->args->len; i++) {
		place.index = i;
		node = flows_find(flows, &place);
		if (node)
			bind_argument(flows, node, callee);
	}
}

static void bind_outward(struct flows *flows, struct call *call)
{
	struct place place = { .kind = PLACE_CALL, .call = call };
	struct node *node = flows_find(flows, &place);

	if (node)
		flows_add_flag(flows, node, NODE_OUTWARD | NODE_UNKNOWN);
}

static void follow(struct flows *flows, struct node *node)
{
	guint i;

	for (; node->place.kind == PLACE_CALLEE && node->bound < node->values->len; node->bound++)
		bind_call(flows, node->place.call,
			  ((struct value *)node->values->pdata[node->bound])->function);
	if (node->place.kind == PLACE_CALLEE && node->flags)
		bind_outward(flows, node->place.call);
	/* Binding may add links to this node: hence no pointer into the array is kept. */
	for (i = 0; i < node->links->len; i++) {
		struct link link = g_array_index(node->links, struct link, i);

		for (; link.done < node->values->len; link.done++)
			add_value(flows, link.to, node->values->pdata[link.done], &link.at);
		g_array_index(node->links, struct link, i).done = link.done;
		flows_add_flag(flows, link.to, node->flags);
	}
}

static void follow_all(struct flows *flows)
{
	struct node *node;

	while ((node = g_queue_pop_head(flows->queue))) {
		node->queued = false;
		follow(flows, node);
	}
}

static void add_reference(struct flows *flows, const struct reference *reference)
{
	struct value value = { .function = reference->target, .origin = reference };
	struct place to = reference->to;

	if (reference->tested)
		return;
	if (to.kind == PLACE_NONE && reference->kind == REF_SLOT && reference->field)
		to = (struct place){ .kind = PLACE_FIELD, .field = reference->field };
	if (to.kind == PLACE_NONE && reference->kind == REF_ARGUMENT && reference->call)
		to = (struct place){ .kind = PLACE_ARGUMENT, .index = reference->arg,
				     .call = reference->call };
	if (to.kind == PLACE_NONE)
		g_ptr_array_add(flows->loose, (gpointer)reference);
	else
		add_value(flows, node_at(flows, &to), &value, &reference->at);
}

static void add_flow(struct flows *flows, const struct value_flow *flow)
{
	struct node *to = node_at(flows, &flow->to);

	if (flow->to.kind == PLACE_CALLEE && flow->to.call->through.kind == PLACE_NONE)
		flow->to.call->through = flow->from;
	if (flow->from.kind == PLACE_NONE) {
		flows_add_flag(flows, to, NODE_UNKNOWN);
		return;
	}
	add_link(flows, node_at(flows, &flow->from), to, &flow->at);
	if (flow->both)
		add_link(flows, to, node_at(flows, &flow->from), &flow->at);
}

/* A call of a field whose flow nobody recorded. */
static void add_slot(struct flows *flows, struct call *call)
{
	struct place slot = { .kind = PLACE_FIELD, .field = call->slot };
	struct place callee = { .kind = PLACE_CALLEE, .call = call };

	if (call->kind != CALL_SLOT || flows_find(flows, &callee))
		return;
	call->through = slot;
	link_places(flows, &slot, &callee, &call->at);
}

/* Functions of a header that the module calls and does not define are another module's. */
static void find_shared(struct flows *flows)
{
	const struct model *model = flows->model;
	gsize length = model->directory ? strlen(model->directory) : 0;
	guint i;

	for (i = 0; length && i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		if (!function->defined && function->callers->len && function->at.file &&
		    g_str_has_suffix(function->at.file, ".h") &&
		    !strncmp(function->at.file, model->directory, length) &&
		    function->at.file[length] == '/')
			g_hash_table_add(flows->shared, (gpointer)function->at.file);
	}
}

bool flows_is_export(const struct global *global)
{
	const char *mark = global->from_macro ? strstr(global->name, "___addressable_") : NULL;

	if (!mark)
		return false;
	mark += strlen("___addressable_");
	return !g_str_has_prefix(mark, "init_module") && !g_str_has_prefix(mark, "cleanup_module");
}

static bool exports_any(const struct model *model)
{
	guint i;

	for (i = 0; i < model->globals->len; i++) {
		if (flows_is_export(model->globals->pdata[i]))
			return true;
	}
	return false;
}

struct flows *flows_new(struct model *model, const struct knowledge *knowledge)
{
	struct flows *flows = g_new0(struct flows, 1);
	guint i, j;

	flows->model = model;
	flows->knowledge = knowledge;
	flows->by_place = g_hash_table_new(place_hash, place_equal);
	flows->nodes = g_ptr_array_new_with_free_func(node_free);
	flows->queue = g_queue_new();
	flows->entered = g_hash_table_new(g_direct_hash, g_direct_equal);
	flows->shared = g_hash_table_new(g_str_hash, g_str_equal);
	flows->loose = g_ptr_array_new();
	find_shared(flows);
	flows->alone = !model->partial && !g_hash_table_size(flows->shared) && !exports_any(model);
	for (i = 0; i < model->flows->len; i++)
		add_flow(flows, model->flows->pdata[i]);
	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		for (j = 0; j < function->references->len; j++)
			add_reference(flows, function->references->pdata[j]);
		for (j = 0; j < function->calls->len; j++)
			add_slot(flows, function->calls->pdata[j]);
	}
	do
		follow_all(flows);
	while (flows_escape(flows));
	return flows;
}

void flows_free(struct flows *flows)
{
	g_hash_table_unref(flows->by_place);
	g_ptr_array_unref(flows->nodes);
	g_queue_free(flows->queue);
	g_hash_table_unref(flows->entered);
	g_hash_table_unref(flows->shared);
	g_ptr_array_unref(flows->loose);
	g_free(flows);
}
