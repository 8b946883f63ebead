// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv status: what is installed for which kernel, and what of it is at work. */
#include <string.h>
#include <sys/utsname.h>

#include "deploy_internal.h"

/* What mdrv.ko tells of the session: "session ID PID" among other lines. */
static char *session_of(const struct site *site, const char *driver)
{
	g_autofree char *path = g_strdup_printf("%s/sys/kernel/debug/mdrv/%s/stats", site->root,
						driver);
	g_autofree char *text = NULL;
	g_auto(GStrv) words = NULL;
	const char *line;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		return g_strdup("loaded; its session cannot be seen (debugfs, as root)");
	line = strstr(text, "\nsession ");
	words = g_strsplit_set(line ? line + 1 : "", " \n", 4);
	if (g_strv_length(words) < 3 || !strcmp(words[1], "none"))
		return g_strdup("loaded, no user half attached");
	return g_strdup_printf("loaded, user half attached (session %s, pid %s)", words[1],
			       words[2]);
}

static char *running(const struct site *site, const char *driver)
{
	g_autofree char *name = kernel_name(driver);
	g_autofree char *module = g_strconcat(site->root, "/sys/module/", name, NULL);
	g_autofree char *held = g_strconcat(site->root, "/sys/module/mdrv/holders/", name, NULL);
	struct utsname now;

	if (uname(&now) || strcmp(now.release, site->release))
		return g_strdup("its kernel is not running");
	if (!g_file_test(module, G_FILE_TEST_IS_DIR))
		return g_strdup("not loaded");
	if (!g_file_test(held, G_FILE_TEST_EXISTS))
		return g_strdup("the native driver is loaded");
	return session_of(site, driver);
}

/* What keeps it from working, or NULL. */
static const char *broken(const struct site *site, const char *driver)
{
	g_autofree char *line = preferred(site, driver);
	const char *ours = site->kernel + strlen(site->modules) + 1;

	if (!g_file_test(site->kernel, G_FILE_TEST_EXISTS))
		return "kernel half missing: install it again, or remove it";
	if (!g_file_test(site->user, G_FILE_TEST_EXISTS))
		return "user half missing: install it again, or remove it";
	if (!line || !g_str_has_prefix(line, ours))
		return "not known to depmod: run it";
	return NULL;
}

static void add_drivers(GPtrArray *drivers, const char *path, const char *suffix)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		char *driver = g_strndup(name, strcspn(name, "."));
		bool known = !*driver || !g_str_has_suffix(name, suffix) ||
			     !strcmp(driver, "mdrv");

		/* A kernel half's file may have dashes where the kernel has none. */
		for (guint i = 0; i < drivers->len && !known; i++) {
			g_autofree char *spelt = kernel_name(drivers->pdata[i]);

			known = !strcmp(spelt, driver);
		}
		if (known)
			g_free(driver);
		else
			g_ptr_array_add(drivers, driver);
	}
}

bool deploy_status(const struct deploy *deploy, FILE *to)
{
	g_autoptr(GPtrArray) releases = site_releases(deploy);

	for (guint i = 0; i < releases->len; i++) {
		g_autoptr(GPtrArray) drivers = g_ptr_array_new_with_free_func(g_free);
		struct site site;

		if (deploy->release && strcmp(deploy->release, releases->pdata[i]))
			continue;
		site_open(&site, deploy, releases->pdata[i], "");
		add_drivers(drivers, site.kernel_dir, ".ko");
		add_drivers(drivers, site.user_dir, ".so");
		site_clear(&site);
		for (guint j = 0; j < drivers->len; j++) {
			g_autofree char *state = NULL;
			const char *what;

			site_open(&site, deploy, releases->pdata[i], drivers->pdata[j]);
			what = broken(&site, drivers->pdata[j]);
			state = what ? g_strdup(what) : running(&site, drivers->pdata[j]);
			fprintf(to, "%s %s %s\n", (char *)drivers->pdata[j], site.release, state);
			site_clear(&site);
		}
	}
	return true;
}
