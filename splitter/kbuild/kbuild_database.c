// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Files and flags from a compilation database instead of Kbuild: ours, or what the
 * kernel's scripts/clang-tools/gen_compile_commands.py writes after a build.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <json.h>

#include "diag.h"
#include "dryrun.h"
#include "kbuild_internal.h"

/* "-D__KBUILD_MODNAME=kmod_e1000": the module that a file is compiled for. */
static const char *module_of(GPtrArray *flags)
{
	static const char define[] = "-D__KBUILD_MODNAME=kmod_";
	guint i;

	for (i = 0; i < flags->len; i++) {
		if (g_str_has_prefix(flags->pdata[i], define))
			return (const char *)flags->pdata[i] + strlen(define);
	}
	return NULL;
}

static const char *string_in(struct json_object *object, const char *key)
{
	struct json_object *value;

	if (!json_object_object_get_ex(object, key, &value))
		return NULL;
	return json_object_get_string(value);
}

/* GCC's arguments of an entry, or NULL after an error. */
static GPtrArray *entry_flags(struct json_object *entry, const char *directory)
{
	const char *command = string_in(entry, "command"), *where = string_in(entry, "directory");
	struct json_object *arguments;
	GPtrArray *flags;
	size_t i;

	if (command)
		return command_flags(command, NULL, directory, where ? where : directory);
	if (!json_object_object_get_ex(entry, "arguments", &arguments) ||
	    !json_object_is_type(arguments, json_type_array))
		return NULL;
	flags = g_ptr_array_new_with_free_func(g_free);
	for (i = 1; i < json_object_array_length(arguments); i++)
		g_ptr_array_add(flags, g_strdup(json_object_get_string(
			json_object_array_get_idx(arguments, i))));
	return flags;
}

/* What an entry says, if it is one of the driver's; false after an error. */
static bool add_entry(struct model *model, struct json_object *entry, const char *database,
		      const char *module, GHashTable *modules)
{
	const char *file = string_in(entry, "file"), *where = string_in(entry, "directory");
	struct location at = { .file = database };
	size_t prefix = strlen(model->directory);
	g_autoptr(GPtrArray) flags = NULL;
	g_autofree char *path = NULL;
	const char *own;

	if (!file || (*file != '/' && !where)) {
		diag_error(&at, "an entry lacks \"file\", or the \"directory\" that it is in");
		return false;
	}
	path = g_canonicalize_filename(file, where);
	if (strncmp(path, model->directory, prefix) || path[prefix] != '/' ||
	    !g_str_has_suffix(path, ".c") || g_str_has_suffix(path, ".mod.c"))
		return true;
	flags = entry_flags(entry, model->directory);
	if (!flags) {
		diag_error(&at, "the entry of %s lacks \"command\" or \"arguments\"", path);
		return false;
	}
	own = module_of(flags) ? module_of(flags) : "module";
	if (module && !same_module(module, own))
		return true;
	g_hash_table_add(modules, (gpointer)model_intern(model, own));
	return kbuild_add_source(model, path + prefix + 1, flags);
}

static bool choose(struct model *model, const struct kbuild_request *request,
		   GHashTable *modules)
{
	struct location at = { .file = request->database };
	GList *names = g_list_sort(g_hash_table_get_keys(modules), (GCompareFunc)strcmp), *l;
	bool ok = names && !names->next;

	if (ok)
		model->module = names->data;
	else if (names)
		diag_error(&at, "has %u modules below %s; name one with --module",
			   g_hash_table_size(modules), model->directory);
	else
		diag_error(&at, "has no C file below %s%s%s", model->directory,
			   request->module ? " of module " : "",
			   request->module ? request->module : "");
	for (l = names; !ok && l; l = l->next)
		diag_note(&at, "module %s", (char *)l->data);
	g_list_free(names);
	return ok;
}

bool kbuild_open_database(struct model *model, const struct kbuild_request *request)
{
	g_autoptr(GHashTable) modules = g_hash_table_new(g_str_hash, g_str_equal);
	struct location at = { .file = request->database };
	char *real = realpath(request->driver, NULL);
	struct json_object *root;
	bool ok = real;
	size_t i;

	if (!ok) {
		diag_error(&(struct location){ .file = request->driver }, "%s",
			   g_strerror(errno));
		return false;
	}
	model->directory = model_intern(model, real);
	free(real);
	root = json_object_from_file(request->database);
	if (!root || !json_object_is_type(root, json_type_array) ||
	    !json_object_array_length(root)) {
		diag_error(&at, "not a compilation database: %s", json_util_get_last_err() ?
			   json_util_get_last_err() : "no entries");
		ok = false;
	}
	for (i = 0; ok && i < json_object_array_length(root); i++)
		ok = add_entry(model, json_object_array_get_idx(root, i), request->database,
			       request->module, modules);
	ok = ok && choose(model, request, modules);
	json_object_put(root);
	return ok;
}
