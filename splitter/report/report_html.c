// SPDX-License-Identifier: GPL-2.0-or-later
/* The report as one HTML page: the JSON document, and the sources that it speaks of. */
#include <string.h>

#include "page.h"
#include "report_internal.h"

/* From page/, by embed(). */
extern const char report_page_html[];
extern const char report_page_css[];
extern const char report_page_js[];

static void add_source(struct json_object *sources, GHashTable *seen, const char *path,
		       const char *directory)
{
	g_autofree char *text = NULL, *valid = NULL;
	struct json_object *object;
	const char *name = path;
	gsize size;

	if (!path || !g_hash_table_add(seen, (gpointer)path))
		return;
	if (!g_file_get_contents(path, &text, &size, NULL))
		text = g_strdup("(this file cannot be read)");
	valid = g_utf8_make_valid(text, -1);
	if (g_str_has_prefix(path, directory) && path[strlen(directory)] == '/')
		name = path + strlen(directory) + 1;
	object = json_object_new_object();
	json_object_object_add(object, "path", json_object_new_string(path));
	json_object_object_add(object, "name", json_object_new_string(name));
	json_object_object_add(object, "text", json_object_new_string(valid));
	json_object_array_add(sources, object);
}

/* The files that hold functions of the driver: its sources, and headers of its own. */
static struct json_object *sources_json(const struct report *report)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	const struct model *model = report->partition->model;
	struct json_object *sources = json_object_new_array();
	guint i;

	for (i = 0; i < model->sources->len; i++) {
		const struct source *source = model->sources->pdata[i];

		add_source(sources, seen, source->path, model->directory);
	}
	for (i = 0; i < report->partition->decisions->len; i++) {
		const struct decision *decision = report->partition->decisions->pdata[i];

		add_source(sources, seen, decision->function->file, model->directory);
	}
	return sources;
}

bool report_html(struct report *report, FILE *to)
{
	struct json_object *document = report_document(report);
	struct page page = {
		.html = report_page_html, .css = report_page_css, .js = report_page_js,
		.name = report->partition->model->module,
	};
	g_autofree char *text = NULL;

	json_object_object_add(document, "sources", sources_json(report));
	text = report_json_text(document, false);
	json_object_put(document);
	page.data = text;
	page_print(&page, to);
	return true;
}
