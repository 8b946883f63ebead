// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv remove: the native driver is taken again, and nothing of the split one is left. */
#include <string.h>

#include "deploy_internal.h"
#include "diag.h"

static bool is_there(const struct site *site)
{
	return g_file_test(site->kernel, G_FILE_TEST_EXISTS) ||
	       g_file_test(site->user, G_FILE_TEST_EXISTS);
}

static bool is_gone(const struct site *site, const char *driver)
{
	g_autofree char *line = preferred(site, driver);
	const char *ours = site->kernel + strlen(site->modules) + 1;

	if (!line || !g_str_has_prefix(line, ours))
		return true;
	diag_error(&(struct location){ .file = site->modules }, "depmod still has %s", ours);
	return false;
}

static bool take(const struct deploy *deploy, struct site *site, const char *driver)
{
	struct swap *swap;
	bool ok;

	if (!site_lock(site))
		return false;
	swap = swap_begin(site, deploy);
	/* A kernel half is never there without its user half. */
	swap_take(swap, site->kernel);
	swap_take(swap, site->user);
	ok = swap_run(swap) && is_gone(site, driver);
	swap_end(swap, ok);
	if (ok) {
		g_autofree char *line = preferred(site, driver);

		printf("%s for %s: removed; modprobe takes %.*s\n", driver, site->release,
		       line ? (int)strcspn(line, ":") : 64,
		       line ? line : "none: this kernel comes without one");
	}
	return ok;
}

bool deploy_remove(const struct deploy *deploy, const char *driver)
{
	g_autoptr(GPtrArray) releases = site_releases(deploy);
	bool ok = true, found = false;

	if (!*driver || strchr(driver, '/')) {
		diag_error(NULL, "\"%s\" is no driver's name; mdrv status lists them", driver);
		return false;
	}
	for (guint i = 0; i < releases->len; i++) {
		struct site site;

		if (deploy->release && strcmp(deploy->release, releases->pdata[i]))
			continue;
		site_open(&site, deploy, releases->pdata[i], driver);
		if (is_there(&site)) {
			found = true;
			ok &= take(deploy, &site, driver);
		}
		site_clear(&site);
	}
	if (!found)
		diag_error(NULL, "no %s is installed%s%s; mdrv status lists what is", driver,
			   deploy->release ? " for kernel " : "",
			   deploy->release ? deploy->release : "");
	return ok && found;
}
