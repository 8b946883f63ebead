// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What lies above the directory that was named: makefiles that know a file below
 * them, and files of the module that are named by a path with "..".
 */
#include <string.h>

#include "diag.h"
#include "dryrun.h"
#include "kbuild_internal.h"

/* Is it in the kernel's own tree, where the configuration is not for makefiles to choose? */
static bool in_kernel_tree(const char *directory)
{
	g_autofree char *at = g_strdup(directory);

	for (int i = 0; i < 2 * MAX_ABOVE && strcmp(at, "/"); i++) {
		g_autofree char *mark = g_build_filename(at, "scripts", "Kbuild.include", NULL);
		char *up = g_path_get_dirname(at);

		g_free(at);
		at = up;
		if (g_file_test(mark, G_FILE_TEST_EXISTS))
			return true;
	}
	return false;
}

bool kbuild_may_know(const char *directory, const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *object = g_strdup_printf("%.*s.o", (int)strlen(base) - 2, base);
	g_autofree char *own = g_path_get_dirname(path);
	const char *rest = path + strlen(directory) + 1;
	g_autofree char *below = g_strndup(rest, strcspn(rest, "/") + 1);
	g_autofree char *text = makefile_text(directory);

	if (!strcmp(own, directory))
		return *text;
	/*
	 * Further up only what looks like it: other people's makefiles may be big, and those of
	 * the kernel would be asked for all that is below them about a file that is disabled.
	 */
	if (in_kernel_tree(directory))
		return strstr(text, object);
	return strstr(text, "obj-") && (strstr(text, object) || strstr(text, below) ||
					strstr(text, "include ") || strstr(text, "wildcard"));
}

char *kbuild_switch(const char *path)
{
	g_autofree char *directory = g_path_get_dirname(path);
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *stem = g_strndup(base, strlen(base) - 2);
	g_autofree char *literal = g_regex_escape_string(stem, -1);
	g_autofree char *pattern = g_strdup_printf(
		"^\\s*obj-\\$\\((CONFIG_\\w+)\\)\\s*[+:]?=(.*\\\\\\n)*.*(?<![\\w/-])%s\\.o\\b",
		literal);
	g_autofree char *text = makefile_text(directory);
	g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;

	return regex && g_regex_match(regex, text, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

bool kbuild_sets_flags_below(const char *directory)
{
	g_autofree char *at = g_strdup(directory);
	int i;

	for (i = 0; i < MAX_ABOVE && has_kbuild(at) && strcmp(at, "/"); i++) {
		g_autofree char *text = makefile_text(at);
		char *up = g_path_get_dirname(at);

		g_free(at);
		at = up;
		if (g_regex_match_simple("^\\s*subdir-ccflags-", text, G_REGEX_MULTILINE, 0))
			return true;
	}
	return false;
}

/* The directory that holds both; @directory becomes it. */
static void widen(GString *directory, const char *path)
{
	while (directory->len > 1 && !(!strncmp(directory->str, path, directory->len) &&
				       path[directory->len] == '/')) {
		const char *slash = strrchr(directory->str, '/');

		g_string_truncate(directory, slash > directory->str ?
				  (gsize)(slash - directory->str) : 1);
	}
}

/* Widen by what @path includes by name, and what that includes. */
static void widen_included(GString *directory, const char *path, GHashTable *seen)
{
	g_autofree char *dir = g_path_get_dirname(path);
	g_autofree char *text = NULL;
	GMatchInfo *match = NULL;
	GRegex *regex;

	if (!g_hash_table_add(seen, g_strdup(path)) ||
	    !g_file_get_contents(path, &text, NULL, NULL))
		return;
	regex = g_regex_new("^[ \t]*#[ \t]*include[ \t]*\"([^\"\n]+)\"",
			    G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
	g_regex_match(regex, text, 0, &match);
	while (g_match_info_matches(match)) {
		g_autofree char *name = g_match_info_fetch(match, 1);
		g_autofree char *included = g_canonicalize_filename(name, dir);

		if (g_file_test(included, G_FILE_TEST_IS_REGULAR)) {
			widen(directory, included);
			widen_included(directory, included, seen);
		}
		g_match_info_next(match, NULL);
	}
	g_match_info_free(match);
	g_regex_unref(regex);
}

/* All of a kernel tree, or of the machine, is no driver's directory. */
static bool may_widen(const struct model *model, const GString *directory)
{
	return directory->len > 1 && strncmp(model->kdir, directory->str, directory->len);
}

bool kbuild_widen(struct model *model, char **objects)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *given = g_strdup(model->directory);
	GString *directory = g_string_new(given);
	guint i;

	for (i = 0; objects[i]; i++) {
		g_autofree char *path = g_canonicalize_filename(objects[i], given);

		widen(directory, path);
		if (!may_widen(model, directory)) {
			diag_error(&(struct location){ .file = given },
				   "%s lies outside, and what holds both, %s, holds the kernel "
				   "build tree as well; move the driver to a directory of its own",
				   objects[i], directory->str);
			g_string_free(directory, TRUE);
			return false;
		}
	}
	model->directory = model_intern(model, directory->str);
	for (i = 0; objects[i]; i++) {
		g_autofree char *object = g_canonicalize_filename(objects[i], given);
		g_autofree char *path = g_strdup_printf("%.*s.c", (int)strlen(object) - 2, object);

		widen_included(directory, path, seen);
	}
	if (may_widen(model, directory))
		model->directory = model_intern(model, directory->str);
	g_string_free(directory, TRUE);
	return true;
}
