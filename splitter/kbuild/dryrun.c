// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What Kbuild says in a dry run on a directory of symbolic links, so that nothing
 * is ever written beside the driver and objects of earlier builds do not hide files.
 */
#include <string.h>

#include "diag.h"
#include "dryrun.h"
#include "dryrun_internal.h"

void dryrun_free(struct dryrun *run)
{
	g_hash_table_unref(run->modules);
	g_hash_table_unref(run->commands);
	g_hash_table_unref(run->made);
	g_free(run->problem);
	g_free(run->work);
	g_free(run->root);
	g_free(run->directory);
}

/* @path as seen from @directory, with "../" if it lies outside; free with g_free(). */
static char *relative(const char *directory, const char *path)
{
	g_autofree char *plain = g_canonicalize_filename(path, directory);
	g_autofree char *at = g_strdup(directory);
	GString *text = g_string_new(NULL);

	while (strcmp(at, "/") && !(g_str_has_prefix(plain, at) && plain[strlen(at)] == '/')) {
		char *up = g_path_get_dirname(at);

		g_string_append(text, "../");
		g_free(at);
		at = up;
	}
	g_string_append(text, plain + (strcmp(at, "/") ? strlen(at) : 0) + 1);
	return g_string_free(text, FALSE);
}

/* The objects of the module whose list of objects goes to WORK/@stem.mod. */
static void add_objects(struct dryrun *run, const char *stem, const char *list)
{
	char **objects = g_strsplit_set(list, " \t", -1);
	char *dir = g_path_get_dirname(stem);
	GPtrArray *paths = g_ptr_array_new();
	guint i;

	for (i = 0; objects[i]; i++) {
		g_autofree char *path = g_build_filename(run->work, dir, objects[i], NULL);

		if (*objects[i])
			g_ptr_array_add(paths, relative(run->work, path));
	}
	g_ptr_array_add(paths, NULL);
	g_hash_table_replace(run->modules, g_strdup(stem), g_ptr_array_steal(paths, NULL));
	g_ptr_array_unref(paths);
	g_strfreev(objects);
	g_free(dir);
}

/* "printf '%s\n' a.o b.o | awk ... > WORK/name.mod": the objects of a module. */
static void scan_modules(struct dryrun *run, char **lines)
{
	GRegex *regex = g_regex_new("(?:printf '%s\\\\n'|echo)\\s+([^|;']+?)\\s*\\|\\s*awk "
				    "[^;]*?> (\\S+)\\.mod(?=[;\\s])", 0, 0, NULL);
	size_t prefix = strlen(run->work) + 1;
	guint i;

	for (i = 0; lines[i]; i++) {
		GMatchInfo *match;

		/* A tree has hundreds of thousands of lines: spare them the expression. */
		if (!strstr(lines[i], ".mod;") || !strstr(lines[i], "awk "))
			continue;
		if (g_regex_match(regex, lines[i], 0, &match)) {
			char *list = g_match_info_fetch(match, 1);
			char *stem = g_match_info_fetch(match, 2);

			if (strlen(stem) > prefix)
				add_objects(run, stem + prefix, list);
			g_free(stem);
			g_free(list);
		}
		g_match_info_free(match);
	}
	g_regex_unref(regex);
}

/* "...; gcc -Wp,-MMD,x.d FLAGS -c -o WORK/x.o WORK/x.c": the flags of an object. */
static void scan_commands(struct dryrun *run, char **lines)
{
	guint i;

	for (i = 0; lines[i]; i++) {
		char *begin = strstr(lines[i], " -Wp,-M");
		char *end = begin ? strstr(begin, " -c -o ") : NULL;
		char *object;

		if (!end)
			continue;
		while (begin > lines[i] && begin[-1] != ';')
			begin--;
		object = g_strndup(end + 7, strcspn(end + 7, " ;"));
		if (g_str_has_prefix(object, run->root))
			g_hash_table_replace(run->commands, relative(run->work, object),
					     g_strndup(begin, end - begin));
		g_free(object);
	}
}

/* Headers that commands of the driver's own rules name: they are made by the build. */
static void scan_headers(struct dryrun *run, char **lines)
{
	guint i, j;

	for (i = 0; lines[i]; i++) {
		char **words;

		if (!strstr(lines[i], ".h") || !strstr(lines[i], run->root) ||
		    strstr(lines[i], " -c -o "))
			continue;
		words = g_strsplit_set(lines[i], " \t;'\"<>|()", -1);
		for (j = 0; words[j]; j++)
			if (g_str_has_suffix(words[j], ".h"))
				g_hash_table_add(run->made, g_path_get_basename(words[j]));
		g_strfreev(words);
	}
}

/* make's complaint in the user's terms: not its follow-up errors, nor modpost's. */
static char *read_complaint(const struct dryrun *run, const char *text)
{
	char **lines = g_strsplit(text, "\n", -1);
	char *prefix = g_strconcat(run->work, "/", NULL);
	char *result = NULL;
	guint i;

	for (i = 0; lines[i]; i++) {
		char **parts;
		char *own;

		if (!*lines[i] || strstr(lines[i], "] Error ") || strstr(lines[i], "modules.order"))
			continue;
		parts = g_strsplit(lines[i], prefix, -1);
		own = g_strjoinv("", parts);
		g_strfreev(parts);
		parts = g_strsplit(own, run->root, -1);
		g_free(own);
		g_free(result);
		result = g_strjoinv("", parts);
		g_strfreev(parts);
	}
	g_free(prefix);
	g_strfreev(lines);
	return result ? result : g_strdup("");
}

static char **make_environment(const struct dryrun *run)
{
	static const char *const unwanted[] = {
		"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "KBUILD_VERBOSE",
	};
	char **environment = g_get_environ();
	guint i;

	for (i = 0; i < G_N_ELEMENTS(unwanted); i++)
		environment = g_environ_unsetenv(environment, unwanted[i]);
	environment = g_environ_setenv(environment, "LC_ALL", "C", TRUE);
	/* Many makefiles say $(PWD) for the directory that make was called in. */
	return g_environ_setenv(environment, "PWD", run->work, TRUE);
}

/* Ask Kbuild what it would do. Its exit status says nothing: modpost misses its input. */
static bool dryrun_make(struct dryrun *run, const char *kdir, char *const *variables)
{
	const char *users = g_getenv("KCFLAGS");
	/* Kbuild puts these between the kernel's own flags and those of the driver. */
	char *mark = g_strdup_printf("KCFLAGS=%s %s", users ? users : "", OWN_FLAGS);
	char *argv[] = { "make", "-nk", "-C", (char *)kdir, NULL, mark, "modules" };
	GPtrArray *words = g_ptr_array_new();
	char **environment = make_environment(run);
	char *out = NULL, *err = NULL;
	GError *error = NULL;
	guint i;
	bool ok;

	argv[4] = g_strdup_printf("M=%s", run->work);
	for (i = 0; i < G_N_ELEMENTS(argv); i++)
		g_ptr_array_add(words, argv[i]);
	for (i = 0; variables && variables[i]; i++)
		g_ptr_array_add(words, variables[i]);
	g_ptr_array_add(words, NULL);
	ok = g_spawn_sync(NULL, (char **)words->pdata, environment, G_SPAWN_SEARCH_PATH, NULL,
			  NULL, &out, &err, NULL, &error);
	if (ok) {
		char **lines = g_strsplit(out, "\n", -1);

		scan_modules(run, lines);
		scan_commands(run, lines);
		scan_headers(run, lines);
		g_strfreev(lines);
		run->problem = read_complaint(run, err);
	} else {
		diag_error(NULL, "cannot run make: %s", error->message);
		g_error_free(error);
	}
	g_ptr_array_unref(words);
	g_strfreev(environment);
	g_free(argv[4]);
	g_free(mark);
	g_free(out);
	g_free(err);
	return ok;
}

bool dryrun_do(struct dryrun *run, const char *dir, enum scope scope, const char *file,
	       const char *kdir, char *const *variables)
{
	bool ok;

	memset(run, 0, sizeof(*run));
	run->directory = g_strdup(dir);
	run->modules = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					     (GDestroyNotify)g_strfreev);
	run->commands = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	run->made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	ok = dryrun_link(run, scope, file) && dryrun_make(run, kdir, variables);
	if (run->root)
		remove_tree(run->root);
	return ok;
}
