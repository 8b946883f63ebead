// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The directory of links that a dry run works on: the driver's files at their own
 * absolute path, but below a directory of ours. What lies beside and above it is
 * there as well, because makefiles name it ("$(src)/../common.mk").
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#include "diag.h"
#include "dryrun.h"
#include "dryrun_internal.h"

enum { MAX_DEPTH = 8, MAX_ABOVE = 3 };

void remove_tree(const char *path)
{
	const char *name;
	GDir *dir;

	if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK) && (dir = g_dir_open(path, 0, NULL))) {
		while ((name = g_dir_read_name(dir))) {
			char *entry = g_build_filename(path, name, NULL);

			remove_tree(entry);
			g_free(entry);
		}
		g_dir_close(dir);
	}
	g_remove(path);
}

bool has_file(const char *dir, const char *name)
{
	char *path = g_build_filename(dir, name, NULL);
	bool found = g_file_test(path, G_FILE_TEST_EXISTS);

	g_free(path);
	return found;
}

bool has_kbuild(const char *dir)
{
	return has_file(dir, "Kbuild") || has_file(dir, "Makefile");
}

/* Left by builds; Kbuild must not see them, or it thinks the work is done. */
static bool is_artifact(const char *name)
{
	return name[0] == '.' || g_str_has_suffix(name, ".o") || g_str_has_suffix(name, ".ko") ||
	       g_str_has_suffix(name, ".mod") || g_str_has_suffix(name, ".mod.c") ||
	       !strcmp(name, "modules.order") || !strcmp(name, "Module.symvers");
}

/* @own: leave out directories with a Kbuild of their own. */
static bool link_tree(const char *from, const char *to, int depth, bool own)
{
	const char *name;
	bool ok = true;
	GDir *dir;

	dir = g_dir_open(from, 0, NULL);
	if (!dir)
		return depth > 0;	/* an unreadable subdirectory is none of ours */
	while (ok && (name = g_dir_read_name(dir))) {
		char *source = g_build_filename(from, name, NULL);
		char *target = g_build_filename(to, name, NULL);

		if (is_artifact(name))
			;
		else if (!g_file_test(source, G_FILE_TEST_IS_DIR))
			ok = !symlink(source, target);
		else if (depth < MAX_DEPTH && !(own && has_kbuild(source)))
			ok = !g_mkdir(target, 0700) && link_tree(source, target, depth + 1, own);
		g_free(source);
		g_free(target);
	}
	g_dir_close(dir);
	return ok;
}

char *makefile_text(const char *dir)
{
	static const char *const names[] = { "Kbuild", "Makefile" };
	GString *all = g_string_new(NULL);
	guint i;

	for (i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_build_filename(dir, names[i], NULL);
		g_autofree char *text = NULL;

		if (g_file_get_contents(path, &text, NULL, NULL))
			g_string_append(all, text);
	}
	return g_string_free(all, FALSE);
}

/*
 * One directory above: links to all that it holds but @below. A directory that the
 * makefiles name is linked file by file: there may be objects of earlier builds in it.
 */
static void link_beside(const char *dir, const char *to, const char *below, const char *text)
{
	GDir *entries = g_dir_open(dir, 0, NULL);
	const char *name;

	while (entries && (name = g_dir_read_name(entries))) {
		g_autofree char *source = g_build_filename(dir, name, NULL);
		g_autofree char *target = g_build_filename(to, name, NULL);
		g_autofree char *named = g_strdup_printf("/%s/", name);

		if (!strcmp(name, below) || is_artifact(name))
			continue;
		if (strstr(text, named) && g_file_test(source, G_FILE_TEST_IS_DIR)) {
			if (!g_mkdir(target, 0700))
				link_tree(source, target, MAX_DEPTH - MAX_ABOVE, false);
		} else if (symlink(source, target)) {
			continue;	/* who needs it hears of it from make */
		}
	}
	if (entries)
		g_dir_close(entries);
}

static void link_above(const char *root, const char *dir)
{
	g_autofree char *text = makefile_text(dir);
	g_autofree char *at = g_strdup(dir);
	int i;

	for (i = 0; i < MAX_ABOVE && strstr(text, ".."); i++) {
		g_autofree char *below = g_path_get_basename(at);
		char *up = g_path_get_dirname(at);
		g_autofree char *to = g_strconcat(root, up, NULL);

		g_free(at);
		at = up;
		if (!strcmp(up, "/"))
			break;
		link_beside(up, to, below, text);
	}
}

/* A Kbuild made up for a single file. */
static bool link_file(const char *work, const char *dir, const char *file)
{
	g_autofree char *source = g_build_filename(dir, file, NULL);
	g_autofree char *target = g_build_filename(work, file, NULL);
	g_autofree char *kbuild = g_build_filename(work, "Kbuild", NULL);
	g_autofree char *text = g_strdup_printf("obj-m := %.*s.o\n", (int)strlen(file) - 2, file);

	return !symlink(source, target) && g_file_set_contents(kbuild, text, -1, NULL);
}

/* Where TMPDIR says, unless that has a character that make cannot have in a path. */
static char *work_directory(void)
{
	GError *error = NULL;
	char *work;

	if (strpbrk(g_get_tmp_dir(), " \t:#$%'\"\\"))
		work = g_mkdtemp(g_strdup("/tmp/mdrv-XXXXXX"));
	else
		work = g_dir_make_tmp("mdrv-XXXXXX", &error);
	if (!work)
		diag_error(NULL, "cannot make a work directory: %s",
			   error ? error->message : g_strerror(errno));
	g_clear_error(&error);
	return work;
}

bool dryrun_link(struct dryrun *run, enum scope scope, const char *file)
{
	bool ok;

	run->root = work_directory();
	if (!run->root)
		return false;
	/* make takes no path with a space in it. */
	if (strpbrk(run->directory, " \t\n$#:"))
		run->work = g_build_filename(run->root, "driver", NULL);
	else
		run->work = g_strconcat(run->root, run->directory, NULL);
	ok = !g_mkdir_with_parents(run->work, 0700);
	if (ok && scope == SCOPE_FILE) {
		ok = link_file(run->work, run->directory, file);
	} else if (ok) {
		ok = link_tree(run->directory, run->work, 0, scope == SCOPE_OWN);
		if (g_str_has_suffix(run->work, run->directory))
			link_above(run->root, run->directory);
	}
	if (!ok)
		diag_error(NULL, "cannot fill the work directory %s: %s", run->work,
			   g_strerror(errno));
	return ok;
}
