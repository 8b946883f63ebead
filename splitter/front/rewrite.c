// SPDX-License-Identifier: GPL-2.0-or-later
/* Sources read anew with another text: libclang and clang find it where the file would be. */
#include <json-c/json.h>
#include <string.h>
#include <glib/gstdio.h>

#include "diag.h"
#include "source.h"

static void add_file(struct json_object *roots, const char *path, const char *text)
{
	struct json_object *root = json_object_new_object();

	json_object_object_add(root, "type", json_object_new_string("file"));
	json_object_object_add(root, "name", json_object_new_string(path));
	json_object_object_add(root, "external-contents", json_object_new_string(text));
	json_object_array_add(roots, root);
}

/* The table that clang's -ivfsoverlay takes; diagnostics and debug information name the file. */
static bool write_overlay(const char *directory, GHashTable *files, GError **error)
{
	struct json_object *overlay = json_object_new_object();
	struct json_object *roots = json_object_new_array();
	g_autofree char *path = g_build_filename(directory, "overlay.yaml", NULL);
	GHashTableIter iter;
	gpointer name, text;
	bool ok;

	json_object_object_add(overlay, "version", json_object_new_int(0));
	json_object_object_add(overlay, "use-external-names", json_object_new_boolean(false));
	g_hash_table_iter_init(&iter, files);
	while (g_hash_table_iter_next(&iter, &name, &text))
		add_file(roots, name, text);
	json_object_object_add(overlay, "roots", roots);
	ok = g_file_set_contents(path, json_object_to_json_string(overlay), -1, error);
	json_object_put(overlay);
	return ok;
}

static void set_text(struct source *source, const char *text)
{
	if (!source->original)
		source->original = source->text;
	else
		g_free(source->text);
	source->text = g_strdup(text);
	source->size = strlen(text);
}

static bool write_texts(struct model *model, GHashTable *texts, GHashTable *files,
			const char *directory, GError **error)
{
	for (guint i = 0; i < model->sources->len; i++) {
		struct source *source = model->sources->pdata[i];
		const char *text = g_hash_table_lookup(texts, source);
		char *path;

		if (!text) {
			if (source->original)
				set_text(source, source->original);
			continue;
		}
		path = g_strdup_printf("%s/%u.c", directory, i);
		g_hash_table_insert(files, (gpointer)source->path, path);
		if (!g_file_set_contents(path, text, -1, error))
			return false;
		set_text(source, text);
	}
	return write_overlay(directory, files, error);
}

bool source_rewrite(struct model *model, GHashTable *texts)
{
	g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	g_autoptr(GError) error = NULL;
	g_autofree char *directory = g_dir_make_tmp("mdrv-XXXXXX", &error);
	g_autofree char *path = NULL;

	source_rewrite_end(model);
	if (!directory || !write_texts(model, texts, files, directory, &error)) {
		diag_error(NULL, "cannot write the driver's text anew: %s", error->message);
		return false;
	}
	path = g_build_filename(directory, "overlay.yaml", NULL);
	model->rewritten = model_intern(model, path);
	model_forget(model);
	g_ptr_array_set_size(model->kept, 0);
	model->enclosed = NULL;
	model->recasts = NULL;
	model->resolved = false;
	return true;
}

void source_rewrite_end(struct model *model)
{
	g_autofree char *directory = model->rewritten ? g_path_get_dirname(model->rewritten) : NULL;

	if (!directory)
		return;
	for (guint i = 0; i < model->sources->len; i++) {
		g_autofree char *path = g_strdup_printf("%s/%u.c", directory, i);

		g_remove(path);
	}
	g_remove(model->rewritten);
	g_rmdir(directory);
	model->rewritten = NULL;
}
