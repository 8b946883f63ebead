// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Two plans of one driver, of before and after: another kernel, another version of the
 * driver, other hints. Of each kind of thing, both are read as tables of name -> what there
 * is to say of it; what the tables have different is the document that README.md describes.
 */
#include <glib.h>
#include <inttypes.h>
#include <string.h>

#include "diag.h"
#include "plan_diff.h"
#include "plan_file.h"
#include "report_internal.h"

enum { DIFF_VERSION = 1 };

const char plan_diff_formats[] = "text or json";

bool plan_diff_known(const char *format)
{
	return !strcmp(format, "text") || !strcmp(format, "json");
}

static void put(gpointer object)
{
	json_object_put(object);
}

static const char *text_in(struct json_object *object, const char *key)
{
	return json_object_get_string(json_object_object_get(object, key));
}

/* A reason without the line and column in it, which every edit of the driver moves. */
static char *steady(const char *text)
{
	static GRegex *places;

	if (!places)
		places = g_regex_new("([.][a-zA-Z]+):\\d+:\\d+", G_REGEX_RAW, 0, NULL);
	return g_regex_replace(places, text, -1, 0, "\\1", 0, NULL);
}

static void add_text(struct json_object *object, const char *key, const char *text)
{
	json_object_object_add(object, key, json_object_new_string(text));
}

/* Takes over @name, which gets a number if the table has it, and @said. */
static void tell(GHashTable *table, char *name, struct json_object *said)
{
	g_autofree char *first = name;

	name = g_strdup(first);
	for (int number = 2; g_hash_table_contains(table, name); number++) {
		g_free(name);
		name = g_strdup_printf("%s (%d)", first, number);
	}
	g_hash_table_insert(table, name, said);
}

static int by_text(const void *a, const void *b)
{
	return g_strcmp0(json_object_get_string(*(struct json_object *const *)a),
			 json_object_get_string(*(struct json_object *const *)b));
}

/* @value, or if it is a list of names, a sorted one: in which order they come says nothing. */
static struct json_object *in_order(struct json_object *value)
{
	struct json_object *list;

	if (!json_object_is_type(value, json_type_array) ||
	    !json_object_is_type(json_object_array_get_idx(value, 0), json_type_string))
		return json_object_get(value);
	list = json_object_new_array();
	for (size_t i = 0; i < json_object_array_length(value); i++)
		json_object_array_add(list, json_object_get(json_object_array_get_idx(value, i)));
	json_object_array_sort(list, by_text);
	return list;
}

/* All of @object but its names, and what every edit of the driver moves: places and numbers. */
static struct json_object *substance(struct json_object *object)
{
	static const char *const left_out[] = { "name", "path", "private", "number", "at", NULL };
	struct json_object *copy = json_object_new_object();

	json_object_object_foreach(object, key, value) {
		if (!g_strv_contains(left_out, key))
			json_object_object_add(copy, key, in_order(value));
	}
	return copy;
}

static bool is_section(struct json_object *function)
{
	return json_object_get_boolean(json_object_object_get(function, "section"));
}

/* Which half a function is in, and the reason that decided it. */
static struct json_object *standing(struct json_object *function)
{
	struct json_object *reasons = json_object_object_get(function, "reasons");
	struct json_object *reason = json_object_array_get_idx(reasons, 0);
	struct json_object *standing = json_object_new_object();
	g_autofree char *text = steady(reason ? text_in(reason, "text") : "");
	struct json_object *why = json_object_new_object();

	add_text(why, "kind", reason ? text_in(reason, "kind") : "");
	add_text(why, "text", text);
	add_text(standing, "half", text_in(function, "domain"));
	json_object_object_add(standing, "reason", why);
	return standing;
}

/* Of two static functions of one name, each by its file as well. */
static void collect_standings(GHashTable *table, struct json_object *plan, bool sections)
{
	struct json_object *functions = json_object_object_get(plan, "functions");
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) twice = g_hash_table_new(g_str_hash, g_str_equal);
	size_t i, length = json_object_array_length(functions);

	for (i = 0; i < length; i++) {
		const char *name = text_in(json_object_array_get_idx(functions, i), "name");

		if (!g_hash_table_add(seen, (gpointer)name))
			g_hash_table_add(twice, (gpointer)name);
	}
	for (i = 0; i < length; i++) {
		struct json_object *function = json_object_array_get_idx(functions, i);
		const char *name = text_in(function, "name");
		const char *path = text_in(json_object_object_get(function, "at"), "file");
		g_autofree char *file = g_path_get_basename(path ? path : "");

		if (is_section(function) == sections)
			tell(table, g_hash_table_contains(twice, name) ?
				    g_strdup_printf("%s (%s)", name, file) : g_strdup(name),
			     standing(function));
	}
}

static void collect_functions(GHashTable *table, struct json_object *plan, const char *key)
{
	(void)key;
	collect_standings(table, plan, false);
}

static void collect_sections(GHashTable *table, struct json_object *plan, const char *key)
{
	(void)key;
	collect_standings(table, plan, true);
}

static void collect_crossings(GHashTable *table, struct json_object *plan, const char *key)
{
	struct json_object *array = json_object_object_get(plan, key);

	for (size_t i = 0; i < json_object_array_length(array); i++) {
		struct json_object *crossing = json_object_array_get_idx(array, i);

		tell(table, g_strdup(text_in(crossing, "name")), substance(crossing));
	}
}

/* That they travel; how, their fields say. */
static void collect_records(GHashTable *table, struct json_object *plan, const char *key)
{
	struct json_object *array = json_object_object_get(plan, key);

	for (size_t i = 0; i < json_object_array_length(array); i++)
		tell(table, g_strdup(text_in(json_object_array_get_idx(array, i), "name")),
		     json_object_new_object());
}

static void collect_fields(GHashTable *table, struct json_object *plan, const char *key)
{
	struct json_object *records = json_object_object_get(plan, "records");

	(void)key;
	for (size_t i = 0; i < json_object_array_length(records); i++) {
		struct json_object *record = json_object_array_get_idx(records, i);
		struct json_object *fields = json_object_object_get(record, "fields");

		for (size_t j = 0; j < json_object_array_length(fields); j++) {
			struct json_object *field = json_object_array_get_idx(fields, j);

			tell(table, g_strdup_printf("%s.%s", text_in(record, "name"),
						    text_in(field, "path")), substance(field));
		}
	}
}

static void collect_names(GHashTable *table, struct json_object *plan, const char *key)
{
	struct json_object *array = json_object_object_get(plan, key);

	for (size_t i = 0; i < json_object_array_length(array); i++)
		tell(table, g_strdup(json_object_get_string(json_object_array_get_idx(array, i))),
		     json_object_new_object());
}

static void collect_reasons(GHashTable *table, struct json_object *plan, const char *key)
{
	struct json_object *array = json_object_object_get(plan, key);

	for (size_t i = 0; i < json_object_array_length(array); i++)
		tell(table, steady(text_in(json_object_array_get_idx(array, i), "text")),
		     json_object_new_object());
}

static const struct {
	const char *key;	/* in the document, and most in a plan */
	void (*collect)(GHashTable *table, struct json_object *plan, const char *key);
} kinds[] = {
	{ "functions", collect_functions },
	{ "sections", collect_sections },
	{ "upcalls", collect_crossings },
	{ "downcalls", collect_crossings },
	{ "records", collect_records },
	{ "fields", collect_fields },
	{ "globals", collect_names },
	{ "pointers", collect_names },
	{ "traps", collect_names },
	{ "assumptions", collect_reasons },
	{ "ambiguities", collect_reasons },
};

static GList *sorted_names(GHashTable *table)
{
	return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc)strcmp);
}

/* Names that @table has and @other lacks. */
static struct json_object *lacking(GHashTable *table, GHashTable *other)
{
	struct json_object *list = json_object_new_array();
	g_autoptr(GList) names = sorted_names(table);

	for (GList *l = names; l; l = l->next)
		if (!g_hash_table_contains(other, l->data))
			json_object_array_add(list, json_object_new_string(l->data));
	return list;
}

static void add_change(struct json_object *changes, const char *key, struct json_object *old,
		       struct json_object *new)
{
	struct json_object *change;

	if (json_object_equal(old, new))
		return;
	change = json_object_new_object();
	json_object_object_add(change, "old", json_object_get(old));
	json_object_object_add(change, "new", json_object_get(new));
	json_object_object_add(changes, key, change);
}

/* Key -> old and new value; an empty object if there is none. */
static struct json_object *changes_of(struct json_object *old, struct json_object *new)
{
	struct json_object *changes = json_object_new_object();

	json_object_object_foreach(old, key, value)
		add_change(changes, key, value, json_object_object_get(new, key));
	json_object_object_foreach(new, added, other)
		if (!json_object_object_get_ex(old, added, NULL))
			add_change(changes, added, NULL, other);
	return changes;
}

static struct json_object *changed(GHashTable *old, GHashTable *new)
{
	struct json_object *list = json_object_new_array();
	g_autoptr(GList) names = sorted_names(new);

	for (GList *l = names; l; l = l->next) {
		struct json_object *before = g_hash_table_lookup(old, l->data);
		struct json_object *after = g_hash_table_lookup(new, l->data), *entry;

		if (!before || json_object_equal(before, after))
			continue;
		entry = json_object_new_object();
		add_text(entry, "name", l->data);
		json_object_object_add(entry, "changes", changes_of(before, after));
		/* also of a function that stays for another reason: in which half */
		if (json_object_object_get_ex(after, "half", NULL))
			add_text(entry, "half", text_in(after, "half"));
		json_object_array_add(list, entry);
	}
	return list;
}

/* One of the two plans. */
struct side {
	struct json_object *plan;
	GHashTable *tables[G_N_ELEMENTS(kinds)];
};

static bool side_open(struct side *side, const char *path)
{
	memset(side, 0, sizeof(*side));
	side->plan = plan_file_read(path);
	for (gsize i = 0; side->plan && i < G_N_ELEMENTS(kinds); i++) {
		side->tables[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, put);
		kinds[i].collect(side->tables[i], side->plan, kinds[i].key);
	}
	return side->plan;
}

static void side_close(struct side *side)
{
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		g_clear_pointer(&side->tables[i], g_hash_table_unref);
	json_object_put(side->plan);
}

static void add_number(struct json_object *object, const char *key, int64_t number)
{
	json_object_object_add(object, key, json_object_new_int64(number));
}

static void add_moved(struct json_object *summary, struct json_object *functions)
{
	int64_t lines = 0, moved = 0, moved_lines = 0;

	for (size_t i = 0; i < json_object_array_length(functions); i++) {
		struct json_object *function = json_object_array_get_idx(functions, i);
		int64_t length = json_object_get_int64(json_object_object_get(function, "lines"));
		bool moves = !strcmp(text_in(function, "domain"), "user");

		lines += length;
		moved += moves;
		moved_lines += moves ? length : 0;
	}
	add_number(summary, "lines", lines);
	add_number(summary, "moved_lines", moved_lines);
	add_number(summary, "moved_functions", moved);
}

/* What a plan has, in numbers. */
static struct json_object *summary_of(const struct side *side)
{
	static const char *const texts[] = { "driver", "release", "hash" };
	static const char *const numbers[] = { "facts_used", "hints_used", "hints_total" };
	struct json_object *summary = json_object_new_object(), *value;

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		add_text(summary, texts[i], text_in(side->plan, texts[i]));
	add_moved(summary, json_object_object_get(side->plan, "functions"));
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		add_number(summary, kinds[i].key, g_hash_table_size(side->tables[i]));
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
		if (json_object_object_get_ex(side->plan, numbers[i], &value))
			json_object_object_add(summary, numbers[i], json_object_get(value));
	return summary;
}

static struct json_object *document_of(const struct side *old, const struct side *new)
{
	struct json_object *document = json_object_new_object();
	bool fits = !strcmp(text_in(old->plan, "hash"), text_in(new->plan, "hash"));
	bool same = fits;

	add_number(document, "version", DIFF_VERSION);
	json_object_object_add(document, "old", summary_of(old));
	json_object_object_add(document, "new", summary_of(new));
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		struct json_object *kind = json_object_new_object();

		json_object_object_add(kind, "added", lacking(new->tables[i], old->tables[i]));
		json_object_object_add(kind, "removed", lacking(old->tables[i], new->tables[i]));
		json_object_object_add(kind, "changed", changed(old->tables[i], new->tables[i]));
		json_object_object_add(document, kinds[i].key, kind);
		json_object_object_foreach(kind, key, list) {
			(void)key;
			same = same && !json_object_array_length(list);
		}
	}
	json_object_object_add(document, "fits", json_object_new_boolean(fits));
	json_object_object_add(document, "same", json_object_new_boolean(same));
	return document;
}

static void warn_of_others(const char *path, const struct side *old, const struct side *new)
{
	const char *was = text_in(old->plan, "driver"), *is = text_in(new->plan, "driver");

	if (strcmp(was, is))
		diag_warning(&(struct location){ .file = path },
			     "a plan of %s, and the other is one of %s", is, was);
}

static void print_json(struct json_object *document, FILE *to)
{
	g_autofree char *text = report_json_text(document, true);

	fprintf(to, "%s\n", text);
}

bool plan_diff(FILE *to, const char *old_path, const char *new_path, const char *format,
	       bool *differ)
{
	struct json_object *document;
	struct side old, new;
	bool ok = side_open(&old, old_path);

	ok &= side_open(&new, new_path);
	if (ok) {
		warn_of_others(new_path, &old, &new);
		document = document_of(&old, &new);
		*differ = !json_object_get_boolean(json_object_object_get(document, "same"));
		if (!strcmp(format, "json"))
			print_json(document, to);
		else if (*differ)
			plan_diff_text(document, to);
		json_object_put(document);
	}
	side_close(&old);
	side_close(&new);
	return ok;
}
