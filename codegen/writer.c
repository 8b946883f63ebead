// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The output directory. It is written under a temporary name beside its final
 * one and renamed when every file is on disk, so that a failure in the middle
 * leaves what was there before.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gstdio.h>
#include <json-c/json.h>

#include "diag.h"
#include "internal.h"

struct tree {
	char *out;
	char *temporary;
	bool failed;
};

static void fail(struct tree *tree, const char *path, const char *what)
{
	struct location at = { .file = path };

	diag_error(&at, "%s: %s", what, g_strerror(errno));
	tree->failed = true;
}

static void remove_tree(const char *path)
{
	GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *entry = g_build_filename(path, name, NULL);

		remove_tree(entry);
	}
	if (dir)
		g_dir_close(dir);
	g_remove(path);
}

/* Only what this tool wrote may be replaced; it shows by its plan. */
static bool is_ours(const char *out)
{
	g_autofree char *path = g_build_filename(out, "plan.json", NULL);
	struct json_object *plan = json_object_from_file(path);
	struct json_object *generator = NULL;
	bool ours = plan && json_object_object_get_ex(plan, "generator", &generator) &&
		g_str_has_prefix(json_object_get_string(generator), "mdrv ");

	json_object_put(plan);
	return ours;
}

static bool is_empty_dir(const char *path)
{
	GDir *dir = g_dir_open(path, 0, NULL);
	bool empty = dir && !g_dir_read_name(dir);

	if (dir)
		g_dir_close(dir);
	return empty;
}

static bool may_write(const char *out, bool force)
{
	g_autofree char *whole = g_canonicalize_filename(out, NULL);
	struct location at = { .file = out };

	if (strpbrk(whole, " \t\n:#$%'\"\\")) {
		diag_error(&at, "'%s' has a blank or another character that make cannot have in a "
			   "path: choose another -o", whole);
		return false;
	}
	if (!g_file_test(out, G_FILE_TEST_EXISTS) || is_empty_dir(out))
		return true;
	if (!is_ours(out)) {
		diag_error(&at, "exists and was not written by mdrv: choose another -o, "
			   "or remove it");
		return false;
	}
	if (!force) {
		diag_error(&at, "exists: use --force to replace it");
		return false;
	}
	return true;
}

struct tree *tree_open(const char *out, bool force)
{
	struct tree *tree;
	char *parent;

	if (!may_write(out, force))
		return NULL;
	tree = g_new0(struct tree, 1);
	tree->out = g_strdup(out);
	while (strlen(tree->out) > 1 && g_str_has_suffix(tree->out, "/"))
		tree->out[strlen(tree->out) - 1] = '\0';
	parent = g_path_get_dirname(tree->out);
	g_mkdir_with_parents(parent, 0777);	/* or the next step says why not */
	g_free(parent);
	tree->temporary = g_strdup_printf("%s.mdrv-XXXXXX", tree->out);
	if (!g_mkdtemp_full(tree->temporary, 0777)) {
		fail(tree, out, "cannot write there");
		tree_abort(tree);
		return NULL;
	}
	return tree;
}

static bool write_all(int fd, const char *text, gsize length)
{
	while (length) {
		ssize_t n = write(fd, text, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		text += n;
		length -= n;
	}
	return true;
}

void tree_add(struct tree *tree, const char *path, GString *text)
{
	g_autofree char *full = g_build_filename(tree->temporary, path, NULL);
	g_autofree char *shown = g_build_filename(tree->out, path, NULL);
	g_autofree char *dir = g_path_get_dirname(full);
	int fd = -1;

	if (tree->failed)
		goto out;
	if (g_mkdir_with_parents(dir, 0777) < 0) {
		fail(tree, shown, "cannot create its directory");
		goto out;
	}
	fd = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		fail(tree, shown, "cannot create");
	else if (!write_all(fd, text->str, text->len))
		fail(tree, shown, "cannot write");
	if (fd >= 0 && close(fd) < 0 && !tree->failed)
		fail(tree, shown, "cannot write");
out:
	g_string_free(text, TRUE);
}

bool tree_commit(struct tree *tree)
{
	bool ok = false;

	if (tree->failed) {
		tree_abort(tree);
		return false;
	}
	if (g_file_test(tree->out, G_FILE_TEST_EXISTS)) {
		g_autofree char *old = g_strdup_printf("%s.old", tree->temporary);

		if (rename(tree->out, old) < 0) {
			fail(tree, tree->out, "cannot replace");
		} else if (rename(tree->temporary, tree->out) < 0) {
			fail(tree, tree->out, "cannot put in place");
			if (rename(old, tree->out) < 0)
				fail(tree, old, "cannot put back");
		} else {
			remove_tree(old);
		}
	} else if (rename(tree->temporary, tree->out) < 0) {
		fail(tree, tree->out, "cannot put in place");
	}
	ok = !tree->failed;
	tree_abort(tree);
	return ok;
}

void tree_abort(struct tree *tree)
{
	remove_tree(tree->temporary);
	g_free(tree->temporary);
	g_free(tree->out);
	g_free(tree);
}
