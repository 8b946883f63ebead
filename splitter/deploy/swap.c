// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Files come and go together with the index that depmod makes of modules, or not at all.
 * New ones are written beside their place and renamed; old ones are kept under another name
 * until all is done, those of the index as links, which take no room on a full disk.
 */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "deploy_internal.h"
#include "diag.h"

#define SAVED ".mdrv-saved"

struct change {
	char *path;
	char *new;	/* what is to come there, or NULL */
	char *old;	/* where what was there is kept */
	bool moved, came;
};

struct swap {
	const struct site *site;
	const struct deploy *deploy;
	GPtrArray *changes;
	char *saved;		/* directory of links to the index */
	bool ran;
};

static void change_free(void *data)
{
	struct change *change = data;

	g_free(change->path);
	g_free(change->new);
	g_free(change->old);
	g_free(change);
}

static bool fail(const char *path, const char *what)
{
	diag_error(&(struct location){ .file = path }, "cannot %s: %s", what, g_strerror(errno));
	return false;
}

static struct change *add(struct swap *swap, const char *path)
{
	struct change *change = g_new0(struct change, 1);
	g_autofree char *dir = g_path_get_dirname(path), *name = g_path_get_basename(path);

	change->path = g_strdup(path);
	change->old = g_strdup_printf("%s/.%s.old", dir, name);
	g_ptr_array_add(swap->changes, change);
	return change;
}

static bool copy(int in, int out)
{
	char buffer[65536];
	ssize_t n, written;

	while ((n = read(in, buffer, sizeof(buffer))) > 0)
		for (ssize_t done = 0; done < n; done += written)
			if ((written = write(out, buffer + done, n - done)) < 0)
				return false;
	return !n && !fchmod(out, 0644) && !fsync(out);
}

const char *swap_put(struct swap *swap, const char *from, const char *to)
{
	g_autofree char *dir = g_path_get_dirname(to), *name = g_path_get_basename(to);
	struct change *change = add(swap, to);
	int in = open(from, O_RDONLY | O_CLOEXEC), out = -1;
	bool ok = in >= 0 || fail(from, "read");

	change->new = g_strdup_printf("%s/.%s.new", dir, name);
	if (ok && g_mkdir_with_parents(dir, 0755))
		ok = fail(dir, "make the directory");
	if (ok) {
		out = open(change->new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
		ok = (out >= 0 && copy(in, out)) || fail(to, "write");
	}
	if (out >= 0 && close(out) && ok)
		ok = fail(to, "write");
	if (in >= 0)
		close(in);
	return ok ? change->new : NULL;
}

void swap_take(struct swap *swap, const char *path)
{
	add(swap, path);
}

/* Call @one for each file of depmod's index that is in @dir. */
static bool each_index(const char *dir, bool (*one)(struct swap *swap, const char *name),
		       struct swap *swap)
{
	g_autoptr(GDir) names = g_dir_open(dir, 0, NULL);
	const char *name;
	bool ok = true;

	while (ok && names && (name = g_dir_read_name(names)))
		if (g_str_has_prefix(name, "modules."))
			ok = one(swap, name);
	return ok;
}

static bool save_one(struct swap *swap, const char *name)
{
	g_autofree char *path = g_build_filename(swap->site->modules, name, NULL);
	g_autofree char *saved = g_build_filename(swap->saved, name, NULL);

	return !link(path, saved) || fail(path, "keep a link to it");
}

static bool remove_new(struct swap *swap, const char *name)
{
	g_autofree char *path = g_build_filename(swap->site->modules, name, NULL);
	g_autofree char *saved = g_build_filename(swap->saved, name, NULL);

	return g_file_test(saved, G_FILE_TEST_EXISTS) || !unlink(path) || fail(path, "remove");
}

static bool restore_one(struct swap *swap, const char *name)
{
	g_autofree char *path = g_build_filename(swap->site->modules, name, NULL);
	g_autofree char *saved = g_build_filename(swap->saved, name, NULL);

	if (rename(saved, path))
		return fail(path, "put back");
	unlink(saved);	/* rename() has left it where nothing had changed */
	return true;
}

static bool forget_one(struct swap *swap, const char *name)
{
	g_autofree char *saved = g_build_filename(swap->saved, name, NULL);

	return !unlink(saved) || fail(saved, "remove");
}

struct swap *swap_begin(const struct site *site, const struct deploy *deploy)
{
	struct swap *swap = g_new0(struct swap, 1);

	swap->site = site;
	swap->deploy = deploy;
	swap->changes = g_ptr_array_new_with_free_func(change_free);
	swap->saved = g_build_filename(site->modules, SAVED, NULL);
	return swap;
}

static bool save_index(struct swap *swap)
{
	each_index(swap->saved, forget_one, swap);	/* one that was killed has left them */
	if (g_mkdir(swap->saved, 0700) && errno != EEXIST)
		return fail(swap->saved, "make the directory");
	return each_index(swap->site->modules, save_one, swap);
}

static bool make(struct change *change)
{
	unlink(change->old);
	if (!rename(change->path, change->old))
		change->moved = true;
	else if (errno != ENOENT)
		return fail(change->path, "replace");
	if (!change->new)
		return true;
	change->came = !rename(change->new, change->path);
	return change->came || fail(change->path, "put it there");
}

static void unmake(const struct change *change)
{
	if (change->new)
		unlink(change->came ? change->path : change->new);
	if (change->moved && rename(change->old, change->path))
		fail(change->path, "put back");
}

static bool interrupted(const struct swap *swap)
{
	if (!swap->deploy->interrupted || !*swap->deploy->interrupted)
		return false;
	diag_error(&(struct location){ .file = swap->site->modules },
		   "interrupted: everything is as it was");
	return true;
}

static bool depmod(const struct site *site)
{
	char *argv[] = { "depmod", "-b", *site->root ? site->root : "/", site->release, NULL };

	return run_tool(argv);
}

/* In the order in which they were asked for, and undone from the last to the first. */
bool swap_run(struct swap *swap)
{
	bool ok = !interrupted(swap) && save_index(swap);

	swap->ran = true;
	for (guint i = 0; ok && i < swap->changes->len; i++)
		ok = make(swap->changes->pdata[i]);
	ok = ok && depmod(swap->site);
	sync();
	return ok && !interrupted(swap);
}

static void undo(struct swap *swap)
{
	for (guint i = swap->changes->len; i-- > 0;)
		unmake(swap->changes->pdata[i]);
	if (!swap->ran)
		return;
	each_index(swap->site->modules, remove_new, swap);
	each_index(swap->saved, restore_one, swap);
}

void swap_end(struct swap *swap, bool kept)
{
	const struct site *site = swap->site;
	g_autofree char *user_top = g_path_get_dirname(site->user_dir);
	g_autofree char *updates = g_path_get_dirname(site->kernel_dir);

	if (!kept)
		undo(swap);
	for (guint i = 0; kept && i < swap->changes->len; i++) {
		struct change *change = swap->changes->pdata[i];

		unlink(change->old);
	}
	if (kept)
		each_index(swap->saved, forget_one, swap);
	rmdir(swap->saved);
	/* Only those that are empty go. */
	rmdir(site->kernel_dir);
	rmdir(updates);
	rmdir(site->user_dir);
	rmdir(user_top);
	g_ptr_array_unref(swap->changes);
	g_free(swap->saved);
	g_free(swap);
}

static void be_deaf(void *unused)
{
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
}

bool run_tool(char **argv)
{
	g_autofree char *path = g_strconcat(g_getenv("PATH") ? g_getenv("PATH") : "/usr/bin",
					    ":/usr/sbin:/sbin", NULL);
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "PATH", path, TRUE);
	int status = 0;

	if (!g_spawn_sync(NULL, argv, environment,
			  G_SPAWN_SEARCH_PATH_FROM_ENVP | G_SPAWN_STDOUT_TO_DEV_NULL, be_deaf,
			  NULL, NULL, &text, &status, &error)) {
		diag_error(NULL, "cannot run %s: %s", argv[0], error->message);
		return false;
	}
	if (!g_spawn_check_wait_status(status, NULL)) {
		diag_error(NULL, "%s failed: %s", argv[0], g_strstrip(text));
		return false;
	}
	return true;
}
