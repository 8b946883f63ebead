// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Two plans of one driver, of before and after: another kernel, another version of the
 * driver, other hints. Both are read as tables of name -> what there is to say of it.
 */
#include <errno.h>
#include <glib.h>
#include <inttypes.h>
#include <json-c/json.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "plan_diff.h"

static const char *text_in(struct json_object *object, const char *key)
{
	struct json_object *value;

	return json_object_object_get_ex(object, key, &value) &&
	       json_object_is_type(value, json_type_string) ? json_object_get_string(value) : "";
}

static struct json_object *array_in(struct json_object *object, const char *key)
{
	struct json_object *value;

	return json_object_object_get_ex(object, key, &value) &&
	       json_object_is_type(value, json_type_array) ? value : NULL;
}

static struct json_object *read_plan(const char *path)
{
	struct location at = { .file = path };
	struct json_object *plan = json_object_from_file(path);

	if (plan && array_in(plan, "functions") && *text_in(plan, "hash"))
		return plan;
	diag_error(&at, "%s; name the plan.json of an OUT that mdrv split wrote",
		   access(path, R_OK) ? g_strerror(errno) : plan ? "is no plan" : "is no JSON");
	json_object_put(plan);
	return NULL;
}

/* All members of an array by their name; of two static functions, one by its file as well. */
static GHashTable *by_name(struct json_object *plan, const char *key)
{
	GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct json_object *array = array_in(plan, key), *at;

	for (size_t i = 0; array && i < json_object_array_length(array); i++) {
		struct json_object *member = json_object_array_get_idx(array, i);
		char *name = g_strdup(text_in(member, "name"));

		if (g_hash_table_contains(table, name) &&
		    json_object_object_get_ex(member, "at", &at)) {
			g_autofree char *file = g_path_get_basename(text_in(at, "file"));
			char *longer = g_strdup_printf("%s (%s)", name, file);

			g_free(name);
			name = longer;
		}
		g_hash_table_insert(table, name, member);
	}
	return table;
}

static bool is_moved(struct json_object *function)
{
	return !strcmp(text_in(function, "domain"), "user");
}

static const char *reason_of(struct json_object *function)
{
	struct json_object *reasons = array_in(function, "reasons");

	return reasons && json_object_array_length(reasons) ?
		text_in(json_object_array_get_idx(reasons, 0), "text") : "";
}

static GList *sorted_names(GHashTable *table)
{
	return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc)strcmp);
}

/* Of @table what @other lacks. */
static void print_lacking(FILE *to, const char *what, GHashTable *table, GHashTable *other)
{
	g_autoptr(GList) names = sorted_names(table);
	bool first = true;

	for (GList *l = names; l; l = l->next) {
		if (g_hash_table_contains(other, l->data))
			continue;
		fprintf(to, "%s%s%s", first ? what : "", first ? ": " : ", ", (char *)l->data);
		first = false;
	}
	if (!first)
		fputc('\n', to);
}

/* Functions of both plans that are @moved in the new one and were not in the old one. */
static void print_moved(FILE *to, const char *what, GHashTable *old, GHashTable *new, bool moved)
{
	g_autoptr(GList) names = sorted_names(new);

	for (GList *l = names; l; l = l->next) {
		struct json_object *before = g_hash_table_lookup(old, l->data);
		struct json_object *after = g_hash_table_lookup(new, l->data);

		if (before && is_moved(after) == moved && is_moved(before) != moved)
			fprintf(to, "%s: %s: %s\n    before: %s\n", what, (char *)l->data,
				reason_of(after), reason_of(before));
	}
}

/* "record.path" -> "kind access" of every field that crosses. */
static GHashTable *fields_of(struct json_object *plan)
{
	GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	struct json_object *records = array_in(plan, "records");

	for (size_t i = 0; records && i < json_object_array_length(records); i++) {
		struct json_object *record = json_object_array_get_idx(records, i);
		struct json_object *fields = array_in(record, "fields");

		for (size_t j = 0; fields && j < json_object_array_length(fields); j++) {
			struct json_object *field = json_object_array_get_idx(fields, j);

			g_hash_table_insert(table, g_strdup_printf("%s.%s", text_in(record, "name"),
								   text_in(field, "path")),
					    g_strdup_printf("%s %s", text_in(field, "kind"),
							    text_in(field, "access")));
		}
	}
	return table;
}

static void print_fields(FILE *to, struct json_object *old, struct json_object *new)
{
	g_autoptr(GHashTable) before = fields_of(old), after = fields_of(new);
	g_autoptr(GList) names = sorted_names(after);

	print_lacking(to, "crosses now", after, before);
	print_lacking(to, "no longer crosses", before, after);
	for (GList *l = names; l; l = l->next) {
		const char *was = g_hash_table_lookup(before, l->data);
		const char *is = g_hash_table_lookup(after, l->data);

		if (was && strcmp(was, is))
			fprintf(to, "crosses otherwise: %s: %s, was %s\n", (char *)l->data, is,
				was);
	}
}

/* Lines of moved functions, of all. */
static void print_lines(FILE *to, struct json_object *plan)
{
	struct json_object *functions = array_in(plan, "functions"), *lines;
	int64_t moved = 0, all = 0;

	for (size_t i = 0; i < json_object_array_length(functions); i++) {
		struct json_object *function = json_object_array_get_idx(functions, i);

		if (!json_object_object_get_ex(function, "lines", &lines))
			continue;
		all += json_object_get_int64(lines);
		moved += is_moved(function) ? json_object_get_int64(lines) : 0;
	}
	fprintf(to, "%s %s: %" PRId64 " of %" PRId64 " lines move\n", text_in(plan, "driver"),
		text_in(plan, "release"), moved, all);
}

static void print_calls(FILE *to, struct json_object *old, struct json_object *new,
			const char *key, const char *one)
{
	g_autoptr(GHashTable) before = by_name(old, key), after = by_name(new, key);
	g_autofree char *come = g_strdup_printf("new %s", one);
	g_autofree char *gone = g_strdup_printf("%s no more", one);

	print_lacking(to, come, after, before);
	print_lacking(to, gone, before, after);
}

bool plan_diff(FILE *to, const char *old_path, const char *new_path)
{
	struct json_object *old = read_plan(old_path), *new = read_plan(new_path);
	bool ok = old && new;

	if (ok) {
		g_autoptr(GHashTable) before = by_name(old, "functions");
		g_autoptr(GHashTable) after = by_name(new, "functions");

		print_lines(to, old);
		print_lines(to, new);
		print_moved(to, "moves now", before, after, true);
		print_moved(to, "came back", before, after, false);
		print_lacking(to, "functions new in the driver", after, before);
		print_lacking(to, "functions gone from the driver", before, after);
		print_calls(to, old, new, "upcalls", "upcall");
		print_calls(to, old, new, "downcalls", "downcall");
		print_fields(to, old, new);
		fputs(strcmp(text_in(old, "hash"), text_in(new, "hash")) ?
		      "the halves of one do not fit those of the other: load both anew\n" :
		      "the interface is the same: halves of one fit those of the other\n", to);
	}
	json_object_put(old);
	json_object_put(new);
	return ok;
}
