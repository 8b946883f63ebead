// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: addresses within records that user code hands to downcalls. On the
 * wire an address is a record and a place in it, and the plan has to have that place.
 */
#include "check_plan_internal.h"

static const struct crossing *downcall_to(const struct check_work *w, const struct call *call)
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

void check_arguments(const struct check_work *w, struct function *function)
{
	for (guint i = 0; function->in_driver && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct crossing *crossing = downcall_to(w, call);

		for (guint j = 0; crossing && j < crossing->params->len && j < call->args->len;
		     j++) {
			const struct pass *pass = crossing->params->pdata[j];
			const struct argument *value = call->args->pdata[j];
			g_autofree char *text = NULL;

			if (pass->kind != PASS_PTR || value->kind != ARG_FIELD_ADDRESS ||
			    !value->field || has_place(value->field))
				continue;
			text = g_strdup_printf("hands %s() the address of %s.%s, which is no "
					       "record that crosses", crossing->name,
					       model_owner(w->check->model, value->field),
					       value->field->name);
			check_blame(w, function, &call->at, text);
		}
	}
}
