// SPDX-License-Identifier: GPL-2.0-or-later
/* One dry run of Kbuild per directory, asked for built-in objects as well as for modules. */
#include <string.h>

#include "dryrun.h"
#include "file_flags.h"

enum { MOST_ABOVE = 6 };	/* directories above a file whose Kbuild may compile it */

struct file_flags {
	const char *root;
	const char *kdir;
	char **variables;
	GHashTable *runs;	/* directory from the top -> struct dryrun * */
	GHashTable *alone;	/* directory -> GPtrArray of char *: flags_alone(), or NULL */
};

static void run_free(gpointer data)
{
	dryrun_free(data);
	g_free(data);
}

static void list_free(gpointer list)
{
	if (list)
		g_ptr_array_unref(list);
}

struct file_flags *file_flags_new(const char *root, const char *kdir, char *const *variables)
{
	struct file_flags *flags = g_new0(struct file_flags, 1);
	g_autoptr(GPtrArray) list = g_ptr_array_new();
	guint i;

	flags->root = root;
	flags->kdir = kdir;
	flags->runs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, run_free);
	flags->alone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_free);
	/* Without it, Kbuild leaves out what is no module. */
	g_ptr_array_add(list, g_strdup("KBUILD_BUILTIN=1"));
	for (i = 0; variables && variables[i]; i++)
		g_ptr_array_add(list, g_strdup(variables[i]));
	g_ptr_array_add(list, NULL);
	flags->variables = (char **)g_ptr_array_steal(list, NULL);
	return flags;
}

void file_flags_free(struct file_flags *flags)
{
	g_hash_table_unref(flags->runs);
	g_hash_table_unref(flags->alone);
	g_strfreev(flags->variables);
	g_free(flags);
}

/* What Kbuild says in a directory, or NULL; each is asked once. */
static const struct dryrun *run_in(struct file_flags *flags, const char *directory)
{
	struct dryrun *run = g_hash_table_lookup(flags->runs, directory);
	g_autofree char *full = NULL;

	if (run)
		return run;
	full = g_build_filename(flags->root, directory, NULL);
	if (!has_kbuild(full))
		return NULL;
	run = g_new0(struct dryrun, 1);
	dryrun_do(run, full, SCOPE_OWN, NULL, flags->kdir, flags->variables);
	g_hash_table_insert(flags->runs, g_strdup(directory), run);
	return run;
}

/* @path without @directory, as an object. */
static char *object_in(const char *directory, const char *path)
{
	const char *below = path + (strcmp(directory, ".") ? strlen(directory) + 1 : 0);

	return g_strdup_printf("%.*s.o", (int)strlen(below) - 2, below);
}

/* Of any object of the run: the first by name. */
static GPtrArray *flags_of_any(const struct dryrun *run, const char *kdir)
{
	const char *first = NULL, *object;
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, run->commands);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		object = key;
		if (!first || strcmp(object, first) < 0)
			first = object;
	}
	return first ? dryrun_flags(run, first, kdir) : NULL;
}

/* With nothing of its directory's own: any file of that does. */
static GPtrArray *flags_alone(struct file_flags *flags, const char *path)
{
	char *directory = g_path_get_dirname(path);
	g_autofree char *full = g_build_filename(flags->root, directory, NULL);
	g_autofree char *name = g_path_get_basename(path);
	gpointer result = NULL;
	struct dryrun run;

	if (g_hash_table_lookup_extended(flags->alone, directory, NULL, &result)) {
		g_free(directory);
		return result ? g_ptr_array_ref(result) : NULL;
	}
	if (dryrun_do(&run, full, SCOPE_FILE, name, flags->kdir, flags->variables))
		result = flags_of_any(&run, flags->kdir);
	dryrun_free(&run);
	g_hash_table_insert(flags->alone, directory, result);
	return result ? g_ptr_array_ref(result) : NULL;
}

GPtrArray *file_flags_of(struct file_flags *flags, const char *path, bool *borrowed)
{
	char *directory = g_path_get_dirname(path);
	const struct dryrun *sibling = NULL;
	GPtrArray *result = NULL;
	int i;

	*borrowed = false;
	for (i = 0; i <= MOST_ABOVE && !result && strcmp(directory, "."); i++) {
		const struct dryrun *run = run_in(flags, directory);
		g_autofree char *object = object_in(directory, path);
		char *up = g_path_get_dirname(directory);

		if (run && g_hash_table_contains(run->commands, object))
			result = dryrun_flags(run, object, flags->kdir);
		if (run && !sibling && g_hash_table_size(run->commands))
			sibling = run;
		g_free(directory);
		directory = up;
	}
	g_free(directory);
	if (result)
		return result;
	*borrowed = true;
	if (sibling)
		result = flags_of_any(sibling, flags->kdir);
	return result ? result : flags_alone(flags, path);
}
