// SPDX-License-Identifier: GPL-2.0-or-later
/* What a function takes a parameter without a type for, and what it is given there. */
#include "marshal_type.h"

struct search {
	GHashTable *seen;	/* struct raw_pointer * */
	struct record *found;
	bool many;		/* more than one, or one that has no name */
};

static void follow(struct search *search, const struct raw_pointer *pointer);

static void follow_argument(struct search *search, const struct call *call, unsigned int arg)
{
	GPtrArray *pointers = call->callee ? call->callee->raw_pointers : NULL;

	for (guint i = 0; pointers && i < pointers->len; i++) {
		const struct raw_pointer *pointer = pointers->pdata[i];

		if (pointer->param == (int)arg)
			follow(search, pointer);
	}
}

static void follow(struct search *search, const struct raw_pointer *pointer)
{
	if (!g_hash_table_add(search->seen, (gpointer)pointer))
		return;
	for (guint i = 0; i < pointer->out->len; i++) {
		const struct raw_flow *flow = pointer->out->pdata[i];

		if (flow->to) {
			follow(search, flow->to);
		} else if (flow->call) {
			follow_argument(search, flow->call, flow->arg);
		} else if (flow->as) {
			search->many |= !flow->as->name[0] ||
				(search->found && search->found != flow->as);
			search->found = flow->as;
		}
	}
}

struct record *param_taken_for(const struct function *function, int index, bool *many)
{
	struct search search = { .seen = g_hash_table_new(NULL, NULL) };

	for (guint i = 0; i < function->raw_pointers->len; i++) {
		const struct raw_pointer *pointer = function->raw_pointers->pdata[i];

		if (pointer->param == index)
			follow(&search, pointer);
	}
	g_hash_table_destroy(search.seen);
	*many = search.many;
	return search.many ? NULL : search.found;
}

/*
 * The record that a void * parameter of an inline points at, when the inline
 * hands it on: what all callers in the driver pass there, if they agree.
 */
static const struct type *trace(const struct function *function, int64_t param, int depth)
{
	const struct type *found = NULL;

	for (guint i = 0; function->in_header && depth && i < function->callers->len; i++) {
		const struct call *call = function->callers->pdata[i];
		const struct argument *value = param < call->args->len ?
			call->args->pdata[param] : NULL;
		const struct type *type = value ? value->type : NULL;

		if (!value || value->kind == ARG_NULL)
			continue;
		if (value->kind == ARG_PARAM && type && !type_is_record_pointer(type))
			type = trace(call->caller, value->value, depth - 1);
		if (!type_is_record_pointer(type) ||
		    (found && found->elem->record != type->elem->record))
			return NULL;
		found = type;
	}
	return found;
}

const struct type *given_type(const struct function *caller, const struct argument *value)
{
	const struct type *traced = NULL;

	if (!value)
		return NULL;
	if (value->kind == ARG_PARAM && caller)
		traced = trace(caller, value->value, 4);
	return traced ? traced : value->type;
}
