// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: arrays of records behind a pointer. What the kernel half hands out by
 * one is a single record: an index, or a step, leads the user half astray in its own memory.
 */
#include "check_plan_internal.h"

#define DEPTH_MAX	6

struct way {
	const struct check_work *w;
	GHashTable *seen;	/* struct argument * */
};

static bool is_one(struct way *way, const struct function *in, const struct argument *value,
		   int depth);

static bool holds(const struct type *type, const struct record *record, int depth)
{
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	if (type->kind != TYPE_RECORD || type->record == record)
		return type->kind == TYPE_RECORD;
	for (guint i = 0; depth && i < type->record->fields->len; i++) {
		const struct field *field = type->record->fields->pdata[i];

		if (holds(field->type, record, depth - 1))
			return true;
	}
	return false;
}

/*
 * Is it the kernel that sets it? What the driver sets may be a table of its own, which both
 * halves have, or memory that it has allocated: check_alloc.c.
 */
static bool is_kernels(const struct check_work *w, const struct field *field)
{
	const struct model *model = w->check->model;

	if (!field->owner || field->owner->in_driver)
		return false;
	for (guint i = 0; i < model->globals->len; i++) {
		const struct global *global = model->globals->pdata[i];

		if (global->in_driver && holds(global->type, field->owner, 8))
			return false;
	}
	for (guint i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->stores->len; j++) {
			const struct store *store = function->stores->pdata[j];

			if (store->kind == STORE_FIELD && store->field == field)
				return false;
		}
	}
	return true;
}

static bool is_given(struct way *way, const struct function *in, guint n, int depth)
{
	GPtrArray *upcalls = way->w->check->plan->upcalls;

	for (guint i = 0; i < upcalls->len; i++) {
		const struct crossing *upcall = upcalls->pdata[i];

		for (guint j = 0; upcall->function == in && j < upcall->params->len; j++) {
			const struct pass *pass = upcall->params->pdata[j];

			if (pass->kind == PASS_PTR && n < in->params->len &&
			    pass->param == in->params->pdata[n])
				return true;
		}
	}
	for (guint i = 0; i < in->callers->len; i++) {
		const struct call *call = in->callers->pdata[i];

		if (g_hash_table_contains(way->w->reached, call->caller) && n < call->args->len &&
		    is_one(way, call->caller, call->args->pdata[n], depth))
			return true;
	}
	return false;
}

/* Does a downcall set it? */
static bool is_set(struct way *way, const struct function *in, const char *local)
{
	for (guint i = 0; i < in->calls->len; i++) {
		const struct call *call = in->calls->pdata[i];
		const struct crossing *down = check_downcall(way->w, call);

		for (guint j = 0; down && j < down->params->len && j < call->args->len; j++) {
			const struct pass *pass = down->params->pdata[j];
			const struct argument *value = call->args->pdata[j];

			if (pass->kind == PASS_SETS && value->kind == ARG_LOCAL_ADDRESS &&
			    value->text[0] == '&' && !strcmp(value->text + 1, local))
				return true;
		}
	}
	return false;
}

static bool is_local_one(struct way *way, const struct function *in, const char *local, int depth)
{
	if (is_set(way, in, local))
		return true;
	for (guint i = 0; i < in->stores->len; i++) {
		const struct store *store = in->stores->pdata[i];

		if (store->kind == STORE_LOCAL && !strcmp(store->local, local) &&
		    is_one(way, in, store->value, depth))
			return true;
	}
	return false;
}

/* Does @value come from the kernel half, which hands out one record by it? */
static bool is_one(struct way *way, const struct function *in, const struct argument *value,
		   int depth)
{
	const struct crossing *down;

	if (!value || depth <= 0 || !g_hash_table_add(way->seen, (gpointer)value))
		return false;
	switch (value->kind) {
	case ARG_PARAM:
		return is_given(way, in, value->value, depth - 1);
	case ARG_LOCAL:
		return is_local_one(way, in, value->local, depth - 1);
	case ARG_FIELD:
		return value->field && is_kernels(way->w, value->field);
	case ARG_CALL:
		down = value->call ? check_downcall(way->w, value->call) : NULL;
		return down && down->result.kind == PASS_PTR;
	default:
		return false;
	}
}

void check_besides(const struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->besides->len; i++) {
		const struct beside *beside = function->besides->pdata[i];
		struct way way = { w, g_hash_table_new(NULL, NULL) };
		bool one = is_one(&way, function, beside->pointer, DEPTH_MAX);
		g_autofree char *text = one ?
			g_strdup_printf("looks at more than one %s by a pointer of the kernel "
					"half's, of which it has the first", beside->record) :
			NULL;

		g_hash_table_unref(way.seen);
		if (text)
			check_blame(w, function, &beside->at, text);
	}
}
