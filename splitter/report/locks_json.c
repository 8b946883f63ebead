// SPDX-License-Identifier: GPL-2.0-or-later
/* The table of locks as JSON. */
#include "locks_json.h"
#include "report_internal.h"

static struct json_object *names_of(unsigned int contexts)
{
	static const unsigned int bits[] = {
		CONTEXT_PROCESS, CONTEXT_ATOMIC, CONTEXT_SOFTIRQ, CONTEXT_HARDIRQ, CONTEXT_UNKNOWN,
	};
	struct json_object *array = json_object_new_array();
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(bits); i++) {
		if (contexts & bits[i])
			json_object_array_add(array,
					      json_object_new_string(context_name(bits[i])));
	}
	return array;
}

static struct json_object *site_json(const struct lock_site *site)
{
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "at", json_location(&site->at));
	json_object_object_add(object, "function", json_object_new_string(site->function->name));
	if (site->helper)
		json_object_object_add(object, "helper",
				       json_object_new_string(site->helper->name));
	json_object_object_add(object, "primitive", json_object_new_string(site->primitive));
	json_object_object_add(object, "text", json_object_new_string(site->text));
	json_object_object_add(object, "variant",
			       json_object_new_string(lock_variant_name(site->variant)));
	json_object_object_add(object, "tries", json_object_new_boolean(site->tries));
	json_object_object_add(object, "contexts", names_of(site->contexts));
	return object;
}

struct json_object *locks_json(const struct locks *locks)
{
	struct json_object *array = json_object_new_array();
	guint i, j;

	for (i = 0; i < locks->locks->len; i++) {
		const struct lock *lock = locks->locks->pdata[i];
		struct json_object *object = json_object_new_object();
		struct json_object *sites = json_object_new_array();

		json_object_object_add(object, "name", json_object_new_string(lock->name));
		json_object_object_add(object, "known", json_object_new_boolean(lock->known));
		json_object_object_add(object, "outside", json_object_new_boolean(lock->outside));
		json_object_object_add(object, "class",
				       json_object_new_string(lock_class_name(lock->class)));
		json_object_object_add(object, "contexts", names_of(lock->contexts));
		for (j = 0; j < lock->sites->len; j++)
			json_object_array_add(sites, site_json(lock->sites->pdata[j]));
		json_object_object_add(object, "sites", sites);
		json_object_array_add(array, object);
	}
	return array;
}
