/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of this room share; nobody else includes it. */
#ifndef MDRV_DEPLOY_INTERNAL_H
#define MDRV_DEPLOY_INTERNAL_H

#include <glib.h>

#include "deploy.h"

/* halves.c: what mdrv split and mdrv build have made. */
struct halves {
	char *driver;		/* as its module file is named */
	char *kernel, *user;	/* files */
	char *vermagic;
	char *release;		/* the first word of it */
};

bool halves_open(struct halves *halves, const char *out);
void halves_clear(struct halves *halves);
/* Of a module's file; NULL if it has none, or is compressed. */
char *vermagic_of(const char *path);

/* site.c: where things are in @root. */
struct site {
	char *root;		/* "" for this system */
	char *release;
	char *modules;		/* ROOT/lib/modules/RELEASE */
	char *kernel_dir, *user_dir;	/* ours */
	char *kernel, *user;	/* the halves of one driver in there */
	int lock;		/* or -1 */
};

void site_open(struct site *site, const struct deploy *deploy, const char *release,
		const char *driver);
/* One at a time for each release; false after a message. */
bool site_lock(struct site *site);
void site_clear(struct site *site);
/* The releases of ROOT/lib/modules that have something of ours, or of user halves. */
GPtrArray *site_releases(const struct deploy *deploy);
/* As the kernel spells module names. */
char *kernel_name(const char *driver);
/* The file of module @driver below @directory, relative to it, compressed or not; or NULL. */
char *module_find(const char *directory, const char *driver);
bool is_builtin(const struct site *site, const char *driver);
/* The line of modules.dep for the module that modprobe takes for @driver; or NULL. */
char *preferred(const struct site *site, const char *driver);

/* signature.c: with the key that DKMS signs with, if there is one. */
enum signature { SIGNATURE_FAILED, SIGNATURE_NONE, SIGNATURE_MADE };

enum signature sign(const struct deploy *deploy, const struct site *site, const char *module);

/* swap.c: files that change their places together with depmod's index, or not at all. */
struct swap *swap_begin(const struct site *site, const struct deploy *deploy);
/* A copy of @from that is to be @to; its own path meanwhile, NULL after a message. */
const char *swap_put(struct swap *swap, const char *from, const char *to);
/* @path, if it exists, is to go. */
void swap_take(struct swap *swap, const char *path);
/* All that was asked for, then depmod; false: nothing of it has happened. */
bool swap_run(struct swap *swap);
/* Back again, unless it was @kept; directories of ours that are empty go. */
void swap_end(struct swap *swap, bool kept);

/* Run it with output to ours and deaf to signals; false after a message. */
bool run_tool(char **argv);

#endif /* MDRV_DEPLOY_INTERNAL_H */
