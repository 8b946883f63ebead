// SPDX-License-Identifier: GPL-2.0-or-later
/* What surveys have found as one HTML page: the document that page/README.md describes. */
#include <string.h>

#include "page.h"
#include "survey_internal.h"
#include "survey_tally.h"

enum { PAGE_VERSION = 1 };

/* From page/, by embed(). */
extern const char survey_page_html[];
extern const char survey_page_css[];
extern const char survey_page_js[];

static void add_text(struct json_object *object, const char *key, const char *text)
{
	json_object_object_add(object, key, json_object_new_string(text));
}

static void add_number(struct json_object *object, const char *key, int64_t number)
{
	json_object_object_add(object, key, json_object_new_int64(number));
}

/* A number with one digit behind the point, as the table has it. */
static void add_tenths(struct json_object *object, const char *key, double number)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(text, sizeof(text), "%.1f", number);
	json_object_object_add(object, key, json_object_new_double_s(number, text));
}

struct listing {
	struct json_object *modules;
	const char *directory;		/* of the page */
	GHashTable *names;		/* of modules -> in how many places */
};

/* Where a report of the module lies beside the page, as a reference; NULL: nowhere. */
static char *report_beside(const struct listing *listing, const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	const char *candidates[] = { path, name };
	bool unique = GPOINTER_TO_UINT(g_hash_table_lookup(listing->names, name)) == 1;

	for (guint i = 0; i < (unique ? 2 : 1); i++) {
		g_autofree char *file = g_strconcat(candidates[i], ".html", NULL);
		g_autofree char *whole = g_build_filename(listing->directory, file, NULL);

		if (g_file_test(whole, G_FILE_TEST_IS_REGULAR))
			return g_uri_escape_string(file, "/", FALSE);
	}
	return NULL;
}

/* What keeps most of a module in the kernel; kinds count what their members do. */
static const char *first_obstacle(struct json_object *line)
{
	struct json_object *list, *is_kind, *best = NULL;

	if (!json_object_object_get_ex(line, "blockers", &list) ||
	    !json_object_is_type(list, json_type_array))
		return NULL;
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *item = json_object_array_get_idx(list, i);

		if (json_object_object_get_ex(item, "kind", &is_kind) &&
		    json_object_get_boolean(is_kind))
			continue;
		if (!best || json_number(item, "lines", NULL, NULL) >
			     json_number(best, "lines", NULL, NULL))
			best = item;
	}
	return best ? json_text(best, "name") : NULL;
}

static void add_analysed(struct json_object *module, struct json_object *line)
{
	const char *obstacle = first_obstacle(line);

	add_number(module, "functions", json_number(line, "functions", NULL, NULL));
	add_number(module, "lines", json_number(line, "lines", NULL, NULL));
	add_number(module, "user", json_number(line, "movable", "user", "lines"));
	add_number(module, "both", json_number(line, "movable", "both", "lines"));
	add_number(module, "questions", json_number(line, "ambiguities", NULL, NULL));
	add_tenths(module, "seconds", json_number(line, "seconds", NULL, NULL));
	if (obstacle)
		add_text(module, "obstacle", obstacle);
}

static gboolean add_module(gpointer path, gpointer line, gpointer data)
{
	const char *status = json_text(line, "status"), *reason = json_text(line, "reason");
	struct json_object *module = json_object_new_object();
	struct listing *listing = data;
	g_autofree char *report = report_beside(listing, path);
	g_autofree char *subsystem = subsystem_of(path);

	add_text(module, "path", path);
	add_text(module, "subsystem", subsystem);
	add_text(module, "status", status ? status : "?");
	if (!g_strcmp0(status, "ok"))
		add_analysed(module, line);
	else if (reason)
		add_text(module, "reason", reason);
	if (report)
		add_text(module, "report", report);
	json_object_array_add(listing->modules, module);
	return FALSE;
}

static gboolean count_name(gpointer path, gpointer line, gpointer names)
{
	char *name = g_path_get_basename(path);
	guint count = GPOINTER_TO_UINT(g_hash_table_lookup(names, name));

	g_hash_table_replace(names, name, GUINT_TO_POINTER(count + 1));
	return FALSE;
}

static struct json_object *modules_json(const struct tally *tally, const char *directory)
{
	struct listing listing = {
		.modules = json_object_new_array(), .directory = directory,
		.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	};

	g_tree_foreach(tally->lines, count_name, listing.names);
	g_tree_foreach(tally->lines, add_module, &listing);
	g_hash_table_unref(listing.names);
	return listing.modules;
}

static struct json_object *row_json(const struct row *row)
{
	struct json_object *object = json_object_new_object();

	add_text(object, "name", row->name);
	add_number(object, "modules", row->modules);
	add_number(object, "analysed", row->ok);
	add_number(object, "functions", row->functions);
	add_number(object, "lines", row->lines);
	add_number(object, "user", row->moved_lines - row->both_lines);
	add_number(object, "both", row->both_lines);
	return object;
}

static struct json_object *total_json(struct row *total)
{
	struct json_object *object = row_json(total);

	add_number(object, "failed", total->failed);
	add_number(object, "skipped", total->skipped);
	add_tenths(object, "mean", mean(total->shares));
	add_tenths(object, "median", median(total->shares));
	return object;
}

static gboolean add_row(gpointer name, gpointer row, gpointer rows)
{
	json_object_array_add(rows, row_json(row));
	return FALSE;
}

static struct json_object *obstacles_json(const struct tally *tally, bool kinds)
{
	struct json_object *array = json_object_new_array();
	GList *list = tally_obstacles(tally, kinds);

	for (GList *item = list; item; item = item->next) {
		const struct obstacle *obstacle = item->data;
		struct json_object *object = json_object_new_object();

		add_text(object, "name", obstacle->name);
		add_number(object, "lines", obstacle->lines);
		add_number(object, "functions", obstacle->functions);
		add_number(object, "modules", obstacle->modules);
		json_object_array_add(array, object);
	}
	g_list_free(list);
	return array;
}

static struct json_object *questions_json(const struct tally *tally)
{
	struct json_object *array = json_object_new_array();
	GList *list = tally_questions(tally);

	for (GList *item = list; item; item = item->next) {
		const struct question *question = item->data;
		struct json_object *object = json_object_new_object();

		add_text(object, "name", question->text);
		add_number(object, "modules", question->modules);
		add_number(object, "places", question->places);
		json_object_array_add(array, object);
	}
	g_list_free(list);
	return array;
}

static gboolean add_kept(gpointer kind, gpointer functions, gpointer kept)
{
	add_number(kept, kind, *(int64_t *)functions);
	return FALSE;
}

static struct json_object *document_of(const struct tally *tally, const char *directory)
{
	struct json_object *document = json_object_new_object();
	struct json_object *subsystems = json_object_new_array();
	struct json_object *kept = json_object_new_object();

	g_tree_foreach(tally->rows, add_row, subsystems);
	g_tree_foreach(tally->kept, add_kept, kept);
	add_number(document, "version", PAGE_VERSION);
	json_object_object_add(document, "total", total_json(tally->total));
	json_object_object_add(document, "subsystems", subsystems);
	json_object_object_add(document, "kinds", obstacles_json(tally, true));
	json_object_object_add(document, "obstacles", obstacles_json(tally, false));
	json_object_object_add(document, "kept", kept);
	json_object_object_add(document, "questions", questions_json(tally));
	json_object_object_add(document, "modules", modules_json(tally, directory));
	return document;
}

void survey_html(const struct tally *tally, const char *name, const char *directory, FILE *to)
{
	struct json_object *document = document_of(tally, directory);
	const char *text = json_object_to_json_string_ext(document, JSON_C_TO_STRING_PLAIN |
							  JSON_C_TO_STRING_NOSLASHESCAPE);
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	const struct page page = {
		.html = survey_page_html, .css = survey_page_css, .js = survey_page_js,
		.name = name, .data = valid,
	};

	page_print(&page, to);
	json_object_put(document);
}
