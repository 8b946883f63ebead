// SPDX-License-Identifier: GPL-2.0-or-later
/* Life and look-up of the model; who fills it is in source.h. */
#include <string.h>

#include "model.h"

static void source_free(gpointer data)
{
	struct source *source = data;

	g_free(source->text);
	g_free(source->original);
	g_ptr_array_unref(source->flags);
	g_free(source);
}

/* Everything allocated for a model hangs on this list; see model_alloc(). */
gpointer model_alloc(struct model *model, gsize size)
{
	gpointer memory = g_malloc0(size);

	g_ptr_array_add(model->memory, memory);
	return memory;
}

GPtrArray *model_array(struct model *model)
{
	GPtrArray *array = g_ptr_array_new();

	g_ptr_array_add(model->arrays, array);
	return array;
}

struct model *model_new(void)
{
	struct model *model = g_new0(struct model, 1);

	model->strings = g_string_chunk_new(65536);
	model->memory = g_ptr_array_new_with_free_func(g_free);
	model->arrays = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	model->sources = g_ptr_array_new_with_free_func(source_free);
	model->parts = g_ptr_array_new_with_free_func(source_free);
	model->common = g_hash_table_new(g_str_hash, g_str_equal);
	model->headers = g_ptr_array_new();
	model->functions = g_ptr_array_new();
	model->records = g_ptr_array_new();
	model->globals = g_ptr_array_new();
	model->flows = g_ptr_array_new();
	model->kept = g_ptr_array_new();
	model->made = g_hash_table_new(g_str_hash, g_str_equal);
	model->function_by_name = g_hash_table_new(g_str_hash, g_str_equal);
	model->record_by_name = g_hash_table_new(g_str_hash, g_str_equal);
	model->global_by_name = g_hash_table_new(g_str_hash, g_str_equal);
	return model;
}

void model_forget(struct model *model)
{
	GPtrArray *lists[] = { model->functions, model->records, model->globals, model->flows,
			       model->headers, model->parts };
	GHashTable *names[] = { model->function_by_name, model->record_by_name,
				model->global_by_name };

	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		g_ptr_array_set_size(lists[i], 0);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		g_hash_table_remove_all(names[i]);
}

void model_free(struct model *model)
{
	if (!model)
		return;
	g_hash_table_unref(model->made);
	g_hash_table_unref(model->common);
	g_hash_table_unref(model->function_by_name);
	g_hash_table_unref(model->record_by_name);
	g_hash_table_unref(model->global_by_name);
	g_ptr_array_unref(model->functions);
	g_ptr_array_unref(model->records);
	g_ptr_array_unref(model->globals);
	g_ptr_array_unref(model->flows);
	g_ptr_array_unref(model->kept);
	g_ptr_array_unref(model->headers);
	g_ptr_array_unref(model->parts);
	g_ptr_array_unref(model->sources);
	g_ptr_array_unref(model->arrays);
	g_ptr_array_unref(model->memory);
	g_string_chunk_free(model->strings);
	g_free(model);
}

const char *model_intern(struct model *model, const char *text)
{
	return text ? g_string_chunk_insert_const(model->strings, text) : NULL;
}

const char *model_path(struct model *model, const char *path)
{
	g_autofree char *plain = NULL;

	if (!path || *path != '/' || !strstr(path, "/.."))
		return model_intern(model, path);
	plain = g_canonicalize_filename(path, NULL);
	return model_intern(model, plain);
}

struct function *model_function(const struct model *model, const char *name)
{
	return g_hash_table_lookup(model->function_by_name, name);
}

struct record *model_record(const struct model *model, const char *name)
{
	return g_hash_table_lookup(model->record_by_name, name);
}

struct global *model_global(const struct model *model, const char *name)
{
	return g_hash_table_lookup(model->global_by_name, name);
}

struct global *model_global_in(const struct model *model, const char *name, const char *unit)
{
	struct global *any = model_global(model, name);
	guint i;

	if (!any || !strcmp(any->at.file, unit))
		return any;
	for (i = 0; i < model->globals->len; i++) {
		struct global *global = model->globals->pdata[i];

		if (!strcmp(global->name, name) && !g_strcmp0(global->at.file, unit))
			return global;
	}
	return any;
}

static bool is_kept(const struct model *model, const struct function *function)
{
	guint i;

	for (i = 0; i < model->kept->len; i++)
		if (((struct kept *)model->kept->pdata[i])->function == function)
			return true;
	return false;
}

static bool keep(struct model *model, const struct function *function,
		 const struct kept *why, GHashTable *seen)
{
	bool some = false;
	guint i;

	if (!g_hash_table_add(seen, (gpointer)function))
		return false;
	if (function->in_driver) {
		struct kept *kept;

		if (is_kept(model, function))
			return false;
		kept = model_alloc(model, sizeof(*kept));
		*kept = *why;
		kept->function = function;
		g_ptr_array_add(model->kept, kept);
		return true;
	}
	for (i = 0; i < function->callers->len; i++) {
		const struct call *call = function->callers->pdata[i];

		some |= keep(model, call->caller, why, seen);
	}
	return some;
}

bool model_keep(struct model *model, const struct function *function,
		const struct location *at, const char *text, const char *hint)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	const struct kept why = {
		.text = model_intern(model, text), .hint = hint, .at = *at,
	};

	return keep(model, function, &why, seen);
}

const char *model_owner(const struct model *model, const struct field *field)
{
	const struct record *owner = field->owner;
	guint i, j;

	while (owner && (!owner->name || !*owner->name)) {
		const struct record *outer = NULL;

		for (i = 0; !outer && i < model->records->len; i++) {
			const struct record *record = model->records->pdata[i];

			for (j = 0; j < record->fields->len; j++) {
				const struct field *member = record->fields->pdata[j];

				if (member->type->record == owner)
					outer = record;
			}
		}
		if (outer == owner)
			break;
		owner = outer;
	}
	return owner && owner->name ? owner->name : "";
}

struct source *model_source(const struct model *model, const char *path)
{
	GPtrArray *lists[] = { model->sources, model->parts };
	guint i, j;

	for (i = 0; path && i < G_N_ELEMENTS(lists); i++) {
		for (j = 0; j < lists[i]->len; j++) {
			struct source *source = lists[i]->pdata[j];

			if (!strcmp(path, source->path) || !strcmp(path, source->name))
				return source;
		}
	}
	return NULL;
}
