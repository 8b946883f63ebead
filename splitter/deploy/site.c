// SPDX-License-Identifier: GPL-2.0-or-later
/* Where modules and user halves of one kernel are. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "deploy_internal.h"
#include "diag.h"

#define MODULES		"/lib/modules"
#define KERNEL_HALVES	"updates/mdrv"
#define USER_HALVES	"/usr/lib/mdrv"	/* mdrvd looks there for what it is given by name */

char *kernel_name(const char *driver)
{
	return g_strdelimit(g_strdup(driver), "-", '_');
}

static const char *root_of(const struct deploy *deploy)
{
	return deploy->root && strcmp(deploy->root, "/") ? deploy->root : "";
}

void site_open(struct site *site, const struct deploy *deploy, const char *release,
		const char *driver)
{
	g_autofree char *name = kernel_name(driver);

	site->root = g_strdup(root_of(deploy));
	site->release = g_strdup(release);
	site->modules = g_strconcat(site->root, MODULES "/", release, NULL);
	site->kernel_dir = g_build_filename(site->modules, KERNEL_HALVES, NULL);
	site->user_dir = g_strconcat(site->root, USER_HALVES "/", release, NULL);
	site->kernel = g_strdup_printf("%s/%s.ko", site->kernel_dir, driver);
	site->user = g_strdup_printf("%s/%s.so", site->user_dir, name);
	site->lock = -1;
}

bool site_lock(struct site *site)
{
	struct location at = { .file = site->modules };

	site->lock = open(site->modules, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (site->lock < 0) {
		diag_error(&at, "no kernel of that release is installed there: %s",
			   g_strerror(errno));
		return false;
	}
	if (!flock(site->lock, LOCK_EX | LOCK_NB))
		return true;
	diag_error(&at, "another mdrv is at work there; try again when it is done");
	return false;
}

void site_clear(struct site *site)
{
	if (site->lock >= 0)
		close(site->lock);
	g_free(site->root);
	g_free(site->release);
	g_free(site->modules);
	g_free(site->kernel_dir);
	g_free(site->user_dir);
	g_free(site->kernel);
	g_free(site->user);
}

static void add_names(GPtrArray *names, const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir)))
		if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
			g_ptr_array_add(names, g_strdup(name));
}

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *site_releases(const struct deploy *deploy)
{
	static const char *const above[] = { MODULES, USER_HALVES };
	GPtrArray *releases = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(above); i++) {
		g_autofree char *path = g_strconcat(root_of(deploy), above[i], NULL);

		add_names(releases, path);
	}
	g_ptr_array_sort(releases, by_name);
	return releases;
}

/* @name is the module's file, compressed or not; depmod takes both spellings for one. */
static bool is_module(const char *name, const char *driver)
{
	g_autofree char *stem = g_strndup(name, strcspn(name, "."));
	g_autofree char *found = kernel_name(stem);
	g_autofree char *wanted = kernel_name(driver);

	return !strcmp(found, wanted) && g_str_has_prefix(name + strlen(stem), ".ko");
}

static char *find_below(const char *top, const char *below, const char *driver)
{
	g_autofree char *path = g_build_filename(top, below, NULL);
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	char *found = NULL;
	const char *name;

	while (dir && !found && (name = g_dir_read_name(dir))) {
		g_autofree char *inner = g_build_filename(below, name, NULL);
		g_autofree char *full = g_build_filename(path, name, NULL);

		if (is_module(name, driver))
			found = g_steal_pointer(&inner);
		else if (g_file_test(full, G_FILE_TEST_IS_DIR) &&
			 !g_file_test(full, G_FILE_TEST_IS_SYMLINK))
			found = find_below(top, inner, driver);
	}
	return found;
}

char *module_find(const char *directory, const char *driver)
{
	return find_below(directory, "", driver);
}

/* The line of @file in which the module itself comes first. */
static char *line_of(const struct site *site, const char *file, const char *driver)
{
	g_autofree char *path = g_build_filename(site->modules, file, NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		return NULL;
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_autofree char *first = g_strndup(*line, strcspn(*line, ":"));
		g_autofree char *name = g_path_get_basename(first);

		if (is_module(name, driver))
			return g_strdup(*line);
	}
	return NULL;
}

bool is_builtin(const struct site *site, const char *driver)
{
	g_autofree char *line = line_of(site, "modules.builtin", driver);

	return line != NULL;
}

char *preferred(const struct site *site, const char *driver)
{
	return line_of(site, "modules.dep", driver);
}
