// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Every module of a tree and how each of its files is compiled: what one dry run
 * of Kbuild over the whole tree says. Nothing is compiled.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "dryrun.h"
#include "survey_internal.h"

struct module_file *module_file_new(const char *path, GPtrArray *flags)
{
	struct module_file *file = g_new0(struct module_file, 1);

	file->path = g_strdup(path);
	file->flags = flags;
	return file;
}

void module_file_free(gpointer data)
{
	struct module_file *file = data;

	g_free(file->path);
	g_ptr_array_unref(file->flags);
	g_free(file);
}

void module_free(gpointer data)
{
	struct module *module = data;

	g_free(module->path);
	g_free(module->directory);
	g_ptr_array_unref(module->files);
	g_free(module->skip);
	g_free(module->failure);
	g_free(module);
}

/* Shortens @directory until @path lies below it. */
static void widen(char *directory, const char *path)
{
	size_t length = strlen(directory);

	while (strncmp(directory, path, length) || path[length] != '/') {
		while (length && directory[length - 1] != '/')
			length--;
		length -= length > 0;
		directory[length] = '\0';
	}
}

/* Why there is no C file behind an object: "assembler" and so on. */
static char *foreign_source(const char *stem)
{
	static const char *const kinds[][2] = {
		{ ".S", "holds assembler: %s.S" }, { ".rs", "holds Rust: %s.rs" },
		{ ".c_shipped", "%s.c is made by the kernel's build" },
	};
	char *text = NULL;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(kinds) && !text; i++) {
		char *path = g_strconcat(stem, kinds[i][0], NULL);
		char *base = g_path_get_basename(stem);

		if (g_file_test(path, G_FILE_TEST_EXISTS)) {
			char **parts = g_strsplit(kinds[i][1], "%s", -1);

			text = g_strjoinv(base, parts);
			g_strfreev(parts);
		}
		g_free(base);
		g_free(path);
	}
	return text;
}

static void add_object(struct module *module, const struct dryrun *run, const char *tree,
		       const char *object, const char *kdir)
{
	char *stem = g_strdup_printf("%s/%.*s", tree, (int)strlen(object) - 2, object);
	char *path = g_strconcat(stem, ".c", NULL);
	struct module_file *file;

	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		if (!module->skip)
			module->skip = foreign_source(stem);
		if (!module->failure)
			module->failure = g_strdup_printf("%s: %s", path, g_strerror(ENOENT));
	} else if (!g_hash_table_contains(run->commands, object)) {
		if (!module->failure)
			module->failure = g_strdup_printf("Kbuild has no rule that compiles %s",
							  path);
	} else {
		char *real = realpath(path, NULL);

		file = module_file_new(real ? real : path, dryrun_flags(run, object, kdir));
		if (!file->flags) {
			file->flags = g_ptr_array_new();
			module->failure = g_strdup_printf("cannot read how Kbuild compiles %s",
							  path);
		}
		g_ptr_array_add(module->files, file);
		widen(module->directory, file->path);
		free(real);
	}
	g_free(path);
	g_free(stem);
}

static struct module *module_new(const struct dryrun *run, const char *name, char **objects,
				 const char *tree, const char *kdir)
{
	struct module *module = g_new0(struct module, 1);
	char *root = source_root(tree), *parent = g_path_get_dirname(tree);
	size_t prefix = strlen(root ? root : parent);
	char *path = g_build_filename(tree, name, NULL);
	guint i;

	module->path = g_strdup(path + prefix + 1);
	module->directory = g_path_get_dirname(path);
	module->files = g_ptr_array_new_with_free_func(module_file_free);
	for (i = 0; objects[i]; i++)
		add_object(module, run, tree, objects[i], kdir);
	if (!objects[0])
		module->failure = g_strdup("Kbuild names no objects for it");
	g_free(path);
	g_free(parent);
	g_free(root);
	return module;
}

/* One tree; the top of a kernel source has no Kbuild that builds modules by itself. */
static bool find_in(GHashTable *found, const struct survey_options *options, const char *tree)
{
	struct location at = { .file = tree };
	GHashTableIter iter;
	gpointer name, objects;
	struct dryrun run;
	bool ok;

	if (!has_kbuild(tree)) {
		diag_error(&at, "no Kbuild or Makefile here");
		return false;
	}
	ok = dryrun_do(&run, tree, SCOPE_ALL, NULL, options->kdir,
		       options->variables);
	if (ok && !g_hash_table_size(run.modules))
		diag_warning(&at, "Kbuild builds no module here%s%s",
			     *run.problem ? "; make says: " : "", run.problem);
	if (ok) {
		g_hash_table_iter_init(&iter, run.modules);
		while (g_hash_table_iter_next(&iter, &name, &objects)) {
			struct module *module = module_new(&run, name, objects, tree,
							   options->kdir);

			/* Trees may overlap. */
			if (g_hash_table_contains(found, module->path))
				module_free(module);
			else
				g_hash_table_insert(found, module->path, module);
		}
	}
	dryrun_free(&run);
	return ok;
}

static gint by_path(gconstpointer a, gconstpointer b)
{
	const struct module *left = *(struct module *const *)a;
	const struct module *right = *(struct module *const *)b;

	return strcmp(left->path, right->path);
}

GPtrArray *survey_find(const struct survey_options *options)
{
	GPtrArray *modules = g_ptr_array_new_with_free_func(module_free);
	GHashTable *found = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTableIter iter;
	gpointer module;
	bool ok = true;
	guint i;

	for (i = 0; ok && i < options->trees->len && !*options->interrupted; i++) {
		const char *name = options->trees->pdata[i];
		char *tree = realpath(name, NULL);

		if (!tree)
			diag_error(&(struct location){ .file = name }, "%s", g_strerror(errno));
		ok = tree && find_in(found, options, tree);
		free(tree);
	}
	g_hash_table_iter_init(&iter, found);
	while (g_hash_table_iter_next(&iter, NULL, &module))
		g_ptr_array_add(modules, module);
	g_hash_table_unref(found);
	g_ptr_array_sort(modules, by_path);
	if (ok && !*options->interrupted)
		return modules;
	g_ptr_array_unref(modules);
	return NULL;
}
