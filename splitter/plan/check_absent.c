// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: data that another module defines and a table of the driver's names. In
 * the user half it has an address and nothing behind it, so whoever looks at such records
 * by a pointer may come to one, and stays.
 */
#include "check_plan_internal.h"

static const struct global *absent_of(const struct check_work *w, const struct record *record)
{
	GPtrArray *absent = w->check->plan->absent;

	for (guint i = 0; i < absent->len; i++) {
		const struct global *global = absent->pdata[i];
		const struct type *type = global->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->kind == TYPE_RECORD && type->record == record)
			return global;
	}
	return NULL;
}

void check_absent(const struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct global *global = access->global || access->local ? NULL :
			absent_of(w, access->base);
		g_autofree char *text = global ?
			g_strdup_printf("looks at a %s, and a table names %s, which the user half "
					"does not have", access->base->name, global->name) : NULL;

		if (text)
			check_blame(w, function, &access->at, text);
	}
}
