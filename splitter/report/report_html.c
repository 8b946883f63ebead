// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report as one HTML page that needs nothing else: the template page/page.html with
 * its style, its script, the JSON document and the sources put in. The data are in an
 * element that no browser runs, and the page's own policy lets no other script run
 * and nothing be fetched.
 */
#include <string.h>

#include "report_internal.h"

/* From page/, by embed.cmake. */
extern const char embedded_html[];
extern const char embedded_css[];
extern const char embedded_js[];

/* JSON within an element of the page: nothing in it may look like markup. */
static void print_json(const char *text, FILE *to)
{
	for (; *text; text++) {
		if (*text == '<' || *text == '>' || *text == '&')
			fprintf(to, "\\u%04x", *text);
		else
			fputc(*text, to);
	}
}

static void print_escaped(const char *text, FILE *to)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autofree char *escaped = g_markup_escape_text(valid, -1);

	fputs(escaped, to);
}

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

static void print_data(struct report *report, FILE *to)
{
	struct json_object *document = report_document(report);
	g_autofree char *text = NULL;

	json_object_object_add(document, "sources", sources_json(report));
	text = report_json_text(document, false);
	json_object_put(document);
	print_json(text, to);
}

/* What a content security policy calls an inline script or style. */
static void print_digest(const char *text, FILE *to)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *base64 = NULL;
	guint8 digest[32];
	gsize size = sizeof(digest);

	g_checksum_update(checksum, (const guchar *)text, -1);
	g_checksum_get_digest(checksum, digest, &size);
	base64 = g_base64_encode(digest, size);
	fprintf(to, "'sha256-%s'", base64);
}

static void print_module(struct report *report, FILE *to)
{
	print_escaped(report->partition->model->module, to);
}

static void print_style(struct report *report, FILE *to)
{
	fputs(embedded_css, to);
}

static void print_script(struct report *report, FILE *to)
{
	fputs(embedded_js, to);
}

static void print_policy(struct report *report, FILE *to)
{
	fputs("default-src 'none'; style-src ", to);
	print_digest(embedded_css, to);
	fputs("; script-src ", to);
	print_digest(embedded_js, to);
}

/* What stands for @{name} in the template. */
static const struct {
	const char *name;
	void (*print)(struct report *report, FILE *to);
} parts[] = {
	{ "@{module}", print_module },
	{ "@{policy}", print_policy },
	{ "@{style}", print_style },
	{ "@{script}", print_script },
	{ "@{data}", print_data },
};

bool report_html(struct report *report, FILE *to)
{
	const char *text = embedded_html, *next;
	size_t i;

	for (; (next = strstr(text, "@{")); text = next) {
		fwrite(text, 1, next - text, to);
		for (i = 0; i < G_N_ELEMENTS(parts) && !g_str_has_prefix(next, parts[i].name); i++)
			;
		g_assert(i < G_N_ELEMENTS(parts));
		parts[i].print(report, to);
		next += strlen(parts[i].name);
	}
	fputs(text, to);
	return true;
}
