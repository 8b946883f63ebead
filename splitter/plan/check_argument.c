// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: addresses that user code hands to downcalls. On the wire one is a
 * record and a place in it, or a number of a global, and the plan has to have that.
 */
#include <string.h>

#include "check_plan_internal.h"
#include "marshal_type.h"

const struct crossing *check_downcall(const struct check_work *w, const struct call *call)
{
	GPtrArray *downcalls = w->check->plan->downcalls;

	for (guint i = 0; call->kind == CALL_DIRECT && i < downcalls->len; i++) {
		const struct crossing *crossing = downcalls->pdata[i];

		if (crossing->function == call->callee)
			return crossing;
	}
	return NULL;
}

/* Records have places of their own, and so has an array of pointers. */
static bool has_place(const struct field *field)
{
	const struct type *type = field->type;

	if (type->kind == TYPE_ARRAY && type->elem->kind == TYPE_POINTER)
		return type->count;
	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type->kind == TYPE_RECORD;
}

/* A table that a macro has made, like those of attributes, has no number. */
static bool has_number(const struct check_work *w, const struct global *global)
{
	const struct plan *plan = w->check->plan;

	for (guint i = 0; i < plan->globals->len; i++)
		if (((struct wire_global *)plan->globals->pdata[i])->global == global)
			return true;
	return !global->in_driver;
}

static char *no_address(const struct check_work *w, const struct crossing *crossing,
			const struct argument *value)
{
	const struct global *global = value->kind == ARG_GLOBAL_ADDRESS ? value->global :
				      value->kind == ARG_FIELD_ADDRESS ? value->within : NULL;

	if (value->kind == ARG_FIELD_ADDRESS && value->field && !has_place(value->field))
		return g_strdup_printf("hands %s() the address of %s.%s, which is no "
				       "record that crosses", crossing->name,
				       model_owner(w->check->model, value->field),
				       value->field->name);
	if (global && !has_number(w, global))
		return g_strdup_printf("hands %s() the address of %s, which is made by a macro "
				       "and no global that crosses", crossing->name,
				       global->name);
	return NULL;
}

/*
 * Of a table, which the runtime knows by its number: is the address of a constant one all that
 * @value may be, or NULL?
 */
static bool is_table(const struct check_work *w, const struct function *in,
		     const struct argument *value, int depth)
{
	const struct plan *plan = w->check->plan;
	bool any = false;

	if (!value || !depth)
		return false;
	if (value->kind == ARG_NULL || (value->kind == ARG_INT && !value->value))
		return true;
	for (guint i = 0; value->kind == ARG_GLOBAL_ADDRESS && i < plan->globals->len; i++) {
		const struct wire_global *wire = plan->globals->pdata[i];

		if (wire->global == value->global)
			return !wire->own->fields->len;
	}
	for (guint i = 0; value->kind == ARG_LOCAL && i < in->stores->len; i++) {
		const struct store *store = in->stores->pdata[i];

		if (store->kind != STORE_LOCAL || strcmp(store->local, value->local))
			continue;
		if (!is_table(w, in, store->value, depth - 1))
			return false;
		any = true;
	}
	return any;
}

static bool takes_table(const struct check_work *w, const struct pass *pass)
{
	return pass->kind == PASS_PTR && pass->record_name &&
	       type_table_of(w->check->knowledge, pass->type) &&
	       g_str_has_prefix(pass->record_name, "table of ");
}

void check_arguments(const struct check_work *w, struct function *function)
{
	for (guint i = 0; function->in_driver && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct crossing *crossing = check_downcall(w, call);

		for (guint j = 0; crossing && j < crossing->params->len && j < call->args->len;
		     j++) {
			const struct pass *pass = crossing->params->pdata[j];
			const struct argument *value = call->args->pdata[j];
			g_autofree char *text = pass->kind != PASS_PTR ? NULL :
				no_address(w, crossing, value);

			if (!text && takes_table(w, pass) && !is_table(w, function, value, 4))
				text = g_strdup_printf("hands %s() %s, which is not known to be a "
						       "constant table of its own", crossing->name,
						       value->text);

			if (text)
				check_blame(w, function, &call->at, text);
			if (pass->kind == PASS_PTR)
				check_local(w, function, call, crossing, value);
		}
	}
}
