/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which files a module consists of, and the exact flags of each. */
#ifndef MDRV_KBUILD_H
#define MDRV_KBUILD_H

#include "model.h"

/* Is @kdir a configured kernel build tree? Fills kdir and release, or reports an error. */
bool kbuild_check(struct model *model, const char *kdir);

/* Does the kernel have CONFIG_@option=y? */
bool kbuild_has(const char *kdir, const char *option);

/* A note if what is built for the model's kernel is not for this machine's. */
void kbuild_tell_running(const struct model *model);

/* What was asked for on the command line. */
struct kbuild_request {
	const char *driver;	/* DRIVER_DIR: a directory, or a .c file */
	const char *module;	/* its name, or NULL: the only one */
	const char *database;	/* a clang compilation database, for kbuild_open_database() */
	char *const *variables;	/* "NAME=VALUE" for make, NULL at the end, or NULL */
};

/**
 * kbuild_open() - find the module in a driver directory (or single .c file)
 * @model:	as kbuild_check() left it; directory, sources, flags, module are filled
 * @request:	what was named
 *
 * The model's directory is the one named, or one above it that holds all files of
 * the module.
 * Return: true, or false after a located error.
 */
bool kbuild_open(struct model *model, const struct kbuild_request *request);

/*
 * The same without asking Kbuild: the module consists of all files below the directory
 * that the database lists (for that module, if it has several).
 */
bool kbuild_open_database(struct model *model, const struct kbuild_request *request);

#endif /* MDRV_KBUILD_H */
