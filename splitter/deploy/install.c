// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv install: what has to hold for it, then both halves into their places. */
#include <string.h>
#include <sys/utsname.h>

#include "deploy_internal.h"
#include "diag.h"

/* The release that is meant, and that the kernel half is for it. */
static bool check_release(const struct deploy *deploy, const struct halves *halves)
{
	bool here = !deploy->root || !strcmp(deploy->root, "/");
	struct location at = { .file = halves->kernel };
	struct utsname name = { 0 };
	const char *wanted = deploy->release;

	if (!wanted && here && !uname(&name))
		wanted = name.release;
	if (!wanted || !strcmp(wanted, halves->release))
		return true;
	if (deploy->release)
		diag_error(&at, "built for kernel %s, not for %s: split and build with --kdir "
			   "/lib/modules/%s/build", halves->release, wanted, wanted);
	else
		diag_error(&at, "built for kernel %s, and %s is running; use --release %s if "
			   "that one is meant", halves->release, wanted, halves->release);
	return false;
}

/* mdrv.ko is there, and of the same make as the kernel half. */
static bool check_runtime(const struct site *site, const struct halves *halves)
{
	g_autofree char *runtime = module_find(site->modules, "mdrv");
	g_autofree char *path = NULL, *vermagic = NULL;

	if (!runtime) {
		diag_error(&(struct location){ .file = site->modules },
			   "no mdrv.ko for this kernel; install the package mdrv-dkms, or run "
			   "make install in runtime-kernel/ with KDIR=");
		return false;
	}
	path = g_build_filename(site->modules, runtime, NULL);
	vermagic = vermagic_of(path);
	if (!vermagic || !strcmp(vermagic, halves->vermagic))
		return true;
	diag_error(&(struct location){ .file = halves->kernel },
		   "built for a kernel \"%s\", but %s for \"%s\": build both with the same KDIR",
		   halves->vermagic, path, vermagic);
	return false;
}

/* Nothing stands where modprobe would prefer it. */
static bool check_others(const struct site *site, const char *driver)
{
	g_autofree char *updates = g_build_filename(site->modules, "updates", NULL);
	g_autofree char *other = module_find(updates, driver);

	if (is_builtin(site, driver)) {
		diag_error(&(struct location){ .file = site->modules },
			   "%s is built into this kernel: no module can take its place", driver);
		return false;
	}
	if (!other || g_str_has_prefix(other, "mdrv/"))
		return true;
	diag_error(&(struct location){ .file = updates },
		   "%s is there already, and it is unsaid which of the two modprobe would take; "
		   "remove that one first", other);
	return false;
}

/* What depmod has made of it. */
static bool check_preferred(const struct site *site, const char *driver)
{
	g_autofree char *line = preferred(site, driver);
	const char *ours = site->kernel + strlen(site->modules) + 1;

	if (!line || !g_str_has_prefix(line, ours)) {
		diag_error(&(struct location){ .file = site->modules },
			   "depmod does not put %s before %.*s; see \"search\" in depmod.d(5)",
			   ours, line ? (int)strcspn(line, ":") : 6, line ? line : "others");
		return false;
	}
	if (strstr(line, "/mdrv.ko"))
		return true;
	diag_error(&(struct location){ .file = site->kernel },
		   "depmod finds nothing of mdrv.ko that it needs: build both again");
	return false;
}

static void tell(const struct site *site, const char *driver, const char *stock,
		 enum signature signature)
{
	g_autofree char *name = kernel_name(driver);
	g_autofree char *loaded = g_strconcat(site->root, "/sys/module/", name, NULL);

	printf("%s for %s: installed, %s\n  kernel half %s\n  user half   %s\n", driver,
	       site->release, signature == SIGNATURE_MADE ? "signed" : "unsigned", site->kernel,
	       site->user);
	if (stock)
		printf("  instead of  %s/kernel/%s, which mdrv remove %s brings back\n",
		       site->modules, stock, driver);
	if (g_file_test(loaded, G_FILE_TEST_IS_DIR))
		printf("What is loaded stays: modprobe -r %s && modprobe %s, or reboot.\n", driver,
		       driver);
}

static bool put(const struct deploy *deploy, const struct site *site,
		const struct halves *halves)
{
	g_autofree char *own = g_build_filename(site->modules, "kernel", NULL);
	g_autofree char *stock = module_find(own, halves->driver);
	struct swap *swap = swap_begin(site, deploy);
	enum signature signature = SIGNATURE_FAILED;
	const char *module = NULL;
	bool ok;

	/* A kernel half is never there without its user half. */
	if (swap_put(swap, halves->user, site->user))
		module = swap_put(swap, halves->kernel, site->kernel);
	if (module)
		signature = sign(deploy, site, module);
	ok = signature != SIGNATURE_FAILED && swap_run(swap) &&
	     check_preferred(site, halves->driver);
	swap_end(swap, ok);
	if (ok)
		tell(site, halves->driver, stock, signature);
	return ok;
}

bool deploy_install(const struct deploy *deploy, const char *out)
{
	struct halves halves;
	struct site site;
	bool ok = halves_open(&halves, out) && check_release(deploy, &halves);

	if (ok) {
		site_open(&site, deploy, halves.release, halves.driver);
		ok = site_lock(&site) && check_runtime(&site, &halves) &&
		     check_others(&site, halves.driver) && put(deploy, &site, &halves);
		site_clear(&site);
	}
	halves_clear(&halves);
	return ok;
}
