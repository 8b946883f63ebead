// SPDX-License-Identifier: GPL-2.0-or-later
/* Values that a fact allows only where they are those of one field: a resource's start. */
#include <string.h>

#include "marshal.h"

static bool is_field(const struct field *field, const char *wanted)
{
	g_autofree char *name = field && field->owner ?
		g_strconcat(field->owner->name, ".", field->name, NULL) : NULL;

	return !g_strcmp0(name, wanted);
}

bool marshal_is_of_field(const struct function *caller, const struct fact_arg *arg,
			 const struct argument *value)
{
	GPtrArray *settings = caller ? caller->settings : NULL;
	bool any = false;

	if (value->kind == ARG_FIELD)
		return is_field(value->field, arg->field);
	for (guint i = 0; value->kind == ARG_LOCAL && settings && i < settings->len; i++) {
		const struct setting *setting = settings->pdata[i];

		if (strcmp(setting->local, value->local))
			continue;
		if (!is_field(setting->field, arg->field))
			return false;
		any = true;
	}
	return any;
}
