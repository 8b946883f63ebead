// SPDX-License-Identifier: GPL-2.0-or-later
/* Access sets in JSON: the fields that the user half reads and writes, by record. */
#include <json.h>

#include "mdrv_plan.h"
#include "summary.h"

static const char *form_of(const struct wire_field *field)
{
	static const char *const names[] = {
		[WIRE_INT] = "int", [WIRE_BITS] = "bits", [WIRE_BYTES] = "bytes",
		[WIRE_PTR] = "pointer", [WIRE_STR] = "string", [WIRE_FN] = "function",
	};

	return names[field->kind];
}

static struct json_object *fields_of(const struct wire_record *record)
{
	struct json_object *fields = json_object_new_object();
	guint i;

	for (i = 0; i < record->fields->len; i++) {
		const struct wire_field *field = record->fields->pdata[i];
		char *text = g_strdup_printf("%s%s %s%s%s",
					     field->access & MDRV_R ? "r" : "",
					     field->access & MDRV_W ? "w" : "", form_of(field),
					     field->target_name ? " to " : "",
					     field->target_name ? field->target_name : "");

		json_object_object_add(fields, *field->path ? field->path : "value",
				       json_object_new_string(text));
		g_free(text);
	}
	return fields;
}

struct json_object *summary_records(const struct plan *plan)
{
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; plan && i < plan->records->len; i++) {
		const struct wire_record *record = plan->records->pdata[i];
		struct json_object *object = json_object_new_object();

		json_object_object_add(object, "name", json_object_new_string(record->name));
		json_object_object_add(object, "fields", fields_of(record));
		json_object_array_add(array, object);
	}
	return array;
}
